//! Meetings as rows.

use rapporteur_graph::{Attendee, MeetingRow, Support};
use rapporteur_schema::{ActorId, PlaceId};
use rapporteur_schema::{ActorKind, Attendance, Edtf, Medium, MeetingId, MeetingStatus, PlaceKind, Role};
use serde::Serialize;

use super::label::{LabelJson, attendee, labels, location, sources};
use super::word::{shown, word};
use super::{Cell, EvidenceJson, Row};

#[derive(Serialize)]
struct MeetingJson<'a> {
    id: &'a MeetingId,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    status: MeetingStatus,
    medium: Medium,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<&'a Edtf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<LabelJson<'a, PlaceId, PlaceKind>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    within: Vec<LabelJson<'a, PlaceId, PlaceKind>>,
    participants: Vec<AttendeeJson<'a>>,
    documents: usize,
    members: &'a [MeetingId],
    support: &'a Support,
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of: Option<&'a MeetingId>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    follows: &'a [MeetingId],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    disputed: &'a [&'static str],
}

#[derive(Serialize)]
pub(super) struct AttendeeJson<'a> {
    actor: LabelJson<'a, ActorId, ActorKind>,
    attendance: Attendance,
    role: Role,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_behalf_of: Option<LabelJson<'a, ActorId, ActorKind>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<EvidenceJson<'a>>,
}

impl<'a> From<&'a Attendee> for AttendeeJson<'a> {
    fn from(attendee: &'a Attendee) -> Self {
        Self {
            actor: (&attendee.actor).into(),
            attendance: attendee.attendance,
            role: attendee.role,
            on_behalf_of: attendee.on_behalf_of.as_ref().map(Into::into),
            evidence: attendee.evidence.iter().map(Into::into).collect(),
        }
    }
}

/// `held, by phone`: the medium where the text tells of one that is not the usual.
pub(super) fn status(meeting: &MeetingRow) -> String {
    let status = word(meeting.status);
    let status = match meeting.medium {
        Medium::InPerson | Medium::Unknown => status,
        Medium::Phone => format!("{status}, by phone"),
        Medium::Video => format!("{status}, by video"),
    };
    if meeting.disputed.is_empty() { status } else { format!("{status} (disputed)") }
}

/// Whether someone belongs in the column `Who`: was there, or of a meeting that has not taken place is to
/// be. The status beside it says which.
fn is_of(meeting: &MeetingRow, attendance: Attendance) -> bool {
    match attendance {
        Attendance::Attended => true,
        Attendance::Expected | Attendance::Invited => !meeting.status.took_place(),
        Attendance::Absent | Attendance::Declined => false,
    }
}

/// Those who were not there, each with the word for it where it is not plain absence.
fn away(meeting: &MeetingRow) -> Vec<String> {
    let others = meeting.attendees.iter().filter(|attendee| !is_of(meeting, attendee.attendance));
    others
        .map(|other| match other.attendance {
            Attendance::Absent => other.actor.name.clone(),
            attendance => format!("{} ({})", other.actor.name, word(attendance)),
        })
        .collect()
}

impl Row for MeetingRow {
    const COLUMNS: &'static [&'static str] =
        &["When", "Where", "Who", "Not there", "Status", "Meeting", "Sources", "Id"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            shown(self.when.as_ref()).into(),
            location(self.place.as_ref(), &self.within).into(),
            Cell::List(
                self.attendees.iter().filter(|other| is_of(self, other.attendance)).map(attendee).collect(),
            ),
            Cell::List(away(self)),
            status(self).into(),
            self.name.clone().unwrap_or_default().into(),
            sources(&self.support).into(),
            self.id.to_string().into(),
        ]
    }

    fn json(&self) -> impl Serialize {
        MeetingJson {
            id: &self.id,
            name: self.name.as_deref(),
            status: self.status,
            medium: self.medium,
            when: self.when.as_ref(),
            place: self.place.as_ref().map(Into::into),
            within: labels(&self.within),
            participants: self.attendees.iter().map(Into::into).collect(),
            documents: self.support.documents,
            members: &self.members,
            support: &self.support,
            part_of: self.part_of.as_ref(),
            follows: &self.follows,
            disputed: &self.disputed,
        }
    }
}
