//! Compression; the only file that names zstd.
//!
//! It must not know what the bytes are. Invariant: every frame carries its content's size and checksum.

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

/// Takes a frame's content out. A frame that claims a size is believed only so far as its content goes.
pub(crate) fn decompress(frame: &[u8]) -> io::Result<Vec<u8>> {
    zstd::stream::decode_all(frame)
}
