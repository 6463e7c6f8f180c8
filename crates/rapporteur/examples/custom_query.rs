//! Asks what no command asks: one query as a value, told in words and rows, and questions put together out of several.
//!
//! Run it with `cargo run -p rapporteur --example custom_query`.

#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;

use rapporteur::schema::{Attendance, OutcomeStatus};
use rapporteur::{Filter, GraphError, Line, Query, Store, Topic, render, resolve};

/// One document with its text, and what it says.
const LINES: &str = include_str!("../tests/data/ljubljana.jsonl");

/// Who stayed away most often, and from how many meetings that came to something signed.
fn absentees(store: &Store) -> Result<BTreeMap<String, usize>, GraphError> {
    let mut missed = BTreeMap::new();
    for outcome in store.outcomes().status(OutcomeStatus::Signed).run()? {
        let Some((meeting, _)) = outcome.meeting else { continue };
        for row in store.met().meeting(&meeting).run()? {
            for attendee in row.with_attendance(&[Attendance::Absent, Attendance::Declined]) {
                *missed.entry(attendee.actor.name.clone()).or_default() += 1;
            }
        }
    }
    Ok(missed)
}

pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let store = Store::create(folder.path().join("store"))?;
    store.import(LINES.lines().enumerate().map(|(number, line)| {
        line.parse::<Line>().map_err(|error| GraphError::Line { line: number + 1, reason: error.to_string() })
    }))?;

    // A query is a value: it can be kept, compared and sent, and it is what `ask` makes of a question.
    let kolar = resolve::actor(&store, "Kolar")?;
    let query =
        Query { topic: Topic::Met, filter: Filter { actor: Some(kolar.clone()), ..Filter::default() } };
    let answer = query.run(&store)?;
    println!("{}", render::sentence(&query, &answer));
    assert_eq!(answer.len(), 1);

    // Rows are values too, so questions can be put together.
    let missed = absentees(&store)?;
    println!("{missed:?}");
    assert_eq!(missed.get("Jože Breg"), Some(&1));

    // Questions over many meetings are asked of the network, which lies in memory.
    let baek = resolve::actor(&store, "Bæk")?;
    let network = store.network()?;
    assert_eq!(network.chain(&kolar, &baek).map(|links| links.len()), Some(1));
    Ok(())
}
