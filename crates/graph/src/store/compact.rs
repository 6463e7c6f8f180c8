//! Writing the journal anew without what was replaced or removed.
//!
//! It must not change what the store says. Invariant: at every instant there is one whole journal, the old one
//! or the new one; the index is set aside before they change places, and made again from whichever is there.

use std::collections::HashMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::marker::sync_folder;
use super::open::{discard_index, in_memory, replay};
use super::state::State;
use crate::journal::{Extent, Found, Frame, Journal, Writer};
use crate::{GraphError, Remark};

/// What compacting did.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Compaction {
    /// Bytes of the journal before.
    pub bytes_before: u64,
    /// And after.
    pub bytes_after: u64,
    /// Frames after.
    pub frames: u64,
    /// What was found damaged on the way. It is not carried over, and the old journal then stays beside the
    /// new one.
    pub remarks: Vec<Remark>,
    /// The old journal, where it was damaged.
    pub kept: Option<PathBuf>,
}

impl State {
    /// Writes the journal anew, and makes the index again. `progress` is told how many bytes of how many were
    /// read.
    pub(super) fn compact(&mut self, progress: impl FnMut(u64, u64)) -> Result<Compaction, GraphError> {
        self.writing()?;
        let path = self.journal.path().to_owned();
        let new = beside(&path, "new");
        let done = self.write_anew(&new, progress)?;
        let swapped = self.swap(&path, &new, done);
        if swapped.is_err() {
            // Whichever journal is there answers; the next opening makes its index.
            self.writing()?.halted = true;
            let mut index = in_memory(&self.path)?;
            replay(&self.journal, &mut index, &mut Vec::new())?;
            self.index = index;
        }
        swapped
    }

    fn swap(&mut self, path: &Path, new: &Path, done: Compaction) -> Result<Compaction, GraphError> {
        // From here on the index is nobody's, so that no journal is ever read with another's index.
        self.index = in_memory(&self.path)?;
        discard_index(&self.path)?;
        let kept = (!done.remarks.is_empty()).then(|| beside(path, "damaged"));
        if let Some(kept) = &kept {
            let _ = fs::remove_file(kept);
            fs::hard_link(path, kept).map_err(GraphError::io(kept))?;
        }
        fs::rename(new, path).map_err(GraphError::io(path))?;
        self.journal = Journal::new(path.to_owned());
        sync_folder(&self.path)?;
        let writer = Writer::open(path, done.bytes_after).map_err(GraphError::io(path))?;
        self.writing()?.writer = writer;
        self.rebuild()?;
        Ok(Compaction { kept, ..done })
    }

    /// Writes what the index says of documents into a new journal, frame by frame.
    fn write_anew(&self, new: &Path, mut progress: impl FnMut(u64, u64)) -> Result<Compaction, GraphError> {
        let failed = GraphError::io(new);
        let live = self.live()?;
        File::create(new).map_err(&failed)?;
        let mut writer = Writer::open(new, 0).map_err(&failed)?;
        let mut reader = self.journal.read_from(0)?;
        let length = self.journal.path().metadata().map_err(GraphError::io(self.journal.path()))?.len();
        let mut done =
            Compaction { bytes_before: length, bytes_after: 0, frames: 0, remarks: Vec::new(), kept: None };
        while let Some(found) = reader.next().map_err(GraphError::io(self.journal.path()))? {
            match found {
                Found::Frame(position, content) => {
                    let mut lines = Vec::new();
                    for extent in live.get(&position.offset).into_iter().flatten() {
                        lines.extend_from_slice(extent.of(&content).unwrap_or_default());
                        lines.push(b'\n');
                    }
                    if !lines.is_empty() {
                        let packed = Frame::pack(&lines).map_err(&failed)?;
                        done.bytes_after = writer.append(&packed).map_err(&failed)?.end();
                        done.frames += 1;
                    }
                }
                Found::Damaged { offset, reason } => {
                    done.remarks.push(Remark::DamagedFrame { offset, reason });
                }
                Found::Torn { .. } => {}
            }
            progress(reader.offset(), length);
        }
        writer.sync().map_err(&failed)?;
        Ok(done)
    }

    /// Where the lines of all documents are: by frame, in order.
    fn live(&self) -> Result<HashMap<u64, Vec<Extent>>, GraphError> {
        let mut live: HashMap<u64, Vec<Extent>> = HashMap::new();
        for document in self.document_ids()? {
            if let Some((_, card)) = self.find_document(&document)? {
                live.entry(card.position.offset).or_default().push(card.extent);
            }
        }
        live.values_mut().for_each(|extents| extents.sort_by_key(|extent| extent.start));
        Ok(live)
    }
}

/// A file beside the journal.
fn beside(journal: &Path, ending: &str) -> PathBuf {
    let mut name = journal.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
