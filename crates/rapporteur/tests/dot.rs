//! Graphviz accepts the picture, whatever the names hold.

#![allow(clippy::unwrap_used)]

use std::io::Write;
use std::process::{Command, Stdio};

use rapporteur::render::Dot;
use rapporteur::schema::{ActorId, ActorKind, Attendance, Medium, MeetingId, MeetingStatus, Role};
use rapporteur::{ActorLabel, Attendee, MeetingRow};

const NAMES: [&str; 12] = [
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
    "\u{0}\u{7}\u{1b}[31m",
    "; } graph { \" -- \"",
];

fn meeting() -> MeetingRow {
    let kinds = [ActorKind::Person, ActorKind::State, ActorKind::Organization, ActorKind::Delegation];
    let attendances = [Attendance::Attended, Attendance::Absent, Attendance::Declined, Attendance::Expected];
    let attendee = |(number, name): (usize, &&str)| Attendee {
        actor: ActorLabel {
            id: ActorId::from_text(&format!("{name} {number}")),
            name: (*name).to_owned(),
            kind: Some(kinds[number % kinds.len()]),
            country: None,
        },
        attendance: attendances[number % attendances.len()],
        role: Role::Participant,
        on_behalf_of: None,
        evidence: Vec::new(),
    };
    MeetingRow {
        id: MeetingId::from_text("strange names"),
        name: Some(NAMES.join(" ")),
        status: MeetingStatus::Held,
        medium: Medium::InPerson,
        when: Some("2025-05-16".parse().unwrap()),
        place: None,
        within: Vec::new(),
        attendees: NAMES.iter().enumerate().map(attendee).collect(),
        members: Vec::new(),
        support: rapporteur::Support::default(),
        part_of: None,
        follows: Vec::new(),
        disputed: Vec::new(),
    }
}

#[test]
fn the_same_rows_in_any_order_give_the_same_bytes() {
    let mut other = meeting();
    other.id = MeetingId::from_text("another");
    other.attendees.reverse();
    let (one, two) = (meeting(), other);
    let forth = Dot::new(&[one.clone(), two.clone()], &[]).to_string();
    assert_eq!(forth, Dot::new(&[two, one], &[]).to_string());
}

#[test]
fn graphviz_draws_every_name() {
    let rows = [meeting()];
    let dot = Dot::new(&rows, &[]).to_string();
    let child = Command::new("dot")
        .arg("-Tplain")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    // Where Graphviz is not installed there is nothing to ask; `.ci/run` installs it.
    let Ok(mut child) = child else { return };
    child.stdin.take().unwrap().write_all(dot.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{said}\n{dot}");
    let drawn = String::from_utf8(output.stdout).unwrap();
    let nodes = drawn.lines().filter(|line| line.starts_with("node ") && line.contains("actor/")).count();
    assert_eq!(nodes, NAMES.len(), "{drawn}");
    assert!(drawn.contains("習近平") && drawn.contains("\\\\N"), "{drawn}");
}
