//! One record: as all tell it, as each tells it, and the words that prove it.

use rapporteur_schema::{DocumentId, Record, RecordId, Span};

use super::evidence::Reader;
use super::{Actors, Documents, Meetings, Met, Outcomes, Places, Statements};
use crate::store::State;
use crate::view::{merge_record, settle_place};
use crate::{EvidenceView, GraphError, Store, Telling, View};

impl Store {
    /// Who met whom, where.
    pub fn met(&self) -> Met<'_> {
        Met::new(self)
    }

    /// Meetings of any status.
    pub fn meetings(&self) -> Meetings<'_> {
        Meetings::new(self)
    }

    /// What was said.
    pub fn statements(&self) -> Statements<'_> {
        Statements::new(self)
    }

    /// What came of it.
    pub fn outcomes(&self) -> Outcomes<'_> {
        Outcomes::new(self)
    }

    /// Who there is.
    pub fn actors(&self) -> Actors<'_> {
        Actors::new(self)
    }

    /// Where things happened.
    pub fn places(&self) -> Places<'_> {
        Places::new(self)
    }

    /// The documents read.
    pub fn documents(&self) -> Documents<'_> {
        Documents::new(self)
    }

    /// One record, as all its documents tell it.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn record(&self, id: &RecordId) -> Result<Option<View<Record>>, GraphError> {
        // One look at the store for all of it, so that no ingest comes in between.
        let state = self.read();
        let told = tellings(&state, id)?;
        let view = merge_record(told.into_iter().map(|telling| (telling.document, telling.record)).collect());
        Ok(match view {
            Some(View { record: Record::Meeting(meeting), documents, conflicts }) => {
                let mut view = View { record: meeting, documents, conflicts };
                settle_place(&mut view, |place| state.around(place))?;
                Some(view.map(Record::Meeting))
            }
            view => view,
        })
    }

    /// One record, as each document tells it, by document. A document tells of itself.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn tellings(&self, id: &RecordId) -> Result<Vec<Telling>, GraphError> {
        tellings(&self.read(), id)
    }

    /// The words that prove a record, by document and place in it, each once.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn evidence(&self, id: &RecordId) -> Result<Vec<EvidenceView>, GraphError> {
        let state = self.read();
        let told = tellings(&state, id)?;
        let mut spans: Vec<Span> = told.iter().flat_map(|telling| telling.record.spans().cloned()).collect();
        spans.sort();
        spans.dedup();
        Reader::new(&state).views(&spans)
    }

    /// A document's text.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn text(&self, document: &DocumentId) -> Result<Option<String>, GraphError> {
        let state = self.read();
        state.find_document(document)?.map(|(_, card)| state.text(&card)).transpose()
    }
}

fn tellings(state: &State, id: &RecordId) -> Result<Vec<Telling>, GraphError> {
    if let RecordId::Document(id) = id {
        let found = state.find_document(id)?;
        let document = found.map(|(_, card)| state.index.document_record(&card)).transpose()?;
        let telling = |document| Telling { document: id.clone(), record: Record::Document(document) };
        return Ok(document.map(telling).into_iter().collect());
    }
    match state.index.number(id)? {
        Some(node) => state.tellings(node),
        None => Ok(Vec::new()),
    }
}
