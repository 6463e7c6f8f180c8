//! Input: from the bytes of a file to the text that is stored and read.
//!
//! It decides on encoding and format and knows nothing of what the text says. Invariant: plain text in
//! UTF-8 comes out byte for byte, so that spans are offsets into the file as it is; whatever is changed,
//! left out or guessed is said in a diagnostic. It never fails and never panics, for any bytes.

mod encoding;
mod html;

use rapporteur_schema::Edtf;

use crate::{Diagnostic, Source};

/// What a file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Text as it is.
    Plain,
    /// A page of the web, of which the readable part becomes the text.
    Html,
}

/// What a page says of itself, beside its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Its headline.
    pub title: Option<String>,
    /// The site that published it.
    pub publisher: Option<String>,
    /// The day it was published.
    pub published: Option<Edtf>,
    /// Its own address.
    pub url: Option<String>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
}

impl Metadata {
    /// What is known of the document, completed by what the page says; what is known wins.
    #[must_use]
    pub fn complete(self, source: &Source) -> Source {
        let known = source.clone();
        Source {
            title: known.title.or(self.title),
            publisher: known.publisher.or(self.publisher),
            published: known.published.or(self.published),
            url: known.url.or(self.url),
            language: known.language.or(self.language),
            ..known
        }
    }
}

/// A file made readable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The text as it is to be stored. Empty where the bytes are no text.
    pub text: String,
    /// What it was written in.
    pub format: Format,
    /// The encoding it was written in, by its name on the web (`UTF-8`, `windows-1252`).
    pub encoding: &'static str,
    /// What it says of itself; empty for plain text.
    pub metadata: Metadata,
    /// What was changed, left out or guessed.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a file. Without a hint the format is told from the content.
///
/// ```
/// use rapporteur_extract::input::{Format, read};
///
/// let input = read(b"<!doctype html><title>Talks</title><h1>Talks</h1><p>They met.</p>", None);
/// assert_eq!((input.format, input.text.as_str()), (Format::Html, "Talks\n\nThey met.\n"));
/// let input = read("Ana met S\u{f8}ren.\r\n".as_bytes(), None);
/// assert_eq!((input.format, input.text.as_str()), (Format::Plain, "Ana met S\u{f8}ren.\r\n"));
/// ```
pub fn read(bytes: &[u8], hint: Option<Format>) -> Input {
    let encoding::Decoded { text, encoding, mut diagnostics } = encoding::decode(bytes);
    let format = hint.unwrap_or(if html::is_html(&text) { Format::Html } else { Format::Plain });
    let (text, metadata) = match format {
        Format::Plain => (text, Metadata::default()),
        Format::Html => {
            let page = html::readable(&text);
            diagnostics.extend(page.diagnostics);
            (page.text, page.metadata)
        }
    };
    if !bytes.is_empty() && diagnostics.is_empty() && text.trim().is_empty() {
        diagnostics.push(Diagnostic::of_document("the file holds no text"));
    }
    Input { text, format, encoding, metadata, diagnostics }
}

#[cfg(test)]
mod tests;
