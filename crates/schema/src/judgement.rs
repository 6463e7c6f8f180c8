//! What people say of records and outlets: that two records are one, or two; how reliable an outlet is; and that they
//! take it back.
//!
//! It must not know what follows from it. Invariant: a judgement says one thing, of what its verdict is for.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::SLUG_PATTERN;
use crate::text_form::text_form;
use crate::{DocumentId, RecordId, RecordKind, SchemaError, Timestamp};

/// A record, or what one document tells of it: `actor/a`, `actor/a@document/d`.
///
/// ```
/// use rapporteur_schema::Subject;
/// let subject: Subject = "actor/a@document/d".parse().unwrap();
/// assert_eq!(subject.document.unwrap().as_str(), "document/d");
/// assert!("place/p".parse::<Subject>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The record, by the id that documents give it.
    pub id: RecordId,
    /// The document, where only what it tells is meant.
    pub document: Option<DocumentId>,
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.document {
            Some(document) => write!(f, "{}@{document}", self.id),
            None => write!(f, "{}", self.id),
        }
    }
}

impl FromStr for Subject {
    type Err = SchemaError;

    /// # Errors
    /// [`SchemaError::Id`] for anything but the id of an actor or a meeting, alone or with `@` and a document's.
    fn from_str(text: &str) -> Result<Self, SchemaError> {
        let (id, document) = match text.split_once('@') {
            Some((id, document)) => (id, Some(document.parse()?)),
            None => (text, None),
        };
        let id: RecordId = id.parse()?;
        match id.kind() {
            RecordKind::Actor | RecordKind::Meeting => Ok(Self { id, document }),
            _ => Err(SchemaError::Id { id: text.to_owned(), expected: "actor or meeting" }),
        }
    }
}

text_form!(Subject, "the id of an actor or a meeting, alone or with `@` and a document's id",
    "description": "An actor or a meeting by its id, or, with `@` and a document's id, what that document tells of it.",
    "pattern": format!("^(actor|meeting)/{SLUG_PATTERN}(@document/{SLUG_PATTERN})?$"),
);

/// What is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Two records are one.
    Same,
    /// They are two.
    Different,
    /// An outlet is as reliable as it is said to be.
    Reliability,
    /// An earlier judgement is taken back.
    Undo,
}

impl Verdict {
    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Reliability => "reliability",
            Self::Undo => "undo",
        }
    }
}

/// How reliable a source is, by the Admiralty scale (NATO AJP-2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Reliability {
    /// Completely reliable.
    A,
    /// Usually reliable.
    B,
    /// Fairly reliable.
    C,
    /// Not usually reliable.
    D,
    /// Unreliable.
    E,
    /// Reliability cannot be judged.
    F,
}

impl Reliability {
    /// The letter.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
            Self::E => "E",
            Self::F => "F",
        }
    }
}

impl fmt::Display for Reliability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A judgement of two records, of an outlet, or of an earlier judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// Its id: `judgement/` and a number that follows from what it says.
    #[schemars(regex(pattern = r"^judgement/\S+$"))]
    pub id: String,
    /// What is said.
    pub verdict: Verdict,
    /// The two records that are one, or two.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(min = 2, max = 2))]
    pub subjects: Vec<Subject>,
    /// The outlet that is judged, as its documents name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"\S"))]
    pub outlet: Option<String>,
    /// How reliable it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reliability: Option<Reliability>,
    /// The judgement that is taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^judgement/\S+$"))]
    pub undoes: Option<String>,
    /// Who says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// When it was said.
    pub time: Timestamp,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

/// How the line of a judgement begins.
pub const LINE: &str = r#"{"type":"judgement""#;

impl Judgement {
    /// The line of it, `type` first and without a line break, as `export` prints it and `import` takes it.
    pub fn to_line(&self) -> String {
        // It has no maps, so writing it cannot fail.
        let fields = serde_json::to_string(self).unwrap_or_default();
        format!("{LINE},{}", fields.strip_prefix('{').unwrap_or("}"))
    }

    /// Reads the line of a judgement.
    ///
    /// # Errors
    /// [`SchemaError::Json`] where it is not the JSON of one, or says something else than its verdict is for.
    pub fn from_line(line: &str) -> Result<Self, SchemaError> {
        let wrong = |reason: String| SchemaError::Json { path: None, reason };
        let mut object: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(line).map_err(|error| wrong(error.to_string()))?;
        object.remove("type");
        let judgement: Self =
            serde_json::from_value(object.into()).map_err(|error| wrong(error.to_string()))?;
        judgement.check()?;
        Ok(judgement)
    }

    /// Checks that it says one thing.
    ///
    /// # Errors
    /// [`SchemaError::Json`] when not.
    pub fn check(&self) -> Result<(), SchemaError> {
        let of_two = matches!(self.subjects.as_slice(), [one, other] if one.id.kind() == other.id.kind());
        let of_outlet = self.outlet.as_ref().is_some_and(|outlet| !outlet.trim().is_empty())
            && self.reliability.is_some();
        let of_none = (self.subjects.is_empty(), self.outlet.is_none() && self.reliability.is_none());
        let right = match self.verdict {
            Verdict::Same | Verdict::Different => of_two && of_none.1 && self.undoes.is_none(),
            Verdict::Reliability => of_outlet && of_none.0 && self.undoes.is_none(),
            Verdict::Undo => self.undoes.is_some() && of_none == (true, true),
        };
        let reason = "a judgement is on two records of one kind, on an outlet, or undoes one";
        if right { Ok(()) } else { Err(SchemaError::Json { path: None, reason: reason.to_owned() }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_judgement_says_one_thing() {
        let time = r#""time":"2031-06-01T12:00:00Z""#;
        for (fields, right) in [
            (r#""verdict":"same","subjects":["actor/a","actor/b@document/d"]"#, true),
            (r#""verdict":"same","subjects":["actor/a"]"#, false),
            (r#""verdict":"same","subjects":["actor/a","meeting/b"]"#, false),
            (r#""verdict":"different","subjects":["actor/a","actor/b"],"outlet":"The Ledger""#, false),
            (r#""verdict":"reliability","outlet":"The Ledger","reliability":"B""#, true),
            (r#""verdict":"reliability","outlet":"The Ledger","reliability":"G""#, false),
            (r#""verdict":"reliability","outlet":" ","reliability":"B""#, false),
            (r#""verdict":"reliability","outlet":"The Ledger""#, false),
            (r#""verdict":"undo","undoes":"judgement/1""#, true),
            (r#""verdict":"undo""#, false),
            (r#""verdict":"undo","undoes":"judgement/1","reliability":"A""#, false),
        ] {
            let line = format!(r#"{LINE},"id":"judgement/2",{fields},{time}}}"#);
            let read = Judgement::from_line(&line);
            assert_eq!(read.is_ok(), right, "{line}: {read:?}");
            if let Ok(judgement) = read {
                assert_eq!(judgement.to_line(), line);
            }
        }
    }
}
