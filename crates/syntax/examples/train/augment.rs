//! Changes training sentences a little, each round anew: other names, headline capitals.

use rapporteur_syntax::{FineTag, Relation};

use crate::conllu::Sentence;
use crate::random::Random;
use crate::templates::Templates;

/// Replaces the names of persons by others of as many words.
pub fn rename(sentence: &mut Sentence, templates: &Templates, random: &mut Random) {
    for at in 1..sentence.len() {
        let (first, second) = (at - 1, at);
        let is_name = sentence[second].relation == Relation::Flat
            && sentence[second].head == Some(first)
            && [first, second].iter().all(|&word| {
                sentence[word].tag == FineTag::Nnp
                    && sentence[word].form.len() > 2
                    && sentence[word].form.chars().all(|letter| letter.is_alphabetic())
            });
        if is_name {
            sentence[first].form = templates.name("GIVEN", random);
            sentence[second].form = templates.name("SURNAME", random);
        }
    }
}

/// Writes the sentence as a headline might be: all words capitalised, or all in capitals.
pub fn recase(sentence: &mut Sentence, random: &mut Random) {
    let shout = random.chance(0.3);
    for token in sentence {
        if shout {
            token.form = token.form.to_uppercase();
        } else if token.form.len() > 3 {
            let mut letters = token.form.chars();
            if let Some(first) = letters.next() {
                token.form = first.to_uppercase().chain(letters).collect();
            }
        }
    }
}
