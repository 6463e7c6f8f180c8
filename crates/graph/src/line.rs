//! A line of the journal, of an export and of an import: a record, or a document with its text.
//!
//! It must not know what a store does with it. Invariant: a line prints as it parsed, byte for byte,
//! when it was printed here.

use std::fmt;
use std::str::FromStr;

use rapporteur_schema::{Document, Record, RecordId, SchemaError};
use serde_json::{Map, Value};

/// A line of JSON, `type` first.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// A document; with its text, unless the line is a bare record whose text the store has.
    Document {
        /// The record.
        document: Document,
        /// The text.
        text: Option<String>,
    },
    /// Any other record.
    Record(Record),
}

impl Line {
    /// The id of the record.
    pub fn id(&self) -> RecordId {
        match self {
            Self::Document { document, .. } => document.id.clone().into(),
            Self::Record(record) => record.id(),
        }
    }

    /// Reads a line that was taken apart already.
    pub(crate) fn from_object(mut object: Map<String, Value>) -> Result<Self, serde_json::Error> {
        if object.get("type").and_then(Value::as_str) != Some("document") {
            return serde_json::from_value(Value::Object(object)).map(Self::Record);
        }
        let text = object.remove("text").map(serde_json::from_value).transpose()?;
        object.remove("type");
        Ok(Self::Document { document: serde_json::from_value(Value::Object(object))?, text })
    }
}

impl From<Record> for Line {
    fn from(record: Record) -> Self {
        match record {
            Record::Document(document) => Self::Document { document, text: None },
            record => Self::Record(record),
        }
    }
}

impl FromStr for Line {
    type Err = serde_json::Error;

    fn from_str(line: &str) -> Result<Self, Self::Err> {
        // A document line is told from the others by its first bytes, so that the others are read at once.
        if line.trim_start().starts_with(r#"{"type":""#)
            && !line.trim_start().starts_with(r#"{"type":"document""#)
        {
            return serde_json::from_str(line).map(Self::Record);
        }
        Self::from_object(serde_json::from_str(line)?)
    }
}

/// Prints the line without its line break.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let json = |value: &Record| serde_json::to_string(value).map_err(|_| fmt::Error);
        match self {
            Self::Record(record) => f.write_str(&json(record)?),
            Self::Document { document, text } => {
                let record = json(&Record::Document(document.clone()))?;
                let Some(text) = text else { return f.write_str(&record) };
                let text = serde_json::to_string(text).map_err(|_| fmt::Error)?;
                write!(f, r#"{},"text":{text}}}"#, record.strip_suffix('}').unwrap_or(&record))
            }
        }
    }
}

/// The rules of form of what a line holds.
impl Line {
    pub(crate) fn check(&self) -> Result<(), SchemaError> {
        match self {
            Self::Record(record) => record.check(),
            Self::Document { .. } => Ok(()),
        }
    }
}
