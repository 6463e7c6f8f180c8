//! What can be wrong with gold and with the records that are to be scored, with the file inside.

use std::io;
use std::path::PathBuf;

/// An error of evaluation.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EvaluateError {
    /// A file or a folder could not be read.
    #[error("`{}`: {error}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        error: io::Error,
    },
    /// There is nothing to score against.
    #[error("`{}`: no folder in it has a gold.json", .0.display())]
    NoGold(PathBuf),
    /// The annotation is not in the format.
    #[error("`{}`: {reason}", path.display())]
    Gold {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A line is no record.
    #[error("`{name}`, line {line}: {reason}")]
    Records {
        /// The file, or the document whose records they are.
        name: String,
        /// The line's number, from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
}
