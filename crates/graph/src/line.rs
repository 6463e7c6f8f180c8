//! A line of the journal, of an export and of an import: a record, or a document with its text.
//!
//! It must not know what a store does with it. Invariant: a line prints as it parsed, byte for byte,
//! when it was printed here.

use std::fmt;
use std::str::FromStr;

use rapporteur_schema::{Document, Judgement, Record, SchemaError, judgement};
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
    /// What somebody judged.
    Judgement(Judgement),
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
    type Err = SchemaError;

    fn from_str(line: &str) -> Result<Self, SchemaError> {
        let line = line.trim();
        // A document's text is no field of its record, so it is taken out before the record is read. The
        // first bytes tell the other lines, which are far more, apart.
        if line.starts_with(judgement::LINE) {
            return Judgement::from_line(line).map(Self::Judgement);
        }
        if line.starts_with(r#"{"type":""#) && !line.starts_with(r#"{"type":"document""#) {
            return Record::from_line(line).map(Self::Record);
        }
        let wrong = |error: serde_json::Error| SchemaError::Json { path: None, reason: error.to_string() };
        let mut object: Map<String, Value> = serde_json::from_str(line).map_err(wrong)?;
        if object.get("type").and_then(Value::as_str) != Some("document") {
            return Record::from_line(line).map(Self::Record);
        }
        let Some(text) = object.remove("text") else { return Record::from_line(line).map(Self::from) };
        let Value::String(text) = text else {
            return Err(SchemaError::Json {
                path: Some("text".to_owned()),
                reason: "it is no text".to_owned(),
            });
        };
        let record: Record = serde_json::from_value(Value::Object(object)).map_err(wrong)?;
        record.check()?;
        Ok(match Self::from(record) {
            Self::Document { document, .. } => Self::Document { document, text: Some(text) },
            line => line,
        })
    }
}

impl Line {
    /// Writes the line without its line break.
    pub(crate) fn write(&self, bytes: &mut Vec<u8>) {
        // Writing to a vector cannot fail, and neither can records: they have no maps.
        let _ = match self {
            Self::Record(record) => serde_json::to_writer(&mut *bytes, record),
            Self::Judgement(judgement) => {
                bytes.extend_from_slice(judgement.to_line().as_bytes());
                Ok(())
            }
            Self::Document { document, text } => {
                let record = Record::Document(document.clone());
                let mut written = serde_json::to_writer(&mut *bytes, &record);
                if let Some(text) = text {
                    bytes.pop();
                    bytes.extend_from_slice(br#","text":"#);
                    written = written.and_then(|()| serde_json::to_writer(&mut *bytes, text));
                    bytes.push(b'}');
                }
                written
            }
        };
    }
}

/// Prints the line without its line break.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = Vec::new();
        self.write(&mut bytes);
        f.write_str(&String::from_utf8_lossy(&bytes))
    }
}
