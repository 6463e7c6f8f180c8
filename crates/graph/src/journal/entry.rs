//! What a frame says: documents with what they tell, when that was recorded, and removals; as lines and back.
//!
//! It must not know where the frame stands. Invariant: a document's line comes before its records', and
//! its records are in order of kind and id, so that the same ingest always makes the same bytes.

use rapporteur_schema::{Document, DocumentId, Judgement, Record, SchemaError, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Line;

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
    /// Something is judged, or a judgement is taken back.
    Judgement(Box<Judgement>),
}

/// A document with everything it tells.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Group {
    /// The document.
    pub(crate) document: Document,
    /// Its text.
    pub(crate) text: String,
    /// When it was put in, where the frame says so.
    pub(crate) recorded: Option<Timestamp>,
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
    /// When the documents behind the last such line are recorded.
    recorded: Option<Timestamp>,
}

/// How the line of a time begins.
const RECORDED: &str = r#"{"type":"recorded""#;

/// The line that says when the documents behind it were put in, with its line break.
pub(crate) fn recorded_line(time: Timestamp) -> String {
    format!("{RECORDED},\"time\":\"{time}\"}}\n")
}

impl Content {
    fn line(&mut self, line: &Line) -> Extent {
        let start = self.bytes.len();
        line.write(&mut self.bytes);
        let length = self.bytes.len() - start;
        self.bytes.push(b'\n');
        Extent { start: start as u64, length: length as u64 }
    }

    /// Content that begins with the time of its recording, where there is a clock.
    pub(crate) fn recorded(time: Option<Timestamp>) -> Self {
        let bytes = time.map_or_else(Vec::new, |time| recorded_line(time).into_bytes());
        Self { bytes, entries: Vec::new(), recorded: time }
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
        let (recorded, digest) = (self.recorded, [0; 16]);
        let mut group = Group { document, text, recorded, line: extent, records, digest };
        group.seal(&self.bytes);
        self.entries.push(Entry::Group(Box::new(group)));
    }

    /// Whether it has lines, or fields of lines, that the first format has not.
    pub(crate) fn is_newer(&self) -> bool {
        let moved = |record: &Record| matches!(record, Record::Meeting(meeting) if !meeting.previous_start_date.is_empty());
        self.recorded.is_some()
            || self.entries.iter().any(|entry| match entry {
                Entry::Group(group) => group.records.iter().any(|(record, _)| moved(record)),
                Entry::Judgement(_) => true,
                Entry::Removal(_) => false,
            })
    }

    /// Adds other lines behind these; their documents are recorded with these.
    pub(crate) fn append(&mut self, other: Self) {
        let by = self.bytes.len() as u64;
        self.bytes.extend_from_slice(&other.bytes);
        self.entries.extend(other.entries.into_iter().map(|mut entry| {
            if let Entry::Group(group) = &mut entry {
                group.line.start += by;
                group.recorded = self.recorded;
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
        self.bytes.extend_from_slice(judgement.to_line().as_bytes());
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
    let (mut start, mut recorded) = (0, None);
    for (number, bytes) in content.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let line = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        let extent = Extent { start, length: line.len() as u64 };
        start += bytes.len() as u64;
        add(&mut entries, &mut recorded, line, extent)
            .map_err(|reason| format!("line {}: {reason}", number + 1))?;
    }
    for entry in &mut entries {
        if let Entry::Group(group) = entry {
            group.seal(content);
        }
    }
    Ok(entries)
}

fn add(
    entries: &mut Vec<Entry>,
    recorded: &mut Option<Timestamp>,
    line: &[u8],
    extent: Extent,
) -> Result<(), String> {
    let line = str::from_utf8(line).map_err(|error| error.to_string())?;
    if line.starts_with(RECORDED) {
        let object: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let time = object.get("time").and_then(Value::as_str).unwrap_or_default();
        *recorded = Some(time.parse().map_err(|error| format!("{error}"))?);
        return Ok(());
    }
    if line.starts_with(r#"{"type":"removal""#) {
        let object: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let document = object.get("document").and_then(Value::as_str).unwrap_or_default();
        entries.push(Entry::Removal(document.parse().map_err(|error| format!("{error}"))?));
        return Ok(());
    }
    match (line.parse().map_err(|error: SchemaError| error.to_string())?, entries.last_mut()) {
        (Line::Document { document, text: Some(text) }, _) => {
            let (records, digest, recorded) = (Vec::new(), [0; 16], *recorded);
            let group = Group { document, text, recorded, line: extent, records, digest };
            entries.push(Entry::Group(Box::new(group)));
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
