//! Whom an outcome binds: the states and organisations of its sentence, else the countries of its
//! persons, else those that the text around it speaks of.
//!
//! Invariant: parties are in the order of the cast and named once.

use std::collections::BTreeSet;
use std::ops::Range;

use rapporteur_schema::ActorKind;

use crate::agent;
use crate::cast::{ActorNumber, Cast};
use crate::mention::{Mention, MentionKind};
use crate::text::Text;

/// How many sentences back "the two sides" may reach.
const REACH: usize = 6;

/// The parties of an outcome told in a sentence by some of its words. Who tells it, and their state, is
/// none where there are two others. `alone` is what one party can do by itself.
pub(super) fn parties(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    words: &Range<usize>,
    speakers: &[ActorNumber],
    alone: bool,
) -> Vec<ActorNumber> {
    let bodies = |at: usize| bodies(text, cast, at, (at == sentence).then_some(words));
    let mut own = bodies(sentence);
    let tells = |actor: ActorNumber| {
        speakers.iter().any(|&speaker| {
            let member = &cast.members[speaker];
            let person = matches!(member.kind, ActorKind::Person | ActorKind::Unnamed);
            speaker == actor && person
                || person && member.country.is_some() && member.country == cast.members[actor].country
        })
    };
    let others: BTreeSet<ActorNumber> = own.iter().copied().filter(|&actor| !tells(actor)).collect();
    if others.len() > 1 {
        own = others;
    }
    if own.len() > 1
        || alone
            && own.len() == 1
            && own.iter().all(|actor| !speakers.contains(actor) || is_body(cast, *actor))
    {
        return own.into_iter().collect();
    }
    let near = (sentence.saturating_sub(REACH)..sentence)
        .rev()
        .map(bodies)
        .find(|found| found.len() > 1 && own.is_subset(found));
    let found = match near {
        Some(near) => near,
        None if own.is_empty() => most_named(cast),
        None => own,
    };
    found.into_iter().collect()
}

fn is_body(cast: &Cast, actor: ActorNumber) -> bool {
    matches!(cast.members[actor].kind, ActorKind::State | ActorKind::Organization | ActorKind::Delegation)
}

/// Whether the words name no party: a place where something is, a language, the words of the cue.
fn is_aside(text: &Text<'_>, mention: &Mention, cue: Option<&Range<usize>>) -> bool {
    let tokens = &text.sentences[mention.sentence].tokens;
    let word = |at: usize| tokens.get(at).map_or("", |&token| text.word(token));
    let before = mention.tokens.start.checked_sub(1).map_or("", word);
    let language = mention.kind == MentionKind::Adjective && matches!(before, "in" | "to" | "into");
    let shouted = mention.kind == MentionKind::Organization
        && cue.is_some_and(|cue| mention.tokens.start < cue.start + 2 && cue.start < mention.tokens.end)
        && mention.tokens.len() == 1
        && word(mention.tokens.start).chars().all(char::is_uppercase);
    agent::is_whereabouts(text, mention) || language || shouted
}

/// The states and organisations of a sentence, the countries of its persons among them.
fn bodies(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    cue: Option<&Range<usize>>,
) -> BTreeSet<ActorNumber> {
    let mut found = BTreeSet::new();
    let mut persons = BTreeSet::new();
    for (index, mention) in cast.in_sentence(sentence) {
        let actor = cast.actor.get(index).copied().flatten();
        let actor = match mention.kind {
            MentionKind::Outlet | MentionKind::Region | MentionKind::Venue => continue,
            _ if is_aside(text, mention, cue) => continue,
            MentionKind::City => None,
            MentionKind::Adjective => {
                actor.or_else(|| mention.country.and_then(|country| cast.state(country)))
            }
            _ => actor,
        };
        let Some(actor) = actor else { continue };
        match cast.members[actor].kind {
            ActorKind::State | ActorKind::Organization | ActorKind::Delegation => {
                found.insert(actor);
            }
            // "the leaders", "Ministers": whose they are is told elsewhere.
            ActorKind::Unnamed if cast.members[actor].country.is_none() => {}
            ActorKind::Person | ActorKind::Unnamed => {
                persons.insert(actor);
            }
        }
    }
    for &person in &persons {
        found.extend(cast.members[person].country.and_then(|country| cast.state(country)));
    }
    if found.is_empty() { persons } else { found }
}

/// The two states that the text names most.
fn most_named(cast: &Cast) -> BTreeSet<ActorNumber> {
    let mut states: Vec<(usize, ActorNumber)> = cast
        .members
        .iter()
        .enumerate()
        .filter(|(_, member)| member.kind == ActorKind::State)
        .map(|(number, member)| (member.mentions.len(), number))
        .collect();
    states.sort_by_key(|&(count, number)| (std::cmp::Reverse(count), number));
    states.into_iter().take(2).map(|(_, number)| number).collect()
}
