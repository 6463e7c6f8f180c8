//! Whom a noun phrase names: "Uganda's customs chief, Grace Musoke" is she, and not Uganda.
//!
//! It knows tokens and agents, no verbs of saying. Invariant: whom it names stands in the phrase, or right behind its
//! comma.

use rapporteur_syntax::Upos;

use super::subject::{Clause, PLACED, is_mark};
use crate::agent::Agent;
use crate::mention::MentionKind;
use crate::text::word;

/// How many tokens a phrase may have.
const LONGEST: usize = 14;
/// How far behind the comma the name may stand whose state stands before it.
const OWNER: usize = 4;

impl Clause<'_> {
    /// The agent whom the noun phrase that begins at a token names.
    pub(super) fn phrase(&self, from: usize) -> Option<&Agent> {
        let end = self.phrase_end(from);
        let within = || self.agents.iter().filter(|agent| (from..end).contains(&agent.tokens.start));
        // Whose somebody is, or what he is of, is not he.
        let owns = |agent: &Agent| {
            let clitic = usize::from(matches!(word(self.words, agent.tokens.end), "'s" | "’s" | "'" | "’"));
            clitic > 0 && agent.tokens.end + clitic < end
        };
        let head = |agent: &&Agent| !owns(agent) && (agent.tokens.start <= from + 1 || !self.governed(agent));
        let apposed = || {
            // "the killing in Lima of its lawyer, Ada Obi": who is far from what the phrase begins with is another.
            let far = (from..end).any(|at| PLACED.contains(&word(self.words, at)));
            let comma = (end > from && word(self.words, end) == "," && !far).then_some(end)?;
            let article = usize::from(matches!(word(self.words, comma + 1), "the" | "a" | "an"));
            let start = comma + 1 + article;
            // "his host, Zimbabwe's Ada Obi,"
            let owned = |agent: &Agent| {
                agent.kind == MentionKind::Person
                    && (comma + 2..=comma + OWNER).contains(&agent.tokens.start)
                    && matches!(word(self.words, agent.tokens.start - 1), "'s" | "’s")
            };
            self.agents.iter().find(|agent| {
                let closed = self.words.get(agent.tokens.end).is_none_or(|next| is_mark(next) || next == "(");
                closed && (agent.tokens.start == start || agent.tokens.start == comma + 1 || owned(agent))
            })
        };
        let named = |agent: &&Agent| agent.kind == MentionKind::Person;
        match within().rfind(head) {
            // What only describes yields to the name behind its comma.
            Some(agent) if matches!(agent.kind, MentionKind::Described | MentionKind::Unnamed) => {
                apposed().filter(named).or(Some(agent))
            }
            Some(agent) => Some(agent),
            None => apposed(),
        }
    }

    /// Where the noun phrase that begins at a token ends: before a mark, a verb or another clause.
    fn phrase_end(&self, from: usize) -> usize {
        let ends = |&at: &usize| {
            let word = word(self.words, at);
            let verb = self.sentence.parse.tokens.get(at).is_some_and(|token| {
                matches!(
                    token.upos,
                    Upos::Verb | Upos::Auxiliary | Upos::Pronoun | Upos::SubordinatingConjunction
                )
            });
            let clitic = matches!(word, "'" | "’" | "'s" | "’s");
            let own = matches!(word, "its" | "his" | "her" | "their" | "my" | "our");
            let closes =
                is_mark(word) || matches!(word, "(" | "that" | "who" | "which" | "and") || verb && !own;
            closes && !clitic && !self.is_agent(at)
        };
        let last = (from + LONGEST).min(self.words.len());
        (from..last).find(ends).unwrap_or(last)
    }
}
