//! What is told of a visit of several days, or of a conference: the talks held on it were on those days, and there.
//!
//! Invariant: what says its own day or place keeps it.

use rapporteur_schema::{ActorKind, Medium};

use super::{Clock, FoundMeeting, scene};
use crate::cast::Cast;
use crate::text::Text;

/// In how many sentences the visit that a text is about is told.
const HEAD: usize = 5;

/// Gives the meetings held on a visit its days, and its place where they name none.
pub(super) fn dates(cast: &Cast, clock: &Clock<'_>, meetings: &mut [FoundMeeting]) {
    let visit = meetings.iter().find(|meeting| {
        meeting.sentence < HEAD
            && meeting.noun.as_deref() == Some("visit")
            && meeting.status.took_place()
            && meeting.when_said
            && meeting.when.as_ref().is_some_and(|when| when.first_day() < when.last_day())
    });
    let Some(visit) = visit.cloned() else { return };
    for meeting in meetings.iter_mut() {
        let later = meeting.sentence > visit.sentence && meeting.status.took_place() && !meeting.when_said;
        // Carried over from the day of writing, which tells nothing.
        let carried = !clock.is_of_another_day(meeting.when.as_ref());
        let shares = meeting.participants.iter().any(|p| {
            let country = cast.members[p.actor].country;
            visit.participants.iter().any(|other| {
                other.actor == p.actor || country.is_some() && cast.members[other.actor].country == country
            })
        });
        if !(later && carried && shares) {
            continue;
        }
        meeting.when.clone_from(&visit.when);
        if meeting.places.is_empty() && visit.place_said {
            meeting.places.clone_from(&visit.places);
        }
    }
}

/// Gives the meetings held on the margins of the conference that a text is about its place, and its days where they
/// name none and it is told of when it is over.
pub(super) fn margins(text: &Text<'_>, cast: &Cast, clock: &Clock<'_>, meetings: &mut [FoundMeeting]) {
    const MANY: usize = 3;
    let persons = |meeting: &FoundMeeting| {
        let seats = meeting.participants.iter().filter(|seat| !seat.attendance.is_away());
        seats.filter(|seat| cast.members[seat.actor].kind == ActorKind::Person).count()
    };
    let found = scene::told_first(text, HEAD, meetings, |meeting| {
        meeting.place_said && meeting.medium == Medium::InPerson && persons(meeting) >= MANY
    });
    let Some(index) = found else { return };
    let conference = meetings[index].clone();
    for (at, meeting) in meetings.iter_mut().enumerate() {
        let bare =
            meeting.places.is_empty() && meeting.status.took_place() && meeting.medium == Medium::InPerson;
        let shares = meeting.participants.iter().any(|seat| {
            cast.members[seat.actor].kind == ActorKind::Person
                && conference.participants.iter().any(|other| other.actor == seat.actor)
        });
        let of_its_days = match (&meeting.when, &conference.when) {
            (Some(when), Some(days)) => when.overlaps(days),
            _ => true,
        };
        // Carried over from the day of writing, which tells nothing.
        let carried = !meeting.when_said && !clock.is_of_another_day(meeting.when.as_ref());
        if at == index || !bare || !(shares || meeting.aside) || !(of_its_days || carried) {
            continue;
        }
        meeting.places.clone_from(&conference.places);
        if !of_its_days {
            meeting.when.clone_from(&conference.when);
        }
    }
}
