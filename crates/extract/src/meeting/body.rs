//! Whose session to come it is that a text tells of by its kind alone: of "the next ordinary assembly is to be held in
//! Accra" the body that sits in the meeting which the text is about.
//!
//! Finds no meetings. Invariant: a meeting that has a party of its own keeps to it.

use rapporteur_schema::{ActorKind, Attendance, Role};

use super::{FoundMeeting, Participant};
use crate::cast::{ActorNumber, Cast};

/// Gives each gathering without a party the body that the text is about.
pub(super) fn sessions(cast: &Cast, meetings: &mut [FoundMeeting]) {
    let Some(body) = body(cast, meetings) else { return };
    let bare = |meeting: &&mut FoundMeeting| {
        let to_come = !meeting.status.took_place();
        meeting.participants.is_empty()
            && meeting.gathering
            && to_come
            && meeting.place_said
            && meeting.when_said
    };
    for meeting in meetings.iter_mut().filter(bare) {
        let attendance = Attendance::Expected;
        let Some(evidence) = meeting.evidence.first().cloned() else { continue };
        meeting.participants.push(Participant { actor: body, attendance, role: Role::Participant, evidence });
    }
}

/// The organisation whose gathering of many is the one that is told most.
pub(super) fn of_many(cast: &Cast, meetings: &[FoundMeeting]) -> Option<ActorNumber> {
    /// Of two sides and who brings them together the next round is the sides'.
    const MANY: usize = 3;
    let most = meetings
        .iter()
        .filter(|meeting| meeting.gathering && meeting.status.took_place())
        .max_by_key(|meeting| meeting.evidence.len())?;
    let states = most.participants.iter().filter(|seat| cast.members[seat.actor].country.is_some());
    let mut countries: Vec<_> = states.filter_map(|seat| cast.members[seat.actor].country).collect();
    countries.sort_unstable();
    countries.dedup();
    if (1..MANY).contains(&countries.len()) {
        return None;
    }
    body(cast, std::slice::from_ref(most))
}

/// The organisation in a gathering that took place of which the text speaks most.
fn body(cast: &Cast, meetings: &[FoundMeeting]) -> Option<ActorNumber> {
    let held = meetings.iter().filter(|meeting| meeting.gathering && meeting.status.took_place());
    let seats = held.flat_map(|meeting| &meeting.participants).map(|seat| seat.actor);
    let bodies = seats.filter(|&actor| {
        cast.members[actor].kind == ActorKind::Organization && !cast.members[actor].is_outlet
    });
    bodies.max_by_key(|&actor| (cast.members[actor].mentions.len(), usize::MAX - actor))
}
