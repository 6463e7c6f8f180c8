//! What goes in: a document, its text and what was read from it; and what became of it.

use rapporteur_schema::{Document, DocumentId, Record, RecordKind};

/// A document, its text, and the records it proves. A document's records come and go with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ingest {
    /// The document.
    pub document: Document,
    /// Its text, which the spans of the records point into.
    pub text: String,
    /// What it says, in any order. Each id at most once, and none of a document.
    pub records: Vec<Record>,
}

/// What an ingest did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// The store did not have the document.
    Added,
    /// It had it with the same text and records; nothing was written.
    Unchanged,
    /// It had another version, which is gone with what it alone said.
    Replaced,
}

/// What became of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ingested {
    /// The document.
    pub document: DocumentId,
    /// What was done.
    pub change: Change,
    /// How many records of each kind it brings.
    pub records: Counts,
}

/// How many records of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Counts {
    /// Documents.
    pub documents: u64,
    /// Actors.
    pub actors: u64,
    /// Places.
    pub places: u64,
    /// Meetings.
    pub meetings: u64,
    /// Statements.
    pub statements: u64,
    /// Outcomes.
    pub outcomes: u64,
}

impl Counts {
    /// The number for a kind.
    pub const fn of(&self, kind: RecordKind) -> u64 {
        match kind {
            RecordKind::Document => self.documents,
            RecordKind::Actor => self.actors,
            RecordKind::Place => self.places,
            RecordKind::Meeting => self.meetings,
            RecordKind::Statement => self.statements,
            RecordKind::Outcome => self.outcomes,
        }
    }

    /// Counts one more, or changes the number in any other way.
    pub(crate) const fn of_mut(&mut self, kind: RecordKind) -> &mut u64 {
        match kind {
            RecordKind::Document => &mut self.documents,
            RecordKind::Actor => &mut self.actors,
            RecordKind::Place => &mut self.places,
            RecordKind::Meeting => &mut self.meetings,
            RecordKind::Statement => &mut self.statements,
            RecordKind::Outcome => &mut self.outcomes,
        }
    }

    /// All but the documents.
    pub const fn records(&self) -> u64 {
        self.actors + self.places + self.meetings + self.statements + self.outcomes
    }

    /// Adds other numbers.
    pub(crate) fn add(&mut self, other: &Self) {
        for kind in RecordKind::ALL {
            *self.of_mut(kind) += other.of(kind);
        }
    }

    pub(crate) fn count<'a>(records: impl IntoIterator<Item = &'a Record>) -> Self {
        let mut counts = Self::default();
        for record in records {
            *counts.of_mut(record.kind()) += 1;
        }
        counts
    }
}
