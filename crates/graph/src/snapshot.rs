//! The store as one question sees it: the tellings of the documents that were published by a day, or all.
//!
//! It must not know questions or rows. Invariant: a telling by a document that is not admitted is as if it were
//! not there; the index has an entry for what any document tells, so what it finds is compared with what is
//! left before it counts.

mod short;

use std::cell::RefCell;
use std::collections::HashMap;

use jiff::civil::Date;
use jiff::tz::Offset;
use rapporteur_schema::{Document, RecordId, RecordKind};

use crate::index::card::Card;
use crate::index::derive::{Relation, derive, links_to};
use crate::index::keys::{Key, Node};
use crate::store::State;
use crate::{GraphError, Telling};

/// The store at a day, or as it is.
pub(crate) struct Snapshot<'a> {
    pub(crate) state: &'a State,
    as_of: Option<Date>,
    /// Documents that were looked at, and whether they are admitted.
    known: RefCell<HashMap<Node, bool>>,
}

/// The day by which a document was public: published, or else fetched, which is no earlier.
pub(crate) fn public_by(document: &Document) -> Option<Date> {
    let published = document.published.as_ref().map(rapporteur_schema::Edtf::last_day);
    published.or_else(|| document.retrieved.map(|when| Offset::UTC.to_datetime(when.0).date()))
}

impl<'a> Snapshot<'a> {
    /// What the documents published by a day tell; without a day, what all tell.
    pub(crate) fn new(state: &'a State, as_of: Option<Date>) -> Self {
        Self { state, as_of, known: RefCell::default() }
    }

    /// Whether a document counts.
    pub(crate) fn admits(&self, document: Node) -> Result<bool, GraphError> {
        let Some(day) = self.as_of else { return Ok(true) };
        if let Some(known) = self.known.borrow().get(&document) {
            return Ok(*known);
        }
        let admitted = match self.state.index.document(document)? {
            Some(card) => public_by(&self.state.index.document_record(&card)?).is_some_and(|by| by <= day),
            None => false,
        };
        self.known.borrow_mut().insert(document, admitted);
        Ok(admitted)
    }

    /// The number of an id.
    pub(crate) fn number(&self, id: impl Into<RecordId>) -> Result<Option<Node>, GraphError> {
        self.state.index.number(&id.into())
    }

    /// The id of a number.
    pub(crate) fn id(&self, node: Node) -> Result<RecordId, GraphError> {
        self.state.index.id(node)
    }

    /// What each document that counts tells of a node, by the documents' numbers.
    pub(crate) fn cards(&self, node: Node) -> Result<Vec<(Node, Card)>, GraphError> {
        let mut cards = self.state.index.cards(node)?;
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

    /// The records of cards, by document.
    pub(crate) fn tellings_of(&self, cards: &[(Node, Card)]) -> Result<Vec<Telling>, GraphError> {
        self.state.tellings_of(cards)
    }

    /// What each document that counts tells of a node, by document.
    pub(crate) fn tellings(&self, node: Node) -> Result<Vec<Telling>, GraphError> {
        self.tellings_of(&self.cards(node)?)
    }

    /// What a document tells, in order; nothing where it does not count.
    pub(crate) fn told(&self, document: Node) -> Result<Vec<Node>, GraphError> {
        if self.admits(document)? { self.state.index.told(document) } else { Ok(Vec::new()) }
    }

    /// The nodes under keys that begin so, each once, on some days of the calendar where they are given: see
    /// [`crate::index::Index::nodes_between`].
    pub(crate) fn posted(
        &self,
        key: &Key,
        days: (Option<Date>, Option<Date>),
    ) -> Result<Vec<Node>, GraphError> {
        let mut nodes = self.state.index.nodes_between(key, days.0, days.1)?;
        // Documents that tell of different days put a node there once for each.
        nodes.sort_unstable();
        nodes.dedup();
        if self.as_of.is_none() {
            return Ok(nodes);
        }
        let begin = key.clone().done();
        let mut standing = Vec::with_capacity(nodes.len());
        for node in nodes {
            if self.stands(node, &begin)? {
                standing.push(node);
            }
        }
        Ok(standing)
    }

    /// The nodes that name one as something, on some days where they are given.
    pub(crate) fn links(
        &self,
        target: Node,
        relation: Relation,
        days: (Option<Date>, Option<Date>),
    ) -> Result<Vec<Node>, GraphError> {
        self.posted(&links_to(target, relation), days)
    }

    /// Whether a telling that counts puts a node under keys that begin so; it stands there by one at least.
    pub(crate) fn stands(&self, node: Node, begin: &[u8]) -> Result<bool, GraphError> {
        if self.as_of.is_none() {
            return Ok(true);
        }
        let kind = self.id(node)?.kind();
        if kind == RecordKind::Document {
            return self.admits(node);
        }
        let mut stands = false;
        for (_, card) in self.cards(node)? {
            derive(node, kind, &card, |key| stands |= key.starts_with(begin));
        }
        Ok(stands)
    }
}
