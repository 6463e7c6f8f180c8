//! Flipped bits, zeroed pages, cut files: what was reported done is there, or is found and named.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod build;

use std::fs;
use std::path::{Path, PathBuf};

use build::disk::{Damage, Seeded, copy, files, lines, rounds};
use build::{report, talks};
use rapporteur_graph::{GraphError, Mode, Problem, Remark, Store};

fn many(path: &Path, count: usize) -> Vec<String> {
    let store = Store::create(path).unwrap();
    store.ingest(talks()).unwrap();
    store.ingest(report()).unwrap();
    for n in 0..count {
        store.ingest(numbered(n)).unwrap();
    }
    lines(&store)
}

/// A document by its number.
fn numbered(n: usize) -> rapporteur_graph::Ingest {
    build::world::numbered(n, "2031-01-02")
}

/// The files of a store's index, and its seal, as seen from the store's folder.
fn index_files(store: &Path) -> Vec<PathBuf> {
    let mut found = files(&store.join("index"));
    found.extend([store.join("index.seal")].into_iter().filter(|seal| seal.exists()));
    found.iter().map(|file| file.strip_prefix(store).unwrap().to_owned()).collect()
}

#[test]
fn a_damaged_index_costs_a_rebuild_and_no_data() {
    let folder = tempfile::tempdir().unwrap();
    let (whole, broken) = (folder.path().join("whole"), folder.path().join("broken"));
    let expected = many(&whole, 20);
    let index = index_files(&whole);
    let (mut seeded, mut damaged) = (Seeded(7), 0);
    for round in 0..rounds(10) * Damage::ALL.len() {
        copy(&whole, &broken);
        // Every file has its turn, and every damage befalls it.
        let (file, damage) = (&index[round / Damage::ALL.len() % index.len()], Damage::ALL[round % 3]);
        if damage.befall(&broken.join(file), &mut seeded).is_empty() {
            continue;
        }
        damaged += 1;
        let store = Store::open(&broken).unwrap();
        let remarks = store.remarks();
        assert!(matches!(remarks, [Remark::IndexRebuilt { .. }]), "{damage:?} of {file:?}: {remarks:?}");
        assert_eq!(lines(&store), expected);
        assert_eq!(store.verify(|_, _| ()).unwrap().problems, []);
        drop(store);
        assert_eq!(Store::open(&broken).unwrap().remarks(), []);
    }
    println!("{damaged} damages of a sealed index and its seal");
}

#[test]
fn an_index_left_open_is_checked_before_it_is_believed() {
    let folder = tempfile::tempdir().unwrap();
    let (whole, broken) = (folder.path().join("whole"), folder.path().join("broken"));
    let expected = many(&whole, 20);
    fs::remove_file(whole.join("index.seal")).unwrap();
    let index = index_files(&whole);
    let (mut seeded, mut damaged) = (Seeded(11), 0);
    for round in 0..rounds(10) * Damage::ALL.len() {
        copy(&whole, &broken);
        let (file, damage) = (&index[round / Damage::ALL.len() % index.len()], Damage::ALL[round % 3]);
        damaged += usize::from(!damage.befall(&broken.join(file), &mut seeded).is_empty());
        let store = Store::open(&broken).unwrap();
        let remarks = store.remarks();
        assert_eq!(store.mode(), Mode::Write, "{damage:?} of {file:?}: {remarks:?}");
        assert_eq!(lines(&store), expected, "{damage:?} of {file:?}: {remarks:?}");
        assert_eq!(store.verify(|_, _| ()).unwrap().problems, [], "{damage:?} of {file:?}: {remarks:?}");
        store.ingest(numbered(20)).unwrap();
        drop(store);
        assert_eq!(Store::open(&broken).unwrap().verify(|_, _| ()).unwrap().problems, []);
    }
    println!("{damaged} damages of an index that a process left open");
}

#[test]
fn a_damaged_marker_is_named_and_nothing_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s");
    let expected = many(&path, 3);
    let marker = path.join("rapporteur.json");
    let whole = fs::read(&marker).unwrap();
    let contents = |path: &Path| files(path).iter().map(|file| fs::read(file).unwrap()).collect::<Vec<_>>();
    let mut seeded = Seeded(19);
    for round in 0..rounds(20) {
        let damage = Damage::ALL[round % 3];
        damage.befall(&marker, &mut seeded);
        let before = contents(&path);
        match Store::open(&path) {
            // The end of the line may go, and more is not missed.
            Ok(store) => assert_eq!(lines(&store), expected),
            Err(GraphError::NotAStore { .. } | GraphError::NewerFormat { .. }) => {
                assert!(Store::open_or_create(&path).is_err());
                assert!(contents(&path) == before, "{damage:?}");
            }
            Err(error) => panic!("{damage:?}: {error}"),
        }
        fs::write(&marker, &whole).unwrap();
    }
    assert_eq!(lines(&Store::open(&path).unwrap()), expected);
}

