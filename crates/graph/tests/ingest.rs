//! Going in, going out, and what does not change by it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod build;

use build::{Told, report, talks};
use rapporteur_graph::{Change, GraphError, Ingest, Line, Store};
use rapporteur_schema::{Record, RecordId};
use serde_json::json;

fn create(folder: &tempfile::TempDir, name: &str) -> Store {
    Store::create(folder.path().join(name)).unwrap()
}

/// Everything that a store shows, as text.
fn views(store: &Store) -> String {
    let mut out = String::new();
    let mut ids: Vec<RecordId> = Vec::new();
    for row in store.actors().run().unwrap() {
        ids.push(row.actor.id.clone().into());
        out += &format!("{row:?}\n");
    }
    for row in store.meetings().run().unwrap() {
        ids.push(row.id.clone().into());
        out += &format!("{row:?}\n");
    }
    out += &format!("{:?}\n{:?}\n", store.places().run().unwrap(), store.statements().run().unwrap());
    out += &format!("{:?}\n{:?}\n", store.outcomes().run().unwrap(), store.documents().run().unwrap());
    for id in ids {
        out += &format!("{:?}\n{:?}\n", store.record(&id).unwrap(), store.evidence(&id).unwrap());
    }
    let statistics = store.statistics().unwrap();
    out + &format!(
        "{:?} {} {:?} {:?}",
        statistics.counts, statistics.tellings, statistics.dates, statistics.busiest
    )
}

fn lines(store: &Store) -> Vec<String> {
    store.export().map(Result::unwrap).collect()
}

#[test]
fn the_order_of_ingest_does_not_show() {
    let folder = tempfile::tempdir().unwrap();
    let documents = [talks(), report(), Told::new("other").state("norland", "The Norland", "NRL").done()];
    let mut seen = Vec::new();
    for (name, order) in [("a", [0, 1, 2]), ("b", [2, 1, 0]), ("c", [1, 0, 2])] {
        let store = create(&folder, name);
        for at in order {
            store.ingest(documents[at].clone()).unwrap();
        }
        seen.push((views(&store), lines(&store)));
        assert!(store.verify(|_, _| ()).unwrap().is_sound());
    }
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[0], seen[2]);
}

#[test]
fn in_and_out_again_is_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = create(&folder, "s");
    store.ingest(talks()).unwrap();
    let before = (views(&store), lines(&store));
    assert_eq!(store.ingest(report()).unwrap().change, Change::Added);
    assert_ne!(views(&store), before.0);
    assert!(store.remove(&"document/report".parse().unwrap()).unwrap());
    assert_eq!((views(&store), lines(&store)), before);
    assert!(!store.remove(&"document/report".parse().unwrap()).unwrap());
    let found = store.verify(|_, _| ()).unwrap();
    assert_eq!(found.problems, []);
    drop(store);
    let store = Store::open(folder.path().join("s")).unwrap();
    assert_eq!(store.remarks(), []);
    assert_eq!((views(&store), lines(&store)), before);
}

#[test]
fn the_same_again_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = create(&folder, "s");
    let journal = folder.path().join("s/journal.jsonl.zst");
    store.ingest(talks()).unwrap();
    let bytes = std::fs::read(&journal).unwrap();
    let mut again = talks();
    again.records.reverse();
    let done = store.ingest(again).unwrap();
    assert_eq!((done.change, done.records.actors), (Change::Unchanged, 6));
    assert_eq!(std::fs::read(&journal).unwrap(), bytes);
}

#[test]
fn a_revised_document_replaces_what_it_said() {
    let folder = tempfile::tempdir().unwrap();
    let store = create(&folder, "s");
    store.ingest(talks()).unwrap();
    let revised = Told::new("talks").state("norland", "Norland", "NRL").done();
    assert_eq!(store.ingest(revised).unwrap().change, Change::Replaced);
    assert_eq!(store.actors().run().unwrap().len(), 1);
    assert_eq!(store.meetings().run().unwrap().len(), 0);
    assert_eq!(store.statistics().unwrap().counts.records(), 1);
    assert_eq!(store.verify(|_, _| ()).unwrap().problems, []);
}

