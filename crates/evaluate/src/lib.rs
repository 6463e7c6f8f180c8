//! Scores what an extractor read against what a careful reader wrote down by hand: precision, recall
//! and F1 of actors, meetings, edges, absences, pairs who met, statements and outcomes.
//!
//! It must not know how records are found, and it never prints. Invariant: the figures depend on the
//! gold and the records alone, and the same ones come out whatever order the documents are scored in.
//!
//! ```
//! use rapporteur_evaluate::{Case, Metric, score};
//! use rapporteur_extract::RuleExtractor;
//!
//! let cases = Case::read_all(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures"))?;
//! let case = cases.iter().find(|case| case.name == "wire-malabo-1996").ok_or("no such case")?;
//! let scored = score(case, &case.extract(&RuleExtractor::new())?);
//! assert!(scored.tally(Metric::Actors).precision().is_some());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod actor;
mod answer;
mod attendance;
mod case;
mod error;
mod finding;
mod fold;
mod gold;
mod meeting;
mod outcome;
mod pair;
mod passage;
mod period;
mod scene;
mod score;
mod statement;
mod tally;

pub use answer::Answer;
pub use case::Case;
pub use error::EvaluateError;
pub use finding::{Finding, Verdict};
pub use gold::Gold;
pub use score::{Score, score, total};
pub use tally::{Metric, Tally};