#[test]
fn an_index_that_is_gone_or_anothers_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("one"), folder.path().join("other"));
    let expected = many(&one, 5);
    many(&other, 6);
    fs::remove_dir_all(one.join("index")).unwrap();
    assert_eq!(lines(&Store::open(&one).unwrap()), expected);
    for name in ["index", "index.seal"] {
        let _ = fs::remove_dir_all(one.join(name));
        let _ = fs::remove_file(one.join(name));
    }
    copy(&other.join("index"), &one.join("index"));
    fs::copy(other.join("index.seal"), one.join("index.seal")).unwrap();
    // One that has read a longer journal may be this journal's, from before it was cut short.
    let store = Store::open(&one).unwrap();
    assert!(
        matches!(store.remarks(), [Remark::JournalCutShort { .. }, Remark::IndexRebuilt { .. }]),
        "{:?}",
        store.remarks()
    );
    assert_eq!(lines(&store), expected);
    assert_eq!(store.reindex(|_, _| ()).unwrap(), []);
    assert_eq!(lines(&store), expected);
    assert_eq!(store.verify(|_, _| ()).unwrap().problems, []);
}

/// Where each frame of a journal ends, by the lengths in the headers.
fn frame_ends(journal: &[u8]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = 0;
    while at < journal.len() {
        at += 24 + u64::from_le_bytes(journal[at + 8..at + 16].try_into().unwrap()) as usize;
        ends.push(at);
    }
    ends
}

#[test]
fn damage_in_the_journal_is_named_and_costs_the_frames_it_befell() {
    const COUNT: usize = 30;
    let folder = tempfile::tempdir().unwrap();
    let (whole, broken) = (folder.path().join("whole"), folder.path().join("broken"));
    let all: Vec<_> = [talks(), report()].into_iter().chain((0..COUNT).map(numbered)).collect();
    let expected = many(&whole, COUNT);
    let ends = frame_ends(&fs::read(whole.join("journal.jsonl.zst")).unwrap());
    assert_eq!(ends.len(), all.len());
    let (mut seeded, mut lost_frames) = (Seeded(13), 0);
    for round in 0..rounds(10) * Damage::ALL.len() {
        copy(&whole, &broken);
        let damage = Damage::ALL[round % 3];
        let changed = damage.befall(&broken.join("journal.jsonl.zst"), &mut seeded);
        let hit = |frame: usize| {
            let start = if frame == 0 { 0 } else { ends[frame - 1] };
            changed.iter().any(|at| (start..ends[frame]).contains(at))
        };
        let lost: Vec<bool> = (0..all.len()).map(hit).collect();
        lost_frames += lost.iter().filter(|lost| **lost).count();
        let kept = all.iter().zip(&lost).filter(|(_, lost)| !**lost).map(|(ingest, _)| ingest.clone());
        let mut kept: Vec<_> = kept.map(build::world::lines_of).collect();
        kept.sort();
        let kept: Vec<String> = kept.into_iter().flatten().collect();

        let store = Store::open(&broken).unwrap();
        let remarks = store.remarks();
        let found = store.verify(|_, _| ()).unwrap();
        if damage == Damage::Cut {
            // What is cut off is gone, and the index remembers that it was there.
            assert!(matches!(remarks[0], Remark::JournalCutShort { .. }), "{remarks:?}");
            assert!(found.is_sound(), "{found:?}");
        } else {
            assert!(found.problems.iter().any(|problem| matches!(problem, Problem::DamagedFrame { .. })));
        }
        // An index that was not looked at may know of what is lost; whoever asks for it is told so.
        for line in store.export() {
            match line {
                Ok(line) => assert!(expected.contains(&line)),
                Err(error) => assert!(matches!(error, GraphError::DamagedFrame { .. }), "{error}"),
            }
        }
        let remarks = store.reindex(|_, _| ()).unwrap();
        let named = remarks.iter().any(|remark| matches!(remark, Remark::DamagedFrame { .. }));
        assert_eq!(named, damage != Damage::Cut, "{remarks:?}");
        assert_eq!(lines(&store), kept, "{damage:?}");
        // The lost ones come in again, behind the damage.
        for ingest in &all {
            store.ingest(ingest.clone()).unwrap();
        }
        assert_eq!(lines(&store), expected, "{damage:?}");
        assert_eq!(store.verify(|_, _| ()).unwrap().is_sound(), damage == Damage::Cut);
        drop(store);
        assert_eq!(lines(&Store::open(&broken).unwrap()), expected, "{damage:?}");
    }
    println!("{} damages of the journal befell {lost_frames} frames", rounds(10) * Damage::ALL.len());
}

