//! `timeline`: how the status of a meeting came about.

use clap::Args;
use rapporteur::Store;
use rapporteur::schema::MeetingId;

use crate::failure::{Failure, Outcome};
use crate::filter::AsOfArgs;
use crate::format::FormatArgs;
use crate::output::Output;

/// How the status of a meeting came about: planned, put off, held, denied; by whom and when it was told, and which
/// status stood then.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  rapporteur timeline meeting/2025-05-16-istanbul-russia-ukraine")]
pub(crate) struct Arguments {
    /// The meeting's id.
    #[arg(value_name = "MEETING")]
    meeting: MeetingId,
    #[command(flatten)]
    as_of: AsOfArgs,
    #[command(flatten)]
    format: FormatArgs,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    arguments.format.print(&arguments.as_of.of(store).timeline(&arguments.meeting)?, output)
}
