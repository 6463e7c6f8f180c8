//! A store as of a day answers as one that holds the documents published, or put in, by then, and no others.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod build;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use build::disk::Seeded;
use build::{Told, report, talks};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rapporteur_graph::{AsOf, Filter, Ingest, Judge, MeetingRow, Store};
use rapporteur_schema::{Document, MeetingStatus, RecordId};

fn with(ingests: &[Ingest]) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path().join("s")).unwrap();
    for ingest in ingests {
        store.ingest(ingest.clone()).unwrap();
    }
    (folder, store)
}

/// A store whose clock stands at noon of the n-th of June when the n-th document, from 1, is put in.
fn recorded(ingests: &[Ingest]) -> (tempfile::TempDir, Store, Arc<AtomicU8>) {
    let folder = tempfile::tempdir().unwrap();
    let day = Arc::new(AtomicU8::new(0));
    let store = clocked(Store::create(folder.path().join("s")).unwrap(), &day);
    for (ingest, n) in ingests.iter().zip(1..) {
        day.store(n, Ordering::Relaxed);
        store.ingest(ingest.clone()).unwrap();
    }
    (folder, store, day)
}

fn clocked(store: Store, day: &Arc<AtomicU8>) -> Store {
    let day = Arc::clone(day);
    store.with_clock(move || format!("2031-06-{:02}T12:00:00Z", day.load(Ordering::Relaxed)).parse().unwrap())
}

/// A day of June; the last of May is its day before the first.
fn june(day: i8) -> Date {
    date(2031, 5, 31).saturating_add(jiff::Span::new().days(day))
}

/// The documents that were put in by a day of June, by their slugs.
fn in_by(store: &Store, day: i8) -> Vec<String> {
    let rows = store.documents().recorded_as_of(june(day)).run().unwrap();
    rows.iter().map(|row| row.document.id.slug().to_owned()).collect()
}

/// Everything that can be asked, as text.
fn answers(store: &Store, past: AsOf<'_>) -> Vec<String> {
    let Filter { as_of, recorded_as_of, .. } = past.filter();
    let mut all = Vec::new();
    macro_rules! ask {
        ($question:expr) => {{
            let mut question = $question;
            if let Some(day) = as_of {
                question = question.as_of(day);
            }
            if let Some(day) = recorded_as_of {
                question = question.recorded_as_of(day);
            }
            all.extend(question.run().unwrap().into_iter().map(|row| format!("{row:?}")));
            all.push("--".to_owned());
        }};
    }
    ask!(store.met());
    ask!(store.met().absent());
    ask!(store.meetings());
    ask!(store.statements());
    ask!(store.outcomes());
    ask!(store.actors());
    ask!(store.places());
    ask!(store.documents());
    let network = past.network().unwrap();
    for n in 0..4 {
        let actor = format!("actor/a{n}").parse().unwrap();
        for other in network.actors() {
            all.push(format!("{:?}", network.chain(&actor, other)));
        }
        let meeting = format!("meeting/m{n}").parse().unwrap();
        let place = format!("place/p{n}").parse().unwrap();
        ask!(store.met().actor(&actor));
        ask!(store.meetings().place(&place));
        ask!(store.meetings().actor(&actor).from(date(2031, 5, 3)));
        ask!(store.statements().actor(&actor));
        ask!(store.statements().meeting(&meeting));
        ask!(store.outcomes().actor(&actor));
        ask!(store.outcomes().place(&place));
        ask!(store.actors().with(&actor));
        ask!(store.actors().meeting(&meeting));
        ask!(store.places().actor(&actor));
        ask!(store.documents().actor(&actor));
        for kind in ["actor/a", "place/p", "meeting/m", "outcome/o", "statement/s", "document/d"] {
            let id: RecordId = format!("{kind}{n}").parse().unwrap();
            all.push(format!("{:?}", past.record(&id).unwrap()));
            all.push(format!("{:?}", past.evidence(&id).unwrap()));
        }
    }
    for code in ["AAA", "BBB"] {
        ask!(store.meetings().country(code.parse().unwrap()));
        ask!(store.actors().country(code.parse().unwrap()));
        ask!(store.places().country(code.parse().unwrap()));
    }
    for name in ["Kolar", "Ana", "Kollar", "Port", "AAA", "Sud"] {
        all.push(format!("{:?}", past.find_actors(name).unwrap()));
        all.push(format!("{:?}", past.find_places(name).unwrap()));
        all.push(format!("{:?}", past.find_country(name).unwrap()));
    }
    all
}

