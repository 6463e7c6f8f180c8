//! Appending to the journal.
//!
//! Invariant: when `sync` returns, every appended frame is on disk; when either fails, the journal ends
//! where it did after the last `sync`.

use std::io;
use std::path::Path;

use super::frame::{Frame, Position};
use crate::storage::{Output, Storage};

/// The journal's end.
#[derive(Debug)]
pub(crate) struct Writer {
    file: Box<dyn Output>,
    end: u64,
    /// Up to where it is on disk.
    synced: u64,
    /// Set when a failed append could not be taken back.
    broken: bool,
}

impl Writer {
    /// Opens the journal to append at `end`; what stands behind it is cut off.
    pub(crate) fn open(disk: &dyn Storage, path: &Path, end: u64) -> io::Result<Self> {
        let mut file = disk.open(path, false)?;
        if file.length()? > end {
            file.cut(end)?;
            file.sync()?;
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
        let written = self.file.write_at(self.end, frame.bytes());
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
        let synced = self.file.sync();
        synced.inspect_err(|_| self.take_back())?;
        self.synced = self.end;
        Ok(())
    }

    /// Cuts off what was appended since the last [`Writer::sync`].
    pub(crate) fn take_back(&mut self) {
        self.end = self.synced;
        let undone = self.file.cut(self.end).and_then(|()| self.file.sync());
        self.broken = undone.is_err();
    }
}
