//! The index as one ordered map, packed into blocks over a keyspace.
//!
//! It must not know what the entries mean. A block's key is a lower bound of its entries' keys, and it
//! reaches up to the next block's; the first block's is empty but for one zero. Changes gather in memory,
//! where reads see them, until they are written as one batch.
//!
//! Invariant: `sum` is the sum of the checksums of all blocks, so that one lost or stale block shows.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{Arc, Mutex, PoisonError};

use super::block::Block;
use super::sealed::{Replaced, Written, divide, parse, seal_all, weigh};
use super::unseen::Unseen;
use crate::keyspace::{Keyspace, KeyspaceError};

/// The first block's key.
pub(super) const FIRST: [u8; 1] = [0];
/// Bytes of taken-apart blocks that are kept for the next reader.
const KEPT: usize = 8 << 20;

/// An ordered map of small entries.
#[derive(Debug)]
pub(crate) struct Map {
    keyspace: Box<dyn Keyspace>,
    kept: Mutex<Kept>,
    /// Changes that reads see.
    changes: BTreeMap<Vec<u8>, Option<Vec<u8>>>,
    /// Changes that no read sees before they are written, in the order in which they came.
    unseen: Unseen,
}

#[derive(Debug, Default)]
struct Kept {
    blocks: BTreeMap<Vec<u8>, Arc<Placed>>,
    weight: usize,
}

/// A block and where it stands.
#[derive(Debug)]
struct Placed {
    block: Block,
    /// The next block's key, unless it is the last.
    end: Option<Vec<u8>>,
}

impl Map {
    /// The map in a keyspace.
    pub(crate) fn new(keyspace: Box<dyn Keyspace>) -> Self {
        Self { keyspace, kept: Mutex::default(), changes: BTreeMap::new(), unseen: Unseen::default() }
    }

    /// The keyspace below.
    pub(crate) fn keyspace(&self) -> &dyn Keyspace {
        &*self.keyspace
    }

