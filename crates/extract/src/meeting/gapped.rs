//! A second meeting told with the verb of the first: "saw X on Monday and Y on Tuesday".
//!
//! Invariant: the second one has a day or a place of its own; where it has none, the two were seen
//! together.

use super::party::Room;
use super::trigger::Trigger;
use super::{Clock, FoundMeeting, place};
use crate::lexicon;
use crate::mention::MentionKind;

/// The meeting behind the "and" of a telling, if one is told.
pub fn gapped(
    room: &Room<'_>,
    trigger: &Trigger,
    first: &FoundMeeting,
    clock: &Clock<'_>,
) -> Option<FoundMeeting> {
    if trigger.noun.is_some() || trigger.weak {
        return None;
    }
    let guest = second(room, trigger.token)?;
    let met = room.agents[..guest].iter().rev().find(|agent| agent.kind == MentionKind::Person)?;
    let agent = &room.agents[guest];
    let of_first = |actor| actor == met.actor || actor == agent.actor;
    let others = first.participants.iter().filter(|p| !of_first(p.actor)).count();
    if others == 0 || met.tokens.start < trigger.token || met.actor == agent.actor {
        return None;
    }
    let mut meeting = first.clone();
    let seat = meeting.participants.iter().find(|p| of_first(p.actor)).cloned()?;
    meeting.participants.retain(|p| !of_first(p.actor));
    meeting.participants.push(super::Participant { actor: agent.actor, ..seat });
    let clause = agent.tokens.start..room.words.len();
    let adjunct = adjunct(room, agent.tokens.end)?;
    if let Some(when) = (clock.when)(room.sentence, adjunct + 1) {
        meeting.when = Some(when);
        meeting.when_said = true;
    }
    (meeting.places, meeting.place_said) = place::places(room, agent.tokens.start, &clause, false, clock);
    Some(meeting)
}

/// The agent behind the "and" that follows a day or place of the one before it.
fn second(room: &Room<'_>, verb: usize) -> Option<usize> {
    room.agents.iter().position(|agent| {
        let start = agent.tokens.start;
        let joined = start > verb + 2
            && (room.words[start - 1] == "and"
                || room.words[start - 1] == "the" && room.words[start - 2] == "and");
        let before = room
            .agents
            .iter()
            .rev()
            .find(|other| other.tokens.end < start && other.kind == MentionKind::Person);
        agent.kind == MentionKind::Person
            && joined
            && before.is_some_and(|other| {
                other.tokens.start > verb
                    && adjunct(room, other.tokens.end).is_some_and(|at| at < start)
                    && adjunct(room, agent.tokens.end).is_some()
            })
    })
}

/// The preposition or word of time right behind a name and its "of ..." or apposition.
fn adjunct(room: &Room<'_>, from: usize) -> Option<usize> {
    const REACH: usize = 6;
    let word = |at: usize| room.words.get(at).map_or("", |word| word);
    let at = if word(from) == "of" {
        let state =
            room.agents.iter().find(|agent| agent.tokens.start > from && agent.tokens.start <= from + REACH);
        state.map_or(from, |state| state.tokens.end)
    } else {
        from
    };
    let timed =
        lexicon::is_calendar(word(at)) || matches!(word(at), "yesterday" | "today" | "earlier" | "later");
    let next = matches!((word(at), word(at + 1)), ("the", "next" | "following" | "same"));
    let placed = matches!(word(at), "on" | "in" | "at") && room.words.get(at + 1).is_some();
    (timed || next || placed).then_some(at)
}
