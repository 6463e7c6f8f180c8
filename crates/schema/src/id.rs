//! Typed ids: a kind, a slash and a slug (`actor/hakan-fidan`).
//!
//! Invariant: an id that exists is well formed. An id depends on content alone, never on time, order
//! or chance; what the content is, the extractor decides.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::SchemaError;
use crate::text_form::text_form;

/// The longest slug, in bytes: long enough for any name, short enough for a key of the store.
pub const MAX_SLUG: usize = 160;

/// The kinds of record, in the order in which they are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// A text as it was read.
    Document,
    /// A person, state, organisation, delegation or unnamed source.
    Actor,
    /// A venue, city, region or country.
    Place,
    /// A meeting, held or not.
    Meeting,
    /// Something said.
    Statement,
    /// Something that came of it.
    Outcome,
}

impl RecordKind {
    /// Every kind, in print order.
    pub const ALL: [Self; 6] =
        [Self::Document, Self::Actor, Self::Place, Self::Meeting, Self::Statement, Self::Outcome];

    /// The word used as `type` and before the slash of an id.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Actor => "actor",
            Self::Place => "place",
            Self::Meeting => "meeting",
            Self::Statement => "statement",
            Self::Outcome => "outcome",
        }
    }
}

impl fmt::Display for RecordKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A slug as a regular expression. It lets more through than [`is_slug`] beyond ASCII, where dialects of
/// regular expressions know different letters.
pub(crate) const SLUG_PATTERN: &str = r"[^\x00-/:-`{-\x7F\s]+(-[^\x00-/:-`{-\x7F\s]+)*";

/// A slug is lower-case letters and digits of any script, in runs joined by single hyphens.
fn is_slug(slug: &str) -> bool {
    !slug.is_empty()
        && slug.len() <= MAX_SLUG
        && !slug.starts_with('-')
        && !slug.ends_with('-')
        && !slug.contains("--")
        && slug.chars().all(|c| c == '-' || (c.is_alphanumeric() && !c.is_uppercase()))
}

/// Turns any text into a slug: lower case, runs of anything but letters and digits become one
/// hyphen. Latin diacritics are for the caller to fold. Never empty: text without a letter or digit
/// gives `x`.
///
/// ```
/// assert_eq!(rapporteur_schema::id::slug("Hakan Fidan (chair)"), "hakan-fidan-chair");
/// assert_eq!(rapporteur_schema::id::slug("—"), "x");
/// ```
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let before = out.len();
        for lower in c.to_lowercase().filter(|l| l.is_alphanumeric() && !l.is_uppercase()) {
            out.push(lower);
        }
        if out.len() == before && !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() > MAX_SLUG {
            out.truncate(before);
            break;
        }
    }
    while out.ends_with('-') {
        out.pop();
    }
    if out.is_empty() { "x".to_owned() } else { out }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident => $kind:ident),+ $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(Arc<str>);

            impl $name {
                /// The kind of record that these ids name.
                pub const KIND: RecordKind = RecordKind::$kind;

                /// Makes an id from any text by way of [`slug`].
                pub fn from_text(text: &str) -> Self {
                    Self(format!("{}/{}", Self::KIND, slug(text)).into())
                }

                /// The whole id, `kind/slug`.
                pub fn as_str(&self) -> &str {
                    &self.0
                }

                /// The part after the slash.
                pub fn slug(&self) -> &str {
                    &self.0[Self::KIND.as_str().len() + 1..]
                }
            }

            impl FromStr for $name {
                type Err = SchemaError;

                fn from_str(text: &str) -> Result<Self, SchemaError> {
                    match text.split_once('/') {
                        Some((kind, rest)) if kind == Self::KIND.as_str() && is_slug(rest) => Ok(Self(text.into())),
                        _ => Err(SchemaError::Id { id: text.to_owned(), expected: Self::KIND.as_str() }),
                    }
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(&self.0)
                }
            }

            impl fmt::Debug for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(&self.0)
                }
            }

            text_form!($name, concat!("the id of a record of kind ", stringify!($kind)),
                "description": format!("The id of a record, `{}/` and a slug.", Self::KIND),
                "pattern": format!("^{}/{SLUG_PATTERN}$", Self::KIND),
            );

            impl From<$name> for RecordId {
                fn from(id: $name) -> Self {
                    Self::$kind(id)
                }
            }
        )+

        /// An id of any kind.
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RecordId {
            $(
                #[doc = concat!("Of a ", stringify!($kind), ".")]
                $kind($name),
            )+
        }

        impl RecordId {
            /// The whole id, `kind/slug`.
            pub fn as_str(&self) -> &str {
                match self { $(Self::$kind(id) => id.as_str(),)+ }
            }

            /// The kind of the record it names.
            pub fn kind(&self) -> RecordKind {
                match self { $(Self::$kind(_) => RecordKind::$kind,)+ }
            }
        }

        impl FromStr for RecordId {
            type Err = SchemaError;

            fn from_str(text: &str) -> Result<Self, SchemaError> {
                match text.split_once('/').map(|(kind, _)| kind) {
                    $(Some(kind) if kind == $name::KIND.as_str() => text.parse().map(Self::$kind),)+
                    _ => Err(SchemaError::Id { id: text.to_owned(), expected: "kind" }),
                }
            }
        }
    };
}

ids! {
    /// The id of a document, `document/slug`.
    DocumentId => Document,
    /// The id of an actor, `actor/slug`.
    ActorId => Actor,
    /// The id of a place, `place/slug`.
    PlaceId => Place,
    /// The id of a meeting, `meeting/slug`.
    MeetingId => Meeting,
    /// The id of a statement, `statement/slug`.
    StatementId => Statement,
    /// The id of an outcome, `outcome/slug`.
    OutcomeId => Outcome,
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

text_form!(RecordId, "the id of a record",
    "description": "The id of a record of any kind, the kind, a slash and a slug.",
    "pattern": format!("^({})/{SLUG_PATTERN}$", RecordKind::ALL.map(RecordKind::as_str).join("|")),
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_of_another_kind_is_refused() {
        assert!("actor/x".parse::<ActorId>().is_ok());
        for bad in
            ["place/x", "actor/", "actor/A", "actor", "actor/a b", "actor/a--b", "actor/-a", "actor/a/b"]
        {
            assert!(bad.parse::<ActorId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn what_slug_makes_parses_again() {
        for text in
            ["Hakan Fidan", "a", "", "--", "Ünal İ", "習近平", "ΣΑΣ", &"x ".repeat(500), &"é".repeat(300)]
        {
            let id = ActorId::from_text(text);
            assert_eq!(id.as_str().parse::<ActorId>().unwrap(), id, "{text}");
        }
    }

    #[test]
    fn any_id_knows_its_kind() {
        let id: RecordId = "meeting/a".parse().unwrap();
        assert_eq!(id.kind(), RecordKind::Meeting);
        assert!("war/a".parse::<RecordId>().is_err());
    }
}
