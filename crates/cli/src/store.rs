//! Which store a command means, and opening it.
//!
//! Invariant: a command that only asks never makes a store.

use std::path::{Path, PathBuf};

use rapporteur::{Rapporteur, Store};

use crate::failure::Failure;
use crate::output;

/// The folder that is looked for, from here upwards.
const FOLDER: &str = ".rapporteur";

/// Opens the store that was named, or the nearest.
pub(crate) fn open(named: Option<&Path>) -> Result<Store, Failure> {
    let path = match named {
        Some(path) => path.to_owned(),
        None => nearest().ok_or(Failure::NoStore)?,
    };
    let store = Store::open(path)?;
    say(&store);
    Ok(store)
}

/// Opens it without a word; none where it cannot be opened.
pub(crate) fn silently(named: Option<&Path>) -> Option<Store> {
    Store::open(named.map(Path::to_owned).or_else(nearest)?).ok()
}

/// Opens the store that was named, or the nearest; makes it where there is none, and says so.
pub(crate) fn open_or_create(named: Option<&Path>) -> Result<Rapporteur, Failure> {
    let path = named.map(Path::to_owned).or_else(nearest).unwrap_or_else(|| PathBuf::from(FOLDER));
    let is_new = !path.exists();
    let rapporteur = Rapporteur::open_or_create(&path)?;
    if is_new {
        output::remark(format_args!("made a store in `{}`", path.display()));
    }
    say(rapporteur.store());
    Ok(rapporteur)
}

/// Opens for writing, without a word, the store that there is; none where there is none or it cannot be opened.
pub(crate) fn existing(named: Option<&Path>) -> Option<Rapporteur> {
    Rapporteur::open(named.map(Path::to_owned).or_else(nearest)?).ok()
}

fn nearest() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().map(|folder| folder.join(FOLDER)).find(|folder| folder.is_dir())
}

/// Says what was noticed when a store was opened.
pub(crate) fn say(store: &Store) {
    store.remarks().iter().for_each(output::warn);
}
