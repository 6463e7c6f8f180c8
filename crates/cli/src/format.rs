//! The formats of an answer, and printing it in one.

use clap::{Args, ValueEnum};
use rapporteur::render::{self, Row};

use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};

/// How an answer looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading, fitted to the terminal
    #[default]
    Table,
    /// One array
    Json,
    /// One object a line
    Jsonl,
    /// RFC 4180, for a spreadsheet
    Csv,
    /// For pasting into a report
    Markdown,
}

/// The format of an answer.
#[derive(Debug, Args)]
pub(crate) struct FormatArgs {
    /// How the answer is written.
    #[arg(long, short = 'f', value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Format,
}

impl FormatArgs {
    /// Prints rows; says so where there are none.
    pub(crate) fn print<R: Row>(&self, rows: &[R], output: &mut Output) -> Result<Outcome, Failure> {
        match self.format {
            Format::Table => output.write(render::table(rows, output::width()))?,
            Format::Json => output.write(render::json(rows)?)?,
            Format::Jsonl => output.write(render::jsonl(rows)?)?,
            Format::Csv => output.write(render::csv(rows)?)?,
            Format::Markdown if rows.is_empty() => {}
            Format::Markdown => output.write(render::markdown(rows))?,
        }
        if rows.is_empty() {
            output::remark("nothing found");
        }
        Ok(Outcome::of(rows.len()))
    }
}
