//! How a command ends: found, nothing found, or why it could not be done.

use std::io;
use std::path::{Path, PathBuf};

/// What a command came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Something was found or done.
    Found,
    /// There was nothing to find.
    Nothing,
}

impl Outcome {
    pub(crate) const fn of(count: usize) -> Self {
        if count == 0 { Self::Nothing } else { Self::Found }
    }
}

/// Why a command could not be done, and what to do.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Library(#[from] rapporteur::Error),
    #[error(transparent)]
    Evaluate(#[from] rapporteur_evaluate::EvaluateError),
    #[error(transparent)]
    Import(#[from] rapporteur_import::ImportError),
    #[error(
        "there is no store here\n  hint: `rapporteur ingest FILE` makes one in this folder; else name one with --store DIR or RAPPORTEUR_STORE"
    )]
    NoStore,
    #[error("`{}`: {reason}", path.display())]
    Input { path: PathBuf, reason: String },
    #[error("{0}")]
    Usage(String),
    #[error(
        "Graphviz draws the picture, and is not installed: there is no `dot` on the PATH\n  hint: install it (apt install graphviz, brew install graphviz), or leave --svg and --png out and take the DOT elsewhere"
    )]
    NoGraphviz,
    #[error("Graphviz: {0}")]
    Graphviz(String),
    #[error("writing the answer: {0}")]
    Output(#[source] io::Error),
}

impl From<rapporteur::GraphError> for Failure {
    fn from(error: rapporteur::GraphError) -> Self {
        Self::Library(error.into())
    }
}

impl Failure {
    pub(crate) fn input(path: &Path, reason: impl ToString) -> Self {
        Self::Input { path: path.to_owned(), reason: reason.to_string() }
    }

    pub(crate) fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}
