//! The event codes of CAMEO (Conflict and Mediation Event Observations), root codes and all below them.
//!
//! It must not know how an event is given its code. Invariant: a [`Cameo`] that exists is a row of
//! `data/cameo.tsv`, which is sorted by code.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use super::plover::Plover;
use super::quad::Quad;
use super::table;
use crate::SchemaError;
use crate::text_form::text_form;

/// A CAMEO event code of two to four digits.
///
/// ```
/// use rapporteur_schema::{Cameo, Plover};
/// let visit: Cameo = "042".parse().unwrap();
/// assert_eq!(visit.name(), "Make a visit");
/// assert_eq!(visit.root().as_str(), "04");
/// assert_eq!(visit.plover(), Some(Plover::Consult));
/// assert!("42".parse::<Cameo>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cameo(u16);

struct Row {
    code: &'static str,
    name: &'static str,
    meaning: &'static str,
    plover: Option<Plover>,
}

const NO_ROW: Row = Row { code: "", name: "", meaning: "", plover: None };

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let mut conversion: Vec<[&str; 2]> =
        table::rows(include_str!("../../data/cameo_to_plover.tsv")).map(table::fields).collect();
    conversion.sort_unstable();
    let plover = |code: &str| {
        let found = conversion.binary_search_by(|[cameo, _]| (*cameo).cmp(code)).ok()?;
        conversion[found][1].parse().ok()
    };
    table::rows(include_str!("../../data/cameo.tsv"))
        .map(|row| {
            let [code, name, meaning] = table::fields(row);
            Row { code, name, meaning, plover: plover(code) }
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

    /// The root code, the first two digits: one of `01` to `20`.
    pub fn root(self) -> Self {
        let root = self.as_str().get(..2);
        root.and_then(|root| root.parse().ok()).unwrap_or(self)
    }

    /// The PLOVER event type by PLOVER's own conversion table; nothing for `01`, public statements, which
    /// PLOVER left out.
    pub fn plover(self) -> Option<Plover> {
        self.row().plover
    }

    /// The quad class of the root code, as GDELT has it. PLOVER draws the line between words and deeds
    /// elsewhere: ask [`Plover::quad`] for its own.
    pub fn quad(self) -> Quad {
        match self.root().as_str() {
            "01" | "02" | "03" | "04" | "05" => Quad::VerbalCooperation,
            "06" | "07" | "08" => Quad::MaterialCooperation,
            "09" | "10" | "11" | "12" | "13" => Quad::VerbalConflict,
            _ => Quad::MaterialConflict,
        }
    }

    fn row(self) -> &'static Row {
        TABLE.get(usize::from(self.0)).unwrap_or(&NO_ROW)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_complete() {
        assert!(TABLE.is_sorted_by(|one, other| one.code < other.code));
        let mut roots = 0;
        for code in Cameo::all() {
            assert_eq!(code.as_str().parse::<Cameo>().unwrap(), code);
            assert!(!code.name().is_empty() && code.meaning().ends_with('.'), "{code}");
            assert!(code.as_str().starts_with(code.root().as_str()) && code.root().as_str().len() == 2);
            assert_eq!(code.plover().is_none(), code.root().as_str() == "01", "{code}");
            roots += usize::from(code.root() == code);
        }
        assert_eq!(roots, 20);
    }

    #[test]
    fn every_row_of_the_conversion_is_read() {
        for row in table::rows(include_str!("../../data/cameo_to_plover.tsv")) {
            let [cameo, plover] = table::fields(row);
            assert_eq!(cameo.parse::<Cameo>().unwrap().plover(), Some(plover.parse().unwrap()), "{row}");
        }
    }

    #[test]
    fn codes_are_text_and_not_numbers() {
        for bad in ["", "4", "42", "00", "21", "0421", " 042", "042 ", "０４２"] {
            assert!(bad.parse::<Cameo>().is_err(), "{bad}");
        }
    }
}
