//! Whom "they", "the two" and "both delegations" mean, from the sentence before.
//!
//! Reads the mentions of one sentence, or of the one before it in the paragraph; knows no meeting. Invariant: two, or nobody.

use rapporteur_schema::ActorKind;

use super::party::Room;
use crate::agent::{self, Agent, Focus};
use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::text::Text;

/// The two persons named last before a token: "he took a letter from X to Y; the two men met a month later".
pub(super) fn pair_within(room: &Room<'_>, token: usize) -> Vec<ActorNumber> {
    let named = room
        .agents
        .iter()
        .rev()
        .filter(|agent| agent.kind == MentionKind::Person && agent.tokens.end <= token);
    let mut found: Vec<ActorNumber> = Vec::new();
    for agent in named {
        if found.len() < 2 && !found.contains(&agent.actor) {
            found.push(agent.actor);
        }
    }
    found.reverse();
    if found.len() == 2 { found } else { Vec::new() }
}

/// The two persons whom a sentence names before a token, where it names no others.
pub(super) fn only_pair_within(room: &Room<'_>, token: usize) -> Vec<ActorNumber> {
    let before = room.agents.iter().filter(|agent| agent.tokens.end <= token);
    two(before.filter(|agent| agent.kind == MentionKind::Person).map(|agent| agent.actor))
}

/// The two persons whom the sentence before speaks of, by name or pronoun.
pub(super) fn pair_before(text: &Text<'_>, cast: &Cast, sentence: usize) -> Vec<ActorNumber> {
    let Some(before) = before(text, sentence) else { return Vec::new() };
    let agents = agent::agents(text, cast, before, &Focus::default()).into_iter().map(|agent| agent.actor);
    two(agents.filter(|&actor| cast.members[actor].kind == ActorKind::Person))
}

/// The two states that the sentence before speaks of, whom "the two delegations" may mean.
pub(super) fn sides_before(text: &Text<'_>, cast: &Cast, sentence: usize) -> Vec<ActorNumber> {
    let Some(before) = before(text, sentence) else { return Vec::new() };
    let states = cast.in_sentence(before).filter(|(_, mention)| mention.kind.is_state_like());
    two(states.filter_map(|(_, mention)| cast.state(mention.country?)))
}

/// The two persons whom the sentence before joins, whom "they" or "the two" may mean.
pub(super) fn joined_before(text: &Text<'_>, cast: &Cast, sentence: usize) -> Vec<ActorNumber> {
    let Some(before) = before(text, sentence) else { return Vec::new() };
    let words = text.words(before);
    let persons = || cast.in_sentence(before).filter(|(_, mention)| mention.kind == MentionKind::Person);
    let joined = persons().any(|(_, mention)| {
        words[..mention.tokens.start].iter().rev().take(6).any(|word| matches!(*word, "and" | "with"))
    });
    if joined { two(persons().filter_map(|(index, _)| cast.actor[index])) } else { Vec::new() }
}

/// The one other person whom the sentences before speak of, whom "we" means beside the speaker.
pub(super) fn other_before(room: &Room<'_>, speaker: ActorNumber) -> Option<ActorNumber> {
    let other = |agents: &Vec<Agent>| {
        let mut others = agents.iter().map(|agent| agent.actor).filter(|&actor| {
            actor != speaker
                && matches!(room.cast.members[actor].kind, ActorKind::Person | ActorKind::Unnamed)
        });
        let first = others.next()?;
        Some(others.all(|other| other == first).then_some(first))
    };
    room.before.iter().rev().find_map(other).flatten()
}

/// The sentence before, where it stands in the same paragraph.
fn before(text: &Text<'_>, sentence: usize) -> Option<usize> {
    let before = sentence.checked_sub(1)?;
    (text.sentences[before].block == text.sentences[sentence].block).then_some(before)
}

/// The actors, where they are two.
fn two(actors: impl Iterator<Item = ActorNumber>) -> Vec<ActorNumber> {
    let mut found: Vec<ActorNumber> = Vec::new();
    for actor in actors {
        if !found.contains(&actor) {
            found.push(actor);
        }
    }
    if found.len() == 2 { found } else { Vec::new() }
}
