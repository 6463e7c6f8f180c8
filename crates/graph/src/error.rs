//! What can go wrong with a store, with the path or the id inside.

use std::io;
use std::path::{Path, PathBuf};

use rapporteur_schema::{DocumentId, RecordId, SchemaError};

/// An error of the store.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GraphError {
    /// There is nothing at the path.
    #[error("there is no store at `{}`", .0.display())]
    NoStore(PathBuf),
    /// There is a folder or a file at the path, and it is not a store.
    #[error("`{}` is not a rapporteur store: {reason}", path.display())]
    NotAStore {
        /// The path that was given.
        path: PathBuf,
        /// What is missing or strange.
        reason: String,
    },
    /// A store is to be created where there is something already.
    #[error("`{}` exists already and is not empty", .0.display())]
    Exists(PathBuf),
    /// The store was written by a newer release.
    #[error("the store `{}` has format {found}, and this release knows formats up to {known}: use a newer release; nothing was changed", path.display())]
    NewerFormat {
        /// The store.
        path: PathBuf,
        /// The format it says it has.
        found: u32,
        /// The newest format known here.
        known: u32,
    },
    /// Two records cannot be judged to be the same or different.
    #[error("`{subject}`: {reason}")]
    Unjudgeable {
        /// What was to be judged.
        subject: String,
        /// Why not.
        reason: &'static str,
    },
    /// Another process writes to the store, or its folder cannot be written to.
    #[error("the store `{}` cannot be written to: {reason}", path.display())]
    ReadOnly {
        /// The store.
        path: PathBuf,
        /// Why, and what to do.
        reason: &'static str,
    },
    /// A file could not be read or written.
    #[error("`{}`: {error}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        error: io::Error,
    },
    /// A frame of the journal is damaged.
    #[error("the journal `{}` is damaged in the frame at byte {offset}: {reason}", path.display())]
    DamagedFrame {
        /// The journal.
        path: PathBuf,
        /// The frame's first byte.
        offset: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// The index does not hold what it should.
    #[error("the index `{}` is damaged ({reason}): `rapporteur reindex` makes it again from the journal", path.display())]
    DamagedIndex {
        /// The index.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A line is not a record.
    #[error("line {line}: {reason}")]
    Line {
        /// The line's number, from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// A record breaks a rule of form.
    #[error("{id}: {error}")]
    Form {
        /// The record.
        id: RecordId,
        /// The rule.
        #[source]
        error: SchemaError,
    },
    /// A span's words are not in its document at its place.
    #[error("{id}: bytes {start}..{end} of {document} are not the words of the span (`{}`)", shortened(.text))]
    SpanMismatch {
        /// The record.
        id: RecordId,
        /// The document the span points into.
        document: DocumentId,
        /// First byte.
        start: u64,
        /// One past the last byte.
        end: u64,
        /// The words that should be there.
        text: String,
    },
    /// A record that comes with one document cites another.
    #[error(
        "{id} comes with {document} and cites {cited}: what two documents say is imported as two tellings"
    )]
    ForeignSpan {
        /// The record.
        id: RecordId,
        /// The document it came with.
        document: DocumentId,
        /// The document it cites.
        cited: DocumentId,
    },
    /// A record names a record that is nowhere.
    #[error("{id} names {missing}, which is neither in the ingest nor in the store")]
    MissingReference {
        /// The record.
        id: RecordId,
        /// The id that leads nowhere.
        missing: RecordId,
    },
    /// A record cites a document that is nowhere.
    #[error("{id} cites {document}, which is neither in the import nor in the store")]
    MissingDocument {
        /// The record.
        id: RecordId,
        /// The document.
        document: DocumentId,
    },
    /// A document comes without its text and the store does not have it.
    #[error("{0} comes without its text")]
    MissingText(DocumentId),
    /// One id twice for one document.
    #[error("{id} comes twice with {document}")]
    Duplicate {
        /// The record, or the document itself.
        id: RecordId,
        /// The document.
        document: DocumentId,
    },
    /// A document's hash or length is not its text's.
    #[error("{document}: `{field}` is not that of its text")]
    TextMismatch {
        /// The document.
        document: DocumentId,
        /// `sha256` or `bytes`.
        field: &'static str,
    },
    /// A document among the records of another.
    #[error("{id} comes among the records of {document}: each document is an ingest of its own")]
    NestedDocument {
        /// The one among the records.
        id: RecordId,
        /// The one that is ingested.
        document: DocumentId,
    },
    /// More than the store's numbers can count.
    #[error("the store `{}` is full: {what}", path.display())]
    Full {
        /// The store.
        path: PathBuf,
        /// What there is too much of.
        what: &'static str,
    },
}

impl GraphError {
    /// Puts the path to what the system said.
    pub(crate) fn io(path: &Path) -> impl Fn(io::Error) -> Self {
        move |error| Self::Io { path: path.to_owned(), error }
    }

    /// Whether making the index again from the journal would help.
    pub fn is_damaged_index(&self) -> bool {
        matches!(self, Self::DamagedIndex { .. })
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
