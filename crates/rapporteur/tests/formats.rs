//! Every format of a picture is read by a reader that is not ours, whatever the names hold.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

mod strange;

use std::path::Path;
use std::process::Command;

use rapporteur::render::{Grouping, Picture, cytoscape, edge_list, gexf, graphml, mermaid};
use rapporteur::schema::{ActorId, Attendance, MeetingId, MeetingStatus};
use rapporteur::{Line, Store};

use strange::{NAMES, attendee, meeting, strange};

/// Rows of several meetings on several dates, one of them of the strange names.
fn picture() -> Picture {
    let pair = |one, other| {
        vec![attendee(one, one, Attendance::Attended), attendee(other, other, Attendance::Attended)]
    };
    let rows = [
        strange(),
        meeting("first", "2025-05", pair("ana", "jon")),
        meeting("second", "2025-06-01/2025-06-03", pair("jon", "ana")),
        meeting("open", "2024-02-24/..", pair("ana", "mira")),
    ];
    Picture::default().with_actors(&rows).grouped(Grouping::Country)
}

/// Formats by the name of the file that the reader takes.
fn formats(picture: &Picture) -> [(&'static str, String); 5] {
    [
        ("picture.graphml", graphml(picture)),
        ("picture.gexf", gexf(picture)),
        ("picture.json", cytoscape(picture).unwrap()),
        ("picture.csv", edge_list(picture).unwrap()),
        ("picture.mmd", mermaid(picture)),
    ]
}

/// Runs a reader of `tests/readers`; it ends with 77 where what it needs is not installed.
fn read(program: &str, reader: &str, arguments: &[&str]) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers").join(reader);
    let Ok(ran) = Command::new(program).arg(script).args(arguments).output() else {
        eprintln!("skipped: {program} is not installed");
        return;
    };
    let said = String::from_utf8_lossy(&ran.stderr);
    if ran.status.code() == Some(77) {
        eprintln!("skipped: {said}");
        return;
    }
    assert!(ran.status.success(), "{reader}: {said}");
}

#[test]
fn networkx_reads_what_was_written() {
    let folder = tempfile::tempdir().unwrap();
    for (number, picture) in
        [picture(), Picture::default().with_meetings(&[strange()]), said()].iter().enumerate()
    {
        let folder = folder.path().join(number.to_string());
        std::fs::create_dir(&folder).unwrap();
        for (name, text) in formats(picture) {
            std::fs::write(folder.join(name), text).unwrap();
        }
        let (nodes, edges) = (picture.nodes().to_string(), picture.edges().to_string());
        let names = if number < 2 { serde_json::to_string(&NAMES).unwrap() } else { "[]".to_owned() };
        read("python3", "formats.py", &[folder.to_str().unwrap(), &nodes, &edges, &names]);
    }
}

/// What was said, in the records of the examples.
fn said() -> Picture {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path().join("store")).unwrap();
    let lines = include_str!("data/ljubljana.jsonl").lines().map(|line| Ok(line.parse::<Line>().unwrap()));
    store.import(lines).unwrap();
    let rows = store.statements().run().unwrap();
    assert!(!rows.is_empty());
    Picture::default().with_statements(&rows).with_outcomes(&store.outcomes().run().unwrap())
}

