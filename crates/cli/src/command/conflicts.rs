//! `conflicts`: what cannot all be true.

use clap::Args;
use rapporteur::Store;

use crate::failure::{Failure, Outcome};
use crate::filter::TopicArgs;
use crate::format::FormatArgs;
use crate::output::Output;

/// What cannot all be true: attended and absent, held and denied, numbers that differ, agreed and rejected,
/// opposite judgements of one meeting; each side with its outlet, its speaker and its words.
///
/// Of an actor, what is about it and what it is told to have said.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur conflicts
  rapporteur conflicts --who Shelbi --since 1997-04")]
pub(crate) struct Arguments {
    #[command(flatten)]
    topic: TopicArgs,
    #[command(flatten)]
    format: FormatArgs,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let filter = arguments.topic.filter(store)?;
    arguments.format.answer(store, filter, |filter| store.conflicts().matching(filter).run(), output)
}
