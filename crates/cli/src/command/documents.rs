//! `documents`: what was read.

use clap::Args;
use rapporteur::schema::MeetingId;
use rapporteur::{Filter, Store, resolve};

use crate::failure::{Failure, Outcome};
use crate::filter::{AsOfArgs, WhenArgs};
use crate::format::FormatArgs;
use crate::output::Output;

/// The documents read, by date of publication.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur documents --since 2025-05
  rapporteur documents --who Kolar")]
pub(crate) struct Arguments {
    /// That tell of this actor.
    #[arg(long, value_name = "ACTOR")]
    who: Option<String>,
    /// That tell of this meeting, by its id.
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
    let actor =
        arguments.who.as_deref().map(|name| resolve::actor(arguments.as_of.of(store), name)).transpose()?;
    let mut filter = Filter { actor, as_of: arguments.as_of.day(), ..Filter::default() };
    filter.meeting.clone_from(&arguments.meeting);
    arguments.when.narrow(&mut filter)?;
    filter.limit = arguments.limit;
    arguments.format.print(&store.documents().matching(filter).run()?, output)
}
