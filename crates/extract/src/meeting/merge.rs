//! Many tellings, one meeting: joins candidates that agree in who, where and when.

use rapporteur_schema::{ActorKind, Attendance, MeetingStatus, Role};

use super::{FoundMeeting, Inherits, Participant};
use crate::cast::{ActorNumber, Cast};

/// Joins the candidates of a text, in order; those that only point back ("the talks") add their
/// evidence to the meeting they point to, or are dropped.
pub fn merge(cast: &Cast, candidates: Vec<FoundMeeting>) -> Vec<FoundMeeting> {
    let mut meetings: Vec<FoundMeeting> = Vec::new();
    for mut candidate in candidates {
        if candidate.inherits != Inherits::Nothing && parties(cast, &candidate).len() < 2 {
            inherit(cast, &meetings, &mut candidate);
        }
        let found = meetings
            .iter()
            .enumerate()
            .rev()
            .map(|(index, m)| (agreement(cast, m, &candidate), index))
            .filter(|(score, _)| *score > 0)
            .max_by_key(|&(score, index)| (score, index));
        match found {
            Some((_, index)) => join(&mut meetings[index], candidate),
            None if parties(cast, &candidate).len() >= 2
                || (!candidate.participants.is_empty() && !candidate.places.is_empty()) =>
            {
                meetings.push(candidate)
            }
            None => {}
        }
    }
    meetings
}

/// Gives a telling that names too few the parties of the meeting told last before it.
fn inherit(cast: &Cast, meetings: &[FoundMeeting], telling: &mut FoundMeeting) {
    let Some(before) = meetings.iter().rev().find(|m| parties(cast, m).len() >= 2) else { return };
    let attendance = if telling.status.took_place() { Attendance::Attended } else { Attendance::Expected };
    for participant in &before.participants {
        let absent = matches!(participant.attendance, Attendance::Absent | Attendance::Declined);
        let member = &cast.members[participant.actor];
        let actor = match (telling.inherits, member.kind) {
            (Inherits::Sides, ActorKind::Person | ActorKind::Unnamed) => {
                member.country.and_then(|country| cast.state(country))
            }
            _ => Some(participant.actor),
        };
        let Some(actor) = actor.filter(|_| !absent) else { continue };
        if !telling.participants.iter().any(|p| p.actor == actor) {
            telling.participants.push(Participant {
                actor,
                attendance,
                role: Role::Participant,
                evidence: telling.evidence[0].clone(),
            });
        }
    }
}

/// How strongly two tellings agree; 0 where they cannot be one meeting.
fn agreement(cast: &Cast, one: &FoundMeeting, other: &FoundMeeting) -> u32 {
    if class(one.status) != class(other.status)
        || (one.medium != other.medium && other.noun.as_deref() != Some("talks"))
    {
        return 0;
    }
    let dates = match (&one.when, &other.when) {
        (Some(a), Some(b)) if a.overlaps(b) => 2,
        (Some(_), Some(_)) => return 0,
        _ => 1,
    };
    let places = match (place(cast, one), place(cast, other)) {
        (Some(a), Some(b)) if a == b => 2,
        (Some(_), Some(_)) => return 0,
        _ => 1,
    };
    let (a, b) = (parties(cast, one), parties(cast, other));
    let shared = b.iter().filter(|actor| a.contains(actor)).count();
    let smaller = a.len().min(b.len());
    if smaller == 0 {
        return if other.definite { dates * places } else { 0 };
    }
    let countries = |actors: &[ActorNumber]| -> Vec<_> {
        actors.iter().filter_map(|&n| cast.members[n].country).collect()
    };
    let (ca, cb) = (countries(&a), countries(&b));
    let same_states = cb.iter().filter(|c| ca.contains(c)).count();
    let persons = |actors: &[ActorNumber]| actors.iter().any(|&n| cast.members[n].kind == ActorKind::Person);
    if shared * 2 >= smaller && shared > 0 && (shared >= 2 || other.definite || dates == 2) {
        return 4 + dates * places + u32::try_from(shared.min(20)).unwrap_or(20);
    }
    if same_states >= 2 && (!persons(&a) || !persons(&b)) && dates + places >= 3 {
        return 2 + dates * places;
    }
    0
}

/// Held and ongoing are one class, planned and proposed another.
fn class(status: MeetingStatus) -> u8 {
    match status {
        MeetingStatus::Held | MeetingStatus::Ongoing => 0,
        MeetingStatus::Planned | MeetingStatus::Proposed => 1,
        MeetingStatus::Cancelled => 2,
        MeetingStatus::Denied => 3,
    }
}

fn place(cast: &Cast, meeting: &FoundMeeting) -> Option<rapporteur_schema::Country> {
    meeting.places.iter().find_map(|&index| cast.mentions[index].country)
}

fn parties(cast: &Cast, meeting: &FoundMeeting) -> Vec<ActorNumber> {
    let _ = cast;
    meeting.participants.iter().map(|p| p.actor).collect()
}

fn join(meeting: &mut FoundMeeting, telling: FoundMeeting) {
    for participant in telling.participants {
        match meeting.participants.iter_mut().find(|p| p.actor == participant.actor) {
            Some(known) if known.role == rapporteur_schema::Role::Participant => {
                known.role = participant.role
            }
            Some(_) => {}
            None => meeting.participants.push(participant),
        }
    }
    for place in telling.places {
        if !meeting.places.contains(&place) {
            meeting.places.push(place);
        }
    }
    // The more exact of two dates that overlap.
    meeting.when = match (meeting.when.take(), telling.when) {
        (Some(a), Some(b)) if a.contains(&b) && a != b => Some(b),
        (a, b) => a.or(b),
    };
    if telling.status == MeetingStatus::Planned && meeting.status == MeetingStatus::Proposed {
        meeting.status = MeetingStatus::Planned;
    }
    meeting.evidence.extend(telling.evidence);
    meeting.evidence.sort_by_key(|range| range.start);
    meeting.evidence.dedup();
}
