//! Appending to the journal.
//!
//! Invariant: when `append` returns, the frame is on disk; when it fails, the journal ends where it did.

use std::fs::{File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

use super::frame::{self, Position};
use crate::compression::compress;

/// The journal's end.
#[derive(Debug)]
pub(crate) struct Writer {
    file: File,
    end: u64,
    /// Set when a failed append could not be taken back.
    broken: bool,
}

impl Writer {
    /// Opens the journal to append at `end`; what stands behind it is cut off.
    pub(crate) fn open(path: &Path, end: u64) -> io::Result<Self> {
        let file = OpenOptions::new().read(true).write(true).open(path)?;
        if file.metadata()?.len() > end {
            file.set_len(end)?;
            file.sync_all()?;
        }
        Ok(Self { file, end, broken: false })
    }

    /// Appends content as one frame and waits until it is on disk.
    pub(crate) fn append(&mut self, content: &[u8]) -> io::Result<Position> {
        if self.broken {
            return Err(io::Error::other(
                "an earlier write failed and could not be taken back: open the store again",
            ));
        }
        let compressed = compress(content)?;
        let header = frame::header(&compressed);
        let written = self.write(&header, &compressed);
        if let Err(error) = written {
            let undone = self.file.set_len(self.end).and_then(|()| self.file.sync_all());
            self.broken = undone.is_err();
            return Err(error);
        }
        let checksum = crc32fast::hash(&compressed);
        let position = Position { offset: self.end, length: compressed.len() as u64, checksum };
        self.end = position.end();
        Ok(position)
    }

    fn write(&mut self, header: &[u8], compressed: &[u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(self.end))?;
        self.file.write_all(header)?;
        self.file.write_all(compressed)?;
        self.file.sync_data()
    }
}
