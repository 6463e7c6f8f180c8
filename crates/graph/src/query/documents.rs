//! The documents read.

use std::collections::BTreeSet;

use rapporteur_schema::{Document, RecordId, RecordKind, Reliability, Timestamp};

use super::ask::{Ask, arrange};
use super::filter::filters;
use crate::index::keys::Node;
use crate::{Counts, Filter, GraphError, Store};

/// A document, and how many records it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DocumentRow {
    /// The document.
    pub document: Document,
    /// When its text was put in, where that is known.
    pub recorded: Option<Timestamp>,
    /// How reliable its publisher is judged to be.
    pub reliability: Option<Reliability>,
    /// What it tells.
    pub records: Counts,
}

/// Documents, by date of publication, then id. `actor` finds those that tell of the actor.
#[derive(Debug, Clone)]
pub struct Documents<'s> {
    store: &'s Store,
    filter: Filter,
}

filters!(Documents: actor, meeting, dates, limit);

impl Documents<'_> {
    /// The documents.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn run(self) -> Result<Vec<DocumentRow>, GraphError> {
        let (filter, state) = (&self.filter, self.store.read());
        let ask = Ask::new(&state, filter);
        let mut candidates = ask.all(RecordKind::Document)?;
        let told = [filter.actor.clone().map(RecordId::from), filter.meeting.clone().map(RecordId::from)];
        for id in told.into_iter().flatten() {
            let cards = match ask.number(id)? {
                Some(node) => ask.snapshot.cards(node)?,
                None => Vec::new(),
            };
            let tellers: BTreeSet<Node> = cards.into_iter().map(|(teller, _)| teller).collect();
            candidates.retain(|document| tellers.contains(document));
        }
        let mut rows = Vec::new();
        for node in candidates {
            let Some(card) = state.index.document(node)? else { continue };
            let document = state.index.document_record(&card)?;
            let days = document.published.as_ref().map(|when| (when.first_day(), when.last_day()));
            if filter.admits_days(days) {
                let reliability =
                    document.publisher.as_deref().and_then(|outlet| ask.snapshot.reliability(outlet));
                rows.push(DocumentRow {
                    document,
                    recorded: card.recorded,
                    reliability,
                    records: card.counts,
                });
            }
        }
        arrange(filter, &mut rows, |row| (row.document.published.clone(), row.document.id.clone()));
        Ok(rows)
    }
}
