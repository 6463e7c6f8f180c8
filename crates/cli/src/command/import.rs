//! `import`: records as JSON Lines.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use clap::Args;
use rapporteur::{GraphError, Line};

use super::ingest::summary;
use crate::failure::{Failure, Outcome};
use crate::output::Output;
use crate::store;

/// A line longer than this is not a record; a document's text may be in one.
const LONGEST: u64 = 256 << 20;

/// Puts in records of the contract, one JSON object a line, with the documents they cite; all or none.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// A file, or - for standard input.
    #[arg(value_name = "FILE|-")]
    file: PathBuf,
}

pub(crate) fn run(
    arguments: &Arguments,
    named: Option<&Path>,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let path = &arguments.file;
    let failed = |error: GraphError| Failure::input(path, error);
    // All lines are read before a store is opened, so that a bad file makes none.
    let lines = lines(path)?.collect::<Result<Vec<Line>, GraphError>>().map_err(failed)?;
    if lines.is_empty() {
        return Err(Failure::input(path, "there is no record in it: nothing was stored"));
    }
    let rapporteur = store::open_or_create(named)?;
    let imported = rapporteur.store().import(lines.into_iter().map(Ok)).map_err(failed)?;
    imported.iter().try_for_each(|ingested| output.line(summary(ingested)))?;
    Ok(Outcome::Found)
}

fn lines(path: &Path) -> Result<impl Iterator<Item = Result<Line, GraphError>>, Failure> {
    let mut reader: Box<dyn BufRead> = if path == Path::new("-") {
        Box::new(std::io::stdin().lock())
    } else if path.is_dir() {
        return Err(Failure::input(path, "is a folder, not a file of records"));
    } else {
        Box::new(BufReader::new(std::fs::File::open(path).map_err(|error| Failure::input(path, error))?))
    };
    let mut number = 0;
    let mut ended = false;
    Ok(std::iter::from_fn(move || {
        while !ended {
            number += 1;
            match line(&mut reader, number) {
                Ok(None) => ended = true,
                Ok(Some(text)) if text.trim().is_empty() => {}
                Ok(Some(text)) => {
                    let read = text.parse::<Line>();
                    ended = read.is_err();
                    return Some(read.map_err(|error| wrong(number, error.to_string())));
                }
                Err(error) => {
                    ended = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }))
}

fn line(reader: &mut impl BufRead, number: usize) -> Result<Option<String>, GraphError> {
    let mut bytes = Vec::new();
    let read = std::io::Read::take(&mut *reader, LONGEST).read_until(b'\n', &mut bytes);
    if read.map_err(|error| wrong(number, error.to_string()))? == 0 {
        return Ok(None);
    }
    if bytes.len() as u64 == LONGEST && bytes.last() != Some(&b'\n') {
        return Err(wrong(number, format!("is longer than {} MiB: no record is", LONGEST >> 20)));
    }
    String::from_utf8(bytes).map(Some).map_err(|_| wrong(number, "is not UTF-8".to_owned()))
}

fn wrong(line: usize, reason: String) -> GraphError {
    GraphError::Line { line, reason }
}
