//! `outcomes`: what came of it.

use clap::Args;
use rapporteur::Store;
use rapporteur::schema::{Edtf, OutcomeKind, OutcomeStatus};

use crate::failure::{Failure, Outcome};
use crate::filter::{AsOfArgs, ExtentArgs, MeetingArg, WhenArgs, WhereArgs, WhoArgs};
use crate::format::FormatArgs;
use crate::output::Output;
use crate::term::{self, date, term, today};

/// What came of it: agreements, exchanges, demands, commitments, and their failure.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur outcomes --where Istanbul
  rapporteur outcomes --kind prisoner_exchange,ceasefire --status agreed,signed
  rapporteur outcomes --overdue --on 2025-07-01")]
pub(crate) struct Arguments {
    #[command(flatten)]
    who: WhoArgs,
    #[command(flatten)]
    place: WhereArgs,
    #[command(flatten)]
    when: WhenArgs,
    /// Of this kind; may stand several times.
    #[arg(long, value_parser = term::<OutcomeKind>(term::OUTCOME_KIND), value_delimiter = ',')]
    kind: Vec<OutcomeKind>,
    /// Of this status; may stand several times.
    #[arg(long, value_parser = term::<OutcomeStatus>(term::OUTCOME_STATUS), value_delimiter = ',')]
    status: Vec<OutcomeStatus>,
    /// In whose words each of these is, or one that begins so.
    #[arg(long, value_name = "WORDS")]
    words: Option<String>,
    #[command(flatten)]
    meeting: MeetingArg,
    /// What is to be done by a day, with the day.
    #[arg(long)]
    due: bool,
    /// What was to be done and is not told as done.
    #[arg(long)]
    overdue: bool,
    /// The day for --overdue; today (UTC), where none is given.
    #[arg(long, value_name = "DATE", value_parser = date, requires = "overdue")]
    on: Option<Edtf>,
    #[command(flatten)]
    extent: ExtentArgs,
    #[command(flatten)]
    as_of: AsOfArgs,
    #[command(flatten)]
    format: FormatArgs,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let past = arguments.as_of.of(store);
    let mut filter = past.filter();
    arguments.who.narrow(past, &mut filter)?;
    arguments.place.narrow(past, &mut filter)?;
    arguments.when.narrow(&mut filter)?;
    arguments.extent.narrow(&mut filter);
    filter.outcome_kind.clone_from(&arguments.kind);
    filter.outcome_status.clone_from(&arguments.status);
    filter.words.clone_from(&arguments.words);
    arguments.meeting.narrow(past, &mut filter)?;
    filter.due = arguments.due;
    if arguments.overdue {
        filter.overdue_on = Some(arguments.on.as_ref().map_or_else(today, Edtf::last_day));
    }
    arguments.format.answer(store, filter, |filter| store.outcomes().matching(filter).run(), output)
}
