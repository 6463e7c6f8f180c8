//! A timeline loses no event, and its picture is XML whatever the names hold.

#![allow(clippy::unwrap_used)]

use rapporteur::render::{Svg, calendar};
use rapporteur::schema::{ActorId, ActorKind, Attendance, Medium, MeetingId, MeetingStatus, Role};
use rapporteur::{ActorLabel, Attendee, Event, EventRow, MeetingRow, Part, Timeline};

const NAMES: [&str; 11] = [
    "plain",
    "\"quoted\" 'twice'",
    "<script>alert(1)</script>",
    "]]> <![CDATA[ <!-- -- -->",
    "AT&T &amp; &#x41; &nosuch; &#0;",
    "習近平",
    "محمد بن سلمان",
    "two\nlines\r\n\tand a tab",
    "\u{0}\u{7}\u{1b}[31m\u{85}\u{FFFE}\u{FFFF}",
    "\u{202e}turned\u{2066}",
    "e\u{301}\u{1F469}\u{200D}\u{1F680}",
];

fn event(number: usize, when: Option<&str>, status: MeetingStatus, parts: Vec<Option<Part>>) -> EventRow {
    let name = NAMES[number % NAMES.len()];
    let id = MeetingId::from_text(&format!("m {number}"));
    let attendee = Attendee {
        actor: ActorLabel {
            id: ActorId::from_text(&format!("a {number}")),
            name: name.to_owned(),
            kind: Some(ActorKind::Person),
            country: None,
        },
        attendance: Attendance::Attended,
        role: Role::Participant,
        on_behalf_of: None,
        evidence: Vec::new(),
    };
    let row = MeetingRow {
        id: id.clone(),
        name: Some(name.to_owned()),
        status,
        medium: Medium::InPerson,
        when: when.map(|when| when.parse().unwrap()),
        place: None,
        within: Vec::new(),
        attendees: vec![attendee],
        members: Vec::new(),
        part_of: None,
        follows: Vec::new(),
        support: rapporteur::Support::default(),
        disputed: Vec::new(),
    };
    let (when, id) = (row.when.clone(), id.into());
    EventRow { id, when, event: Event::Meeting(row), place: None, within: Vec::new(), parts }
}

fn held(number: usize, when: &str) -> EventRow {
    event(number, Some(when), MeetingStatus::Held, vec![Some(Part::In)])
}

/// The tooltips of the marks.
fn tooltips(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let marks = document.descendants().filter(|node| node.has_tag_name("g"));
    let title = |node: roxmltree::Node<'_, '_>| {
        let title = node.children().find(|child| child.has_tag_name("title")).unwrap();
        title.text().unwrap().to_owned()
    };
    marks.map(title).collect()
}