#[test]
fn a_reference_into_a_removed_document_is_said_and_no_damage() {
    let folder = tempfile::tempdir().unwrap();
    let store = create(&folder, "s");
    store.ingest(Told::new("one").state("a", "A", "AAA").done()).unwrap();
    store.ingest(Told::new("two").statement("s", "a", "deny", "No.", "2031").done()).unwrap();
    store.remove(&"document/one".parse().unwrap()).unwrap();
    let found = store.verify(|_, _| ()).unwrap();
    assert!(found.is_sound());
    assert_eq!(found.problems.len(), 1);
    assert_eq!(
        found.problems[0].to_string(),
        "statement/s names actor/a, which no document tells of any more"
    );
    assert_eq!(store.statements().run().unwrap()[0].speaker.name, "a");
}

fn refused(store: &Store, ingest: Ingest) -> GraphError {
    let before = lines(store);
    let error = store.ingest(ingest).unwrap_err();
    assert_eq!(lines(store), before);
    error
}

#[test]
fn what_breaks_a_rule_stays_outside() {
    let folder = tempfile::tempdir().unwrap();
    let store = create(&folder, "s");
    store.ingest(report()).unwrap();
    let good = || Told::new("new").state("a", "A", "AAA").state("b", "B", "BBB").done();
    let spoil = |spoil: &dyn Fn(&mut Ingest)| {
        let mut ingest = good();
        spoil(&mut ingest);
        refused(&store, ingest)
    };
    let with_span = |ingest: &mut Ingest, start: i64, document: &str| {
        let Record::Actor(actor) = &mut ingest.records[0] else { panic!() };
        let span = &mut actor.evidence[0];
        span.start = span.start.wrapping_add_signed(start);
        span.end = span.end.wrapping_add_signed(start);
        span.document = document.parse().unwrap();
    };
    assert!(matches!(spoil(&|it| with_span(it, 1, "document/new")), GraphError::SpanMismatch { .. }));
    assert!(matches!(spoil(&|it| with_span(it, i64::MAX, "document/new")), GraphError::SpanMismatch { .. }));
    assert!(matches!(spoil(&|it| with_span(it, 0, "document/report")), GraphError::ForeignSpan { .. }));
    assert!(matches!(spoil(&|it| it.text.push('x')), GraphError::TextMismatch { field: "bytes", .. }));
    assert!(matches!(
        spoil(&|it| it.text.replace_range(0..1, "N")),
        GraphError::TextMismatch { field: "sha256", .. }
    ));
    assert!(matches!(spoil(&|it| it.records.push(it.records[0].clone())), GraphError::Duplicate { .. }));
    assert!(matches!(
        spoil(&|it| it.records.push(Record::Document(it.document.clone()))),
        GraphError::NestedDocument { .. }
    ));
    let no_evidence = spoil(&|it| {
        let Record::Actor(actor) = &mut it.records[1] else { panic!() };
        actor.evidence.clear();
    });
    assert!(matches!(no_evidence, GraphError::Form { .. }), "{no_evidence}");
    let missing = refused(&store, Told::new("new").statement("s", "nobody", "deny", "No.", "2031").done());
    assert!(missing.to_string().contains("statement/s names actor/nobody"), "{missing}");
    // What only the replaced version told is not there for the new one.
    let orphan = Told::new("report").statement("s", "anna-berg", "deny", "No.", "2031").done();
    assert!(matches!(refused(&store, orphan), GraphError::MissingReference { .. }));
}

#[test]
fn an_export_goes_in_again_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let store = create(&folder, "s");
    store.ingest(talks()).unwrap();
    store.ingest(report()).unwrap();
    let exported = lines(&store);
    let copy = create(&folder, "copy");
    let parsed = |lines: &[String]| -> Vec<Result<Line, GraphError>> {
        lines.iter().map(|line| Ok(line.parse().unwrap())).collect()
    };
    let done = copy.import(parsed(&exported)).unwrap();
    assert_eq!(done.iter().map(|one| one.change).collect::<Vec<_>>(), [Change::Added; 2]);
    assert_eq!(lines(&copy), exported);
    assert_eq!(views(&copy), views(&store));
    let done = copy.import(parsed(&exported)).unwrap();
    assert!(done.iter().all(|one| one.change == Change::Unchanged));
    assert!(copy.verify(|_, _| ()).unwrap().is_sound());
    // In any order of lines.
    let backwards = create(&folder, "backwards");
    backwards.import(parsed(&exported.iter().rev().cloned().collect::<Vec<_>>())).unwrap();
    assert_eq!(lines(&backwards), exported);
}

