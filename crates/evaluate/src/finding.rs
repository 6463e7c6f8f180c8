//! What was missed and what is too much, with the sentences to look at.

use crate::Metric;

/// In which way it is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The gold has it and the records do not.
    Missed,
    /// The records have it and the gold does not.
    Extra,
    /// Both have it, and the records say something else of it.
    Wrong,
}

impl Verdict {
    /// In a word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::Extra => "extra",
            Self::Wrong => "wrong",
        }
    }
}

/// One miss or extra.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The metric it counts under.
    pub metric: Metric,
    /// In which way it is wrong.
    pub verdict: Verdict,
    /// What it is, in a line.
    pub what: String,
    /// The evidence of an extra; for a miss, which has none, the sentence of the text that names most of it.
    pub sentences: Vec<String>,
}
