//! Web pages: the readable part as text, each heading, paragraph, item, caption and time stamp on lines
//! of its own with a blank line between.
//!
//! The document as stored is this text. It must never lose the article: a part of the page is taken for
//! the whole only if it holds nearly all its prose. Pages that no browser would show well (see
//! [`measure`]) are stripped of their tags by a plain scan in linear time instead of being parsed.

mod drop;
mod entity;
mod main_part;
mod measure;
mod metadata;
mod piece;
mod strip;
mod walk;

use dom_smoothie::{Config, Readability};

use super::Metadata;
use crate::Diagnostic;

/// The readable part of a page.
pub(super) struct Page {
    pub(super) text: String,
    pub(super) metadata: Metadata,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Whether the text is a page: it opens as one, or its beginning is full of the tags of one.
pub(super) fn is_html(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !start.starts_with('<') {
        return false;
    }
    let head: String = start.chars().take(4096).collect::<String>().to_ascii_lowercase();
    let opens = ["<!doctype html", "<html", "<head", "<body", "<article", "<main"]
        .iter()
        .any(|tag| head.starts_with(tag));
    let tags = [
        "<p>", "<p ", "</p>", "<div", "</div>", "<h1", "<h2", "<ul", "<li", "<br", "<html", "<body",
        "<title", "<span",
    ];
    opens || tags.iter().map(|tag| head.matches(tag).count()).sum::<usize>() >= 2
}

/// Makes a page readable.
pub(super) fn readable(html: &str) -> Page {
    if let Err(excess) = measure::measure(html) {
        let message = format!("{excess}: tags were stripped, and no main part was looked for");
        return Page {
            text: strip::strip(html),
            metadata: Metadata::default(),
            diagnostics: vec![Diagnostic::of_document(message)],
        };
    }
    let config = Config { disable_json_ld: true, ..Config::default() };
    let Ok(mut page) = Readability::new(html, None, Some(config)) else {
        return Page { text: strip::strip(html), metadata: Metadata::default(), diagnostics: Vec::new() };
    };
    let mut metadata = metadata::metadata(&page);
    let pieces = main_part::main_part(&mut page);
    let headline = pieces.iter().find(|piece| piece.is_headline()).map(|piece| piece.text.clone());
    let missing = headline.is_none().then(|| metadata.title.clone()).flatten();
    let known =
        pieces.first().zip(missing.as_ref()).is_some_and(|(piece, title)| title.starts_with(&piece.text));
    if let Some(headline) = headline {
        metadata.title = Some(headline);
    }
    let mut text = String::new();
    for block in missing.filter(|_| !known).iter().chain(pieces.iter().map(|piece| &piece.text)) {
        text.push_str(block);
        text.push_str("\n\n");
    }
    text.pop();
    if pieces.is_empty() {
        text.clear();
    }
    Page { text, metadata, diagnostics: Vec::new() }
}
