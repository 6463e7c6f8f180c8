//! `documents`: what was read.

use clap::Args;
use rapporteur::Store;

use crate::failure::{Failure, Outcome};
use crate::filter::TopicArgs;
use crate::format::FormatArgs;
use crate::output::Output;

/// The documents read, by date of publication; of an actor or a meeting, those that tell of it.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur documents --since 2025-05
  rapporteur documents --who Kolar")]
pub(crate) struct Arguments {
    #[command(flatten)]
    topic: TopicArgs,
    #[command(flatten)]
    format: FormatArgs,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let filter = arguments.topic.filter(store)?;
    arguments.format.answer(store, filter, |filter| store.documents().matching(filter).run(), output)
}
