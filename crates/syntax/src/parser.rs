//! The parser: words in, a tree out.
//!
//! Holds the model and drives its parts. Long input is cut into pieces of [`LONGEST`] words, whose
//! heads hang from that of the first, so that memory stays bounded. Nothing here depends on what
//! was parsed before: the buffers are only kept for their room.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::encoder::Encoding;
use crate::error::ModelError;
use crate::lemma;
use crate::model::Model;
use crate::scorer::Scores;
use crate::transition::State;
use crate::word::Word;
use crate::{FineTag, Parse, ParsedToken, Relation, Upos};

/// The longest piece parsed at once.
pub(crate) const LONGEST: usize = 512;

static BUNDLED: &[u8] = include_bytes!("../model/english.bin");

/// A tagger and parser with its model.
///
/// ```
/// use rapporteur_syntax::{Parser, Relation};
///
/// let parse = Parser::bundled().parse(&["The", "minister", "met", "his", "counterpart", "."]);
/// assert_eq!(parse.root(), Some(2));
/// assert_eq!(parse.tokens[1].relation, Relation::Subject);
/// assert_eq!(parse.objects(2).next(), Some(4));
/// assert_eq!(parse.tokens[2].lemma, "meet");
/// ```
#[derive(Debug)]
pub struct Parser {
    model: Model,
}

/// Buffers kept from one sentence to the next.
#[derive(Debug, Default)]
pub struct Scratch {
    words: Vec<Word>,
    encoding: Encoding,
    tags: Vec<f32>,
    scores: Scores,
    state: State,
}

impl Scratch {
    /// The words of the sentence parsed last.
    pub(crate) fn words(&self) -> &[Word] {
        &self.words
    }

    /// What the network saw of them.
    pub(crate) const fn encoding(&self) -> &Encoding {
        &self.encoding
    }

    /// What the network saw of each word of the sentence parsed last: its vector, then its context.
    #[doc(hidden)]
    #[must_use]
    pub fn features(&self) -> Vec<f32> {
        let mut features = Vec::new();
        self.encoding.each(|vector, context| {
            features.extend_from_slice(vector);
            features.extend_from_slice(context);
        });
        features
    }
}

impl Parser {
    /// The parser with the model this crate carries; it is unpacked at the first call.
    #[must_use]
    pub fn bundled() -> &'static Self {
        static PARSER: OnceLock<Parser> = OnceLock::new();
        PARSER.get_or_init(|| {
            Self::from_bytes(BUNDLED).expect("a test reads the model that is compiled in, so it is whole")
        })
    }

    /// A parser with another model, as the trainer writes it.
    ///
    /// # Errors
    /// If the bytes are no model, one for another version, or damaged.
    pub fn from_bytes(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, ModelError> {
        Ok(Self { model: Model::read(bytes.into())? })
    }

    /// Tags and parses one sentence, given as its words: punctuation, `'s` and `n't` by
    /// themselves, compounds with a hyphen whole.
    #[must_use]
    pub fn parse<W: AsRef<str>>(&self, words: &[W]) -> Parse {
        self.parse_with(words, &mut Scratch::default())
    }

    /// As [`Parser::parse`], with buffers that are used again.
    #[must_use]
    pub fn parse_with<W: AsRef<str>>(&self, words: &[W], scratch: &mut Scratch) -> Parse {
        let mut tokens = Vec::with_capacity(words.len());
        let mut first_root = None;
        for piece in words.chunks(LONGEST) {
            let start = tokens.len();
            self.parse_piece(piece, scratch, &mut tokens);
            let root = tokens[start..].iter().position(|token| token.head.is_none()).map(|at| start + at);
            match (first_root, root) {
                (None, found) => first_root = found,
                (Some(first), Some(root)) => {
                    tokens[root].head = Some(first);
                    tokens[root].relation = Relation::Parataxis;
                }
                (Some(_), None) => {}
            }
        }
        Parse::new(tokens)
    }

    /// The row of the lexicon that a word's vector stands in.
    #[doc(hidden)]
    #[must_use]
    pub fn row(&self, word: &str) -> Option<usize> {
        self.row_of(&Word::new(word, false))
    }

    /// The row of the lexicon that a word's vector stands in.
    pub(crate) fn row_of(&self, word: &Word) -> Option<usize> {
        self.model.lexicon.row_of(word)
    }

    fn parse_piece<W: AsRef<str>>(&self, words: &[W], scratch: &mut Scratch, tokens: &mut Vec<ParsedToken>) {
        let Scratch { words: seen, encoding, tags, scores, state } = scratch;
        let model = &self.model;
        let start = tokens.len();
        let mut first = true;
        seen.clear();
        for word in words {
            seen.push(Word::new(word.as_ref(), first));
            first &= !word.as_ref().chars().any(char::is_alphanumeric);
        }
        model.encoder.encode(&model.lexicon, seen, encoding);
        model.tags.multiply(&encoding.first, tags);
        model.scorer.parse(&encoding.context, words.len(), scores, state);
        for ((at, word), scores) in words.iter().enumerate().zip(tags.chunks_exact(model.tags.outputs())) {
            let (fine, universal) = scores.split_at(FineTag::ALL.len());
            let tag = FineTag::from_index(largest(fine)).unwrap_or(FineTag::Xx);
            let upos = Upos::from_index(largest(universal)).unwrap_or(Upos::Other);
            let lemma = lemma::lemma(word.as_ref(), tag, upos, |hash| model.lexicon.row(hash));
            tokens.push(ParsedToken {
                upos,
                tag,
                lemma,
                head: (state.heads[at] != state.root()).then_some(start + state.heads[at] as usize),
                relation: Relation::from_index(state.relations[at] as usize).unwrap_or(Relation::Unspecified),
            });
        }
    }
}

/// The place of the largest number, the first of equals.
pub(crate) fn largest(scores: &[f32]) -> usize {
    let mut best = (f32::NEG_INFINITY, 0);
    for (at, &score) in scores.iter().enumerate() {
        if score > best.0 {
            best = (score, at);
        }
    }
    best.1
}
