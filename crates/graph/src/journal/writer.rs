//! Appending to the journal.
//!
//! Invariant: when `sync` returns, every appended frame is on disk; when either fails, the journal ends
//! where it did after the last `sync`.

use std::fs::{File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

use super::frame::{Frame, Position};

/// The journal's end.
#[derive(Debug)]
pub(crate) struct Writer {
    file: File,
    end: u64,
    /// Up to where it is on disk.
    synced: u64,
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
        Ok(Self { file, end, synced: end, broken: false })
    }

    /// Appends a frame, which is on disk after the next [`Writer::sync`].
    pub(crate) fn append(&mut self, frame: &Frame) -> io::Result<Position> {
        if self.broken {
            return Err(io::Error::other(
                "an earlier write failed and could not be taken back: open the store again",
            ));
        }
        let written = self.file.seek(SeekFrom::Start(self.end));
        let written = written.and_then(|_| self.file.write_all(frame.bytes()));
        written.inspect_err(|_| self.take_back())?;
        let position = frame.position(self.end);
        self.end = position.end();
        Ok(position)
    }

    /// Waits until what was appended is on disk.
    pub(crate) fn sync(&mut self) -> io::Result<()> {
        if self.synced == self.end {
            return Ok(());
        }
        let synced = self.file.sync_data();
        synced.inspect_err(|_| self.take_back())?;
        self.synced = self.end;
        Ok(())
    }

    fn take_back(&mut self) {
        self.end = self.synced;
        let undone = self.file.set_len(self.end).and_then(|()| self.file.sync_all());
        self.broken = undone.is_err();
    }
}
