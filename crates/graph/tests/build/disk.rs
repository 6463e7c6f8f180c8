//! Damages files, and says how often.

use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_graph::Store;

/// How often something is tried: a few times, or as often as `RAPPORTEUR_FAULTS` says.
pub(crate) fn rounds(few: usize) -> usize {
    std::env::var("RAPPORTEUR_FAULTS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(few)
}

/// A sequence that looks random and is always the same.
pub(crate) struct Seeded(pub(crate) u64);

impl Seeded {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit as u64) as usize
    }
}

/// Every file in a folder and those below it.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

/// Copies a folder, in place of what is there.
pub(crate) fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    for file in files(from) {
        let target = to.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(file, target).unwrap();
    }
}

/// What may befall a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Damage {
    /// A bit is flipped.
    Flip,
    /// The file is cut off.
    Cut,
    /// A page of it is zeros.
    Zero,
}

impl Damage {
    pub(crate) const ALL: [Self; 3] = [Self::Flip, Self::Cut, Self::Zero];
    const PAGE: usize = 4096;

    /// Damages a file somewhere. The bytes that are not what they were; none where it changed nothing.
    pub(crate) fn befall(self, path: &Path, seeded: &mut Seeded) -> Vec<usize> {
        let before = fs::read(path).unwrap();
        if before.is_empty() {
            return Vec::new();
        }
        let mut damaged = before.clone();
        match self {
            Self::Flip => damaged[seeded.below(before.len())] ^= 1 << seeded.below(8),
            Self::Cut => damaged.truncate(seeded.below(before.len())),
            Self::Zero => {
                let page = seeded.below(before.len().div_ceil(Self::PAGE)) * Self::PAGE;
                let end = before.len().min(page + Self::PAGE);
                damaged[page..end].fill(0);
            }
        }
        fs::write(path, &damaged).unwrap();
        (0..before.len()).filter(|at| damaged.get(*at) != before.get(*at)).collect()
    }
}

/// Everything a store says.
pub(crate) fn lines(store: &Store) -> Vec<String> {
    store.export().map(Result::unwrap).collect()
}
