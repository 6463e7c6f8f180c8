//! Asks who met whom, where, and for the words that prove it. The records come from a file of the contract,
//! as any other extractor may write it.
//!
//! Run it with `cargo run -p rapporteur --example who_met_whom`.

#![allow(clippy::print_stdout)]

use rapporteur::{GraphError, Line, Store, render, resolve};

/// One document with its text, and what it says.
const LINES: &str = include_str!("../tests/data/ljubljana.jsonl");

pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let store = Store::create(folder.path().join("store"))?;
    let lines = LINES.lines().enumerate().map(|(number, line)| {
        line.parse::<Line>().map_err(|error| GraphError::Line { line: number + 1, reason: error.to_string() })
    });
    store.import(lines)?;

    // A surname is enough, with or without its diacritics.
    let kolar = resolve::actor(&store, "Kolar")?;
    let met = store.met().actor(&kolar).run()?;
    print!("{}", render::table(&met, Some(100)));
    assert_eq!(met.len(), 1);
    assert_eq!(met[0].present().count(), 2);

    for piece in store.evidence(&met[0].id.clone().into())? {
        println!("line {}: {}", piece.line, piece.span.text);
    }

    // Not attending is a fact of its own.
    let away = store.met().absent().run()?;
    assert_eq!(away.len(), 1);
    Ok(())
}
