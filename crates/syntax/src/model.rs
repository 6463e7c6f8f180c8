//! The model file: a header, then the parts in a fixed order.
//!
//! The large tables stay where they lie in the bytes; the small matrices are unpacked. A file for
//! another layout of the network is refused by its header.

use std::borrow::Cow;

use crate::dimensions::{CONTEXT, HIDDEN, RECURRENT, WINDOW, WORD};
use crate::encoder::Encoder;
use crate::error::ModelError;
use crate::lexicon::Lexicon;
use crate::matrix::Matrix;
use crate::reader::Reader;
use crate::scorer::Scorer;
use crate::transition::{FACT_SIZE, FACTS, POSITIONS};
use crate::word::{AFFIX_BUCKETS, SHAPES};
use crate::{FineTag, Relation, Upos};

/// The bytes a model begins with.
pub const MAGIC: &[u8; 8] = b"RAPSYNTX";

/// The numbers of the header that must be as here.
#[must_use]
pub fn header() -> [(&'static str, u32); 12] {
    [
        ("format", 1),
        ("word width", WORD as u32),
        ("window width", WINDOW as u32),
        ("recurrent width", RECURRENT as u32),
        ("hidden width", HIDDEN as u32),
        ("number of positions", POSITIONS as u32),
        ("number of facts", (FACTS * FACT_SIZE) as u32),
        ("number of affixes", AFFIX_BUCKETS as u32),
        ("number of shapes", SHAPES as u32),
        ("number of fine tags", FineTag::ALL.len() as u32),
        ("number of universal tags", Upos::ALL.len() as u32),
        ("number of relations", Relation::ALL.len() as u32),
    ]
}

/// A model ready for use.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) lexicon: Lexicon,
    pub(crate) encoder: Encoder,
    pub(crate) tags: Matrix,
    pub(crate) scorer: Scorer,
}

impl Model {
    pub(crate) fn read(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let kept = bytes.clone();
        let mut reader = Reader::new(&bytes);
        if reader.take(MAGIC.len(), "the header").ok() != Some(&MAGIC[..]) {
            return Err(ModelError::Foreign);
        }
        for (what, needed) in header() {
            let found = reader.number("the header")?;
            if found != needed {
                return Err(ModelError::Version { what, found, needed });
            }
        }
        let words = reader.number("the header")? as usize;
        let slots = reader.number("the header")? as usize;
        let moves = reader.number("the header")? as usize;
        if !(3..1024).contains(&moves) {
            return Err(ModelError::Damaged { what: "the number of moves" });
        }
        let lexicon = Lexicon::read(kept, &mut reader, words, slots)?;
        let encoder = Encoder::read(&mut reader)?;
        let outputs = FineTag::ALL.len() + Upos::ALL.len();
        let bias = reader.floats(outputs, "the tags")?;
        let weights = reader.matrix(CONTEXT, outputs, "the tags")?;
        let scorer = Scorer::read(&mut reader, moves)?;
        if !reader.is_at_end() {
            return Err(ModelError::Damaged { what: "bytes after its end" });
        }
        Ok(Self { lexicon, encoder, tags: Matrix::new(&weights, CONTEXT, outputs, &bias), scorer })
    }
}
