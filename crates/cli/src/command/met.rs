//! `met`: who met whom, where.

use clap::Args;
use rapporteur::schema::{ActorId, Attendance};
use rapporteur::{Filter, GraphError, MeetingRow, Store, render};

use crate::failure::{Failure, Outcome};
use crate::filter::MeetingArgs;
use crate::format::{Format, FormatArgs};
use crate::output::Output;

/// Who met whom, where: meetings that took place, unless another status is asked for.
///
/// With --absent or --attendance a row is one attendee, with the words that say so.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur met
  rapporteur met --where Turkey --when 2025-05
  rapporteur met Putin Zelensky --status proposed,planned
  rapporteur met --absent")]
pub(crate) struct Arguments {
    #[command(flatten)]
    meetings: MeetingArgs,
    /// Those who stayed away, with the words that say so.
    #[arg(long, conflicts_with = "attendance")]
    absent: bool,
    #[command(flatten)]
    format: FormatArgs,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let mut filter = arguments.meetings.filter(store)?;
    if arguments.absent {
        filter.attendance = vec![Attendance::Absent, Attendance::Declined];
    }
    let only = filter.actor.clone().filter(|_| !filter.including_nationals);
    answer(
        store,
        filter,
        only.as_ref(),
        |filter| store.met().matching(filter).run(),
        &arguments.format,
        output,
    )
}

/// Asks and prints meetings, or, where an attendance was asked for, who was so.
pub(super) fn answer(
    store: &Store,
    filter: Filter,
    only: Option<&ActorId>,
    ask: impl FnOnce(Filter) -> Result<Vec<MeetingRow>, GraphError>,
    format: &FormatArgs,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let is_for_reading = matches!(format.format, Format::Table | Format::Csv | Format::Markdown);
    if filter.attendance.is_empty() || !is_for_reading {
        return format.answer(store, filter, ask, output);
    }
    let asked = filter.attendance.clone();
    let rows = ask(filter)?;
    let mut attendees = render::attendance(&rows, &asked);
    attendees.retain(|row| only.is_none_or(|actor| row.attendee.actor.id == *actor));
    format.print(&attendees, output)
}
