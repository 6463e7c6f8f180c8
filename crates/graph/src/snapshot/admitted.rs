//! The tellings that count, by the numbers of ids: of the documents that were published by a day, or of all.
//!
//! It must not know what is the same. Invariant: a telling by a document that is not admitted is as if it were
//! not there.

use std::cell::RefCell;
use std::collections::HashMap;

use jiff::civil::Date;
use jiff::tz::Offset;
use rapporteur_schema::{Document, RecordId};

use crate::GraphError;
use crate::index::Index;
use crate::index::card::Card;
use crate::index::keys::{Key, Node};

/// The day by which a document was public: published, or else fetched, which is no earlier.
pub(crate) fn public_by(document: &Document) -> Option<Date> {
    let published = document.published.as_ref().map(rapporteur_schema::Edtf::last_day);
    published.or_else(|| document.retrieved.map(|when| Offset::UTC.to_datetime(when.0).date()))
}

/// An index, or what of it was public by a day.
pub(crate) struct Admitted<'a> {
    pub(crate) index: &'a Index,
    pub(crate) as_of: Option<Date>,
    /// Documents that were looked at: their day.
    known: RefCell<HashMap<Node, Option<Date>>>,
}

impl<'a> Admitted<'a> {
    pub(crate) fn new(index: &'a Index, as_of: Option<Date>) -> Self {
        Self { index, as_of, known: RefCell::default() }
    }

    /// The day by which a document was public.
    pub(crate) fn public(&self, document: Node) -> Result<Option<Date>, GraphError> {
        if let Some(known) = self.known.borrow().get(&document) {
            return Ok(*known);
        }
        let day = match self.index.document(document)? {
            Some(card) => public_by(&self.index.document_record(&card)?),
            None => None,
        };
        self.known.borrow_mut().insert(document, day);
        Ok(day)
    }

    /// Whether a document counts.
    pub(crate) fn admits(&self, document: Node) -> Result<bool, GraphError> {
        let Some(day) = self.as_of else { return Ok(true) };
        Ok(self.public(document)?.is_some_and(|by| by <= day))
    }

    /// What each document that counts tells of a node, by the documents' numbers.
    pub(crate) fn cards(&self, node: Node) -> Result<Vec<(Node, Card)>, GraphError> {
        let mut cards = self.index.cards(node)?;
        if self.as_of.is_some() {
            let mut admitted = Vec::with_capacity(cards.len());
            for (document, card) in cards {
                if self.admits(document)? {
                    admitted.push((document, card));
                }
            }
            cards = admitted;
        }
        Ok(cards)
    }

    /// What a document tells, in order; nothing where it does not count.
    pub(crate) fn told(&self, document: Node) -> Result<Vec<Node>, GraphError> {
        if self.admits(document)? { self.index.told(document) } else { Ok(Vec::new()) }
    }

    /// The nodes under keys that begin so, each once, by any document; on some days of the calendar where they
    /// are given: see [`Index::nodes_between`].
    pub(crate) fn posted(
        &self,
        key: &Key,
        days: (Option<Date>, Option<Date>),
    ) -> Result<Vec<Node>, GraphError> {
        let mut nodes = self.index.nodes_between(key, days.0, days.1)?;
        // Documents that tell of different days put a node there once for each.
        nodes.sort_unstable();
        nodes.dedup();
        Ok(nodes)
    }

    /// The id of a number.
    pub(crate) fn id(&self, node: Node) -> Result<RecordId, GraphError> {
        self.index.id(node)
    }
}
