//! From the lines of an import to documents, each with what it tells.
//!
//! It must not write. Invariant: a telling cites one document only; a record whose evidence is in
//! several documents becomes a telling for each.

use std::collections::BTreeMap;

use rapporteur_schema::{Document, DocumentId, Judgement, Participation, Record, RecordId, Span};

use super::State;
use crate::{GraphError, Ingest, Line};

#[derive(Default)]
struct Gathered {
    /// When it was first spoken of, so that what comes in stays in its order.
    order: usize,
    document: Option<(Document, Option<String>)>,
    records: Vec<Record>,
}

/// Gathers lines by the documents that they cite.
pub(super) fn gather(
    lines: impl IntoIterator<Item = Result<Line, GraphError>>,
    store: &State,
) -> Result<(Vec<Ingest>, Vec<Judgement>), GraphError> {
    let mut gathered: BTreeMap<DocumentId, Gathered> = BTreeMap::new();
    let mut judgements = Vec::new();
    for line in lines {
        let order = gathered.len();
        let of = |gathered: &mut BTreeMap<DocumentId, Gathered>, id: &DocumentId| {
            gathered.entry(id.clone()).or_insert_with(|| Gathered { order, ..Gathered::default() });
        };
        match line? {
            Line::Document { document, text } => {
                let id = document.id.clone();
                of(&mut gathered, &id);
                if let Some(known) = gathered.get_mut(&id) {
                    if known.document.is_some() {
                        return Err(GraphError::Duplicate { id: id.clone().into(), document: id });
                    }
                    known.document = Some((document, text));
                }
            }
            Line::Judgement(judgement) => judgements.push(judgement),
            Line::Record(record) => {
                let id = record.id();
                record.check().map_err(|error| GraphError::Form { id, error })?;
                for (document, telling) in split(record) {
                    of(&mut gathered, &document);
                    if let Some(known) = gathered.get_mut(&document) {
                        known.records.push(telling);
                    }
                }
            }
        }
    }
    let mut gathered: Vec<_> = gathered.into_iter().collect();
    gathered.sort_by_key(|(_, one)| one.order);
    let ingests: Result<Vec<Ingest>, _> =
        gathered.into_iter().map(|(id, one)| complete(&id, one, store)).collect();
    Ok((ingests?, judgements))
}

/// Adds what the store has of a document to what the import brings.
fn complete(id: &DocumentId, gathered: Gathered, store: &State) -> Result<Ingest, GraphError> {
    let mut records = gathered.records;
    let (document, text) = match gathered.document {
        Some((document, Some(text))) => return Ok(Ingest { document, text, records }),
        Some((document, None)) => (Some(document), store.ingested(id)?),
        None => (None, store.ingested(id)?),
    };
    let Some(stored) = text else {
        return Err(match (document, records.first()) {
            (None, Some(record)) => GraphError::MissingDocument { id: record.id(), document: id.clone() },
            _ => GraphError::MissingText(id.clone()),
        });
    };
    let brought: std::collections::BTreeSet<RecordId> = records.iter().map(Record::id).collect();
    records.extend(stored.records.into_iter().filter(|record| !brought.contains(&record.id())));
    Ok(Ingest { document: document.unwrap_or(stored.document), text: stored.text, records })
}

/// A telling for each document that a record cites.
fn split(record: Record) -> Vec<(DocumentId, Record)> {
    let mut documents: Vec<DocumentId> = Vec::new();
    for span in record.spans() {
        if !documents.contains(&span.document) {
            documents.push(span.document.clone());
        }
    }
    match &documents[..] {
        [only] => vec![(only.clone(), record)],
        _ => documents.into_iter().map(|document| (document.clone(), told_by(&record, &document))).collect(),
    }
}

fn told_by(record: &Record, document: &DocumentId) -> Record {
    let of = |spans: &[Span]| -> Vec<Span> {
        spans.iter().filter(|span| span.document == *document).cloned().collect()
    };
    let mut record = record.clone();
    match &mut record {
        Record::Document(_) => {}
        Record::Actor(actor) => actor.evidence = of(&actor.evidence),
        Record::Place(place) => place.evidence = of(&place.evidence),
        Record::Statement(statement) => statement.evidence = of(&statement.evidence),
        Record::Outcome(outcome) => outcome.evidence = of(&outcome.evidence),
        Record::Meeting(meeting) => {
            meeting.evidence = of(&meeting.evidence);
            // A part that only other documents show is not this one's to tell.
            let parts = meeting.participants.iter().filter_map(|part| {
                let evidence = of(&part.evidence);
                let shown = !evidence.is_empty() || part.evidence.is_empty();
                shown.then(|| Participation { evidence, ..part.clone() })
            });
            meeting.participants = parts.collect();
            if meeting.evidence.is_empty() {
                meeting.evidence =
                    meeting.participants.iter().flat_map(|part| part.evidence.clone()).collect();
            }
        }
    }
    record
}
