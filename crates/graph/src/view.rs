//! One record as all its documents tell it.
//!
//! It must not know where the tellings came from. Invariant: a view depends on the tellings alone, not
//! on the order in which they came, and loses no value: what is not in the record is among the conflicts.

mod merge;
mod pick;
pub(crate) mod status;

use std::ops::Deref;

use rapporteur_schema::{DocumentId, Record};

pub(crate) use self::merge::{Merge, merge_record, settle_place};

/// A record as all its documents tell it together: lists are united, of single values the preferred
/// one stands in the record, and every disagreement is listed.
#[derive(Debug, Clone, PartialEq)]
pub struct View<T> {
    /// The record.
    pub record: T,
    /// The documents that tell of it, by id.
    pub documents: Vec<DocumentId>,
    /// What they disagree on.
    pub conflicts: Vec<Conflict>,
}

impl<T> View<T> {
    /// The same of another type.
    pub(crate) fn map<U>(self, map: impl FnOnce(T) -> U) -> View<U> {
        View { record: map(self.record), documents: self.documents, conflicts: self.conflicts }
    }
}

impl<T> Deref for View<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.record
    }
}

/// A field of which documents tell different values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The field, as the record contract names it.
    pub field: &'static str,
    /// Every value as text, the preferred first, with the documents that tell it.
    pub values: Vec<(String, Vec<DocumentId>)>,
}

/// What one document says of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Telling {
    /// The document.
    pub document: DocumentId,
    /// The record as it came.
    pub record: Record,
}
