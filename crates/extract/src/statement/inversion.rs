//! Subjects that do not stand right before their verb: behind it, before a relative clause, or a participle's own.
//!
//! It knows tokens and agents, and finds nobody whom the words beside the verb do not name. Invariant: what it finds is in
//! the sentence of the verb.

use rapporteur_syntax::{FineTag, Upos};

use super::subject::{Clause, Subject, is_mark};
use crate::agent::Agent;
use crate::mention::MentionKind;
use crate::text::word;

impl Clause<'_> {
    /// The subject that a participle has for itself: "Peru stayed away, its envoy, Ada Obi, arguing that".
    pub(super) fn absolute(&self, verb: usize) -> Option<Subject> {
        let close = verb.checked_sub(1).filter(|&close| word(self.words, close) == ",").unwrap_or(verb);
        let agent =
            self.ending(close).map(|index| &self.agents[index]).filter(|agent| !self.governed(agent))?;
        let before = |back: usize| agent.tokens.start.checked_sub(back).map_or("", |at| word(self.words, at));
        // Its own subject follows a comma, "with" or "and", by itself or with the description it is apposed to.
        let opens = |at: usize| {
            self.sentence.parse.subjects(verb).any(|subject| (at..agent.tokens.end).contains(&subject))
        };
        let from = (0..agent.tokens.start).rev().find(|&at| word(self.words, at) == ",").unwrap_or(0);
        let own = matches!(before(1), "," | "with" | "and") && close == verb || opens(from);
        own.then(|| self.of(agent, None, 0.8))
    }

    /// Whom an agent belongs to that stands behind "of": of "Ada Obi of Peru" she, and not Peru.
    pub(super) fn above<'a>(&'a self, agent: &'a Agent) -> &'a Agent {
        let article =
            usize::from(agent.tokens.start > 0 && word(self.words, agent.tokens.start - 1) == "the");
        let of = agent.tokens.start.checked_sub(1 + article).filter(|&of| word(self.words, of) == "of");
        of.and_then(|of| self.ending(of)).map_or(agent, |index| &self.agents[index])
    }

    /// The name between two commas before the verb: "an officer who sat between them, Colonel Obi of Peru, said".
    pub(super) fn name_before(&self, comma: usize) -> Option<Subject> {
        let subject = self.adjacent(self.ending(comma)?)?;
        let opened = subject.start.checked_sub(1).is_some_and(|at| word(self.words, at) == ",");
        (opened && subject.kind == MentionKind::Person).then_some(subject)
    }

    /// Whose a participle is that opens the sentence: "Telling them that it was late, Obi left."
    pub(super) fn opening(&self, verb: usize) -> Option<Subject> {
        let tokens = &self.sentence.parse.tokens;
        let finite = |at: usize| {
            tokens.get(at).is_some_and(|token| {
                matches!(token.tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp | FineTag::Md)
            })
        };
        let mut commas = (verb + 1..self.words.len()).filter(|&at| word(self.words, at) == "," && verb == 0);
        let agent = commas.find_map(|comma| {
            let agent = self.phrase(comma + 1).filter(|agent| agent.tokens.start <= comma + 2);
            agent.filter(|agent| finite(agent.tokens.end))
        })?;
        Some(self.of(agent, None, 0.75))
    }

    /// Who stands behind the verb, next to it or named by the phrase there: "said Uganda's customs chief, Ada Obi,".
    pub(super) fn inverted(&self, verb: usize) -> Option<&Agent> {
        let next = self.agents.iter().find(|agent| {
            agent.tokens.start == verb + 1 && !matches!(word(self.words, agent.tokens.end), "'s" | "’s")
        });
        let phrase = || {
            let agent = self.phrase(verb + 1)?;
            let after = word(self.words, agent.tokens.end);
            (after.is_empty() || is_mark(after) || matches!(after, "who" | "(")).then_some(agent)
        };
        next.or_else(phrase)
    }

    /// Whether the words before a comma are an agent, whose the verb behind the comma may be: "Obi, the envoy, said".
    pub(super) fn is_apposed(&self, comma: usize) -> bool {
        self.ending(comma).is_some_and(|index| !self.governed(&self.agents[index]))
    }

    /// Whether what the sentence tells goes on behind an inverted speaker: "Peru, said its envoy, had been told".
    pub(super) fn is_aside(&self, agent: &Agent) -> bool {
        let next = self.sentence.parse.tokens.get(agent.tokens.end + 1);
        word(self.words, agent.tokens.end) == ","
            && next.is_some_and(|token| matches!(token.upos, Upos::Verb | Upos::Auxiliary))
    }

    /// Whom a relative clause is about, its verb's group beginning at a token: "Ada Obi, envoy of Peru, who said" is about
    /// her, and not about Peru.
    pub(super) fn relative(&self, start: usize) -> Option<Subject> {
        let comma = start.saturating_sub(2);
        let end = if word(self.words, comma) == "," { comma } else { start.checked_sub(1)? };
        let near = self.ending(end).map(|index| &self.agents[index])?;
        let is_person = |agent: &&Agent| agent.kind == MentionKind::Person;
        if self.governed(near) && !is_person(&near) {
            let above = self.above(near);
            let mut persons = self.agents.iter().rev().filter(is_person);
            let described = |agent: &&Agent| {
                end == comma
                    && agent.tokens.end < near.tokens.start
                    && word(self.words, agent.tokens.end) == ","
            };
            let person = Some(above).filter(is_person).or_else(|| persons.find(described));
            if let Some(agent) = person {
                return Some(self.of(agent, None, 0.8));
            }
        }
        Some(self.of(near, None, 0.85))
    }
}
