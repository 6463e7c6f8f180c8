//! Tags and dependency trees for English news.
//!
//! [`Parser::bundled`] gives the parser, [`Parser::parse`] a sentence's tree. The crate knows
//! nothing of diplomacy, of documents or of sentence boundaries: words in, [`Parse`] out. Whatever
//! the words, the tree is well formed and found in linear time.

mod closed_set;
mod fine_tag;
mod navigation;
mod parse;
mod parser;
mod relation;
mod upos;

pub use fine_tag::FineTag;
pub use parse::{Parse, ParsedToken};
pub use parser::{Parser, Scratch};
pub use relation::Relation;
pub use upos::Upos;
