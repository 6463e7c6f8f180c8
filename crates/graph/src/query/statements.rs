//! What was said.

use rapporteur_schema::Statement;

use super::filter::filters;
use super::label::ActorLabel;
use crate::{Filter, GraphError, Store, View};

/// A statement, with the names of those in it.
#[derive(Debug, Clone, PartialEq)]
pub struct StatementRow {
    /// The statement.
    pub statement: View<Statement>,
    /// Who said it.
    pub speaker: ActorLabel,
    /// For whom.
    pub on_behalf_of: Option<ActorLabel>,
    /// To whom.
    pub audience: Vec<ActorLabel>,
    /// Who passed it on, nearest the reader first.
    pub reported_by: Vec<ActorLabel>,
}

/// Statements: `actor` is the speaker or the one spoken for, `with` any other in it.
#[derive(Debug, Clone)]
pub struct Statements<'s> {
    store: &'s Store,
    filter: Filter,
}

filters!(Statements: actor, with, dates, document, meeting, act, statement_medium, nationals, limit);

impl Statements<'_> {
    /// The statements.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn run(self) -> Result<Vec<StatementRow>, GraphError> {
        let _ = (self.store, self.filter);
        unimplemented!()
    }
}
