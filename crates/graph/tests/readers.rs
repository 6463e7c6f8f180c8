//! Many readers beside one writer: each sees whole ingests only, and what it has seen stays.
//!
//! Rounds are counted and not timed, so that a slow machine takes longer and does not test less.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod build;

use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use build::Told;
use build::disk::{lines, rounds};
use rapporteur_graph::{GraphError, Ingest, Mode, Remark, Store};

/// How many meetings each document tells of.
const TOGETHER: usize = 5;
const READERS: usize = 4;

/// A document whose meetings come together: whoever sees one of them sees all, on the same day.
fn batch(n: usize, day: &str) -> Ingest {
    let told = Told::new(&format!("batch-{n}"))
        .published(day)
        .state("norland", "Norland", "NRL")
        .state("sudora", "Sudora", "SDR");
    let place = told.place("norhavn", "city", "Norhavn", "NRL", None);
    // Each in a hall of its own, or they would be one meeting that many tell of.
    (0..TOGETHER)
        .fold(place, |told, one| {
            let hall = format!("hall-{n}-{one}");
            told.place(&hall, "venue", &hall, "NRL", Some("norhavn")).meeting(
                &format!("m{n}-{one}"),
                "held",
                Some(day),
                Some(&hall),
                &["norland", "sudora"],
            )
        })
        .statement(&format!("s{n}"), "norland", "praise", "Well met.", day)
        .done()
}

/// Asks in every way, and says how many documents there are.
fn look(store: &Store) -> usize {
    let norland = "actor/norland".parse().unwrap();
    let met = store.met().actor(&norland).run().unwrap();
    assert_eq!(met.len() % TOGETHER, 0, "met");
    // A document that is told anew says so of all its meetings, or of none.
    for day in ["2031-01-02", "2032-02-03"] {
        let on = met.iter().filter(|row| row.when.as_ref().is_some_and(|when| when.to_string() == day));
        assert_eq!(on.count() % TOGETHER, 0, "{day}");
    }
    let found = store.statistics().unwrap();
    assert_eq!(found.counts.meetings, found.counts.documents * TOGETHER as u64, "statistics");
    assert_eq!(found.counts.statements, found.counts.documents, "statistics");
    let network = store.network().unwrap();
    assert_eq!(network.meetings() % TOGETHER, 0, "network");
    let documents = store.documents().run().unwrap().len();
    let meetings = store.meetings().run().unwrap().len();
    assert_eq!(meetings % TOGETHER, 0, "meetings");
    // What was asked later is not behind what was asked before.
    assert!(met.len() <= found.counts.meetings as usize);
    assert!(found.counts.meetings as usize <= network.meetings());
    assert!(network.meetings() <= documents * TOGETHER && documents * TOGETHER <= meetings);
    documents
}

#[test]
fn readers_beside_a_writer_see_whole_ingests_only() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path().join("s")).unwrap();
    let (count, over) = (rounds(40).max(10), AtomicBool::new(false));
    let (looks, begin) = (AtomicUsize::new(0), Barrier::new(READERS + 1));
    // A panic of one must not leave the others waiting.
    thread::scope(|scope| {
        for reader in 0..READERS {
            let (store, over, looks, begin) = (&store, &over, &looks, &begin);
            scope.spawn(move || {
                begin.wait();
                let mut seen = 0;
                loop {
                    let last = over.load(Ordering::SeqCst);
                    let now = look(store);
                    assert!(now >= seen, "reader {reader} saw {seen} documents and then {now}");
                    seen = now;
                    looks.fetch_add(1, Ordering::SeqCst);
                    // Half of them ask for one record too, which is told by all documents.
                    if reader % 2 == 0 && seen > 0 {
                        let norland = "actor/norland".parse().unwrap();
                        assert!(store.record(&norland).unwrap().unwrap().documents.len() >= seen);
                        assert!(store.evidence(&norland).unwrap().len() >= seen);
                    }
                    if last {
                        assert_eq!(seen, count);
                        break;
                    }
                }
            });
        }
        begin.wait();
        let day = "2031-01-02";
        for n in (0..count / 2).step_by(2) {
            // One by one, two together, and some told anew.
            store.ingest(batch(n, day)).unwrap();
            if n + 1 < count / 2 {
                store.ingest(batch(n + 1, day)).unwrap();
            }
            store.ingest(batch(n, "2032-02-03")).unwrap();
        }
        store.reindex(|_, _| ()).unwrap();
        let rest = (count / 2..count).map(|n| Ok::<_, GraphError>(batch(n, day)));
        store.ingest_all(rest, drop).unwrap();
        over.store(true, Ordering::SeqCst);
    });
    println!("{} looks of {READERS} readers beside {count} documents", looks.load(Ordering::SeqCst));
    assert_eq!(store.verify(|_, _| ()).unwrap().problems, []);
}

#[test]
fn a_second_opening_reads_whole_frames_while_the_first_writes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s");
    let store = Store::create(&path).unwrap();
    let (count, over) = (rounds(40), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            let (mut seen, mut opened) = (0, 0);
            while !over.load(Ordering::SeqCst) || opened == 0 {
                let beside = Store::open(&path).unwrap();
                assert_eq!(beside.mode(), Mode::Read);
                let odd = |remark: &&Remark| {
                    !matches!(remark, Remark::BesideAWriter | Remark::TornFrameIgnored { .. })
                };
                assert_eq!(beside.remarks().iter().find(odd), None);
                let now = look(&beside);
                assert!(now >= seen, "{seen}, then {now}");
                assert!(matches!(beside.ingest(batch(0, "2033-01-01")), Err(GraphError::ReadOnly { .. })));
                (seen, opened) = (now, opened + 1);
            }
            println!("opened {opened} times beside a writer");
        });
        for n in 0..count {
            store.ingest(batch(n, "2031-01-02")).unwrap();
        }
        over.store(true, Ordering::SeqCst);
    });
    let expected = lines(&store);
    assert_eq!(lines(&Store::open(&path).unwrap()), expected);
}
