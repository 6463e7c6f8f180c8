//! Without somebody: "met without X", "all but X attended", "in place of X", "Y was there, but not X", "nor did X".
//!
//! Reads prepositions, conjunctions and clauses without a verb. Invariant: a meeting is told without persons, not without
//! results.

use rapporteur_schema::Attendance;
use rapporteur_syntax::{Relation, Upos};

use super::reader::Reader;
use super::words::INDISPOSED;

impl Reader<'_> {
    /// A person behind a word that leaves them out.
    pub(super) fn left_out(&mut self, at: usize) {
        let next = |steps: usize| self.word(at + steps);
        let before = |steps: usize| at.checked_sub(steps).map_or("", |at| self.word(at));
        let (first, needs_all) = match self.word(at) {
            "without" => (at + 1, false),
            "exception" if before(1) == "the" && before(2) == "with" && next(1) == "of" => (at + 2, false),
            "place" | "stead" | "lieu" if before(1) == "in" && next(1) == "of" => (at + 2, false),
            "stead" if before(1) == "the" && next(1) == "of" => (at + 2, false),
            "but" | "except" | "save" | "bar" | "excepting" | "barring" => (at + 1, true),
            "from" if before(1) == "apart" => (at + 1, true),
            "than" if before(1) == "rather" => (at + 1, false),
            "of" if before(1) == "instead" => (at + 1, false),
            "with" => (at + 1, false),
            _ => return,
        };
        let first = if needs_all && self.word(first) == "for" { first + 1 } else { first };
        // "Every seat was filled except that of X"
        let first =
            if self.word(first) == "that" && self.word(first + 1) == "of" { first + 2 } else { first };
        if needs_all && !self.speaks_of_all(at) {
            return;
        }
        let Some(head) = self.person_head(first) else { return };
        // "With X indisposed", and "with X" alone says that he was there.
        let agent = self.room.agents.iter().find(|agent| agent.tokens.start == head);
        let indisposed = agent.is_some_and(|agent| {
            let behind = self.lower[agent.tokens.end..].iter().take(4).map(String::as_str);
            behind
                .take_while(|word| !matches!(*word, "," | ";" | "and"))
                .any(|word| INDISPOSED.contains(&word))
        });
        // "Without him there would be no agreement"
        let supposed = self.word(at) == "without"
            && self.lower.iter().any(|word| matches!(word.as_str(), "would" | "could"));
        let comes = !needs_all || self.speaks_of_coming();
        if supposed || !comes || !self.goes_on() || self.word(at) == "with" && !indisposed {
            return;
        }
        let who = self.persons(head);
        self.add(at, Attendance::Absent, who);
    }

    /// "All the ministers", "every leader", shortly before.
    fn speaks_of_all(&self, at: usize) -> bool {
        self.lower[..at]
            .iter()
            .rev()
            .take(12)
            .any(|word| matches!(word.as_str(), "all" | "every" | "everyone"))
    }

    /// Whether the sentence tells who came: "attended", "were in Singapore", "every seat was filled".
    fn speaks_of_coming(&self) -> bool {
        (0..self.parse.len()).any(|at| {
            matches!(
                self.lemma(at),
                "attend"
                    | "come"
                    | "meet"
                    | "gather"
                    | "present"
                    | "there"
                    | "assemble"
                    | "arrive"
                    | "turn"
                    | "fill"
                    | "represent"
                    | "send"
                    | "sign"
            ) || (self.is_gathering(at) || self.is_place(at))
                && self.is_cased(at, &["at", "in"])
                && self.parse.auxiliaries(at).next().is_some()
        })
    }

    /// Whether the sentence tells of a gathering that goes its way, or of coming to one.
    fn goes_on(&self) -> bool {
        (0..self.parse.len()).any(|at| {
            self.is_gathering(at)
                || matches!(self.word(at), "seat" | "chair")
                || matches!(
                    self.lemma(at),
                    "meet" | "gather" | "convene" | "attend" | "present" | "come" | "there"
                )
        })
    }

    /// The head of the person that a phrase beginning at a token names and is about: not "without X's consent".
    pub(super) fn person_head(&self, first: usize) -> Option<usize> {
        const NEAR: usize = 8;
        // "Without its leader, X"
        let cased = first.checked_sub(1).and_then(|case| {
            let head = self.parse.head(case)?;
            (self.parse.tokens[case].relation == Relation::Case && head >= first).then_some(head)
        });
        if let Some(head) = cased.filter(|&head| !self.persons(head).is_empty()) {
            let own = self.parse.tokens[head].relation != Relation::Possessor;
            return own.then_some(head);
        }
        let agents = &self.room.agents;
        let agent = agents.iter().find(|agent| agent.tokens.end > first && self.is_person(agent.actor))?;
        let gap = self.lower.get(first..agent.tokens.start).unwrap_or_default();
        let near = gap.len() <= NEAR
            && !gap
                .iter()
                .any(|word| matches!(word.as_str(), "," | ";" | ":" | "“" | "\"" | "that" | "which"))
            && !(first..first + gap.len()).any(|at| self.parse.tokens[at].upos == Upos::Adposition);
        let owns = matches!(self.word(agent.tokens.end), "'s" | "’s")
            || self
                .parse
                .tokens
                .get(agent.tokens.start)
                .is_some_and(|token| token.relation == Relation::Possessor);
        let verb =
            gap.iter().enumerate().any(|(offset, _)| self.parse.tokens[first + offset].upos == Upos::Verb);
        (near && !owns && !verb).then_some(agent.tokens.start)
    }

    /// "X was there, but not Y", "Y, and not X, came"
    pub(super) fn but_not(&mut self, not: usize) {
        if self.word(not) != "not"
            || not == 0
            || !matches!(self.word(not - 1), "but" | "and")
            || !self.goes_on()
        {
            return;
        }
        let Some(head) = self.person_head(not + 1) else { return };
        let agent = self.room.agents.iter().find(|agent| agent.tokens.start == head);
        // "But not X, who" and no "but not X's deputy said"
        let stops = agent.is_some_and(|agent| matches!(self.word(agent.tokens.end), "," | "." | ";" | ""));
        let comes = self.lower[..not].iter().any(|word| {
            matches!(
                word.as_str(),
                "attended" | "attend" | "came" | "was" | "were" | "present" | "invited" | "met"
            )
        }) || self.word(not - 1) == "and";
        if stops && comes {
            let who = self.persons(head);
            self.add(not, Attendance::Absent, who);
        }
    }

    /// "X went to the summit; Y did not.": a verb left out.
    pub(super) fn elided(&mut self, not: usize) {
        let negates = matches!(self.word(not), "not" | "n't" | "n’t");
        let ends = matches!(self.word(not + 1), "" | "." | ";" | ",");
        let auxiliary = not.checked_sub(1).filter(|&at| {
            matches!(self.word(at), "did" | "was" | "were" | "has" | "had" | "would" | "could" | "will")
        });
        let Some(auxiliary) = auxiliary.filter(|_| negates && ends) else { return };
        let came = self.lower[..auxiliary].iter().any(|word| {
            matches!(
                word.as_str(),
                "attended" | "came" | "went" | "there" | "present" | "attend" | "come" | "arrived"
            )
        });
        let himself = self.word(auxiliary.saturating_sub(1)).ends_with("self");
        let end = auxiliary - usize::from(himself && auxiliary > 0);
        // "Its president, X, did not."
        let end = if self.word(end.saturating_sub(1)) == "," { end - 1 } else { end };
        let agent = self.room.agents.iter().find(|agent| agent.tokens.end == end);
        if let Some(agent) = agent.filter(|_| came) {
            let who = self.persons(agent.tokens.start);
            self.add(not, Attendance::Absent, who);
        }
    }

    /// "X did not come, nor did Y", "X stayed at home, and so did Y"
    pub(super) fn likewise(&mut self, at: usize) {
        let inverted = matches!(self.word(at), "nor" | "neither" | "so")
            && matches!(
                self.word(at + 1),
                "did" | "was" | "were" | "has" | "had" | "would" | "will" | "could" | "does" | "is"
            );
        if !inverted || self.found.is_empty() {
            return;
        }
        if let Some(head) = self.person_head(at + 2) {
            let who = self.persons(head);
            self.add(at, Attendance::Absent, who);
        }
    }
}
