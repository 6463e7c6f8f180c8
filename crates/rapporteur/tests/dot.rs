//! Graphviz accepts the picture, whatever the names hold, and the picture says what it is to say.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

mod strange;

use std::io::Write;
use std::process::{Command, Stdio};

use rapporteur::render::{Grouping, Picture, dot};
use rapporteur::schema::{Attendance, MeetingId, MeetingStatus};

use strange::{NAMES, attendee, meeting, strange};

#[test]
fn the_same_rows_in_any_order_give_the_same_bytes() {
    let mut other = strange();
    other.id = MeetingId::from_text("another");
    other.attendees.reverse();
    let (one, two) = (strange(), other);
    for draw in [Picture::with_meetings, Picture::with_actors] {
        let forth = dot(&draw(Picture::default(), &[one.clone(), two.clone()]));
        assert_eq!(forth, dot(&draw(Picture::default(), &[two.clone(), one.clone()])));
    }
}

/// What Graphviz makes of a picture, without a word of complaint; nothing where it is not installed.
fn drawn(dot: &str, format: &str) -> Option<String> {
    let child = Command::new("dot")
        .arg(format)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        eprintln!("skipped: Graphviz is not installed; `.ci/run` installs it");
        return None;
    };
    child.stdin.take().unwrap().write_all(dot.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{said}\n{dot}");
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn graphviz_draws_every_name() {
    let text = dot(&Picture::default().with_meetings(&[strange()]));
    let Some(drawn) = drawn(&text, "-Tplain") else { return };
    let nodes = drawn.lines().filter(|line| line.starts_with("node ") && line.contains("actor/")).count();
    assert_eq!(nodes, NAMES.len(), "{drawn}");
    assert!(drawn.contains("習近平") && drawn.contains("\\\\N"), "{drawn}");
}

#[test]
fn graphviz_draws_every_layout_with_its_links() {
    let rows: Vec<_> = (0..60)
        .map(|number: usize| {
            let others = [number, number + 1, (number * 7) % 60];
            let attendees = others.iter().map(|of| attendee(&format!("p{of}"), "Ana", Attendance::Attended));
            meeting(&format!("m{number}"), "2025-05-16", attendees.collect())
        })
        .collect();
    for few in [2, 20, 60] {
        for grouping in [None, Some(Grouping::Country), Some(Grouping::Day)] {
            for draw in [Picture::with_meetings, Picture::with_actors] {
                let picture = draw(Picture::default(), &rows[..few]);
                let picture = match grouping {
                    Some(by) => picture.grouped(by),
                    None => picture,
                };
                let Some(svg) = drawn(&dot(&picture), "-Tsvg") else { return };
                assert_eq!(
                    drawn(&dot(&picture), "-Tsvg").as_deref(),
                    Some(svg.as_str()),
                    "{few} {grouping:?}"
                );
                let found = svg.matches("<g id=\"node").count();
                assert_eq!(found, picture.nodes(), "{few} {grouping:?}");
                assert_eq!(svg.contains("class=\"cluster\""), grouping.is_some(), "{few} {grouping:?}");
                assert!(svg.contains("xlink:href=\"actor/p1\"") && svg.contains("Legend"), "{svg}");
            }
        }
    }
}

/// The line of a picture that joins two nodes.
fn edge<'t>(text: &'t str, source: &str, target: &str) -> &'t str {
    let ends = format!("\"{source}\" -- \"{target}\"");
    text.lines().find(|line| line.contains(&ends)).unwrap_or_else(|| panic!("no {ends} in\n{text}"))
}

#[test]
fn lines_tell_who_came_who_did_not_and_what_is_disputed() {
    let [ana, jon, tom] = ["ana", "jon", "tom"];
    let row = meeting(
        "talks",
        "2025-05-16",
        vec![
            attendee(ana, "Ana", Attendance::Attended),
            attendee(jon, "Jon", Attendance::Absent),
            attendee(tom, "Tom", Attendance::Attended),
            attendee(tom, "Tom", Attendance::Absent),
        ],
    );
    let mut planned = meeting("plan", "2025-06", vec![attendee(ana, "Ana", Attendance::Expected)]);
    planned.status = MeetingStatus::Planned;
    planned.disputed = vec!["when"];
    // Between actors the meeting is drawn, once, and as disputed.
    let text = dot(&Picture::default().with_actors(std::slice::from_ref(&row)));
    let met = edge(&text, "actor/ana", "actor/tom");
    assert!(met.contains("style=solid color=\"#D55E00:#D55E00\""), "{met}");
    assert_eq!(text.matches("\"actor/ana\" -- \"actor/tom\"").count(), 1);
    assert!(edge(&text, "actor/ana", "actor/jon").contains("style=dashed"));

    let text = dot(&Picture::default().with_meetings(&[row, planned]));
    assert!(edge(&text, "actor/ana", "meeting/talks").contains("style=solid"));
    assert!(edge(&text, "actor/jon", "meeting/talks").contains("style=dashed"));
    assert!(edge(&text, "actor/ana", "meeting/plan").contains("style=dotted"));
    let disputed = edge(&text, "actor/tom", "meeting/talks");
    assert!(disputed.contains("color=\"#D55E00:#D55E00\"") && disputed.contains("disputed"), "{disputed}");
    let node = text.lines().find(|line| line.starts_with("  \"meeting/plan\" [")).unwrap();
    assert!(node.contains("color=\"#D55E00\"") && node.contains("disputed: when"), "{node}");
    assert!(node.contains("tooltip=\"meeting/plan") && node.contains("URL=\"meeting/plan\""), "{node}");
    assert!(!edge(&text, "actor/ana", "meeting/talks").contains("D55E00"));
}

#[test]
fn an_edge_is_the_wider_the_more_meetings_it_stands_for() {
    let pair =
        || vec![attendee("ana", "Ana", Attendance::Attended), attendee("jon", "Jon", Attendance::Attended)];
    let rows: Vec<_> = (0..9).map(|number| meeting(&format!("m{number}"), "2025", pair())).collect();
    let line = |few: usize| {
        let text = dot(&Picture::default().with_actors(&rows[..few]));
        edge(&text, "actor/ana", "actor/jon").to_owned()
    };
    assert!(!line(1).contains("penwidth"), "{}", line(1));
    assert!(line(4).contains("penwidth=2.5") && line(4).contains("label=\"4×\""), "{}", line(4));
    assert!(line(9).contains("penwidth=4.0") && line(9).contains("and 4 more"), "{}", line(9));
}
