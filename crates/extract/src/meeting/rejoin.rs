//! Meetings that turn out to be one when it is known who came and who did not: told twice with the same absentees, or
//! planned and then held or moved to another day.
//!
//! Finds no meetings and reads no clauses. Invariant: nobody is made present by it who was not so before.

use rapporteur_schema::{ActorKind, MeetingStatus};

use super::merge::{agree, join, places, prove};
use super::{Clock, FoundMeeting};
use crate::cast::{ActorNumber, Cast};
use crate::text::Text;

/// How many other meetings are looked at from each, so that time stays linear.
const REACH: usize = 32;

/// Joins what took place on one day without the same two: of whom a text says twice that they stayed away, it says it of
/// one meeting.
pub(super) fn missed_alike(text: &Text<'_>, cast: &Cast, meetings: &mut Vec<FoundMeeting>) {
    let missed = |meeting: &FoundMeeting| {
        meeting.status.took_place() && !meeting.apart && away(meeting).nth(1).is_some()
    };
    let alike = |one: &FoundMeeting, other: &FoundMeeting| {
        agree(one.medium, other.medium)
            && places(text, cast, one, other) != Some(false)
            && is_of_one_time(one, other)
            && share_two(away(one), away(other))
    };
    let candidates: Vec<usize> = (0..meetings.len()).filter(|&at| missed(&meetings[at])).collect();
    let mut joined = vec![false; meetings.len()];
    for (place, &one) in candidates.iter().enumerate() {
        for &other in candidates[place + 1..].iter().take(REACH) {
            if !joined[one] && !joined[other] && alike(&meetings[one], &meetings[other]) {
                joined[other] = true;
                let telling = meetings[other].clone();
                join(&mut meetings[one], telling);
            }
        }
    }
    drop_joined(meetings, joined);
}

/// Joins a plan with what came of it: one day that is past, one place, the same two sides. Who was only to come is not
/// made present.
pub(super) fn come_about(text: &Text<'_>, cast: &Cast, clock: &Clock<'_>, meetings: &mut Vec<FoundMeeting>) {
    let sides = |meeting: &FoundMeeting| -> Vec<ActorNumber> {
        let seats = meeting.participants.iter().map(|p| p.actor);
        seats.filter(|&actor| cast.members[actor].kind == ActorKind::State).collect()
    };
    // "They will meet again", "the next round": of another day, whatever else is told of it.
    let again = |meeting: &FoundMeeting| {
        let told = meeting.evidence.iter().filter_map(|range| text.source.get(range.clone()));
        told.into_iter().any(|words| words.contains(" again") || words.contains("next "))
    };
    let came_of = |meeting: &FoundMeeting, plan: &FoundMeeting| {
        agree(meeting.medium, plan.medium)
            && places(text, cast, meeting, plan) == Some(true)
            && is_of_one_time(meeting, plan)
            && share_two(sides(meeting), sides(plan))
    };
    let held: Vec<usize> = (0..meetings.len()).filter(|&at| meetings[at].status.took_place()).collect();
    let mut joined = vec![false; meetings.len()];
    for at in 0..meetings.len() {
        let plan = &meetings[at];
        if plan.status != MeetingStatus::Planned || again(plan) || clock.is_to_come(plan.when.as_ref()) {
            continue;
        }
        if let Some(became) = held.iter().copied().take(REACH).find(|&held| came_of(&meetings[held], plan)) {
            joined[at] = true;
            let (evidence, tellings) = (plan.evidence.clone(), plan.tellings.clone());
            prove(&mut meetings[became], evidence, tellings);
        }
    }
    drop_joined(meetings, joined);
}

/// Joins what was to be on a former day with what it was moved to, of the same two: "they were to have met on Monday but
/// will now meet on Friday".
pub(super) fn moved(meetings: &mut Vec<FoundMeeting>) {
    let seats = |meeting: &FoundMeeting| -> Vec<ActorNumber> {
        meeting.participants.iter().map(|participant| participant.actor).collect()
    };
    let moved: Vec<usize> =
        (0..meetings.len()).filter(|&at| !meetings[at].previous_start_date.is_empty()).take(REACH).collect();
    let mut joined = vec![false; meetings.len()];
    for at in 0..meetings.len() {
        let became = moved.iter().copied().find(|&other| {
            other != at
                && meetings[other].is_moved_from(&meetings[at])
                && share_two(seats(&meetings[at]), seats(&meetings[other]))
        });
        if let Some(became) = became.filter(|&became| !joined[became]) {
            joined[at] = true;
            let (evidence, tellings) = (meetings[at].evidence.clone(), meetings[at].tellings.clone());
            prove(&mut meetings[became], evidence, tellings);
        }
    }
    drop_joined(meetings, joined);
}

/// Who stayed away.
fn away(meeting: &FoundMeeting) -> impl Iterator<Item = ActorNumber> + '_ {
    meeting.participants.iter().filter(|p| p.attendance.is_away()).map(|p| p.actor)
}

fn is_of_one_time(one: &FoundMeeting, other: &FoundMeeting) -> bool {
    one.when.as_ref().zip(other.when.as_ref()).is_some_and(|(one, other)| one.overlaps(other))
}

/// Whether two or more are among both.
fn share_two(
    ones: impl IntoIterator<Item = ActorNumber>,
    others: impl IntoIterator<Item = ActorNumber>,
) -> bool {
    let others: Vec<ActorNumber> = others.into_iter().collect();
    ones.into_iter().filter(|actor| others.contains(actor)).nth(1).is_some()
}

fn drop_joined(meetings: &mut Vec<FoundMeeting>, joined: Vec<bool>) {
    let mut joined = joined.into_iter();
    meetings.retain(|_| joined.next() != Some(true));
}
