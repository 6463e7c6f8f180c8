//! Making a closed index small: sled keeps the room that overwritten values took.
//!
//! It must not know what the values are. Invariant: at every instant the folder has the old index, the new
//! one, or none, and none is made again from the journal.

use std::fs;
use std::path::Path;

use super::open::{in_memory, index_path};
use super::seal;
use crate::GraphError;
use crate::index::Index;
use crate::keyspace::sled::Sled;

/// An index is worth repacking when it takes a quarter more than its blocks, and this many bytes.
const SLACK: u64 = 4 << 20;

/// Closes an index, and makes it small where that is worth the time.
pub(super) fn close(store: &Path, index: &mut Index) -> Result<(), GraphError> {
    let folder = index_path(store);
    index.flush()?;
    let blocks = index.state().bytes;
    let packed =
        if seal::bytes(&folder) > blocks + blocks / 4 + SLACK { pack(store, index) } else { Ok(false) };
    // The index lets go of its folder when it is replaced.
    *index = in_memory(store)?;
    if let Ok(true) = packed {
        let aside = store.join("index.damaged");
        let _ = fs::remove_dir_all(&aside);
        fs::rename(&folder, &aside).map_err(GraphError::io(&folder))?;
        fs::rename(new(store), &folder).map_err(GraphError::io(&folder))?;
        fs::remove_dir_all(&aside).map_err(GraphError::io(&aside))?;
    }
    seal::write(store, &folder)
}

fn new(store: &Path) -> std::path::PathBuf {
    store.join("index.new")
}

/// Copies an index into a new folder. False where that does not work: the old one does.
fn pack(store: &Path, index: &Index) -> Result<bool, GraphError> {
    let folder = new(store);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(GraphError::io(&folder))?;
    }
    let copied = Sled::open(&folder).and_then(|sled| index.copy_to(&sled));
    Ok(copied.is_ok())
}
