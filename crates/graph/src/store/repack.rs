//! Making a closed index small: sled keeps the room that overwritten values took.
//!
//! It must not know what the values are. Invariant: at every instant the folder has the old index, the new
//! one, or none, and none is made again from the journal.

use std::path::{Path, PathBuf};

use super::open::{in_memory, index_path};
use super::seal;
use crate::GraphError;
use crate::index::Index;
use crate::storage::Storage;

/// An index is worth repacking when it takes half more than its blocks, and this many bytes. Repacking 20 MB takes 0.2 s.
/// Of 38 articles of 3 KB, whose changes went from the tail into the blocks once, none paid for it: 2 MB of gaps were left.
/// The tests of this crate repack small ones too.
const SLACK: u64 = if cfg!(test) { 0 } else { 4 << 20 };

/// Closes an index, and makes it small where that is worth the time.
pub(super) fn close(disk: &dyn Storage, store: &Path, index: &mut Index) -> Result<(), GraphError> {
    let folder = index_path(store);
    index.flush()?;
    let blocks = index.state().bytes;
    let packed = seal::bytes(&folder) > blocks + blocks / 2 + SLACK && pack(disk, store, index);
    // The index lets go of its folder when it is replaced.
    *index = in_memory(store)?;
    if packed {
        let (aside, new) = (store.join("index.damaged"), new(store));
        disk.remove_folder(&aside).map_err(GraphError::io(&aside))?;
        disk.rename(&folder, &aside).map_err(GraphError::io(&folder))?;
        disk.rename(&new, &folder).map_err(GraphError::io(&folder))?;
        disk.remove_folder(&aside).map_err(GraphError::io(&aside))?;
    }
    seal::write(disk, store, &folder)
}

fn new(store: &Path) -> PathBuf {
    store.join("index.new")
}

/// Copies an index into a new folder. False where that does not work: the old one does.
fn pack(disk: &dyn Storage, store: &Path, index: &Index) -> bool {
    let folder = new(store);
    // What a packing that died left there; and what this one leaves, where it fails, is only in the way.
    let made = disk.remove_folder(&folder).is_ok()
        && disk.keyspace(&folder).and_then(|packed| index.copy_to(&*packed)).is_ok();
    if !made {
        let _ = disk.remove_folder(&folder);
    }
    made
}
