//! `chain`: how two are connected by meetings.

use clap::Args;
use rapporteur::{Filter, Query, Store, Topic, resolve};

use super::ask;
use crate::failure::{Failure, Outcome};
use crate::format::FormatArgs;
use crate::output::Output;

/// How two actors are connected: the shortest chain of meetings from one to the other.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  rapporteur chain Fidan Starmer")]
pub(crate) struct Arguments {
    /// From whom.
    #[arg(value_name = "FROM")]
    from: String,
    /// To whom.
    #[arg(value_name = "TO")]
    to: String,
    #[command(flatten)]
    format: FormatArgs,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let named = |name: &str| resolve::actor(store, name).map(Some);
    let filter = Filter { actor: named(&arguments.from)?, with: named(&arguments.to)?, ..Filter::default() };
    let answer = Query { topic: Topic::Chain, filter: filter.clone() }.run(store)?;
    ask::print(store, filter, answer, &arguments.format, output)
}
