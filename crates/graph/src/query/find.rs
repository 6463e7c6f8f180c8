//! From a name as people type it to the records it may mean.

use crate::View;

/// A record that a name may mean, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// The record.
    pub view: View<T>,
    /// How the name fits.
    pub how: MatchKind,
    /// The name that fits, as the record has it.
    pub name: String,
}

/// How a name fits a record, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchKind {
    /// It is the id, or the id's slug.
    Id,
    /// It is the name.
    Name,
    /// It is another of its names, or its country's code.
    Alias,
    /// It is the last word of its name.
    Surname,
    /// It is a word or the beginning of a word of one of its names.
    Part,
    /// Nothing fits, and this is near: the number of letters to change.
    Similar(u8),
}

impl MatchKind {
    /// Whether the name fits, and is not only near.
    pub const fn is_exact(self) -> bool {
        !matches!(self, Self::Similar(_))
    }
}