/// A document of a small world in which every document may see everything otherwise.
fn document(n: usize, seed: u64) -> Ingest {
    let mut dice = Seeded(seed.wrapping_mul(31).wrapping_add(n as u64));
    let day = |dice: &mut Seeded| format!("2031-05-0{}", 1 + dice.below(9));
    let mut told = Told::new(&format!("d{n}"));
    if dice.below(8) > 0 {
        told = told.published(&day(&mut dice));
    }
    let codes = ["AAA", "BBB"];
    for a in 0..4 {
        let name = ["Ana Kolar", "Kolar", "Sudora", "Bo Kollar"][dice.below(4)];
        let code = codes[dice.below(2)];
        let slug = format!("a{a}");
        told = if a == 3 { told.state(&slug, name, code) } else { told.person(&slug, name, code) };
        let within = (a > 0 && dice.below(2) == 0).then(|| format!("p{}", a - 1));
        let kind = ["city", "country", "venue"][dice.below(3)];
        let name = ["Port Vela", "Sudora", "Norhavn"][dice.below(3)];
        told = told.place(&format!("p{a}"), kind, name, codes[dice.below(2)], within.as_deref());
    }
    for m in 0..4 {
        if dice.below(3) == 0 {
            continue;
        }
        let status = ["held", "planned", "denied", "cancelled"][dice.below(4)];
        let parts: Vec<String> = (0..4)
            .filter(|_| dice.below(2) == 0)
            .collect::<Vec<usize>>()
            .into_iter()
            .map(|a| format!("a{a}:{}", ["attended", "absent", "expected"][dice.below(3)]))
            .collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let (when, place) = (day(&mut dice), format!("p{}", dice.below(4)));
        told = told.meeting(&format!("m{m}"), status, Some(&when), Some(&place), &parts);
        let (one, other) = (format!("a{}", dice.below(4)), format!("a{}", dice.below(4)));
        told = told.outcome(&format!("o{m}"), "aid", &[&one, &other], Some(&format!("m{m}")));
        told = told.statement(&format!("s{m}"), &one, "comment", "So it is.", &when);
    }
    told.done()
}

fn is_public(document: &Document, day: Date) -> bool {
    document.published.as_ref().is_some_and(|published| published.last_day() <= day)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, max_shrink_iters: 8, ..ProptestConfig::default() })]

    #[test]
    fn as_of_a_day_is_a_store_of_the_documents_by_then(seed in any::<u64>()) {
        let all: Vec<Ingest> = (0..4).map(|n| document(n, seed)).collect();
        let (_all, whole) = with(&all);
        for day in [date(2031, 4, 30), date(2031, 5, 3), date(2031, 5, 6), date(2031, 5, 9)] {
            let known: Vec<Ingest> =
                all.iter().filter(|ingest| is_public(&ingest.document, day)).cloned().collect();
            let (_known, part) = with(&known);
            let (past, then) = (answers(&whole, whole.as_of(day)), answers(&part, AsOf::from(&part)));
            for (past, then) in past.iter().zip(&then) {
                prop_assert_eq!(past, then, "as of {}", day);
            }
            prop_assert_eq!(past.len(), then.len());
        }
    }

    #[test]
    fn recorded_by_a_day_is_a_store_of_what_was_put_in_by_then(seed in any::<u64>()) {
        let all: Vec<Ingest> = (0..4).map(|n| document(n, seed)).collect();
        let (_all, whole, _) = recorded(&all);
        for day in 0..=4 {
            let (_part, part, _) = recorded(&all[..day]);
            let then = june(day as i8);
            let past = answers(&whole, AsOf::from(&whole).recorded_by(Some(then)));
            prop_assert_eq!(past, answers(&part, AsOf::from(&part)), "recorded by {}", then);
            // Of what was in by then, what was public by another day.
            let public = date(2031, 5, 5);
            let past = answers(&whole, whole.as_of(public).recorded_by(Some(then)));
            prop_assert_eq!(past, answers(&part, part.as_of(public)), "recorded by {}, public by {}", then, public);
        }
    }

    #[test]
    fn later_days_know_no_fewer_documents(seed in any::<u64>()) {
        let all: Vec<Ingest> = (0..5).map(|n| document(n, seed)).collect();
        let (_folder, store) = with(&all);
        let mut before = Vec::new();
        for day in 1..=9 {
            let rows = store.documents().as_of(date(2031, 5, day)).run().unwrap();
            let ids: Vec<String> = rows.iter().map(|row| row.document.id.to_string()).collect();
            prop_assert!(before.iter().all(|id| ids.contains(id)));
            // What a later document tells may show two meetings to be one; none is told less of.
            let told = |rows: Vec<MeetingRow>| rows.into_iter().flat_map(|row| row.members).collect::<BTreeSet<_>>();
            let meetings = told(store.meetings().as_of(date(2031, 5, day)).run().unwrap());
            prop_assert!(meetings.is_subset(&told(store.meetings().run().unwrap())));
            before = ids;
        }
    }
}

