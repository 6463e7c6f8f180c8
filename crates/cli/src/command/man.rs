//! `man`: the manual, a page for each command.

use std::path::PathBuf;

use clap::{Args, CommandFactory};

use crate::Cli;
use crate::failure::{Failure, Outcome};
use crate::output::Output;

/// Writes the manual into a folder, a page for the program and one for each command.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  rapporteur man ~/.local/share/man/man1     # then: man rapporteur-met")]
pub(crate) struct Arguments {
    /// The folder; it is made where there is none.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<Outcome, Failure> {
    let folder = &arguments.folder;
    let failed = |error| Failure::input(folder, error);
    std::fs::create_dir_all(folder).map_err(failed)?;
    clap_mangen::generate_to(Cli::command().disable_help_subcommand(true), folder).map_err(failed)?;
    output.line(format_args!("wrote the manual into `{}`", folder.display()))?;
    Ok(Outcome::Found)
}
