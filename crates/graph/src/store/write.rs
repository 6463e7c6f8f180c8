//! Changing a store: first the journal, then the index.
//!
//! Invariant: what the journal does not have on disk is never in the index, and one change is one frame.

use std::path::Path;

use rapporteur_schema::{DocumentId, Judgement};

use super::door::{self, Arrival};
use super::marker;
use super::open::{fresh, from_journal, in_memory, replay};
use super::state::{State, Writing};
use crate::clock::Clock;
use crate::index::Index;
use crate::journal::{Content, Entry, Frame};
use crate::{Change, Counts, GraphError, Ingest, Ingested, Remark};

/// A document that passed the door by itself, as lines: what can be done before its turn comes.
#[derive(Debug)]
pub(super) struct Prepared {
    arrival: Arrival,
    content: Content,
    /// The lines, packed, in case no others come into the same frame.
    frame: Option<Frame>,
}

impl Prepared {
    /// A document that shares its frame with others.
    pub(super) fn new(ingest: Ingest) -> Result<Self, GraphError> {
        Self::behind(Content::default(), ingest)
    }

    /// A document behind what the frame says before it.
    fn behind(mut content: Content, ingest: Ingest) -> Result<Self, GraphError> {
        let arrival = door::check_alone(&ingest)?;
        content.group(ingest.document, ingest.text, ingest.records);
        Ok(Self { arrival, content, frame: None })
    }

    /// A document that gets a frame of its own.
    pub(super) fn alone(ingest: Ingest, clock: &Clock, journal: &Path) -> Result<Self, GraphError> {
        let mut prepared = Self::behind(Content::recorded(clock.now()), ingest)?;
        prepared.frame = Some(Frame::pack(&prepared.content.bytes).map_err(GraphError::io(journal))?);
        Ok(prepared)
    }
}

impl State {
    pub(super) fn writing(&mut self) -> Result<&mut Writing, GraphError> {
        let read_only = |reason| GraphError::ReadOnly { path: self.path.clone(), reason };
        match &mut self.writing {
            None => Err(read_only(
                "another process has it open, its folder is read-only, or its disk refused a write; wait for the other to end or make room, then open it again",
            )),
            Some(writing) if writing.halted => {
                Err(read_only("an earlier change did not reach the index; open the store again"))
            }
            Some(writing) => Ok(writing),
        }
    }

    /// Puts documents in, as one frame, those that change anything. Nothing is sure until [`State::settle`].
    pub(super) fn put(&mut self, prepared: Vec<Prepared>) -> Result<(), GraphError> {
        self.writing()?;
        let arrivals: Vec<&Arrival> = prepared.iter().map(|one| &one.arrival).collect();
        door::check_references(&arrivals, &self.index)?;
        let mut done = Vec::with_capacity(prepared.len());
        let mut changed = Vec::with_capacity(prepared.len());
        for one in prepared {
            let Some(Entry::Group(group)) = one.content.entries.first() else { continue };
            let known = self.find_document(&group.document.id)?;
            let change = match known {
                None => Change::Added,
                Some((_, known)) if known.digest == group.digest => Change::Unchanged,
                Some(_) => Change::Replaced,
            };
            let mut records = Counts::count(group.records.iter().map(|(record, _)| record));
            records.documents = 1;
            done.push(Ingested { document: group.document.id.clone(), change, records });
            if change != Change::Unchanged {
                changed.push(one);
            }
        }
        match changed.pop() {
            None => {}
            Some(Prepared { content, frame: Some(frame), .. }) if changed.is_empty() => {
                self.append(&content, Some(frame))?;
            }
            Some(last) => {
                let mut content = Content::recorded(self.clock.now());
                for other in changed.into_iter().chain([last]) {
                    content.append(other.content);
                }
                self.append(&content, None)?;
            }
        }
        self.writing()?.unsettled.extend(done);
        Ok(())
    }

