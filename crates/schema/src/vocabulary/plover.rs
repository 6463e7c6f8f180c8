//! The sixteen event types of PLOVER (Political Language Ontology for Verifiable Event Records).
//!
//! It must not know how an event is given its type. Invariant: the variants stand in the order of
//! `data/plover.tsv`.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use super::quad::Quad;
use super::table;
use crate::SchemaError;
use crate::text_form::text_form;

/// A PLOVER event type.
///
/// ```
/// use rapporteur_schema::Plover;
/// let consult: Plover = "CONSULT".parse().unwrap();
/// assert_eq!(consult, Plover::Consult);
/// assert_eq!(consult.to_string(), "CONSULT");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the table gives the meaning of each")]
pub enum Plover {
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

static MEANINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    table::rows(include_str!("../../data/plover.tsv"))
        .map(|row| {
            let [_, meaning] = table::fields(row);
            meaning
        })
        .collect()
});

impl Plover {
    /// Every event type, from cooperation to conflict.
    pub const ALL: [Self; 16] = [
        Self::Agree,
        Self::Consult,
        Self::Support,
        Self::Concede,
        Self::Cooperate,
        Self::Aid,
        Self::Retreat,
        Self::Request,
        Self::Accuse,
        Self::Reject,
        Self::Threaten,
        Self::Protest,
        Self::Sanction,
        Self::Mobilize,
        Self::Coerce,
        Self::Assault,
    ];

    /// The type's name, which is its code.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agree => "AGREE",
            Self::Consult => "CONSULT",
            Self::Support => "SUPPORT",
            Self::Concede => "CONCEDE",
            Self::Cooperate => "COOPERATE",
            Self::Aid => "AID",
            Self::Retreat => "RETREAT",
            Self::Request => "REQUEST",
            Self::Accuse => "ACCUSE",
            Self::Reject => "REJECT",
            Self::Threaten => "THREATEN",
            Self::Protest => "PROTEST",
            Self::Sanction => "SANCTION",
            Self::Mobilize => "MOBILIZE",
            Self::Coerce => "COERCE",
            Self::Assault => "ASSAULT",
        }
    }

    /// What events of this type are, in a sentence.
    pub fn meaning(self) -> &'static str {
        MEANINGS.get(self as usize).copied().unwrap_or_default()
    }

    /// Its quad class.
    pub const fn quad(self) -> Quad {
        match self {
            Self::Agree | Self::Consult | Self::Support | Self::Concede => Quad::VerbalCooperation,
            Self::Cooperate | Self::Aid | Self::Retreat => Quad::MaterialCooperation,
            Self::Request | Self::Accuse | Self::Reject | Self::Threaten => Quad::VerbalConflict,
            Self::Protest | Self::Sanction | Self::Mobilize | Self::Coerce | Self::Assault => {
                Quad::MaterialConflict
            }
        }
    }
}

impl FromStr for Plover {
    type Err = SchemaError;

    /// # Errors
    /// [`SchemaError::Code`] for anything but one of the sixteen names.
    fn from_str(text: &str) -> Result<Self, SchemaError> {
        let found = Self::ALL.into_iter().find(|plover| plover.name() == text);
        found.ok_or_else(|| SchemaError::Code { code: text.to_owned(), vocabulary: "PLOVER" })
    }
}

impl fmt::Display for Plover {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

text_form!(Plover, "a PLOVER event type",
    "description": "A PLOVER event type.",
    "enum": Self::ALL.map(Self::name),
);
