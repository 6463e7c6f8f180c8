//! Whether a store holds what it should: the journal, the index, and every span.

use std::fmt;

use rapporteur_schema::{DocumentId, RecordId};

use crate::Counts;

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
        /// The field.
        field: &'static str,
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
            Self::DanglingReference { id, field, missing } => {
                write!(f, "{id} names {missing} in `{field}`, which no document tells of any more")
            }
            Self::IndexDiffers { reason } => write!(f, "the index is not what the journal makes: {reason}"),
        }
    }
}
