//! Who there is.

use std::collections::BTreeSet;

use rapporteur_schema::{Actor, ActorId, Attendance, Record, RecordId, RecordKind};

use super::ask::{ANY_DAY, Ask};
use super::filter::filters;
use crate::index::card::Facts;
use crate::index::derive::{Relation, in_country};
use crate::index::keys::Node;
use crate::view::Merge;
use crate::{Filter, GraphError, Store, View};

/// An actor, and how often it is in something.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ActorRow {
    /// The actor.
    pub actor: View<Actor>,
    /// The ids under which documents tell of it: more than one where several were found to be one.
    pub members: Vec<ActorId>,
    /// Meetings that name it, as present or away, held or not.
    pub meetings: usize,
    /// Statements it made.
    pub statements: usize,
    /// Outcomes it is a party to.
    pub outcomes: usize,
}

/// Actors, by id. `actor` finds those who were in a meeting with another, `with` those who were in one with
/// that other as well; `country` those that belong to it.
#[derive(Debug, Clone)]
pub struct Actors<'s> {
    store: &'s Store,
    filter: Filter,
}

filters!(Actors: actor, with, country, document, meeting, actor_kind, limit);

impl Actors<'_> {
    /// The actors.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn run(self) -> Result<Vec<ActorRow>, GraphError> {
        let (filter, state) = (&self.filter, self.store.read());
        let ask = Ask::new(&state, filter);
        let met = filter.actor.iter().chain(&filter.with).map(|other| beside(&ask, other));
        let met = met.collect::<Result<Vec<_>, _>>()?;
        let mut candidates = match (&filter.meeting, met.first(), filter.country, &filter.document) {
            (Some(meeting), ..) => in_meetings(&ask, ask.number(meeting.clone())?)?,
            (_, Some(met), ..) => met.clone(),
            (_, _, Some(country), _) => {
                ask.snapshot.posted(&in_country(country, RecordKind::Actor), ANY_DAY)?.into_iter().collect()
            }
            (.., Some(document)) => ask.told_by(document, RecordKind::Actor)?,
            _ => ask.all(RecordKind::Actor)?,
        };
        candidates.retain(|actor| met.iter().all(|met| met.contains(actor)));
        let ids = candidates.into_iter().map(|node| Ok((ask.snapshot.id(node)?, node)));
        let mut ids = ids.collect::<Result<Vec<_>, GraphError>>()?;
        ids.sort_unstable();
        let mut rows = Vec::new();
        // In order, so that nobody behind the limit need be looked at.
        for (_, node) in ids {
            if filter.limit.is_some_and(|limit| rows.len() >= limit) {
                break;
            }
            let cards = ask.snapshot.cards(node)?;
            if !ask.admits_tellers(&cards)? {
                continue;
            }
            let tellings =
                ask.snapshot.tellings_of(&cards)?.into_iter().filter_map(|telling| match telling.record {
                    Record::Actor(actor) => Some((telling.document, actor)),
                    _ => None,
                });
            let Some(actor) = Merge::view(tellings.collect::<Vec<(_, Actor)>>()) else { continue };
            let of_kind = filter.actor_kind.is_empty() || filter.actor_kind.contains(&actor.kind);
            if of_kind && (filter.country.is_none() || actor.country == filter.country) {
                let count = |relation| ask.snapshot.links(node, relation, ANY_DAY).map(|found| found.len());
                let meetings = ask.linked([node], &[Relation::Participant])?.len();
                let (statements, outcomes) = (count(Relation::Speaker)?, count(Relation::Party)?);
                let members = ask.members(node, |id| match id {
                    RecordId::Actor(id) => Some(id),
                    _ => None,
                })?;
                rows.push(ActorRow { actor, members, meetings, statements, outcomes });
            }
        }
        Ok(rows)
    }
}

/// Those who were in any of some meetings.
fn in_meetings(
    ask: &Ask<'_>,
    meetings: impl IntoIterator<Item = Node>,
) -> Result<BTreeSet<Node>, GraphError> {
    let mut found = BTreeSet::new();
    for meeting in meetings {
        for (_, card) in ask.snapshot.cards(meeting)? {
            if let Facts::Meeting { participants, .. } = card.facts {
                found.extend(participants.iter().map(|part| part.actor));
            }
        }
    }
    Ok(found)
}

/// Those who attended a meeting that another attended.
fn beside(ask: &Ask<'_>, other: &ActorId) -> Result<BTreeSet<Node>, GraphError> {
    let others = ask.stand_ins(other)?;
    let mut found = BTreeSet::new();
    let mut meetings = ask.linked(others.actors.iter().copied(), &[Relation::Participant])?;
    meetings.extend(ask.linked(others.principal, &[Relation::Represented])?);
    for meeting in meetings {
        for (_, card) in ask.snapshot.cards(meeting)? {
            let Facts::Meeting { participants, status, .. } = card.facts else { continue };
            let there: Vec<_> =
                participants.iter().filter(|part| part.attendance == Attendance::Attended).collect();
            if !status.took_place() {
                continue;
            }
            let theirs: BTreeSet<Node> = there
                .iter()
                .filter(|part| others.include(part.actor, part.on_behalf_of))
                .map(|part| part.actor)
                .collect();
            let met = there
                .iter()
                .map(|part| part.actor)
                .filter(|actor| theirs.len() > usize::from(theirs.contains(actor)));
            found.extend(met);
        }
    }
    if let Some(other) = ask.number(other.clone())? {
        found.remove(&other);
    }
    Ok(found)
}
