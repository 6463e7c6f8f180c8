//! Who met in which meeting, as a graph in memory: for chains and components.
//!
//! It must not read the store after it was built. Actors and meetings are its nodes, so that a conference
//! of a thousand is a thousand edges and not half a million. Rows are compressed and sorted by day.
//!
//! Invariant: an actor is in a meeting's row just when the meeting is in the actor's.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use petgraph::unionfind::UnionFind;
use rapporteur_schema::{ActorId, Attendance, MeetingId, RecordId, RecordKind};

use crate::index::card::Facts;
use crate::index::derive::{day_of, kind_byte};
use crate::index::keys::{CALENDAR, Day, Key, Node, UNDATED, date};
use crate::store::State;
use crate::{GraphError, Store};

/// Rows of numbers, one behind the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Rows {
    starts: Vec<u32>,
    entries: Vec<u32>,
}

impl Rows {
    fn new(rows: usize, edges: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut starts = vec![0_u32; rows + 1];
        for (row, _) in edges.clone() {
            starts[row as usize + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let mut next = starts.clone();
        let mut entries = vec![0; starts[rows] as usize];
        for (row, entry) in edges {
            entries[next[row as usize] as usize] = entry;
            next[row as usize] += 1;
        }
        Self { starts, entries }
    }

    fn row(&self, row: u32) -> &[u32] {
        &self.entries[self.starts[row as usize] as usize..self.starts[row as usize + 1] as usize]
    }
}

/// Who met in which meeting. Meetings that took place only, and those who attended.
///
/// It shows the store as it was when it was built.
#[derive(Debug, Clone)]
pub struct Network {
    actors: Vec<ActorId>,
    numbers: HashMap<ActorId, u32>,
    meetings: Vec<(MeetingId, Day)>,
    meetings_of: Rows,
    actors_of: Rows,
}

/// One link of a chain: two who met, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The one.
    pub from: ActorId,
    /// The meeting, the earliest that both attended.
    pub meeting: MeetingId,
    /// The other.
    pub to: ActorId,
}

impl Store {
    /// The graph of who met whom, built from the index: a walk over all meetings.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn network(&self) -> Result<Network, GraphError> {
        Network::build(&self.read())
    }
}

impl Network {
    fn build(state: &State) -> Result<Self, GraphError> {
        let mut meetings: BTreeMap<Node, (Day, Vec<Node>)> = BTreeMap::new();
        for node in state.index.nodes(&Key::new(CALENDAR).byte(kind_byte(RecordKind::Meeting)))? {
            for (_, card) in state.index.cards(node)? {
                let day = day_of(&card.facts);
                let Facts::Meeting { status, participants, .. } = card.facts else { continue };
                if !status.took_place() {
                    continue;
                }
                let there = participants.iter().filter(|part| part.attendance == Attendance::Attended);
                let meeting = meetings.entry(node).or_insert((day, Vec::new()));
                meeting.0 = if meeting.0 == UNDATED { day } else { meeting.0 };
                meeting.1.extend(there.map(|part| part.actor));
            }
        }
        let mut found = Vec::with_capacity(meetings.len());
        for (node, (day, mut actors)) in meetings {
            actors.sort_unstable();
            actors.dedup();
            if let RecordId::Meeting(id) = state.index.id(node)? {
                found.push((id, day, actors));
            }
        }
        // By id and day, so that the order of ingest does not show.
        found.sort_by(|one, other| (one.1, &one.0).cmp(&(other.1, &other.0)));
        let mut ids: BTreeMap<ActorId, Node> = BTreeMap::new();
        let mut nodes: Vec<Node> = found.iter().flat_map(|(_, _, actors)| actors).copied().collect();
        nodes.sort_unstable();
        nodes.dedup();
        for node in nodes {
            if let Some(id) = state.actor_id(node)? {
                ids.insert(id, node);
            }
        }
        let by_node: HashMap<Node, u32> =
            ids.values().zip(0..).map(|(node, number)| (*node, number)).collect();
        let actors: Vec<ActorId> = ids.into_keys().collect();
        let edges: Vec<(u32, u32)> = (0_u32..)
            .zip(&found)
            .flat_map(|(meeting, (_, _, actors))| actors.iter().map(move |actor| (meeting, actor)))
            .filter_map(|(meeting, actor)| Some((meeting, *by_node.get(actor)?)))
            .collect();
        Ok(Self {
            actors_of: Rows::new(found.len(), edges.iter().copied()),
            meetings_of: Rows::new(actors.len(), edges.iter().map(|(meeting, actor)| (*actor, *meeting))),
            numbers: actors.iter().cloned().zip(0..).collect(),
            actors,
            meetings: found.into_iter().map(|(id, day, _)| (id, day)).collect(),
        })
    }

