//! `compact`: writes the journal anew without what was replaced or removed.

use clap::Args;
use rapporteur::Store;

use crate::failure::{Failure, Outcome};
use crate::output::Output;
use crate::progress;

/// Writes the journal anew without what was replaced or removed, and makes the index again.
///
/// Safe to interrupt: the store then has the old journal or the new one.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  rapporteur compact")]
pub(crate) struct Arguments {}

pub(crate) fn run(_: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let done = store.compact(progress::of_the_journal())?;
    let (before, after, frames) = (done.bytes_before, done.bytes_after, done.frames);
    output.line(format_args!("the journal had {before} bytes and has {after} in {frames} frames"))?;
    Ok(Outcome::Found)
}
