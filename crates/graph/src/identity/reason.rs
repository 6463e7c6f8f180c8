//! Why two are held to be one, in words.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Something that speaks for two being one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// Somebody judged so.
    Judged,
    /// Both have the same Wikidata item.
    Wikidata,
    /// The same state, by its code.
    State,
    /// The same name, or one is among the other's names.
    Name,
    /// The same name in another spelling or transliteration.
    Spelling,
    /// The consonants of the names are the same.
    Consonants,
    /// One name is a part of the other.
    PartOfName,
    /// Only the surname is told.
    Surname,
    /// They belong to the same country.
    Country,
    /// They hold the same office.
    Office,
    /// The office at that time was the other's.
    OfficeAtTheTime,
    /// On the same day.
    Day,
    /// On days that overlap.
    Days,
    /// A day or two later than it was to be.
    Moved,
    /// The one is set for the day from which the other says that it was moved.
    Rescheduled,
    /// In the same place, or one within the other.
    Place,
    /// The same sides.
    Sides,
    /// One tells of some of the other's sides.
    SomeSides,
    /// The same persons.
    Persons,
    /// The same entry in the gazetteer.
    Gazetteer,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Judged => "judged to be the same",
            Self::Wikidata => "the same Wikidata item",
            Self::State => "the same state",
            Self::Name => "the same name",
            Self::Spelling => "the same name in another spelling",
            Self::Consonants => "names of the same consonants",
            Self::PartOfName => "one name is a part of the other",
            Self::Surname => "the surname fits nobody else",
            Self::Country => "the same country",
            Self::Office => "the same office",
            Self::OfficeAtTheTime => "held that office at the time",
            Self::Day => "the same day",
            Self::Days => "days that overlap",
            Self::Moved => "held a day or two later than planned",
            Self::Rescheduled => "set for the day from which it was moved",
            Self::Place => "the same place",
            Self::Sides => "the same sides",
            Self::SomeSides => "some of the same sides",
            Self::Persons => "the same persons",
            Self::Gazetteer => "the same entry in the gazetteer",
        })
    }
}
