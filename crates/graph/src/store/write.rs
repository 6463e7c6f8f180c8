//! Changing a store: first the journal, then the index.
//!
//! Invariant: what the journal does not have on disk is never in the index, and one change is one frame.

use rapporteur_schema::DocumentId;

use super::door::{self, Candidate};
use super::open::{fresh, replay};
use super::state::{State, Writing};
use crate::index::digest;
use crate::journal::{Content, Entry, Group};
use crate::{Change, Counts, GraphError, Ingested};

impl State {
    fn writing(&mut self) -> Result<&mut Writing, GraphError> {
        let read_only = |reason| GraphError::ReadOnly { path: self.path.clone(), reason };
        match &mut self.writing {
            None => Err(read_only(
                "another process has it open, or its folder is read-only; wait for the other to end, then open it again",
            )),
            Some(writing) if writing.halted => {
                Err(read_only("an earlier change did not reach the index; open the store again"))
            }
            Some(writing) => Ok(writing),
        }
    }

    /// Puts documents in, as one frame, those that change anything. Nothing is sure until [`State::settle`].
    pub(super) fn put(&mut self, candidates: Vec<Candidate>) -> Result<Vec<Ingested>, GraphError> {
        self.writing()?;
        door::check(&candidates, &self.index)?;
        let mut done = Vec::with_capacity(candidates.len());
        let mut content = Content::default();
        for candidate in candidates {
            let document = candidate.document.id.clone();
            let mut records = Counts::count(&candidate.records);
            records.documents = 1;
            let length = content.bytes.len();
            content.group(candidate.document, candidate.text, candidate.records);
            let change = match (self.find_document(&document)?, content.entries.last()) {
                (None, _) => Change::Added,
                (Some((_, known)), Some(Entry::Group(group)))
                    if known.digest == lines(group, &content.bytes) =>
                {
                    content.entries.pop();
                    content.bytes.truncate(length);
                    Change::Unchanged
                }
                (Some(_), _) => Change::Replaced,
            };
            done.push(Ingested { document, change, records });
        }
        self.append(&content)?;
        Ok(done)
    }

    /// Makes sure of what was put in or taken out: on disk in the journal, then in the index.
    pub(super) fn settle(&mut self) -> Result<(), GraphError> {
        let synced = self.writing()?.writer.sync();
        if let Err(error) = synced {
            // The journal ends where it did, and so must the index.
            self.index.discard();
            return Err(GraphError::io(self.journal.path())(error));
        }
        let committed = self.index.commit();
        if committed.is_err() {
            // The journal has it, and the next opening reads it in; a further frame would leave a gap.
            self.writing()?.halted = true;
        }
        committed
    }

    /// Takes a document out. Nothing is sure until [`State::settle`].
    pub(super) fn take_out(&mut self, document: &DocumentId) -> Result<bool, GraphError> {
        self.writing()?;
        if self.find_document(document)?.is_none() {
            return Ok(false);
        }
        let mut content = Content::default();
        content.removal(document.clone());
        self.append(&content)?;
        Ok(true)
    }

    fn append(&mut self, content: &Content) -> Result<(), GraphError> {
        if content.entries.is_empty() {
            return Ok(());
        }
        let appended = self.writing()?.writer.append(&content.bytes);
        let appended = appended.map_err(GraphError::io(self.journal.path()));
        let position = appended.inspect_err(|_| self.index.discard())?;
        let read = self.index.read(position, &content.bytes, &content.entries);
        if read.is_err() {
            self.index.discard();
            self.writing()?.halted = true;
        }
        read
    }

    /// Makes the index again.
    pub(super) fn rebuild(&mut self) -> Result<Vec<crate::Remark>, GraphError> {
        self.writing()?;
        // The old index has to let go of its folder first.
        self.index = super::open::in_memory(&self.path)?;
        self.index = fresh(&self.path)?;
        let mut remarks = Vec::new();
        replay(&self.journal, &mut self.index, &mut remarks)?;
        self.index.flush()?;
        Ok(remarks)
    }
}

fn lines(group: &Group, content: &[u8]) -> [u8; 16] {
    digest(group.extent().of(content).unwrap_or_default())
}
