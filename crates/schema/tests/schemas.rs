//! The files in `schemas/` are what the types make, and every record we have is valid under them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_schema::{Judgement, Record, RecordKind, json_schema};
use serde_json::Value;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn the_schema_files_are_what_the_types_make() {
    let folder = workspace().join("schemas");
    let mut expected = BTreeSet::new();
    for (name, text) in json_schema::files() {
        let written = fs::read_to_string(folder.join(&name)).unwrap_or_default();
        assert!(
            written == text,
            "schemas/{name} differs from the types; run `cargo run -p rapporteur-schema --example write_schemas`"
        );
        expected.insert(name);
    }
    let found: BTreeSet<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".schema.json"))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_schemas_are_schemas() {
    for kind in RecordKind::ALL {
        let schema = json_schema::of_kind(kind);
        jsonschema::meta::validate(&schema).unwrap();
        assert_eq!(schema["$id"], format!("{}{kind}.schema.json", json_schema::BASE));
        assert!(schema["title"].is_string() && schema["description"].is_string());
        let first = schema["properties"].as_object().unwrap().keys().next().unwrap();
        assert_eq!(first, "type");
        assert!(!schema.to_string().contains("\"null\""), "{kind} allows null");
    }
    jsonschema::meta::validate(&json_schema::of_record()).unwrap();
}

#[test]
fn the_schema_of_a_judgement_takes_what_we_print() {
    let schema = json_schema::of_judgement();
    jsonschema::meta::validate(&schema).unwrap();
    assert!(!schema.to_string().contains("\"null\""), "it allows null");
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (fields, right) in [
        (
            r#""verdict":"same","subjects":["actor/a","actor/b@document/d"],"author":"Ada","remark":"so""#,
            true,
        ),
        (r#""verdict":"reliability","outlet":"The Ledger","reliability":"B""#, true),
        (r#""verdict":"undo","undoes":"judgement/1""#, true),
        (r#""verdict":"same","subjects":["place/a","place/b"]"#, false),
        (r#""verdict":"reliability","outlet":"The Ledger","reliability":"Z""#, false),
        (r#""verdict":"maybe""#, false),
    ] {
        let line =
            format!(r#"{{"type":"judgement","id":"judgement/2",{fields},"time":"2031-06-01T12:00:00Z"}}"#);
        let value: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(validator.is_valid(&value), right, "{line}");
        assert_eq!(Judgement::from_line(&line).is_ok(), right, "{line}");
    }
}

/// Every `records.jsonl` under a folder.
fn records_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name == "records.jsonl") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

#[test]
fn fixtures_are_valid() {
    let mut files = records_files(&workspace().join("fixtures"));
    assert!(files.len() >= 9, "the records of the fixtures are gone");
    files.extend(records_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")));
    let any = jsonschema::validator_for(&json_schema::of_record()).unwrap();
    let by_kind = RecordKind::ALL.map(|kind| jsonschema::validator_for(&json_schema::of_kind(kind)).unwrap());
    let mut kinds = BTreeSet::new();
    for file in files {
        for (index, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            let place = format!("{}:{}", file.display(), index + 1);
            let record = Record::from_line(line).unwrap_or_else(|error| panic!("{place}: {error}"));
            let value: Value = serde_json::from_str(line).unwrap();
            let validator = &by_kind[record.kind() as usize];
            if let Err(error) = validator.validate(&value) {
                panic!("{place}: {error} at {}", error.instance_path());
            }
            assert!(any.is_valid(&value), "{place}");
            assert_eq!(record.to_line().unwrap(), line, "{place} is not as we print it");
            kinds.insert(record.kind());
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), RecordKind::ALL, "a kind without a fixture");
}
