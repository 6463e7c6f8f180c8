//! Answers as CSV (RFC 4180), safe to open in a spreadsheet.
//!
//! Invariant: no cell begins so that a spreadsheet takes it for a formula; numbers stay numbers.

use ::csv::{Terminator, WriterBuilder};

use super::{Cell, Sheet};
use crate::Error;

/// Rows as CSV with a line of headings; several values in a cell stand between semicolons.
///
/// # Errors
/// [`Error::Render`], which writing to memory does not lead to.
pub fn csv(sheet: impl Into<Sheet>) -> Result<String, Error> {
    let sheet = sheet.into();
    let cells = |row: &Vec<Cell>| row.iter().map(|cell| cell.joined("; ")).collect();
    written(sheet.columns.iter().copied(), sheet.rows.iter().map(cells))
}

/// A line of headings and lines of cells, each cell disarmed.
pub(super) fn written(
    columns: impl Iterator<Item = &'static str>,
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<String, Error> {
    let failed = |error: String| Error::Render(error);
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(columns).map_err(|error| failed(error.to_string()))?;
    for row in rows {
        writer.write_record(row.into_iter().map(guarded)).map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| failed(error.to_string()))
}

/// An apostrophe before what a spreadsheet would compute.
fn guarded(cell: String) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if formula && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_numbers_kept() {
        for (cell, want) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-12.5", "-12.5"),
            ("-cmd", "'-cmd"),
            ("a=b", "a=b"),
        ] {
            assert_eq!(guarded(cell.to_owned()), want);
        }
    }
}
