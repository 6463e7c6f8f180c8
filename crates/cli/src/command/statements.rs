//! `statements`: what was said.

use clap::Args;
use rapporteur::schema::{Act, ActorId, MeetingId, StatementMedium};
use rapporteur::{StatementRow, Store, resolve};

use crate::failure::{Failure, Outcome};
use crate::filter::{AsOfArgs, ExtentArgs, WhenArgs};
use crate::format::FormatArgs;
use crate::output::Output;
use crate::term::{self, term};

/// What was said, by whom, and through whose mouths it came.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Who said it, or for whom it was said.
    #[arg(long, visible_alias = "who", value_name = "ACTOR")]
    speaker: Option<String>,
    /// Whom it speaks of or to.
    #[arg(long, value_name = "ACTOR")]
    about: Option<String>,
    /// Who passed it on.
    #[arg(long, value_name = "ACTOR")]
    via: Option<String>,
    /// What saying it did; may stand several times.
    #[arg(long, value_parser = term::<Act>(term::ACT), value_delimiter = ',')]
    act: Vec<Act>,
    /// Where it was said; may stand several times.
    #[arg(long, value_parser = term::<StatementMedium>(term::STATEMENT_MEDIUM), value_delimiter = ',')]
    medium: Vec<StatementMedium>,
    /// That speaks of this meeting, by its id.
    #[arg(long, value_name = "ID")]
    meeting: Option<MeetingId>,
    #[command(flatten)]
    when: WhenArgs,
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
    let named = |name: &Option<String>| -> Result<Option<ActorId>, Failure> {
        Ok(name.as_deref().map(|name| resolve::actor(past, name)).transpose()?)
    };
    filter.actor = named(&arguments.speaker)?;
    let (about, via) = (named(&arguments.about)?, named(&arguments.via)?);
    arguments.when.narrow(&mut filter)?;
    arguments.extent.narrow(&mut filter);
    filter.act.clone_from(&arguments.act);
    filter.statement_medium.clone_from(&arguments.medium);
    filter.meeting.clone_from(&arguments.meeting);
    // The store knows "in it as well"; which part of it is seen in the rows, and only then is the limit due.
    filter.with = about.clone().or_else(|| via.clone());
    let limit = if filter.with.is_some() { filter.limit.take() } else { None };
    let mut rows = store.statements().matching(filter).run()?;
    rows.retain(|row| {
        about.as_ref().is_none_or(|actor| is_about(row, actor))
            && via.as_ref().is_none_or(|actor| row.reported_by.iter().any(|label| label.id == *actor))
    });
    rows.truncate(limit.unwrap_or(usize::MAX));
    arguments.format.print(&rows, output)
}

fn is_about(row: &StatementRow, actor: &ActorId) -> bool {
    row.statement.about.iter().any(|about| about.as_str() == actor.as_str())
        || row.audience.iter().any(|label| label.id == *actor)
}
