//! What a network makes of a meeting: whether it took place, who is in it, and what it tells where no rule does.
//!
//! Reads the events of a sentence; which words tell one is [`trigger`](super::trigger)'s business, and what is kept of what
//! the network alone tells is [`revise`](super::revise)'s. Invariant: only those have a seat whom the mentions know, and no
//! meeting that rules have found is changed here.

use std::ops::Range;

use rapporteur_schema::{ActorKind, Attendance, Medium, MeetingStatus, Role};
use rapporteur_syntax::Upos;
use rapporteur_syntax::event::{Event, Occurrence, Part};

use super::candidate::takes_seat;
use super::frame::Frame;
use super::modality::{self, Reading};
use super::party::Room;
use super::trigger::Trigger;
use super::{Clock, FoundMeeting, Participant, place, trigger};
use crate::statement::lexicon as speech;

/// From where on the network is surer than a rule of whether a meeting took place.
const SURE: f32 = 0.85;
/// From where on it tells who is in a meeting of which a rule finds nobody.
const SEEN: f32 = 0.5;
/// From where on a word that may tell of a meeting does.
const CLEAR: f32 = 0.6;

/// What the network says of it, where it is sure.
pub(super) fn sure_status(event: &Event) -> Option<MeetingStatus> {
    (event.score * event.certainty >= SURE).then(|| status(event))
}

/// What the network says of it.
fn status(event: &Event) -> MeetingStatus {
    match event.occurrence {
        Occurrence::Held => MeetingStatus::Held,
        Occurrence::Planned => MeetingStatus::Planned,
        Occurrence::Proposed => MeetingStatus::Proposed,
        Occurrence::Cancelled => MeetingStatus::Cancelled,
        Occurrence::Denied => MeetingStatus::Denied,
    }
}

/// Whether the network may tell who is in it.
pub(super) fn is_seen(event: &Event) -> bool {
    event.score >= SEEN
}

/// Whether the word tells of a meeting without doubt.
pub(super) fn is_clear(event: &Event) -> bool {
    event.score >= CLEAR
}

/// Seats those whom the event has in its clause, beside those whom the grammar has.
pub(super) fn seats(room: &Room<'_>, event: &Event, clause: &Range<usize>, mut frame: Frame) -> Frame {
    let alone = frame.parties.is_empty() && frame.hosts.is_empty();
    let parse = &room.text.sentences[room.sentence].parse;
    // "What they said at the talks was wrong, the minister told reporters": the network sees too readily that whoever
    // speaks of a meeting was in it.
    let speaks = |word: usize| {
        let verb = parse.ancestors(word).find(|&at| parse.tokens[at].upos == Upos::Verb);
        verb.is_some_and(|verb| {
            verb != event.token && speech::verb(&parse.tokens[verb].lemma, "", "").is_some()
        })
    };
    for word in event.having(Part::Attended).filter(|word| clause.contains(word) && !speaks(*word)) {
        frame.group = frame.group.or_else(|| room.group(word));
        for actor in room.actors(word) {
            // Beside one whom the grammar tells, those without a name are too easily another meeting's.
            let named = alone || room.cast.members[actor].kind != ActorKind::Unnamed;
            if named && !frame.parties.contains(&actor) && !frame.hosts.contains(&actor) {
                frame.parties.push(actor);
            }
        }
    }
    for word in event.having(Part::Absent) {
        let away = room.actors(word);
        frame.parties.retain(|actor| !away.contains(actor));
        frame.hosts.retain(|actor| !away.contains(actor));
    }
    frame
}

/// Adds what the network sees at words at which nothing is told, for the second look to join with another meeting, to
/// complete or to drop.
pub(super) fn add(
    rooms: &[Room<'_>],
    clock: &Clock<'_>,
    refused: &[Vec<usize>],
    meetings: &mut Vec<FoundMeeting>,
) {
    let mut told: Vec<Vec<usize>> = vec![Vec::new(); rooms.len()];
    for &(sentence, token) in meetings.iter().flat_map(|meeting| &meeting.tellings) {
        told[sentence].push(token);
    }
    for room in rooms {
        let left = trigger::left_over(room.text, room.cast, room.sentence, |token| {
            told[room.sentence].contains(&token)
        });
        for trigger in left {
            let refused = refused[room.sentence].contains(&trigger.token);
            meetings.extend(telling(room, &trigger, clock, refused));
        }
    }
    meetings.sort_by_key(|meeting| meeting.sentence);
}

/// What the network alone makes of a word.
fn telling(room: &Room<'_>, trigger: &Trigger, clock: &Clock<'_>, refused: bool) -> Option<FoundMeeting> {
    let Room { text, cast, sentence, words, .. } = *room;
    let event = text.sentences[sentence].events.get(trigger.event?)?;
    let parse = &text.sentences[sentence].parse;
    // Where a rule says that a meeting was not held, or is none, the network is not heard.
    let status = match modality::modality(parse, words, trigger.token) {
        Reading::Nothing => return None,
        Reading::Status(told) if !told.took_place() => told,
        _ => status(event),
    };
    text.trace.kept(sentence, "meeting/learned", || {
        format!(
            "`{}` may tell of a meeting, as a network sees it: {status:?}, {:.2}",
            words[trigger.token], event.score
        )
    });
    let there = if status.took_place() { Attendance::Attended } else { Attendance::Expected };
    let evidence = &text.sentences[sentence].range;
    let mut participants: Vec<Participant> = Vec::new();
    // Who stayed away is for rules and the second look to say: one sentence tells it too seldom.
    for actor in event.having(Part::Attended).flat_map(|word| room.actors(word)) {
        if takes_seat(cast, actor) && !participants.iter().any(|p| p.actor == actor) {
            let evidence = evidence.clone();
            participants.push(Participant { actor, attendance: there, role: Role::Participant, evidence });
        }
    }
    let named = (clock.when)(sentence, trigger.token);
    let when = named.clone().or_else(|| (clock.going_on)(sentence).filter(|_| status == MeetingStatus::Held));
    let lately =
        status == MeetingStatus::Held && clock.is_recent(when.as_ref()) && trigger.medium == Medium::InPerson;
    let (places, place_said) = place::places(room, trigger.token, &(0..words.len()), lately, clock);
    let definite = trigger.noun.is_some()
        && parse.children(trigger.token).any(|child| {
            matches!(
                text.lower(sentence)[child].as_str(),
                "the" | "this" | "that" | "these" | "those" | "their" | "its"
            )
        });
    Some(FoundMeeting {
        status,
        medium: trigger.medium,
        when_said: named.is_some(),
        when,
        places,
        place_said,
        participants,
        noun: trigger.noun.map(str::to_owned),
        definite,
        gathering: trigger.noun.is_some_and(trigger::is_gathering),
        learned: true,
        refused,
        tellings: vec![(sentence, trigger.token)],
        ..FoundMeeting::told(text, sentence)
    })
}
