//! Every write, sync, rename and removal of a store's life fails in turn; nothing reported done is lost by
//! it, and nothing refused is there in part.

#[path = "../../tests/build/mod.rs"]
mod build;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use build::world::{Frame, World, after, lines_of, numbered, put};
use build::{report, talks};

use super::Disk;
use super::faulty::{Fault, Faulty};
use crate::store::open;
use crate::{GraphError, Ingest, Mode, Remark, Store};

/// What the clock says.
fn noon() -> rapporteur_schema::Timestamp {
    "2031-06-01T12:00:00Z".parse().unwrap()
}

/// A store on a disk that fails, and what may be in it.
struct Life {
    disk: Faulty,
    path: PathBuf,
    store: Option<Store>,
    worlds: Vec<World>,
}

impl Life {
    fn open(&mut self) {
        if self.store.is_none() {
            let disk = Arc::new(self.disk.clone());
            self.store = match open::open(disk.clone(), &self.path) {
                Err(GraphError::NoStore(_) | GraphError::NotAStore { .. }) => {
                    open::create(disk, &self.path).ok()
                }
                opened => {
                    Some(opened.unwrap_or_else(|error| panic!("{error} after {:?}", self.disk.failed())))
                }
            };
            self.store = self.store.take().map(|store| store.with_clock(noon));
        }
    }

    /// Does something that writes these frames; it says how many it reported done.
    fn change(&mut self, frames: &[Frame], act: impl FnOnce(&Store) -> (usize, Result<(), GraphError>)) {
        self.open();
        let Some(store) = &self.store else { return };
        let (done, result) = act(store);
        let first = if result.is_ok() { frames.len() } else { done };
        self.worlds = after(&self.worlds, frames, first);
        self.expect(store, "in the process that saw it fail");
    }

    fn ingest(&mut self, ingest: Ingest) {
        self.change(&[vec![put(&ingest)]], |store| (0, store.ingest(ingest).map(drop)));
    }

    fn close(&mut self) {
        self.store = None;
    }

    fn expect(&self, store: &Store, when: &str) {
        let lines = store.export().collect::<Result<Vec<_>, _>>();
        let lines = lines.unwrap_or_else(|error| panic!("{when}, {:?}: {error}", self.disk.failed()));
        let expected = |world: &World| world.values().flatten().eq(&lines);
        assert!(self.worlds.iter().any(expected), "{when}, {:?}: {lines:#?}", self.disk.failed());
    }
}

/// Everything that a store does, on a disk that fails; the first operation that failed.
fn live(folder: &Path, disk: &Faulty) -> Option<String> {
    let (path, worlds) = (folder.join("store"), vec![World::new()]);
    let _ = std::fs::remove_dir_all(&path);
    let mut life = Life { disk: disk.clone(), path, store: None, worlds };
    life.ingest(talks());
    life.ingest(report());
    let many: Vec<Ingest> = (0..4).map(|n| numbered(n, "2031-01-02")).collect();
    let frames: Vec<Frame> = many.iter().map(|ingest| vec![put(ingest)]).collect();
    life.change(&frames, |store| {
        let mut done = 0;
        let result = store.ingest_all(many.into_iter().map(Ok::<_, GraphError>), |_| done += 1);
        (done, result)
    });
    let imported = [numbered(4, "2031-01-02"), numbered(5, "2031-01-02")];
    life.change(&[imported.iter().map(put).collect()], |store| {
        let lines = imported.iter().cloned().flat_map(lines_of).map(|line| Ok(line.parse().unwrap()));
        (0, store.import(lines).map(drop))
    });
    life.change(&[vec![("document/d1".to_owned(), None)]], |store| {
        (0, store.remove(&"document/d1".parse().unwrap()).map(drop))
    });
    life.ingest(numbered(0, "2032-02-03"));
    life.change(&[], |store| (0, store.reindex(|_, _| ()).map(drop)));
    life.ingest(numbered(6, "2031-01-02"));
    life.close();
    life.ingest(numbered(7, "2031-01-02"));
    life.close();
    sound(life);
    disk.failed()
}

/// The disk is well again.
fn sound(life: Life) {
    let failed = life.disk.failed();
    let store = match open::open(Arc::new(Disk), &life.path) {
        Err(GraphError::NoStore(_) | GraphError::NotAStore { .. }) => {
            open::create(Arc::new(Disk), &life.path).unwrap()
        }
        opened => opened.unwrap(),
    };
    assert_eq!(store.mode(), Mode::Write, "{failed:?}");
    let bad =
        |remark: &&Remark| matches!(remark, Remark::DamagedFrame { .. } | Remark::JournalCutShort { .. });
    assert_eq!(store.remarks().iter().find(bad), None, "{failed:?}");
    life.expect(&store, "after opening it again");
    assert_eq!(store.verify(|_, _| ()).unwrap().problems, [], "{failed:?}, {:?}", store.remarks());
    store.ingest(numbered(8, "2031-01-02")).unwrap();
    let lines = |store: &Store| store.export().collect::<Result<Vec<_>, _>>().unwrap();
    let before = lines(&store);
    drop(store);
    let store = Store::open(&life.path).unwrap();
    assert_eq!(store.remarks(), [], "{failed:?}");
    assert_eq!(lines(&store), before);
}

/// Fails each operation in turn, until there is none left to fail: in each way for the long run, and else
/// in the ways by turns, so that each operation fails in one of them.
fn each_in_turn(lasting: bool) {
    const FAULTS: [Fault; 3] = [Fault::Full, Fault::Broken, Fault::Short];
    let ways = if std::env::var_os("RAPPORTEUR_FAULTS").is_some() { FAULTS.len() } else { 1 };
    let folder = tempfile::tempdir().unwrap();
    let mut lives = 0;
    for way in 0..ways {
        let mut at = 0;
        let fault = |at: usize| FAULTS[(at + way) % FAULTS.len()];
        while live(folder.path(), &Faulty::new(fault(at), at, lasting)).is_some() {
            at += 1;
        }
        assert!(at > 50, "{at} operations are few");
        lives += at;
    }
    println!("{lives} lives of a store, each with an operation that failed; lasting: {lasting}");
}

#[test]
fn any_one_operation_may_fail() {
    each_in_turn(false);
}

#[test]
fn any_operation_and_all_behind_it_may_fail() {
    each_in_turn(true);
}
