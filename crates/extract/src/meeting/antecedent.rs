//! Whom "they", "the two" and "both delegations" mean, from the sentence before.
//!
//! Reads the mentions of one sentence of the same paragraph; knows no meeting. Invariant: two, or nobody.

use rapporteur_schema::ActorKind;

use crate::agent::{self, Focus};
use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::text::Text;

/// The two persons whom the sentence before speaks of, by name or pronoun.
pub(super) fn pair_before(text: &Text<'_>, cast: &Cast, sentence: usize) -> Vec<ActorNumber> {
    let Some(before) = sentence.checked_sub(1) else { return Vec::new() };
    if text.sentences[before].block != text.sentences[sentence].block {
        return Vec::new();
    }
    let mut persons: Vec<ActorNumber> = Vec::new();
    for agent in agent::agents(text, cast, before, &Focus::default()) {
        if cast.members[agent.actor].kind == ActorKind::Person && !persons.contains(&agent.actor) {
            persons.push(agent.actor);
        }
    }
    if persons.len() == 2 { persons } else { Vec::new() }
}

/// The two states that the sentence before speaks of, whom "the two delegations" may mean.
pub(super) fn sides_before(text: &Text<'_>, cast: &Cast, sentence: usize) -> Vec<ActorNumber> {
    let Some(before) = sentence.checked_sub(1) else { return Vec::new() };
    if text.sentences[before].block != text.sentences[sentence].block {
        return Vec::new();
    }
    let mut states: Vec<ActorNumber> = Vec::new();
    for (_, mention) in cast.in_sentence(before).filter(|(_, mention)| mention.kind.is_state_like()) {
        let state = mention.country.and_then(|country| cast.state(country));
        states.extend(state.filter(|state| !states.contains(state)));
    }
    if states.len() == 2 { states } else { Vec::new() }
}

/// The two persons whom the sentence before joins, whom "they" or "the two" may mean.
pub(super) fn joined_before(text: &Text<'_>, cast: &Cast, sentence: usize) -> Vec<ActorNumber> {
    let Some(before) = sentence.checked_sub(1) else { return Vec::new() };
    if text.sentences[before].block != text.sentences[sentence].block {
        return Vec::new();
    }
    let mut persons: Vec<ActorNumber> = Vec::new();
    for (index, mention) in cast.in_sentence(before) {
        let actor = cast.actor[index].filter(|_| mention.kind == MentionKind::Person);
        if let Some(actor) = actor
            && !persons.contains(&actor)
        {
            persons.push(actor);
        }
    }
    let words = text.words(before);
    let joined = cast.in_sentence(before).any(|(_, mention)| {
        mention.kind == MentionKind::Person
            && words[..mention.tokens.start].iter().rev().take(6).any(|word| matches!(*word, "and" | "with"))
    });
    if persons.len() == 2 && joined { persons } else { Vec::new() }
}
