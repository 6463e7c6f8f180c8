//! One telling of several meetings: "received X and Y separately", "one after the other".
//!
//! Invariant: only a meeting with a host is taken apart, and each guest stays with the host.

use rapporteur_schema::Role;

use super::FoundMeeting;

/// Words that part the guests.
const APART: &[&str] = &[
    "separately",
    "one after the other",
    "one by one",
    "in turn",
    "each in his",
    "individually",
    "separate meetings",
];

/// Takes a telling apart where the words say that the guests came one by one.
pub fn separate(words: &[&str], candidate: FoundMeeting) -> Vec<FoundMeeting> {
    let told = words.join(" ").to_lowercase();
    let hosts = candidate.participants.iter().filter(|participant| participant.role == Role::Host).count();
    let guests = candidate.participants.len() - hosts;
    if hosts == 0 || guests < 2 || !APART.iter().any(|cue| told.contains(cue)) {
        return vec![candidate];
    }
    let guests = candidate.participants.iter().filter(|participant| participant.role != Role::Host);
    let meetings = guests.map(|guest| {
        let keep = |actor| actor == guest.actor;
        let mut meeting = candidate.clone();
        meeting.participants.retain(|participant| participant.role == Role::Host || keep(participant.actor));
        meeting
    });
    meetings.collect()
}
