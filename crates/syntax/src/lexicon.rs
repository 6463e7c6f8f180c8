//! The vectors of words, read where they lie in the model's bytes.
//!
//! A table of slots (open addressing, linear) leads from a word's hash to its row; a row is known
//! by 32 bits of the hash. Rows are eight-bit numbers with one factor each. Words that are not in
//! it get a vector from their ends.

use std::borrow::Cow;
use std::ops::Range;

use crate::dimensions::WORD;
use crate::error::ModelError;
use crate::reader::Reader;
use crate::word::{AFFIX_BUCKETS, Word};

/// Rows of eight-bit numbers with a factor each, where they lie in a model's bytes.
#[derive(Debug)]
pub(crate) struct Rows<const WIDTH: usize> {
    factors: Range<usize>,
    values: Range<usize>,
}

impl<const WIDTH: usize> Rows<WIDTH> {
    pub(crate) fn read(
        reader: &mut Reader<'_>,
        count: usize,
        what: &'static str,
    ) -> Result<Self, ModelError> {
        Ok(Self { factors: reader.range(count * 2, what)?, values: reader.range(count * WIDTH, what)? })
    }

    /// Adds a row to a vector; nothing where there is no such row.
    pub(crate) fn add(&self, bytes: &[u8], row: usize, vector: &mut [f32]) {
        let factor = bytes[self.factors.clone()].as_chunks::<2>().0.get(row);
        let values = bytes[self.values.clone()].as_chunks::<WIDTH>().0.get(row);
        let (Some(factor), Some(values)) = (factor, values) else { return };
        // The factor is the upper half of a 32-bit float.
        let factor = f32::from_bits(u32::from(u16::from_le_bytes(*factor)) << 16);
        for (value, &byte) in vector.iter_mut().zip(values) {
            *value += factor * f32::from(byte.cast_signed());
        }
    }
}

/// The words a model knows.
#[derive(Debug)]
pub(crate) struct Lexicon {
    bytes: Cow<'static, [u8]>,
    slots: Range<usize>,
    fingerprints: Range<usize>,
    words: Rows<WORD>,
    affixes: [Rows<WORD>; 4],
    unknown: Vec<f32>,
}

impl Lexicon {
    /// Reads the lexicon's part of the file; `bytes` are those the reader reads.
    pub(crate) fn read(
        bytes: Cow<'static, [u8]>,
        reader: &mut Reader<'_>,
        words: usize,
        slots: usize,
    ) -> Result<Self, ModelError> {
        if !slots.is_power_of_two() || slots <= words || words > u16::MAX as usize {
            return Err(ModelError::Damaged { what: "the size of the word table" });
        }
        let slots = reader.range(slots * 2, "the word table")?;
        let fingerprints = reader.range(words * 4, "the words' fingerprints")?;
        let words = Rows::read(reader, words, "the word vectors")?;
        let mut affix = || Rows::read(reader, AFFIX_BUCKETS, "the affix vectors");
        let affixes = [affix()?, affix()?, affix()?, affix()?];
        let unknown = reader.floats(WORD, "the unknown word")?;
        Ok(Self { bytes, slots, fingerprints, words, affixes, unknown })
    }

    /// The row of the word with this hash; rows are in order of frequency, the commonest first.
    pub(crate) fn row(&self, hash: u64) -> Option<usize> {
        let slots = self.bytes[self.slots.clone()].as_chunks::<2>().0;
        let fingerprints = self.bytes[self.fingerprints.clone()].as_chunks::<4>().0;
        let fingerprint = ((hash >> 32) as u32).to_le_bytes();
        let mask = slots.len() - 1;
        let mut at = hash as usize & mask;
        // A damaged file may have no empty slot.
        for _ in 0..slots.len() {
            let row = u16::from_le_bytes(slots[at]).checked_sub(1)? as usize;
            if fingerprints.get(row) == Some(&fingerprint) {
                return Some(row);
            }
            at = (at + 1) & mask;
        }
        None
    }

    /// The row of a word, or of what it is known by.
    pub(crate) fn row_of(&self, word: &Word) -> Option<usize> {
        [word.hash, word.digitless_hash, word.tail_hash].into_iter().find_map(|hash| self.row(hash))
    }

    /// Adds a word's vector.
    pub(crate) fn add_vector(&self, word: &Word, vector: &mut [f32]) {
        if let Some(row) = self.row_of(word) {
            self.words.add(&self.bytes, row, vector);
            return;
        }
        for (rows, &bucket) in self.affixes.iter().zip(&word.affixes) {
            rows.add(&self.bytes, bucket as usize, vector);
        }
        for (value, unknown) in vector.iter_mut().zip(&self.unknown) {
            *value += unknown;
        }
    }
}
