//! Writing the journal anew without what was replaced or removed.
//!
//! It must not change what the store says. Invariant: at every instant there is one whole journal, the old one
//! or the new one; the index is set aside before they change places, and made again from whichever is there.

use std::collections::HashMap;
use std::path::Path;

use super::open::{discard_index, in_memory};
use super::state::State;
use rapporteur_schema::{Timestamp, judgement};

use crate::GraphError;
use crate::journal::entry::recorded_line;
use crate::journal::{Extent, Found, Frame, Journal, Writer};

/// What compacting did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Compaction {
    /// Bytes of the journal before.
    pub bytes_before: u64,
    /// And after.
    pub bytes_after: u64,
    /// Frames after.
    pub frames: u64,
}

/// A document's lines, and when it was put in.
type Live = (Option<Timestamp>, Extent);

impl State {
    /// Writes the journal anew, and makes the index again. `progress` is told how many bytes of how many were
    /// read, of the old journal and then of the new one.
    pub(super) fn compact(&mut self, progress: &mut dyn FnMut(u64, u64)) -> Result<Compaction, GraphError> {
        self.writing()?;
        let path = self.journal.path().to_owned();
        let mut new = path.clone().into_os_string();
        new.push(".new");
        let done = self.write_anew(new.as_ref(), progress)?;
        self.swap(&path, new.as_ref(), done.bytes_after).inspect_err(|error| self.halt(error))?;
        self.rebuild(progress)?;
        Ok(done)
    }

    /// Puts the new journal in the old one's place.
    fn swap(&mut self, path: &Path, new: &Path, end: u64) -> Result<(), GraphError> {
        // From here on there is no index, so that no journal is ever read with another's.
        self.index = in_memory(&self.path)?;
        discard_index(&*self.disk, &self.path)?;
        self.disk.rename(new, path).map_err(GraphError::io(path))?;
        self.journal = Journal::new(path.to_owned());
        self.disk.sync_folder(&self.path).map_err(GraphError::io(&self.path))?;
        let writer = Writer::open(&*self.disk, path, end).map_err(GraphError::io(path))?;
        self.writing()?.writer = writer;
        Ok(())
    }

    /// Writes what the index says of documents into a new journal, frame by frame. What is damaged is an
    /// error: it would be gone for good.
    fn write_anew(&self, new: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<Compaction, GraphError> {
        let failed = GraphError::io(new);
        let live = self.live()?;
        self.disk.open(new, true).map_err(&failed)?;
        let mut writer = Writer::open(&*self.disk, new, 0).map_err(&failed)?;
        let mut reader = self.journal.read_from(0)?;
        let old = self.journal.path();
        let bytes_before = self.journal.length()?;
        let mut done = Compaction { bytes_before, bytes_after: 0, frames: 0 };
        while let Some(found) = reader.next().map_err(GraphError::io(old))? {
            match found {
                Found::Frame(position, content) => {
                    let mut lines = Vec::new();
                    // Judgements are never replaced: one that was taken back is history.
                    for line in content.split_inclusive(|byte| *byte == b'\n') {
                        if line.starts_with(judgement::LINE.as_bytes()) {
                            lines.extend_from_slice(line);
                        }
                    }
                    let mut said = None;
                    for (recorded, extent) in live.get(&position.offset).into_iter().flatten() {
                        // Those of which it is not known come first.
                        if let Some(time) = recorded
                            && said != Some(*time)
                        {
                            lines.extend_from_slice(recorded_line(*time).as_bytes());
                            said = Some(*time);
                        }
                        lines.extend_from_slice(extent.of(&content).unwrap_or_default());
                        lines.push(b'\n');
                    }
                    if !lines.is_empty() {
                        let packed = Frame::pack(&lines).map_err(&failed)?;
                        done.bytes_after = writer.append(&packed).map_err(&failed)?.end();
                        done.frames += 1;
                    }
                }
                Found::Damaged { offset, reason } => return Err(self.journal.damaged(offset, reason)),
                Found::Torn { .. } => {}
            }
            progress(reader.offset(), bytes_before);
        }
        writer.sync().map_err(&failed)?;
        Ok(done)
    }

    /// Where the lines of all documents are, and when each was put in: by frame, in order.
    fn live(&self) -> Result<HashMap<u64, Vec<Live>>, GraphError> {
        let mut live: HashMap<u64, Vec<Live>> = HashMap::new();
        for document in self.document_ids()? {
            if let Some((_, card)) = self.find_document(&document)? {
                live.entry(card.position.offset).or_default().push((card.recorded, card.extent));
            }
        }
        live.values_mut().for_each(|extents| {
            extents.sort_by_key(|(recorded, extent)| (recorded.is_some(), extent.start));
        });
        Ok(live)
    }
}
