//! `same`, `different`, `reliability`, `undo` and `judgements`: what people say of two records and of outlets.

use clap::Args;
use jiff::Timestamp;
use rapporteur::schema::{ActorId, Judgement, MeetingId, Reliability, Subject};
use rapporteur::{Judge, Store, resolve};

use crate::failure::{Failure, Outcome};
use crate::format::FormatArgs;
use crate::output::Output;
use crate::term::{self, term};

/// Who judges, and why.
#[derive(Debug, Args)]
pub(crate) struct JudgeArgs {
    /// Who says so.
    #[arg(long, value_name = "NAME", env = "RAPPORTEUR_AUTHOR")]
    author: Option<String>,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    remark: Option<String>,
}

impl JudgeArgs {
    pub(super) fn judge(&self) -> Judge {
        let time = rapporteur::schema::Timestamp(Timestamp::now());
        Judge { author: self.author.clone(), time, remark: self.remark.clone() }
    }
}

/// Says that two actors, or two meetings, are one. It holds against every rule, and can be undone.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur same actor/habib-shelbi actor/habib-chelbi
  rapporteur same meeting/2025-05-15-istanbul-russia-ukraine meeting/2025-05-16-istanbul-russia-ukraine")]
pub(crate) struct SameArguments {
    #[command(flatten)]
    pair: PairArgs,
}

/// Says that two actors, or two meetings, are two. It holds against every rule, and can be undone.
///
/// What one document tells of a record is ID@DOCUMENT, for two who share an id.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur different actor/ana-kolar actor/ana-kolar-2
  rapporteur different actor/ana-kolar@document/gazette actor/ana-kolar@document/courier")]
pub(crate) struct DifferentArguments {
    #[command(flatten)]
    pair: PairArgs,
}

#[derive(Debug, Args)]
struct PairArgs {
    /// An id, ID@DOCUMENT, or the name of an actor.
    #[arg(value_name = "A")]
    one: String,
    /// Another.
    #[arg(value_name = "B")]
    other: String,
    #[command(flatten)]
    judge: JudgeArgs,
}

/// Says how reliable an outlet is, by the Admiralty scale, or lists what was said. It is shown, and nothing is made of it.
///
/// A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged. It can be undone.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur reliability \"The Ljubljana Gazette\" B --remark \"own correspondents\"
  rapporteur reliability")]
pub(crate) struct ReliabilityArguments {
    /// The outlet, as its documents name it.
    #[arg(value_name = "OUTLET", requires = "reliability")]
    outlet: Option<String>,
    /// How reliable it is.
    #[arg(value_name = "A-F", value_parser = term::<Reliability>(term::RELIABILITY))]
    reliability: Option<Reliability>,
    #[command(flatten)]
    judge: JudgeArgs,
    #[command(flatten)]
    format: FormatArgs,
}

/// Takes a judgement back: the last one, or the one given.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur undo
  rapporteur undo judgement/5d1c0e7fa0b2")]
pub(crate) struct UndoArguments {
    /// The judgement's id: see `judgements`.
    #[arg(value_name = "JUDGEMENT")]
    id: Option<String>,
    #[command(flatten)]
    judge: JudgeArgs,
}

/// Every judgement, in the order in which they were made, those taken back too.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  rapporteur judgements --format csv")]
pub(crate) struct ListArguments {
    #[command(flatten)]
    format: FormatArgs,
}

pub(crate) fn same(
    arguments: &SameArguments,
    store: &Store,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    arguments.pair.judge(true, store, output)
}

pub(crate) fn different(
    arguments: &DifferentArguments,
    store: &Store,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    arguments.pair.judge(false, store, output)
}

impl PairArgs {
    fn judge(&self, same: bool, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
        let (one, other) = (subject(store, &self.one)?, subject(store, &self.other)?);
        let judgement = store.judge(&one, &other, same, self.judge.judge())?;
        say(&judgement, output)
    }
}

pub(crate) fn undo(
    arguments: &UndoArguments,
    store: &Store,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let judgement = store.undo(arguments.id.as_deref(), arguments.judge.judge())?;
    say(&judgement, output)
}

pub(crate) fn list(
    arguments: &ListArguments,
    store: &Store,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    arguments.format.print(&store.judgements(), output)
}

pub(crate) fn reliability(
    arguments: &ReliabilityArguments,
    store: &Store,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let (Some(outlet), Some(reliability)) = (&arguments.outlet, arguments.reliability) else {
        return arguments.format.print(&store.reliabilities(), output);
    };
    say(&store.judge_outlet(outlet, reliability, arguments.judge.judge())?, output)
}

/// `same actor/a actor/b (judgement/…)`.
pub(super) fn say(judgement: &Judgement, output: &mut Output) -> Result<Outcome, Failure> {
    let of = judgement.subjects.iter().map(ToString::to_string);
    let of = of.chain(judgement.outlet.clone()).chain(judgement.reliability.map(|letter| letter.to_string()));
    let of = of.chain(judgement.undoes.clone()).collect::<Vec<_>>().join(" ");
    output.line(format_args!("{} {of} ({})", judgement.verdict.as_str(), judgement.id))?;
    Ok(Outcome::Found)
}

/// A subject as it is typed: an id, an id at a document, or the name of an actor.
fn subject(store: &Store, text: &str) -> Result<Subject, Failure> {
    if text.contains('@') || text.parse::<MeetingId>().is_ok() || text.parse::<ActorId>().is_ok() {
        return text.parse().map_err(|error| Failure::Usage(format!("{error}")));
    }
    let id = resolve::actor(store, text)?;
    Ok(Subject { id: id.into(), document: None })
}
