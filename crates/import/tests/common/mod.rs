//! Importing in tests, with the promises of every chunk checked on the way.

#![allow(dead_code, unreachable_pub, reason = "each test uses its part of what they share")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rapporteur_import::{Chunk, Import, Options, Tally};
use rapporteur_schema::{Meeting, Outcome, Record, RecordId, Statement};

pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

pub fn options(epoch: &str) -> Options {
    Options { epoch: Some(epoch.parse().unwrap()), ..Options::default() }
}

/// All chunks of a file, checked, and the tally.
pub fn import(path: &Path, options: &Options) -> (Vec<Chunk>, Tally) {
    let mut import = Import::open(path, options).unwrap();
    let chunks: Vec<Chunk> = import.by_ref().map(|chunk| chunk.unwrap()).collect();
    check(&chunks, import.tally());
    (chunks, import.tally().clone())
}

/// What holds of every import.
pub fn check(chunks: &[Chunk], tally: &Tally) {
    let mut told: BTreeSet<RecordId> = BTreeSet::new();
    for chunk in chunks {
        assert_eq!(chunk.document.bytes, chunk.text.len() as u64);
        assert!(told.insert(chunk.document.id.clone().into()), "{} comes twice", chunk.document.id);
        let mut here = BTreeSet::new();
        for record in &chunk.records {
            record.check().unwrap();
            assert!(here.insert(record.id()), "{} is there twice", record.id());
            for span in record.spans() {
                assert!(span.document == chunk.document.id && span.matches(&chunk.text), "{span:?}");
            }
        }
        told.append(&mut here);
        for record in &chunk.records {
            for named in record.references() {
                assert!(told.contains(&named), "{} names {named}, which nothing told", record.id());
            }
        }
    }
    let counted = tally.meetings + tally.statements + tally.outcomes + tally.skipped();
    // Bad rows of a file of names are counted as bad alone.
    assert!(counted + tally.bad >= tally.rows && counted <= tally.rows, "{tally:?}");
}

pub fn ids(chunks: &[Chunk]) -> Vec<String> {
    chunks.iter().flat_map(|chunk| &chunk.records).map(|record| record.id().to_string()).collect()
}

pub fn record<'a>(chunks: &'a [Chunk], id: &str) -> &'a Record {
    let found = chunks.iter().flat_map(|chunk| &chunk.records).find(|record| record.id().as_str() == id);
    found.unwrap_or_else(|| panic!("no {id} among {:#?}", ids(chunks)))
}

pub fn meeting<'a>(chunks: &'a [Chunk], id: &str) -> &'a Meeting {
    match record(chunks, id) {
        Record::Meeting(meeting) => meeting,
        other => panic!("{other:?}"),
    }
}

pub fn statement<'a>(chunks: &'a [Chunk], id: &str) -> &'a Statement {
    match record(chunks, id) {
        Record::Statement(statement) => statement,
        other => panic!("{other:?}"),
    }
}

pub fn outcome<'a>(chunks: &'a [Chunk], id: &str) -> &'a Outcome {
    match record(chunks, id) {
        Record::Outcome(outcome) => outcome,
        other => panic!("{other:?}"),
    }
}
