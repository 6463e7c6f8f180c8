//! The commands, one file each: the arguments with their help, then the function.

mod actors;
mod ask;
mod chain;
mod compact;
mod completions;
mod conflicts;
mod demo;
mod documents;
mod eval;
mod export;
mod extract;
mod graph;
mod import;
mod ingest;
mod judge;
mod man;
mod meetings;
mod met;
mod outcomes;
mod places;
mod reindex;
mod remove;
mod review;
mod show;
mod statements;
mod stats;
mod timeline;
mod verify;
mod why;

use clap::Subcommand;

use crate::Cli;
use crate::failure::{Failure, Outcome};
use crate::output::Output;
use crate::store;

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Ingest(ingest::Arguments),
    Extract(extract::Arguments),
    Eval(eval::Arguments),
    Ask(ask::Arguments),
    Met(met::Arguments),
    Meetings(meetings::Arguments),
    Statements(statements::Arguments),
    Outcomes(outcomes::Arguments),
    Actors(actors::Arguments),
    Places(places::Arguments),
    Documents(documents::Arguments),
    Conflicts(conflicts::Arguments),
    Timeline(timeline::Arguments),
    Chain(chain::Arguments),
    Same(judge::SameArguments),
    Different(judge::DifferentArguments),
    Reliability(judge::ReliabilityArguments),
    Undo(judge::UndoArguments),
    Judgements(judge::ListArguments),
    Review(review::Arguments),
    Show(show::Arguments),
    Why(why::Arguments),
    Graph(graph::Arguments),
    Export(export::Arguments),
    Import(import::Arguments),
    Remove(remove::Arguments),
    Stats(stats::Arguments),
    Verify(verify::Arguments),
    Reindex(reindex::Arguments),
    Compact(compact::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
    Demo(demo::Arguments),
}

/// Runs the command.
pub(crate) fn run(cli: Cli, output: &mut Output) -> Result<Outcome, Failure> {
    let named = cli.store.as_deref();
    let open = || store::open(named);
    match cli.command {
        Command::Ingest(arguments) => ingest::run(&arguments, named, output),
        Command::Extract(arguments) => extract::run(&arguments, output),
        Command::Eval(arguments) => eval::run(&arguments, output),
        Command::Ask(arguments) => ask::run(&arguments, &open()?, output),
        Command::Chain(arguments) => chain::run(&arguments, &open()?, output),
        Command::Met(arguments) => met::run(&arguments, &open()?, output),
        Command::Meetings(arguments) => meetings::run(&arguments, &open()?, output),
        Command::Statements(arguments) => statements::run(&arguments, &open()?, output),
        Command::Outcomes(arguments) => outcomes::run(&arguments, &open()?, output),
        Command::Actors(arguments) => actors::run(&arguments, &open()?, output),
        Command::Places(arguments) => places::run(&arguments, &open()?, output),
        Command::Documents(arguments) => documents::run(&arguments, &open()?, output),
        Command::Conflicts(arguments) => conflicts::run(&arguments, &open()?, output),
        Command::Timeline(arguments) => timeline::run(&arguments, &open()?, output),
        Command::Same(arguments) => judge::same(&arguments, &open()?, output),
        Command::Different(arguments) => judge::different(&arguments, &open()?, output),
        Command::Reliability(arguments) => judge::reliability(&arguments, &open()?, output),
        Command::Undo(arguments) => judge::undo(&arguments, &open()?, output),
        Command::Judgements(arguments) => judge::list(&arguments, &open()?, output),
        Command::Review(arguments) => review::run(&arguments, &open()?, output),
        Command::Show(arguments) => show::run(&arguments, &open()?, output),
        Command::Why(arguments) => why::run(&arguments, &open()?, output),
        Command::Graph(arguments) => graph::run(&arguments, &open()?, output),
        Command::Export(arguments) => export::run(&arguments, &open()?, output),
        Command::Import(arguments) => import::run(&arguments, named, output),
        Command::Remove(arguments) => remove::run(&arguments, &open()?, output),
        Command::Stats(arguments) => stats::run(&arguments, &open()?, output),
        Command::Verify(arguments) => verify::run(&arguments, &open()?, output),
        Command::Reindex(arguments) => reindex::run(&arguments, &open()?, output),
        Command::Compact(arguments) => compact::run(&arguments, &open()?, output),
        Command::Completions(arguments) => completions::run(&arguments, output),
        Command::Man(arguments) => man::run(&arguments, output),
        Command::Demo(arguments) => demo::run(&arguments, output),
    }
}
