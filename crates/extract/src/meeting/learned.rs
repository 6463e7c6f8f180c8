//! What a network makes of a meeting: whether it took place, who is in it, and whether the text has told it before.
//!
//! Reads the events of a sentence; which words tell one is [`trigger`](super::trigger)'s business. Invariant: only those
//! have a seat whom the mentions know, and no meeting that rules have found is changed here.

use std::ops::Range;

use rapporteur_schema::{ActorKind, MeetingStatus};
use rapporteur_syntax::event::{Event, Occurrence, Part};

use super::frame::Frame;
use super::party::Room;
use super::{FoundMeeting, Participant, merge};
use crate::cast::{ActorNumber, Cast};
use crate::text::Text;

/// From where on the network is surer than a rule of whether a meeting took place.
const SURE: f32 = 0.85;
/// From where on it tells who is in a meeting of which a rule finds nobody.
const SEEN: f32 = 0.5;
/// From where on a word that may tell of a meeting does.
const CLEAR: f32 = 0.85;

/// Whether the meeting took place, where the network is sure of it or no rule can tell.
pub(super) fn status(event: &Event, alone: bool) -> Option<MeetingStatus> {
    (alone || event.score * event.certainty >= SURE).then_some(match event.occurrence {
        Occurrence::Held => MeetingStatus::Held,
        Occurrence::Planned => MeetingStatus::Planned,
        Occurrence::Proposed => MeetingStatus::Proposed,
        Occurrence::Cancelled => MeetingStatus::Cancelled,
        Occurrence::Denied => MeetingStatus::Denied,
    })
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
    for word in event.having(Part::Attended).filter(|word| clause.contains(word)) {
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

/// Adds the meetings that no rule tells of, but for those that tell of one told already.
pub(super) fn add(
    text: &Text<'_>,
    cast: &Cast,
    learned: Vec<FoundMeeting>,
    meetings: &mut Vec<FoundMeeting>,
) {
    for telling in learned {
        let told = |meeting: &FoundMeeting| {
            tells_no_more(cast, &telling, meeting)
                || shares(&telling, meeting) && merge::agreement(text, cast, meeting, &telling) > 0
        };
        if !meetings.iter().any(told) {
            meetings.push(telling);
        }
    }
    meetings.sort_by_key(|meeting| meeting.sentence);
}

/// Whether anybody is in both.
fn shares(one: &FoundMeeting, other: &FoundMeeting) -> bool {
    one.participants.iter().any(|this| other.participants.iter().any(|that| that.actor == this.actor))
}

/// Whether all who are in one, or their states, are in the other, which it does not set on another day.
fn tells_no_more(cast: &Cast, telling: &FoundMeeting, meeting: &FoundMeeting) -> bool {
    let country = |actor: ActorNumber| cast.members[actor].country;
    let is_in = |one: &Participant| {
        let state = cast.members[one.actor].kind == ActorKind::State;
        let mut all = meeting.participants.iter();
        all.any(|other| other.actor == one.actor || state && country(other.actor) == country(one.actor))
    };
    let other_day = telling.when_said
        && telling.when.as_ref().zip(meeting.when.as_ref()).is_some_and(|(one, other)| !one.overlaps(other));
    merge::class(telling.status) == merge::class(meeting.status)
        && !other_day
        && telling.participants.iter().all(is_in)
}
