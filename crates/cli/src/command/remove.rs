//! `remove`: takes documents out.

use clap::Args;
use rapporteur::Store;
use rapporteur::schema::DocumentId;

use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};

/// Takes documents out, with exactly what they alone say.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  rapporteur remove document/2025-05-16-cnn-talks")]
pub(crate) struct Arguments {
    /// The ids of the documents: see `documents`.
    #[arg(required = true, value_name = "ID")]
    documents: Vec<DocumentId>,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let mut removed = 0;
    for document in &arguments.documents {
        if store.remove(document)? {
            removed += 1;
            output.line(format_args!("removed {document}"))?;
        } else {
            output::remark(format_args!("there is no {document}"));
        }
    }
    Ok(Outcome::of(removed))
}
