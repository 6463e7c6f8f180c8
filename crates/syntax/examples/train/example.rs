//! A sentence as the network takes it.

use rapporteur_syntax::training::{Node, Word};

use crate::conllu::Sentence;
use crate::lexicon::Lexicon;
use crate::oracle::Gold;

/// A word with its rows in the tables.
#[derive(Clone, Debug)]
pub struct Input {
    pub word: Word,
    pub pretrained: Option<u32>,
    pub learned: Option<u32>,
    /// How often the treebank has it.
    pub count: u32,
}

/// A sentence to learn from.
#[derive(Debug)]
pub struct Example {
    pub inputs: Vec<Input>,
    pub fine: Vec<u8>,
    pub universal: Vec<u8>,
    pub gold: Gold,
}

/// Looks the words of a sentence up.
pub fn inputs<'a>(forms: impl Iterator<Item = &'a str>, lexicon: &Lexicon) -> Vec<Input> {
    let mut first = true;
    forms
        .map(|form| {
            let word = Word::new(form, first);
            first &= !form.chars().any(char::is_alphanumeric);
            let mut input = input(word, lexicon);
            if input.pretrained.is_none() && input.learned.is_none() {
                for hash in [word.digitless_hash, word.tail_hash] {
                    let other = self::input(Word { hash, ..word }, lexicon);
                    if other.pretrained.is_some() || other.learned.is_some() {
                        input = Input { word, ..other };
                        break;
                    }
                }
            }
            input
        })
        .collect()
}

fn input(word: Word, lexicon: &Lexicon) -> Input {
    let learned = lexicon.learned.get(&word.hash);
    Input {
        word,
        pretrained: lexicon.pretrained.get(&word.hash).copied(),
        learned: learned.map(|&(row, _)| row),
        count: learned.map_or(0, |&(_, count)| count),
    }
}

impl Example {
    pub fn new(sentence: &Sentence, lexicon: &Lexicon) -> Self {
        let count = sentence.len() as Node;
        Self {
            inputs: inputs(sentence.iter().map(|token| token.form.as_str()), lexicon),
            fine: sentence.iter().map(|token| token.tag.index() as u8).collect(),
            universal: sentence.iter().map(|token| token.upos.index() as u8).collect(),
            gold: Gold::new(
                sentence.iter().map(|token| token.head.map_or(count, |head| head as Node)).collect(),
                sentence.iter().map(|token| token.relation.index() as u8).collect(),
            ),
        }
    }
}
