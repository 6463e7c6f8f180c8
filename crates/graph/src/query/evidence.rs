//! The words that prove a record, with enough around them to read them.

use rapporteur_schema::{DocumentId, Edtf, Span};

/// A span, its document and its surroundings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceView {
    /// The span.
    pub span: Span,
    /// The document.
    pub document: DocumentId,
    /// The document's title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<Edtf>,
    /// Where it was found.
    pub url: Option<String>,
    /// The line in which the span begins, from 1.
    pub line: usize,
    /// The sentence or line around the span.
    pub context: String,
    /// Where in `context` the span's words stand.
    pub highlight: std::ops::Range<usize>,
}
