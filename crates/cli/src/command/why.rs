//! `why`: the words that prove a record.

use clap::{Args, ValueEnum};
use rapporteur::render::EvidenceJson;
use rapporteur::schema::RecordId;
use rapporteur::{EvidenceView, Store};

use crate::failure::{Failure, Outcome};
use crate::filter::AsOfArgs;
use crate::output::{self, Output};

/// Prints the words that prove a record, each in its sentence, with its document, line and bytes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur why meeting/2025-05-16-istanbul-russia-ukraine
  rapporteur why actor/ana-kolar --format json")]
pub(crate) struct Arguments {
    /// The record's id: the last column of every answer.
    #[arg(value_name = "ID")]
    id: RecordId,
    #[command(flatten)]
    as_of: AsOfArgs,
    /// How the evidence is written.
    #[arg(long, short = 'f', value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// For reading
    #[default]
    Table,
    /// One array
    Json,
    /// One object a line
    Jsonl,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let evidence = arguments.as_of.of(store).evidence(&arguments.id)?;
    let merged = store.merged(&arguments.id)?;
    let unprintable = |error: serde_json::Error| Failure::Usage(error.to_string());
    let json: Vec<EvidenceJson<'_>> = evidence.iter().map(Into::into).collect();
    match arguments.format {
        Format::Table => {
            print(&evidence, output)?;
            for link in &merged {
                let reasons: Vec<String> = link.reasons.iter().map(ToString::to_string).collect();
                let [one, other] = &link.subjects;
                output.line(format_args!("{one} is {other}: {}", reasons.join(", ")))?;
            }
        }
        Format::Json => output.line(serde_json::to_string_pretty(&json).map_err(unprintable)?)?,
        Format::Jsonl => {
            for piece in &json {
                output.line(serde_json::to_string(piece).map_err(unprintable)?)?;
            }
        }
    }
    if evidence.is_empty() {
        output::remark(format_args!("there is nothing that proves {}", arguments.id));
    }
    Ok(Outcome::of(evidence.len()))
}

/// Each piece: where it stands, then its sentence with the words between » and «.
pub(super) fn print(evidence: &[EvidenceView], output: &mut Output) -> Result<(), Failure> {
    for (number, piece) in evidence.iter().enumerate() {
        let from = [piece.publisher.as_deref(), piece.title.as_deref()];
        let mut from: Vec<String> = from.into_iter().flatten().map(str::to_owned).collect();
        from.extend(piece.published.as_ref().map(ToString::to_string));
        output.line(format_args!("{}. {}", number + 1, one_line(&from.join(", "))))?;
        output.line(format_args!("   {}", marked(piece)))?;
        output.line(format_args!(
            "   {}, line {}, bytes {}..{}",
            piece.document, piece.line, piece.span.start, piece.span.end
        ))?;
    }
    Ok(())
}

fn marked(piece: &EvidenceView) -> String {
    let (start, end) = (piece.highlight.start, piece.highlight.end);
    let parts = (piece.context.get(..start), piece.context.get(start..end), piece.context.get(end..));
    match parts {
        (Some(before), Some(words), Some(after)) if !(before.is_empty() && after.is_empty()) => {
            one_line(&format!("{before}»{words}«{after}"))
        }
        _ => one_line(&format!("»{}«", piece.span.text)),
    }
}

fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}
