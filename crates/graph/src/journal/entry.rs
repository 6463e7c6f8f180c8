//! What a frame says: documents with what they tell, and removals; as lines and back.
//!
//! It must not know where the frame stands. Invariant: a document's line comes before its records', and
//! its records are in order of kind and id, so that the same ingest always makes the same bytes.

use rapporteur_schema::{Document, DocumentId, Record, SchemaError};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Line;
use crate::identity::judgement::Judgement;

/// A piece of a frame's content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Extent {
    /// First byte.
    pub(crate) start: u64,
    /// Bytes.
    pub(crate) length: u64,
}

impl Extent {
    /// The bytes, where the content has them.
    pub(crate) fn of(self, content: &[u8]) -> Option<&[u8]> {
        let start = usize::try_from(self.start).ok()?;
        content.get(start..start.checked_add(usize::try_from(self.length).ok()?)?)
    }
}

/// One thing that a frame says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Entry {
    /// A document with everything it tells, in place of what was told of it before.
    Group(Box<Group>),
    /// A document is taken out.
    Removal(DocumentId),
    /// Two records are judged to be the same or not, or a judgement is taken back.
    Judgement(Box<Judgement>),
}

/// A document with everything it tells.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Group {
    /// The document.
    pub(crate) document: Document,
    /// Its text.
    pub(crate) text: String,
    /// The document's line.
    pub(crate) line: Extent,
    /// Its records, each with its line.
    pub(crate) records: Vec<(Record, Extent)>,
    /// A digest of all these lines, by which what is told again in the same words is known.
    pub(crate) digest: [u8; 16],
}

impl Group {
    /// Every line, as one piece: its own and those of its records.
    pub(crate) fn extent(&self) -> Extent {
        let last = self.records.last().map_or(self.line, |(_, extent)| *extent);
        Extent { start: self.line.start, length: last.start + last.length - self.line.start }
    }

    /// Takes the digest of the lines, once they are all there.
    fn seal(&mut self, content: &[u8]) {
        use sha2::Digest;
        let lines = self.extent().of(content).unwrap_or_default();
        let hash: [u8; 32] = sha2::Sha256::digest(lines).into();
        self.digest.copy_from_slice(&hash[..16]);
    }
}

/// Lines as they gather for a frame.
#[derive(Debug, Default)]
pub(crate) struct Content {
    /// The bytes.
    pub(crate) bytes: Vec<u8>,
    /// What they say.
    pub(crate) entries: Vec<Entry>,
}

impl Content {
    fn line(&mut self, line: &Line) -> Extent {
        let start = self.bytes.len();
        line.write(&mut self.bytes);
        let length = self.bytes.len() - start;
        self.bytes.push(b'\n');
        Extent { start: start as u64, length: length as u64 }
    }

    /// Adds a document with what it tells, in order of kind and id.
    pub(crate) fn group(&mut self, document: Document, text: String, mut records: Vec<Record>) {
        records.sort_by_cached_key(Record::id);
        let line = Line::Document { document, text: Some(text) };
        let extent = self.line(&line);
        let Line::Document { document, text: Some(text) } = line else { return };
        let records = records
            .into_iter()
            .map(|record| {
                let line = Line::Record(record);
                let extent = self.line(&line);
                let Line::Record(record) = line else { unreachable!("it was made as the line of a record") };
                (record, extent)
            })
            .collect();
        let mut group = Group { document, text, line: extent, records, digest: [0; 16] };
        group.seal(&self.bytes);
        self.entries.push(Entry::Group(Box::new(group)));
    }

    /// Adds other lines behind these.
    pub(crate) fn append(&mut self, other: Self) {
        let by = self.bytes.len() as u64;
        self.bytes.extend_from_slice(&other.bytes);
        self.entries.extend(other.entries.into_iter().map(|mut entry| {
            if let Entry::Group(group) = &mut entry {
                group.line.start += by;
                group.records.iter_mut().for_each(|(_, line)| line.start += by);
            }
            entry
        }));
    }

    /// Adds a removal.
    pub(crate) fn removal(&mut self, document: DocumentId) {
        // An id needs no escaping.
        self.bytes
            .extend_from_slice(format!("{{\"type\":\"removal\",\"document\":\"{document}\"}}\n").as_bytes());
        self.entries.push(Entry::Removal(document));
    }

    /// Adds a judgement.
    pub(crate) fn judgement(&mut self, judgement: Judgement) {
        self.bytes.extend_from_slice(judgement.line().as_bytes());
        self.bytes.push(b'\n');
        self.entries.push(Entry::Judgement(Box::new(judgement)));
    }
}

/// Reads a frame's content.
///
/// # Errors
/// What is wrong, with the line's number in the frame.
pub(crate) fn parse(content: &[u8]) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    let mut start = 0;
    for (number, bytes) in content.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let line = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        let extent = Extent { start, length: line.len() as u64 };
        start += bytes.len() as u64;
        add(&mut entries, line, extent).map_err(|reason| format!("line {}: {reason}", number + 1))?;
    }
    for entry in &mut entries {
        if let Entry::Group(group) = entry {
            group.seal(content);
        }
    }
    Ok(entries)
}

fn add(entries: &mut Vec<Entry>, line: &[u8], extent: Extent) -> Result<(), String> {
    let line = str::from_utf8(line).map_err(|error| error.to_string())?;
    if line.starts_with(r#"{"type":"removal""#) {
        let object: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let document = object.get("document").and_then(Value::as_str).unwrap_or_default();
        entries.push(Entry::Removal(document.parse().map_err(|error| format!("{error}"))?));
        return Ok(());
    }
    match (line.parse().map_err(|error: SchemaError| error.to_string())?, entries.last_mut()) {
        (Line::Document { document, text: Some(text) }, _) => {
            let (records, digest) = (Vec::new(), [0; 16]);
            entries.push(Entry::Group(Box::new(Group { document, text, line: extent, records, digest })));
            Ok(())
        }
        (Line::Document { document, text: None }, _) => {
            Err(format!("{} comes without its text", document.id))
        }
        (Line::Record(record), Some(Entry::Group(group))) => {
            group.records.push((record, extent));
            Ok(())
        }
        (Line::Judgement(judgement), _) => {
            entries.push(Entry::Judgement(Box::new(judgement)));
            Ok(())
        }
        (Line::Record(record), _) => Err(format!("{} comes without a document", record.id())),
    }
}
