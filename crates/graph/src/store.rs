//! The store: opening it, changing it, and the way to its questions.

use std::path::Path;

use rapporteur_schema::{Actor, Country, DocumentId, Place, Record, RecordId};

use crate::query::{Actors, Documents, Meetings, Met, Outcomes, Places, Statements};
use crate::{
    EvidenceView, Found, GraphError, Ingest, Ingested, Line, Mode, Remark, Statistics, Telling, Verification,
    View,
};

/// A store of records, open for reading or for reading and writing.
///
/// It may be shared between threads: readers see whole ingests only.
#[derive(Debug)]
pub struct Store {}

/// The lines of an export, documents by id and each followed by its records.
#[derive(Debug)]
pub struct Export<'s> {
    store: &'s Store,
}

impl Iterator for Export<'_> {
    type Item = Result<String, GraphError>;

    fn next(&mut self) -> Option<Self::Item> {
        let _ = self.store;
        unimplemented!()
    }
}

#[allow(unused_variables)]
impl Store {
    /// Makes a store in a folder that does not exist or is empty.
    ///
    /// # Errors
    /// [`GraphError::Exists`] where there is something already.
    pub fn create(path: impl AsRef<Path>) -> Result<Self, GraphError> {
        unimplemented!()
    }

    /// Opens a store. What was noticed and set right is in [`Store::remarks`].
    ///
    /// # Errors
    /// [`GraphError::NoStore`], [`GraphError::NotAStore`], [`GraphError::NewerFormat`]; nothing is touched then.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, GraphError> {
        unimplemented!()
    }

    /// Opens a store, or makes it where there is none.
    ///
    /// # Errors
    /// Those of [`Store::open`].
    pub fn open_or_create(path: impl AsRef<Path>) -> Result<Self, GraphError> {
        unimplemented!()
    }

    /// The store's folder.
    pub fn path(&self) -> &Path {
        unimplemented!()
    }

    /// What opening found worth saying.
    pub fn remarks(&self) -> &[Remark] {
        unimplemented!()
    }

    /// Whether it can be written to.
    pub fn mode(&self) -> Mode {
        unimplemented!()
    }

    /// Puts a document and its records in, in place of what the store had of the document. When this
    /// returns, it is on disk.
    ///
    /// # Errors
    /// A record that breaks a rule; nothing is stored then.
    pub fn ingest(&self, ingest: Ingest) -> Result<Ingested, GraphError> {
        unimplemented!()
    }

    /// Puts in records of any documents, each with the documents its evidence cites; all or none. A
    /// document that the import brings with its text is replaced; records for a document that it
    /// does not bring are added to those that the store has of it, in place of those of the same id.
    ///
    /// # Errors
    /// The first line or record that breaks a rule; nothing is stored then.
    pub fn import(
        &self,
        lines: impl IntoIterator<Item = Result<Line, GraphError>>,
    ) -> Result<Vec<Ingested>, GraphError> {
        unimplemented!()
    }

    /// Takes a document out, with what it alone says. False where the store does not have it.
    ///
    /// # Errors
    /// What writing runs into.
    pub fn remove(&self, document: &DocumentId) -> Result<bool, GraphError> {
        unimplemented!()
    }

    /// Makes the index again from the journal.
    ///
    /// # Errors
    /// What writing runs into.
    pub fn reindex(&self) -> Result<(), GraphError> {
        unimplemented!()
    }

    /// Compares everything with everything: frames with their checksums, the index with the journal,
    /// spans with their documents.
    ///
    /// # Errors
    /// What reading runs into; damage is no error but a [`Problem`](crate::Problem).
    pub fn verify(&self) -> Result<Verification, GraphError> {
        unimplemented!()
    }

    /// How much there is.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn statistics(&self) -> Result<Statistics, GraphError> {
        unimplemented!()
    }

    /// All lines, as `import` takes them.
    pub fn export(&self) -> Export<'_> {
        unimplemented!()
    }

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
        unimplemented!()
    }

    /// One record, as each document tells it, by document.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn tellings(&self, id: &RecordId) -> Result<Vec<Telling>, GraphError> {
        unimplemented!()
    }

    /// The words that prove a record, by document and place in it, each once.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn evidence(&self, id: &RecordId) -> Result<Vec<EvidenceView>, GraphError> {
        unimplemented!()
    }

    /// A document's text.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn text(&self, document: &DocumentId) -> Result<Option<String>, GraphError> {
        unimplemented!()
    }

    /// Actors that a name may mean, the best first; where none fits, those whose names are nearest.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn find_actors(&self, name: &str) -> Result<Vec<Found<Actor>>, GraphError> {
        unimplemented!()
    }

    /// Places that a name may mean, the best first; where none fits, those whose names are nearest.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn find_places(&self, name: &str) -> Result<Vec<Found<Place>>, GraphError> {
        unimplemented!()
    }

    /// The country that a name or code means, where exactly one does.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn find_country(&self, name: &str) -> Result<Option<Country>, GraphError> {
        unimplemented!()
    }
}
