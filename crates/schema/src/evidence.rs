//! The words that prove a record: spans of a stored document, after the Web Annotation text
//! position and text quote selectors.
//!
//! Invariant: a [`Span`] is as long as its text. Whether the document holds those bytes there is
//! checked at the store's door, which has the document.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DocumentId, SchemaError};

/// A piece of a document, by UTF-8 byte offsets into the document as stored.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The document that holds the words.
    pub document: DocumentId,
    /// The first byte.
    pub start: u64,
    /// One past the last byte.
    pub end: u64,
    /// The bytes between them.
    #[schemars(regex(pattern = r"\S"))]
    pub text: String,
}

impl Span {
    /// The span of `text` that begins at byte `start` of `document`.
    pub fn new(document: DocumentId, start: usize, text: &str) -> Self {
        let (start, end) = (start as u64, (start + text.len()) as u64);
        Self { document, start, end, text: text.to_owned() }
    }

    /// Checks that the span holds words and that its length is theirs.
    ///
    /// # Errors
    /// [`SchemaError::EmptySpan`] or [`SchemaError::Span`] when not.
    pub fn check(&self) -> Result<(), SchemaError> {
        if self.text.trim().is_empty() {
            return Err(SchemaError::EmptySpan { document: self.document.to_string(), start: self.start });
        }
        if self.end.checked_sub(self.start) == Some(self.text.len() as u64) {
            return Ok(());
        }
        Err(SchemaError::Span {
            document: self.document.to_string(),
            start: self.start,
            end: self.end,
            length: self.text.len(),
        })
    }

    /// Whether the stored document holds the span's bytes at its place.
    pub fn matches(&self, document: &str) -> bool {
        let range = usize::try_from(self.start).ok().zip(usize::try_from(self.end).ok());
        range.is_some_and(|(start, end)| document.as_bytes().get(start..end) == Some(self.text.as_bytes()))
    }
}

/// One or more spans, in the order of the document.
pub type Evidence = Vec<Span>;
