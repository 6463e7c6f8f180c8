//! One telling of several meetings: "received X and Y separately", "one after the other".
//!
//! Invariant: each guest stays with the host, or with the one who is told of first.

use rapporteur_schema::Role;

use super::{FoundMeeting, Participant};

/// Words that part the guests.
const APART: &[&str] = &[
    "separately",
    "one after the other",
    "one by one",
    "in turn",
    "each in his",
    "individually",
    "separate meetings",
    "separate talks",
    "bilaterally",
    "bilateral meetings",
    "bilateral talks",
    "bilateral consultations",
    "bilateral discussions",
    "one-on-one",
    "in back-to-back",
];

/// Words that say of two that a third met the one and then the other.
const IN_TURN: &[&str] = &[
    "in turn,",
    "ministers in turn",
    "leaders in turn",
    "presidents in turn",
    "sides in turn",
    "one after the other",
];

/// Whether the words set a meeting apart from the others that a text tells.
pub fn is_apart(words: &[&str]) -> bool {
    let apart = |word: &&str| matches!(*word, "separate" | "separately" | "bilateral" | "bilaterally");
    words.iter().any(apart) || is_aside(words)
}

/// Whether the words say that it was on the margins of another.
pub fn is_aside(words: &[&str]) -> bool {
    words.iter().any(|word| matches!(*word, "sidelines" | "margins"))
}

/// Takes a telling apart where the words say that the guests came one by one.
pub fn separate(words: &[&str], candidate: FoundMeeting) -> Vec<FoundMeeting> {
    let told = words.join(" ").to_lowercase();
    let hosts = candidate.participants.iter().filter(|participant| participant.role == Role::Host).count();
    // "X met bilaterally with Y and Z": X is the one whom the others met.
    let first = candidate.participants.first().map(|participant| participant.actor);
    let is_host = |participant: &Participant| {
        if hosts > 0 { participant.role == Role::Host } else { Some(participant.actor) == first }
    };
    // "He saw the two ministers in turn": each met him, and neither the other.
    if hosts == 0 && candidate.participants.len() == 2 && IN_TURN.iter().any(|cue| told.contains(cue)) {
        return Vec::new();
    }
    let guests = candidate.participants.iter().filter(|participant| !is_host(participant));
    if guests.clone().count() < 2 || !APART.iter().any(|cue| told.contains(cue)) {
        return vec![candidate];
    }
    let meetings = guests.map(|guest| {
        let keep = |actor| actor == guest.actor;
        let mut meeting = candidate.clone();
        meeting.participants.retain(|participant| is_host(participant) || keep(participant.actor));
        meeting
    });
    meetings.collect()
}
