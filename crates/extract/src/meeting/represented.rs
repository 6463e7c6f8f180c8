//! The states of those whom a text tells of by their office alone: with "the Danish prime minister" Denmark
//! was there.
//!
//! Invariant: nobody who has a name brings a state, for whom they speak stands with their seat; and of those without
//! one only who holds an office does: no weekly of a country, no driver of its minister.

use rapporteur_schema::{ActorKind, Role};

use super::{FoundMeeting, Participant};
use crate::affiliation::Affiliations;
use crate::cast::Cast;
use crate::lexicon;

/// Gives each meeting the states that unnamed holders of an office stand for.
pub(super) fn states(cast: &Cast, meetings: &mut [FoundMeeting]) {
    for meeting in meetings {
        let mut states: Vec<Participant> = Vec::new();
        for seat in &meeting.participants {
            let member = &cast.members[seat.actor];
            let holds_office =
                member.kind == ActorKind::Unnamed && !member.is_outlet && is_office(&member.name);
            let state = member
                .country
                .filter(|_| holds_office && !seat.attendance.is_away())
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

/// Gives each meeting the organisations whose people were there: with "the UN's envoy, Ada Obi" the United Nations.
pub(super) fn organisations(affiliations: &Affiliations, meetings: &mut [FoundMeeting]) {
    for meeting in meetings {
        let mut bodies: Vec<Participant> = Vec::new();
        for seat in meeting.present() {
            let Some(actor) = affiliations.organisation(seat.actor) else { continue };
            if !meeting.participants.iter().chain(&bodies).any(|other| other.actor == actor) {
                bodies.push(Participant { actor, role: Role::Participant, ..seat.clone() });
            }
        }
        meeting.participants.extend(bodies);
    }
}

/// "French envoy", "Peru's ambassador", and neither "one Beirut weekly" nor "minister's driver".
pub(super) fn is_office(name: &str) -> bool {
    let own = name.rsplit_once("'s ").or_else(|| name.rsplit_once("\u{2019}s ")).map_or(name, |(_, own)| own);
    let words: Vec<&str> = own.split(' ').collect();
    (0..words.len()).any(|at| lexicon::office(&words[at..]).is_some())
}
