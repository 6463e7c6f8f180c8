//! Opening a store: the lock, the index, and what of the journal the index has not read.
//!
//! Invariant: nothing is changed in a folder that is not a store of a format known here, and nothing but
//! a torn last frame is ever taken from a journal.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::lock::{Asked, Lock};
use super::seal::{self, Verdict};
use super::state::{State, Writing};
use super::{Store, marker};
use crate::clock::Clock;
use crate::index::Index;
use crate::journal::frame::{HEADER, read_header};
use crate::journal::{Entry, Found, Journal, Writer, entry};
use crate::keyspace::memory::Memory;
use crate::storage::Storage;
use crate::{GraphError, Remark};

/// Where things are in a store's folder.
pub(crate) fn journal_path(store: &Path) -> PathBuf {
    store.join("journal.jsonl.zst")
}

/// The index's folder.
pub(crate) fn index_path(store: &Path) -> PathBuf {
    store.join("index")
}

/// Makes a store in a folder that has nothing in it but what a creation that died left there.
pub(crate) fn create(disk: Arc<dyn Storage>, path: &Path) -> Result<Store, GraphError> {
    let left_over = |entry: &fs::DirEntry| {
        let empty = entry.metadata().is_ok_and(|found| found.len() == 0);
        let name = entry.file_name();
        (empty && (name == "journal.jsonl.zst" || name == "writer.lock")) || name == "rapporteur.json.new"
    };
    match fs::read_dir(path) {
        Ok(entries) => {
            for entry in entries {
                if !left_over(&entry.map_err(GraphError::io(path))?) {
                    return Err(GraphError::Exists(path.to_owned()));
                }
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            disk.make_folder(path).map_err(GraphError::io(path))?;
            // A folder that its own folder does not know of yet is gone when the power is.
            let above = path.parent().filter(|above| !above.as_os_str().is_empty());
            disk.sync_folder(above.unwrap_or(Path::new("."))).map_err(GraphError::io(path))?;
        }
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(GraphError::Exists(path.to_owned()));
        }
        Err(error) => return Err(GraphError::io(path)(error)),
    }
    let journal = journal_path(path);
    disk.open(&journal, true).and_then(|mut file| file.sync()).map_err(GraphError::io(&journal))?;
    // The marker comes last: a folder with a marker is a whole store.
    marker::write(&*disk, path)?;
    open(disk, path)
}

/// Opens a store.
pub(crate) fn open(disk: Arc<dyn Storage>, path: &Path) -> Result<Store, GraphError> {
    marker::check(path)?;
    let journal = journal_path(path);
    if !journal.is_file() {
        let reason = "its journal `journal.jsonl.zst` is missing".to_owned();
        return Err(GraphError::NotAStore { path: path.to_owned(), reason });
    }
    let mut remarks = Vec::new();
    let state = match Lock::ask(path).map_err(GraphError::io(path))? {
        Asked::Held(lock) => match for_writing(&disk, path, lock, &mut remarks) {
            // Where the disk is full or errs, what is there can still be asked for.
            Err(error @ (GraphError::Io { .. } | GraphError::DamagedIndex { .. })) => {
                // Of what was remarked, the reading finds all again but this.
                remarks.retain(|remark| matches!(remark, Remark::JournalCutShort { .. }));
                remarks.push(Remark::Unwritable { reason: error.to_string() });
                for_reading(disk, path, &mut remarks)?
            }
            opened => opened?,
        },
        Asked::Busy => {
            remarks.push(Remark::BesideAWriter);
            for_reading(disk, path, &mut remarks)?
        }
        Asked::ReadOnly => {
            remarks.push(Remark::ReadOnlyFolder);
            for_reading(disk, path, &mut remarks)?
        }
    };
    Ok(Store::new(path, state, remarks))
}

fn for_reading(disk: Arc<dyn Storage>, path: &Path, remarks: &mut Vec<Remark>) -> Result<State, GraphError> {
    let journal = Journal::new(journal_path(path));
    let (index, end) = from_journal(path, &journal, remarks)?;
    if let End::Torn { offset, .. } = end {
        remarks.push(Remark::TornFrameIgnored { offset });
    }
    let clock = Clock::default();
    Ok(State { disk, path: path.to_owned(), index, journal, clock, writing: None })
}

