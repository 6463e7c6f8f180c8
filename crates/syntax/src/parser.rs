//! The parser: words in, a tree out.
//!
//! Placeholder inference until the trained model lands; the interface is final.

use std::sync::OnceLock;

use crate::{FineTag, Parse, ParsedToken, Relation, Upos};

/// A tagger and parser with its model.
#[derive(Debug)]
pub struct Parser {}

/// Buffers kept from one sentence to the next.
#[derive(Debug, Default)]
pub struct Scratch {}

impl Parser {
    /// The parser with the model this crate carries.
    #[must_use]
    pub fn bundled() -> &'static Self {
        static PARSER: OnceLock<Parser> = OnceLock::new();
        PARSER.get_or_init(|| Self {})
    }

    /// Tags and parses one sentence, given as its words.
    #[must_use]
    pub fn parse<W: AsRef<str>>(&self, words: &[W]) -> Parse {
        self.parse_with(words, &mut Scratch::default())
    }

    /// As [`Parser::parse`], with buffers that are used again.
    #[must_use]
    pub fn parse_with<W: AsRef<str>>(&self, words: &[W], _scratch: &mut Scratch) -> Parse {
        let tokens = words
            .iter()
            .enumerate()
            .map(|(index, word)| ParsedToken {
                upos: Upos::Noun,
                tag: FineTag::Nn,
                lemma: word.as_ref().to_lowercase(),
                head: index.checked_sub(1),
                relation: if index == 0 { Relation::Root } else { Relation::Unspecified },
            })
            .collect();
        Parse::new(tokens)
    }
}