#[test]
fn mermaid_reads_what_was_written() {
    // A folder in which `npm install mermaid jsdom` was run; without one there is nothing to ask.
    let Ok(mermaid_folder) = std::env::var("RAPPORTEUR_MERMAID") else {
        eprintln!("skipped: RAPPORTEUR_MERMAID names no folder with mermaid and jsdom");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    for picture in [picture(), Picture::default().with_meetings(&[strange()]), said()] {
        let file = folder.path().join("picture.mmd");
        std::fs::write(&file, mermaid(&picture)).unwrap();
        let (nodes, edges) = (picture.nodes().to_string(), picture.edges().to_string());
        read("node", "mermaid.mjs", &[&mermaid_folder, file.to_str().unwrap(), &nodes, &edges]);
    }
}

#[test]
fn the_same_rows_in_any_order_give_the_same_bytes_in_every_format() {
    let mut other = strange();
    other.id = MeetingId::from_text("another");
    other.attendees.reverse();
    let (one, two) = (strange(), other);
    let forth = Picture::default().with_actors(&[one.clone(), two.clone()]);
    let back = Picture::default().with_actors(&[two, one]);
    assert_eq!(formats(&forth), formats(&back));
}

#[test]
fn formulas_are_disarmed_and_quotes_kept() {
    let row = meeting(
        "talks",
        "2025",
        vec![attendee("a", "=1+1", Attendance::Attended), attendee("b", "x, \"y\"", Attendance::Attended)],
    );
    let text = edge_list(&Picture::default().with_actors(&[row])).unwrap();
    let line = text.split("\r\n").nth(1).unwrap();
    assert_eq!(line, "actor/a,actor/b,'=1+1,\"x, \"\"y\"\"\",met,,1,2025,false,meeting/talks");
}

#[test]
fn time_is_as_long_as_the_date_can_be() {
    let text = gexf(&picture());
    for spell in [
        "<spell start=\"2025-05-01\" end=\"2025-05-31\"/>",
        "<spell start=\"2025-06-01\" end=\"2025-06-03\"/>",
        "<spell start=\"2024-02-24\"/>",
    ] {
        assert!(text.contains(spell), "{spell}\n{text}");
    }
}

fn ids(picture: &Picture) -> Vec<String> {
    let json: serde_json::Value = serde_json::from_str(&cytoscape(picture).unwrap()).unwrap();
    let nodes = json["elements"]["nodes"].as_array().unwrap();
    nodes.iter().map(|node| node["data"]["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_large_picture_is_made_smaller_by_weight_by_number_and_by_nearness() {
    let met = |id: &str, names: &[&str]| {
        meeting(
            id,
            "2025",
            names.iter().map(|name| attendee(&format!("per{name}"), name, Attendance::Attended)).collect(),
        )
    };
    let mut away = met("four", &["d", "z"]);
    away.attendees[1].attendance = Attendance::Absent;
    let mut off = met("five", &["a", "y"]);
    off.status = MeetingStatus::Cancelled;
    let rows = [
        met("one", &["a", "b"]),
        met("two", &["a", "b"]),
        met("three", &["b", "c"]),
        met("six", &["c", "d"]),
        away,
        off,
    ];
    let whole = Picture::default().with_actors(&rows);
    assert_eq!(
        ids(&whole),
        ["actor/pera", "actor/perb", "actor/perc", "actor/perd", "actor/pery", "actor/perz"]
    );
    assert_eq!(ids(&whole.clone().at_least(2)), ["actor/pera", "actor/perb"]);
    assert_eq!(ids(&whole.clone().at_most(3)), ["actor/pera", "actor/perb", "actor/perc"]);
    assert_eq!(ids(&whole.clone().at_most(6)), ids(&whole));
    let around =
        |actor: &str, hops| ids(&whole.clone().around(&ActorId::from_text(&format!("per{actor}")), hops));
    assert_eq!(around("a", 0), ["actor/pera"]);
    assert_eq!(around("a", 1), ["actor/pera", "actor/perb"]);
    assert_eq!(around("a", 2), ["actor/pera", "actor/perb", "actor/perc"]);
    // Who stayed away, and whose meeting was called off, is no neighbour.
    assert_eq!(around("a", 9), ["actor/pera", "actor/perb", "actor/perc", "actor/perd"]);
    assert_eq!(around("nobody", 1), Vec::<String>::new());
    // A state stands for those of its country.
    let of = |names: [&str; 2]| {
        meeting(names[0], "2025", names.map(|name| attendee(name, name, Attendance::Attended)).to_vec())
    };
    let state = Picture::default().with_actors(&[of(["state", "pera"]), of(["del", "perb"])]);
    let around = ids(&state.around(&ActorId::from_text("state"), 1));
    assert_eq!(around, ["actor/del", "actor/pera", "actor/perb", "actor/state"]);
}

#[test]
fn who_met_in_two_places_or_stayed_away_is_in_no_group() {
    let place = |name: &str| {
        Some(rapporteur::PlaceLabel {
            id: rapporteur::schema::PlaceId::from_text(name),
            name: name.to_owned(),
            kind: Some(rapporteur::schema::PlaceKind::City),
            country: None,
        })
    };
    let there = |name: &str| attendee(name, name, Attendance::Attended);
    let mut one = meeting("one", "2025-05-16", vec![there("a"), there("b")]);
    one.place = place("Bonn");
    let mut two =
        meeting("two", "2025-05-17", vec![there("b"), there("c"), attendee("d", "d", Attendance::Absent)]);
    two.place = place("Lyon");
    let json: serde_json::Value = serde_json::from_str(
        &cytoscape(&Picture::default().with_meetings(&[one, two]).grouped(Grouping::Place)).unwrap(),
    )
    .unwrap();
    let parent = |id: &str| {
        let nodes = json["elements"]["nodes"].as_array().unwrap();
        let node = nodes.iter().find(|node| node["data"]["id"] == id).unwrap();
        node["data"]["parent"].as_str().map(str::to_owned)
    };
    assert_eq!(parent("actor/a").as_deref(), Some("group:Bonn"));
    assert_eq!(parent("meeting/two").as_deref(), Some("group:Lyon"));
    assert_eq!(parent("actor/c").as_deref(), Some("group:Lyon"));
    assert_eq!(parent("actor/b"), None);
    assert_eq!(parent("actor/d"), None);
}
