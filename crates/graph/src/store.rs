//! The store: opening it, changing it, and the way to its questions.
//!
//! It must not know how a question is answered. Invariant: readers see whole ingests only.

mod bulk;
mod compact;
mod door;
mod export;
mod import;
mod judge;
mod lock;
mod marker;
pub(crate) mod open;
mod repack;
pub(crate) mod seal;
mod state;
mod write;

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use rapporteur_schema::{DocumentId, Timestamp};

pub use self::compact::Compaction;
pub use self::export::Export;
pub use self::judge::Judge;
pub(crate) use self::marker::FORMAT;
pub(crate) use self::state::State;
use self::write::Prepared;
use crate::clock::Clock;
use crate::storage::Disk;
use crate::{GraphError, Ingest, Ingested, Line, Mode, Remark};

/// A store of records, open for reading or for reading and writing.
///
/// It may be shared between threads. It closes when it is dropped; a process that ends without dropping
/// it loses nothing, and the next opening takes longer.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    mode: Mode,
    remarks: Vec<Remark>,
    state: RwLock<State>,
}

impl Store {
    fn new(path: &Path, state: State, remarks: Vec<Remark>) -> Self {
        let mode = if state.writing.is_some() { Mode::Write } else { Mode::Read };
        Self { path: path.to_owned(), mode, remarks, state: RwLock::new(state) }
    }

    /// Makes a store in a folder that does not exist or is empty.
    ///
    /// # Errors
    /// [`GraphError::Exists`] where there is something already.
    pub fn create(path: impl AsRef<Path>) -> Result<Self, GraphError> {
        open::create(Arc::new(Disk), path.as_ref())
    }

    /// Opens a store. What was noticed and set right is in [`Store::remarks`].
    ///
    /// # Errors
    /// [`GraphError::NoStore`], [`GraphError::NotAStore`], [`GraphError::NewerFormat`]; nothing is touched then.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, GraphError> {
        open::open(Arc::new(Disk), path.as_ref())
    }

    /// Opens a store, or makes it where there is nothing or an empty folder.
    ///
    /// # Errors
    /// Those of [`Store::open`].
    pub fn open_or_create(path: impl AsRef<Path>) -> Result<Self, GraphError> {
        let path = path.as_ref();
        match Self::open(path) {
            Err(error @ (GraphError::NoStore(_) | GraphError::NotAStore { .. })) => {
                // What is there and is no store is said as such, and not as being in the way.
                Self::create(path).map_err(|other| match other {
                    GraphError::Exists(_) => error,
                    other => other,
                })
            }
            opened => opened,
        }
    }

    /// Records from here on when each document is put in, by a clock; without one, nothing is recorded. See
    /// [`AsOf::recorded_by`](crate::AsOf::recorded_by).
    #[must_use]
    pub fn with_clock(mut self, now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        self.state.get_mut().unwrap_or_else(PoisonError::into_inner).clock = Clock::new(now);
        self
    }

    /// The store's folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What opening found worth saying.
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// Whether it can be written to.
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    pub(crate) fn read(&self) -> RwLockReadGuard<'_, State> {
        // A panic while writing leaves changes that wait, which the next commit or discard deals with.
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a document and its records in, in place of what the store had of the document. When this
    /// returns, it is on disk.
    ///
    /// # Errors
    /// A record that breaks a rule; nothing is stored then.
    pub fn ingest(&self, ingest: Ingest) -> Result<Ingested, GraphError> {
        let id = ingest.document.id.clone();
        let mut state = self.write();
        let prepared = Prepared::alone(ingest, &state.clock, state.journal.path())?;
        state.put(vec![prepared])?;
        // One document in, one out.
        state.settle()?.into_iter().next().ok_or(GraphError::MissingText(id))
    }

    /// Puts in many documents, each a frame of its own, far faster than one by one: they are made sure of
    /// together, and one is made ready, on a thread of its own, while another is indexed. `done` is called for those that are on
    /// disk. An error ends it; what came before stays.
    ///
    /// # Errors
    /// The first error of the documents given, or the first document that breaks a rule.
    pub fn ingest_all<E: From<GraphError> + Send>(
        &self,
        ingests: impl IntoIterator<Item = Result<Ingest, E>, IntoIter: Send>,
        done: impl FnMut(Ingested),
    ) -> Result<(), E> {
        bulk::ingest(&mut self.write(), ingests.into_iter(), done)
    }

    /// Puts in records of any documents, each with the documents its evidence cites; all or none. A
    /// document that the import brings with its text is replaced; records for a document that it
    /// does not bring are added to those that the store has of it, in place of those of the same id.
    ///
    /// # Errors
    /// The first line or record that breaks a rule; nothing is stored then.
    pub fn import(
        &self,
        lines: impl IntoIterator<Item = Result<Line, GraphError>>,
    ) -> Result<Vec<Ingested>, GraphError> {
        let mut state = self.write();
        let (ingests, judgements) = import::gather(lines, &state)?;
        let prepared = ingests.into_iter().map(Prepared::new).collect::<Result<_, _>>()?;
        state.put(prepared)?;
        state.say(judgements)?;
        state.settle()
    }

    /// Takes a document out, with what it alone says. False where the store does not have it.
    ///
    /// # Errors
    /// What writing runs into.
    pub fn remove(&self, document: &DocumentId) -> Result<bool, GraphError> {
        let mut state = self.write();
        let had = state.take_out(document)?;
        state.settle()?;
        Ok(had)
    }

    /// Makes the index again from the journal, and says what was found damaged on the way. `progress` is told
    /// how many bytes of how many were read.
    ///
    /// # Errors
    /// What writing runs into.
    pub fn reindex(&self, mut progress: impl FnMut(u64, u64)) -> Result<Vec<Remark>, GraphError> {
        self.write().rebuild(&mut progress)
    }

    /// Writes the journal anew without what was replaced or removed, and makes the index again. `progress` is
    /// told how many bytes of how many were read, of the old journal and then of the new one. A process that dies meanwhile leaves the old journal or
    /// the new one.
    ///
    /// # Errors
    /// [`GraphError::DamagedFrame`] where the journal is damaged, as what is left of a damaged frame would be
    /// gone for good; or what writing runs into.
    pub fn compact(&self, mut progress: impl FnMut(u64, u64)) -> Result<Compaction, GraphError> {
        self.write().compact(&mut progress)
    }

    /// All lines, as `import` takes them.
    pub const fn export(&self) -> Export<'_> {
        Export::new(self)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let state = self.state.get_mut().unwrap_or_else(PoisonError::into_inner);
        // An index that did not take what the journal has is not sealed: it has to be looked at before it is
        // believed again.
        if state.writing.as_ref().is_none_or(|writing| writing.halted) {
            return;
        }
        // What fails here costs time at the next opening, and no data.
        let _ = repack::close(&*state.disk, &self.path, &mut state.index);
    }
}
