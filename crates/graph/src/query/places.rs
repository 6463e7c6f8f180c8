//! Where things happened.

use std::collections::BTreeSet;

use rapporteur_schema::{ActorId, Place, PlaceId, Record, RecordId, RecordKind};

use super::ask::Ask;
use super::filter::filters;
use crate::index::card::Facts;
use crate::index::derive::Relation;
use crate::index::keys::Node;
use crate::view::Merge;
use crate::{Filter, GraphError, Store, View};

/// A place, and how many meetings were in it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PlaceRow {
    /// The place.
    pub place: View<Place>,
    /// The ids under which documents tell of it: more than one where several were found to be one.
    pub members: Vec<PlaceId>,
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
        let (filter, state) = (&self.filter, self.store.read());
        let ask = Ask::new(&state, filter);
        let mut candidates = match (ask.region()?, &filter.document) {
            (Some(region), _) => region,
            (None, Some(document)) => ask.told_by(document, RecordKind::Place)?,
            (None, None) => ask.all(RecordKind::Place)?,
        };
        if let Some(actor) = &filter.actor {
            let visited = visited(&ask, actor)?;
            candidates.retain(|place| visited.contains(place));
        }
        let mut rows = Vec::new();
        for node in candidates {
            let cards = ask.snapshot.cards(node)?;
            if !ask.admits_tellers(&cards)? {
                continue;
            }
            let tellings =
                ask.snapshot.tellings_of(&cards)?.into_iter().filter_map(|telling| match telling.record {
                    Record::Place(place) => Some((telling.document, place)),
                    _ => None,
                });
            let Some(place) = Merge::view(tellings.collect::<Vec<(_, Place)>>()) else { continue };
            if filter.place_kind.is_empty() || filter.place_kind.contains(&place.kind) {
                let meetings = ask.linked(ask.within(vec![node])?, &[Relation::Place])?.len();
                let members = ask.members(node, |id| match id {
                    RecordId::Place(id) => Some(id),
                    _ => None,
                })?;
                rows.push(PlaceRow { place, members, meetings });
            }
        }
        rows.sort_by(|one, other| one.place.id.cmp(&other.place.id));
        rows.truncate(filter.limit.unwrap_or(usize::MAX));
        Ok(rows)
    }
}

/// The places of the meetings that an actor is in.
fn visited(ask: &Ask<'_>, actor: &ActorId) -> Result<BTreeSet<Node>, GraphError> {
    let actors = ask.stand_ins(actor)?;
    let mut found = BTreeSet::new();
    for meeting in ask.linked(actors.actors, &[Relation::Participant])? {
        for (_, card) in ask.snapshot.cards(meeting)? {
            if let Facts::Meeting { place: Some(place), .. } = card.facts {
                found.insert(place);
            }
        }
    }
    Ok(found)
}
