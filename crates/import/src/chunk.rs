//! A chunk: some thousand rows as a document, and the records they prove.
//!
//! It must not know formats. Invariant: the text is the file's bytes, each id is there once, and every span
//! lies in the text.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt};
use rapporteur_schema::{Document, DocumentId, Record, Sha256, Span};
use sha2::Digest;

/// Rows of a file as a document, with the records that they prove.
#[derive(Debug, Clone, PartialEq)]
pub struct Chunk {
    /// The document.
    pub document: Document,
    /// Its text: the rows, byte for byte.
    pub text: String,
    /// What they prove, each id once.
    pub records: Vec<Record>,
}

/// The most rows of a chunk.
pub(crate) const ROWS: u64 = 2048;
/// Rows of great length end a chunk early.
const BYTES: usize = 4 << 20;

/// A chunk in the making.
#[derive(Debug)]
pub(crate) struct Draft {
    pub id: DocumentId,
    /// Tells this chunk from every other of the run.
    pub stamp: u64,
    text: String,
    rows: u64,
    lines: Option<(u64, u64)>,
    records: Vec<Record>,
    by_id: HashMap<Box<str>, usize>,
    /// Where the row being told begins and ends.
    row: Range<usize>,
}

impl Draft {
    pub(crate) fn new(id: DocumentId, stamp: u64) -> Self {
        Self {
            id,
            stamp,
            text: String::new(),
            rows: 0,
            lines: None,
            // A row makes one record, and now and then the actors of it.
            records: Vec::with_capacity(ROWS as usize * 5 / 4),
            by_id: HashMap::with_capacity(ROWS as usize * 5 / 4),
            row: 0..0,
        }
    }

    /// Whether the next row belongs in another chunk.
    pub(crate) const fn is_full(&self) -> bool {
        self.rows >= ROWS || self.text.len() >= BYTES
    }

    /// Takes a row with its line break; `within` is the part without it.
    pub(crate) fn push(&mut self, line: u64, text: &str, within: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.rows += 1;
        self.lines = Some((self.lines.map_or(line, |(first, _)| first), line));
        self.row = start + within.start..start + within.end;
    }

    /// The span of the row being told, or of a part of it.
    pub(crate) fn span(&self, part: Option<&Range<usize>>) -> Span {
        let range = match part {
            Some(part) => self.row.start + part.start..self.row.start + part.end,
            None => self.row.clone(),
        };
        // A part comes from the row; were it not of it, the whole row stands in.
        let (start, text) = match self.text.get(range.clone()) {
            Some(text) if !text.trim().is_empty() => (range.start, text),
            _ => (self.row.start, &self.text[self.row.clone()]),
        };
        Span::new(self.id.clone(), start, text)
    }

    /// The record of this id.
    pub(crate) fn get(&mut self, id: &str) -> Option<&mut Record> {
        self.by_id.get(id).and_then(|&at| self.records.get_mut(at))
    }

    pub(crate) fn add(&mut self, id: &str, record: impl Into<Record>) {
        self.by_id.insert(id.into(), self.records.len());
        self.records.push(record.into());
    }

    /// The chunk, unless it proves nothing.
    pub(crate) fn finish(self, file: &str) -> Option<Chunk> {
        let (first, last) = self.lines?;
        if self.records.is_empty() {
            return None;
        }
        let document = Document {
            id: self.id,
            title: Some(format!("{file}, rows {first} to {last}")),
            publisher: None,
            url: None,
            published: None,
            retrieved: None,
            language: None,
            sha256: Sha256(sha2::Sha256::digest(self.text.as_bytes()).into()),
            bytes: self.text.len() as u64,
        };
        Some(Chunk { document, text: self.text, records: self.records })
    }
}
