//! Blocks as values of the keyspace: divided, compressed, summed, and taken apart again.
//!
//! It must not know what the entries mean. Invariant: what is written parses again, and the sum of what a
//! batch writes, less that of what it replaces, is by how much the sum of all blocks changes.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::block::{Block, Packer};
use super::map::FIRST;
use super::tail::Piece;
use crate::codec;
use crate::compression::{Light, decompress_light};
use crate::keyspace::{Batch, KeyspaceError};

/// A block that grows over this many bytes is divided.
const LARGE: usize = 16 << 10;
/// Into blocks of about so many.
const TARGET: usize = 12 << 10;
/// How many blocks may wait to be compressed.
const READY: usize = 64;

/// A key and its new value, or nothing to take it away.
pub(super) type Change<'a> = (&'a [u8], Option<&'a [u8]>);

/// A block as it is made: its key and its entries, or nothing to take it away.
type Made = (Vec<u8>, Option<Vec<u8>>);

/// A block's payload is compressed, or it is not.
const COMPRESSED: u8 = 1;
const PLAIN: u8 = 0;
/// More than any block has: a value that came in must go out.
const LIMIT: usize = 1 << 30;

/// Takes a value of the keyspace apart.
pub(super) fn parse(sealed: &[u8]) -> Result<Block, KeyspaceError> {
    let damaged = |reason: &str| KeyspaceError(reason.to_owned());
    let payload = codec::open(sealed).map_err(|error| damaged(&error.to_string()))?;
    let block = match payload.split_first() {
        Some((&PLAIN, entries)) => Block::parse(entries),
        Some((&COMPRESSED, rest)) => {
            let (length, piece) = rest.split_first_chunk().ok_or_else(|| damaged("a block is cut short"))?;
            let length = (u32::from_le_bytes(*length) as usize).min(LIMIT);
            let entries = decompress_light(piece, length).map_err(|error| damaged(&error.to_string()))?;
            Block::parse(&entries)
        }
        _ => None,
    };
    block.ok_or_else(|| damaged("a block's entries are not in order"))
}

/// What a batch does to the keyspace.
#[derive(Debug, Default)]
pub(crate) struct Written {
    /// The blocks that change.
    pub(crate) batch: Batch,
    /// By how much the sum of all blocks does.
    pub(crate) sum: u64,
    /// By how much their bytes do.
    pub(crate) bytes: i64,
    /// The piece that the batch adds to the tail, where that is all it does.
    pub(crate) piece: Option<Piece>,
}

impl Written {
    /// Adds a value, or takes a key away.
    pub(super) fn put(&mut self, key: Vec<u8>, sealed: Option<Vec<u8>>) {
        if let Some(sealed) = &sealed {
            self.sum = self.sum.wrapping_add(weigh(&key, sealed));
            self.bytes += (key.len() + sealed.len()) as i64;
        }
        self.batch.push((key, sealed));
    }
}

/// The sum and the bytes of blocks that others take the place of.
#[derive(Debug, Default)]
pub(super) struct Replaced {
    sum: u64,
    bytes: i64,
}

impl Replaced {
    pub(super) fn add(&mut self, key: &[u8], sealed: &[u8]) {
        self.sum = self.sum.wrapping_add(weigh(key, sealed));
        self.bytes += (key.len() + sealed.len()) as i64;
    }

    pub(super) fn extend(&mut self, other: &Self) {
        self.sum = self.sum.wrapping_add(other.sum);
        self.bytes += other.bytes;
    }
}

/// Compresses blocks while others are made: a quarter of the time of a bulk load's commits.
pub(super) fn seal_all(
    make: impl FnOnce(&SyncSender<Made>) -> Result<Replaced, KeyspaceError>,
) -> Result<Written, KeyspaceError> {
    thread::scope(|scope| {
        let (made, waiting) = sync_channel(READY);
        let sealing = scope.spawn(move || seal(waiting));
        let replaced = make(&made);
        drop(made);
        let mut written = sealing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        let replaced = replaced?;
        written.sum = written.sum.wrapping_sub(replaced.sum);
        written.bytes -= replaced.bytes;
        Ok(written)
    })
}

