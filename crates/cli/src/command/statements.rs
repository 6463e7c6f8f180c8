//! `statements`: what was said.

use clap::Args;
use rapporteur::schema::{Act, ActorId, StatementMedium};
use rapporteur::{Store, resolve};

use crate::failure::{Failure, Outcome};
use crate::filter::{AsOfArgs, ExtentArgs, MeetingArg, WhenArgs};
use crate::format::FormatArgs;
use crate::output::Output;
use crate::term::{self, term};

/// What was said, by whom, and through whose mouths it came.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur statements --speaker Kolar --act reject
  rapporteur statements --about Russia --words ceasefire
  rapporteur statements --via Reuters")]
pub(crate) struct Arguments {
    /// Who said it, or for whom it was said.
    #[arg(long, visible_alias = "who", value_name = "ACTOR")]
    speaker: Option<String>,
    /// Whom it speaks of or to, or names.
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
    /// In whose words each of these is, or one that begins so.
    #[arg(long, value_name = "WORDS")]
    words: Option<String>,
    #[command(flatten)]
    meeting: MeetingArg,
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
    filter.about = named(&arguments.about)?;
    filter.via = named(&arguments.via)?;
    arguments.when.narrow(&mut filter)?;
    arguments.meeting.narrow(past, &mut filter)?;
    arguments.extent.narrow(&mut filter);
    filter.act.clone_from(&arguments.act);
    filter.statement_medium.clone_from(&arguments.medium);
    filter.words.clone_from(&arguments.words);
    arguments.format.answer(store, filter, |filter| store.statements().matching(filter).run(), output)
}
