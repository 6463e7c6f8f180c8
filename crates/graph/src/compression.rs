//! Compression; the only file that names zstd.
//!
//! It must not know what the bytes are. Invariant: every frame of the journal carries its content's size
//! and checksum.

use std::cell::RefCell;
use std::io;

/// Zstandard's own default: the journal's text gains little from more.
const LEVEL: i32 = 3;

/// Compresses into one frame.
pub(crate) fn compress(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressor = zstd::bulk::Compressor::new(LEVEL)?;
    compressor.include_checksum(true)?;
    compressor.include_contentsize(true)?;
    compressor.compress(content)
}

/// The index is read and written far more often than it is kept.
const LIGHT: i32 = 1;

/// Compresses many small pieces, without checksums: who keeps them has his own.
pub(crate) struct Light(zstd::bulk::Compressor<'static>);

impl Light {
    /// A compressor, which is worth keeping for the next piece.
    pub(crate) fn new() -> io::Result<Self> {
        zstd::bulk::Compressor::new(LIGHT).map(Self)
    }

    /// Compresses a piece.
    pub(crate) fn compress(&mut self, content: &[u8]) -> io::Result<Vec<u8>> {
        self.0.compress(content)
    }
}

thread_local! {
    /// What takes pieces out: making one costs more than most pieces do.
    static TAKER: RefCell<Option<zstd::bulk::Decompressor<'static>>> = const { RefCell::new(None) };
}

/// Takes a piece out that has at most `limit` bytes.
pub(crate) fn decompress_light(piece: &[u8], limit: usize) -> io::Result<Vec<u8>> {
    TAKER.with_borrow_mut(|taker| match taker {
        Some(taker) => taker.decompress(piece, limit),
        none => none.insert(zstd::bulk::Decompressor::new()?).decompress(piece, limit),
    })
}

/// Takes a frame's content out. A frame that claims a size is believed only so far as its content goes.
pub(crate) fn decompress(frame: &[u8]) -> io::Result<Vec<u8>> {
    zstd::stream::decode_all(frame)
}
