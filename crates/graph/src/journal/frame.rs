//! A frame of the journal as bytes: a header of 24 bytes, and a zstd frame.
//!
//! The header is a zstd skippable frame, so that the whole file is an ordinary zstd stream. It says how
//! long the zstd frame is and what its bytes add up to, so that a frame which was never written whole is
//! told from one that was damaged, and damage costs one frame and no more.
//!
//! Invariant: a header that reads back was written so.

use std::io;

use crate::compression::compress;

/// Length of a header in bytes.
pub(crate) const HEADER: usize = 24;
/// A skippable frame of the format's sixteen, the twelfth, little-endian.
pub(crate) const MAGIC: [u8; 4] = 0x184D_2A5B_u32.to_le_bytes();

/// Where a frame is, and the checksum of its compressed bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Position {
    /// The first byte of the header.
    pub(crate) offset: u64,
    /// Bytes of the zstd frame behind the header.
    pub(crate) length: u64,
    /// CRC-32 of the zstd frame.
    pub(crate) checksum: u32,
}

impl Position {
    /// One past the last byte.
    pub(crate) const fn end(self) -> u64 {
        self.offset + HEADER as u64 + self.length
    }
}

/// A frame that is ready to be written.
#[derive(Debug)]
pub(crate) struct Frame {
    /// The header and the zstd frame.
    bytes: Vec<u8>,
    checksum: u32,
}

impl Frame {
    /// Packs content.
    pub(crate) fn pack(content: &[u8]) -> io::Result<Self> {
        let compressed = compress(content)?;
        let checksum = crc32fast::hash(&compressed);
        Ok(Self { bytes: [&header(compressed.len(), checksum), compressed.as_slice()].concat(), checksum })
    }

    /// The header and the zstd frame.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Where the frame is, once it stands at `offset`.
    pub(crate) fn position(&self, offset: u64) -> Position {
        Position { offset, length: (self.bytes.len() - HEADER) as u64, checksum: self.checksum }
    }
}

fn header(length: usize, checksum: u32) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    header[..4].copy_from_slice(&MAGIC);
    header[4..8].copy_from_slice(&(HEADER as u32 - 8).to_le_bytes());
    header[8..16].copy_from_slice(&(length as u64).to_le_bytes());
    header[16..20].copy_from_slice(&checksum.to_le_bytes());
    let own = crc32fast::hash(&header[..20]);
    header[20..].copy_from_slice(&own.to_le_bytes());
    header
}

/// Reads a header that stands at `offset`.
pub(crate) fn read_header(header: &[u8; HEADER], offset: u64) -> Option<Position> {
    let number = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let sound = header[..4] == MAGIC
        && number(4) as usize == HEADER - 8
        && number(20) == crc32fast::hash(&header[..20]);
    let length = u64::from(number(8)) | u64::from(number(12)) << 32;
    // A length that leads past the end of all numbers is no length.
    offset.checked_add(HEADER as u64)?.checked_add(length)?;
    sound.then_some(Position { offset, length, checksum: number(16) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_with_any_bit_flipped_is_none() {
        let header = header(10, crc32fast::hash(b"some frame"));
        let position = read_header(&header, 7).unwrap();
        assert_eq!((position.offset, position.length, position.end()), (7, 10, 41));
        for bit in 0..HEADER * 8 {
            let mut flipped = header;
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(read_header(&flipped, 7), None, "bit {bit}");
        }
    }
}
