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

macro_rules! event_types {
    ($($variant:ident $code:literal),+ $(,)?) => {
        /// A PLOVER event type.
        ///
        /// ```
        /// use rapporteur_schema::Plover;
        /// let consult: Plover = "CONSULT".parse().unwrap();
        /// assert_eq!(consult, Plover::Consult);
        /// assert_eq!(consult.meaning(), "Meets, visits, hosts, telephones or negotiates.");
        /// assert!("consult".parse::<Plover>().is_err());
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Plover {
            $(
                #[doc = concat!("`", $code, "`, for its meaning see [`Plover::meaning`].")]
                $variant,
            )+
        }

        impl Plover {
            /// Every event type, from cooperation to conflict.
            pub const ALL: [Self; 16] = [$(Self::$variant),+];

            /// The code, in capitals.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    };
}

event_types! {
    Agree "AGREE",
    Consult "CONSULT",
    Support "SUPPORT",
    Concede "CONCEDE",
    Cooperate "COOPERATE",
    Aid "AID",
    Retreat "RETREAT",
    Request "REQUEST",
    Accuse "ACCUSE",
    Reject "REJECT",
    Threaten "THREATEN",
    Protest "PROTEST",
    Sanction "SANCTION",
    Mobilize "MOBILIZE",
    Coerce "COERCE",
    Assault "ASSAULT",
}

/// Code, name and meaning, in the order of the variants.
static TABLE: LazyLock<Vec<[&'static str; 3]>> =
    LazyLock::new(|| table::rows(include_str!("../../data/plover.tsv")).map(table::fields).collect());

impl Plover {
    /// The type's name.
    pub fn name(self) -> &'static str {
        self.row()[1]
    }

    /// What events of this type are.
    pub fn meaning(self) -> &'static str {
        self.row()[2]
    }

    /// The quad class, or nothing for `SANCTION`, which the PLOVER manual counts once among words and
    /// once among deeds.
    pub const fn quad(self) -> Option<Quad> {
        match self {
            Self::Agree | Self::Consult | Self::Support | Self::Concede => Some(Quad::VerbalCooperation),
            Self::Cooperate | Self::Aid | Self::Retreat => Some(Quad::MaterialCooperation),
            Self::Request | Self::Accuse | Self::Reject | Self::Threaten => Some(Quad::VerbalConflict),
            Self::Sanction => None,
            Self::Protest | Self::Mobilize | Self::Coerce | Self::Assault => Some(Quad::MaterialConflict),
        }
    }

    fn row(self) -> [&'static str; 3] {
        TABLE.get(self as usize).copied().unwrap_or_default()
    }
}

impl FromStr for Plover {
    type Err = SchemaError;

    /// # Errors
    /// [`SchemaError::Code`] for anything but one of the sixteen codes.
    fn from_str(text: &str) -> Result<Self, SchemaError> {
        let found = Self::ALL.into_iter().find(|plover| plover.as_str() == text);
        found.ok_or_else(|| SchemaError::Code { code: text.to_owned(), vocabulary: "PLOVER" })
    }
}

impl fmt::Display for Plover {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

text_form!(Plover, "a PLOVER event type",
    "description": "A PLOVER event type.",
    "enum": Self::ALL.map(Self::as_str),
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_the_variants_in_their_order() {
        assert_eq!(TABLE.len(), Plover::ALL.len());
        for plover in Plover::ALL {
            assert_eq!(plover.row()[0], plover.as_str());
            assert_eq!(plover.to_string().parse::<Plover>().unwrap(), plover);
            assert!(!plover.name().is_empty() && plover.meaning().ends_with('.'), "{plover}");
        }
    }

    #[test]
    fn only_sanction_has_no_quad_class() {
        let without: Vec<_> = Plover::ALL.into_iter().filter(|plover| plover.quad().is_none()).collect();
        assert_eq!(without, [Plover::Sanction]);
    }
}