#[test]
fn a_torn_last_frame_is_cut_off() {
    let folder = tempfile::tempdir().unwrap();
    let (whole, broken) = (folder.path().join("whole"), folder.path().join("broken"));
    let before = many(&whole, 1);
    let length = fs::metadata(whole.join("journal.jsonl.zst")).unwrap().len();
    Store::open(&whole).unwrap().ingest(numbered(1)).unwrap();
    let longer = fs::metadata(whole.join("journal.jsonl.zst")).unwrap().len();
    for cut in (length + 1..longer).step_by(29).chain([longer - 1]) {
        copy(&whole, &broken);
        let journal = broken.join("journal.jsonl.zst");
        fs::OpenOptions::new().write(true).open(&journal).unwrap().set_len(cut).unwrap();
        let store = Store::open(&broken).unwrap();
        assert!(
            store.remarks().contains(&Remark::TornFrameCut { offset: length, bytes: cut - length }),
            "{:?}",
            store.remarks()
        );
        assert_eq!(lines(&store), before);
        assert_eq!(fs::metadata(&journal).unwrap().len(), length);
        store.ingest(numbered(2)).unwrap();
        assert_eq!(store.verify(|_, _| ()).unwrap().problems, []);
    }
}

#[test]
fn a_second_reads_and_does_not_write() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s");
    let expected = many(&path, 3);
    let first = Store::open(&path).unwrap();
    let second = Store::open(&path).unwrap();
    assert_eq!((first.mode(), second.mode()), (Mode::Write, Mode::Read));
    assert_eq!(second.remarks(), [Remark::BesideAWriter]);
    assert_eq!(lines(&second), expected);
    let error = second.ingest(numbered(9)).unwrap_err();
    assert!(matches!(error, GraphError::ReadOnly { .. }));
    assert!(error.to_string().contains(&path.display().to_string()), "{error}");
    assert!(second.remove(&"document/d1".parse().unwrap()).is_err());
    assert!(second.reindex(|_, _| ()).is_err());
    first.ingest(numbered(9)).unwrap();
    drop((first, second));
    assert_eq!(Store::open(&path).unwrap().mode(), Mode::Write);
}

#[test]
fn what_is_no_store_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    assert!(matches!(Store::open(path("nothing")), Err(GraphError::NoStore(_))));
    fs::write(path("file"), "x").unwrap();
    assert!(matches!(Store::open(path("file")), Err(GraphError::NotAStore { .. })));
    assert!(matches!(Store::open_or_create(path("file")), Err(GraphError::NotAStore { .. })));
    fs::create_dir(path("photos")).unwrap();
    fs::write(path("photos/a.jpg"), "x").unwrap();
    assert!(matches!(Store::open(path("photos")), Err(GraphError::NotAStore { .. })));
    assert!(matches!(Store::open_or_create(path("photos")), Err(GraphError::NotAStore { .. })));
    assert!(matches!(Store::create(path("photos")), Err(GraphError::Exists(_))));
    assert_eq!(files(&path("photos")).len(), 1);

    many(&path("new"), 1);
    let seen = |path: &Path| {
        files(path).iter().map(|file| (file.clone(), fs::read(file).unwrap())).collect::<Vec<_>>()
    };
    for marker in [
        r#"{"what":"rapporteur store","format":5}"#,
        r#"{"what":"rapporteur store","format":0}"#,
        r#"{"what":"a recipe","format":1}"#,
        "",
        "\u{0}",
    ] {
        fs::write(path("new/rapporteur.json"), marker).unwrap();
        let before = seen(&path("new"));
        let error = Store::open(path("new")).unwrap_err();
        assert_eq!(
            marker.contains('5'),
            matches!(error, GraphError::NewerFormat { found: 5, known: 4, .. }),
            "{error}"
        );
        assert!(Store::open_or_create(path("new")).is_err());
        assert!(Store::create(path("new")).is_err());
        assert_eq!(seen(&path("new")), before);
    }
}

#[test]
fn a_creation_that_died_can_be_done_again() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("journal.jsonl.zst"), "").unwrap();
    fs::write(folder.path().join("rapporteur.json.new"), "{").unwrap();
    let store = Store::open_or_create(folder.path()).unwrap();
    store.ingest(talks()).unwrap();
}
