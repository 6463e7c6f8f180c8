//! What is told of a visit of several days, or of a conference: the talks held on it were on those days, and there.
//!
//! Invariant: what says its own day or place keeps it.

use rapporteur_schema::{ActorKind, Medium, MeetingStatus};

use super::{Clock, FoundMeeting, place, scene};
use crate::cast::Cast;
use crate::text::Text;

/// In how many sentences the visit that a text is about is told.
const HEAD: usize = 5;
/// In how many sentences after a meeting what goes on with it is told.
const NEAR: usize = 2;

/// Gives the meetings held on a visit its days, and its place where they name none.
pub(super) fn dates(text: &Text<'_>, cast: &Cast, clock: &Clock<'_>, meetings: &mut [FoundMeeting]) {
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
        if place::lie_nowhere(text, cast, &meeting.places) && visit.place_said {
            place::lie_in(text, cast, &mut meeting.places, &visit.places);
        }
    }
}

/// Gives a meeting to come that names no day the days of the journey told just before it, and its place: "She leaves for
/// Colombo on Monday. She will call on the President."
pub(super) fn journeys(text: &Text<'_>, cast: &Cast, meetings: &mut [FoundMeeting]) {
    let planned = |meeting: &FoundMeeting| meeting.status == MeetingStatus::Planned;
    let journeys: Vec<FoundMeeting> = meetings
        .iter()
        .filter(|meeting| planned(meeting) && meeting.when_said && meeting.place_said)
        .cloned()
        .collect();
    for meeting in meetings.iter_mut().filter(|meeting| planned(meeting) && meeting.when.is_none()) {
        if !place::lie_nowhere(text, cast, &meeting.places) || meeting.medium != Medium::InPerson {
            continue;
        }
        let goes_on =
            |journey: &&FoundMeeting| is_near(text, journey, meeting) && shares(cast, journey, meeting);
        let Some(journey) = journeys.iter().rev().find(goes_on) else { continue };
        meeting.when.clone_from(&journey.when);
        place::lie_in(text, cast, &mut meeting.places, &journey.places);
    }
}

/// Gives a meeting that names no place that of the one told just before it, of the same day and with one who was in both:
/// "She met X in Riga on Monday. Earlier she had seen Y."
pub(super) fn same_day(text: &Text<'_>, cast: &Cast, meetings: &mut [FoundMeeting]) {
    let held = |meeting: &FoundMeeting| meeting.status.took_place() && meeting.medium == Medium::InPerson;
    let told: Vec<FoundMeeting> =
        meetings.iter().filter(|meeting| held(meeting) && meeting.place_said).cloned().collect();
    for meeting in meetings.iter_mut().filter(|meeting| held(meeting) && !meeting.earlier) {
        if !place::lie_nowhere(text, cast, &meeting.places) {
            continue;
        }
        let goes_on = |before: &&FoundMeeting| {
            let of_its_day = || match (&meeting.when, &before.when) {
                (Some(one), Some(other)) => one.overlaps(other),
                _ => false,
            };
            is_near(text, before, meeting) && of_its_day() && shares(cast, before, meeting)
        };
        let Some(before) = told.iter().rev().find(goes_on) else { continue };
        place::lie_in(text, cast, &mut meeting.places, &before.places);
    }
}

/// Gives the meetings held on the margins of the conference that a text is about its place, and its days where they
/// name none and it is told of when it is over.
pub(super) fn margins(text: &Text<'_>, cast: &Cast, clock: &Clock<'_>, meetings: &mut [FoundMeeting]) {
    const MANY: usize = 3;
    let persons = |meeting: &FoundMeeting| {
        let seats = meeting.present();
        seats.filter(|seat| cast.members[seat.actor].kind == ActorKind::Person).count()
    };
    let found = scene::told_first(text, HEAD, meetings, |meeting| {
        meeting.place_said && meeting.medium == Medium::InPerson && persons(meeting) >= MANY
    });
    let Some(index) = found else { return };
    let conference = meetings[index].clone();
    for (at, meeting) in meetings.iter_mut().enumerate() {
        let bare = place::lie_nowhere(text, cast, &meeting.places)
            && meeting.status.took_place()
            && meeting.medium == Medium::InPerson;
        let of_its_days = match (&meeting.when, &conference.when) {
            (Some(when), Some(days)) => when.overlaps(days),
            _ => true,
        };
        // Carried over from the day of writing, which tells nothing.
        let carried = !meeting.when_said && !clock.is_of_another_day(meeting.when.as_ref());
        if at == index
            || !bare
            || !(meeting.aside || shares(cast, &conference, meeting))
            || !(of_its_days || carried)
        {
            continue;
        }
        place::lie_in(text, cast, &mut meeting.places, &conference.places);
        if !of_its_days {
            meeting.when.clone_from(&conference.when);
        }
    }
}

/// Whether a meeting is told just after another, in the same section.
fn is_near(text: &Text<'_>, before: &FoundMeeting, meeting: &FoundMeeting) -> bool {
    let section = |sentence: usize| text.block_of(sentence).section;
    (before.sentence..=before.sentence + NEAR).contains(&meeting.sentence)
        && section(before.sentence) == section(meeting.sentence)
}

/// Whether somebody is told of with both meetings.
fn shares(cast: &Cast, before: &FoundMeeting, meeting: &FoundMeeting) -> bool {
    meeting.participants.iter().any(|seat| {
        cast.members[seat.actor].kind == ActorKind::Person
            && before.participants.iter().any(|other| other.actor == seat.actor)
    })
}
