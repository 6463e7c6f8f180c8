//! `actors`: who there is.

use clap::Args;
use rapporteur::resolve::{self, Where};
use rapporteur::schema::{ActorKind, MeetingId, RecordKind};
use rapporteur::{AsOf, Filter, Store};

use crate::failure::{Failure, Outcome};
use crate::filter::{AsOfArgs, ExtentArgs};
use crate::format::FormatArgs;
use crate::output::Output;
use crate::term::{self, term};

/// Who there is: persons, states, organisations, delegations, unnamed sources.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Who was in a meeting with this actor.
    #[arg(long, value_name = "ACTOR")]
    with: Option<String>,
    /// Who belongs to this country, by its name or code.
    #[arg(long, value_name = "COUNTRY")]
    country: Option<String>,
    /// Of this kind; may stand several times.
    #[arg(long, value_parser = term::<ActorKind>(term::ACTOR_KIND), value_delimiter = ',')]
    kind: Vec<ActorKind>,
    /// Who was in this meeting, or stayed away from it, by its id.
    #[arg(long, value_name = "ID")]
    meeting: Option<MeetingId>,
    /// Who may be one, the likeliest first, in place of who there is; `review` takes the answers.
    #[arg(long)]
    duplicates: bool,
    #[command(flatten)]
    extent: ExtentArgs,
    #[command(flatten)]
    as_of: AsOfArgs,
    #[command(flatten)]
    format: FormatArgs,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    if arguments.duplicates {
        return arguments.format.print(&store.doubts(RecordKind::Actor)?, output);
    }
    let past = arguments.as_of.of(store);
    let with = arguments.with.as_deref().map(|name| resolve::actor(past, name)).transpose()?;
    let mut filter = Filter { with, ..past.filter() };
    if let Some(name) = &arguments.country {
        filter.country = Some(country(past, name)?);
    }
    filter.actor_kind.clone_from(&arguments.kind);
    filter.meeting.clone_from(&arguments.meeting);
    arguments.extent.narrow(&mut filter);
    arguments.format.print(&store.actors().matching(filter).run()?, output)
}

fn country(store: AsOf<'_>, name: &str) -> Result<rapporteur::schema::Country, Failure> {
    match resolve::place(store, name)? {
        Where::Country(country) => Ok(country),
        Where::Place(_) => Err(Failure::Usage(format!("`{name}` is not the name or code of a country"))),
    }
}
