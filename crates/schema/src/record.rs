//! Any record, as one line of JSON with its `type` first.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Actor, Document, Meeting, Outcome, Place, RecordId, RecordKind, SchemaError, Span, Statement};

/// A record of any kind.
///
/// ```
/// use rapporteur_schema::Record;
/// let line = r#"{"type":"place","id":"place/tirana","kind":"city","name":"Tirana","country":"ALB",
///   "evidence":[{"document":"document/d","start":3,"end":9,"text":"Tirana"}],"confidence":1.0}"#;
/// let record: Record = serde_json::from_str(line).unwrap();
/// assert_eq!(record.id().as_str(), "place/tirana");
/// record.check().unwrap();
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
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

    /// Checks the rules of form that the types do not hold: evidence is there, every span is as long
    /// as its text, names and texts are not empty.
    ///
    /// # Errors
    /// The first rule broken, as a [`SchemaError`].
    pub fn check(&self) -> Result<(), SchemaError> {
        let id = || self.id().to_string();
        if self.evidence().is_empty() && self.kind() != RecordKind::Document {
            return Err(SchemaError::NoEvidence(id()));
        }
        self.spans().try_for_each(Span::check)?;
        let (field, text) = match self {
            Self::Document(_) | Self::Meeting(_) => return Ok(()),
            Self::Actor(record) => ("name", &record.name),
            Self::Place(record) => ("name", &record.name),
            Self::Statement(record) => ("text", &record.text),
            Self::Outcome(record) => ("text", &record.text),
        };
        if text.trim().is_empty() { Err(SchemaError::Empty { id: id(), field }) } else { Ok(()) }
    }
}
