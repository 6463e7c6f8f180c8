//! Whom an outcome binds: the states and organisations of its sentence, else the countries of its
//! persons, else those that the text around it speaks of.
//!
//! Invariant: parties are in the order of the cast and named once.

use std::collections::BTreeSet;

use rapporteur_schema::ActorKind;

use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;

/// How many sentences back "the two sides" may reach.
const REACH: usize = 6;

/// The parties of an outcome told in a sentence. Who tells it, and their state, is none where there
/// are two others.
pub(super) fn parties(cast: &Cast, sentence: usize, speakers: &[ActorNumber]) -> Vec<ActorNumber> {
    let mut own = bodies(cast, sentence);
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
    if own.len() > 1 {
        return own.into_iter().collect();
    }
    let near = (sentence.saturating_sub(REACH)..sentence)
        .rev()
        .map(|at| bodies(cast, at))
        .find(|found| found.len() > 1 && own.is_subset(found));
    let found = match near {
        Some(near) => near,
        None if own.is_empty() => most_named(cast),
        None => own,
    };
    found.into_iter().collect()
}

/// The states and organisations of a sentence, the countries of its persons among them.
fn bodies(cast: &Cast, sentence: usize) -> BTreeSet<ActorNumber> {
    let mut found = BTreeSet::new();
    let mut persons = BTreeSet::new();
    for (index, mention) in cast.in_sentence(sentence) {
        let actor = cast.actor.get(index).copied().flatten();
        let actor = match mention.kind {
            MentionKind::Outlet | MentionKind::Region | MentionKind::Venue => continue,
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
