//! The seal of a closed index: the length and checksum of each of its files.
//!
//! sled does not find every flipped bit, and what it finds it may drop in silence. So a store that closes
//! writes down what its index's files are, and one that opens compares, before sled sees them.
//!
//! Invariant: there is a seal only while nothing has the index open for writing.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::GraphError;
use crate::storage::{Storage, replace};

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Seal {
    files: Vec<Sealed>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Sealed {
    file: String,
    bytes: u64,
    crc32: u32,
}

/// What a seal says of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is as it was left.
    Whole,
    /// It was not closed: a process died, or has it.
    Open,
    /// It is not as it was left.
    Broken(String),
}

fn path(store: &Path) -> PathBuf {
    store.join("index.seal")
}

/// Compares an index with its seal.
pub(crate) fn check(store: &Path, index: &Path) -> io::Result<Verdict> {
    let json = match fs::read(path(store)) {
        Ok(json) => json,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Verdict::Open),
        Err(error) => return Err(error),
    };
    let Ok(seal) = serde_json::from_slice::<Seal>(&json) else {
        return Ok(Verdict::Broken("its seal is damaged".to_owned()));
    };
    let found = take(index)?;
    if found == seal {
        return Ok(Verdict::Whole);
    }
    let changed = seal.files.iter().find(|sealed| !found.files.contains(sealed));
    let changed = changed.or_else(|| found.files.iter().find(|file| !seal.files.contains(file)));
    let name = changed.map_or("", |sealed| sealed.file.as_str());
    Ok(Verdict::Broken(format!("its file `{name}` is not as it was left")))
}

/// Takes the seal away, before the index is opened.
pub(crate) fn remove(disk: &dyn Storage, store: &Path) -> Result<(), GraphError> {
    let path = path(store);
    disk.remove_file(&path).map_err(GraphError::io(&path))
}

/// Seals an index that nothing has open.
pub(crate) fn write(disk: &dyn Storage, store: &Path, index: &Path) -> Result<(), GraphError> {
    let seal = take(index).map_err(GraphError::io(index))?;
    let json = serde_json::to_vec(&seal).map_err(io::Error::from).map_err(GraphError::io(index))?;
    let path = path(store);
    replace(disk, &path, &json).map_err(GraphError::io(&path))
}

fn take(index: &Path) -> io::Result<Seal> {
    let mut files = Vec::new();
    let mut folders = vec![(index.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                folders.push((entry.path(), format!("{name}/")));
            } else {
                let (bytes, crc32) = sum(&entry.path())?;
                files.push(Sealed { file: name, bytes, crc32 });
            }
        }
    }
    files.sort();
    Ok(Seal { files })
}

fn sum(path: &Path) -> io::Result<(u64, u32)> {
    let mut file = File::open(path)?;
    let mut buffer = vec![0; 256 << 10];
    let (mut bytes, mut hasher) = (0, crc32fast::Hasher::new());
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok((bytes, hasher.finalize())),
            read => {
                bytes += read as u64;
                hasher.update(&buffer[..read]);
            }
        }
    }
}

/// Bytes of an index's files.
pub(crate) fn bytes(index: &Path) -> u64 {
    let mut bytes = 0;
    let mut folders = vec![index.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.metadata() {
                Ok(found) if found.is_dir() => folders.push(entry.path()),
                Ok(found) => bytes += found.len(),
                Err(_) => {}
            }
        }
    }
    bytes
}
