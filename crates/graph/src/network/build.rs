//! Building the network from the index: a walk over all meetings.
//!
//! Invariant: the order of ingest does not show: actors are numbered by id, meetings by day and id.

use std::collections::{BTreeMap, HashMap};

use rapporteur_schema::{ActorId, Attendance, MeetingId, RecordId, RecordKind};

use super::Network;
use super::rows::Rows;
use crate::GraphError;
use crate::index::card::Facts;
use crate::index::derive::{day_of, kind_byte};
use crate::index::keys::{CALENDAR, Day, Key, Node, UNDATED};
use crate::snapshot::Snapshot;

/// A meeting that took place, and who attended it, in order.
type Held = (MeetingId, Day, Vec<Node>);

/// The network of what counts.
pub(super) fn build(snapshot: &Snapshot<'_>) -> Result<Network, GraphError> {
    let held = held(snapshot)?;
    let mut nodes: Vec<Node> = held.iter().flat_map(|(_, _, actors)| actors).copied().collect();
    nodes.sort_unstable();
    nodes.dedup();
    let mut ids: BTreeMap<ActorId, Node> = BTreeMap::new();
    for node in nodes {
        if let RecordId::Actor(id) = snapshot.id(node)? {
            ids.insert(id, node);
        }
    }
    let by_node: HashMap<Node, u32> = ids.values().zip(0..).map(|(node, number)| (*node, number)).collect();
    let actors: Vec<ActorId> = ids.into_keys().collect();
    let edges: Vec<(u32, u32)> = (0_u32..)
        .zip(&held)
        .flat_map(|(meeting, (_, _, actors))| actors.iter().map(move |actor| (meeting, actor)))
        .filter_map(|(meeting, actor)| Some((meeting, *by_node.get(actor)?)))
        .collect();
    let mut actors_of = Rows::new(held.len(), edges.iter().copied());
    actors_of.sort();
    Ok(Network {
        actors_of,
        meetings_of: Rows::new(actors.len(), edges.iter().map(|(meeting, actor)| (*actor, *meeting))),
        numbers: actors.iter().cloned().zip(0..).collect(),
        actors,
        days: held.iter().map(|(_, day, _)| *day).collect(),
        meetings: held.into_iter().map(|(id, _, _)| id).collect(),
    })
}

/// The meetings that took place, by day and id.
fn held(snapshot: &Snapshot<'_>) -> Result<Vec<Held>, GraphError> {
    let mut held: Vec<Held> = Vec::new();
    let key = Key::new(CALENDAR).byte(kind_byte(RecordKind::Meeting));
    for node in snapshot.posted(&key, (None, None))? {
        let (mut day, mut actors) = (UNDATED, Vec::new());
        for (_, card) in snapshot.cards(node)? {
            let told = day_of(&card.facts);
            let Facts::Meeting { status, participants, .. } = card.facts else { continue };
            if !status.took_place() {
                continue;
            }
            day = if day == UNDATED { told } else { day };
            let there = participants.iter().filter(|part| part.attendance == Attendance::Attended);
            actors.extend(there.map(|part| part.actor));
        }
        actors.sort_unstable();
        actors.dedup();
        if !actors.is_empty()
            && let RecordId::Meeting(id) = snapshot.id(node)?
        {
            held.push((id, day, actors));
        }
    }
    held.sort_unstable_by(|one, other| (one.1, &one.0).cmp(&(other.1, &other.0)));
    Ok(held)
}
