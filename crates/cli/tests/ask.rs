//! Questions in plain English, against the commands that answer them; the questions are in `data/ask`.

#![allow(clippy::unwrap_used)]

mod desk;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use serde_json::Value;

const TODAY: &str = "2025-06-01";

fn run(store: &Path, arguments: &[&str]) -> desk::Ran {
    desk::run(desk::on_store(store).args(arguments))
}

/// One process has the store at a time; a second one would read the journal, which is slow.
static TURN: Mutex<()> = Mutex::new(());

/// A store of all texts under `fixtures`, made once.
fn store() -> PathBuf {
    static STORE: OnceLock<tempfile::TempDir> = OnceLock::new();
    let folder = STORE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store");
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
        let mut folders: Vec<PathBuf> =
            fs::read_dir(fixtures).unwrap().map(|entry| entry.unwrap().path()).collect();
        folders.sort();
        for texts in folders.iter().filter(|folder| folder.is_dir()) {
            let files = fs::read_dir(texts).unwrap().map(|entry| entry.unwrap().path());
            let is_text = |path: &PathBuf| {
                let beside = path.with_extension("json");
                let is_article = ["article.txt", "article.html"].iter().any(|name| path.ends_with(name));
                is_article || path.extension().is_some_and(|end| end == "txt") && beside.exists()
            };
            let mut files: Vec<PathBuf> = files.filter(is_text).collect();
            files.sort();
            if files.is_empty() || texts.ends_with("odd") || texts.ends_with("stores") {
                continue;
            }
            let mut arguments = vec!["ingest"];
            arguments.extend(files.iter().map(|path| path.to_str().unwrap()));
            assert_eq!(run(&store, &arguments).0, Some(0), "{}", texts.display());
        }
        folder
    });
    folder.path().join("store")
}

/// The rows of a command, in no order; nothing where it is an error.
fn rows(store: &Path, command: &[&str]) -> Option<Vec<String>> {
    let mut arguments = command.to_vec();
    arguments.extend(["--format", "json"]);
    if command.contains(&"--overdue") && !command.contains(&"--on") {
        arguments.extend(["--on", TODAY]);
    }
    let (code, out, _) = run(store, &arguments);
    (code != Some(2)).then(|| sorted(&serde_json::from_str(&out).unwrap_or(Value::Null)))
}

fn sorted(rows: &Value) -> Vec<String> {
    let mut rows: Vec<String> = rows.as_array().into_iter().flatten().map(Value::to_string).collect();
    rows.sort();
    rows
}

#[derive(Default, Debug)]
struct Tally {
    right: usize,
    declined: usize,
    wrong: Vec<String>,
}

/// Asks all questions of a file. Of each answer the command that is printed must give the same rows.
fn tally(file: &str) -> (Tally, usize) {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let store = store();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/ask").join(file);
    let questions: Vec<Value> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut tally = Tally::default();
    for question in &questions {
        let typed = question["ask"].as_str().unwrap();
        let (code, out, err) = run(&store, &["ask", typed, "--today", TODAY, "--format", "json"]);
        if code == Some(2) {
            assert!(err.starts_with("error: "), "{err}");
            match question["declined"].as_bool() {
                Some(true) => tally.right += 1,
                _ => tally.declined += 1,
            }
            continue;
        }
        let answer: Value = serde_json::from_str(&out).unwrap();
        let answered = sorted(&answer["rows"]);
        let printed = shlex::split(answer["command"].as_str().unwrap()).unwrap();
        let printed: Vec<&str> = printed.iter().skip(1).map(String::as_str).collect();
        assert_eq!(rows(&store, &printed).as_ref(), Some(&answered), "{printed:?}");

        let commands =
            std::iter::once(&question["command"]).chain(question["or"].as_array().into_iter().flatten());
        let right = commands.into_iter().any(|command| {
            let words: Vec<&str> =
                command.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            !words.is_empty() && rows(&store, &words).as_ref() == Some(&answered)
        });
        match right {
            true => tally.right += 1,
            false => tally.wrong.push(format!("{typed} -> {}", answer["command"])),
        }
    }
    (tally, questions.len())
}

#[test]
fn questions_that_were_seen_are_right_or_declined() {
    let (tally, all) = tally("worked-on.json");
    eprintln!("{} of {all} right, {} declined, wrong: {:#?}", tally.right, tally.declined, tally.wrong);
    assert!(tally.right * 100 >= all * 90 && tally.wrong.len() * 100 <= all * 4, "{tally:#?}");
}

#[test]
fn questions_that_nobody_saw_are_right_or_declined() {
    let (tally, all) = tally("put-aside.json");
    let counts =
        format!("{} of {all} right, {} declined, {} wrong", tally.right, tally.declined, tally.wrong.len());
    eprintln!("{counts}");
    assert!((tally.right + tally.declined) * 100 >= all * 90 && tally.right * 100 >= all * 75, "{counts}");
}

#[test]
fn what_is_understood_is_printed_before_the_answer() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let (code, out, _) = run(&store(), &["ask", "Who met whom in Dili?", "--today", TODAY]);
    assert_eq!(code, Some(0));
    let mut lines = out.lines();
    assert_eq!(lines.next(), Some("rapporteur met --where Dili"));
    assert!(lines.any(|line| line.starts_with("When ")), "{out}");
}

#[test]
fn an_answer_of_meetings_says_how_to_draw_it() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let (_, _, err) = run(&store(), &["ask", "Who met whom in Dili?", "--today", TODAY]);
    let hint = err.lines().find_map(|line| line.split_once("as a picture: rapporteur ")).unwrap().1;
    let flags = hint.strip_suffix(" --svg answer.svg").unwrap();
    let (code, drawn, _) = run(&store(), &flags.split(' ').collect::<Vec<_>>());
    assert_eq!(code, Some(0), "{flags}");
    assert!(drawn.starts_with("graph rapporteur {"), "{drawn}");
    // An absence is told in words that no picture has.
    let (_, _, err) = run(&store(), &["ask", "Who stayed away from the Istanbul talks?", "--today", TODAY]);
    assert!(!err.contains("as a picture"), "{err}");
}

#[test]
fn what_is_not_understood_is_said_with_questions_like_it() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    for (typed, word) in
        [("why did they fail", "`why`"), ("xyzzy plugh", "`xyzzy`"), ("Did Fiden come?", "Fidan")]
    {
        let (code, out, err) = run(&store(), &["ask", typed]);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{typed}");
        assert!(err.contains(word), "{typed}: {err}");
    }
}
