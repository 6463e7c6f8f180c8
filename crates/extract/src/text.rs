//! A text taken apart: blocks, sentences, tokens, each knowing its bytes in the source.
//!
//! This module holds the shapes and calls the stages: [`layout`] finds the blocks, [`sentence`] the
//! sentences and tokens, [`rapporteur_syntax`] their syntax; no other place parses. Invariant: every
//! range lies within the source, on character boundaries, in order and without overlap.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use rapporteur_syntax::event::Event;
use rapporteur_syntax::{Parse, Parser, Scratch};

use crate::models::Models;
use crate::trace::Trace;
use crate::{UserLexicon, layout, sentence, shouting};

/// A source with its blocks and sentences.
#[derive(Debug)]
pub struct Text<'s> {
    /// The document as stored.
    pub source: &'s str,
    /// The blocks, in the order of the source; together with the white space between them they are
    /// the whole source.
    pub blocks: Vec<Block>,
    /// The sentences of all blocks but furniture, in order.
    pub sentences: Vec<Sentence>,
    /// The source with its shouted sentences in the case of running text, byte for byte as long.
    pub(crate) cased: Cow<'s, str>,
    /// The words that a user added.
    pub(crate) lexicon: &'s UserLexicon,
    /// What was learned.
    pub(crate) models: Models<'s>,
    /// Who listens to what the rules do.
    pub(crate) trace: Trace,
}

/// What a block is to its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline of the whole document.
    Title,
    /// A heading above a part or a post.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    Item,
    /// The words under or beside a picture.
    Caption,
    /// The time or date that heads a post or an entry (`Friday 16:05`, `18.41`, `13 November`).
    Timestamp,
    /// Who wrote it, and from where.
    Byline,
    /// What is there for the page and not for the story: buttons, counters, advertisements.
    Furniture,
}

/// A run of lines that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes, without the white space around them.
    pub range: Range<usize>,
    /// The number of the post, entry or section it belongs to, counted from 0: a heading or a
    /// timestamp begins a new one.
    pub section: usize,
}

/// A sentence, or what stands for one: a heading, a caption, an item.
#[derive(Debug)]
pub struct Sentence {
    /// The block it stands in.
    pub block: usize,
    /// The lead-in before it, which is no part of it: a date (`13 November:`), a dateline
    /// (`LIMA, Nov. 3 (Agency) -`), a speaker (`QUESTION (Radio):`), an office (`Chair:`).
    pub label: Option<Range<usize>>,
    /// The tokens of the lead-in.
    pub label_tokens: Vec<Token>,
    /// Its bytes, from the first to the last token: without label and without the mark of an item.
    pub range: Range<usize>,
    /// Its tokens; never none.
    pub tokens: Vec<Token>,
    /// The words of its tokens, lower case.
    pub lower: Vec<String>,
    /// Its syntax, a node a token.
    pub parse: Parse,
    /// The events that it tells of, as far as a network sees them.
    pub events: Vec<Event>,
}

/// A word, number, clitic (`'s`, `n't`) or punctuation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its first byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

impl<'s> Text<'s> {
    /// Takes a source apart: layout, sentences, tokens, syntax.
    ///
    /// ```
    /// use rapporteur_extract::text::Text;
    ///
    /// let text = Text::read("Talks resume\n\nThe envoys met on Friday. Nothing was signed.\n");
    /// assert_eq!(text.sentences.len(), 3);
    /// assert_eq!(text.words(2), ["Nothing", "was", "signed", "."]);
    /// ```
    pub fn read(source: &'s str) -> Self {
        static NONE: LazyLock<UserLexicon> = LazyLock::new(UserLexicon::default);
        Self::read_with(source, &NONE, Models::bundled(), Trace::default())
    }

    /// As [`Text::read`], with the words that a user added, for one who may listen.
    pub(crate) fn read_with(
        source: &'s str,
        lexicon: &'s UserLexicon,
        models: Models<'s>,
        trace: Trace,
    ) -> Self {
        let (parser, reader) = (Parser::bundled(), models.reader);
        let mut scratch = Scratch::default();
        let blocks = layout::blocks(source);
        let mut cased = Cow::Borrowed(source);
        let segments = sentence::sentences(source, &blocks);
        // A headline's capitals tell too little of what is a name.
        let told = |segment: &&sentence::Segment| {
            let small = |range: Range<usize>| source[range].bytes().any(|byte| byte.is_ascii_lowercase());
            !matches!(blocks[segment.block].kind, BlockKind::Title | BlockKind::Heading)
                && !small(segment.range.clone())
        };
        for segment in segments.iter().filter(told) {
            let words: Vec<&str> = segment
                .tokens
                .iter()
                .map(|token| source.get(token.start..token.end).unwrap_or_default())
                .collect();
            for (token, word) in segment.tokens.iter().zip(shouting::unshout(&words).unwrap_or_default()) {
                cased.to_mut().replace_range(token.start..token.end, &word);
            }
        }
        let sentences = segments
            .into_iter()
            .map(|sentence::Segment { block, label, label_tokens, range, tokens }| {
                let words: Vec<&str> = tokens
                    .iter()
                    .map(|token| cased.get(token.start..token.end).unwrap_or_default())
                    .collect();
                let parse = parser.parse_with(&words, &mut scratch);
                let events = reader.read(parser, &parse, &scratch);
                let lower = words.iter().map(|word| word.to_lowercase()).collect();
                Sentence { block, label, label_tokens, range, tokens, lower, parse, events }
            })
            .collect();
        Self { source, blocks, sentences, cased, lexicon, models, trace }
    }

    /// The words of a token.
    pub fn word(&self, token: Token) -> &str {
        self.cased.get(token.start..token.end).unwrap_or_default()
    }

    /// The block of a sentence.
    pub fn block_of(&self, sentence: usize) -> &Block {
        &self.blocks[self.sentences[sentence].block]
    }

    /// The words of a sentence's tokens.
    pub fn words(&self, sentence: usize) -> Vec<&str> {
        self.sentences[sentence].tokens.iter().map(|&token| self.word(token)).collect()
    }

    /// The words of a sentence's tokens, lower case.
    pub fn lower(&self, sentence: usize) -> &[String] {
        &self.sentences[sentence].lower
    }

    /// The bytes from the first to the last of a run of a sentence's tokens.
    pub fn bytes(&self, sentence: usize, tokens: Range<usize>) -> Range<usize> {
        cover(self.sentences[sentence].tokens.get(tokens))
    }

    /// The words of a sentence's label.
    pub fn label_words(&self, sentence: usize) -> Vec<&str> {
        self.sentences[sentence].label_tokens.iter().map(|&token| self.word(token)).collect()
    }

    /// The bytes from the first to the last of a run of the tokens of a sentence's label.
    pub fn label_bytes(&self, sentence: usize, tokens: Range<usize>) -> Range<usize> {
        cover(self.sentences[sentence].label_tokens.get(tokens))
    }

    /// The text of a run of a sentence's tokens, as the source has it.
    pub fn slice(&self, sentence: usize, tokens: Range<usize>) -> &str {
        self.source.get(self.bytes(sentence, tokens)).unwrap_or_default()
    }
}

/// The word at a place, of a sentence's; empty beyond it.
pub(crate) fn word(words: &[String], at: usize) -> &str {
    words.get(at).map_or("", String::as_str)
}

/// The bytes from the first to the last token; nothing for none.
fn cover(tokens: Option<&[Token]>) -> Range<usize> {
    match tokens {
        Some([first, .., last]) => first.start..last.end,
        Some([only]) => only.start..only.end,
        _ => 0..0,
    }
}
