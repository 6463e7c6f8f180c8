//! The event codes of CAMEO (Conflict and Mediation Event Observations), root codes and all below them.
//!
//! It must not know how an event is given its code. Invariant: a [`Cameo`] that exists is a row of
//! `data/cameo.tsv`, which is sorted by code.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use super::table;
use crate::SchemaError;
use crate::text_form::text_form;

/// A CAMEO event code of two to four digits.
///
/// ```
/// use rapporteur_schema::Cameo;
/// let visit: Cameo = "042".parse().unwrap();
/// assert_eq!(visit.name(), "Make a visit");
/// assert!("42".parse::<Cameo>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cameo(u16);

struct Row {
    code: &'static str,
    name: &'static str,
    meaning: &'static str,
}

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    table::rows(include_str!("../../data/cameo.tsv"))
        .map(|row| {
            let [code, name, meaning] = table::fields(row);
            Row { code, name, meaning }
        })
        .collect()
});

impl Cameo {
    /// Every code, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).take(TABLE.len()).map(Self)
    }

    /// The code.
    pub fn as_str(self) -> &'static str {
        self.row().code
    }

    /// The code's short name.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// What events of this code are.
    pub fn meaning(self) -> &'static str {
        self.row().meaning
    }

    fn row(self) -> &'static Row {
        const NONE: Row = Row { code: "", name: "", meaning: "" };
        TABLE.get(usize::from(self.0)).unwrap_or(const { &NONE })
    }
}

impl FromStr for Cameo {
    type Err = SchemaError;

    /// # Errors
    /// [`SchemaError::Code`] for a code that the table does not hold.
    fn from_str(text: &str) -> Result<Self, SchemaError> {
        let found = TABLE.binary_search_by(|row| row.code.cmp(text)).ok();
        let index = found.and_then(|index| u16::try_from(index).ok());
        index.map(Self).ok_or_else(|| SchemaError::Code { code: text.to_owned(), vocabulary: "CAMEO" })
    }
}

impl Ord for Cameo {
    /// By code: the table is sorted.
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for Cameo {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Cameo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Cameo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

text_form!(Cameo, "a CAMEO event code",
    "description": "A CAMEO event code.",
    "enum": Self::all().map(Self::as_str).collect::<Vec<_>>(),
);
