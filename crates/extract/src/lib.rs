//! From the text of diplomatic news to records with evidence.
//!
//! Pure: no I/O, no clock, no randomness; the same input gives the same records. Extraction never
//! fails and never panics: it returns records and diagnostics for any bytes.

pub mod agent;
pub mod cast;
pub mod date;
pub mod decision;
pub mod gazetteer;
pub mod input;
pub mod interview;
pub mod layout;
pub mod letter;
pub mod lexicon;
pub mod meeting;
pub mod mention;
pub mod normal;
pub mod outcome;
pub mod quotation;
pub mod record;
pub mod sentence;
pub mod shouting;
pub mod statement;
pub mod text;
pub mod token;

mod affiliation;
mod casting;
mod collective;
mod describe;
mod extractor;
mod forest;
mod models;
mod nearest;
mod rule_extractor;
mod trace;
mod user_lexicon;

pub use describe::describe;
pub use extractor::{Diagnostic, Extraction, Extractor, Source};
pub use models::Models;
pub use rule_extractor::{Drafts, Explanation, RuleExtractor};
pub use trace::Note;
pub use user_lexicon::{LexiconError, UserLexicon};
