//! Tags and dependency trees for English news.
//!
//! [`Parser::bundled`] gives the parser, [`Parser::parse`] a sentence's tree. The crate knows
//! nothing of diplomacy, of documents or of sentence boundaries: words in, [`Parse`] out. Whatever
//! the words, the tree is well formed and found in linear time.

mod activation;
mod closed_set;
mod dimensions;
mod encoder;
mod error;
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
