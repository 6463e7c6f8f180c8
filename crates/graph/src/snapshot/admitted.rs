//! The tellings that count, by the numbers of ids: of the documents that were published, or put in, by a day, or of
//! all.
//!
//! It must not know what is the same. Invariant: a telling by a document that is not admitted is as if it were
//! not there.

use std::cell::RefCell;
use std::collections::HashMap;

use jiff::civil::Date;
use jiff::tz::Offset;
use rapporteur_schema::{Document, RecordId, Timestamp};

use crate::GraphError;
use crate::index::Index;
use crate::index::card::Card;
use crate::index::keys::{Key, Node};

/// The day by which a document was public: published, or else fetched, which is no earlier.
pub(crate) fn public_by(document: &Document) -> Option<Date> {
    let published = document.published.as_ref().map(rapporteur_schema::Edtf::last_day);
    published.or_else(|| document.retrieved.map(day_of))
}

/// What counts: what was public by a day, of what was in the store by a day; where neither is given, everything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) public: Option<Date>,
    pub(crate) recorded: Option<Date>,
}

impl Moment {
    /// Whether everything counts.
    pub(crate) const fn is_now(self) -> bool {
        self.public.is_none() && self.recorded.is_none()
    }

    /// Whether what became public, and was put in, on these days counts.
    fn admits(self, days: Self) -> bool {
        let by = |asked: Option<Date>, day: Option<Date>| {
            asked.is_none_or(|asked| day.is_some_and(|day| day <= asked))
        };
        by(self.public, days.public) && by(self.recorded, days.recorded)
    }
}

/// The day (UTC) of a time.
pub(crate) fn day_of(time: Timestamp) -> Date {
    Offset::UTC.to_datetime(time.0).date()
}

/// An index, or what of it counts.
pub(crate) struct Admitted<'a> {
    pub(crate) index: &'a Index,
    pub(crate) moment: Moment,
    /// Documents that were looked at: their days.
    known: RefCell<HashMap<Node, Moment>>,
}

impl<'a> Admitted<'a> {
    pub(crate) fn new(index: &'a Index, moment: Moment) -> Self {
        Self { index, moment, known: RefCell::default() }
    }

    /// The days by which a document was public, and on which it was put in.
    fn days(&self, document: Node) -> Result<Moment, GraphError> {
        if let Some(known) = self.known.borrow().get(&document) {
            return Ok(*known);
        }
        let days = match self.index.document(document)? {
            Some(card) => Moment {
                public: public_by(&self.index.document_record(&card)?),
                recorded: card.recorded.map(day_of),
            },
            None => Moment::default(),
        };
        self.known.borrow_mut().insert(document, days);
        Ok(days)
    }

    /// The day by which a document was public.
    pub(crate) fn public(&self, document: Node) -> Result<Option<Date>, GraphError> {
        Ok(self.days(document)?.public)
    }

    /// Whether a document counts.
    pub(crate) fn admits(&self, document: Node) -> Result<bool, GraphError> {
        Ok(self.moment.is_now() || self.moment.admits(self.days(document)?))
    }

    /// What each document that counts tells of a node, by the documents' numbers.
    pub(crate) fn cards(&self, node: Node) -> Result<Vec<(Node, Card)>, GraphError> {
        let mut cards = self.index.cards(node)?;
        if !self.moment.is_now() {
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
