//! What stands between a text and its records: the trait that every engine keeps, and what it takes
//! and gives.
//!
//! It must not know how records are found. Invariant: an extraction never fails; what could not be
//! read or was left out is said in its diagnostics.

use std::fmt;
use std::ops::Range;

use rapporteur_schema::{Document, DocumentId, Edtf, Record, Timestamp};

/// What is known of a document beside its bytes. Nothing has to be.
///
/// ```
/// use rapporteur_extract::Source;
/// let source = Source { published: Some("2025-05-16".parse()?), ..Source::default() };
/// assert!(source.url.is_none());
/// # Ok::<(), rapporteur_schema::SchemaError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// The id it is to have, in place of the one made of the fields below.
    pub id: Option<DocumentId>,
    /// When it was published: the day that "on Friday" is reckoned from.
    pub published: Option<Edtf>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its title, where the text is not to tell it.
    pub title: Option<String>,
    /// Where it was found.
    pub url: Option<String>,
    /// The name of its file without folders and ending.
    pub name: Option<String>,
    /// When it was retrieved.
    pub retrieved: Option<Timestamp>,
    /// The language it is written in, a BCP 47 tag.
    pub language: Option<String>,
}

/// A document read: itself, its text as it is to be stored, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Extraction {
    /// The document.
    pub document: Document,
    /// Its text, which the spans of the records point into. Empty where the bytes are no text.
    pub text: String,
    /// What it says, ordered by kind and id; every reference leads to one of them.
    pub records: Vec<Record>,
    /// What was noticed on the way.
    pub diagnostics: Vec<Diagnostic>,
}

/// Something worth saying of a text, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The bytes it is about; none where it is about the whole.
    pub range: Option<Range<usize>>,
    /// What there is to say, a sentence without its full stop.
    pub message: String,
}

impl Diagnostic {
    /// One about the whole document.
    pub fn of_document(message: impl Into<String>) -> Self {
        Self { range: None, message: message.into() }
    }

    /// One about some of its bytes.
    pub fn at(range: Range<usize>, message: impl Into<String>) -> Self {
        Self { range: Some(range), message: message.into() }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.range {
            Some(range) => write!(f, "bytes {}..{}: {}", range.start, range.end, self.message),
            None => f.write_str(&self.message),
        }
    }
}

/// An engine that reads a text and tells what it says.
///
/// It is pure: the same bytes and source give the same extraction, on any machine and thread.
pub trait Extractor: Send + Sync {
    /// Reads a document. It never fails and never panics, for any bytes.
    fn extract(&self, bytes: &[u8], source: &Source) -> Extraction;
}