    /// Those who attended a meeting, by id.
    pub fn actors(&self) -> &[ActorId] {
        &self.actors
    }

    /// How many meetings it has.
    pub fn meetings(&self) -> usize {
        self.meetings.len()
    }

    /// Whom an actor met, with the meeting and its day, by day. The cost is that of the answer.
    pub fn met_by<'n>(
        &'n self,
        actor: &ActorId,
    ) -> impl Iterator<Item = (&'n ActorId, &'n MeetingId, Option<Date>)> {
        let number = self.numbers.get(actor).copied();
        let meetings = number.map_or(&[][..], |number| self.meetings_of.row(number));
        meetings.iter().flat_map(move |meeting| {
            let (id, day) = &self.meetings[*meeting as usize];
            let others = self.actors_of.row(*meeting).iter().filter(move |other| Some(**other) != number);
            others.map(move |other| (&self.actors[*other as usize], id, date(*day)))
        })
    }

    /// The shortest chain of meetings from one actor to another: nothing where there is none, no links from
    /// an actor to itself. Of chains of one length, the one by the earliest meetings. The cost is at most
    /// that of the whole graph.
    pub fn chain(&self, from: &ActorId, to: &ActorId) -> Option<Vec<Link>> {
        let (from, to) = (*self.numbers.get(from)?, *self.numbers.get(to)?);
        // By which actor and meeting each was reached first.
        let mut reached: Vec<Option<(u32, u32)>> = vec![None; self.actors.len()];
        let mut seen = vec![false; self.meetings.len()];
        let mut open = std::collections::VecDeque::from([from]);
        while let Some(actor) = open.pop_front() {
            if actor == to {
                break;
            }
            for meeting in self.meetings_of.row(actor) {
                if std::mem::replace(&mut seen[*meeting as usize], true) {
                    continue;
                }
                for other in self.actors_of.row(*meeting) {
                    if *other != from && reached[*other as usize].is_none() {
                        reached[*other as usize] = Some((actor, *meeting));
                        open.push_back(*other);
                    }
                }
            }
        }
        let mut links = Vec::new();
        let mut at = to;
        while at != from {
            let (before, meeting) = reached[at as usize]?;
            links.push(Link {
                from: self.actors[before as usize].clone(),
                meeting: self.meetings[meeting as usize].0.clone(),
                to: self.actors[at as usize].clone(),
            });
            at = before;
        }
        links.reverse();
        Some(links)
    }

    /// The groups of actors between whom there is a chain, the largest first, each by id.
    pub fn components(&self) -> Vec<Vec<ActorId>> {
        let mut union: UnionFind<u32> = UnionFind::new(self.actors.len());
        for meeting in 0..self.meetings.len() as u32 {
            for pair in self.actors_of.row(meeting).windows(2) {
                union.union(pair[0], pair[1]);
            }
        }
        let mut groups: BTreeMap<u32, Vec<ActorId>> = BTreeMap::new();
        for (group, actor) in union.into_labeling().into_iter().zip(&self.actors) {
            groups.entry(group).or_default().push(actor.clone());
        }
        let mut groups: Vec<_> = groups.into_values().collect();
        groups.sort_by(|one, other| (other.len(), &one[0]).cmp(&(one.len(), &other[0])));
        groups
    }
}
