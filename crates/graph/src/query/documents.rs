//! The documents read.

use rapporteur_schema::Document;

use super::filter::filters;
use crate::{Counts, Filter, GraphError, Store};

/// A document, and how many records it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRow {
    /// The document.
    pub document: Document,
    /// What it tells.
    pub records: Counts,
}

/// Documents, by date of publication, then id. `actor` finds those that tell of the actor.
#[derive(Debug, Clone)]
pub struct Documents<'s> {
    store: &'s Store,
    filter: Filter,
}

filters!(Documents: actor, meeting, dates, limit);

impl Documents<'_> {
    /// The documents.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn run(self) -> Result<Vec<DocumentRow>, GraphError> {
        let _ = (self.store, self.filter);
        unimplemented!()
    }
}
