//! Which column of a table of meetings is which field.
//!
//! It must not know rows. Where nothing is said, a column named like a field is that field.

use std::str::FromStr;

use crate::ImportError;

/// A field of a meeting that a column may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Field {
    /// When, in EDTF (`2025-05-16`, `2025-05`).
    Date,
    /// The first day.
    Start,
    /// The last day.
    End,
    /// Who took part; several between semicolons, or in several columns.
    Participant,
    /// Who received the others.
    Host,
    /// Who was not there.
    Absent,
    /// Where.
    Place,
    /// The country of the place, or the place itself where there is no other.
    Country,
    /// What the meeting is called.
    Name,
    /// Whether it took place: `held`, `planned`, `cancelled` and the others of the contract.
    Status,
    /// How they met: `in_person`, `phone`, `video`.
    Medium,
    /// What it was about.
    Topic,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 12] = [
        Self::Date,
        Self::Start,
        Self::End,
        Self::Participant,
        Self::Host,
        Self::Absent,
        Self::Place,
        Self::Country,
        Self::Name,
        Self::Status,
        Self::Medium,
        Self::Topic,
    ];

    /// The field's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Start => "start",
            Self::End => "end",
            Self::Participant => "participant",
            Self::Host => "host",
            Self::Absent => "absent",
            Self::Place => "place",
            Self::Country => "country",
            Self::Name => "name",
            Self::Status => "status",
            Self::Medium => "medium",
            Self::Topic => "topic",
        }
    }

    /// The field of a word, in the singular or plural.
    pub(crate) fn named(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        Self::ALL.into_iter().find(|field| {
            let name = field.as_str();
            word == name || word.strip_suffix('s') == Some(name)
        })
    }
}

/// The columns that were given fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns(Vec<(String, Field)>);

impl Columns {
    /// Reads `column=field` as often as it is given.
    ///
    /// # Errors
    /// [`ImportError::Map`] for what has no such form or names no field.
    ///
    /// ```
    /// use rapporteur_import::Columns;
    /// assert!(Columns::read(["visitor=participant", "from=participant", "start=start"]).is_ok());
    /// assert!(Columns::read(["visitor=guest"]).is_err());
    /// ```
    pub fn read<'a>(given: impl IntoIterator<Item = &'a str>) -> Result<Self, ImportError> {
        given.into_iter().map(pair).collect::<Result<_, _>>().map(Self)
    }

    /// Whether nothing was said of columns.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Field)> {
        self.0.iter().map(|(column, field)| (column.as_str(), *field))
    }
}

impl FromStr for Columns {
    type Err = ImportError;

    /// Reads one `column=field`.
    fn from_str(given: &str) -> Result<Self, ImportError> {
        Self::read([given])
    }
}

fn pair(given: &str) -> Result<(String, Field), ImportError> {
    let read = given.rsplit_once('=').filter(|(column, _)| !column.trim().is_empty());
    let read = read.and_then(|(column, field)| Some((column.trim().to_owned(), Field::named(field)?)));
    read.ok_or_else(|| ImportError::Map {
        given: given.to_owned(),
        fields: Field::ALL.map(Field::as_str).join(", "),
    })
}
