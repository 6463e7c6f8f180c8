//! Who met in which meeting, as a graph in memory: for the questions that go over many meetings.
//!
//! It must not read the store after it was built. Actors and meetings are its nodes, so that a conference
//! of a thousand is a thousand edges and not half a million. Rows are compressed and sorted by day.
//!
//! Invariant: an actor is in a meeting's row just when the meeting is in the actor's.

mod build;
mod centrality;
mod chain;
mod community;
mod met;
mod pairs;
mod rows;

use std::collections::HashMap;

use jiff::civil::Date;
use rapporteur_schema::{ActorId, MeetingId};

pub use self::chain::Link;
pub use self::pairs::Pair;
use self::rows::Rows;
use crate::index::keys::{Day, UNDATED, day};
use crate::snapshot::Snapshot;
use crate::{AsOf, GraphError, Store};

/// Who met in which meeting. Meetings that took place only, and those who attended.
///
/// It shows the store as it was when it was built. Two who met in several meetings of one day met once that
/// day. What the questions cost is said in terms of an actor's *meetings* and of those who attended them.
#[derive(Debug, Clone)]
pub struct Network {
    actors: Vec<ActorId>,
    numbers: HashMap<ActorId, u32>,
    meetings: Vec<MeetingId>,
    /// The meetings' days, ascending.
    days: Vec<Day>,
    /// By day.
    meetings_of: Rows,
    /// By number.
    actors_of: Rows,
}

impl Store {
    /// The graph of who met whom, built from the index: a walk over all meetings, 4 µs each.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn network(&self) -> Result<Network, GraphError> {
        AsOf::from(self).network()
    }
}

impl AsOf<'_> {
    /// The graph of who had met whom, as [`Store::network`] builds it.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn network(&self) -> Result<Network, GraphError> {
        build::build(&Snapshot::new(&self.store.read(), self.moment))
    }
}

impl Network {
    /// Those who attended a meeting, by id.
    pub fn actors(&self) -> &[ActorId] {
        &self.actors
    }

    /// How many meetings it has.
    pub fn meetings(&self) -> usize {
        self.meetings.len()
    }

    fn number(&self, actor: &ActorId) -> Option<u32> {
        self.numbers.get(actor).copied()
    }

    fn id(&self, actor: u32) -> &ActorId {
        &self.actors[actor as usize]
    }

    /// An actor's meetings from one day to another; all, without days.
    fn meetings_within(&self, actor: u32, days: Option<(Day, Day)>) -> &[u32] {
        let row = self.meetings_of.row(actor);
        let Some((from, until)) = days else { return row };
        let begin = row.partition_point(|meeting| self.days[*meeting as usize] < from);
        let end = row.partition_point(|meeting| self.days[*meeting as usize] <= until);
        &row[begin..end.max(begin)]
    }

    /// The others of an actor's meetings; one who was in several stands there several times.
    fn others(&self, actor: u32, days: Option<(Day, Day)>) -> impl Iterator<Item = u32> {
        let meetings = self.meetings_within(actor, days).iter();
        let others = meetings.flat_map(|meeting| self.actors_of.row(*meeting)).copied();
        others.filter(move |other| *other != actor)
    }
}

/// A range of whole days as the rows have them: without what has no date.
fn days(from: Date, until: Date) -> (Day, Day) {
    (day(from).max(UNDATED + 1), day(until))
}

/// A set of actors or meetings, by their numbers.
#[derive(Debug)]
struct Marks(Vec<u64>);

impl Marks {
    fn new(all: usize) -> Self {
        Self(vec![0; all.div_ceil(64)])
    }

    /// Marks one; false where it is marked.
    fn mark(&mut self, number: u32) -> bool {
        let (word, bit) = (&mut self.0[number as usize / 64], 1 << (number % 64));
        let fresh = *word & bit == 0;
        *word |= bit;
        fresh
    }

    /// Takes a mark away; false where there is none.
    fn unmark(&mut self, number: u32) -> bool {
        let (word, bit) = (&mut self.0[number as usize / 64], 1 << (number % 64));
        let marked = *word & bit != 0;
        *word &= !bit;
        marked
    }
}
