//! A record as one line of JSON, in and out.
//!
//! It must not know where lines come from. Invariant: what [`Record::to_line`] prints, [`Record::from_line`]
//! reads as the same record, and both let only through what [`Record::check`] passes.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, MapDeserializer};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;

use crate::strict::{Strict, strictly};
use crate::{Record, RecordKind, SchemaError};

impl Record {
    /// Reads a line and checks the record.
    ///
    /// # Errors
    /// [`SchemaError::Json`] with the path of the field for what is no record, else as [`Record::check`].
    ///
    /// ```
    /// use rapporteur_schema::Record;
    /// let line = r#"{"type":"actor","id":"actor/x","kind":"person","name":"X","colour":"red"}"#;
    /// let error = Record::from_line(line).unwrap_err().to_string();
    /// assert!(error.contains("unknown field `colour`"), "{error}");
    /// ```
    pub fn from_line(line: &str) -> Result<Self, SchemaError> {
        let mut json = serde_json::Deserializer::from_str(line);
        let record: Self = serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let path = error.path().to_string();
            SchemaError::Json {
                path: if path == "." { None } else { Some(path) },
                reason: error.into_inner().to_string(),
            }
        })?;
        json.end().map_err(|error| SchemaError::Json { path: None, reason: error.to_string() })?;
        record.check()?;
        Ok(record)
    }

    /// Checks the record and prints it without a line break, `type` first.
    ///
    /// # Errors
    /// As [`Record::check`].
    pub fn to_line(&self) -> Result<String, SchemaError> {
        self.check()?;
        serde_json::to_string(self)
            .map_err(|error| SchemaError::Json { path: None, reason: error.to_string() })
    }
}

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RecordVisitor)
    }
}

struct RecordVisitor;

impl<'de> Visitor<'de> for RecordVisitor {
    type Value = Record;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record, an object with a `type`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Record, A::Error> {
        let Some(first) = fields.next_key::<String>()? else {
            return Err(A::Error::missing_field("type"));
        };
        if first != "type" {
            return type_later(first, fields);
        }
        // The order in which we print: nothing need be kept aside, and errors know their place.
        let kind = fields.next_value_seed(strictly::<RecordKind>())?;
        of_kind(kind, MapAccessDeserializer::new(fields))
    }
}

/// Reads a record whose `type` is not its first field: the fields wait in a list, repeated ones too, so
/// that they are refused like anywhere else.
fn type_later<'de, A: MapAccess<'de>>(first: String, mut fields: A) -> Result<Record, A::Error> {
    let mut kept: Vec<(String, Value)> = vec![(first, fields.next_value()?)];
    let mut kind = None;
    while let Some(name) = fields.next_key::<String>()? {
        if name != "type" {
            kept.push((name, fields.next_value()?));
        } else if kind.is_some() {
            return Err(A::Error::duplicate_field("type"));
        } else {
            kind = Some(fields.next_value_seed(strictly::<RecordKind>())?);
        }
    }
    let kind = kind.ok_or_else(|| A::Error::missing_field("type"))?;
    let kept: MapDeserializer<'_, _, serde_json::Error> = MapDeserializer::new(kept.into_iter());
    of_kind(kind, kept).map_err(A::Error::custom)
}

fn of_kind<'de, D: Deserializer<'de>>(kind: RecordKind, fields: D) -> Result<Record, D::Error> {
    let fields = Strict(fields);
    match kind {
        RecordKind::Document => Deserialize::deserialize(fields).map(Record::Document),
        RecordKind::Actor => Deserialize::deserialize(fields).map(Record::Actor),
        RecordKind::Place => Deserialize::deserialize(fields).map(Record::Place),
        RecordKind::Meeting => Deserialize::deserialize(fields).map(Record::Meeting),
        RecordKind::Statement => Deserialize::deserialize(fields).map(Record::Statement),
        RecordKind::Outcome => Deserialize::deserialize(fields).map(Record::Outcome),
    }
}
