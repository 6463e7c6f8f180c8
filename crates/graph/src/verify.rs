//! Whether a store holds what it should: the journal, the index, and every span.

use std::collections::BTreeMap;
use std::fmt;

use rapporteur_schema::{DocumentId, RecordId};

use crate::index::Index;
use crate::journal::{Entry, Found, Group, entry};
use crate::store::{State, open};
use crate::{Counts, GraphError, Store, sha256};

/// What a verification looked at, and what it found wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verification {
    /// Frames read.
    pub frames: u64,
    /// Documents and records, each telling counted.
    pub tellings: Counts,
    /// Spans compared with their documents.
    pub spans: u64,
    /// Entries of the index compared with the journal.
    pub entries: u64,
    /// What is wrong, in the order of the journal.
    pub problems: Vec<Problem>,
}

impl Verification {
    /// Whether nothing is damaged. A reference that leads nowhere because its document was removed is
    /// worth saying and no damage.
    pub fn is_sound(&self) -> bool {
        !self.problems.iter().any(Problem::is_damage)
    }
}

/// Something wrong with a store.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// A frame of the journal is damaged.
    DamagedFrame {
        /// Its first byte.
        offset: u64,
        /// What is wrong.
        reason: String,
    },
    /// The last frame is not whole.
    TornFrame {
        /// Its first byte.
        offset: u64,
    },
    /// A span's words are not in its document.
    SpanMismatch {
        /// The record.
        id: RecordId,
        /// The document.
        document: DocumentId,
        /// The first byte of the span.
        start: u64,
    },
    /// A document's hash or length is not its text's.
    TextMismatch {
        /// The document.
        document: DocumentId,
    },
    /// A record breaks a rule of form.
    Form {
        /// The record.
        id: RecordId,
        /// The rule.
        reason: String,
    },
    /// A record names one that is in no document any more.
    DanglingReference {
        /// The record.
        id: RecordId,
        /// What it names.
        missing: RecordId,
    },
    /// The index is not what the journal makes.
    IndexDiffers {
        /// Where and how.
        reason: String,
    },
}

impl Problem {
    /// Whether it is damage, to be repaired or mourned.
    pub const fn is_damage(&self) -> bool {
        !matches!(self, Self::DanglingReference { .. })
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DamagedFrame { offset, reason } => {
                write!(f, "the journal's frame at byte {offset} is damaged: {reason}")
            }
            Self::TornFrame { offset } => {
                write!(f, "the journal's last frame, at byte {offset}, is not whole")
            }
            Self::SpanMismatch { id, document, start } => {
                write!(f, "{id}: the words of its span at byte {start} are not in {document}")
            }
            Self::TextMismatch { document } => write!(f, "{document}: its hash or length is not its text's"),
            Self::Form { id, reason } => write!(f, "{id}: {reason}"),
            Self::DanglingReference { id, missing } => {
                write!(f, "{id} names {missing}, which no document tells of any more")
            }
            Self::IndexDiffers { reason } => write!(f, "the index is not what the journal makes: {reason}"),
        }
    }
}

impl Store {
    /// Compares everything with everything: frames with their checksums, the index with the journal,
    /// spans with their documents. `progress` is told how many bytes of how many of the journal were read.
    ///
    /// # Errors
    /// What reading runs into; damage is no error but a [`Problem`].
    pub fn verify(&self, mut progress: impl FnMut(u64, u64)) -> Result<Verification, GraphError> {
        let state = self.read();
        let mut found = Verification::default();
        let remade = journal(&state, &mut found, &mut progress)?;
        dangling(&remade, &mut found)?;
        compare(&remade, &state, &mut found);
        Ok(found)
    }
}

/// Reads the whole journal, checks what it says now, and makes the index of it again.
fn journal(
    state: &State,
    found: &mut Verification,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Index, GraphError> {
    let mut index = open::in_memory(&state.path)?;
    let mut reader = state.journal.read_from(0)?;
    let length = state.journal.length()?;
    // What a later frame replaces or removes is not checked: it is not there any more.
    let mut live: BTreeMap<DocumentId, (Counts, u64, Vec<Problem>)> = BTreeMap::new();
    while let Some(next) = reader.next().map_err(GraphError::io(state.journal.path()))? {
        progress(reader.offset(), length);
        let (position, content) = match next {
            Found::Frame(position, content) => (position, content),
            Found::Damaged { offset, reason } => {
                found.problems.push(Problem::DamagedFrame { offset, reason });
                index.skip_to(reader.offset());
                continue;
            }
            Found::Torn { offset } => {
                found.problems.push(Problem::TornFrame { offset });
                continue;
            }
        };
        found.frames += 1;
        let entries = match entry::parse(&content) {
            Ok(entries) => entries,
            Err(reason) => {
                found.problems.push(Problem::DamagedFrame { offset: position.offset, reason });
                index.skip_to(position.end());
                continue;
            }
        };
        for entry in &entries {
            match entry {
                Entry::Group(group) => live.insert(group.document.id.clone(), check(group)),
                Entry::Removal(document) => live.remove(document),
                Entry::Judgement(_) => None,
            };
        }
        index.read(position, &entries)?;
        if index.is_full() {
            index.commit()?;
        }
    }
    index.commit()?;
    for (_, (counts, spans, problems)) in live {
        found.tellings.add(&counts);
        found.spans += spans;
        found.problems.extend(problems);
    }
    Ok(index)
}

fn check(group: &Group) -> (Counts, u64, Vec<Problem>) {
    let mut problems = Vec::new();
    let document = &group.document;
    if document.bytes != group.text.len() as u64 || document.sha256 != sha256(&group.text) {
        problems.push(Problem::TextMismatch { document: document.id.clone() });
    }
    let mut spans = 0;
    for (record, _) in &group.records {
        if let Err(error) = record.check() {
            problems.push(Problem::Form { id: record.id(), reason: error.to_string() });
        }
        for span in record.spans() {
            spans += 1;
            if span.document != document.id || !span.matches(&group.text) {
                let (id, document) = (record.id(), span.document.clone());
                problems.push(Problem::SpanMismatch { id, document, start: span.start });
            }
        }
    }
    let mut counts = Counts::count(group.records.iter().map(|(record, _)| record));
    counts.documents = 1;
    (counts, spans, problems)
}

/// Finds what is named and not told any more.
fn dangling(index: &Index, found: &mut Verification) -> Result<(), GraphError> {
    for (source, target) in index.dangling()? {
        let (id, missing) = (index.id(source)?, index.id(target)?);
        found.problems.push(Problem::DanglingReference { id, missing });
    }
    Ok(())
}

/// Compares the index that was made again with the one there is, entry by entry.
fn compare(remade: &Index, state: &State, found: &mut Verification) {
    let mut differ = |reason: String| found.problems.push(Problem::IndexDiffers { reason });
    if let Err(reason) = state.index.check_sum() {
        differ(reason);
    }
    if !remade.state().says_the_same(state.index.state()) {
        differ("it counts otherwise".to_owned());
    }
    match remade.first_difference(&state.index) {
        Ok((entries, difference)) => {
            found.entries = entries;
            if let Some(key) = difference {
                found.problems.push(Problem::IndexDiffers { reason: format!("at the entry {key:02x?}") });
            }
        }
        Err(error) => found.problems.push(Problem::IndexDiffers { reason: error.to_string() }),
    }
}
