//! The states of those whom a text tells of by their office alone: with "the Danish prime minister" Denmark
//! was there.
//!
//! Invariant: nobody who has a name brings a state; whom they speak for stands with their seat.

use rapporteur_schema::{ActorKind, Role};

use super::{FoundMeeting, Participant};
use crate::cast::Cast;

/// Gives each meeting the states that unnamed holders of an office stand for.
pub(super) fn states(cast: &Cast, meetings: &mut [FoundMeeting]) {
    for meeting in meetings {
        let mut states: Vec<Participant> = Vec::new();
        for seat in &meeting.participants {
            let member = &cast.members[seat.actor];
            let state = member
                .country
                .filter(|_| member.kind == ActorKind::Unnamed && !seat.attendance.is_away())
                .and_then(|country| cast.state(country));
            let Some(actor) = state else { continue };
            let seated = meeting.participants.iter().chain(&states).any(|other| other.actor == actor);
            if !seated {
                states.push(Participant { actor, role: Role::Participant, ..seat.clone() });
            }
        }
        meeting.participants.extend(states);
    }
}
