//! What is behind an open store: the journal, the index, and reading records from the two.
//!
//! It must not know questions. Invariant: what the index says is read from the frame that it names.

use std::path::PathBuf;
use std::sync::Arc;

use rapporteur_schema::{DocumentId, Record, RecordId};

use super::lock::Lock;
use crate::clock::Clock;
use crate::index::card::Card;
use crate::index::keys::Node;
use crate::index::{DocumentCard, Index};
use crate::journal::{Extent, Journal, Writer};
use crate::storage::Storage;
use crate::{GraphError, Ingest, Ingested, Line, Telling};

/// What a store is made of.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) disk: Arc<dyn Storage>,
    pub(crate) path: PathBuf,
    pub(crate) index: Index,
    pub(crate) journal: Journal,
    /// By which what is put in is recorded.
    pub(crate) clock: Clock,
    /// Nothing, where the store is open for reading only.
    pub(crate) writing: Option<Writing>,
}

/// What it takes to write.
#[derive(Debug)]
pub(crate) struct Writing {
    pub(crate) writer: Writer,
    /// Held, not used: it goes when writing goes.
    pub(crate) _lock: Lock,
    /// What was put in and is not sure yet.
    pub(crate) unsettled: Vec<Ingested>,
    /// Set when the index would not take what the journal has.
    pub(crate) halted: bool,
}

impl State {
    /// The number of a document that the store has, and what the index keeps of it.
    pub(crate) fn find_document(&self, id: &DocumentId) -> Result<Option<(Node, DocumentCard)>, GraphError> {
        let Some(node) = self.index.number(&id.clone().into())? else { return Ok(None) };
        Ok(self.index.document(node)?.map(|card| (node, card)))
    }

    /// The lines of a document and its records, as they are in the journal.
    pub(crate) fn lines(&self, card: &DocumentCard) -> Result<Vec<String>, GraphError> {
        let content = self.journal.content(card.position)?;
        let lines = self.piece(&content, card, card.extent)?;
        Ok(lines.lines().map(str::to_owned).collect())
    }

    fn piece<'a>(
        &self,
        content: &'a Arc<Vec<u8>>,
        card: &DocumentCard,
        extent: Extent,
    ) -> Result<&'a str, GraphError> {
        let piece = extent.of(content).and_then(|bytes| str::from_utf8(bytes).ok());
        piece.ok_or_else(|| {
            self.journal.damaged(card.position.offset, "it does not hold what the index says".to_owned())
        })
    }

    fn line(&self, card: &DocumentCard, extent: Extent) -> Result<Line, GraphError> {
        let content = self.journal.content(card.position)?;
        let line = self.piece(&content, card, extent)?;
        line.parse().map_err(|error: rapporteur_schema::SchemaError| {
            self.journal.damaged(card.position.offset, error.to_string())
        })
    }

    /// A document's text.
    pub(crate) fn text(&self, card: &DocumentCard) -> Result<String, GraphError> {
        match self.line(card, card.line)? {
            Line::Document { text: Some(text), .. } => Ok(text),
            _ => Err(self.journal.damaged(card.position.offset, "a document has no text".to_owned())),
        }
    }

    /// A document as it came in.
    pub(crate) fn ingested(&self, id: &DocumentId) -> Result<Option<Ingest>, GraphError> {
        let Some((node, card)) = self.find_document(id)? else { return Ok(None) };
        let mut records = Vec::new();
        for told in self.index.told(node)? {
            for (document, telling) in self.index.cards(told)? {
                if document == node {
                    records.extend(self.record(&card, &telling)?);
                }
            }
        }
        Ok(Some(Ingest { document: self.index.document_record(&card)?, text: self.text(&card)?, records }))
    }

    fn record(&self, document: &DocumentCard, card: &Card) -> Result<Option<Record>, GraphError> {
        Ok(match self.line(document, card.line)? {
            Line::Record(record) => Some(record),
            Line::Document { .. } | Line::Judgement(_) => None,
        })
    }

    /// The records of cards, by document; the ids in them renamed, by what each document's number says.
    pub(crate) fn tellings_of(
        &self,
        cards: &[(Node, Card)],
        renamed: impl Fn(&RecordId, Node) -> Option<RecordId>,
    ) -> Result<Vec<Telling>, GraphError> {
        let mut tellings = Vec::with_capacity(cards.len());
        for (teller, card) in cards {
            let RecordId::Document(document) = self.index.id(*teller)? else { continue };
            let Some(document_card) = self.index.document(*teller)? else { continue };
            if let Some(mut record) = self.record(&document_card, card)? {
                record.rename(|id| renamed(id, *teller));
                tellings.push(Telling { document, record });
            }
        }
        tellings.sort_by(|one, other| one.document.cmp(&other.document));
        Ok(tellings)
    }
}

impl State {
    /// Every document, by id.
    pub(crate) fn document_ids(&self) -> Result<Vec<DocumentId>, GraphError> {
        use crate::index::derive::kind_byte;
        use crate::index::keys::{CALENDAR, Key};
        let key = Key::new(CALENDAR).byte(kind_byte(rapporteur_schema::RecordKind::Document));
        let mut ids = Vec::new();
        for node in self.index.nodes(&key)? {
            if let RecordId::Document(id) = self.index.id(node)? {
                ids.push(id);
            }
        }
        ids.sort();
        Ok(ids)
    }
}
