//! The index as one ordered map, packed into blocks over a keyspace.
//!
//! It must not know what the entries mean. A block's key is a lower bound of its entries' keys, and it
//! reaches up to the next block's; the first block's is empty but for one zero. Changes gather in memory,
//! where reads see them, until they are written as one batch.
//!
//! Invariant: `sum` is the sum of the checksums of all blocks, so that one lost or stale block shows.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{Arc, Mutex, PoisonError};

use super::block::{Block, Packer};
use crate::codec;
use crate::keyspace::{Batch, Keyspace, KeyspaceError};

/// The first block's key.
const FIRST: [u8; 1] = [0];
/// A block that grows over this many bytes is divided.
const LARGE: usize = 8 << 10;
/// Into blocks of about so many.
const TARGET: usize = 6 << 10;
/// Bytes of taken-apart blocks that are kept for the next reader.
const KEPT: usize = 8 << 20;

/// An ordered map of small entries.
#[derive(Debug)]
pub(crate) struct Map {
    keyspace: Box<dyn Keyspace>,
    kept: Mutex<Kept>,
    changes: BTreeMap<Vec<u8>, Option<Vec<u8>>>,
}

#[derive(Debug, Default)]
struct Kept {
    blocks: BTreeMap<Vec<u8>, Placed>,
    weight: usize,
}

/// A block and where it stands.
#[derive(Debug, Clone)]
struct Placed {
    block: Arc<Block>,
    /// The next block's key, unless it is the last.
    end: Option<Vec<u8>>,
}

impl Map {
    /// The map in a keyspace.
    pub(crate) fn new(keyspace: Box<dyn Keyspace>) -> Self {
        Self { keyspace, kept: Mutex::default(), changes: BTreeMap::new() }
    }

    /// The keyspace below.
    pub(crate) fn keyspace(&self) -> &dyn Keyspace {
        &*self.keyspace
    }

    /// The block that holds a key, if there is any block.
    fn holding(&self, key: &[u8]) -> Result<Option<Placed>, KeyspaceError> {
        // The cache is whole whenever its lock is free, a panic elsewhere notwithstanding.
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, placed)) =
            kept.blocks.range::<[u8], _>((Bound::Unbounded, Bound::Included(key))).next_back()
            && placed.end.as_deref().is_none_or(|end| key < end)
        {
            return Ok(Some(placed.clone()));
        }
        drop(kept);
        let Some((begin, sealed)) = self.keyspace.floor(key)? else { return Ok(None) };
        let end = self.keyspace.above(&begin)?.map(|(end, _)| end);
        let placed = Placed { block: Arc::new(parse(&sealed)?), end };
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.weight > KEPT {
            *kept = Kept::default();
        }
        kept.weight += placed.block.weight() + begin.len();
        kept.blocks.insert(begin, placed.clone());
        Ok(Some(placed))
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, KeyspaceError> {
        if let Some(change) = self.changes.get(key) {
            return Ok(change.clone());
        }
        let Some(Placed { block, .. }) = self.holding(key)? else { return Ok(None) };
        Ok(block.find(key).ok().map(|at| block.value(at).to_vec()))
    }

    /// Calls for every entry from one key on to before another, in order, until told to stop.
    pub(crate) fn range(
        &self,
        from: &[u8],
        to: &[u8],
        mut each: impl FnMut(&[u8], &[u8]) -> bool,
    ) -> Result<(), KeyspaceError> {
        if from >= to {
            return Ok(());
        }
        let mut changes =
            self.changes.range::<[u8], _>((Bound::Included(from), Bound::Excluded(to))).peekable();
        let mut placed = self.holding(from)?;
        while let Some(Placed { block, end }) = placed.take() {
            let begin = block.find(from).unwrap_or_else(|at| at);
            for at in begin..block.len() {
                let key = block.key(at);
                if key >= to {
                    break;
                }
                let mut replaced = false;
                while let Some((changed, value)) = changes.next_if(|(changed, _)| changed.as_slice() <= key) {
                    replaced = changed == key;
                    if let Some(value) = value
                        && !each(changed, value)
                    {
                        return Ok(());
                    }
                }
                if !replaced && !each(key, block.value(at)) {
                    return Ok(());
                }
            }
            placed = match end {
                Some(end) if end.as_slice() < to => self.holding(&end)?,
                _ => None,
            };
        }
        for (key, value) in changes {
            if let Some(value) = value
                && !each(key, value)
            {
                break;
            }
        }
        Ok(())
    }

    /// Changes an entry, in memory.
    pub(crate) fn put(&mut self, key: Vec<u8>, value: Option<Vec<u8>>) {
        self.changes.insert(key, value);
    }

    /// How many changes wait.
    pub(crate) fn waiting(&self) -> usize {
        self.changes.len()
    }

    /// Forgets the changes that wait.
    pub(crate) fn discard(&mut self) {
        self.changes.clear();
    }

    /// Turns the changes that wait into a batch of the keyspace, and says by how much the sum of the
    /// blocks changes. They are forgotten by [`Map::settle`], once the batch is applied.
    pub(crate) fn batch(&self) -> Result<(Batch, u64), KeyspaceError> {
        let mut batch = Batch::new();
        let mut sum = 0_u64;
        let mut changes = self.changes.iter().peekable();
        while let Some((first, _)) = changes.peek() {
            let (key, old) = match self.keyspace.floor(first)? {
                Some((key, sealed)) => (key, Some(sealed)),
                None => (FIRST.to_vec(), None),
            };
            let end = self.keyspace.above(&key)?.map(|(next, _)| next);
            let mine = std::iter::from_fn(|| {
                changes.next_if(|(change, _)| end.as_ref().is_none_or(|end| *change < end))
            });
            let block = old.as_deref().map(parse).transpose()?.unwrap_or_default();
            if let Some(old) = &old {
                sum = sum.wrapping_sub(weigh(&key, old));
            }
            for (key, value) in divide(key, &block, mine) {
                if let Some(value) = &value {
                    sum = sum.wrapping_add(weigh(&key, value));
                }
                batch.push((key, value));
            }
        }
        Ok((batch, sum))
    }

    /// Forgets the changes, which a batch has written.
    pub(crate) fn settle(&mut self, batch_keys: &[Vec<u8>]) {
        self.changes.clear();
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        for key in batch_keys {
            if let Some(Placed { block, .. }) = kept.blocks.remove(key) {
                kept.weight = kept.weight.saturating_sub(block.weight() + key.len());
            }
        }
    }

    /// The sum of all blocks, each read and checked, and their number.
    pub(crate) fn sum(&self, end: &[u8]) -> Result<u64, KeyspaceError> {
        let mut sum = 0_u64;
        for pair in self.keyspace.scan(&FIRST) {
            let (key, sealed) = pair?;
            if key.as_slice() >= end {
                break;
            }
            parse(&sealed)?;
            sum = sum.wrapping_add(weigh(&key, &sealed));
        }
        Ok(sum)
    }
}