    /// The block that holds a key, if there is any block.
    fn holding(&self, key: &[u8]) -> Result<Option<Arc<Placed>>, KeyspaceError> {
        // The cache is whole whenever its lock is free, a panic elsewhere notwithstanding.
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, placed)) =
            kept.blocks.range::<[u8], _>((Bound::Unbounded, Bound::Included(key))).next_back()
            && placed.end.as_deref().is_none_or(|end| key < end)
        {
            return Ok(Some(Arc::clone(placed)));
        }
        drop(kept);
        let Some((begin, sealed)) = self.keyspace.floor(key)? else { return Ok(None) };
        let end = self.keyspace.above(&begin)?.map(|(end, _)| end);
        let placed = Arc::new(Placed { block: parse(&sealed)?, end });
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.weight > KEPT {
            *kept = Kept::default();
        }
        kept.weight += placed.block.weight() + begin.len();
        kept.blocks.insert(begin, Arc::clone(&placed));
        Ok(Some(placed))
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, KeyspaceError> {
        if let Some(change) = self.changes.get(key) {
            return Ok(change.clone());
        }
        let Some(placed) = self.holding(key)? else { return Ok(None) };
        Ok(placed.block.find(key).ok().map(|at| placed.block.value(at).to_vec()))
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
        while let Some(here) = placed.take() {
            let Placed { block, end } = &*here;
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
                Some(end) if end.as_slice() < to => self.holding(end)?,
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

    /// Changes an entry, in memory, where no read sees it before it is written: much cheaper.
    pub(crate) fn put_unseen(&mut self, key: Vec<u8>, value: Option<Vec<u8>>) {
        if !self.unseen.push(&key, value.as_deref()) {
            self.put(key, value);
        }
    }

    /// How many changes wait.
    pub(crate) fn waiting(&self) -> usize {
        self.changes.len() + self.unseen.len()
    }

    /// Forgets the changes that wait.
    pub(crate) fn discard(&mut self) {
        self.changes.clear();
        self.unseen.clear();
    }

    /// Turns the changes that wait into a batch of the keyspace. They are forgotten by [`Map::settle`],
    /// once the batch is applied.
    pub(crate) fn batch(&mut self) -> Result<Written, KeyspaceError> {
        self.unseen.sort();
        let mut seen = self.changes.iter().map(|(key, value)| (key.as_slice(), value.as_deref())).peekable();
        let mut unseen = self.unseen.iter().peekable();
        let merged = std::iter::from_fn(|| match (seen.peek(), unseen.peek()) {
            (Some((one, _)), Some((other, _))) => match one.cmp(other) {
                Ordering::Less => seen.next(),
                Ordering::Greater => unseen.next(),
                Ordering::Equal => {
                    unseen.next();
                    seen.next()
                }
            },
            (Some(_), None) => seen.next(),
            (None, _) => unseen.next(),
        });
        let mut changes = merged.peekable();
        seal_all(|made| {
            let mut replaced = Replaced::default();
            while let Some((first, _)) = changes.peek() {
                let (key, old) = match self.keyspace.floor(first)? {
                    Some((key, sealed)) => (key, Some(sealed)),
                    None => (FIRST.to_vec(), None),
                };
                let end = self.keyspace.above(&key)?.map(|(next, _)| next);
                let mine = std::iter::from_fn(|| {
                    changes.next_if(|(change, _)| end.as_ref().is_none_or(|end| *change < end.as_slice()))
                });
                let block = old.as_deref().map(parse).transpose()?.unwrap_or_default();
                if let Some(old) = &old {
                    replaced.add(&key, old);
                }
                divide(key, &block, mine, &mut |key, entries| drop(made.send((key, entries))));
            }
            Ok(replaced)
        })
    }

    /// Forgets the changes, and the blocks that the batch of them has written anew.
    pub(crate) fn settle(&mut self, batch_keys: &[Vec<u8>]) {
        self.discard();
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        for key in batch_keys {
            if let Some(placed) = kept.blocks.remove(key) {
                kept.weight = kept.weight.saturating_sub(placed.block.weight() + key.len());
            }
        }
    }

    /// How many entries begin with each byte, and their share of their blocks' bytes.
    pub(crate) fn weigh(&self, end: &[u8]) -> Result<BTreeMap<u8, (u64, u64)>, KeyspaceError> {
        let mut weights: BTreeMap<u8, (u64, u64)> = BTreeMap::new();
        for pair in self.keyspace.scan(&FIRST) {
            let (key, sealed) = pair?;
            if key.as_slice() >= end {
                break;
            }
            let block = parse(&sealed)?;
            let mut plain: BTreeMap<u8, (u64, u64)> = BTreeMap::new();
            for at in 0..block.len() {
                let (entries, bytes) =
                    plain.entry(block.key(at).first().copied().unwrap_or_default()).or_default();
                *entries += 1;
                *bytes += (block.key(at).len() + block.value(at).len()) as u64;
            }
            // A block is compressed as a whole, so each byte costs what the others do.
            let all: u64 = plain.values().map(|(_, bytes)| bytes).sum();
            for (tag, (entries, bytes)) in plain {
                let weight = weights.entry(tag).or_default();
                weight.0 += entries;
                weight.1 += (key.len() + sealed.len()) as u64 * bytes / all.max(1);
            }
        }
        Ok(weights)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::keyspace::memory::Memory;

    fn write(map: &mut Map, sum: &mut u64) {
        let written = map.batch().unwrap();
        let keys: Vec<_> = written.batch.iter().map(|(key, _)| key.clone()).collect();
        map.keyspace().apply(written.batch).unwrap();
        map.settle(&keys);
        *sum = sum.wrapping_add(written.sum);
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
                    // What is put unseen first is overruled by what is put later, seen or not.
                    map.put_unseen(key.clone(), Some(vec![0]));
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
