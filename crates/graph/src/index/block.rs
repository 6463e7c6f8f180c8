//! A block: neighbouring entries of the index, sorted, each key written as what differs from the one
//! before. This is what makes a posting cost three bytes and not a hundred.
//!
//! It must not know what the keys mean. Invariant: keys ascend strictly.
//!
//! An entry is: bytes shared with the key before, bytes of its own, bytes of its value (three varints),
//! its own bytes, the value.

use std::ops::Range;

/// A block, taken apart.
#[derive(Debug, Default)]
pub(crate) struct Block {
    /// The keys, whole, one behind the other, and the values.
    bytes: Vec<u8>,
    entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    key: Range<u32>,
    value: Range<u32>,
}

fn range(bytes: &[u8], range: &Range<u32>) -> Range<usize> {
    debug_assert!(range.end as usize <= bytes.len());
    range.start as usize..range.end as usize
}

impl Block {
    /// Takes a payload apart; nothing where it is not a block's.
    pub(crate) fn parse(payload: &[u8]) -> Option<Self> {
        let mut block = Self { bytes: Vec::with_capacity(payload.len() * 2), entries: Vec::new() };
        let mut rest = payload;
        let mut before = 0..0;
        while !rest.is_empty() {
            let (shared, own, value) = (varint(&mut rest)?, varint(&mut rest)?, varint(&mut rest)?);
            if shared > before.len() || rest.len() < own.checked_add(value)? {
                return None;
            }
            let start = block.bytes.len();
            block.bytes.extend_from_within(before.start..before.start + shared);
            block.bytes.extend_from_slice(&rest[..own]);
            let middle = block.bytes.len();
            block.bytes.extend_from_slice(&rest[own..own + value]);
            rest = &rest[own + value..];
            if !block.entries.is_empty() && block.bytes[before] >= block.bytes[start..middle] {
                return None;
            }
            before = start..middle;
            let number = |at: usize| u32::try_from(at).ok();
            block.entries.push(Entry {
                key: number(start)?..number(middle)?,
                value: number(middle)?..number(block.bytes.len())?,
            });
        }
        Some(block)
    }

    /// How many entries it has.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Bytes in memory.
    pub(crate) fn weight(&self) -> usize {
        self.bytes.len() + self.entries.len() * size_of::<Entry>()
    }

    /// A key by its place.
    pub(crate) fn key(&self, at: usize) -> &[u8] {
        &self.bytes[range(&self.bytes, &self.entries[at].key)]
    }

    /// A value by its place.
    pub(crate) fn value(&self, at: usize) -> &[u8] {
        &self.bytes[range(&self.bytes, &self.entries[at].value)]
    }

    /// The place of a key, or where it would be.
    pub(crate) fn find(&self, key: &[u8]) -> Result<usize, usize> {
        self.entries.binary_search_by(|entry| self.bytes[range(&self.bytes, &entry.key)].cmp(key))
    }
}

/// Writes entries as a payload.
#[derive(Debug, Default)]
pub(crate) struct Packer {
    payload: Vec<u8>,
    before: Vec<u8>,
}

impl Packer {
    /// Adds an entry; its key must be greater than the one before.
    pub(crate) fn push(&mut self, key: &[u8], value: &[u8]) {
        let shared = key.iter().zip(&self.before).take_while(|(a, b)| a == b).count();
        for number in [shared, key.len() - shared, value.len()] {
            put_varint(&mut self.payload, number as u64);
        }
        self.payload.extend_from_slice(&key[shared..]);
        self.payload.extend_from_slice(value);
        self.before.truncate(shared);
        self.before.extend_from_slice(&key[shared..]);
    }

    /// Bytes so far.
    pub(crate) fn len(&self) -> usize {
        self.payload.len()
    }

    /// The payload, and a fresh start.
    pub(crate) fn take(&mut self) -> Vec<u8> {
        self.before.clear();
        std::mem::take(&mut self.payload)
    }
}

/// Writes a number, seven bits a byte, the lowest first.
pub(crate) fn put_varint(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn varint(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0_u64;
    for shift in (0..63).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return usize::try_from(number).ok();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_gives_back_its_entries() {
        let mut packer = Packer::default();
        let entries: Vec<(Vec<u8>, Vec<u8>)> =
            (0..500_u32).map(|n| (n.to_be_bytes().to_vec(), vec![n as u8; n as usize % 3])).collect();
        entries.iter().for_each(|(key, value)| packer.push(key, value));
        let payload = packer.take();
        assert!(payload.len() < 500 * 6, "{}", payload.len());
        let block = Block::parse(&payload).unwrap();
        assert_eq!(block.len(), entries.len());
        for (at, (key, value)) in entries.iter().enumerate() {
            assert_eq!((block.key(at), block.value(at)), (&key[..], &value[..]));
            assert_eq!(block.find(key), Ok(at));
        }
        assert_eq!(block.find(&[0, 0, 0, 9, 0]), Err(10));
    }

    #[test]
    fn no_bytes_make_it_panic() {
        for seed in 0..2000_u32 {
            let bytes: Vec<u8> =
                (0..seed % 40).map(|n| (seed.wrapping_mul(2_654_435_761) >> (n % 24)) as u8).collect();
            let _ = Block::parse(&bytes);
        }
    }
}
