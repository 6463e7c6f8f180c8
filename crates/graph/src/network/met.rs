//! Whom an actor met, whom two both met, and whom those met whom an actor met.
//!
//! Invariant: nobody met oneself.

use jiff::civil::Date;
use rapporteur_schema::{ActorId, MeetingId};

use super::{Marks, Network, days};
use crate::index::keys::date;

impl Network {
    /// Whom an actor met, with the meeting and its day, by day. The cost is that of the answer.
    pub fn met_by<'n>(
        &'n self,
        actor: &ActorId,
    ) -> impl Iterator<Item = (&'n ActorId, &'n MeetingId, Option<Date>)> {
        let number = self.number(actor);
        let meetings = number.map_or(&[][..], |number| self.meetings_of.row(number));
        meetings.iter().flat_map(move |meeting| {
            let (id, day) = (&self.meetings[*meeting as usize], self.days[*meeting as usize]);
            let others = self.actors_of.row(*meeting).iter().filter(move |other| Some(**other) != number);
            others.map(move |other| (self.id(*other), id, date(day)))
        })
    }

    /// How many others an actor met. The cost is that of its meetings.
    pub fn degree(&self, actor: &ActorId) -> usize {
        let mut met = Marks::new(self.actors.len());
        self.number(actor)
            .map_or(0, |actor| self.others(actor, None).filter(|other| met.mark(*other)).count())
    }

    /// Who met both of two, by id. The cost is that of the meetings of both.
    pub fn met_both(&self, one: &ActorId, other: &ActorId) -> Vec<&ActorId> {
        let (Some(one), Some(other)) = (self.number(one), self.number(other)) else { return Vec::new() };
        let mut met = Marks::new(self.actors.len());
        for actor in self.others(one, None) {
            met.mark(actor);
        }
        let mut both: Vec<u32> = self.others(other, None).filter(|actor| met.unmark(*actor)).collect();
        both.sort_unstable();
        both.into_iter().map(|actor| self.id(actor)).collect()
    }

    /// Who met someone whom an actor met, all on days of a range, by id; among them those whom the actor
    /// met itself, where they met such a one too. The cost is that of the meetings, in the range, of those
    /// whom it met.
    pub fn met_through(&self, actor: &ActorId, from: Date, until: Date) -> Vec<&ActorId> {
        let Some(actor) = self.number(actor) else { return Vec::new() };
        let range = Some(days(from, until));
        let (mut near, mut far) = (Marks::new(self.actors.len()), Marks::new(self.actors.len()));
        far.mark(actor);
        let mut found = Vec::new();
        for between in self.others(actor, range) {
            if near.mark(between) {
                found.extend(self.others(between, range).filter(|other| far.mark(*other)));
            }
        }
        found.sort_unstable();
        found.into_iter().map(|actor| self.id(actor)).collect()
    }
}