/// The index that a journal makes, in memory.
pub(crate) fn from_journal(
    path: &Path,
    journal: &Journal,
    remarks: &mut Vec<Remark>,
) -> Result<(Index, End), GraphError> {
    let mut index = in_memory(path)?;
    let end = replay(journal, &mut index, remarks, &mut |_, _| ())?.end;
    Ok((index, end))
}

/// An empty index in memory.
pub(crate) fn in_memory(path: &Path) -> Result<Index, GraphError> {
    let index = index_path(path);
    Index::open(&index, Box::new(Memory::default()))
        .map_err(|reason| GraphError::DamagedIndex { path: index, reason })
}

fn for_writing(
    disk: &Arc<dyn Storage>,
    path: &Path,
    lock: Lock,
    remarks: &mut Vec<Remark>,
) -> Result<State, GraphError> {
    let journal = Journal::new(journal_path(path));
    let mut index = match existing(&**disk, path, &journal, remarks)? {
        Ok(index) => index,
        Err(None) => fresh(&**disk, path)?,
        Err(Some(reason)) => {
            remarks.push(Remark::IndexRebuilt { reason });
            fresh(&**disk, path)?
        }
    };
    let rebuilding = index.state().frames == 0;
    let replayed = match replay(&journal, &mut index, remarks, &mut |_, _| ()) {
        // An index that breaks while it is brought up to date is made again, from the beginning.
        Err(GraphError::DamagedIndex { reason, .. }) if !rebuilding => {
            drop(index);
            remarks.push(Remark::IndexRebuilt { reason });
            index = fresh(&**disk, path)?;
            replay(&journal, &mut index, remarks, &mut |_, _| ())?
        }
        replayed => replayed?,
    };
    if replayed.frames > 0 {
        index.flush()?;
        if !rebuilding && !remarks.iter().any(|remark| matches!(remark, Remark::IndexRebuilt { .. })) {
            remarks.push(Remark::FramesReplayed { frames: replayed.frames });
        }
    }
    let end = match replayed.end {
        End::Clean(offset) => offset,
        End::Torn { offset, bytes } => {
            remarks.push(Remark::TornFrameCut { offset, bytes });
            offset
        }
    };
    let writer = Writer::open(&**disk, journal.path(), end).map_err(GraphError::io(journal.path()))?;
    let writing = Some(Writing { writer, _lock: lock, unsettled: Vec::new(), halted: false });
    let clock = Clock::default();
    Ok(State { disk: Arc::clone(disk), path: path.to_owned(), index, journal, clock, writing })
}

/// The index as it is on disk, or why it has to be made again (no reason: there is none, and none was).
fn existing(
    disk: &dyn Storage,
    path: &Path,
    journal: &Journal,
    remarks: &mut Vec<Remark>,
) -> Result<Result<Index, Option<String>>, GraphError> {
    let folder = index_path(path);
    let verdict = if folder.is_dir() {
        seal::check(path, &folder).unwrap_or_else(|error| Verdict::Broken(error.to_string()))
    } else if journal.path().metadata().is_ok_and(|found| found.len() == 0) {
        return Ok(Err(None));
    } else {
        return Ok(Err(Some("it is missing".to_owned())));
    };
    seal::remove(disk, path)?;
    if let Verdict::Broken(reason) = verdict {
        return Ok(Err(Some(reason)));
    }
    let opened = disk.keyspace(&folder).map_err(|error| error.to_string());
    let opened = opened.and_then(|keyspace| Index::open(&folder, keyspace));
    let opened = opened.and_then(|index| match verdict {
        Verdict::Whole => Ok(index),
        // A process died with it open: sled says that it is sound, and its sum must say so too.
        _ => index.check_sum().map(|()| index),
    });
    Ok(match opened {
        Ok(index) => match belongs(&index, journal)? {
            Belongs::Yes => Ok(index),
            Belongs::No => Err(Some("it is not this journal's".to_owned())),
            Belongs::Longer { length } => {
                remarks.push(Remark::JournalCutShort { length, read: index.state().read });
                Err(Some("it has read more than the journal has".to_owned()))
            }
        },
        Err(reason) => Err(Some(reason)),
    })
}

