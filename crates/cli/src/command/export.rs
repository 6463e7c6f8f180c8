//! `export`: everything, as JSON Lines.

use clap::Args;
use rapporteur::Store;

use crate::failure::{Failure, Outcome};
use crate::output::Output;

/// Prints every document with its text and every record, one JSON object a line, as `import` reads them.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur export > all.jsonl
  rapporteur export | gzip > all.jsonl.gz")]
pub(crate) struct Arguments {}

pub(crate) fn run(_: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let mut lines = 0;
    for line in store.export() {
        output.line(line?)?;
        lines += 1;
    }
    Ok(Outcome::of(lines))
}
