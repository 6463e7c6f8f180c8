//! Tags, dependency trees and the meetings that a sentence tells of, for English news.
//!
//! [`Parser::bundled`] gives the parser, [`Parser::parse`] a sentence's tree:
//!
//! ```
//! use rapporteur_syntax::{FineTag, Parser, Relation};
//!
//! let words = ["The", "envoys", "were", "received", "by", "President", "Ana", "Costa", "on", "Friday", "."];
//! let parse = Parser::bundled().parse(&words);
//! let verb = parse.root().unwrap();
//! assert_eq!((words[verb], parse.tokens[verb].tag), ("received", FineTag::Vbn));
//! assert!(parse.is_passive(verb) && !parse.negated(verb));
//! let agent = parse.child(verb, Relation::ObliqueAgent).unwrap();
//! assert_eq!(words[parse.subtree(agent)].join(" "), "by President Ana Costa");
//! ```
//!
//! The words are those of a tokenizer that sets apart punctuation, `'s` and `n't` and keeps
//! compounds with a hyphen whole; typographic quotes are as good as plain ones. The relations are
//! those of Universal Dependencies ([`Relation`]). [`event`] reads meetings off a tree. The crate knows nothing of
//! actors, of documents or of sentence boundaries. Whatever the words, the tree is well formed (one root, no
//! cycle) and found in linear time.
//!
//! # How it works
//!
//! A word is a vector from the model's lexicon, or from its ends where it is not known (`word`,
//! `lexicon`). A small network reads the sentence both ways (`encoder`); tags are read off its
//! first layer. A greedy arc-hybrid parser (`transition`) asks a scorer (`scorer`) for each of its
//! moves, two a word. Everything is plain arithmetic on `f32` (`matrix`, `activation`), the same
//! on every machine. `examples/train` makes the model, `model/train_events.py` that of the events; `model/README.md` tells
//! from what, under which licence and how good they are.

mod activation;
mod closed_set;
mod dimensions;
mod encoder;
mod error;
pub mod event;
mod fine_tag;
mod lemma;
mod lexicon;
mod matrix;
mod model;
mod navigation;
mod parse;
mod parser;
mod reader;
mod relation;
mod scorer;
mod settle;
#[doc(hidden)]
pub mod training;
mod transition;
mod upos;
mod word;

pub use error::ModelError;
pub use fine_tag::FineTag;
pub use parse::{Parse, ParsedToken};
pub use parser::{Parser, Scratch};
pub use relation::Relation;
pub use upos::Upos;
