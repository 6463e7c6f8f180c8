//! Answers as JSON: an array, or one object a line.
//!
//! Invariant: fields stand in one order, an absent one is left out, and a record's own fields are named as
//! in the record contract, save that ids of actors and places are shown as labels with id and name.

use std::collections::BTreeSet;

use rapporteur_graph::{Conflict, EvidenceView, View};
use rapporteur_schema::{DocumentId, Edtf, Reliability};
use serde::Serialize;
use serde::ser::SerializeMap;
use serde_json::Value;

use super::Row;
use crate::Error;

/// Rows as a JSON array, indented.
///
/// # Errors
/// [`Error::Render`], which no row of ours leads to.
pub fn json<R: Row>(rows: &[R]) -> Result<String, Error> {
    let values = rows.iter().map(|row| serde_json::to_value(row.json())).collect::<Result<Vec<Value>, _>>();
    let text = values.and_then(|values| serde_json::to_string_pretty(&values));
    text.map(|text| text + "\n").map_err(|error| Error::Render(error.to_string()))
}

/// Rows as JSON, one a line.
///
/// # Errors
/// [`Error::Render`], which no row of ours leads to.
pub fn jsonl<R: Row>(rows: &[R]) -> Result<String, Error> {
    let mut lines = String::new();
    for row in rows {
        let value = serde_json::to_value(row.json()).map_err(|error| Error::Render(error.to_string()))?;
        lines += &value.to_string();
        lines.push('\n');
    }
    Ok(lines)
}

/// A piece of evidence as JSON shows it: the span of the contract, then where a reader finds it.
#[derive(Debug, Serialize)]
pub struct EvidenceJson<'a> {
    document: &'a DocumentId,
    start: u64,
    end: u64,
    text: &'a str,
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reliability: Option<Reliability>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'a Edtf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    context: &'a str,
}

impl<'a> From<&'a EvidenceView> for EvidenceJson<'a> {
    fn from(evidence: &'a EvidenceView) -> Self {
        Self {
            document: &evidence.document,
            start: evidence.span.start,
            end: evidence.span.end,
            text: &evidence.span.text,
            line: evidence.line,
            title: evidence.title.as_deref(),
            publisher: evidence.publisher.as_deref(),
            reliability: evidence.reliability,
            published: evidence.published.as_ref(),
            url: evidence.url.as_deref(),
            context: &evidence.context,
        }
    }
}

/// A record with its documents and conflicts. What the row shows as labels is not repeated as ids.
pub(super) struct ViewJson<'a, T> {
    record: &'a T,
    documents: &'a [DocumentId],
    conflicts: &'a [Conflict],
}

impl<'a, T> From<&'a View<T>> for ViewJson<'a, T> {
    fn from(view: &'a View<T>) -> Self {
        Self { record: &view.record, documents: &view.documents, conflicts: &view.conflicts }
    }
}

/// Fields that rows show as labels or before the others.
const SHOWN_BEFORE: [&str; 8] =
    ["id", "speaker", "on_behalf_of", "audience", "reported_by", "parties", "confirmed_by", "meeting"];

impl<T: Serialize> Serialize for ViewJson<'_, T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let record = serde_json::to_value(self.record).map_err(serde::ser::Error::custom)?;
        let before: BTreeSet<&str> = SHOWN_BEFORE.into_iter().collect();
        let mut map = serializer.serialize_map(None)?;
        for (field, value) in record.as_object().into_iter().flatten() {
            if !before.contains(field.as_str()) {
                map.serialize_entry(field, value)?;
            }
        }
        map.serialize_entry("documents", self.documents)?;
        if !self.conflicts.is_empty() {
            let conflicts: Vec<ConflictJson<'_>> = self.conflicts.iter().map(Into::into).collect();
            map.serialize_entry("conflicts", &conflicts)?;
        }
        map.end()
    }
}

#[derive(Serialize)]
struct ConflictJson<'a> {
    field: &'a str,
    values: Vec<ValueJson<'a>>,
}

#[derive(Serialize)]
struct ValueJson<'a> {
    value: &'a str,
    documents: &'a [DocumentId],
}

impl<'a> From<&'a Conflict> for ConflictJson<'a> {
    fn from(conflict: &'a Conflict) -> Self {
        let values = conflict.values.iter();
        Self {
            field: conflict.field,
            values: values.map(|(value, documents)| ValueJson { value, documents }).collect(),
        }
    }
}
