//! The store's door: what a document and its records must be to come in.
//!
//! It must not change the store. Invariant: behind the door every span is in its document, and every
//! record that another names is told by some document.

use std::collections::{HashMap, HashSet};

use rapporteur_schema::{Document, DocumentId, Record, RecordId};

use crate::index::Index;
use crate::{GraphError, sha256};

/// A document as it asks to come in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Candidate {
    pub(crate) document: Document,
    pub(crate) text: String,
    pub(crate) records: Vec<Record>,
}

/// Checks documents that come together, each by itself and all by what they name.
pub(crate) fn check(candidates: &[Candidate], index: &Index) -> Result<(), GraphError> {
    let mut brought = HashSet::new();
    for candidate in candidates {
        check_alone(candidate)?;
        brought.extend(candidate.records.iter().map(Record::id));
    }
    let replaced: HashSet<&DocumentId> = candidates.iter().map(|candidate| &candidate.document.id).collect();
    let mut known = HashMap::new();
    for record in candidates.iter().flat_map(|candidate| &candidate.records) {
        for missing in record.references() {
            if matches!(missing, RecordId::Document(_)) || brought.contains(&missing) {
                continue;
            }
            let known = match known.get(&missing) {
                Some(known) => *known,
                None => {
                    let told = is_told(&missing, &replaced, index)?;
                    known.insert(missing.clone(), told);
                    told
                }
            };
            if !known {
                return Err(GraphError::MissingReference { id: record.id(), missing });
            }
        }
    }
    Ok(())
}

/// Whether a document that stays tells of a record.
fn is_told(id: &RecordId, replaced: &HashSet<&DocumentId>, index: &Index) -> Result<bool, GraphError> {
    let Some(node) = index.number(id)? else { return Ok(false) };
    for (document, _) in index.cards(node)? {
        match index.id(document)? {
            RecordId::Document(document) if replaced.contains(&document) => {}
            _ => return Ok(true),
        }
    }
    Ok(false)
}

fn check_alone(candidate: &Candidate) -> Result<(), GraphError> {
    let document = &candidate.document;
    if document.bytes != candidate.text.len() as u64 {
        return Err(GraphError::TextMismatch { document: document.id.clone(), field: "bytes" });
    }
    if document.sha256 != sha256(&candidate.text) {
        return Err(GraphError::TextMismatch { document: document.id.clone(), field: "sha256" });
    }
    let mut ids = HashSet::new();
    for record in &candidate.records {
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
            if !span.matches(&candidate.text) {
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
        if !ids.insert(id.clone()) {
            return Err(GraphError::Duplicate { id, document: document.id.clone() });
        }
    }
    Ok(())
}
