//! The two sides that a text is about: whom "the two countries", "the delegations" and "the next
//! round" mean where no meeting told before names them.
//!
//! Counts who is joined with whom; finds no meetings. Invariant: two sides, each a state or an
//! organisation, or none where a third is joined with either nearly as often.

use std::collections::BTreeMap;

use rapporteur_schema::{ActorKind, MeetingStatus};

use super::FoundMeeting;
use crate::cast::{ActorNumber, Cast};
use crate::mention::{MentionKind, hyphenated};
use crate::text::{BlockKind, Text};

/// What the pair must reach to be the two sides.
const LEAST: u32 = 4;

/// Of how many states those are whom a list names, where they are more than two sides.
const MANY: usize = 5;

/// The two sides of a text, in the order of their numbers.
pub(super) fn sides(text: &Text<'_>, cast: &Cast, tellings: &[FoundMeeting]) -> Option<[ActorNumber; 2]> {
    let mut joined: BTreeMap<[ActorNumber; 2], u32> = BTreeMap::new();
    let mut count = |one: ActorNumber, other: ActorNumber, weight: u32| {
        if one != other {
            *joined.entry([one.min(other), one.max(other)]).or_default() += weight;
        }
    };
    for telling in tellings.iter().filter(|telling| telling.status != MeetingStatus::Denied) {
        let mut parties: Vec<ActorNumber> =
            telling.participants.iter().filter_map(|participant| side(cast, participant.actor)).collect();
        parties.sort_unstable();
        parties.dedup();
        if let [one, other] = parties[..] {
            count(one, other, 2);
        }
    }
    for sentence in 0..text.sentences.len() {
        let head = matches!(text.block_of(sentence).kind, BlockKind::Title | BlockKind::Heading);
        let weight = if head { 2 } else { 1 };
        let words = text.words(sentence);
        let mut states: Vec<ActorNumber> = Vec::new();
        let mut before: Option<(std::ops::Range<usize>, ActorNumber)> = None;
        for (index, mention) in cast.in_sentence(sentence) {
            let own = cast.actor[index].and_then(|actor| side(cast, actor));
            let state = mention.country.and_then(|country| cast.state(country));
            let Some(actor) = (if mention.kind.is_state_like() { state.or(own) } else { own }) else {
                continue;
            };
            if mention.kind.is_state_like() && !states.contains(&actor) {
                states.push(actor);
            }
            let is_side = mention.kind.is_state_like()
                || matches!(mention.kind, MentionKind::Organization | MentionKind::Person);
            // Of "Peru, Chile and Bolivia" the last two are no pair.
            let listed = |start: usize| start > 0 && words[start - 1] == ",";
            if let Some((first_tokens, first)) = before.filter(|_| is_side)
                && !listed(first_tokens.start)
                && words
                    .get(first_tokens.end..mention.tokens.start)
                    .is_some_and(|gap| matches!(gap, ["and"] | ["and", "the"] | ["and", "from"]))
            {
                count(first, actor, 2 * weight);
            }
            before = is_side.then_some((mention.tokens.clone(), actor));
        }
        for (at, word) in words.iter().enumerate() {
            // "Guinea-Bissau" is one.
            if cast.mention_at(sentence, at).is_some_and(|(_, mention)| mention.kind == MentionKind::State) {
                continue;
            }
            if let [one, other] = hyphenated(word)[..]
                && let (Some(one), Some(other)) = (cast.state(one), cast.state(other))
            {
                count(one, other, 2 * weight);
            }
        }
        if let [one, other] = states[..] {
            count(one, other, weight);
        }
        // "Present: Ms Tamm (Estonia); Mr Lund (Denmark); ...": a body of many has no two sides.
        let persons = cast.in_sentence(sentence).filter(|(_, mention)| mention.kind == MentionKind::Person);
        if states.len() >= MANY && persons.count() >= MANY {
            return None;
        }
    }
    let (&pair, &most) = joined.iter().max_by_key(|&(pair, weight)| (*weight, std::cmp::Reverse(*pair)))?;
    let next =
        joined.iter().filter(|(other, _)| **other != pair).map(|(_, weight)| *weight).max().unwrap_or(0);
    (most >= LEAST && 2 * most >= 3 * next).then_some(pair)
}

/// The state or organisation for which an actor sits at a table.
fn side(cast: &Cast, actor: ActorNumber) -> Option<ActorNumber> {
    let member = cast.members.get(actor)?;
    match member.kind {
        ActorKind::State => Some(actor),
        ActorKind::Organization => (!member.is_outlet).then_some(actor),
        _ => member.country.and_then(|country| cast.state(country)),
    }
}
