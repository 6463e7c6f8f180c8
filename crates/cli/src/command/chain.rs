//! `chain`: how two are connected by meetings.

use clap::Args;
use rapporteur::{Filter, Query, Store, Topic, resolve};

use super::ask;
use crate::failure::{Failure, Outcome};
use crate::filter::AsOfArgs;
use crate::format::FormatArgs;
use crate::output::Output;

/// How two actors are connected: the shortest chain of meetings from one to the other.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur chain Fidan Starmer
  rapporteur chain Fidan Starmer --as-of 2025-05-15")]
pub(crate) struct Arguments {
    /// From whom.
    #[arg(value_name = "FROM")]
    from: String,
    /// To whom.
    #[arg(value_name = "TO")]
    to: String,
    #[command(flatten)]
    as_of: AsOfArgs,
    #[command(flatten)]
    format: FormatArgs,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let past = arguments.as_of.of(store);
    let named = |name: &str| resolve::actor(past, name).map(Some);
    let filter = Filter { actor: named(&arguments.from)?, with: named(&arguments.to)?, ..past.filter() };
    let answer = Query { topic: Topic::Chain, filter: filter.clone() }.run(store)?;
    ask::print(store, filter, answer, &arguments.format, output)
}
