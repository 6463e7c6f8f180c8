//! The questions of the fixtures, asked of the command as a user would.
//!
//! A question marked `"answered": false` is one that the extractor does not answer yet: the test fails
//! when it does, so that the mark goes. `RAPPORTEUR_MARK_QUESTIONS=1` writes the marks anew.

#![allow(clippy::unwrap_used)]

mod desk;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn folders() -> Vec<PathBuf> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let folders = fs::read_dir(fixtures).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = folders.filter(|path| path.join("questions.json").exists()).collect();
    folders.sort();
    folders
}

fn run(store: &Path, arguments: &[String]) -> (Option<i32>, String) {
    let (code, out, _) = desk::run(desk::on_store(store).args(arguments));
    (code, out)
}

fn ingest(folder: &Path, store: &Path) {
    let document: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("document.json")).unwrap()).unwrap();
    let article = ["article.txt", "article.html"].map(|name| folder.join(name));
    let article = article.iter().find(|path| path.exists()).unwrap();
    let mut arguments = vec!["ingest".to_owned(), article.to_str().unwrap().to_owned()];
    for field in ["published", "publisher", "title", "url"] {
        if let Some(value) = document[field].as_str() {
            arguments.extend([format!("--{field}"), value.to_owned()]);
        }
    }
    assert_eq!(run(store, &arguments).0, Some(0), "{}", folder.display());
}

/// All texts in a value.
fn texts(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            into.insert(text.to_lowercase());
        }
        Value::Array(values) => values.iter().for_each(|value| texts(value, into)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, into)),
        _ => {}
    }
}

/// Whether a printed row holds the facts that the expected one does; the meeting's key is the gold's own.
fn fits(expected: &Value, printed: &Value) -> bool {
    let facts = expected.as_object().unwrap().iter().filter(|(key, _)| *key != "meeting");
    facts.into_iter().all(|(key, wanted)| match key.as_str() {
        "attended" | "absent" | "chair" => wanted.as_array().unwrap().iter().all(|name| {
            printed["participants"].as_array().is_some_and(|participants| {
                participants.iter().any(|participant| {
                    let away = matches!(participant["attendance"].as_str(), Some("absent" | "declined"));
                    let mut names = BTreeSet::new();
                    texts(&participant["actor"], &mut names);
                    names.contains(&name.as_str().unwrap().to_lowercase())
                        && away == (key == "absent")
                        && (key != "chair" || participant["role"] == "chair")
                })
            })
        }),
        "where" => {
            let mut names = BTreeSet::new();
            texts(&printed["place"], &mut names);
            texts(&printed["within"], &mut names);
            names.contains(&wanted.as_str().unwrap().to_lowercase())
        }
        "quantity" => printed["quantity"]["value"].as_f64() == wanted.as_f64(),
        "when" => printed["when"].as_str().is_some_and(|when| {
            let wanted = wanted.as_str().unwrap();
            when.starts_with(wanted) || wanted.starts_with(when)
        }),
        _ => {
            let (mut names, mut all) = (BTreeSet::new(), BTreeSet::new());
            texts(wanted, &mut names);
            texts(&printed[key], &mut all);
            names.is_subset(&all)
        }
    })
}

/// Whether the command answers: every expected row with a row of its own, and nothing where nothing is right.
fn is_answered(store: &Path, question: &Value) -> bool {
    let mut arguments = shlex::split(question["command"].as_str().unwrap()).unwrap();
    arguments.extend(["--format".to_owned(), "json".to_owned()]);
    let (code, printed) = run(store, &arguments);
    let expected = question["answer"].as_array().unwrap();
    // Whom the text names so that nobody of that name was found, it cannot be asked about.
    if code == Some(2) {
        return expected.is_empty();
    }
    assert!(matches!(code, Some(0 | 1)), "{question}\n{code:?}");
    let printed: Value = serde_json::from_str(&printed).unwrap();
    let mut rows: Vec<&Value> = printed.as_array().unwrap().iter().collect();
    if expected.is_empty() {
        return rows.is_empty() && code == Some(1);
    }
    expected.iter().all(|expected| {
        let found = rows.iter().position(|row| fits(expected, row));
        found.map(|index| rows.remove(index)).is_some()
    })
}

#[test]
fn the_questions_of_the_fixtures_are_answered() {
    let mark = std::env::var_os("RAPPORTEUR_MARK_QUESTIONS").is_some();
    let (mut answered, mut asked, mut wrong) = (0, 0, Vec::new());
    for folder in folders() {
        let desk = tempfile::tempdir().unwrap();
        let store = desk.path().join("store");
        ingest(&folder, &store);
        let path = folder.join("questions.json");
        let text = fs::read_to_string(&path).unwrap();
        let mut questions: Vec<Value> = serde_json::from_str(&text).unwrap();
        for question in &mut questions {
            let is = is_answered(&store, question);
            let should = question["answered"].as_bool().unwrap_or(true);
            asked += 1;
            answered += usize::from(is);
            if mark {
                let fields = question.as_object_mut().unwrap();
                fields.remove("answered");
                if !is {
                    fields.insert("answered".to_owned(), false.into());
                }
            } else if is != should {
                wrong.push(format!("{}: {}: {is}", folder.display(), question["question"]));
            }
        }
        if mark {
            fs::write(&path, serde_json::to_string_pretty(&questions).unwrap() + "\n").unwrap();
        }
    }
    assert!(wrong.is_empty(), "marked otherwise:\n{}", wrong.join("\n"));
    assert!(asked > 40 && answered > 0, "{answered} of {asked} answered");
}
