//! How an answer looks: columns, order, number, footnotes.

#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::Command;

const RECORDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../rapporteur/tests/data/ljubljana.jsonl");

fn run(store: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command.args(arguments).env("RAPPORTEUR_STORE", store).env_remove("COLUMNS");
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn store() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    assert_eq!(run(&store, &["import", RECORDS]).0, Some(0));
    (folder, store)
}

#[test]
fn columns_are_chosen_by_their_headings() {
    let (_folder, store) = store();
    let (code, out, _) = run(&store, &["met", "--columns", "who,WHEN", "--format", "csv"]);
    assert_eq!(code, Some(0));
    assert_eq!(out, "Who,When\r\nAna Kolar (host); Søren Bæk,2025-03-03\r\n");
    let (code, _, err) = run(&store, &["met", "--columns", "whom"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("`whom`") && err.contains("When, Where, Who"), "{err}");
}

#[test]
fn rows_are_sorted_before_they_are_cut() {
    let (_folder, store) = store();
    let names = |arguments: &[&str]| {
        let mut all = vec!["actors", "--format", "csv", "--columns", "name"];
        all.extend(arguments);
        let (_, out, _) = run(&store, &all);
        out.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    let ascending = names(&["--sort", "name"]);
    let mut sorted = ascending.clone();
    sorted.sort();
    assert!(ascending.len() > 2, "{ascending:?}");
    assert_eq!(ascending, sorted);
    let last = names(&["--sort", "-name", "--limit", "1"]);
    assert_eq!(last, [sorted.last().unwrap().clone()]);
}

#[test]
fn the_number_of_rows_stands_alone() {
    let (_folder, store) = store();
    assert_eq!(run(&store, &["met", "--count"]), (Some(0), "1\n".to_owned(), String::new()));
    assert_eq!(
        run(&store, &["met", "--when", "1999", "--count"]),
        (Some(1), "0\n".to_owned(), String::new())
    );
}

#[test]
fn markdown_has_a_footnote_with_the_words_of_each_row() {
    let (_folder, store) = store();
    let (_, out, _) = run(&store, &["met", "--format", "markdown"]);
    let label = "[^meeting/2025-03-03-ljubljana]";
    assert_eq!(out.matches(label).count(), 2, "{out}");
    let note = out.lines().find(|line| line.starts_with(label)).unwrap();
    assert!(
        note.contains("The Ljubljana Gazette, Ferries, 2025-03-03: “Foreign Minister Ana Kolar met"),
        "{note}"
    );
    assert!(note.contains("bytes 20..110"), "{note}");
}
