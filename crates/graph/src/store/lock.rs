//! One process has a store at a time: a lock on the file `writer.lock`.
//!
//! sled locks its own folder too, but only while it is open, and the index must not be set aside by two
//! processes at once. The system takes the lock away from a process that dies.

use std::fs::{File, OpenOptions};
use std::path::Path;

use fs2::FileExt;

/// A lock, for as long as it lives.
#[derive(Debug)]
pub(crate) struct Lock(File);

/// What came of asking for the lock.
#[derive(Debug)]
pub(crate) enum Asked {
    /// The store is ours.
    Held(Lock),
    /// Another has it.
    Busy,
    /// The folder cannot be written to.
    ReadOnly,
}

impl Lock {
    /// Asks for the lock of a store, and does not wait.
    pub(crate) fn ask(store: &Path) -> std::io::Result<Asked> {
        let path = store.join("writer.lock");
        let file = match OpenOptions::new().create(true).truncate(false).write(true).open(path) {
            Ok(file) => file,
            Err(error) => {
                use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
                return match error.kind() {
                    PermissionDenied | ReadOnlyFilesystem => Ok(Asked::ReadOnly),
                    _ => Err(error),
                };
            }
        };
        match FileExt::try_lock_exclusive(&file) {
            Ok(()) => Ok(Asked::Held(Self(file))),
            Err(error) if error.raw_os_error() == fs2::lock_contended_error().raw_os_error() => {
                Ok(Asked::Busy)
            }
            Err(error) => Err(error),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file lets the lock go in any case.
        let _ = FileExt::unlock(&self.0);
    }
}
