//! What can go wrong with a file as a whole; a single bad row is an error only where the import is strict.

use std::io;
use std::path::PathBuf;

/// An error that ends an import.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// A file that cannot be opened.
    #[error("`{file}` cannot be opened: {source}")]
    Open {
        /// The file.
        file: String,
        /// Why.
        source: io::Error,
    },
    /// A file that cannot be read to its end: torn, damaged, or unpacking to more than is allowed.
    #[error("`{file}`, line {line}: {source}")]
    Read {
        /// The file, and the member within an archive.
        file: String,
        /// The line that was being read.
        line: u64,
        /// Why.
        source: io::Error,
    },
    /// An archive that cannot be unpacked.
    #[error("`{file}` cannot be unpacked: {reason}")]
    Archive {
        /// The archive.
        file: String,
        /// Why.
        reason: String,
    },
    /// A file without a row.
    #[error("`{file}` is empty")]
    Empty {
        /// The file.
        file: String,
    },
    /// A file whose format cannot be told.
    #[error(
        "the format of `{file}` is not clear: {found}. Looked for a heading of ICEWS (`Event ID`, `Event Date`, \
         `CAMEO Code`), of POLECAT (`Event Type`, `Actor Name`, `Recipient Name`) or of a table of meetings \
         (`date` or `start`, and `participant`; or say which column is which), for the 57, 58 or 61 columns of \
         GDELT, and for quadruples (subject, relation, object, time) between tabs. Name the format if it is one \
         of these"
    )]
    Unclear {
        /// The file.
        file: String,
        /// What its first line has.
        found: String,
    },
    /// The heading lacks a column that the format needs.
    #[error("`{file}` has no column `{column}`; it has {columns}")]
    Column {
        /// The file.
        file: String,
        /// The column wanted.
        column: String,
        /// Those that are there.
        columns: String,
    },
    /// What is said of columns is not `column=field`, or names no field.
    #[error("`{given}` is not `column=field` with a field among {fields}")]
    Map {
        /// What was given.
        given: String,
        /// The fields there are.
        fields: String,
    },
    /// No format of this name.
    #[error("`{given}` is no format; there are {formats}")]
    Format {
        /// What was given.
        given: String,
        /// The formats there are.
        formats: String,
    },
    /// Numbers stand for names, and the file of names is not there.
    #[error("`{file}` has numbers for names; `{}` is to say which, and cannot be opened: {source}", wanted.display())]
    Names {
        /// The file with the numbers.
        file: String,
        /// The file of names.
        wanted: PathBuf,
        /// Why it cannot be read.
        source: io::Error,
    },
    /// Times are hours since a day that was not given.
    #[error("`{file}` counts hours; say since which day (for ICEWS18 it is 2018-01-01)")]
    Epoch {
        /// The file.
        file: String,
    },
    /// A bad row in a strict import.
    #[error("`{file}`, line {line}: {reason}")]
    Row {
        /// The file, and the member within an archive.
        file: String,
        /// Its line, from 1.
        line: u64,
        /// What is wrong with it.
        reason: String,
    },
}