/// Whether an index was made from a journal.
enum Belongs {
    Yes,
    No,
    /// It was made from a longer one.
    Longer {
        length: u64,
    },
}

/// Whether the last frame that an index read is in the journal.
fn belongs(index: &Index, journal: &Journal) -> Result<Belongs, GraphError> {
    use std::io::{Read, Seek, SeekFrom};
    let length = journal.length()?;
    let state = index.state();
    if state.read > length {
        return Ok(Belongs::Longer { length });
    }
    let Some(last) = state.last else { return Ok(Belongs::Yes) };
    let mut header = [0; HEADER];
    let read = File::open(journal.path()).and_then(|mut file| {
        file.seek(SeekFrom::Start(last.offset))?;
        file.read_exact(&mut header)
    });
    read.map_err(GraphError::io(journal.path()))?;
    Ok(if read_header(&header, last.offset) == Some(last) { Belongs::Yes } else { Belongs::No })
}

/// Takes an index away, which nothing has open.
pub(crate) fn discard_index(disk: &dyn Storage, path: &Path) -> Result<(), GraphError> {
    let folder = index_path(path);
    let aside = path.join("index.damaged");
    seal::remove(disk, path)?;
    disk.remove_folder(&aside).map_err(GraphError::io(&aside))?;
    if folder.exists() {
        disk.rename(&folder, &aside).map_err(GraphError::io(&folder))?;
        // Everything in it is in the journal too.
        disk.remove_folder(&aside).map_err(GraphError::io(&aside))?;
    }
    Ok(())
}

/// Takes an index away and makes an empty one.
pub(crate) fn fresh(disk: &dyn Storage, path: &Path) -> Result<Index, GraphError> {
    discard_index(disk, path)?;
    let folder = index_path(path);
    let damaged = |reason| GraphError::DamagedIndex { path: folder.clone(), reason };
    let keyspace = disk.keyspace(&folder).map_err(|error| damaged(error.to_string()))?;
    Index::open(&folder, keyspace).map_err(damaged)
}

/// How the journal ends.
pub(crate) enum End {
    /// With a frame, or with damage that stays.
    Clean(u64),
    /// With the beginning of a frame.
    Torn { offset: u64, bytes: u64 },
}

/// What a replay read.
pub(crate) struct Replayed {
    pub(crate) frames: u64,
    pub(crate) end: End,
}

/// Reads what of the journal an index has not read. `progress` is told how many bytes of how many are.
pub(crate) fn replay(
    journal: &Journal,
    index: &mut Index,
    remarks: &mut Vec<Remark>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Replayed, GraphError> {
    let mut reader = journal.read_from(index.state().read)?;
    let length = journal.length()?;
    let mut frames = 0;
    let mut end = None;
    while let Some(found) = reader.next().map_err(GraphError::io(journal.path()))? {
        match found {
            Found::Frame(position, content) => match entry::parse(&content) {
                Ok(entries) => {
                    read_in(index, position, &entries)?;
                    frames += 1;
                }
                Err(reason) => {
                    remarks.push(Remark::DamagedFrame { offset: position.offset, reason });
                    index.skip_to(position.end());
                }
            },
            Found::Damaged { offset, reason } => {
                remarks.push(Remark::DamagedFrame { offset, reason });
                index.skip_to(reader.offset());
            }
            Found::Torn { offset } => {
                end = Some(End::Torn { offset, bytes: reader.offset() - offset });
            }
        }
        progress(reader.offset(), length);
    }
    if frames > 0 {
        index.commit()?;
    }
    Ok(Replayed { frames, end: end.unwrap_or(End::Clean(reader.offset())) })
}

fn read_in(
    index: &mut Index,
    position: crate::journal::Position,
    entries: &[Entry],
) -> Result<(), GraphError> {
    index.read(position, entries)?;
    if index.is_full() { index.commit() } else { Ok(()) }
}
