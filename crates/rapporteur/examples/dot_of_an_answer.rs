//! Writes an answer as a picture for Graphviz.
//!
//! Run it with `cargo run -p rapporteur --example dot_of_an_answer | dot -Tsvg > met.svg`.

#![allow(clippy::print_stdout)]

use rapporteur::render::{Picture, dot};
use rapporteur::{GraphError, Line, Store};

/// One document with its text, and what it says.
const LINES: &str = include_str!("../tests/data/ljubljana.jsonl");

pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let store = Store::create(folder.path().join("store"))?;
    let lines = LINES.lines().enumerate().map(|(number, line)| {
        line.parse::<Line>().map_err(|error| GraphError::Line { line: number + 1, reason: error.to_string() })
    });
    store.import(lines)?;

    let meetings = store.meetings().run()?;
    let outcomes = store.outcomes().run()?;
    let picture = Picture::default().with_meetings(&meetings).with_outcomes(&outcomes);
    print!("{}", dot(&picture));
    Ok(())
}
