//! How fast text is read: the fixtures in memory, on one core, in bytes a second.
//!
//! `cargo bench -p rapporteur-extract`. The parser alone stands beside the whole, for the whole has it
//! underneath. Compare within one run; the figures of two machines tell nothing.

#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rapporteur_extract::text::Text;
use rapporteur_extract::{Extractor, RuleExtractor, Source};

fn texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path().join("article.txt")).collect();
    paths.sort();
    paths.into_iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

fn speed(criterion: &mut Criterion) {
    let texts = texts();
    let bytes = texts.iter().map(String::len).sum::<usize>() as u64;
    let source = Source { published: "2025-05-16".parse().ok(), ..Source::default() };
    let extractor = RuleExtractor::new();
    let mut group = criterion.benchmark_group("fixtures");
    group.throughput(Throughput::Bytes(bytes)).sample_size(20);
    group.bench_function("extract", |bencher| {
        bencher.iter(|| {
            for text in &texts {
                black_box(extractor.extract(text.as_bytes(), &source));
            }
        });
    });
    group.bench_function("parse", |bencher| {
        bencher.iter(|| {
            for text in &texts {
                black_box(Text::read(text));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, speed);
criterion_main!(benches);
