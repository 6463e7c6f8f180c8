//! The lines of a store, as `import` takes them.

use std::collections::VecDeque;

use rapporteur_schema::{DocumentId, Judgement};

use super::Store;
use crate::GraphError;

/// The lines of an export: documents by id, each followed by its records, then the judgements, without
/// line breaks. A document
/// that is removed meanwhile is left out.
#[derive(Debug)]
pub struct Export<'s> {
    store: &'s Store,
    documents: Option<VecDeque<DocumentId>>,
    lines: VecDeque<String>,
    /// Whether the judgements are among the lines.
    judged: bool,
    failed: bool,
}

impl<'s> Export<'s> {
    pub(super) const fn new(store: &'s Store) -> Self {
        Self { store, documents: None, lines: VecDeque::new(), judged: false, failed: false }
    }

    fn advance(&mut self) -> Result<Option<String>, GraphError> {
        loop {
            if let Some(line) = self.lines.pop_front() {
                return Ok(Some(line));
            }
            let state = self.store.read();
            let documents = match &mut self.documents {
                Some(documents) => documents,
                none => none.insert(state.document_ids()?.into()),
            };
            let Some(document) = documents.pop_front() else {
                if std::mem::replace(&mut self.judged, true) {
                    return Ok(None);
                }
                self.lines = state.index.judgements().iter().map(Judgement::to_line).collect();
                continue;
            };
            if let Some((_, card)) = state.find_document(&document)? {
                self.lines = state.lines(&card)?.into();
            }
        }
    }
}

impl Iterator for Export<'_> {
    type Item = Result<String, GraphError>;

    fn next(&mut self) -> Option<Self::Item> {
        // Whoever reads on after an error gets the next document; the damaged one is behind.
        if self.failed && self.documents.is_none() {
            return None;
        }
        let next = self.advance();
        self.failed = next.is_err();
        next.transpose()
    }
}
