//! Where things happened.

use rapporteur_schema::Place;

use super::filter::filters;
use crate::{Filter, GraphError, Store, View};

/// A place, and how many meetings were in it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceRow {
    /// The place.
    pub place: View<Place>,
    /// Meetings in it or in a place within it, of any status.
    pub meetings: usize,
}

/// Places, by id. `place` finds a place and those within it; `actor` those where the actor was in a meeting.
#[derive(Debug, Clone)]
pub struct Places<'s> {
    store: &'s Store,
    filter: Filter,
}

filters!(Places: actor, place, country, document, place_kind, limit);

impl Places<'_> {
    /// The places.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn run(self) -> Result<Vec<PlaceRow>, GraphError> {
        let _ = (self.store, self.filter);
        unimplemented!()
    }
}
