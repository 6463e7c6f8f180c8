//! The index as one ordered map, packed into blocks over a keyspace.
//!
//! It must not know what the entries mean. A block's key is a lower bound of its entries' keys, and it
//! reaches up to the next block's; the first block's is empty but for one zero. Changes gather in memory,
//! where reads see them, until they are written as one batch: into the blocks, or to the tail.
//!
//! Invariant: `sum` is the sum of the checksums of all blocks and pieces of the tail, so that a lost or stale one shows.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{Arc, Mutex, PoisonError};

use super::block::Block;
use super::sealed::{Change, Replaced, Written, divide, parse, seal_all, weigh};
use super::tail::{Piece, Tail};
use super::unseen::Unseen;
use crate::keyspace::{Batch, Keyspace, KeyspaceError};

/// The first block's key.
pub(super) const FIRST: [u8; 1] = [0];
/// Bytes of taken-apart blocks that are kept for the next reader.
const KEPT: usize = 8 << 20;

/// An ordered map of small entries.
#[derive(Debug)]
pub(crate) struct Map {
    keyspace: Box<dyn Keyspace>,
    kept: Mutex<Kept>,
    /// What is written and not in the blocks yet.
    tail: Tail,
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
    pub(crate) fn open(keyspace: Box<dyn Keyspace>) -> Result<Self, KeyspaceError> {
        let tail = Tail::read(&*keyspace)?;
        Ok(Self { tail, ..Self::over(keyspace) })
    }

    /// The map in a keyspace that has no tail.
    pub(crate) fn over(keyspace: Box<dyn Keyspace>) -> Self {
        let (kept, tail) = (Mutex::default(), Tail::default());
        Self { keyspace, kept, tail, changes: BTreeMap::new(), unseen: Unseen::default() }
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
        if let Some(change) = self.changes.get(key).or_else(|| self.tail.get(key)) {
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
        let changes = self.changes.range::<[u8], _>((Bound::Included(from), Bound::Excluded(to)));
        let changes = changes.map(|(key, value)| (key.as_slice(), value.as_deref()));
        let mut changes = merge(changes, self.tail.range(from, to)).peekable();
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
                while let Some((changed, value)) = changes.next_if(|(changed, _)| *changed <= key) {
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

    /// Turns the changes that wait into a batch of the keyspace, whose blocks have so many bytes. They are
    /// forgotten by [`Map::settle`], once the batch is applied.
    pub(crate) fn batch(&mut self, blocks: u64) -> Result<Written, KeyspaceError> {
        self.unseen.sort();
        let of = |(key, value): (&Vec<u8>, &Option<Vec<u8>>)| key.len() + value.as_ref().map_or(0, Vec::len);
        let weight = self.unseen.weight() + self.changes.iter().map(of).sum::<usize>();
        let seen = self.changes.iter().map(|(key, value)| (key.as_slice(), value.as_deref()));
        let changes = merge(seen, self.unseen.iter());
        if self.waiting() == 0 {
            Ok(Written::default())
        } else if self.tail.has_room(weight, blocks) {
            self.tail.piece(changes)
        } else {
            self.write_blocks(merge(changes, self.tail.iter()))
        }
    }

    /// Turns changes, those of the tail among them, into blocks.
    fn write_blocks<'a>(
        &'a self,
        changes: impl Iterator<Item = Change<'a>>,
    ) -> Result<Written, KeyspaceError> {
        let mut changes = changes.peekable();
        let mut gone = Batch::new();
        let mut written = seal_all(|made| {
            let mut replaced = Replaced::default();
            self.tail.give_up(&mut replaced, &mut gone);
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
        })?;
        written.batch.append(&mut gone);
        Ok(written)
    }

    /// Forgets the changes, which are in the piece of the tail that was written or else in the blocks, and what was
    /// kept of those.
    pub(crate) fn settle(
        &mut self,
        batch_keys: &[Vec<u8>],
        piece: Option<Piece>,
    ) -> Result<(), KeyspaceError> {
        self.discard();
        if let Some(piece) = piece {
            return self.tail.take_in(piece);
        }
        if !batch_keys.is_empty() {
            self.tail = Tail::default();
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        for key in batch_keys {
            if let Some(placed) = kept.blocks.remove(key) {
                kept.weight = kept.weight.saturating_sub(placed.block.weight() + key.len());
            }
        }
        Ok(())
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
            // Of an entry that the tail has otherwise, both are weighed: both take room.
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

/// Changes in order, of one key those of the first over those of the second.
fn merge<'a>(
    over: impl Iterator<Item = Change<'a>>,
    under: impl Iterator<Item = Change<'a>>,
) -> impl Iterator<Item = Change<'a>> {
    let (mut over, mut under) = (over.peekable(), under.peekable());
    std::iter::from_fn(move || match (over.peek(), under.peek()) {
        (Some((one, _)), Some((other, _))) => match one.cmp(other) {
            Ordering::Less => over.next(),
            Ordering::Greater => under.next(),
            Ordering::Equal => {
                under.next();
                over.next()
            }
        },
        (Some(_), None) => over.next(),
        (None, _) => under.next(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::keyspace::memory::Memory;

    /// Writes what waits, beside blocks of so many bytes; whether it went to the tail.
    fn write(map: &mut Map, sum: &mut u64, blocks: u64) -> bool {
        let written = map.batch(blocks).unwrap();
        let keys: Vec<_> = written.batch.iter().map(|(key, _)| key.clone()).collect();
        map.keyspace().apply(written.batch).unwrap();
        let is_piece = written.piece.is_some();
        map.settle(&keys, written.piece).unwrap();
        *sum = sum.wrapping_add(written.sum);
        is_piece
    }

    proptest! {
        #[test]
        fn it_is_a_map(steps in prop::collection::vec(
            (prop::collection::vec((0_u16..3000, prop::option::of(0_u8..60)), 1..200), 0_u64..1 << 18), 1..12,
        )) {
            let mut map = Map::open(Box::new(Memory::default())).unwrap();
            let mut model = BTreeMap::new();
            let mut sum = 0;
            for (step, blocks) in &steps {
                for (key, length) in step {
                    let key = [&[1_u8][..], &key.to_be_bytes()].concat();
                    let value = length.map(|length| vec![length; usize::from(length)]);
                    // What is put unseen first is overruled by what is put later, seen or not.
                    map.put_unseen(key.clone(), Some(vec![0]));
                    map.put(key.clone(), value.clone());
                    match value { Some(value) => { model.insert(key, value); } None => { model.remove(&key); } }
                }
                for state in ["waiting", "written", "opened again"] {
                    match state {
                        "written" => { write(&mut map, &mut sum, *blocks); }
                        "opened again" => map = Map::open(map.keyspace).unwrap(),
                        _ => {}
                    }
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

    #[test]
    fn small_changes_go_to_the_tail_until_they_are_many() {
        let mut map = Map::open(Box::new(Memory::default())).unwrap();
        let (mut sum, mut pieces, mut whole) = (0, 0, 0);
        for n in 0..100_u8 {
            map.put(vec![1, n], Some(vec![n; 100]));
            if write(&mut map, &mut sum, 1 << 14) {
                pieces += 1
            } else {
                whole += 1
            }
            assert_eq!(map.sum(&[255]).unwrap(), sum);
        }
        // A sixteenth of 16 KiB has room for nine.
        assert_eq!((pieces, whole), (90, 10));
        assert_eq!(map.weigh(&[255]).unwrap().get(&1).unwrap().0, 100);
    }
}
