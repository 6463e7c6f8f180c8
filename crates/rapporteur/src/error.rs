//! What can go wrong for a program that embeds rapporteur.

use rapporteur_graph::GraphError;

use crate::ask::NotUnderstood;
use crate::resolve::Unresolved;

/// An error of the library.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The store said no.
    #[error(transparent)]
    Graph(#[from] GraphError),
    /// A name does not lead to one record.
    #[error(transparent)]
    Unresolved(#[from] Unresolved),
    /// A question in plain English is not understood.
    #[error(transparent)]
    NotUnderstood(#[from] NotUnderstood),
    /// The bytes hold no text; nothing was stored.
    #[error("nothing to read: {reason}")]
    NoText {
        /// What they are instead.
        reason: String,
    },
    /// An answer has no column of that name.
    #[error("there is no column `{name}`; the columns are: {}", columns.join(", "))]
    NoColumn {
        /// The name asked for.
        name: String,
        /// The names of the columns.
        columns: Vec<&'static str>,
    },
    /// An answer could not be written down.
    #[error("the answer could not be rendered: {0}")]
    Render(String),
}