#[test]
fn what_was_planned_on_one_day_is_held_on_the_next() {
    let (_folder, store) = with(&[talks(), report()]);
    let id = "meeting/2031-05-16-port-vela".parse().unwrap();
    let status = |day: Date| {
        let rows = store.meetings().as_of(day).run().unwrap();
        rows.into_iter().find(|row| row.id == id).map(|row| row.status)
    };
    assert_eq!(status(date(2031, 5, 14)), None);
    assert_eq!(status(date(2031, 5, 15)), Some(MeetingStatus::Planned));
    assert_eq!(status(date(2031, 5, 16)), Some(MeetingStatus::Held));
    assert_eq!(store.met().as_of(date(2031, 5, 15)).run().unwrap().len(), 0);
    assert_eq!(store.as_of(date(2031, 5, 15)).evidence(&id.clone().into()).unwrap().len(), 4);
    // The name by which the later document knows her is not known yet.
    let fits = |day: i8| {
        let found = store.as_of(date(2031, 5, day)).find_actors("Bergström").unwrap();
        found.iter().filter(|found| found.how.is_exact()).count()
    };
    assert_eq!((fits(15), fits(16)), (0, 1));
}

#[test]
fn a_document_without_a_date_counts_from_when_it_was_fetched() {
    let mut fetched = Told::new("d1").state("a", "A", "AAA").done();
    fetched.document.retrieved = Some("2031-05-16T23:30:00+03:00".parse().unwrap());
    let (_folder, store) = with(&[Told::new("d0").state("b", "B", "BBB").done(), fetched]);
    let actors = |day: i8| store.actors().as_of(date(2031, 5, day)).run().unwrap().len();
    assert_eq!((actors(15), actors(16)), (0, 1));
    assert_eq!(store.actors().run().unwrap().len(), 2);
}

