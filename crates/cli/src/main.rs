//! The `rapporteur` command: the only crate that prints.
//!
//! It must not know how anything is extracted, stored or drawn; it turns words into calls and answers
//! into text. Invariant: data goes to standard output, remarks to standard error; the exit code is 0
//! where something was found or done, 1 where nothing was found, 2 where it could not be done.

mod command;
mod complete;
mod failure;
mod filter;
mod format;
mod graphviz;
mod input;
mod output;
mod progress;
#[cfg(test)]
mod reference;
mod store;
mod term;

use std::process::ExitCode;

use clap::Parser;
use clap_complete::CompleteEnv;

use crate::command::Command;
use crate::failure::Outcome;
use crate::output::Output;

/// Keeps diplomatic news as a knowledge graph and answers who met whom, where.
///
/// Exit codes: 0 found or done, 1 nothing found, 2 error.
#[derive(Debug, Parser)]
#[command(name = "rapporteur", version, after_help = EXAMPLES)]
pub(crate) struct Cli {
    /// The store's folder [default: the nearest .rapporteur upwards].
    #[arg(long, global = true, env = "RAPPORTEUR_STORE", value_name = "DIR")]
    store: Option<std::path::PathBuf>,
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "Examples:
  rapporteur ingest talks.txt --published 2025-05-16 --publisher CNN
  rapporteur met --where Turkey
  rapporteur met Zelensky --since 2025-05
  rapporteur met --absent
  rapporteur why meeting/2025-05-16-istanbul-russia-ukraine
  rapporteur graph --where Turkey | dot -Tsvg > talks.svg";

fn main() -> ExitCode {
    // A shell that asks for completions is answered here, and the program ends.
    CompleteEnv::with_factory(complete::command).var(complete::VARIABLE).complete();
    let cli = Cli::parse();
    let mut output = Output::new();
    match command::run(cli, &mut output).and_then(|outcome| output.finish().map(|()| outcome)) {
        Ok(Outcome::Found) => ExitCode::SUCCESS,
        Ok(Outcome::Nothing) => ExitCode::from(1),
        // Whoever reads has had enough: that is no error of theirs or ours.
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            output::complain(&failure);
            ExitCode::from(2)
        }
    }
}
