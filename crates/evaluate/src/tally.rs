//! Counts of right, wrong and missed, and the figures made of them.

use std::fmt;
use std::ops::AddAssign;

/// What is scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Metric {
    /// Actors found, and found to be one; only a person too many counts against precision.
    Actors,
    /// Meetings of the right parties, status, day and place.
    Meetings,
    /// Who was there, over all meetings of the gold.
    Edges,
    /// Who stayed away from what was held.
    Absences,
    /// Pairs of persons, and of states, that met at the right place and day.
    WhoMet,
    /// Statements found, with the right speaker.
    Statements,
    /// Outcomes of the right kind, with one of their parties and their words.
    Outcomes,
}

impl Metric {
    /// All of them, in the order in which they are printed.
    pub const ALL: [Self; 7] = [
        Self::Actors,
        Self::Meetings,
        Self::Edges,
        Self::Absences,
        Self::WhoMet,
        Self::Statements,
        Self::Outcomes,
    ];

    /// Its name in a table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actors => "actors",
            Self::Meetings => "meetings",
            Self::Edges => "edges",
            Self::Absences => "absences",
            Self::WhoMet => "who-met",
            Self::Statements => "statements",
            Self::Outcomes => "outcomes",
        }
    }
}

impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// How much was right, wrong and missed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Found and in the gold.
    pub right: usize,
    /// Found and not in the gold.
    pub wrong: usize,
    /// In the gold and not found.
    pub missed: usize,
}

impl Tally {
    /// How much of what was found is right; none where nothing was found.
    pub fn precision(&self) -> Option<f64> {
        ratio(self.right, self.right + self.wrong)
    }

    /// How much of what there is was found; none where there is nothing.
    pub fn recall(&self) -> Option<f64> {
        ratio(self.right, self.right + self.missed)
    }

    /// The harmonic mean of both; none where there is nothing and nothing was found.
    pub fn f1(&self) -> Option<f64> {
        ratio(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of records are far below 2^52")]
fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn figures_of_nothing_are_none() {
        assert_eq!(Tally::default().f1(), None);
        let missed = Tally { missed: 2, ..Tally::default() };
        assert_eq!((missed.precision(), missed.recall(), missed.f1()), (None, Some(0.0), Some(0.0)));
        let tally = Tally { right: 3, wrong: 1, missed: 3 };
        assert_eq!((tally.precision(), tally.recall(), tally.f1()), (Some(0.75), Some(0.5), Some(0.6)));
    }
}
