//! What became of the rows: read, told, passed over, refused.
//!
//! It must not know rows. Invariant: every row is counted once as told, passed over or bad.

/// How many bad rows are kept with their reasons; the rest are counted.
const KEPT: usize = 10;

/// The counts of an import so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tally {
    /// Rows of events, headings left out.
    pub rows: u64,
    /// Rows of a file of names (`entity2id.txt`).
    pub names: u64,
    /// Rows told as meetings.
    pub meetings: u64,
    /// Rows told as statements.
    pub statements: u64,
    /// Rows told as outcomes.
    pub outcomes: u64,
    /// Rows whose code is no diplomacy: protest, coercion, fighting, trade.
    pub not_diplomacy: u64,
    /// Rows that name no second actor where one is needed.
    pub without_counterpart: u64,
    /// Rows that could not be read.
    pub bad: u64,
    /// The first of them.
    pub first_bad: Vec<BadRow>,
}

/// A row that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// The file, and the member within an archive.
    pub file: String,
    /// Its line, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub reason: String,
}

impl Tally {
    pub(crate) fn refuse(&mut self, row: BadRow) {
        self.bad += 1;
        if self.first_bad.len() < KEPT {
            self.first_bad.push(row);
        }
    }

    /// Rows passed over.
    pub const fn skipped(&self) -> u64 {
        self.not_diplomacy + self.without_counterpart
    }
}
