//! Any record, as one line of JSON with its `type` first.
//!
//! It must not know more of a record than every kind has. Invariant: `type` and the kind in the id agree.

mod check;
mod line;
mod reference;

use serde::Serialize;

use crate::{Actor, Confidence, Document, Meeting, Outcome, Place, RecordId, RecordKind, Span, Statement};

/// A record of any kind.
///
/// ```
/// use rapporteur_schema::Record;
/// let line = r#"{"type":"place","id":"place/tirana","kind":"city","name":"Tirana","country":"ALB",
///   "evidence":[{"document":"document/d","start":3,"end":9,"text":"Tirana"}],"confidence":1.0}"#;
/// let record = Record::from_line(line).unwrap();
/// assert_eq!(record.id().as_str(), "place/tirana");
/// assert!(record.to_line().unwrap().starts_with(r#"{"type":"place","id":"place/tirana""#));
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Record {
    /// A document.
    Document(Document),
    /// An actor.
    Actor(Actor),
    /// A place.
    Place(Place),
    /// A meeting.
    Meeting(Meeting),
    /// A statement.
    Statement(Statement),
    /// An outcome.
    Outcome(Outcome),
}

impl Record {
    /// The kind, as `type` has it.
    pub const fn kind(&self) -> RecordKind {
        match self {
            Self::Document(_) => RecordKind::Document,
            Self::Actor(_) => RecordKind::Actor,
            Self::Place(_) => RecordKind::Place,
            Self::Meeting(_) => RecordKind::Meeting,
            Self::Statement(_) => RecordKind::Statement,
            Self::Outcome(_) => RecordKind::Outcome,
        }
    }

    /// The record's id.
    pub fn id(&self) -> RecordId {
        match self {
            Self::Document(record) => record.id.clone().into(),
            Self::Actor(record) => record.id.clone().into(),
            Self::Place(record) => record.id.clone().into(),
            Self::Meeting(record) => record.id.clone().into(),
            Self::Statement(record) => record.id.clone().into(),
            Self::Outcome(record) => record.id.clone().into(),
        }
    }

    /// How sure its maker was; a document has no confidence.
    pub const fn confidence(&self) -> Option<Confidence> {
        match self {
            Self::Document(_) => None,
            Self::Actor(record) => Some(record.confidence),
            Self::Place(record) => Some(record.confidence),
            Self::Meeting(record) => Some(record.confidence),
            Self::Statement(record) => Some(record.confidence),
            Self::Outcome(record) => Some(record.confidence),
        }
    }

    /// The record's own evidence; a document has none.
    pub fn evidence(&self) -> &[Span] {
        match self {
            Self::Document(_) => &[],
            Self::Actor(record) => &record.evidence,
            Self::Place(record) => &record.evidence,
            Self::Meeting(record) => &record.evidence,
            Self::Statement(record) => &record.evidence,
            Self::Outcome(record) => &record.evidence,
        }
    }

    /// Every span in the record, those of a meeting's participations included.
    pub fn spans(&self) -> impl Iterator<Item = &Span> {
        let participants = match self {
            Self::Meeting(meeting) => meeting.participants.as_slice(),
            _ => &[],
        };
        self.evidence().iter().chain(participants.iter().flat_map(|participation| &participation.evidence))
    }
}

macro_rules! from_kind {
    ($($kind:ident),+) => {
        $(
            impl From<$kind> for Record {
                fn from(record: $kind) -> Self {
                    Self::$kind(record)
                }
            }
        )+
    };
}

from_kind!(Document, Actor, Place, Meeting, Statement, Outcome);