fn parse(sealed: &[u8]) -> Result<Block, KeyspaceError> {
    let payload = codec::open(sealed).map_err(|error| KeyspaceError(error.to_string()))?;
    Block::parse(payload).ok_or_else(|| KeyspaceError("a block's entries are not in order".to_owned()))
}

/// What a block adds to the sum.
fn weigh(key: &[u8], sealed: &[u8]) -> u64 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(key);
    let key = hasher.clone().finalize();
    hasher.update(sealed);
    u64::from(key) << 32 | u64::from(hasher.finalize())
}

/// Merges changes into a block and divides what comes of it.
fn divide<'a>(
    first: Vec<u8>,
    block: &Block,
    changes: impl Iterator<Item = (&'a Vec<u8>, &'a Option<Vec<u8>>)>,
) -> Vec<(Vec<u8>, Option<Vec<u8>>)> {
    let mut entries: Vec<(&[u8], &[u8])> = Vec::with_capacity(block.len());
    let mut at = 0;
    let mut appended = true;
    for (key, value) in changes {
        while at < block.len() && block.key(at) < key.as_slice() {
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
    if entries.is_empty() {
        let nothing = if first == FIRST { Some(codec::seal(&[])) } else { None };
        return vec![(first, nothing)];
    }
    // Written once to learn the size, so that the pieces come out even.
    let mut packer = Packer::default();
    entries.iter().for_each(|(key, value)| packer.push(key, value));
    let total = packer.len();
    if total <= LARGE {
        return vec![(first, Some(codec::seal(&packer.take())))];
    }
    packer.take();
    // What only grows at its end (numbers, days) leaves full blocks behind; the rest leaves room.
    let piece = if appended { LARGE } else { total.div_ceil(total.div_ceil(TARGET)) };
    let mut pieces = Vec::new();
    let mut begin = first;
    for (key, value) in entries {
        if packer.len() >= piece {
            pieces.push((std::mem::replace(&mut begin, key.to_vec()), Some(codec::seal(&packer.take()))));
        }
        packer.push(key, value);
    }
    pieces.push((begin, Some(codec::seal(&packer.take()))));
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::keyspace::memory::Memory;

    fn write(map: &mut Map, sum: &mut u64) {
        let (batch, change) = map.batch().unwrap();
        let keys: Vec<_> = batch.iter().map(|(key, _)| key.clone()).collect();
        map.keyspace().apply(batch).unwrap();
        map.settle(&keys);
        *sum = sum.wrapping_add(change);
    }

    proptest! {
        #[test]
        fn it_is_a_map(steps in prop::collection::vec(
            prop::collection::vec((0_u16..3000, prop::option::of(0_u8..60)), 1..200), 1..12,
        )) {
            let mut map = Map::new(Box::new(Memory::default()));
            let mut model = BTreeMap::new();
            let mut sum = 0;
            for step in &steps {
                for (key, length) in step {
                    let key = [&[1_u8][..], &key.to_be_bytes()].concat();
                    let value = length.map(|length| vec![length; usize::from(length)]);
                    map.put(key.clone(), value.clone());
                    match value { Some(value) => { model.insert(key, value); } None => { model.remove(&key); } }
                }
                for written in [false, true] {
                    if written { write(&mut map, &mut sum); }
                    let mut found = Vec::new();
                    map.range(&[1], &[2], |key, value| { found.push((key.to_vec(), value.to_vec())); true }).unwrap();
                    prop_assert_eq!(&found, &model.clone().into_iter().collect::<Vec<_>>());
                    for (key, _) in step {
                        let key = [&[1_u8][..], &key.to_be_bytes()].concat();
                        prop_assert_eq!(map.get(&key).unwrap(), model.get(&key).cloned());
                    }
                }
                prop_assert_eq!(map.sum(&[255]).unwrap(), sum);
            }
        }
    }
}
