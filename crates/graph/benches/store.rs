//! What the parts of the store cost: putting in one document and many, opening, building the network, and the
//! questions in the index and in the network.
//!
//! `cargo bench -p rapporteur-graph`. The world is made up: 400 people, 20,000 meetings of two, a few of them in most
//! meetings. Compare within one run; the same work in other engines is in `bench/`.

#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/build/mod.rs"]
mod build;

use std::hint::black_box;
use std::path::Path;

use build::Told;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use rapporteur_graph::{GraphError, Ingest, Store};
use rapporteur_schema::ActorId;

const PEOPLE: usize = 400;
const DOCUMENTS: usize = 400;
const MEETINGS: usize = 50;

fn actor(number: usize) -> ActorId {
    format!("actor/p{number}").parse().unwrap()
}

fn people() -> Ingest {
    let told = Told::new("people").published("2031-01-01");
    (0..PEOPLE).fold(told, |told, n| told.person(&format!("p{n}"), &format!("Person {n}"), "NOR")).done()
}

/// Fifty meetings of a day; a person of a low number is in more of them.
fn meetings(document: usize) -> Ingest {
    let day = format!("2031-{:02}-{:02}", document / 28 % 12 + 1, document % 28 + 1);
    let mut told = Told::new(&format!("d{document}")).published(&day);
    for meeting in 0..MEETINGS {
        let seed = document * MEETINGS + meeting;
        let (one, other) = (seed * seed % PEOPLE, seed * 7 % 20);
        if one != other {
            let parts = [format!("p{one}"), format!("p{other}")];
            let parts = parts.each_ref().map(String::as_str);
            told = told.meeting(&format!("{document}-{meeting}"), "held", Some(&day), None, &parts);
        }
    }
    told.done()
}

fn filled(path: &Path) -> Store {
    let store = Store::create(path).unwrap();
    store.ingest(people()).unwrap();
    store.ingest_all((0..DOCUMENTS).map(|n| Ok::<_, GraphError>(meetings(n))), drop).unwrap();
    store
}

fn parts(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s");
    drop(filled(&path));
    let mut group = criterion.benchmark_group("store");
    group.sample_size(10);
    group.bench_function("open and close", |bencher| bencher.iter(|| Store::open(&path).unwrap()));
    let store = Store::open(&path).unwrap();
    let mut next = DOCUMENTS;
    group.bench_function("one document, fifty meetings", |bencher| {
        let another = || {
            next += 1;
            meetings(next)
        };
        bencher.iter_batched(another, |ingest| store.ingest(ingest).unwrap(), BatchSize::PerIteration);
    });
    group.bench_function("a hundred documents at once", |bencher| {
        let fresh = || {
            let folder = tempfile::tempdir().unwrap();
            let store = Store::create(folder.path().join("s")).unwrap();
            store.ingest(people()).unwrap();
            let documents: Vec<Ingest> = (0..100).map(meetings).collect();
            (folder, store, documents)
        };
        let put = |(folder, store, documents): (tempfile::TempDir, Store, Vec<Ingest>)| {
            store.ingest_all(documents.into_iter().map(Ok::<_, GraphError>), drop).unwrap();
            (folder, store)
        };
        bencher.iter_batched(fresh, put, BatchSize::PerIteration);
    });
    group.bench_function("build the network", |bencher| bencher.iter(|| black_box(store.network().unwrap())));
    group.finish();

    let (busy, quiet, other) = (actor(7), actor(301), actor(9));
    let mut group = criterion.benchmark_group("index");
    group.bench_function("whom did a quiet actor meet", |bencher| {
        bencher.iter(|| store.met().actor(&quiet).run().unwrap());
    });
    group.sample_size(10).bench_function("whom did a busy actor meet", |bencher| {
        bencher.iter(|| store.met().actor(&busy).run().unwrap());
    });
    group.finish();

    let network = store.network().unwrap();
    let mut group = criterion.benchmark_group("network");
    group.bench_function("whom did a busy actor meet", |bencher| {
        bencher.iter(|| network.met_by(&busy).count());
    });
    group.bench_function("who met both", |bencher| {
        bencher.iter(|| black_box(network.met_both(&busy, &other)))
    });
    group
        .bench_function("shortest chain", |bencher| bencher.iter(|| black_box(network.chain(&quiet, &busy))));
    group.finish();
}

criterion_group!(benches, parts);
criterion_main!(benches);
