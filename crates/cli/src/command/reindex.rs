//! `reindex`: makes the index again from the journal.

use clap::Args;
use rapporteur::Store;

use crate::failure::{Failure, Outcome};
use crate::output::Output;
use crate::progress;

/// Makes the index again from the journal.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  rapporteur reindex")]
pub(crate) struct Arguments {}

pub(crate) fn run(_: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    store.reindex(progress::of_the_journal())?;
    output.line("made the index again from the journal")?;
    Ok(Outcome::Found)
}
