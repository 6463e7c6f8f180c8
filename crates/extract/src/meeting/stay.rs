//! What is told of a visit of several days: the talks held on it were on those days, and there.
//!
//! Invariant: what says its own day or place keeps it.

use super::{Clock, FoundMeeting};
use crate::cast::Cast;

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
