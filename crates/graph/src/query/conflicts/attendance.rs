//! Who was there by one record and was not by another, where the two are of one meeting.
//!
//! A document may tell of one meeting in two records ("they met", "the minister attended the round"), and what one
//! document tells apart is not joined. A record that names nobody on its sides but the one in question, or only such
//! as the other names too, of the same day, place and sides, is another telling of the same.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rapporteur_schema::{ActorId, ActorKind, Attendance, DocumentId, Meeting, MeetingId, PlaceId, RecordId};

use super::side::Witness;
use super::{ConflictRow, Dispute, words};
use crate::GraphError;
use crate::index::keys::Node;
use crate::query::ask::Ask;

/// A meeting, as far as it is compared.
struct Seen {
    id: MeetingId,
    number: Node,
    sides: BTreeSet<String>,
    persons: BTreeSet<ActorId>,
    there: BTreeSet<ActorId>,
    away: BTreeSet<ActorId>,
}

pub(super) fn contradictions(
    ask: &Ask<'_>,
    witness: &mut Witness<'_>,
    numbers: &BTreeSet<Node>,
) -> Result<Vec<(Option<Date>, ConflictRow)>, GraphError> {
    let mut seen: BTreeMap<(Date, PlaceId), Vec<Seen>> = BTreeMap::new();
    for number in numbers {
        let RecordId::Meeting(id) = ask.snapshot.id(*number)? else { continue };
        let Some(view) = ask.snapshot.meeting_view(&id, &ask.snapshot.cards(*number)?)? else { continue };
        let (Some(when), Some(place)) = (&view.when, &view.place) else { continue };
        if view.status.took_place() && when.first_day() == when.last_day() {
            let of_day = seen.entry((when.first_day(), place.clone())).or_default();
            of_day.push(see(ask, *number, &view.record)?);
        }
    }
    let mut rows = Vec::new();
    for ((day, _), meetings) in &seen {
        for one in meetings {
            for other in meetings.iter().filter(|other| other.id != one.id) {
                for actor in disputed(one, other) {
                    let there = side(ask, witness, one, actor, Attendance::Attended)?;
                    let away = side(ask, witness, other, actor, Attendance::Absent)?;
                    let meeting = if one.persons.len() > other.persons.len() { one } else { other };
                    let records = vec![one.id.clone().into(), other.id.clone().into()];
                    let (about, meeting) = (Dispute::Attendance, Some(meeting.id.clone()));
                    rows.push((
                        Some(*day),
                        ConflictRow { about, meeting, records, sides: vec![there, away] },
                    ));
                }
            }
        }
    }
    Ok(rows)
}

fn see(ask: &Ask<'_>, number: Node, meeting: &Meeting) -> Result<Seen, GraphError> {
    let mut seen = Seen {
        id: meeting.id.clone(),
        number,
        sides: BTreeSet::new(),
        persons: BTreeSet::new(),
        there: BTreeSet::new(),
        away: BTreeSet::new(),
    };
    for part in &meeting.participants {
        let principal = ask.actor(part.on_behalf_of.as_ref().unwrap_or(&part.actor))?;
        let country = principal.country.filter(|_| principal.kind != Some(ActorKind::Organization));
        seen.sides.insert(country.map_or_else(|| principal.id.to_string(), |country| country.to_string()));
        if matches!(ask.actor(&part.actor)?.kind, Some(ActorKind::Person | ActorKind::Unnamed)) {
            seen.persons.insert(part.actor.clone());
        }
        let list = match part.attendance {
            Attendance::Attended => &mut seen.there,
            Attendance::Absent | Attendance::Declined => &mut seen.away,
            Attendance::Expected | Attendance::Invited => continue,
        };
        list.insert(part.actor.clone());
    }
    Ok(seen)
}

/// Those who were at the one and not at the other, where the two are one meeting.
fn disputed<'m>(one: &'m Seen, other: &'m Seen) -> Vec<&'m ActorId> {
    if one.sides != other.sides || one.sides.len() < 2 {
        return Vec::new();
    }
    let no_others = |actor: &ActorId, fewer: &Seen, more: &Seen| {
        fewer.persons.iter().all(|person| person == actor || more.persons.contains(person))
    };
    let both = one.there.intersection(&other.away);
    both.filter(|actor| !other.there.contains(*actor) && !one.away.contains(*actor))
        .filter(|actor| no_others(actor, one, other) || no_others(actor, other, one))
        .collect()
}

fn side(
    ask: &Ask<'_>,
    witness: &mut Witness<'_>,
    meeting: &Seen,
    actor: &ActorId,
    attendance: Attendance,
) -> Result<super::ConflictSide, GraphError> {
    let told = ask.snapshot.whole_meeting(meeting.number)?.map(|(told, _)| told).unwrap_or_default();
    let is_so = |meeting: &Meeting| {
        meeting.participants.iter().any(|part| {
            let so =
                if attendance.is_away() { part.attendance.is_away() } else { part.attendance == attendance };
            part.actor == *actor && so
        })
    };
    let value = format!("{actor} {}", if attendance.is_away() { "absent" } else { "attended" });
    let told: Vec<&(DocumentId, Meeting)> = told.iter().filter(|(_, meeting)| is_so(meeting)).collect();
    let spans: Vec<_> =
        told.iter().flat_map(|(_, meeting)| words(meeting, Dispute::Attendance, &value)).collect();
    witness.side(value, told.iter().map(|(document, _)| document.clone()).collect(), &spans)
}