#[test]
fn imported_records_join_the_documents_that_they_cite() {
    let folder = tempfile::tempdir().unwrap();
    let store = create(&folder, "s");
    store.ingest(Told::new("one").state("a", "A", "AAA").done()).unwrap();
    store.ingest(Told::new("two").state("b", "B", "BBB").done()).unwrap();
    let joint = json!({"type": "outcome", "id": "outcome/o", "kind": "agreement", "status": "agreed",
        "parties": ["actor/a", "actor/b"], "text": "Both.", "confidence": 0.5, "evidence": [
            {"document": "document/one", "start": 4, "end": 5, "text": "A"},
            {"document": "document/two", "start": 4, "end": 5, "text": "B"}]});
    let import = |record: &serde_json::Value| store.import([Ok(record.to_string().parse().unwrap())]);
    let done = import(&joint).unwrap();
    assert_eq!(done.len(), 2);
    let id = "outcome/o".parse().unwrap();
    assert_eq!(store.record(&id).unwrap().unwrap().documents.len(), 2);
    assert_eq!(store.evidence(&id).unwrap().len(), 2);
    store.remove(&"document/two".parse().unwrap()).unwrap();
    assert_eq!(store.evidence(&id).unwrap().len(), 1);
    assert_eq!(store.actors().run().unwrap().len(), 1);
    let mut elsewhere = joint;
    elsewhere["evidence"][0]["document"] = json!("document/nowhere");
    assert!(matches!(import(&elsewhere), Err(GraphError::MissingDocument { .. })));
}

#[test]
fn lines_that_are_no_records_are_refused() {
    for bad in [
        "",
        "{",
        "[]",
        r#"{"type":"war"}"#,
        r#"{"type":"document","id":"document/x","text":7}"#,
        r#"{"type":"document","text":"x"}"#,
    ] {
        assert!(bad.parse::<Line>().is_err(), "{bad}");
    }
    let folder = tempfile::tempdir().unwrap();
    let store = create(&folder, "s");
    let error = GraphError::Line { line: 7, reason: "it is no record".to_owned() };
    assert_eq!(store.import([Err(error)]).unwrap_err().to_string(), "line 7: it is no record");
}

#[test]
fn compacting_keeps_what_is_told_and_drops_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path()).unwrap();
    store.ingest(talks()).unwrap();
    store.ingest(report()).unwrap();
    // Two documents in one frame, of which one is replaced and one is not.
    let lines = |slug: &str, name: &str| {
        let told = Told::new(slug).person(slug, name, "NOR").done();
        let document = Line::Document { document: told.document, text: Some(told.text) };
        std::iter::once(document).chain(told.records.into_iter().map(Line::from)).collect::<Vec<_>>()
    };
    let both: Vec<Line> = lines("one", "Ida Holm").into_iter().chain(lines("two", "Nils Dahl")).collect();
    store.import(both.into_iter().map(Ok)).unwrap();
    store.ingest(Told::new("one").person("one", "Ida Holm-Berg", "NOR").done()).unwrap();
    assert!(store.remove(&report().document.id).unwrap());
    let before: Vec<String> = store.export().map(Result::unwrap).collect();
    let mut ends = Vec::new();
    let done = store.compact(|read, bytes| ends.extend((read == bytes).then_some(bytes))).unwrap();
    assert_eq!(ends, [done.bytes_before, done.bytes_after]);
    assert!(done.bytes_after < done.bytes_before, "{done:?}");
    // The talks, what is left of the import, and the new version.
    assert_eq!(done.frames, 3);
    let after = |store: &Store| -> Vec<String> { store.export().map(Result::unwrap).collect() };
    assert_eq!(after(&store), before);
    assert!(store.verify(|_, _| ()).unwrap().is_sound());
    store.ingest(report()).unwrap();
    drop(store);
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.remarks(), []);
    assert!(store.remove(&report().document.id).unwrap());
    assert_eq!(after(&store), before);
    assert!(store.verify(|_, _| ()).unwrap().is_sound());
}
