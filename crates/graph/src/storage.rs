//! What a store asks of its disk: every write, sync, rename and removal goes through here.
//!
//! It must not know what the bytes are. Reading does not go through here, nor does the lock, which is not a
//! thing written. Invariant: nothing else in this crate changes a file, but for sled inside its own folder,
//! and sled is only had from here; so a test can make each single operation fail.

#[cfg(test)]
mod faults;
#[cfg(test)]
mod faulty;

use std::ffi::OsStr;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

use crate::keyspace::sled::Sled;
use crate::keyspace::{Keyspace, KeyspaceError};

/// A disk.
pub(crate) trait Storage: fmt::Debug + Send + Sync {
    /// Opens a file to write to it, empty where it is to be made.
    fn open(&self, path: &Path, make: bool) -> io::Result<Box<dyn Output>>;

    /// Makes a folder and those above it.
    fn make_folder(&self, path: &Path) -> io::Result<()>;

    /// Gives a file or a folder another name.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Takes a file away; where there is none, that is well too.
    fn remove_file(&self, path: &Path) -> io::Result<()>;

    /// Takes a folder away with all that is in it; where there is none, that is well too.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;

    /// Waits until a folder's list of files is on disk.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;

    /// Opens the keyspace in a folder, or makes it.
    fn keyspace(&self, folder: &Path) -> Result<Box<dyn Keyspace>, KeyspaceError>;
}

/// A file that is written to.
pub(crate) trait Output: fmt::Debug + Send + Sync {
    /// Its bytes.
    fn length(&self) -> io::Result<u64>;

    /// Writes at a place, all of it or an error.
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()>;

    /// Cuts it off at a length.
    fn cut(&mut self, length: u64) -> io::Result<()>;

    /// Waits until what was written is on disk.
    fn sync(&mut self) -> io::Result<()>;
}

/// The disk there is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Disk;

fn if_there(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

impl Storage for Disk {
    fn open(&self, path: &Path, make: bool) -> io::Result<Box<dyn Output>> {
        let file = OpenOptions::new().read(true).write(true).create(make).truncate(make).open(path)?;
        Ok(Box::new(file))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        if_there(fs::remove_file(path))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        if_there(fs::remove_dir_all(path))
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        // Where a folder cannot be opened as a file, the system keeps its list in order by itself.
        match File::open(path) {
            Ok(folder) if cfg!(unix) => folder.sync_all(),
            _ => Ok(()),
        }
    }

    fn keyspace(&self, folder: &Path) -> Result<Box<dyn Keyspace>, KeyspaceError> {
        Ok(Box::new(Sled::open(folder)?))
    }
}

impl Output for File {
    fn length(&self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.seek(SeekFrom::Start(offset))?;
        self.write_all(bytes)
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }

    fn sync(&mut self) -> io::Result<()> {
        // The length is part of what `fdatasync` makes sure of.
        self.sync_data()
    }
}

/// Puts a file in place of another, whole or not at all, on disk before this returns.
pub(crate) fn replace(disk: &dyn Storage, path: &Path, bytes: &[u8]) -> io::Result<()> {
    // The whole name and more: `index.seal` must not get in the way of `index.new`.
    let mut name = path.file_name().unwrap_or(OsStr::new("")).to_owned();
    name.push(".new");
    let new = path.with_file_name(name);
    let mut file = disk.open(&new, true)?;
    file.write_at(0, bytes)?;
    file.sync()?;
    drop(file);
    disk.rename(&new, path)?;
    disk.sync_folder(path.parent().unwrap_or(path))
}
