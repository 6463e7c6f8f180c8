//! Who there is.

use rapporteur_schema::Actor;

use super::filter::filters;
use crate::{Filter, GraphError, Store, View};

/// An actor, and how often it is in something.
#[derive(Debug, Clone, PartialEq)]
pub struct ActorRow {
    /// The actor.
    pub actor: View<Actor>,
    /// Meetings it attended, held or not.
    pub meetings: usize,
    /// Statements it made.
    pub statements: usize,
    /// Outcomes it is a party to.
    pub outcomes: usize,
}

/// Actors, by id. `with` finds those who were in a meeting with another; `country` those that belong to it.
#[derive(Debug, Clone)]
pub struct Actors<'s> {
    store: &'s Store,
    filter: Filter,
}

filters!(Actors: with, country, document, meeting, actor_kind, limit);

impl Actors<'_> {
    /// The actors.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn run(self) -> Result<Vec<ActorRow>, GraphError> {
        let _ = (self.store, self.filter);
        unimplemented!()
    }
}
