//! How an answer looks: columns, order, number, footnotes.

#![allow(clippy::unwrap_used)]

mod desk;

use std::path::Path;

const RECORDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../rapporteur/tests/data/ljubljana.jsonl");

fn run(store: &Path, arguments: &[&str]) -> desk::Ran {
    desk::run(desk::on_store(store).args(arguments))
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

/// The rows of every question, on a crisis told by many, are as the schema of answers has them.
#[test]
fn rows_are_as_their_schema_has_them() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    let crisis = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/crisis-trawlers-1997");
    let texts = std::fs::read_dir(crisis).unwrap().map(|entry| entry.unwrap().path());
    let mut texts: Vec<String> = texts
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .map(|path| path.to_str().unwrap().to_owned())
        .collect();
    texts.sort();
    let mut ingest = vec!["ingest"];
    ingest.extend(texts.iter().map(String::as_str));
    assert_eq!(run(&store, &ingest).0, Some(0));
    assert_eq!(run(&store, &["reliability", "Valletta Ledger", "B", "--author", "Test"]).0, Some(0));

    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas/answers/answers.schema.json");
    let schema: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(schema).unwrap()).unwrap();
    let rows = |arguments: &[&str]| -> serde_json::Value {
        let mut all = arguments.to_vec();
        all.extend(["--format", "json"]);
        let (code, out, err) = run(&store, &all);
        assert_eq!(code, Some(0), "{arguments:?}: {err}");
        serde_json::from_str(&out).unwrap()
    };
    let meetings = rows(&["meetings", "--where", "Geneva"]);
    let meeting = meetings[0]["id"].as_str().unwrap();
    let questions: [(&str, &[&str]); 15] = [
        ("meeting", &["met"]),
        ("meeting", &["met", "--absent"]),
        ("meeting", &["meetings"]),
        ("statement", &["statements"]),
        ("outcome", &["outcomes"]),
        ("actor", &["actors"]),
        ("place", &["places"]),
        ("document", &["documents"]),
        ("conflict", &["conflicts"]),
        ("doubt", &["actors", "--duplicates"]),
        ("status", &["timeline", meeting]),
        ("event", &["timeline", "Zammit"]),
        ("link", &["chain", "Zammit", "Grixti"]),
        ("provenance", &["why", meeting, "--rules"]),
        ("ask", &["ask", "Who met in Geneva?"]),
    ];
    for (kind, arguments) in questions {
        let answer = rows(arguments);
        let answer = if kind == "ask" { serde_json::json!([answer]) } else { answer };
        assert!(answer.as_array().is_some_and(|rows| !rows.is_empty()), "{arguments:?}");
        let mut whole = schema.clone();
        whole["type"] = "array".into();
        whole["items"] = serde_json::json!({ "$ref": format!("#/$defs/{kind}") });
        let validator = jsonschema::validator_for(&whole).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&answer)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{arguments:?}: {:#?}", &errors[..errors.len().min(5)]);
    }
}
