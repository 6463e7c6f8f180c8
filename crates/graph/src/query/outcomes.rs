//! What came of it.

use rapporteur_schema::{MeetingId, Outcome};

use super::filter::filters;
use super::label::{ActorLabel, PlaceLabel};
use crate::{Filter, GraphError, Store, View};

/// An outcome, with the names of those in it.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeRow {
    /// The outcome.
    pub outcome: View<Outcome>,
    /// Whom it binds or concerns.
    pub parties: Vec<ActorLabel>,
    /// Who confirmed it.
    pub confirmed_by: Vec<ActorLabel>,
    /// The meeting it came of, and its name.
    pub meeting: Option<(MeetingId, Option<String>)>,
    /// Where that meeting was.
    pub place: Option<PlaceLabel>,
}

/// Outcomes: `place` and `country` are those of the meeting it came of.
#[derive(Debug, Clone)]
pub struct Outcomes<'s> {
    store: &'s Store,
    filter: Filter,
}

filters!(Outcomes: actor, with, place, country, dates, document, meeting, outcome_kind, outcome_status, nationals, limit);

impl Outcomes<'_> {
    /// The outcomes.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn run(self) -> Result<Vec<OutcomeRow>, GraphError> {
        let _ = (self.store, self.filter);
        unimplemented!()
    }
}
