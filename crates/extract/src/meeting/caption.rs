//! A picture of two who meet: a caption without a verb of meeting that shows them together, "X with Y",
//! "X and Y on the red carpet".
//!
//! Reads captions only. Invariant: those shown are named persons, and one phrase names them together.

use rapporteur_schema::{ActorKind, Attendance, Role};

use super::party::Room;
use super::{Clock, FoundMeeting, Participant, place};
use crate::cast::ActorNumber;

/// Reads the meeting that a caption shows, if it shows one.
pub fn meeting(room: &Room<'_>, clock: &Clock<'_>) -> Option<FoundMeeting> {
    let Room { text, cast, sentence, words, .. } = *room;
    let persons: Vec<(usize, usize, ActorNumber)> = room
        .agents
        .iter()
        .filter(|agent| cast.members[agent.actor].kind == ActorKind::Person)
        .map(|agent| (agent.tokens.start, agent.tokens.end, agent.actor))
        .collect();
    let (first, second) = (persons.first()?, persons.get(1)?);
    let between = words.get(first.1..second.0).unwrap_or_default();
    let together = between.len() <= 6
        && between.iter().any(|word| matches!(*word, "with" | "and" | "beside" | "," | "&"));
    if !together || between.iter().any(|word| matches!(*word, "of" | "\u{2019}s" | "'s" | "said" | "says")) {
        return None;
    }
    let evidence = text.sentences[sentence].range.clone();
    let said = (clock.when)(sentence, first.0);
    if said.as_ref().is_some_and(|when| clock.is_to_come(Some(when))) {
        return None;
    }
    let when_said = said.is_some();
    let (places, place_said) = place::places(room, first.1, &(0..words.len()), !when_said, clock);
    let participants = persons.iter().map(|&(_, _, actor)| Participant {
        actor,
        attendance: Attendance::Attended,
        role: Role::Participant,
        evidence: evidence.clone(),
    });
    let mut participants: Vec<Participant> = participants.collect();
    participants.dedup_by_key(|participant| participant.actor);
    Some(FoundMeeting {
        when: said.or_else(|| (clock.passage)(sentence)),
        when_said,
        places,
        place_said,
        participants,
        ..FoundMeeting::told(text, sentence)
    })
}
