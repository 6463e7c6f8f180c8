//! The store's door: what a document and its records must be to come in.
//!
//! It must not change the store. Invariant: behind the door every span is in its document, and every
//! record that another names is told by some document.

use std::collections::BTreeMap;

use foldhash::{HashSet, HashSetExt};
use rapporteur_schema::{DocumentId, Record, RecordId};

use crate::index::Index;
use crate::index::keys::Node;
use crate::{GraphError, Ingest, sha256};

/// Checks what documents that come together name: each thing is brought, or told by a document that stays.
pub(crate) fn check_references(arrivals: &[&Arrival], index: &Index) -> Result<(), GraphError> {
    let mut replaced = Vec::with_capacity(arrivals.len());
    for arrival in arrivals {
        replaced.extend(index.number(&arrival.document.clone().into())?);
    }
    for arrival in arrivals {
        for (missing, id) in &arrival.wanted {
            let brought = arrivals.iter().any(|other| other.brought.contains(missing));
            if !brought && !is_told(missing, &replaced, index)? {
                return Err(GraphError::MissingReference { id: id.clone(), missing: missing.clone() });
            }
        }
    }
    Ok(())
}

/// Whether a document that stays tells of a record.
fn is_told(id: &RecordId, replaced: &[Node], index: &Index) -> Result<bool, GraphError> {
    let Some(node) = index.number(id)? else { return Ok(false) };
    index.is_told(node, replaced)
}

/// What a document brings and what else it needs, once it has passed the door by itself.
#[derive(Debug)]
pub(crate) struct Arrival {
    document: DocumentId,
    /// Its records.
    brought: HashSet<RecordId>,
    /// What its records name and it does not bring, each with the first record that names it.
    wanted: BTreeMap<RecordId, RecordId>,
}

impl Arrival {
    fn of(ingest: &Ingest, brought: HashSet<RecordId>) -> Self {
        let mut wanted = BTreeMap::new();
        for record in &ingest.records {
            for named in record.references() {
                if !matches!(named, RecordId::Document(_)) && !brought.contains(&named) {
                    wanted.entry(named).or_insert_with(|| record.id());
                }
            }
        }
        Self { document: ingest.document.id.clone(), brought, wanted }
    }
}

/// Checks a document by itself: its hash, and every record's form and spans.
pub(crate) fn check_alone(ingest: &Ingest) -> Result<Arrival, GraphError> {
    let document = &ingest.document;
    if document.bytes != ingest.text.len() as u64 {
        return Err(GraphError::TextMismatch { document: document.id.clone(), field: "bytes" });
    }
    if document.sha256 != sha256(&ingest.text) {
        return Err(GraphError::TextMismatch { document: document.id.clone(), field: "sha256" });
    }
    let mut brought = HashSet::with_capacity(ingest.records.len());
    for record in &ingest.records {
        let id = record.id();
        if matches!(record, Record::Document(_)) {
            return Err(GraphError::NestedDocument { id, document: document.id.clone() });
        }
        record.check().map_err(|error| GraphError::Form { id: id.clone(), error })?;
        for span in record.spans() {
            if span.document != document.id {
                let (document, cited) = (document.id.clone(), span.document.clone());
                return Err(GraphError::ForeignSpan { id, document, cited });
            }
            if !span.matches(&ingest.text) {
                let (document, text) = (span.document.clone(), span.text.clone());
                return Err(GraphError::SpanMismatch {
                    id,
                    document,
                    start: span.start,
                    end: span.end,
                    text,
                });
            }
        }
        if let Some(id) = brought.replace(id) {
            return Err(GraphError::Duplicate { id, document: document.id.clone() });
        }
    }
    Ok(Arrival::of(ingest, brought))
}
