//! Meetings in a picture: each with those in it, or those who met with each other.
//!
//! Invariant: who stayed away is never joined as one who met.

use std::collections::BTreeMap;

use rapporteur_graph::{Attendee, MeetingRow, PlaceLabel};
use rapporteur_schema::{Attendance, MeetingStatus, PlaceKind, Role};

use super::{EdgeKind, Node, NodeKind, Picture};
use crate::render::label::location;
use crate::render::word::{shown, word};

impl Picture {
    /// Meetings, and everyone in them, present or not.
    #[must_use]
    pub fn with_meetings(mut self, meetings: &[MeetingRow]) -> Self {
        for meeting in meetings {
            self.add(meeting.id.as_str(), node(meeting));
            for attendee in &meeting.attendees {
                self.add_attendee(meeting, attendee);
                let kind = EdgeKind::Attendance(attendee.attendance);
                let edge = self.edge(attendee.actor.id.as_str(), meeting.id.as_str(), kind);
                edge.records.insert(meeting.id.to_string());
                edge.days.extend(meeting.when.clone());
                edge.is_disputed |= is_disputed(meeting, attendee);
                if attendee.role != Role::Participant {
                    edge.details.insert(word(attendee.role));
                }
            }
        }
        self
    }

    /// Those who met, joined with each other: an edge for two and all their meetings. Who stayed away is
    /// joined with those who came by an edge of its own kind, and so is who is yet to meet.
    #[must_use]
    pub fn with_actors(mut self, meetings: &[MeetingRow]) -> Self {
        for meeting in meetings {
            let mut pairs: BTreeMap<(&str, &str), (EdgeKind, bool)> = BTreeMap::new();
            for (at, one) in meeting.attendees.iter().enumerate() {
                self.add_attendee(meeting, one);
                for other in &meeting.attendees[at + 1..] {
                    let Some(kind) = between(meeting.status, one, other) else { continue };
                    let (one_id, other_id) = (one.actor.id.as_str(), other.actor.id.as_str());
                    let disputed = is_disputed(meeting, one) || is_disputed(meeting, other);
                    // Of those whom documents have there and away, the meeting is drawn, and as disputed.
                    let pair =
                        pairs.entry((one_id.min(other_id), one_id.max(other_id))).or_insert((kind, disputed));
                    *pair = (pair.0.min(kind), pair.1 || disputed);
                }
            }
            for ((source, target), (kind, disputed)) in pairs {
                let edge = self.edge(source, target, kind);
                edge.records.insert(meeting.id.to_string());
                edge.days.extend(meeting.when.clone());
                edge.is_disputed |= disputed || meeting.disputed.contains(&"status");
            }
        }
        self
    }

    /// Who stayed away was not in the meeting's place on its day.
    fn add_attendee(&mut self, meeting: &MeetingRow, attendee: &Attendee) {
        let is_there = !attendee.attendance.is_away();
        let (city, when) = (city(meeting), meeting.when.as_ref());
        self.add_actor(&attendee.actor, city.as_ref().filter(|_| is_there), when.filter(|_| is_there));
    }
}

fn node(meeting: &MeetingRow) -> Node {
    let mut node =
        Node::new(NodeKind::Meeting(Some(meeting.status)), meeting.name.as_deref().unwrap_or("meeting"));
    let place = location(meeting.place.as_ref(), &meeting.within);
    node.details = vec![shown(meeting.when.as_ref()), place];
    if !meeting.status.took_place() {
        node.details.push(word(meeting.status));
    }
    node.details.retain(|line| !line.is_empty());
    node.country = meeting.place.iter().chain(&meeting.within).find_map(|place| place.country);
    node.places.extend(city(meeting));
    node.days.extend(meeting.when.clone());
    node.disputed.extend(&meeting.disputed);
    node
}

/// The city of a meeting, else the narrowest place that is known: halls of one city belong together.
fn city(meeting: &MeetingRow) -> Option<String> {
    let places = || meeting.place.iter().chain(&meeting.within);
    let city = places().find(|place| place.kind == Some(PlaceKind::City)).or(meeting.place.as_ref());
    city.map(|place: &PlaceLabel| place.name.clone())
}

/// Whether documents disagree on whether someone was there: then the actor stands in the meeting as present and
/// as away. Who was expected and came is no dispute.
fn is_disputed(meeting: &MeetingRow, attendee: &Attendee) -> bool {
    let told = || meeting.attendees.iter().filter(|other| other.actor.id == attendee.actor.id);
    told().any(|other| other.attendance == Attendance::Attended)
        && told().any(|other| other.attendance.is_away())
}

/// What joins two who are told of in one meeting; nothing where they are one, or both were away.
fn between(status: MeetingStatus, one: &Attendee, other: &Attendee) -> Option<EdgeKind> {
    if one.actor.id == other.actor.id {
        return None;
    }
    let (one, other) = (one.attendance, other.attendance);
    match (one.is_away(), other.is_away()) {
        (true, true) => None,
        (true, false) => Some(EdgeKind::Attendance(one)),
        (false, true) => Some(EdgeKind::Attendance(other)),
        (false, false) => match status {
            MeetingStatus::Cancelled | MeetingStatus::Denied => Some(EdgeKind::CalledOff),
            MeetingStatus::Planned | MeetingStatus::Proposed => Some(EdgeKind::Planned),
            MeetingStatus::Held | MeetingStatus::Ongoing => {
                let both = one == Attendance::Attended && other == Attendance::Attended;
                Some(if both { EdgeKind::Met } else { EdgeKind::Planned })
            }
        },
    }
}
