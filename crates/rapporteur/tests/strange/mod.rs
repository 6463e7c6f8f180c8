//! Meetings whose names hold whatever a format could stumble over.

#![allow(clippy::unwrap_used, dead_code)]

use rapporteur::schema::{ActorId, ActorKind, Attendance, Country, Medium, MeetingId, MeetingStatus, Role};
use rapporteur::{ActorLabel, Attendee, MeetingRow};

pub(crate) const NAMES: [&str; 14] = [
    "plain",
    "\"quoted\"",
    "ends in a backslash \\",
    "\\N \\G \\L \\E \\H \\T",
    "習近平",
    "محمد بن سلمان",
    "two\nlines\r\n\tand a tab",
    "<b>not markup</b>",
    "AT&T &amp; &#x41; &nosuch;",
    "{record|fields}",
    "\u{0}\u{7}\u{1b}[31m\u{ffff}",
    "; } graph { \" -- \"",
    "=cmd|' /C calc'!A0",
    "end]]> --- `a` #quot; %% end",
];

pub(crate) fn attendee(id: &str, name: &str, attendance: Attendance) -> Attendee {
    let kinds = [ActorKind::Person, ActorKind::State, ActorKind::Organization, ActorKind::Delegation];
    let country: Country = if id.len().is_multiple_of(2) { "SVN" } else { "DNK" }.parse().unwrap();
    Attendee {
        actor: ActorLabel {
            id: ActorId::from_text(id),
            name: name.to_owned(),
            kind: Some(kinds[id.len() % kinds.len()]),
            country: Some(country),
        },
        attendance,
        role: Role::Participant,
        on_behalf_of: None,
        evidence: Vec::new(),
    }
}

pub(crate) fn meeting(id: &str, when: &str, attendees: Vec<Attendee>) -> MeetingRow {
    MeetingRow {
        id: MeetingId::from_text(id),
        name: None,
        status: MeetingStatus::Held,
        medium: Medium::InPerson,
        when: Some(when.parse().unwrap()),
        place: None,
        within: Vec::new(),
        attendees,
        members: Vec::new(),
        part_of: None,
        follows: Vec::new(),
        support: rapporteur::Support::default(),
        disputed: Vec::new(),
    }
}

/// A meeting of all the names, in the attendances by turns.
pub(crate) fn strange() -> MeetingRow {
    let attendances = [Attendance::Attended, Attendance::Absent, Attendance::Declined, Attendance::Expected];
    let attendees = NAMES.iter().enumerate().map(|(number, name)| {
        attendee(&format!("{name} {number}"), name, attendances[number % attendances.len()])
    });
    let mut meeting = meeting("strange names", "2025-05-16", attendees.collect());
    meeting.name = Some(NAMES.join(" "));
    meeting.disputed = vec!["place"];
    meeting
}
