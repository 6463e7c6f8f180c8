//! What the index knows of itself: how far it has read the journal, and what it should add up to.

use serde::{Deserialize, Serialize};

use super::keys::Node;
use crate::Counts;
use crate::codec::{self, CodecError};
use crate::journal::Position;

/// The index's state, written with every batch.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct State {
    /// Up to where the journal was read.
    pub(crate) read: u64,
    /// The last frame read, by which the index knows its journal.
    pub(crate) last: Option<Position>,
    /// Frames read.
    pub(crate) frames: u64,
    /// The next number for an id.
    pub(crate) next: Node,
    /// Records told by at least one document.
    pub(crate) counts: Counts,
    /// Tellings, those of a document by itself included.
    pub(crate) tellings: u64,
    /// The sum of all blocks.
    pub(crate) sum: u64,
    /// Bytes of all blocks.
    pub(crate) bytes: u64,
    /// Whether something was written of which it was not found out yet what is the same.
    pub(crate) unresolved: bool,
}

impl State {
    /// Whether another index, of the same journal, says the same; their blocks may be divided otherwise.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        Self { sum: 0, bytes: 0, ..self.clone() } == Self { sum: 0, bytes: 0, ..other.clone() }
    }

    /// As a value.
    pub(crate) fn seal(&self) -> Result<Vec<u8>, CodecError> {
        codec::encode(self).map(|payload| codec::seal(&payload))
    }

    /// From a value.
    pub(crate) fn open(sealed: &[u8]) -> Result<Self, CodecError> {
        codec::open(sealed).and_then(codec::decode)
    }
}
