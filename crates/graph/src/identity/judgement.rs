//! What people said of two records: that they are the same, or different; and that they take it back.
//!
//! It must not know what follows from it. Invariant: of two judgements on the same two the later stands; one
//! that was taken back is as if it had never been, and stays in the list.

use std::fmt;
use std::str::FromStr;

use rapporteur_schema::{DocumentId, RecordId, RecordKind, SchemaError, Timestamp};
use serde::{Deserialize, Serialize};

use super::Unit;
use crate::index::keys::Node;

/// A record, or what one document tells of it: `actor/a`, `actor/a@document/d`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
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

impl TryFrom<String> for Subject {
    type Error = SchemaError;

    fn try_from(text: String) -> Result<Self, SchemaError> {
        text.parse()
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> Self {
        subject.to_string()
    }
}

/// What is said of two records, or of a judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// They are one.
    Same,
    /// They are two.
    Different,
    /// An earlier judgement is taken back.
    Undo,
}

impl Verdict {
    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Undo => "undo",
        }
    }
}

/// A judgement, as it is kept in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// Its id: `judgement/` and a number that follows from what it says.
    pub id: String,
    /// What is said.
    pub verdict: Verdict,
    /// The two records; nothing, where a judgement is taken back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// The judgement that is taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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

impl Judgement {
    /// The line of it, `type` first and without a line break, as `export` prints it and `import` takes it.
    pub(crate) fn line(&self) -> String {
        // It has no maps, so writing it cannot fail.
        let fields = serde_json::to_string(self).unwrap_or_default();
        format!(r#"{{"type":"judgement",{}"#, fields.strip_prefix('{').unwrap_or("}"))
    }

    /// Reads the line of a judgement.
    pub(crate) fn from_line(line: &str) -> Result<Self, SchemaError> {
        let wrong = |reason: String| SchemaError::Json { path: None, reason };
        let mut object: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(line).map_err(|error| wrong(error.to_string()))?;
        object.remove("type");
        let judgement: Self =
            serde_json::from_value(object.into()).map_err(|error| wrong(error.to_string()))?;
        let right = match judgement.verdict {
            Verdict::Undo => judgement.subjects.is_empty() && judgement.undoes.is_some(),
            _ => {
                judgement.undoes.is_none()
                    && matches!(judgement.subjects.as_slice(), [one, other] if one.id.kind() == other.id.kind())
            }
        };
        if right {
            Ok(judgement)
        } else {
            Err(wrong("a judgement is on two records of one kind, or undoes one".to_owned()))
        }
    }

    /// Gives it the id that follows from what it says.
    pub(crate) fn named(mut self) -> Self {
        self.id = String::new();
        let hash = crate::sha256(&self.line()).to_string();
        self.id = format!("judgement/{}", hash.get(..12).unwrap_or(&hash));
        self
    }
}

/// A judgement that stands, by numbers.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub(crate) same: bool,
    pub(crate) subjects: [(Node, Option<Node>); 2],
}

impl Standing {
    /// Whether it is on two units.
    pub(crate) fn is_on(&self, one: &Unit, other: &Unit) -> bool {
        let is = |unit: &Unit, (node, document): (Node, Option<Node>)| {
            unit.node == node && document.is_none_or(|document| unit.has(document))
        };
        let [first, second] = self.subjects;
        (is(one, first) && is(other, second)) || (is(one, second) && is(other, first))
    }
}

/// Takes out of the parts of a node what a document tells that was judged to be of another than the rest, or than
/// what a second document tells.
pub(crate) fn divide<T>(parts: &mut Vec<Vec<(Node, T)>>, node: Node, judgements: &[Standing]) {
    for judged in judgements.iter().filter(|judged| !judged.same) {
        let (stays, goes) = match judged.subjects {
            [(one, stays), (other, Some(goes))] if one == node && other == node => (stays, goes),
            [(one, Some(goes)), (other, None)] if one == node && other == node => (None, goes),
            _ => continue,
        };
        let tells = |part: &[(Node, T)], document| part.iter().any(|(teller, _)| *teller == document);
        let both = |part: &Vec<(Node, T)>| {
            tells(part, goes) && stays.map_or(part.len() > 1, |stays| stays != goes && tells(part, stays))
        };
        if let Some(part) = parts.iter_mut().find(|part| both(part)) {
            let (out, rest) = std::mem::take(part).into_iter().partition(|(teller, _)| *teller == goes);
            *part = rest;
            parts.push(out);
        }
    }
}

/// The judgements that stand: those not taken back, the later of two on the same.
pub(crate) fn standing<'a>(judgements: impl Iterator<Item = &'a Judgement> + Clone) -> Vec<&'a Judgement> {
    let undone: Vec<&str> = judgements.clone().filter_map(|one| one.undoes.as_deref()).collect();
    let live: Vec<&Judgement> =
        judgements.filter(|one| one.verdict != Verdict::Undo && !undone.contains(&one.id.as_str())).collect();
    let pair = |one: &Judgement| {
        let mut subjects = one.subjects.clone();
        subjects.sort();
        subjects
    };
    let later = |at: usize| live[at + 1..].iter().any(|other| pair(other) == pair(live[at]));
    (0..live.len()).filter(|at| !later(*at)).map(|at| live[at]).collect()
}
