//! The journal: the truth of a store, an append-only file of zstd frames of JSON Lines.
//!
//! It must not know the index. One ingest, import or removal is one frame.

pub(crate) mod entry;
pub(crate) mod frame;
pub(crate) mod reader;
mod writer;

use std::collections::VecDeque;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

pub(crate) use self::entry::{Content, Entry, Extent, Group};
pub(crate) use self::frame::{Frame, Position};
pub(crate) use self::reader::{Found, Reader};
pub(crate) use self::writer::Writer;
use crate::GraphError;

/// How many frames' contents are kept for the next reader: neighbouring rows mostly share one.
const KEPT: usize = 64;
/// And how many bytes together.
const KEPT_BYTES: usize = 32 << 20;

/// Random access to the journal's frames.
#[derive(Debug)]
pub(crate) struct Journal {
    path: PathBuf,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    file: Option<File>,
    contents: VecDeque<(u64, Arc<Vec<u8>>)>,
}

impl Journal {
    /// The journal at a path.
    pub(crate) fn new(path: PathBuf) -> Self {
        Self { path, kept: Mutex::default() }
    }

    /// The file.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Its bytes.
    pub(crate) fn length(&self) -> Result<u64, GraphError> {
        self.path.metadata().map(|found| found.len()).map_err(GraphError::io(&self.path))
    }

    /// Reads the frames from an offset on.
    pub(crate) fn read_from(&self, offset: u64) -> Result<Reader, GraphError> {
        // Opened now and once more: where another process puts a new journal in this one's place, what was
        // read of the old one is still found in it.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.file.is_none() {
            kept.file = Some(File::open(&self.path).map_err(GraphError::io(&self.path))?);
        }
        drop(kept);
        let file = File::open(&self.path).map_err(GraphError::io(&self.path))?;
        Reader::new(file, offset).map_err(GraphError::io(&self.path))
    }

    /// The content of the frame at a position.
    pub(crate) fn content(&self, position: Position) -> Result<Arc<Vec<u8>>, GraphError> {
        // The cache is whole whenever its lock is free, a panic elsewhere notwithstanding.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, content)) = kept.contents.iter().find(|(offset, _)| *offset == position.offset) {
            return Ok(Arc::clone(content));
        }
        let file = match &mut kept.file {
            Some(file) => file,
            none => none.insert(File::open(&self.path).map_err(GraphError::io(&self.path))?),
        };
        let content = reader::read(file, position).map_err(GraphError::io(&self.path))?;
        let content = Arc::new(content.map_err(|reason| self.damaged(position.offset, reason))?);
        kept.contents.push_front((position.offset, Arc::clone(&content)));
        while kept.contents.len() > KEPT
            || (kept.contents.len() > 1
                && kept.contents.iter().map(|(_, c)| c.len()).sum::<usize>() > KEPT_BYTES)
        {
            kept.contents.pop_back();
        }
        Ok(content)
    }

    /// The error for a frame that does not hold what it should.
    pub(crate) fn damaged(&self, offset: u64, reason: String) -> GraphError {
        GraphError::DamagedFrame { path: self.path.clone(), offset, reason }
    }
}