#[test]
fn a_text_counts_from_when_it_came_in_and_a_revision_from_when_that_did() {
    let told = |n: usize, more: &str| {
        Told::new(&format!("d{n}")).state(&format!("a{n}"), "A", "AAA").person("b", more, "AAA").done()
    };
    let (folder, store, day) = recorded(&[told(0, "Bo"), told(1, "Bo"), told(2, "Bo")]);
    // The text of the first is read anew; the second is another text; the third was there without a clock too.
    let mut anew = told(0, "Bo");
    anew.records.pop();
    day.store(5, Ordering::Relaxed);
    store.ingest(anew).unwrap();
    store.ingest(told(1, "Bo Berg")).unwrap();
    store.ingest(told(2, "Bo")).unwrap();
    // Two that come in together share a frame, and one of them is known already.
    day.store(6, Ordering::Relaxed);
    let lines = store.export().map(|line| line.unwrap().parse()).collect::<Vec<_>>();
    let (_other, other) = with(&[told(3, "Bo"), told(4, "Bo")]);
    let more = other.export().map(|line| line.unwrap().parse());
    let line = |line: Result<rapporteur_graph::Line, _>| line.map_err(|_| unreachable!());
    store.import(lines.into_iter().chain(more).map(line)).unwrap();
    let expect = |store: &Store| {
        assert_eq!(in_by(store, 0), Vec::<String>::new());
        assert_eq!(in_by(store, 1), ["d0"]);
        assert_eq!(in_by(store, 3), ["d0", "d2"]);
        assert_eq!(in_by(store, 5), ["d0", "d1", "d2"]);
        assert_eq!(in_by(store, 6), ["d0", "d1", "d2", "d3", "d4"]);
    };
    expect(&store);
    store.reindex(|_, _| ()).unwrap();
    expect(&store);
    store.compact(|_, _| ()).unwrap();
    expect(&store);
    assert_eq!(store.verify(|_, _| ()).unwrap().problems, []);
    drop(store);
    expect(&Store::open(folder.path().join("s")).unwrap());
}

#[test]
fn what_no_clock_recorded_counts_on_no_day() {
    let told = |slug: &str| Told::new(slug).state("a", "A", "AAA").done();
    let (folder, store) = with(&[told("d0"), told("d1")]);
    assert_eq!(in_by(&store, 30), Vec::<String>::new());
    let day = Arc::new(AtomicU8::new(2));
    let store = clocked(store, &day);
    // Of a text that was here before, no more is known than that it is here by now.
    let mut anew = told("d1");
    anew.records.clear();
    store.ingest(anew).unwrap();
    store.ingest(told("d2")).unwrap();
    assert_eq!((in_by(&store, 1), in_by(&store, 2)), (Vec::new(), vec!["d1".to_owned(), "d2".to_owned()]));
    drop(store);
    // Without a clock again: a text keeps its time, also where its frame has none.
    let store = Store::open(folder.path().join("s")).unwrap();
    let lines = [told("d2"), told("d3")].map(|ingest| {
        let Ingest { document, text, .. } = ingest;
        Ok(rapporteur_graph::Line::Document { document, text: Some(text) })
    });
    store.import(lines).unwrap();
    for _ in 0..2 {
        assert_eq!(in_by(&store, 2), ["d1", "d2"]);
        assert_eq!(store.documents().run().unwrap().len(), 4);
        store.compact(|_, _| ()).unwrap();
    }
    assert_eq!(store.verify(|_, _| ()).unwrap().problems, []);
}

#[test]
fn exports_are_the_same_whatever_the_clock() {
    let all = [talks(), report()];
    let ((_one, one), (_other, other, _)) = (with(&all), recorded(&all));
    let lines = |store: &Store| store.export().map(Result::unwrap).collect::<Vec<_>>();
    assert_eq!(lines(&one), lines(&other));
}

#[test]
fn a_judgement_counts_from_the_day_on_which_it_was_made() {
    let told =
        |n: usize, name: &str| Told::new(&format!("d{n}")).person(&format!("a{n}"), name, "AAA").done();
    let (_folder, store, _) = recorded(&[told(0, "Anna Berg"), told(1, "Rui Salgado")]);
    let by = |time: &str| Judge { author: None, time: time.parse().unwrap(), remark: None };
    let subject = |id: &str| id.parse().unwrap();
    store.judge(&subject("actor/a0"), &subject("actor/a1"), true, by("2031-06-04T00:00:00Z")).unwrap();
    store.undo(None, by("2031-06-06T00:00:00Z")).unwrap();
    let persons = |day: i8| store.actors().recorded_as_of(june(day)).run().unwrap().len();
    assert_eq!([1, 3, 4, 5, 6].map(persons), [1, 2, 1, 1, 2]);
    assert_eq!(store.actors().run().unwrap().len(), 2);
    let merged = |day: i8| {
        let past = AsOf::from(&store).recorded_by(Some(june(day)));
        past.merged(&"actor/a0".parse().unwrap()).unwrap().len()
    };
    assert_eq!([3, 4, 6].map(merged), [0, 1, 0]);
}
