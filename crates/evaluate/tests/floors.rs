//! The figures on the texts under `fixtures/` do not fall below those in `floors.tsv`, nor those on the texts under
//! `fixtures/evaluation/`, `fixtures/put-aside/`, `fixtures/short/` and `fixtures/short-put-aside/` below those in the files
//! `floors-` of these names.
//!
//! After a change that raises them: `RAPPORTEUR_WRITE_FLOORS=1 cargo test -p rapporteur-evaluate --test
//! floors` writes the new ones, rounded down to hundredths; it never lowers one.

#![allow(clippy::unwrap_used)]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use rapporteur_evaluate::{Case, Metric, Score, score, total};
use rapporteur_extract::RuleExtractor;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures");

fn hundredths(figure: Option<f64>) -> f64 {
    (figure.unwrap_or(0.0) * 100.0 + 1e-9).floor() / 100.0
}

#[test]
fn no_figure_falls() {
    compare(Path::new(FOLDER), 9, "floors.tsv");
}

#[test]
fn no_figure_falls_on_texts_that_only_figures_are_taken_of() {
    compare(&Path::new(FOLDER).join("evaluation"), 68, "floors-evaluation.tsv");
}

#[test]
fn no_figure_falls_on_texts_that_nobody_reads() {
    compare(&Path::new(FOLDER).join("put-aside"), 44, "floors-put-aside.tsv");
}

#[test]
fn no_figure_falls_on_short_texts() {
    compare(&Path::new(FOLDER).join("short"), 60, "floors-short.tsv");
}

#[test]
fn no_figure_falls_on_short_texts_that_nobody_reads() {
    compare(&Path::new(FOLDER).join("short-put-aside"), 60, "floors-short-put-aside.tsv");
}

/// Scores the texts of a folder, of which there are so many at least, and compares the figures with their floors.
fn compare(folder: &Path, least: usize, floors: &str) {
    let cases = Case::read_all(folder).unwrap();
    assert!(cases.len() >= least, "the texts are gone");
    let scores: Vec<Score> =
        cases.iter().map(|case| score(case, &case.extract(&RuleExtractor::new()).unwrap())).collect();
    let total = total(&scores);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(floors);
    let floors = fs::read_to_string(&path).unwrap();
    let mut raised = String::from("metric\tprecision\trecall\tf1\n");
    let mut fallen = Vec::new();
    for metric in Metric::ALL {
        let tally = total.tally(metric);
        let line = floors.lines().find(|line| line.split('\t').next() == Some(metric.name()));
        let floor = line.map(|line| line.split('\t').skip(1).map(|f| f.parse::<f64>().unwrap()));
        let floor: Vec<f64> = floor.map(Iterator::collect).unwrap_or_else(|| vec![0.0; 3]);
        let figures = [tally.precision(), tally.recall(), tally.f1()].map(hundredths);
        if figures[2] < floor[2] {
            fallen.push(format!("{metric}: F1 {:.2} is below {:.2}", figures[2], floor[2]));
        }
        // Who-met must above all be right: its precision has a floor of its own.
        if metric == Metric::WhoMet && figures[0] < floor[0] {
            fallen.push(format!("{metric}: precision {:.2} is below {:.2}", figures[0], floor[0]));
        }
        let best: Vec<f64> = figures.iter().zip(&floor).map(|(now, floor)| now.max(*floor)).collect();
        writeln!(raised, "{metric}\t{:.2}\t{:.2}\t{:.2}", best[0], best[1], best[2]).unwrap();
    }
    assert!(fallen.is_empty(), "{}", fallen.join("\n"));
    if std::env::var_os("RAPPORTEUR_WRITE_FLOORS").is_some() {
        fs::write(path, raised).unwrap();
    }
}

#[test]
fn what_is_missed_is_listed() {
    let case = Case::read(&Path::new(FOLDER).join("wire-malabo-1996")).unwrap();
    let nothing = score(&case, &rapporteur_evaluate::Answer::default());
    let tally = nothing.tally(Metric::Actors);
    assert_eq!((tally.right, tally.wrong), (0, 0));
    let missed = nothing.findings.iter().filter(|finding| finding.metric == Metric::Actors);
    assert_eq!(missed.count(), tally.missed);
}
