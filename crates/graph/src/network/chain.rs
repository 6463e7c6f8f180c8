//! Chains of meetings from one actor to another.
//!
//! Invariant: of two links that follow each other, the first leads to the actor from whom the second goes on.

use rapporteur_schema::{ActorId, MeetingId};

use super::{Marks, Network};
use crate::index::keys::{Day, UNDATED};

/// One link of a chain: two who met, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The one.
    pub from: ActorId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The other.
    pub to: ActorId,
}

/// Nobody, and no meeting.
const NONE: u32 = u32::MAX;

/// Who was reached from one end of a chain, and those reached last.
struct Reach {
    /// From whom and by which meeting each was reached first.
    came: Vec<(u32, u32)>,
    edge: Vec<u32>,
    seen: Marks,
}

impl Reach {
    fn new(network: &Network, begin: u32) -> Self {
        let mut came = vec![(NONE, NONE); network.actors.len()];
        came[begin as usize] = (begin, NONE);
        Self { came, edge: vec![begin], seen: Marks::new(network.meetings.len()) }
    }

    fn has(&self, actor: u32) -> bool {
        self.came[actor as usize].0 != NONE
    }

    /// Goes one step further, until it meets the other's reach: then whom it met there. Both go whole steps, so
    /// that the first they meet is on a shortest chain.
    fn grow(&mut self, network: &Network, other: &Self) -> Option<u32> {
        for actor in std::mem::take(&mut self.edge) {
            for meeting in network.meetings_of.row(actor) {
                if !self.seen.mark(*meeting) {
                    continue;
                }
                for next in network.actors_of.row(*meeting) {
                    if !self.has(*next) {
                        self.came[*next as usize] = (actor, *meeting);
                        if other.has(*next) {
                            return Some(*next);
                        }
                        self.edge.push(*next);
                    }
                }
            }
        }
        None
    }

    /// The way back from an actor to this end: from whom, by which meeting, to whom.
    fn way(&self, from: u32) -> impl Iterator<Item = (u32, u32, u32)> {
        let mut at = from;
        std::iter::from_fn(move || {
            let (before, meeting) = self.came[at as usize];
            let step = (at, meeting, before);
            at = before;
            (meeting != NONE).then_some(step)
        })
    }
}

impl Network {
    /// The shortest chain of meetings from one actor to another: nothing where there is none, no links from
    /// an actor to itself. Of several it is always the same. The cost is that of the meetings of those half
    /// way from either end; at most that of the whole graph.
    pub fn chain(&self, from: &ActorId, to: &ActorId) -> Option<Vec<Link>> {
        let (from, to) = (self.number(from)?, self.number(to)?);
        let (mut there, mut back) = (Reach::new(self, from), Reach::new(self, to));
        let mut middle = (from == to).then_some(from);
        while middle.is_none() {
            if there.edge.is_empty() || back.edge.is_empty() {
                return None;
            }
            middle = match there.edge.len() <= back.edge.len() {
                true => there.grow(self, &back),
                false => back.grow(self, &there),
            };
        }
        let middle = middle?;
        let mut links: Vec<Link> =
            there.way(middle).map(|(at, meeting, before)| self.link(before, meeting, at)).collect();
        links.reverse();
        links.extend(back.way(middle).map(|(at, meeting, next)| self.link(at, meeting, next)));
        Some(links)
    }

    fn link(&self, from: u32, meeting: u32, to: u32) -> Link {
        Link {
            from: self.id(from).clone(),
            meeting: self.meetings[meeting as usize].clone(),
            to: self.id(to).clone(),
        }
    }

    /// The shortest chain of which no meeting is earlier than the one before; of chains of one length, one
    /// that arrives earliest. Meetings without a date are left out. The cost is at most that of the whole
    /// graph, times the length of the chain.
    pub fn chain_in_time(&self, from: &ActorId, to: &ActorId) -> Option<Vec<Link>> {
        /// A link that was walked, and the one before it.
        struct Step {
            from: u32,
            meeting: u32,
            to: u32,
            before: Option<usize>,
        }
        let (from, to) = (self.number(from)?, self.number(to)?);
        let mut arrival = vec![Day::MAX; self.actors.len()];
        arrival[from as usize] = UNDATED + 1;
        let mut steps: Vec<Step> = Vec::new();
        // Who was reached anew or earlier in the last round, when, and by which step.
        let mut edge: Vec<(u32, Day, Option<usize>)> = vec![(from, UNDATED + 1, None)];
        while arrival[to as usize] == Day::MAX {
            let mut earlier: Vec<(Day, u32, u32, u32, Option<usize>)> = Vec::new();
            for (actor, day, before) in edge {
                for meeting in self.meetings_within(actor, Some((day, Day::MAX))) {
                    let day = self.days[*meeting as usize];
                    let others = self.actors_of.row(*meeting).iter();
                    let others = others.filter(|other| day < arrival[**other as usize]);
                    earlier.extend(others.map(|other| (day, *meeting, actor, *other, before)));
                }
            }
            earlier.sort_unstable();
            edge = Vec::new();
            for (day, meeting, from, to, before) in earlier {
                if day < arrival[to as usize] {
                    arrival[to as usize] = day;
                    edge.push((to, day, Some(steps.len())));
                    steps.push(Step { from, meeting, to, before });
                }
            }
            if edge.is_empty() {
                return None;
            }
        }
        let mut links = Vec::new();
        // Nobody is reached twice in a round, so the target stands there once.
        let mut at = if from == to { None } else { steps.iter().rposition(|step| step.to == to) };
        while let Some(step) = at.map(|at| &steps[at]) {
            links.push(self.link(step.from, step.meeting, step.to));
            at = step.before;
        }
        links.reverse();
        Some(links)
    }
}
