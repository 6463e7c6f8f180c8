//! `actors`: who there is.

use clap::Args;
use rapporteur::resolve::{self, Where};
use rapporteur::schema::{ActorKind, RecordKind};
use rapporteur::{AsOf, Store};

use crate::failure::{Failure, Outcome};
use crate::filter::{AsOfArgs, ExtentArgs, MeetingArg};
use crate::format::FormatArgs;
use crate::output::Output;
use crate::term::{self, term};

/// Who there is: persons, states, organisations, delegations, unnamed sources.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur actors --country Slovenia
  rapporteur actors --with Kolar --with Breg
  rapporteur actors --kind organization --format csv > organizations.csv
  rapporteur actors --duplicates")]
pub(crate) struct Arguments {
    /// Who was in a meeting with this actor; a second time, in one with that other as well.
    #[arg(long, value_name = "ACTOR")]
    with: Vec<String>,
    /// Who belongs to this country, by its name or code.
    #[arg(long, value_name = "COUNTRY")]
    country: Option<String>,
    /// Of this kind; may stand several times.
    #[arg(long, value_parser = term::<ActorKind>(term::ACTOR_KIND), value_delimiter = ',')]
    kind: Vec<ActorKind>,
    #[command(flatten)]
    meeting: MeetingArg,
    /// Who may be one, the likeliest first, in place of who there is; `review` takes the answers.
    #[arg(long, conflicts_with_all = ["with", "country", "kind", "meeting", "document", "latest", "as_of"])]
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
        let mut filter = rapporteur::Filter::default();
        arguments.extent.narrow(&mut filter);
        let mut doubts = store.doubts(RecordKind::Actor)?;
        doubts.truncate(filter.limit.unwrap_or(usize::MAX));
        return arguments.format.print(&doubts, output);
    }
    let past = arguments.as_of.of(store);
    let mut filter = past.filter();
    let mut met = arguments.with.iter().map(|name| resolve::actor(past, name));
    (filter.actor, filter.with) = (met.next().transpose()?, met.next().transpose()?);
    if met.next().is_some() {
        return Err(Failure::Usage("more than two actors: ask for two at a time".to_owned()));
    }
    if let Some(name) = &arguments.country {
        filter.country = Some(country(past, name)?);
    }
    filter.actor_kind.clone_from(&arguments.kind);
    arguments.meeting.narrow(past, &mut filter)?;
    arguments.extent.narrow(&mut filter);
    arguments.format.answer(store, filter, |filter| store.actors().matching(filter).run(), output)
}

fn country(store: AsOf<'_>, name: &str) -> Result<rapporteur::schema::Country, Failure> {
    match resolve::place(store, name)? {
        Where::Country(country) => Ok(country),
        Where::Place(_) => Err(Failure::Usage(format!("`{name}` is not the name or code of a country"))),
    }
}
