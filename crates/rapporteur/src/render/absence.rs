//! Who was there, or was not, with the words that say so: a row for each attendee of a meeting.

use rapporteur_graph::{Attendee, MeetingRow};
use rapporteur_schema::{Attendance, Edtf, MeetingId, MeetingStatus, PlaceId, PlaceKind};
use serde::Serialize;

use super::label::{LabelJson, attendee, location};
use super::meeting::{AttendeeJson, status};
use super::word::{shown, word};
use super::{Cell, Row};

/// One attendee of a meeting.
#[derive(Debug, Clone, Copy)]
pub struct AttendanceRow<'a> {
    /// The meeting.
    pub meeting: &'a MeetingRow,
    /// Who was there, or was not.
    pub attendee: &'a Attendee,
}

/// The attendees of any of these attendances, meeting after meeting.
pub fn attendance<'a>(meetings: &'a [MeetingRow], any_of: &[Attendance]) -> Vec<AttendanceRow<'a>> {
    let of_meeting = |meeting: &'a MeetingRow| {
        meeting.with_attendance(any_of).map(move |attendee| AttendanceRow { meeting, attendee }).collect()
    };
    meetings.iter().flat_map(|meeting| -> Vec<AttendanceRow<'a>> { of_meeting(meeting) }).collect()
}

#[derive(Serialize)]
struct AttendanceJson<'a> {
    id: &'a MeetingId,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    status: MeetingStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<&'a Edtf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<LabelJson<'a, PlaceId, PlaceKind>>,
    #[serde(flatten)]
    attendee: AttendeeJson<'a>,
}

impl Row for AttendanceRow<'_> {
    const COLUMNS: &'static [&'static str] = &["Who", "Attendance", "When", "Where", "Status", "Words", "Id"];

    fn cells(&self) -> Vec<Cell> {
        let words = self.attendee.evidence.iter().map(|evidence| format!("“{}”", evidence.span.text.trim()));
        vec![
            attendee(self.attendee).into(),
            word(self.attendee.attendance).into(),
            shown(self.meeting.when.as_ref()).into(),
            location(self.meeting.place.as_ref(), &self.meeting.within).into(),
            status(self.meeting).into(),
            Cell::List(words.collect()),
            self.meeting.id.to_string().into(),
        ]
    }

    fn json(&self) -> impl Serialize {
        AttendanceJson {
            id: &self.meeting.id,
            name: self.meeting.name.as_deref(),
            status: self.meeting.status,
            when: self.meeting.when.as_ref(),
            place: self.meeting.place.as_ref().map(Into::into),
            attendee: self.attendee.into(),
        }
    }
}
