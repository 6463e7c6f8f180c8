//! Chains of meetings from one actor to another.
//!
//! Invariant: of two links that follow each other, the first leads to the actor from whom the second goes on.

use rapporteur_schema::{ActorId, MeetingId};

use super::Network;
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

/// How far from one end each actor is, as far as it was reached, and those reached last.
struct Reach {
    /// The distance and one; 0 where it was not reached.
    steps: Vec<u32>,
    edge: Vec<u32>,
    far: u32,
}

impl Reach {
    fn new(actors: usize, begin: u32) -> Self {
        let mut steps = vec![0; actors];
        steps[begin as usize] = 1;
        Self { steps, edge: vec![begin], far: 0 }
    }

    /// Goes one step further, and says whether it touches the other's reach.
    fn grow(&mut self, network: &Network, seen: &mut [bool], other: &Self) -> bool {
        self.far += 1;
        let mut touches = false;
        for actor in std::mem::take(&mut self.edge) {
            for meeting in network.meetings_of.row(actor) {
                if std::mem::replace(&mut seen[*meeting as usize], true) {
                    continue;
                }
                for next in network.actors_of.row(*meeting) {
                    let steps = &mut self.steps[*next as usize];
                    if *steps == 0 {
                        *steps = self.far + 1;
                        self.edge.push(*next);
                        touches |= other.steps[*next as usize] != 0;
                    }
                }
            }
        }
        touches
    }
}

impl Network {
    /// The shortest chain of meetings from one actor to another: nothing where there is none, no links from
    /// an actor to itself. Of chains of one length, each link is the earliest meeting that leads on. The
    /// cost is that of the meetings of those half way from either end; at most that of the whole graph.
    pub fn chain(&self, from: &ActorId, to: &ActorId) -> Option<Vec<Link>> {
        let (from, to) = (self.number(from)?, self.number(to)?);
        let mut there = Reach::new(self.actors.len(), from);
        let mut back = Reach::new(self.actors.len(), to);
        let mut seen = [vec![false; self.meetings.len()], vec![false; self.meetings.len()]];
        let mut touch = from == to;
        while !touch {
            if there.edge.is_empty() || back.edge.is_empty() {
                return None;
            }
            touch = if there.edge.len() <= back.edge.len() {
                there.grow(self, &mut seen[0], &back)
            } else {
                back.grow(self, &mut seen[1], &there)
            };
        }
        self.prune(&mut there, &back);
        Some(self.walk(from, &there, &back))
    }

    /// Leaves of one reach only those who lead to the other.
    fn prune(&self, there: &mut Reach, back: &Reach) {
        let far = there.far + 1;
        let ahead = |reach: &Reach, actor: u32| {
            reach.steps[actor as usize] == far && back.steps[actor as usize] == back.far + 1
        };
        let mut open: Vec<u32> = (0..self.actors.len() as u32).filter(|actor| ahead(there, *actor)).collect();
        let mut leads = vec![0; self.actors.len()];
        for step in (1..=far).rev() {
            let mut before = Vec::new();
            for actor in open {
                if std::mem::replace(&mut leads[actor as usize], step) == 0 && step > 1 {
                    let others = self.others(actor, None);
                    before.extend(others.filter(|other| there.steps[*other as usize] == step - 1));
                }
            }
            open = before;
        }
        there.steps = leads;
    }

    /// The chain, by the earliest meeting that leads on from each actor.
    fn walk(&self, from: u32, there: &Reach, back: &Reach) -> Vec<Link> {
        let length = there.far + back.far;
        let mut links = Vec::with_capacity(length as usize);
        let mut at = from;
        for step in 1..=length {
            let leads_on = |actor: u32| {
                if step <= there.far {
                    there.steps[actor as usize] == step + 1
                } else {
                    back.steps[actor as usize] == length - step + 1
                }
            };
            let next = self.meetings_of.row(at).iter().find_map(|meeting| {
                let next = self.actors_of.row(*meeting).iter().find(|actor| leads_on(**actor));
                next.map(|next| (*meeting, *next))
            });
            let Some((meeting, next)) = next else { break };
            links.push(self.link(at, meeting, next));
            at = next;
        }
        links
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
