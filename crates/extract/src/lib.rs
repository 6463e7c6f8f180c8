//! placeholder
pub mod date;
pub mod layout;
pub mod sentence;
pub mod text;
pub mod token;

mod decode;
mod describe;
mod extractor;
mod rule_extractor;

pub use decode::decode;
pub use describe::describe;
pub use extractor::{Diagnostic, Extraction, Extractor, Source};
pub use rule_extractor::RuleExtractor;
