//! `verify`: whether a store holds what it should.

use clap::Args;
use rapporteur::Store;

use super::ingest::counted;
use crate::failure::{Failure, Outcome};
use crate::output::Output;
use crate::progress;

/// Compares everything with everything: frames with their checksums, the index with the journal, every span
/// with its document.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  rapporteur verify")]
pub(crate) struct Arguments {}

pub(crate) fn run(_: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let verification = store.verify(progress::of_the_journal())?;
    for problem in &verification.problems {
        output.line(problem)?;
    }
    let tellings = verification.tellings;
    output.line(format_args!(
        "{} frames, {} documents ({}), {} spans, {} index entries",
        verification.frames,
        tellings.documents,
        counted(&tellings),
        verification.spans,
        verification.entries
    ))?;
    // What opening set right in the index says nothing of the journal, which is the truth.
    if verification.is_sound() {
        output.line("the store is sound")?;
        return Ok(Outcome::Found);
    }
    output.finish()?;
    let damage = verification.problems.iter().filter(|problem| problem.is_damage()).count();
    Err(Failure::Usage(format!(
        "{damage} of these are damage; an index is made again by `reindex`, a damaged document by ingesting it again"
    )))
}
