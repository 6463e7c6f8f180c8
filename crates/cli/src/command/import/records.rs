//! Records as JSON Lines: all of a file or none.

use std::io::BufRead;
use std::path::Path;

use rapporteur::{GraphError, Line};

use crate::command::ingest::summary;
use crate::failure::Failure;
use crate::output::Output;
use crate::store;

/// A line longer than this is not a record; a document's text may be in one.
const LONGEST: u64 = 256 << 20;

pub(super) fn import(
    path: &Path,
    reader: impl BufRead,
    named: Option<&Path>,
    output: &mut Output,
) -> Result<(), Failure> {
    let failed = |error: GraphError| Failure::input(path, error);
    // All lines are read before a store is opened, so that a bad file makes none.
    let lines = lines(reader).collect::<Result<Vec<Line>, GraphError>>().map_err(failed)?;
    if lines.is_empty() {
        return Err(Failure::input(path, "there is no record in it: nothing was stored"));
    }
    let rapporteur = store::open_or_create(named)?;
    let imported = rapporteur.store().import(lines.into_iter().map(Ok)).map_err(failed)?;
    imported.iter().try_for_each(|ingested| output.line(summary(ingested)))
}

fn lines(mut reader: impl BufRead) -> impl Iterator<Item = Result<Line, GraphError>> {
    let mut number = 0;
    let mut ended = false;
    std::iter::from_fn(move || {
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
    })
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
