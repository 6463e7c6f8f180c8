//! The tail of the index: small batches as they came, on disk beside the blocks and not in them yet.
//!
//! An article changes a hundred blocks by an entry or two each. To write all of them anew took a third of an ingest
//! and left a megabyte of gaps behind. So what a small batch changes is written as one value, a *piece*, and the blocks
//! take the pieces in when they have become many. They are few enough to be read whole when the index is opened.
//!
//! It must not know what the entries mean. Invariant: what is in memory is what the pieces say, the later over the
//! earlier; what the tail says of a key goes before what a block says of it.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::block::Packer;
use super::sealed::{Change, Replaced, Written, parse, seal_alone};
use crate::keyspace::{Batch, Keyspace, KeyspaceError};

/// Begins the key of every piece: behind those of all blocks.
const PIECE: u8 = 0xfe;
/// Stands before a value, so that an empty one differs from none.
const PUT: u8 = 1;
/// The tail may take so many bytes, of keys and values: it is read, in about 4 ms then, whenever the index is opened.
const MOST: usize = 1 << 20;
/// And no more than this part of the blocks' bytes: those of a small index are soon written.
const PART: u64 = 16;

/// The tail, in memory.
#[derive(Debug, Default)]
pub(super) struct Tail {
    entries: BTreeMap<Vec<u8>, Option<Vec<u8>>>,
    /// Bytes of keys and values of all pieces.
    weight: usize,
    /// The keys of the pieces, in order.
    pieces: Vec<[u8; 5]>,
    /// What the pieces are in the sum of the index.
    written: Replaced,
}

/// A piece as it is made.
#[derive(Debug)]
pub(crate) struct Piece {
    key: [u8; 5],
    sealed: Vec<u8>,
}

impl Tail {
    /// The tail that a keyspace has.
    pub(super) fn read(keyspace: &dyn Keyspace) -> Result<Self, KeyspaceError> {
        let mut tail = Self::default();
        for pair in keyspace.scan(&[PIECE]) {
            let (key, sealed) = pair?;
            // The state stands behind the last piece.
            let Ok(key) = <[u8; 5]>::try_from(key) else { break };
            tail.take_in(Piece { key, sealed })?;
        }
        Ok(tail)
    }

    /// Whether changes of so many bytes can be written as a piece, beside blocks of so many bytes.
    pub(super) fn has_room(&self, weight: usize, blocks: u64) -> bool {
        let room = usize::try_from(blocks / PART).map_or(MOST, |part| part.min(MOST));
        self.weight + weight <= room
    }

    /// What it says of a key, if anything.
    pub(super) fn get(&self, key: &[u8]) -> Option<&Option<Vec<u8>>> {
        self.entries.get(key)
    }

    /// What it says of the keys from one on to before another, in order.
    pub(super) fn range<'a>(&'a self, from: &'a [u8], to: &'a [u8]) -> impl Iterator<Item = Change<'a>> {
        let range = self.entries.range::<[u8], _>((Bound::Included(from), Bound::Excluded(to)));
        range.map(|(key, value)| (key.as_slice(), value.as_deref()))
    }

    /// Everything, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = Change<'_>> {
        self.entries.iter().map(|(key, value)| (key.as_slice(), value.as_deref()))
    }

    /// Changes as one piece more, and what writing it does to the keyspace.
    pub(super) fn piece<'a>(
        &self,
        changes: impl Iterator<Item = Change<'a>>,
    ) -> Result<Written, KeyspaceError> {
        let mut packer = Packer::default();
        let mut marked = Vec::new();
        for (key, value) in changes {
            marked.clear();
            if let Some(value) = value {
                marked.push(PUT);
                marked.extend_from_slice(value);
            }
            packer.push(key, &marked);
        }
        let last = self.pieces.last().map_or(0, |[_, number @ ..]| u32::from_be_bytes(*number));
        let [a, b, c, d] = last.saturating_add(1).to_be_bytes();
        let piece = Piece { key: [PIECE, a, b, c, d], sealed: seal_alone(&packer.take())? };
        let mut written = Written::default();
        written.put(piece.key.to_vec(), Some(piece.sealed.clone()));
        written.piece = Some(piece);
        Ok(written)
    }

    /// Takes in a piece that is written.
    pub(super) fn take_in(&mut self, piece: Piece) -> Result<(), KeyspaceError> {
        let block = parse(&piece.sealed)?;
        for at in 0..block.len() {
            let (key, value) = (block.key(at), block.value(at));
            self.weight += key.len() + value.len();
            let value = value.split_first().map(|(_, value)| value.to_vec());
            self.entries.insert(key.to_vec(), value);
        }
        self.pieces.push(piece.key);
        self.written.add(&piece.key, &piece.sealed);
        Ok(())
    }

    /// Notes that the blocks are to have taken everything in.
    pub(super) fn give_up(&self, replaced: &mut Replaced, batch: &mut Batch) {
        replaced.extend(&self.written);
        batch.extend(self.pieces.iter().map(|key| (key.to_vec(), None)));
    }
}
