//! Judging as its users do it: at the command line, and from a file of answers.
#![allow(clippy::unwrap_used, clippy::panic)]

mod desk;

use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = desk::in_folder(folder);
    command.args(arguments).env("RAPPORTEUR_AUTHOR", "Ada");
    command
}

fn run(folder: &Path, arguments: &[&str], answers: &str) -> desk::Ran {
    desk::run_with(&mut command(folder, arguments), answers.as_bytes())
}

fn json(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    desk::json(&mut command(folder, arguments))
}

/// A store of two texts on one meeting, whose names differ by a letter that no rule makes good.
fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let texts = [
        (
            "one",
            "Foreign Minister Anna Berg of Norway met Portuguese Foreign Minister Rui Salgado in Lisbon on Monday.\n",
        ),
        (
            "two",
            "LISBON - Anna Borg of Norway met Rui Salgado, the Portuguese foreign minister, in Lisbon on Monday.\n",
        ),
    ];
    for (name, text) in texts {
        let file = folder.path().join(format!("{name}.txt"));
        std::fs::write(&file, text).unwrap();
        // What is known of it stands beside it, under its own name.
        let beside = format!(r#"{{"published":"2031-05-06","publisher":"The {name}"}}"#);
        std::fs::write(file.with_extension("json"), beside).unwrap();
    }
    let (code, out, err) = run(folder.path(), &["ingest", "."], "");
    assert_eq!(code, Some(0), "{out}{err}");
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let rows = json(folder, &["actors", "--kind", "person"]);
    rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_name_is_judged_listed_and_taken_back() {
    let folder = desk();
    let folder = folder.path();
    assert_eq!(names(folder), ["Anna Berg", "Anna Borg", "Rui Salgado"]);
    let (code, out, err) =
        run(folder, &["same", "Anna Berg", "actor/anna-borg", "--remark", "a misprint"], "");
    assert_eq!(code, Some(0), "{out}{err}");
    assert_eq!(names(folder), ["Anna Berg", "Rui Salgado"]);
    let met = json(folder, &["met"]);
    assert_eq!((met.len(), met[0]["members"].as_array().unwrap().len()), (1, 2));
    let judgements = json(folder, &["judgements"]);
    assert_eq!(judgements.len(), 1);
    assert_eq!((&judgements[0]["verdict"], &judgements[0]["author"]), (&"same".into(), &"Ada".into()));
    let (_, why, _) = run(folder, &["why", "actor/anna-borg"], "");
    assert!(why.contains("judged to be the same"), "{why}");
    assert_eq!(run(folder, &["undo"], "").0, Some(0));
    assert_eq!(names(folder), ["Anna Berg", "Anna Borg", "Rui Salgado"]);
    assert_eq!(json(folder, &["judgements"]).len(), 2);
}

#[test]
fn what_cannot_be_judged_is_said() {
    let folder = desk();
    let folder = folder.path();
    for arguments in [
        ["same", "Anna Berg", "Nobody"],
        ["different", "actor/anna-berg", "meeting/x"],
        ["same", "place/lisbon", "actor/anna-berg"],
    ] {
        let (code, _, err) = run(folder, &arguments, "");
        assert_eq!(code, Some(2), "{arguments:?}: {err}");
        assert!(err.contains("error:"), "{err}");
    }
    assert_eq!(run(folder, &["undo"], "").0, Some(2));
    assert!(json(folder, &["judgements"]).is_empty());
}

#[test]
fn answers_come_from_a_file() {
    let folder = desk();
    let folder = folder.path();
    let doubts = json(folder, &["actors", "--duplicates"]);
    assert_eq!(doubts.len(), 1, "{doubts:?}");
    // An answer that is none is asked for again; what was answered is taken back; then it is answered for good.
    let (code, out, err) = run(folder, &["review", "--kind", "actor"], "what\ny\n");
    assert_eq!(code, Some(0), "{out}{err}");
    assert!(err.contains("`what` is no answer"), "{err}");
    assert_eq!(names(folder), ["Anna Berg", "Rui Salgado"]);
    assert_eq!(run(folder, &["review", "--kind", "actor"], "").0, Some(1));
    run(folder, &["undo"], "");
    let (_, out, _) = run(folder, &["review", "--kind", "actor"], "n\n");
    assert!(out.contains("different"), "{out}");
    assert_eq!(names(folder), ["Anna Berg", "Anna Borg", "Rui Salgado"]);
    assert!(json(folder, &["actors", "--duplicates"]).is_empty());
}

#[test]
fn a_meeting_shows_its_life() {
    let folder = desk();
    let folder = folder.path();
    std::fs::write(
        folder.join("plan.txt"),
        "Foreign Minister Anna Berg of Norway will meet Portuguese Foreign Minister Rui Salgado in Lisbon on 5 May.\n",
    )
    .unwrap();
    assert_eq!(
        run(folder, &["ingest", "plan.txt", "--published", "2031-05-02", "--publisher", "P"], "").0,
        Some(0)
    );
    let met = json(folder, &["met", "Berg"]);
    let id = met[0]["id"].as_str().unwrap();
    let life = json(folder, &["timeline", id]);
    let told: Vec<(&str, &str)> =
        life.iter().map(|row| (row["day"].as_str().unwrap(), row["standing"].as_str().unwrap())).collect();
    assert_eq!(told, [("2031-05-02", "planned"), ("2031-05-06", "held")]);
    assert_eq!(run(folder, &["met", "Berg", "--as-of", "2031-05-03"], "").0, Some(1));
    assert_eq!(run(folder, &["timeline", "meeting/none"], "").0, Some(1));
}

#[test]
fn an_outlet_is_as_reliable_as_somebody_says() {
    let desk = desk();
    let folder = desk.path();
    let id = json(folder, &["met"])[0]["id"].as_str().unwrap().to_owned();
    let plain = run(folder, &["why", &id], "").1;
    let documents = json(folder, &["documents"]);
    assert!(documents.iter().all(|row| row.get("reliability").is_none()), "{documents:?}");
    assert_eq!(run(folder, &["reliability"], "").0, Some(1));
    // Who is not read cannot be judged, a letter beyond the scale is none, and an outlet alone is no judgement.
    for arguments in [["reliability", "Nobody", "B"], ["reliability", "The one", "G"]] {
        assert_eq!(run(folder, &arguments, "").0, Some(2), "{arguments:?}");
    }
    assert_eq!(run(folder, &["reliability", "The one"], "").0, Some(2));
    let (code, out, err) = run(folder, &["reliability", "the ONE", "D", "--remark", "no sources"], "");
    assert_eq!(code, Some(0), "{out}{err}");
    assert!(out.starts_with("reliability The one D (judgement/"), "{out}");
    run(folder, &["reliability", "The one", "B"], "");
    let listed = json(folder, &["reliability"]);
    assert_eq!(listed.len(), 1, "{listed:?}");
    assert_eq!((&listed[0]["outlet"], &listed[0]["reliability"]), (&"The one".into(), &"B".into()));
    assert_eq!(listed[0]["author"], "Ada");

    let shown = run(folder, &["why", &id], "").1;
    assert!(shown.contains("The one (B)") && shown.contains("The two,"), "{shown}");
    let pieces = json(folder, &["why", &id]);
    let of = |outlet: &str| {
        pieces.iter().find(|piece| piece["publisher"] == outlet).unwrap()["reliability"].clone()
    };
    assert_eq!((of("The one"), of("The two")), ("B".into(), Value::Null));
    let graded: Vec<Value> =
        json(folder, &["documents"]).iter().map(|row| row["reliability"].clone()).collect();
    assert_eq!(graded, [Value::from("B"), Value::Null]);
    let meeting = &json(folder, &["meetings"])[0];
    let support = meeting["support"]["reliability"].as_object().unwrap();
    assert!(support.len() == 1 && support["The one"] == "B", "{support:?}");

    // It goes with an export, and is taken back one word after the other.
    let exported = run(folder, &["export"], "").1;
    std::fs::write(folder.join("all.jsonl"), &exported).unwrap();
    assert_eq!(run(folder, &["--store", "copy", "import", "all.jsonl"], "").0, Some(0));
    assert_eq!(run(folder, &["--store", "copy", "export"], "").1, exported);
    assert_eq!(json(folder, &["--store", "copy", "reliability"]), listed);
    run(folder, &["compact"], "");
    assert_eq!(json(folder, &["reliability"]), listed);
    run(folder, &["undo"], "");
    assert_eq!(json(folder, &["reliability"])[0]["reliability"], "D");
    run(folder, &["undo"], "");
    assert_eq!(run(folder, &["reliability"], "").0, Some(1));
    assert_eq!(run(folder, &["why", &id], "").1, plain);
}
