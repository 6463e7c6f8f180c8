//! `why`: the words that prove a record, and how they came to.

use clap::{Args, ValueEnum};
use rapporteur::render::{self, ProvenanceJson};
use rapporteur::schema::RecordId;
use rapporteur::{EvidenceView, Provenance, Reading, Store};

use crate::failure::{Failure, Outcome};
use crate::filter::AsOfArgs;
use crate::input::LexiconArgs;
use crate::output::{self, Output, one_line};

/// Prints the words that prove a record, each in its sentence, with its outlet, day, document, line and bytes, who is
/// told to have said it by way of whom, and what spoke for its being of this record.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur why meeting/2025-05-16-istanbul-russia-ukraine
  rapporteur why actor/ana-kolar --format json")]
pub(crate) struct Arguments {
    /// The record's id: the last column of every answer.
    #[arg(value_name = "ID")]
    id: RecordId,
    /// Which rules read the words: the documents are read again.
    #[arg(long)]
    rules: bool,
    #[command(flatten)]
    lexicon: LexiconArgs,
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
    let past = arguments.as_of.of(store);
    let mut pieces = Provenance::of(store, past, &arguments.id)?;
    if arguments.rules {
        Provenance::read_again(store, &arguments.lexicon.extractor()?, &mut pieces)?;
    }
    let unprintable = |error: serde_json::Error| Failure::Usage(error.to_string());
    let json: Vec<ProvenanceJson<'_>> = pieces.iter().map(Into::into).collect();
    match arguments.format {
        Format::Table => {
            for (number, piece) in pieces.iter().enumerate() {
                print_piece(number, &piece.evidence, output)?;
                print_provenance(piece, &arguments.id, output)?;
            }
            for link in past.merged(&arguments.id)? {
                let reasons: Vec<String> = link.reasons.iter().map(ToString::to_string).collect();
                let [one, other] = &link.subjects;
                output.line(format_args!("{one} is {other}: {}", reasons.join(", ")))?;
            }
            if !arguments.rules && !pieces.is_empty() {
                output::remark(format_args!(
                    "the rules that read them: rapporteur why {} --rules",
                    arguments.id
                ));
            }
        }
        Format::Json => output.line(serde_json::to_string_pretty(&json).map_err(unprintable)?)?,
        Format::Jsonl => {
            for piece in &json {
                output.line(serde_json::to_string(piece).map_err(unprintable)?)?;
            }
        }
    }
    if pieces.is_empty() {
        output::remark(format_args!("there is nothing that proves {}", arguments.id));
    }
    Ok(Outcome::of(pieces.len()))
}

/// Each piece: where it stands, then its sentence with the words between » and «.
pub(super) fn print(evidence: &[EvidenceView], output: &mut Output) -> Result<(), Failure> {
    let mut pieces = evidence.iter().enumerate();
    pieces.try_for_each(|(number, piece)| print_piece(number, piece, output))
}

fn print_piece(number: usize, piece: &EvidenceView, output: &mut Output) -> Result<(), Failure> {
    let outlet = piece.publisher.as_ref().map(|outlet| match piece.reliability {
        Some(reliability) => format!("{outlet} ({reliability})"),
        None => outlet.clone(),
    });
    let mut from: Vec<String> = outlet.into_iter().chain(piece.title.clone()).collect();
    from.extend(piece.published.as_ref().map(ToString::to_string));
    output.line(format_args!("{}. {}", number + 1, one_line(&from.join(", "))))?;
    output.line(format_args!("   {}", marked(piece)))?;
    output.line(format_args!(
        "   {}, line {}, bytes {}..{}",
        piece.document, piece.line, piece.span.start, piece.span.end
    ))
}

/// Who said it by way of whom, what made it one with the record asked for, and which rules read it.
fn print_provenance(piece: &Provenance, asked: &RecordId, output: &mut Output) -> Result<(), Failure> {
    for report in &piece.said {
        output.line(format_args!("   said by {}", one_line(&render::report(report))))?;
    }
    if piece.told_as != *asked {
        let mut reasons = Vec::new();
        for reason in piece.merged.iter().flat_map(|because| &because.reasons).map(ToString::to_string) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        let because = if reasons.is_empty() { "" } else { ": " };
        output.line(format_args!("   told as {}{because}{}", piece.told_as, reasons.join(", ")))?;
    }
    for judgement in &piece.judgements {
        output.line(format_args!("   {}", one_line(&render::judged(judgement, piece))))?;
    }
    match &piece.reading {
        None => {}
        Some(Reading::NotFound) => {
            output.line("   read by no rule of this version: imported, or read with other rules or words")?;
        }
        Some(Reading::Found(rules)) => {
            let sure = piece.confidence.map(|confidence| format!(", confidence {}", confidence.value()));
            output.line(format_args!("   read by rules{}", sure.unwrap_or_default()))?;
            for fired in rules {
                output.line(format_args!("     {}: {}", fired.rule, one_line(&fired.what)))?;
            }
        }
    }
    Ok(())
}

fn marked(piece: &EvidenceView) -> String {
    let (start, end) = (piece.highlight.start, piece.highlight.end);
    let parts = (piece.context.get(..start), piece.context.get(start..end), piece.context.get(end..));
    match parts {
        (Some(before), Some(words), Some(after)) if !(before.is_empty() && after.is_empty()) => {
            let (before, words, after) = (plain(before), plain(words), plain(after));
            format!("{before}{}{after}", output::strong(&format!("»{words}«")))
        }
        _ => output::strong(&format!("»{}«", plain(&piece.span.text))),
    }
}

/// The text on one line, its spaces as they are, with nothing that steers a terminal.
fn plain(text: &str) -> String {
    text.replace(char::is_control, " ")
}