    /// Makes sure of what was put in or taken out: on disk in the journal, then in the index. Says which
    /// documents were put in since the last time.
    pub(super) fn settle(&mut self) -> Result<Vec<Ingested>, GraphError> {
        let synced = self.writing()?.writer.sync();
        synced.map_err(GraphError::io(self.journal.path())).inspect_err(|_| self.discard())?;
        // Where this fails the journal has it, and the next opening reads it in.
        self.index.commit().inspect_err(|error| self.halt(error))?;
        Ok(std::mem::take(&mut self.writing()?.unsettled))
    }

    /// Forgets what the journal took back.
    fn discard(&mut self) {
        self.index.discard();
        if let Some(writing) = &mut self.writing {
            writing.unsettled.clear();
        }
    }

    /// Ends writing: a further frame would leave a gap in an index that did not take the last. How much of
    /// it the index did take is not known, so answers come from the journal from here on.
    pub(super) fn halt(&mut self, error: &GraphError) {
        self.discard();
        if let Some(writing) = &mut self.writing {
            writing.halted = true;
        }
        let remade = from_journal(&self.path, &self.journal, &mut Vec::new());
        self.index = remade.map_or_else(|_| Index::lost(&self.path, error.to_string()), |(index, _)| index);
    }

    /// Takes a document out. Nothing is sure until [`State::settle`].
    pub(super) fn take_out(&mut self, document: &DocumentId) -> Result<bool, GraphError> {
        self.writing()?;
        if self.find_document(document)?.is_none() {
            return Ok(false);
        }
        let mut content = Content::default();
        content.removal(document.clone());
        self.append(&content, None)?;
        Ok(true)
    }

    /// Adds judgements that the store does not have. Nothing is sure until [`State::settle`].
    pub(super) fn say(&mut self, judgements: Vec<Judgement>) -> Result<(), GraphError> {
        self.writing()?;
        let mut content = Content::default();
        for judgement in judgements {
            if !self.index.judgements().iter().any(|known| known.id == judgement.id) {
                content.judgement(judgement);
            }
        }
        if content.entries.is_empty() {
            return Ok(());
        }
        self.append(&content, None)
    }

    fn append(&mut self, content: &Content, frame: Option<Frame>) -> Result<(), GraphError> {
        // A release that does not know what this says must not take it for damage.
        if content.is_newer() {
            marker::raise(&*self.disk, &self.path)?;
        }
        let packed = frame.map_or_else(|| Frame::pack(&content.bytes), Ok);
        let appended = packed.and_then(|frame| match &mut self.writing {
            Some(writing) => writing.writer.append(&frame),
            // Every change asks for it before.
            None => Err(std::io::ErrorKind::ReadOnlyFilesystem.into()),
        });
        let appended = appended.map_err(GraphError::io(self.journal.path()));
        // The journal ends where it did after the last sync, and so must the index.
        let position = appended.inspect_err(|_| self.discard())?;
        let read = self.index.read(position, &content.entries);
        read.inspect_err(|error| {
            if let Some(writing) = &mut self.writing {
                writing.writer.take_back();
            }
            self.halt(error);
        })
    }

    /// Makes the index again.
    pub(super) fn rebuild(&mut self, progress: &mut dyn FnMut(u64, u64)) -> Result<Vec<Remark>, GraphError> {
        self.writing()?;
        // The old index has to let go of its folder first.
        self.index = in_memory(&self.path)?;
        // Half an index must not be taken for a whole one.
        self.rebuild_on_disk(progress).inspect_err(|error| self.halt(error))
    }

    fn rebuild_on_disk(&mut self, progress: &mut dyn FnMut(u64, u64)) -> Result<Vec<Remark>, GraphError> {
        self.index = fresh(&*self.disk, &self.path)?;
        let mut remarks = Vec::new();
        replay(&self.journal, &mut self.index, &mut remarks, progress)?;
        self.index.flush()?;
        Ok(remarks)
    }
}
