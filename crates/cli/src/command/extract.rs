//! `extract`: reads a document and prints its records, without a store.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rapporteur::schema::Record;
use rapporteur::{Explanation, Extractor};

use crate::failure::{Failure, Outcome};
use crate::input::{self, LexiconArgs, SourceArgs};
use crate::output::{self, Output, one_line};

/// Reads a document and prints the records in it, the document first; no store is touched.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur extract talks.txt --published 2025-05-16
  rapporteur extract talks.txt --published 2025-05-16 --explain
  curl -s https://news.example/talks | rapporteur extract - --published 2025-05-16")]
pub(crate) struct Arguments {
    /// A file, or - for standard input.
    #[arg(value_name = "FILE|-")]
    file: PathBuf,
    #[command(flatten)]
    source: SourceArgs,
    /// How the records are written.
    #[arg(long, short = 'f', value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// Put the text into the document's record, so that `import` can read what is printed.
    #[arg(long)]
    with_text: bool,
    #[command(flatten)]
    lexicon: LexiconArgs,
    /// Print, sentence by sentence, which rules fired (+) and what they dropped and why (-), in place
    /// of the records.
    #[arg(long, conflicts_with_all = ["format", "with_text"])]
    explain: bool,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// One record a line
    #[default]
    Jsonl,
    /// One array
    Json,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<Outcome, Failure> {
    let path: &Path = &arguments.file;
    let extractor = arguments.lexicon.extractor()?;
    let (bytes, source) = (input::read(path)?, arguments.source.source(path));
    if arguments.explain {
        return explain(&extractor.explain(&bytes, &source), path, output);
    }
    let read = extractor.extract(&bytes, &source);
    for diagnostic in &read.diagnostics {
        output::warn(format_args!("`{}`: {diagnostic}", path.display()));
    }
    if read.text.trim().is_empty() {
        return Err(Failure::input(path, "there is no text to extract from"));
    }
    let text = arguments.with_text.then_some(read.text);
    let document = rapporteur::Line::Document { document: read.document, text };
    let mut lines = vec![document.to_string()];
    for record in &read.records {
        lines.push(line(record, path)?);
    }
    match arguments.format {
        Format::Jsonl => lines.iter().try_for_each(|line| output.line(line))?,
        Format::Json => output.line(format_args!("[\n{}\n]", lines.join(",\n")))?,
    }
    Ok(Outcome::of(read.records.len()))
}

/// Prints what the rules did, under the sentence they did it with.
fn explain(explanation: &Explanation, path: &Path, output: &mut Output) -> Result<Outcome, Failure> {
    let Explanation { extraction, sentences, notes } = explanation;
    for diagnostic in &extraction.diagnostics {
        output::warn(format_args!("`{}`: {diagnostic}", path.display()));
    }
    for (number, range) in sentences.iter().enumerate() {
        let sentence = extraction.text.get(range.clone()).unwrap_or_default();
        output.line(format_args!("{}: {}", number + 1, one_line(sentence)))?;
        for note in notes.iter().filter(|note| note.sentence == number) {
            let sign = if note.kept { '+' } else { '-' };
            output.line(format_args!("    {sign} {}: {}", note.rule, one_line(&note.what)))?;
        }
    }
    Ok(Outcome::of(sentences.len()))
}

fn line(record: &Record, path: &Path) -> Result<String, Failure> {
    record.to_line().map_err(|error| Failure::input(path, error))
}
