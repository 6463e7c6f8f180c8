//! What a store can be asked, each with the way to it.

use jiff::civil::Date;
use rapporteur_schema::{Country, DocumentId, Record, RecordId};

use super::as_of::AsOf;
use super::{
    ActorLabel, Actors, Conflicts, Documents, Found, Meetings, Met, Outcomes, PlaceLabel, Places, Statements,
};
use crate::snapshot::Moment;
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

    /// What contradicts each other.
    pub fn conflicts(&self) -> Conflicts<'_> {
        Conflicts::new(self)
    }

    /// The store as the documents published by a day would have it.
    ///
    /// # Examples
    /// `store.as_of(day).record(&id)` is what was known of a record that day.
    pub const fn as_of(&self, day: Date) -> AsOf<'_> {
        AsOf { store: self, moment: Moment { public: Some(day), recorded: None } }
    }

    /// One record, as all its documents tell it.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn record(&self, id: &RecordId) -> Result<Option<View<Record>>, GraphError> {
        AsOf::from(self).record(id)
    }

    /// One record, as each document tells it, by document. A document tells of itself.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn tellings(&self, id: &RecordId) -> Result<Vec<Telling>, GraphError> {
        AsOf::from(self).tellings(id)
    }

    /// The words that prove a record, by document and place in it, each once.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn evidence(&self, id: &RecordId) -> Result<Vec<EvidenceView>, GraphError> {
        AsOf::from(self).evidence(id)
    }

    /// Actors that a name may mean, the best first; where none fits, those whose names are nearest.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn find_actors(&self, name: &str) -> Result<Vec<Found<ActorLabel>>, GraphError> {
        AsOf::from(self).find_actors(name)
    }

    /// Places that a name may mean, the best first; where none fits, those whose names are nearest.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn find_places(&self, name: &str) -> Result<Vec<Found<PlaceLabel>>, GraphError> {
        AsOf::from(self).find_places(name)
    }

    /// The country that a name or code means, where exactly one does.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn find_country(&self, name: &str) -> Result<Option<Country>, GraphError> {
        AsOf::from(self).find_country(name)
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
