//! The entries of a list of meetings: "Muscat, 3 February 2019: X (Oman), Y (Jordan)" below "Meetings to date".
//!
//! Reads entries whose label names a place and a day. Invariant: only below a heading that speaks of meetings,
//! and only where the entry names two who can meet.

use std::collections::BTreeSet;

use rapporteur_schema::{ActorKind, Attendance, Medium, MeetingStatus, Role};

use super::party::Room;
use super::{Clock, FoundMeeting, Participant};
use crate::text::{BlockKind, Text};

/// Words in the heading of such a list.
const LISTS: &[&str] =
    &["meetings", "rounds", "summits", "sessions", "conferences", "consultations", "talks", "encounters"];

/// The sections whose heading speaks of meetings.
pub(super) fn lists(text: &Text<'_>) -> BTreeSet<usize> {
    const SHORT: usize = 8;
    let heads = (0..text.sentences.len()).filter(|&at| {
        let words = text.words(at);
        let head = text.block_of(at).kind != BlockKind::Title
            && (text.block_of(at).kind == BlockKind::Heading
                || words.len() <= SHORT && matches!(words.last(), Some(&":"))
                || words.len() <= SHORT && !matches!(words.last(), Some(&("." | "?" | "!"))));
        head && words.iter().any(|word| LISTS.contains(&word.to_lowercase().as_str()))
    });
    heads.map(|at| text.block_of(at).section).collect()
}

/// Reads the meeting of an entry, if it is one.
pub(super) fn meeting(room: &Room<'_>, clock: &Clock<'_>) -> Option<FoundMeeting> {
    let Room { text, cast, sentence, words, .. } = *room;
    let label = text.label_words(sentence);
    // "BERN, March 18 (Agency) —" is a dateline, and no entry.
    if label.last() != Some(&":") {
        return None;
    }
    let dated = label.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let places: Vec<usize> =
        cast.in_label(sentence).filter(|(_, m)| m.kind.is_place()).map(|(at, _)| at).collect();
    let online =
        label.iter().any(|word| matches!(word.to_lowercase().as_str(), "online" | "virtual" | "video"));
    if !dated
        || places.is_empty() && !online
        || words.iter().any(|word| matches!(*word, "not" | "cancelled" | "postponed"))
    {
        return None;
    }
    let when = (clock.passage)(sentence);
    let to_come = clock.is_to_come(when.as_ref());
    let (status, attendance) = if to_come {
        (MeetingStatus::Planned, Attendance::Expected)
    } else {
        (MeetingStatus::Held, Attendance::Attended)
    };
    let evidence = text.sentences[sentence].range.clone();
    let mut participants: Vec<Participant> = Vec::new();
    for agent in room.agents {
        let person = cast.members[agent.actor].kind == ActorKind::Person;
        if person && participants.iter().all(|known| known.actor != agent.actor) {
            let role = Role::Participant;
            participants.push(Participant {
                actor: agent.actor,
                attendance,
                role,
                evidence: evidence.clone(),
            });
        }
    }
    (participants.len() >= 2).then(|| FoundMeeting {
        status,
        medium: if online { Medium::Video } else { Medium::InPerson },
        when,
        when_said: true,
        places,
        place_said: true,
        participants,
        noun: Some("meeting".to_owned()),
        gathering: true,
        ..FoundMeeting::told(text, sentence)
    })
}
