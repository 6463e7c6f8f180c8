//! `places`: where things happened.

use clap::Args;
use rapporteur::schema::PlaceKind;
use rapporteur::{Filter, Store, resolve};

use crate::failure::{Failure, Outcome};
use crate::filter::{AsOfArgs, ExtentArgs, WhereArgs};
use crate::format::FormatArgs;
use crate::output::Output;
use crate::term::{self, term};

/// Where things happened, and how many meetings were there.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur places --where Turkey
  rapporteur places --who Kolar --kind city")]
pub(crate) struct Arguments {
    /// Where this actor was in a meeting.
    #[arg(long, value_name = "ACTOR")]
    who: Option<String>,
    #[command(flatten)]
    place: WhereArgs,
    /// Of this kind; may stand several times.
    #[arg(long, value_parser = term::<PlaceKind>(term::PLACE_KIND), value_delimiter = ',')]
    kind: Vec<PlaceKind>,
    #[command(flatten)]
    extent: ExtentArgs,
    #[command(flatten)]
    as_of: AsOfArgs,
    #[command(flatten)]
    format: FormatArgs,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let past = arguments.as_of.of(store);
    let actor = arguments.who.as_deref().map(|name| resolve::actor(past, name)).transpose()?;
    let mut filter = Filter { actor, ..past.filter() };
    arguments.place.narrow(past, &mut filter)?;
    filter.place_kind.clone_from(&arguments.kind);
    arguments.extent.narrow(&mut filter);
    arguments.format.answer(store, filter, |filter| store.places().matching(filter).run(), output)
}
