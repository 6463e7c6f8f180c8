//! The texts under `fixtures/`: what is read from each is what lies beside it in `records.jsonl`.
//!
//! The expected records are the extractor's own, read over against the annotation in `gold.json`, so
//! that a change of a rule shows what it changes. After one that is meant:
//! `RAPPORTEUR_WRITE_RECORDS=1 cargo test -p rapporteur-extract --test fixtures`, and read the diff.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_extract::{Extraction, Extractor, RuleExtractor, Source};
use rapporteur_schema::{ActorKind, Attendance, Record};

fn folders() -> Vec<PathBuf> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let mut folders: Vec<PathBuf> = fs::read_dir(fixtures)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("document.json").exists())
        .collect();
    folders.sort();
    folders
}

fn extract(folder: &Path) -> Extraction {
    let described: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.join("document.json")).unwrap()).unwrap();
    let field = |name: &str| described.get(name).and_then(|value| value.as_str()).map(str::to_owned);
    let source = Source {
        title: field("title"),
        publisher: field("publisher"),
        url: field("url"),
        published: field("published").map(|date| date.parse().unwrap()),
        name: folder.file_name().map(|name| name.to_string_lossy().into_owned()),
        ..Source::default()
    };
    let article = ["article.txt", "article.html"].map(|name| folder.join(name));
    let article = article.iter().find(|path| path.exists()).unwrap();
    RuleExtractor::new().extract(&fs::read(article).unwrap(), &source)
}

fn lines(extraction: &Extraction) -> String {
    let document = Record::from(extraction.document.clone());
    let records = std::iter::once(&document).chain(&extraction.records);
    records.map(|record| record.to_line().unwrap() + "\n").collect()
}

#[test]
fn the_records_are_those_beside_the_text() {
    let folders = folders();
    assert!(folders.len() >= 9, "the fixtures are gone");
    for folder in folders {
        let expected = folder.join("records.jsonl");
        let found = lines(&extract(&folder));
        if std::env::var_os("RAPPORTEUR_WRITE_RECORDS").is_some() {
            fs::write(&expected, &found).unwrap();
        }
        let expected_lines = fs::read_to_string(&expected).unwrap();
        for (found, expected) in found.lines().zip(expected_lines.lines()) {
            assert_eq!(found, expected, "{}", folder.display());
        }
        assert_eq!(found.lines().count(), expected_lines.lines().count(), "{}", folder.display());
    }
}

#[test]
fn every_span_is_in_its_document_and_every_reference_leads_to_a_record() {
    for folder in folders() {
        let extraction = extract(&folder);
        let ids: Vec<_> = extraction.records.iter().map(Record::id).collect();
        for record in &extraction.records {
            record.check().unwrap();
            assert!(record.spans().all(|span| span.matches(&extraction.text)), "{}", record.id());
            for reference in record.references() {
                let known = ids.contains(&reference) || reference == extraction.document.id.clone().into();
                assert!(known, "{} names {reference}, which is not there", record.id());
            }
        }
    }
}

#[test]
fn the_presidents_who_stayed_away_are_never_at_the_talks() {
    let folder = folders().into_iter().find(|folder| folder.ends_with("istanbul-2025")).unwrap();
    let extraction = extract(&folder);
    let absent = ["actor/vladimir-putin", "actor/volodymyr-zelensky", "actor/donald-trump"];
    let states = ["actor/russia", "actor/ukraine"];
    let mut talks = 0;
    for record in &extraction.records {
        let Record::Meeting(meeting) = record else { continue };
        let there = |id: &str| {
            meeting
                .participants
                .iter()
                .any(|p| p.actor.as_str() == id && p.attendance == Attendance::Attended)
        };
        if meeting.status.took_place() && states.iter().all(|state| there(state)) {
            talks += 1;
            assert!(!absent.iter().any(|person| there(person)), "{}", meeting.id);
        }
    }
    assert!(talks > 0, "the talks are not told at all");
    let named = extraction
        .records
        .iter()
        .filter(|record| matches!(record, Record::Actor(a) if a.kind == ActorKind::Person));
    assert!(named.count() > 10);
}