#[test]
fn the_picture_is_xml_and_holds_every_event_in_every_lane() {
    let there = || Some(Part::Attended(Attendance::Attended));
    let away = || Some(Part::Attended(Attendance::Absent));
    let dates = [
        Some("2025-05-16"),
        Some("2025-05"),
        Some("2024"),
        Some("2025-05-12/2025-06-16"),
        Some("2022-02-24/.."),
        Some("../2025-07"),
        Some("20XX"),
        Some("2025-05-16"),
        None,
    ];
    for count in [0, 1, 5, 200] {
        let events: Vec<EventRow> = (0..count)
            .map(|number| {
                let parts = match number % 3 {
                    0 => vec![there(), away()],
                    1 => vec![None, there()],
                    _ => vec![there(), None],
                };
                event(number, dates[number % dates.len()], MeetingStatus::Held, parts)
            })
            .collect();
        let expected: Vec<usize> = events.iter().map(|event| event.parts.iter().flatten().count()).collect();
        for name in NAMES {
            let timeline =
                Timeline { lanes: vec![name.to_owned(), "other".to_owned()], events: events.clone() };
            let svg = Svg::new(&timeline).to_string();
            assert_eq!(svg, Svg::new(&timeline).to_string());
            let tooltips = tooltips(&svg);
            for (number, count) in expected.iter().enumerate() {
                let id = format!("meeting/m-{number}");
                let told = tooltips.iter().filter(|tooltip| tooltip.ends_with(&id)).count();
                assert_eq!(told, *count, "{id}");
            }
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
    }
}

#[test]
fn marks_lie_in_the_order_of_their_days() {
    let events = vec![held(0, "2024-12-31"), held(1, "2025-01-01"), held(2, "2025-06-30")];
    let svg = Svg::new(&Timeline { lanes: vec!["x".to_owned()], events }).to_string();
    let document = roxmltree::Document::parse(&svg).unwrap();
    let marks = document.descendants().filter(|node| node.has_tag_name("g"));
    let x = |node: roxmltree::Node<'_, '_>| {
        let circle = node.children().find(|child| child.has_tag_name("circle")).unwrap();
        circle.attribute("cx").unwrap().parse::<f64>().unwrap()
    };
    let places: Vec<f64> = marks.map(x).collect();
    assert!(places.len() == 3 && places.is_sorted(), "{places:?}");
    assert!(places[1] - places[0] < 10.0 && places[2] - places[1] > 500.0, "{places:?}");
}

/// The signs of the line that begins so, by column: 0 for what is of the month or year as a whole.
fn sign(text: &str, line: &str, cell: usize, wide: usize) -> char {
    let line = text.lines().find(|other| other.starts_with(line)).unwrap();
    let at = if cell == 0 { 8 } else { 10 + (cell - 1) * wide };
    line.chars().nth(at).unwrap_or(' ')
}

#[test]
fn months_have_a_column_a_day() {
    let planned = event(3, Some("2025-08-31"), MeetingStatus::Planned, vec![Some(Part::In)]);
    let events = [
        held(0, "2025-05-01"),
        held(1, "2025-05-01"),
        held(2, "2025-05-30/2025-06-02"),
        planned,
        held(4, "2025-08"),
    ];
    let shown = calendar(&events);
    assert_eq!(sign(&shown, "2025-05", 1, 2), '●', "{shown}");
    assert!(shown.contains("2025-05   ●+"), "{shown}");
    for (line, day, expected) in [
        ("2025-05", 30, '●'),
        ("2025-05", 31, '─'),
        ("2025-06", 2, '─'),
        ("2025-06", 3, ' '),
        ("2025-08", 31, '○'),
        ("2025-08", 0, '●'),
    ] {
        assert_eq!(sign(&shown, line, day, 2), expected, "{line} {day}\n{shown}");
    }
    assert!(shown.contains("2025-07\n"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
}

#[test]
fn a_long_range_has_a_line_a_year_and_gaps_are_shown() {
    let events = [held(0, "1938-01-01"), held(1, "2024-12-31"), held(2, "2025-05"), held(3, "2025-01-08")];
    let shown = calendar(&events);
    assert_eq!(sign(&shown, "1938", 1, 1), '●', "{shown}");
    assert_eq!(sign(&shown, "2024", 53, 1), '●', "{shown}");
    assert_eq!(sign(&shown, "2025", 0, 1), '●', "{shown}");
    assert_eq!(sign(&shown, "2025", 2, 1), '●', "{shown}");
    assert!(shown.contains("\n⋮\n"), "{shown}");
    assert!(!shown.contains("of several in a week"), "{shown}");
    let said = [&events[..], &[held(4, "2025-01-09")]].concat();
    assert!(calendar(&said).contains("of several in a week"));
}

#[test]
fn what_is_nowhere_on_the_calendar_is_listed() {
    let undated = event(1, None, MeetingStatus::Denied, vec![Some(Part::In)]);
    let shown = calendar(&[held(0, "20XX"), undated, held(2, "2022-02-24/.."), held(3, "2025")]);
    for (number, when) in [(0, "20XX"), (1, "no date"), (2, "2022-02-24/.."), (3, "2025")] {
        let line = shown.lines().find(|line| line.ends_with(&format!("meeting/m-{number}"))).unwrap();
        assert!(line.contains(when), "{shown}");
    }
    assert!(calendar(&[]).is_empty());
}

#[test]
fn two_met_only_where_both_were_there() {
    let part = |attendance| Some(Part::Attended(attendance));
    let both = |one, other| event(0, Some("2025-05-16"), MeetingStatus::Held, vec![part(one), part(other)]);
    let (there, absent, expected) = (Attendance::Attended, Attendance::Absent, Attendance::Expected);
    for (one, other, mark) in
        [(there, there, '●'), (there, absent, '×'), (absent, there, '×'), (there, expected, '○')]
    {
        let shown = calendar(&[both(one, other)]);
        assert_eq!(sign(&shown, "2025-05", 16, 2), mark, "{shown}");
    }
}
