//! `completions`: what a shell needs to complete the command.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::Cli;
use crate::failure::{Failure, Outcome};
use crate::output::Output;

/// Prints completions for a shell.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  rapporteur completions bash > ~/.local/share/bash-completion/completions/rapporteur")]
pub(crate) struct Arguments {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::command(), "rapporteur", &mut script);
    output.write(String::from_utf8_lossy(&script))?;
    Ok(Outcome::Found)
}
