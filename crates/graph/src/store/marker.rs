//! The marker by which a folder is known as a store: `rapporteur.json`.
//!
//! It must not know what else is in the folder. Invariant: a marker is there only when the store is whole.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::GraphError;
use crate::storage::{Storage, replace};

/// The newest format that this release writes and reads.
pub(crate) const FORMAT: u32 = 4;
/// What the marker says it is.
const WHAT: &str = "rapporteur store";

#[derive(Serialize, Deserialize)]
struct Marker {
    what: String,
    format: u32,
}

fn path(store: &Path) -> PathBuf {
    store.join("rapporteur.json")
}

/// Checks that a folder is a store that this release can read; touches nothing.
pub(crate) fn check(store: &Path) -> Result<(), GraphError> {
    let not = |reason: &str| GraphError::NotAStore { path: store.to_owned(), reason: reason.to_owned() };
    match fs::metadata(store) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(GraphError::NoStore(store.to_owned()));
        }
        Err(error) => return Err(GraphError::io(store)(error)),
        Ok(found) if !found.is_dir() => return Err(not("it is no folder")),
        Ok(_) => {}
    }
    let path = path(store);
    let json = match fs::read(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(not("it has no `rapporteur.json`"));
        }
        json => json.map_err(GraphError::io(&path))?,
    };
    let marker: Marker =
        serde_json::from_slice(&json).map_err(|_| not("its `rapporteur.json` is not a store's"))?;
    if marker.what != WHAT {
        return Err(not("its `rapporteur.json` is not a store's"));
    }
    if marker.format > FORMAT {
        return Err(GraphError::NewerFormat { path: store.to_owned(), found: marker.format, known: FORMAT });
    }
    if marker.format == 0 {
        return Err(not("its `rapporteur.json` has no format that ever was"));
    }
    Ok(())
}

/// Says that a store has what an earlier format has not.
pub(crate) fn raise(disk: &dyn Storage, store: &Path) -> Result<(), GraphError> {
    let marker = fs::read(path(store)).ok().and_then(|json| serde_json::from_slice::<Marker>(&json).ok());
    if marker.is_some_and(|marker| marker.format == FORMAT) { Ok(()) } else { write(disk, store) }
}

/// Writes the marker, whole or not at all.
pub(crate) fn write(disk: &dyn Storage, store: &Path) -> Result<(), GraphError> {
    let marker = Marker { what: WHAT.to_owned(), format: FORMAT };
    let json = serde_json::to_string(&marker).map_err(io::Error::from).map_err(GraphError::io(store))?;
    let path = path(store);
    replace(disk, &path, format!("{json}\n").as_bytes()).map_err(GraphError::io(&path))
}