fn seal(made: Receiver<Made>) -> Result<Written, KeyspaceError> {
    let mut light = Light::new().map_err(|error| KeyspaceError(error.to_string()))?;
    let mut written = Written::default();
    for (key, entries) in made {
        let sealed = match entries {
            Some(entries) => Some(seal_one(&mut light, &entries)?),
            None => None,
        };
        written.put(key, sealed);
    }
    Ok(written)
}

/// Seals entries that no others are sealed with.
pub(super) fn seal_alone(entries: &[u8]) -> Result<Vec<u8>, KeyspaceError> {
    let mut light = Light::new().map_err(|error| KeyspaceError(error.to_string()))?;
    seal_one(&mut light, entries)
}

fn seal_one(light: &mut Light, entries: &[u8]) -> Result<Vec<u8>, KeyspaceError> {
    let piece = light.compress(entries).map_err(|error| KeyspaceError(error.to_string()))?;
    let mut payload = Vec::with_capacity(piece.len() + 5);
    match u32::try_from(entries.len()) {
        Ok(length) if piece.len() + 4 < entries.len() && entries.len() <= LIMIT => {
            payload.push(COMPRESSED);
            payload.extend_from_slice(&length.to_le_bytes());
            payload.extend_from_slice(&piece);
        }
        _ => {
            payload.push(PLAIN);
            payload.extend_from_slice(entries);
        }
    }
    Ok(codec::seal(&payload))
}

/// What a block adds to the sum.
pub(super) fn weigh(key: &[u8], sealed: &[u8]) -> u64 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(key);
    let key = hasher.clone().finalize();
    hasher.update(sealed);
    u64::from(key) << 32 | u64::from(hasher.finalize())
}

/// Merges changes into a block and divides what comes of it.
pub(super) fn divide<'a>(
    first: Vec<u8>,
    block: &Block,
    changes: impl Iterator<Item = Change<'a>>,
    made: &mut impl FnMut(Vec<u8>, Option<Vec<u8>>),
) {
    let mut entries: Vec<(&[u8], &[u8])> = Vec::with_capacity(block.len());
    let mut at = 0;
    let mut appended = true;
    for (key, value) in changes {
        while at < block.len() && block.key(at) < key {
            entries.push((block.key(at), block.value(at)));
            at += 1;
        }
        appended &= at == block.len();
        if at < block.len() && block.key(at) == key {
            at += 1;
        }
        if let Some(value) = value {
            entries.push((key, value));
        }
    }
    entries.extend((at..block.len()).map(|at| (block.key(at), block.value(at))));
    let mut packer = Packer::default();
    if entries.is_empty() {
        // The first block is there even where it is empty.
        let stays = first == FIRST;
        return made(first, stays.then(Vec::new));
    }
    let mut starts = Vec::with_capacity(entries.len());
    for (key, value) in &entries {
        starts.push(packer.len());
        packer.push(key, value);
    }
    let total = packer.len();
    let payload = packer.take();
    if total <= LARGE {
        return made(first, Some(payload));
    }
    // What only grows at its end (numbers, days) leaves full blocks behind; the rest leaves room.
    let piece = if appended { LARGE } else { total.div_ceil(total.div_ceil(TARGET)) };
    let mut begin = first;
    let mut at = 0;
    while let Some((key, value)) = entries.get(at) {
        // A block's first key stands whole; those behind it stay as they were packed.
        packer.push(key, value);
        let mut part = packer.take();
        let rest = starts.get(at + 1).copied().unwrap_or(total);
        let room = piece.saturating_sub(part.len());
        let next = at + 1 + starts[at + 1..].partition_point(|start| start - rest < room);
        part.extend_from_slice(&payload[rest..starts.get(next).copied().unwrap_or(total)]);
        let following = entries.get(next).map(|(key, _)| key.to_vec()).unwrap_or_default();
        made(std::mem::replace(&mut begin, following), Some(part));
        at = next;
    }
}
