//! A disk that fails: its n-th operation, or that and all behind it.
//!
//! It must not know what a store is. Invariant: where it does not fail, it is the disk there is.

use std::fmt;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use super::{Disk, Output, Storage};
use crate::keyspace::{Batch, Keyspace, KeyspaceError, Pair};

/// How an operation fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// No space is left: what would take some fails, and what gives some back does not.
    Full,
    /// The disk errs.
    Broken,
    /// Half of the bytes, or of a batch, are written, and then the disk errs.
    Short,
}

/// A disk and when it fails.
#[derive(Debug, Clone)]
pub(crate) struct Faulty(Arc<Plan>);

#[derive(Debug)]
struct Plan {
    fault: Fault,
    /// The operation that fails.
    at: usize,
    /// Whether all behind it fail too.
    lasting: bool,
    done: AtomicUsize,
    failed: Mutex<Option<String>>,
}

impl Faulty {
    pub(crate) fn new(fault: Fault, at: usize, lasting: bool) -> Self {
        let (done, failed) = (AtomicUsize::new(0), Mutex::new(None));
        Self(Arc::new(Plan { fault, at, lasting, done, failed }))
    }

    /// The first operation that failed.
    pub(crate) fn failed(&self) -> Option<String> {
        self.0.failed.lock().unwrap().clone()
    }

    /// Counts an operation, and fails it where its turn has come. `takes` is whether it takes space.
    fn operation(&self, what: impl fmt::Display, takes: bool) -> io::Result<()> {
        let plan = &*self.0;
        let number = plan.done.fetch_add(1, Ordering::SeqCst);
        let turn = number == plan.at || (plan.lasting && number > plan.at);
        if !turn || (plan.lasting && plan.fault == Fault::Full && !takes) {
            return Ok(());
        }
        plan.failed.lock().unwrap().get_or_insert_with(|| what.to_string());
        Err(match plan.fault {
            Fault::Full => io::ErrorKind::StorageFull.into(),
            Fault::Broken | Fault::Short => io::Error::from_raw_os_error(5),
        })
    }
}

impl Storage for Faulty {
    fn open(&self, path: &Path, make: bool) -> io::Result<Box<dyn Output>> {
        self.operation(format_args!("open {}", path.display()), make)?;
        let name = path.display().to_string();
        Ok(Box::new(FaultyFile { file: Disk.open(path, make)?, name, disk: self.clone() }))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.operation(format_args!("make {}", path.display()), true)?;
        Disk.make_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.operation(format_args!("rename {} to {}", from.display(), to.display()), true)?;
        Disk.rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.operation(format_args!("remove {}", path.display()), false)?;
        Disk.remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.operation(format_args!("remove {}", path.display()), false)?;
        Disk.remove_folder(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.operation(format_args!("sync {}", path.display()), true)?;
        Disk.sync_folder(path)
    }

    fn keyspace(&self, folder: &Path) -> Result<Box<dyn Keyspace>, KeyspaceError> {
        let opened = self.operation(format_args!("open {}", folder.display()), true);
        opened.map_err(|error| KeyspaceError(error.to_string()))?;
        Ok(Box::new(FaultyKeyspace { keyspace: Disk.keyspace(folder)?, disk: self.clone() }))
    }
}

#[derive(Debug)]
struct FaultyFile {
    file: Box<dyn Output>,
    name: String,
    disk: Faulty,
}

impl Output for FaultyFile {
    fn length(&self) -> io::Result<u64> {
        self.file.length()
    }

    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        let turn = self.disk.operation(format_args!("write {}", self.name), true);
        if turn.is_err() && self.disk.0.fault == Fault::Short {
            self.file.write_at(offset, &bytes[..bytes.len() / 2])?;
        }
        turn?;
        self.file.write_at(offset, bytes)
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.disk.operation(format_args!("cut {}", self.name), false)?;
        self.file.cut(length)
    }

    fn sync(&mut self) -> io::Result<()> {
        // What a failed sync left unwritten is still read back, so nothing else is to be done here.
        self.disk.operation(format_args!("sync {}", self.name), true)?;
        self.file.sync()
    }
}

#[derive(Debug)]
struct FaultyKeyspace {
    keyspace: Box<dyn Keyspace>,
    disk: Faulty,
}

impl FaultyKeyspace {
    fn operation(&self, what: &str) -> Result<(), KeyspaceError> {
        self.disk.operation(what, true).map_err(|error| KeyspaceError(error.to_string()))
    }
}

impl Keyspace for FaultyKeyspace {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, KeyspaceError> {
        self.keyspace.get(key)
    }

    fn floor(&self, key: &[u8]) -> Result<Option<Pair>, KeyspaceError> {
        self.keyspace.floor(key)
    }

    fn above(&self, key: &[u8]) -> Result<Option<Pair>, KeyspaceError> {
        self.keyspace.above(key)
    }

    fn scan<'a>(&'a self, from: &[u8]) -> Box<dyn Iterator<Item = Result<Pair, KeyspaceError>> + 'a> {
        self.keyspace.scan(from)
    }

    fn reserve(&self, key: &[u8]) -> Result<(), KeyspaceError> {
        self.operation("reserve in the index")?;
        self.keyspace.reserve(key)
    }

    fn apply(&self, mut batch: Batch) -> Result<(), KeyspaceError> {
        let turn = self.operation("apply to the index");
        if turn.is_err() && self.disk.0.fault == Fault::Short {
            // sled puts one key after the other into its tree, and stops where it fails.
            batch.truncate(batch.len().div_ceil(2));
            self.keyspace.apply(batch)?;
            return turn;
        }
        turn?;
        self.keyspace.apply(batch)
    }

    fn flush(&self) -> Result<(), KeyspaceError> {
        self.operation("flush the index")?;
        self.keyspace.flush()
    }
}
