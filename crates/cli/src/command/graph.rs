//! `graph`: an answer as a picture for Graphviz.

use clap::Args;
use rapporteur::render::Dot;
use rapporteur::{Filter, Store};

use crate::failure::{Failure, Outcome};
use crate::filter::MeetingArgs;
use crate::output::{self, Output};

/// Writes meetings, of any status unless one is given, and what came of them in the DOT language.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  rapporteur graph --where Turkey | dot -Tsvg > talks.svg")]
pub(crate) struct Arguments {
    #[command(flatten)]
    meetings: MeetingArgs,
    /// Without what came of the meetings.
    #[arg(long)]
    no_outcomes: bool,
    /// The format; DOT is the only one.
    #[arg(long, short = 'f', default_value = "dot", value_parser = ["dot"], value_name = "FORMAT")]
    format: String,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let filter = arguments.meetings.filter(store)?;
    let meetings = store.meetings().matching(filter).run()?;
    let mut outcomes = Vec::new();
    for meeting in meetings.iter().filter(|_| !arguments.no_outcomes) {
        let filter =
            Filter { meeting: Some(meeting.id.clone()), ..arguments.meetings.as_of.of(store).filter() };
        outcomes.extend(store.outcomes().matching(filter).run()?);
    }
    output.write(Dot::new(&meetings, &outcomes))?;
    if meetings.is_empty() {
        output::remark("nothing found");
    }
    Ok(Outcome::of(meetings.len()))
}
