//! The figures of `eval` are those of the independent scorer, where one is at hand.
//!
//! The scorer and its documents do not belong to the project: they lie beside it, in `../shared/eval`, or
//! in the folder that `RAPPORTEUR_AGREEMENT` names, with `score.py` in it. Where they are not, the test
//! says so and passes. Figures that differ are shown by document and metric, never with a text.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const BINARY: &str = env!("CARGO_BIN_EXE_rapporteur");
const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures");

/// Figures as the other scorer prints them, by line and metric.
type Printed = BTreeMap<(String, String), String>;

fn beside() -> PathBuf {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/eval");
    std::env::var_os("RAPPORTEUR_AGREEMENT").map_or(default, PathBuf::from)
}

fn said(command: &mut Command) -> String {
    let Output { status, stdout, .. } = command.output().unwrap();
    // The other scorer also fails where a document has no record at all; its figures stand.
    assert!(status.code().is_some_and(|code| code < 2), "{command:?}");
    String::from_utf8(stdout).unwrap()
}

fn theirs(scorer: &Path, folder: &Path) -> Printed {
    let extract = format!("{BINARY} extract {{file}} --published {{published}} --format jsonl");
    let out = said(Command::new("python3").arg(scorer).arg(folder).args(["--cmd", &extract]));
    let mut printed = Printed::new();
    for line in out.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [document, figures @ ..] if figures.len() == 14 => {
                for figure in figures.chunks(2) {
                    printed.insert(((*document).to_owned(), figure[0].to_owned()), figure[1].to_owned());
                }
            }
            [metric, figures @ ..]
                if figures.len() == 4 && figures[3].starts_with(|c: char| c.is_ascii_digit()) =>
            {
                printed.insert((String::new(), (*metric).to_owned()), figures.join(" "));
            }
            _ => {}
        }
    }
    printed
}

fn digits(figure: &Value, digits: usize) -> String {
    figure.as_f64().map_or_else(|| "nan".to_owned(), |figure| format!("{figure:.digits$}"))
}

fn ours(folder: &Path) -> Printed {
    let out = said(Command::new(BINARY).arg("eval").arg(folder).args(["--format", "json"]));
    let out: Value = serde_json::from_str(&out).unwrap();
    let mut printed = Printed::new();
    for document in out["documents"].as_array().unwrap() {
        let name = document["document"].as_str().unwrap();
        for (metric, score) in document["scores"].as_object().unwrap() {
            printed.insert((name.to_owned(), metric.clone()), digits(&score["f1"], 2));
        }
    }
    for (metric, score) in out["total"].as_object().unwrap() {
        let figures = ["precision", "recall", "f1"].map(|figure| digits(&score[figure], 3)).join(" ");
        let counts = ["right", "wrong", "missed"].map(|count| score[count].to_string()).join("/");
        printed.insert((String::new(), metric.clone()), format!("{figures} {counts}"));
    }
    printed
}

#[test]
fn the_figures_are_those_of_the_other_scorer() {
    let beside = beside();
    let scorer = beside.join("score.py");
    if !scorer.exists() {
        println!("skipped: there is no other scorer at {}", scorer.display());
        return;
    }
    for folder in [beside.as_path(), Path::new(FIXTURES)] {
        let (theirs, ours) = (theirs(&scorer, folder), ours(folder));
        assert!(theirs.len() >= 7 * 10, "{}: {} figures only", folder.display(), theirs.len());
        let differ: Vec<String> = theirs
            .iter()
            .filter(|(of, figure)| ours.get(of) != Some(figure))
            .map(|(of, figure)| format!("{of:?}: theirs {figure}, ours {:?}", ours.get(of)))
            .collect();
        assert!(differ.is_empty(), "{}", differ.join("\n"));
        assert_eq!(ours.len(), theirs.len());
    }
}
