//! The words that prove a record, with enough around them to read them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use rapporteur_schema::{Document, DocumentId, Edtf, Reliability, Span};

use crate::GraphError;
use crate::snapshot::Snapshot;

/// A span, its document and its surroundings.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EvidenceView {
    /// The span.
    pub span: Span,
    /// The document.
    pub document: DocumentId,
    /// The document's title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// How reliable that outlet is judged to be.
    pub reliability: Option<Reliability>,
    /// When it was published.
    pub published: Option<Edtf>,
    /// Where it was found.
    pub url: Option<String>,
    /// The line in which the span begins, from 1.
    pub line: usize,
    /// The sentence or line around the span.
    pub context: String,
    /// Where in `context` the span's words stand.
    pub highlight: Range<usize>,
}

/// A document and its text.
type Text = Rc<(Document, String)>;

/// Reads spans with their surroundings, each document once.
pub(super) struct Reader<'a> {
    snapshot: &'a Snapshot<'a>,
    read: RefCell<HashMap<DocumentId, Option<Text>>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(snapshot: &'a Snapshot<'a>) -> Self {
        Self { snapshot, read: RefCell::default() }
    }

    fn document(&self, id: &DocumentId) -> Result<Option<Text>, GraphError> {
        if let Some(known) = self.read.borrow().get(id) {
            return Ok(known.clone());
        }
        let found = match self.snapshot.state.find_document(id)? {
            Some((_, card)) => Some(Rc::new((
                self.snapshot.state.index.document_record(&card)?,
                self.snapshot.state.text(&card)?,
            ))),
            None => None,
        };
        self.read.borrow_mut().insert(id.clone(), found.clone());
        Ok(found)
    }

    /// The spans of documents that the store has, with their surroundings.
    pub(super) fn views(&self, spans: &[Span]) -> Result<Vec<EvidenceView>, GraphError> {
        let mut views = Vec::with_capacity(spans.len());
        for span in spans {
            let Some(document) = self.document(&span.document)? else { continue };
            let (document, text) = &*document;
            let reliability =
                document.publisher.as_deref().and_then(|outlet| self.snapshot.reliability(outlet));
            views.push(EvidenceView { reliability, ..view(span, document, text) });
        }
        Ok(views)
    }
}

fn view(span: &Span, document: &Document, text: &str) -> EvidenceView {
    // The door let in only spans that fit, and spans that fit are within the text.
    let start = usize::try_from(span.start).unwrap_or(usize::MAX).min(text.len());
    let end = usize::try_from(span.end).unwrap_or(usize::MAX).clamp(start, text.len());
    let around = sentence(text, start, end);
    EvidenceView {
        document: document.id.clone(),
        title: document.title.clone(),
        publisher: document.publisher.clone(),
        reliability: None,
        published: document.published.clone(),
        url: document.url.clone(),
        line: 1 + text.as_bytes()[..start].iter().filter(|byte| **byte == b'\n').count(),
        highlight: start - around.start..end - around.start,
        context: text.get(around).unwrap_or(&span.text).to_owned(),
        span: span.clone(),
    }
}

/// The furthest that a sentence is followed to either side.
const FAR: usize = 300;

/// The sentence, or the part of the line, around a piece of text.
fn sentence(text: &str, start: usize, end: usize) -> Range<usize> {
    let (start, end) = (floor_boundary(text, start), ceil_boundary(text, end));
    let floor = floor_boundary(text, start.saturating_sub(FAR));
    let ceiling = ceil_boundary(text, end.saturating_add(FAR).min(text.len()));
    let line = text[floor..start].rfind('\n').map_or(floor, |at| floor + at + 1);
    let line_end = text[end..ceiling].find('\n').map_or(ceiling, |at| end + at);
    let ends = || sentence_ends(&text[line..line_end]).map(|at| line + at);
    let begin = ends().take_while(|at| *at <= start).last().unwrap_or(line);
    let begin = begin + (text[begin..start].len() - text[begin..start].trim_start().len());
    // The words may end with the sentence.
    let close = ends().find(|at| *at >= end).unwrap_or(line_end);
    begin..end + text[end..close].trim_end().len()
}

/// Where sentences end, each with what closes it and before the space behind.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().filter_map(move |(at, c)| {
        if !matches!(c, '.' | '!' | '?') {
            return None;
        }
        let rest = &text[at + 1..];
        let close = rest.len() - rest.trim_start_matches(['"', '”', '’', ')', '\'']).len();
        let behind = &rest[close..];
        let next = behind.trim_start().chars().next();
        // "Gen. Smith" has a space and a capital too; a short word before the full stop is no end.
        let word = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let abbreviation = c == '.' && word.chars().count() <= 3 && word.starts_with(char::is_uppercase);
        let ends = behind.starts_with(char::is_whitespace) && next.is_some_and(|next| !next.is_lowercase());
        (ends && !abbreviation).then_some(at + 1 + close)
    })
}

fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn ceil_boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around<'t>(text: &'t str, words: &str) -> &'t str {
        let start = text.find(words).unwrap();
        &text[sentence(text, start, start + words.len())]
    }

    #[test]
    fn the_context_is_the_sentence() {
        let text = "Heading\nThe first ended. Gen. Orlov met Dr. Ruiz in Lima. “He left.” A third came.\n";
        assert_eq!(around(text, "Ruiz"), "Gen. Orlov met Dr. Ruiz in Lima.");
        assert_eq!(around(text, "Gen. Orlov met Dr. Ruiz in Lima."), "Gen. Orlov met Dr. Ruiz in Lima.");
        assert_eq!(around(text, "first"), "The first ended.");
        assert_eq!(around(text, "Heading"), "Heading");
        assert_eq!(around(text, "third"), "A third came.");
        assert_eq!(around(&"é".repeat(2000), "é").chars().count(), 151);
    }
}
