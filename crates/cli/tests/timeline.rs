//! `timeline`: what was done day by day, as a table, a calendar and a picture.
#![allow(clippy::unwrap_used)]

mod desk;

use std::path::Path;

use serde_json::Value;

const NOTES: [(&str, &str, &str); 3] = [
    (
        "plan",
        "2031-04-28",
        "Foreign Minister Anna Berg of Norway will meet Portuguese Foreign Minister Rui Salgado in Lisbon on 5 May.\n",
    ),
    (
        "met",
        "2031-05-06",
        "Norwegian Foreign Minister Anna Berg met Portuguese Foreign Minister Rui Salgado in Lisbon on Monday. \
         Prime Minister Tomas Vik did not attend. Berg rejected a fish tax.\n",
    ),
    (
        "later",
        "2031-07-02",
        "Norwegian Foreign Minister Anna Berg met Chilean Foreign Minister Pilar Rojas in Oslo on Tuesday.\n",
    ),
];

fn run(folder: &Path, arguments: &[&str]) -> desk::Ran {
    desk::run(desk::in_folder(folder).args(arguments))
}

fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, published, text) in NOTES {
        let file = format!("{name}.txt");
        std::fs::write(folder.path().join(&file), text).unwrap();
        let arguments = ["ingest", &file, "--published", published, "--publisher", "Courier"];
        assert_eq!(run(folder.path(), &arguments).0, Some(0));
    }
    folder
}

/// What each row says: when, what, and of which kind of record.
fn rows(folder: &Path, arguments: &[&str]) -> Vec<(String, String, String)> {
    let (_, out, _) = run(folder, &[arguments, &["--format", "json"]].concat());
    let rows: Vec<Value> = serde_json::from_str(&out).unwrap();
    let text = |row: &Value, field: &str| row[field].as_str().unwrap_or_default().to_owned();
    rows.iter().map(|row| (text(row, "when"), text(row, "what"), text(row, "type"))).collect()
}

fn of_kind(rows: &[(String, String, String)], kind: &str) -> Vec<(String, String)> {
    let own = rows.iter().filter(|(.., of)| of == kind);
    own.map(|(when, what, _)| (when.clone(), what.clone())).collect()
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

#[test]
fn an_actor_is_told_of_day_by_day() {
    let folder = desk();
    let berg = rows(folder.path(), &["timeline", "Berg"]);
    assert_eq!(of_kind(&berg, "meeting"), pairs(&[("2031-05-05", "met"), ("2031-07-01", "met")]));
    assert!(of_kind(&berg, "statement").iter().any(|(_, what)| what == "said (reject)"), "{berg:?}");
    let vik = rows(folder.path(), &["timeline", "Vik"]);
    assert_eq!(of_kind(&vik, "meeting"), pairs(&[("2031-05-05", "absent")]));
    // A state stands for its nationals, unless it is to stand for itself.
    let state = rows(folder.path(), &["timeline", "Portugal"]);
    assert_eq!(of_kind(&state, "meeting"), pairs(&[("2031-05-05", "met")]));
    assert_eq!(run(folder.path(), &["timeline", "Portugal", "--only-itself", "--where", "Oslo"]).0, Some(1));
}

#[test]
fn a_pair_a_place_and_a_range_narrow_it_down() {
    let folder = desk();
    let folder = folder.path();
    let both = rows(folder, &["timeline", "Berg", "Salgado"]);
    assert_eq!(of_kind(&both, "meeting"), pairs(&[("2031-05-05", "met")]));
    assert_eq!(of_kind(&both, "statement"), []);
    let there = rows(folder, &["timeline", "--where", "Oslo"]);
    assert_eq!(there, [("2031-07-01".to_owned(), "met".to_owned(), "meeting".to_owned())]);
    assert_eq!(rows(folder, &["timeline", "Berg", "--since", "2031-06"]).len(), 1);
    // As of April only the plan is known.
    let known = rows(folder, &["timeline", "Berg", "--as-of", "2031-04-30"]);
    assert_eq!(of_kind(&known, "meeting"), pairs(&[("2031-05-05", "planned")]));
}

#[test]
fn a_calendar_has_a_dot_on_the_day() {
    let folder = desk();
    let (code, out, _) = run(folder.path(), &["timeline", "Berg", "Salgado", "--calendar"]);
    assert_eq!(code, Some(0));
    let lines: Vec<&str> = out.lines().collect();
    let may = lines.iter().find(|line| line.starts_with("2031-05")).unwrap();
    // The fifth digit of the heading is above the mark.
    let column = may.chars().position(|sign| sign == '●').unwrap();
    assert_eq!(lines[1].chars().nth(column), Some('5'), "{out}");
    assert!(out.contains("● met"), "{out}");
    assert!(lines.iter().all(|line| line.chars().count() <= 80), "{out}");
    let (_, away, _) = run(folder.path(), &["timeline", "Vik", "--calendar"]);
    assert!(away.contains("× stayed away") && !away.contains('●'), "{away}");
}

#[test]
fn a_meeting_keeps_its_history_and_has_a_calendar_and_a_picture() {
    let folder = desk();
    let folder = folder.path();
    let (_, out, _) = run(folder, &["met", "Salgado", "--format", "json"]);
    let met: Vec<Value> = serde_json::from_str(&out).unwrap();
    let id = met[0]["id"].as_str().unwrap();
    let (_, out, _) = run(folder, &["timeline", id, "--format", "json"]);
    let told: Vec<Value> = serde_json::from_str(&out).unwrap();
    let days: Vec<&str> = told.iter().map(|row| row["day"].as_str().unwrap()).collect();
    assert_eq!(days, ["2031-04-28", "2031-05-06"]);
    let (_, calendar, _) = run(folder, &["timeline", id, "--calendar"]);
    assert!(calendar.contains("2031-04") && calendar.contains('○') && calendar.contains('●'), "{calendar}");
    let (_, picture, _) = run(folder, &["timeline", id, "--svg", "-"]);
    assert!(picture.contains("told as planned") && picture.contains("As told"), "{picture}");
    let (code, _, said) = run(folder, &["timeline", id, "--where", "Oslo"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("that meeting alone"), "{said}");
}

#[test]
fn a_picture_goes_into_a_file_and_nothing_found_writes_none() {
    let folder = desk();
    let folder = folder.path();
    assert_eq!(run(folder, &["timeline", "Berg", "Salgado", "--svg", "pair.svg"]).0, Some(0));
    let picture = std::fs::read_to_string(folder.join("pair.svg")).unwrap();
    assert!(picture.starts_with("<?xml") && picture.contains("meeting/2031-05-05"), "{picture}");
    assert_eq!(run(folder, &["timeline", "Vik", "Rojas", "--svg", "none.svg"]).0, Some(1));
    assert!(!folder.join("none.svg").exists());
    assert_eq!(run(folder, &["timeline", "Berg", "--svg", "no/such/folder.svg"]).0, Some(2));
    assert_eq!(run(folder, &["timeline", "Berg", "--calendar", "--format", "json"]).0, Some(2));
}
