//! `meetings`: meetings of any status.

use clap::Args;
use rapporteur::Store;

use super::met;
use crate::failure::{Failure, Outcome};
use crate::filter::MeetingArgs;
use crate::format::FormatArgs;
use crate::output::Output;

/// Meetings of any status: held, planned, proposed, called off, denied.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur meetings --status planned,proposed
  rapporteur meetings Kolar Breg --latest --limit 1")]
pub(crate) struct Arguments {
    #[command(flatten)]
    meetings: MeetingArgs,
    #[command(flatten)]
    format: FormatArgs,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let filter = arguments.meetings.filter(store)?;
    met::answer(
        store,
        filter,
        None,
        |filter| store.meetings().matching(filter).run(),
        &arguments.format,
        output,
    )
}
