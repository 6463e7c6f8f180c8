//! Who came for whom: "Burma sent General Ne Win", "X was represented by his deputy", "his place was taken by Y".
//!
//! Reads the verbs of sending and standing in, for the reader of seats. Invariant: a state that sends
//! somebody came.

use rapporteur_schema::{ActorKind, Attendance, Role};

use super::{PLACES, Reader};
use crate::cast::ActorNumber;

impl Reader<'_> {
    /// The noun for a seat that is the subject of a verb: "the King's place at the table was taken by Z".
    pub(super) fn place_of(&self, verb: usize) -> Option<usize> {
        self.parse.subjects(verb).find(|&subject| PLACES.contains(&self.word(subject)))
    }

    /// "Indonesia's delegation was headed by X, Ghana's by Y": those behind the possessives that follow.
    pub(super) fn elided(&mut self, verb: usize, role: Role) {
        for at in verb + 2..self.lower.len() {
            // "Portugal was represented by X, Latvia by Y"
            let state =
                self.room.agents.iter().find(|agent| agent.tokens.end == at && !self.is_person(agent.actor));
            let nobody = matches!(self.word(at + 1), "nobody" | "none" | "no");
            if let Some(state) = state
                && self.word(at) == "by"
                && !nobody
            {
                let person = self
                    .room
                    .agents
                    .iter()
                    .find(|agent| agent.tokens.end > at && self.is_person(agent.actor));
                self.add([state.actor], Role::Participant);
                self.add(person.map(|agent| agent.actor), role);
            }
        }
        for at in verb + 1..self.lower.len() {
            if matches!(self.word(at), "'s" | "’s") && self.word(at + 1) == "by" {
                let mut agents = self.room.agents.iter();
                let next = agents.find(|agent| agent.tokens.end > at + 2 && self.is_person(agent.actor));
                self.add(next.map(|agent| agent.actor), role);
            }
        }
    }

    /// Whether those for whom one can speak at a table begin at a token: "the administration", "Chad", "the Front".
    pub(super) fn is_side(&self, at: usize) -> bool {
        const SIDES: &[&str] = &[
            "government",
            "administration",
            "opposition",
            "rebels",
            "movement",
            "front",
            "side",
            "delegation",
            "guerrillas",
            "insurgents",
            "authorities",
            "republic",
            "junta",
        ];
        let side = |at: usize| {
            self.room.agents.iter().any(|agent| agent.tokens.start == at && !self.is_person(agent.actor))
        };
        let article = usize::from(matches!(self.word(at), "the" | "his" | "her"));
        side(at) || side(at + article) || (at..at + 4).any(|at| SIDES.contains(&self.word(at)))
    }

    /// Whether a list without a verb begins with a side: "on the Greek side", "on ours", "for the rebels,".
    pub(super) fn is_of_side(&self, start: usize, end: usize) -> bool {
        let on = self.lower[start..end.min(start + 6)].iter();
        self.word(start) == "on" && on.clone().any(|word| matches!(word.as_str(), "side" | "ours" | "theirs"))
            || self.word(start) == "for" && self.is_side(start + 1) && on.clone().any(|word| word == ",")
    }

    /// "X spoke for the government and Y for the rebels": each for a side.
    pub(super) fn speaking(&mut self, verb: usize, role: Role) {
        self.acting(verb, role);
        let others: Vec<ActorNumber> = self
            .room
            .agents
            .iter()
            .filter(|agent| agent.tokens.start > verb && self.word(agent.tokens.end) == "for")
            .filter(|agent| self.is_side(agent.tokens.end + 1) && self.is_person(agent.actor))
            .map(|agent| agent.actor)
            .collect();
        self.add(others, role);
        let sides = self.room.agents.iter().filter(|agent| agent.tokens.start > verb);
        let sides: Vec<ActorNumber> =
            sides.map(|agent| agent.actor).filter(|&actor| !self.is_person(actor)).collect();
        self.add(sides, Role::Participant);
    }

    /// "He left his chair to the ambassador, Y", "gave up his seat to Y": who came in their place.
    pub(super) fn given(&mut self, verb: usize) {
        let place = self.parse.objects(verb).any(|object| PLACES.contains(&self.word(object)));
        let Some(to) = (verb..self.lower.len()).find(|&at| place && self.word(at) == "to") else { return };
        self.add_persons(to + 1..self.lower.len(), Role::Participant);
    }

    /// "Burma sent General Ne Win": he came for it; "Burma sent nobody": it did not come.
    pub(super) fn sent(&mut self, at: usize) {
        let objects: Vec<usize> = self.parse.objects(at).collect();
        let mut persons = self.actors(objects.iter().copied());
        persons.retain(|&actor| self.is_person(actor));
        let nobody = objects.iter().any(|&object| {
            matches!(self.word(object), "nobody" | "none" | "one") || self.word(object).starts_with("no-")
        });
        for actor in self.actors(self.parse.subjects(at)) {
            // A person who sends somebody is told of by the words for staying away.
            if nobody {
                self.add_as(actor, Attendance::Absent, Role::Participant);
            } else if !self.is_person(actor) && !persons.is_empty() {
                self.add_as(actor, Attendance::Attended, Role::Participant);
            }
        }
        self.add(persons, Role::Participant);
        // "Somalia and Ethiopia sent junior ministers: X and Y"
        if let Some(colon) = (at..self.lower.len()).find(|&colon| self.word(colon) == ":") {
            self.add_persons(colon + 1..self.lower.len(), Role::Participant);
        }
        // "Burma sent General Ne Win and Cambodia Prince Sihanouk": each beside their state.
        for (state, person) in self.room.agents.iter().zip(self.room.agents.iter().skip(1)) {
            if state.tokens.start > at
                && state.tokens.end == person.tokens.start
                && self.is_person(person.actor)
                && !self.is_person(state.actor)
            {
                self.add([state.actor, person.actor], Role::Participant);
            }
        }
    }

    /// "Ceylon was represented by Mrs. Bandaranaike", "X represented Y".
    pub(super) fn represented(&mut self, at: usize) {
        let subjects = self.actors(self.parse.subjects(at));
        if self.parse.is_passive(at) {
            let mut by = self.by(at);
            // "The Bahamas was represented by its envoy, and Suriname by nobody"
            by.retain(|&actor| self.room.cast.members[actor].kind != ActorKind::State);
            let (absent, sides): (Vec<_>, Vec<_>) =
                subjects.into_iter().partition(|&actor| self.is_person(actor));
            for actor in absent.into_iter().filter(|_| !by.is_empty()) {
                self.add_as(actor, Attendance::Absent, Role::Participant);
            }
            self.add(sides, Role::Participant);
            self.add(by, Role::Delegate);
            self.elided(at, Role::Delegate);
            return;
        }
        let objects = self.actors(self.parse.objects(at));
        if !objects.is_empty() && !objects.iter().any(|&actor| self.is_person(actor)) {
            self.add(subjects, Role::Delegate);
            self.add(objects, Role::Participant);
        }
    }
}
