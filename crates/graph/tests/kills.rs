//! Processes killed at any instant of whatever they do: what was reported done is there, byte for byte,
//! and nothing is there in part.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod build;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use build::disk::{Seeded, lines, rounds};
use build::world::{Frame, World, after, lines_of, numbered, put};
use rapporteur_graph::{GraphError, Ingest, Store};

/// The documents that a step puts in: they come back, told otherwise, some steps later.
fn documents(step: usize) -> Vec<Ingest> {
    let first = step % 40 * 4;
    let day = format!("{}-01-02", 2031 + step / 40);
    (first..first + 4).map(|n| numbered(n, &day)).collect()
}

/// What the clock says.
fn noon() -> rapporteur_schema::Timestamp {
    "2031-06-01T12:00:00Z".parse().unwrap()
}

/// What a step may be.
#[derive(Debug, Clone, Copy)]
enum Step {
    Ingest,
    IngestAll,
    Import,
    Remove,
    Reindex,
    Compact,
    Reopen,
}

const STEPS: [Step; 9] = [
    Step::Ingest,
    Step::IngestAll,
    Step::Remove,
    Step::Import,
    Step::Reindex,
    Step::Ingest,
    Step::Compact,
    Step::Reopen,
    Step::IngestAll,
];

/// The document that a step takes out: one that an earlier step put in.
fn removed(step: usize) -> String {
    documents(step - 1)[0].document.id.to_string()
}

/// The frames that a step writes.
fn frames(step: usize) -> Vec<Frame> {
    let documents = documents(step);
    match STEPS[step % STEPS.len()] {
        Step::Ingest => vec![vec![put(&documents[0])]],
        Step::IngestAll => documents.iter().map(|ingest| vec![put(ingest)]).collect(),
        Step::Import => vec![documents.iter().map(put).collect()],
        Step::Remove => vec![vec![(removed(step), None)]],
        Step::Reindex | Step::Compact | Step::Reopen => Vec::new(),
    }
}

fn take(step: usize, store: Store, path: &Path) -> Store {
    let mut documents = documents(step);
    match STEPS[step % STEPS.len()] {
        Step::Ingest => drop(store.ingest(documents.swap_remove(0)).unwrap()),
        Step::IngestAll => {
            let documents = documents.into_iter().map(Ok::<_, GraphError>);
            store.ingest_all(documents, |_| println!("part {step}")).unwrap();
        }
        Step::Import => {
            let lines = documents.into_iter().flat_map(lines_of).map(|line| Ok(line.parse().unwrap()));
            store.import(lines).unwrap();
        }
        Step::Remove => drop(store.remove(&removed(step).parse().unwrap()).unwrap()),
        Step::Reindex => drop(store.reindex(|_, _| ()).unwrap()),
        Step::Compact => drop(store.compact(|_, _| ()).unwrap()),
        Step::Reopen => {
            drop(store);
            return Store::open(path).unwrap().with_clock(noon);
        }
    }
    store
}

/// Not a test by itself: what the next test starts and kills.
#[test]
#[ignore = "run by a_killed_process_loses_nothing_that_it_reported"]
fn works_until_it_is_killed() {
    let Ok(path) = std::env::var("RAPPORTEUR_TEST_STORE") else { return };
    let first: usize = std::env::var("RAPPORTEUR_TEST_FIRST").unwrap().parse().unwrap();
    let mut store = Store::open_or_create(&path).unwrap().with_clock(noon);
    for step in first.. {
        store = take(step, store, path.as_ref());
        println!("done {step}");
    }
}

fn start(path: &Path, first: usize) -> Child {
    let this = ["--exact", "works_until_it_is_killed", "--ignored", "--nocapture", "--test-threads", "1"];
    Command::new(std::env::current_exe().unwrap())
        .args(this)
        .env("RAPPORTEUR_TEST_STORE", path)
        .env("RAPPORTEUR_TEST_FIRST", first.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Waits for some steps and a while, kills, and counts: steps done, and parts of the one that was not.
fn kill_after(mut child: Child, steps: usize, pause: Duration) -> (usize, usize) {
    let output = BufReader::new(child.stdout.take().unwrap());
    let (mut done, mut parts, mut alive) = (0, 0, true);
    let mut kill = |done: usize, child: &mut Child| {
        if alive && done >= steps {
            std::thread::sleep(pause);
            child.kill().unwrap();
            alive = false;
        }
    };
    kill(done, &mut child);
    for line in output.lines().map_while(Result::ok) {
        // The first line has the harness's words before it.
        if line.contains("done ") {
            (done, parts) = (done + 1, 0);
        } else if line.contains("part ") {
            parts += 1;
        }
        kill(done, &mut child);
    }
    child.kill().unwrap();
    child.wait().unwrap();
    (done, parts)
}

#[test]
fn a_killed_process_loses_nothing_that_it_reported() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s");
    let mut seeded = Seeded(17);
    let (mut world, mut next) = (World::new(), 0);
    let mut interrupted = [0; STEPS.len()];
    for _ in 0..rounds(40) {
        // Some die while they open, some within some step.
        // Steps take from a fraction of a millisecond to many, and so do the pauses.
        let longest = 30 << seeded.below(11);
        let (steps, pause) = (seeded.below(10), Duration::from_micros(seeded.below(longest) as u64));
        let (done, parts) = kill_after(start(&path, next), steps, pause);
        let mut worlds = vec![world.clone()];
        for step in next..next + done {
            let frames = frames(step);
            worlds = after(&worlds, &frames, frames.len());
        }
        next += done;
        interrupted[next % STEPS.len()] += 1;
        worlds = after(&worlds, &frames(next), parts);
        let store = Store::open_or_create(&path).unwrap();
        let found = store.verify(|_, _| ()).unwrap();
        assert_eq!(found.problems, [], "step {next}: {:?}", store.remarks());
        let lines = lines(&store);
        let there = worlds.into_iter().find(|world| world.values().flatten().eq(&lines));
        world = there.unwrap_or_else(|| {
            panic!("after step {next} and {parts} parts: {:?}, {lines:#?}", store.remarks())
        });
        // The next process begins with the step that was interrupted.
    }
    println!("killed in the steps {STEPS:?}: {interrupted:?}, of {next} steps");
    assert!(next > 50, "{next}");
}
