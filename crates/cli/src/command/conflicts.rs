//! `conflicts`: what cannot all be true.

use clap::Args;
use rapporteur::schema::MeetingId;
use rapporteur::{Filter, Store, resolve};

use crate::failure::{Failure, Outcome};
use crate::filter::{AsOfArgs, WhenArgs};
use crate::format::FormatArgs;
use crate::output::Output;

/// What cannot all be true: attended and absent, held and denied, numbers that differ, agreed and rejected,
/// opposite judgements of one meeting; each side with its outlet, its speaker and its words.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur conflicts
  rapporteur conflicts --who Shelbi --since 1997-04")]
pub(crate) struct Arguments {
    /// About this actor, or said by it.
    #[arg(long, value_name = "ACTOR")]
    who: Option<String>,
    /// About this meeting, by its id.
    #[arg(long, value_name = "ID")]
    meeting: Option<MeetingId>,
    #[command(flatten)]
    when: WhenArgs,
    /// At most so many rows.
    #[arg(long, value_name = "ROWS")]
    limit: Option<usize>,
    #[command(flatten)]
    as_of: AsOfArgs,
    #[command(flatten)]
    format: FormatArgs,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let past = arguments.as_of.of(store);
    let actor = arguments.who.as_deref().map(|name| resolve::actor(past, name)).transpose()?;
    let mut filter =
        Filter { actor, as_of: arguments.as_of.day(), limit: arguments.limit, ..Filter::default() };
    filter.meeting.clone_from(&arguments.meeting);
    arguments.when.narrow(&mut filter)?;
    arguments.format.print(&store.conflicts().matching(filter).run()?, output)
}
