//! What documents tell under several ids is one, what they tell under one id may be several, and what people say
//! of it holds.
#![allow(clippy::unwrap_used, clippy::panic)]

mod build;

use build::Told;
use build::disk::Seeded;
use proptest::prelude::*;
use rapporteur_graph::{Ingest, Judge, Store};
use rapporteur_schema::{Record, RecordKind, Subject};

fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path().join("s")).unwrap();
    (folder, store)
}

fn with(ingests: &[Ingest]) -> (tempfile::TempDir, Store) {
    let (folder, store) = store();
    for ingest in ingests {
        store.ingest(ingest.clone()).unwrap();
    }
    (folder, store)
}

fn by(remark: &str) -> Judge {
    let time = serde_json::from_str("\"2031-06-01T12:00:00Z\"").unwrap();
    Judge { author: Some("Ada".to_owned()), time, remark: Some(remark.to_owned()) }
}

fn subject(text: &str) -> Subject {
    text.parse().unwrap()
}

/// The members of each actor, place and meeting, and everything else that rows show, as text.
fn picture(store: &Store) -> Vec<String> {
    let mut all: Vec<String> = store.actors().run().unwrap().iter().map(|row| format!("{row:?}")).collect();
    all.extend(store.places().run().unwrap().iter().map(|row| format!("{row:?}")));
    all.extend(store.meetings().run().unwrap().iter().map(|row| format!("{row:?}")));
    all.extend(store.statements().run().unwrap().iter().map(|row| format!("{row:?}")));
    all.extend(store.conflicts().run().unwrap().iter().map(|row| format!("{row:?}")));
    all
}

/// What is in one picture and not in the other.
fn difference(one: &[String], other: &[String]) -> Vec<String> {
    let only = |these: &[String], those: &[String]| {
        these.iter().filter(|row| !those.contains(row)).cloned().collect::<Vec<_>>()
    };
    [only(one, other), only(other, one)].concat()
}

fn members(store: &Store) -> Vec<Vec<String>> {
    let rows = store.actors().run().unwrap().into_iter();
    rows.map(|row| row.members.iter().map(|id| id.slug().to_owned()).collect()).collect()
}

/// A document on talks of two ministers, in its own spelling.
fn told(id: &str, day: &str, norland: (&str, &str), sudora: (&str, &str), status: &str) -> Ingest {
    Told::new(id)
        .published(day)
        .state("norland", "Norland", "NRL")
        .state("sudora", "Sudora", "SDR")
        .person(norland.0, norland.1, "NRL")
        .person(sudora.0, sudora.1, "SDR")
        .place("port-vela", "city", "Port Vela", "OST", None)
        .meeting(&format!("of-{id}"), status, Some("2031-05-16"), Some("port-vela"), &[norland.0, sudora.0])
        .done()
}

fn three() -> [Ingest; 3] {
    [
        told("a", "2031-05-14", ("olga-zelenska", "Olga Zelenska"), ("karim-said", "Karim Said"), "planned"),
        told("b", "2031-05-17", ("olha-zelenska", "Olga Zelenskaa"), ("karim-saeed", "Karim Saeed"), "held"),
        told(
            "c",
            "2031-05-18",
            ("olga-zelenska", "Olga Zelenska"),
            ("karim-al-said", "Karim Bin Said"),
            "held",
        ),
    ]
}

#[test]
fn spellings_are_one_actor_and_reports_one_meeting() {
    let (_folder, store) = with(&three());
    let members = members(&store);
    assert!(members.contains(&vec!["olga-zelenska".to_owned(), "olha-zelenska".to_owned()]), "{members:?}");
    let said = ["karim-al-said", "karim-saeed", "karim-said"].map(str::to_owned).to_vec();
    assert!(members.contains(&said), "{members:?}");
    let meetings = store.met().run().unwrap();
    let [meeting] = meetings.as_slice() else { panic!("{meetings:?}") };
    assert_eq!((meeting.members.len(), meeting.support.documents, meeting.attendees.len()), (3, 3, 2));
    assert!(meeting.disputed.is_empty());
    // Any of its ids leads there.
    for member in &meeting.members {
        let told = store.record(&member.clone().into()).unwrap().unwrap();
        assert_eq!(told.documents.len(), 3);
        assert_eq!(store.timeline(member).unwrap().iter().filter(|row| row.is_change).count(), 2);
    }
    assert!(!store.merged(&meeting.id.clone().into()).unwrap().is_empty());
    assert!(store.verify(|_, _| ()).unwrap().is_sound());
}

#[test]
fn as_of_a_day_the_meeting_is_still_to_come() {
    let (_folder, store) = with(&three());
    let day = jiff::civil::date(2031, 5, 15);
    let rows = store.meetings().as_of(day).run().unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].status, rapporteur_schema::MeetingStatus::Planned);
    assert!(store.met().as_of(day).run().unwrap().is_empty());
}

#[test]
fn who_shares_a_name_and_not_a_country_is_another() {
    let one = Told::new("a").person("ivan-petrov", "Ivan Petrov", "NRL").state("norland", "Norland", "NRL");
    let one = one.meeting("m", "held", Some("2031-05-16"), None, &["ivan-petrov", "norland"]).done();
    let other = Told::new("b").person("ivan-petrov", "Ivan Petrov", "SDR").state("sudora", "Sudora", "SDR");
    let other = other.meeting("n", "held", Some("2031-05-16"), None, &["ivan-petrov", "sudora"]).done();
    let (_folder, store) = with(&[one, other]);
    let persons: Vec<_> = store.actors().kind(rapporteur_schema::ActorKind::Person).run().unwrap();
    let ids: Vec<&str> = persons.iter().map(|row| row.actor.record.id.as_str()).collect();
    assert_eq!(ids, ["actor/ivan-petrov", "actor/ivan-petrov-sdr"]);
    assert!(persons.iter().all(|row| row.meetings == 1 && row.actor.conflicts.is_empty()));
    for (id, meeting) in [("actor/ivan-petrov", "m"), ("actor/ivan-petrov-sdr", "n")] {
        let met = store.met().actor(&id.parse().unwrap()).run().unwrap();
        let met: Vec<&str> = met.iter().map(|row| row.id.slug()).collect();
        assert_eq!(met, [meeting]);
    }
    assert_eq!(store.find_actors("Ivan Petrov").unwrap().len(), 2);
}

#[test]
fn a_text_that_looks_back_a_lifetime_tells_of_another_of_that_name() {
    let told = |id: &str, public: &str, when: &str| {
        let told = Told::new(id).published(public).state("sudora", "Sudora", "SDR");
        let told = told.record("Ali Sabry came.", serde_json::json!({"type": "actor", "id": "actor/ali-sabry", "kind": "person", "name": "Ali Sabry"}));
        told.meeting(&format!("of-{id}"), "held", Some(when), None, &["ali-sabry", "sudora"]).done()
    };
    let old = told("a", "2026-05-01", "1962-12-10");
    let named = Told::new("c").published("2030-01-01").person("ali-sabry", "Ali Sabry", "SDR").done();
    let (_folder, store) = with(&[old.clone(), named]);
    assert_eq!(store.actors().kind(rapporteur_schema::ActorKind::Person).run().unwrap().len(), 1);
    let (_folder, store) = with(&[old.clone(), told("b", "2031-05-17", "2031-05-16")]);
    let rows = store.actors().kind(rapporteur_schema::ActorKind::Person).run().unwrap();
    assert_eq!(rows.len(), 2, "{rows:#?}");
    let (_folder, store) = with(&[old, told("b", "2031-05-17", "1990-05-16")]);
    let rows = store.actors().kind(rapporteur_schema::ActorKind::Person).run().unwrap();
    assert_eq!(rows.len(), 1, "{rows:#?}");
}

#[test]
fn rounds_sessions_and_calls_of_one_day_stay_apart() {
    let talks = |id: &str, when: &str, place: &str| {
        Told::new(id)
            .state("norland", "Norland", "NRL")
            .state("sudora", "Sudora", "SDR")
            .place(place, "city", place, "OST", None)
            .meeting(id, "held", Some(when), Some(place), &["norland", "sudora"])
            .done()
    };
    let told = [
        talks("a", "2031-05-16", "lima"),
        talks("b", "2031-05-18", "lima"),
        talks("c", "2031-05-16", "quito"),
    ];
    let (_folder, store) = with(&told);
    assert_eq!(store.met().run().unwrap().len(), 3);
}

/// Two who meet on the margins of a summit, and the summit, which another document tells before under the same id.
#[test]
fn a_summit_is_not_what_happens_on_its_margins() {
    let told = |id: &str| {
        Told::new(id)
            .state("norland", "Norland", "NRL")
            .state("sudora", "Sudora", "SDR")
            .state("ostia", "Ostia", "OST")
            .place("lima", "city", "Lima", "OST", None)
    };
    let day = Some("2031-05-16");
    let two = ["norland", "sudora"];
    let before =
        told("before").meeting("side", "planned", day, Some("lima"), &two).named("the Summit").done();
    let after = told("after")
        .meeting("summit", "held", day, Some("lima"), &["norland", "sudora", "ostia"])
        .named("the summit")
        .meeting("side", "held", day, Some("lima"), &two)
        .part_of("summit")
        .done();
    for told in [[before.clone(), after.clone()], [after, before]] {
        let (_folder, store) = with(&told);
        let rows = store.meetings().run().unwrap();
        let mut told: Vec<(usize, usize)> =
            rows.iter().map(|row| (row.attendees.len(), row.support.documents)).collect();
        told.sort_unstable();
        assert_eq!(told, [(2, 1), (3, 2)], "{rows:?}");
        assert!(store.verify(|_, _| ()).unwrap().is_sound());
    }
}

#[test]
fn what_is_judged_holds_and_is_taken_back() {
    let (_folder, store) = with(&three());
    let before = picture(&store);
    let (one, other) = (subject("actor/olga-zelenska"), subject("actor/olha-zelenska"));
    let judgement = store.judge(&one, &other, false, by("two sisters")).unwrap();
    let apart = members(&store);
    assert!(apart.contains(&vec!["olga-zelenska".to_owned()]), "{apart:?}");
    assert!(apart.contains(&vec!["olha-zelenska".to_owned()]), "{apart:?}");
    store.undo(Some(&judgement.id), by("one after all")).unwrap();
    assert_eq!(picture(&store), before);
    // And the other way: what no rule would hold to be one.
    store.judge(&subject("actor/norland"), &subject("actor/sudora"), true, by("a union")).unwrap();
    assert!(members(&store).contains(&vec!["norland".to_owned(), "sudora".to_owned()]));
    store.undo(None, by("no union")).unwrap();
    assert_eq!(picture(&store), before);
    assert_eq!(store.judgements().len(), 4);
    assert!(store.undo(None, by("nothing left")).is_err());
    assert!(store.verify(|_, _| ()).unwrap().is_sound());
}

#[test]
fn two_who_share_an_id_are_told_apart_by_who_tells_of_them() {
    let told = |id: &str| {
        let told = Told::new(id).person("ivan-petrov", "Ivan Petrov", "NRL").state("sudora", "Sudora", "SDR");
        told.meeting(id, "held", Some("2031-05-16"), None, &["ivan-petrov", "sudora"]).done()
    };
    let (_folder, store) = with(&[told("a"), told("b"), told("c")]);
    let before = picture(&store);
    let (one, other) = (subject("actor/ivan-petrov@document/a"), subject("actor/ivan-petrov@document/c"));
    store.judge(&one, &other, false, by("his son")).unwrap();
    let persons = store.actors().kind(rapporteur_schema::ActorKind::Person).run().unwrap();
    let documents: Vec<usize> = persons.iter().map(|row| row.actor.documents.len()).collect();
    assert_eq!(documents, [2, 1], "{persons:?}");
    assert_eq!(store.met().actor(&persons[1].actor.record.id).run().unwrap().len(), 1);
    store.undo(None, by("no")).unwrap();
    assert_eq!(picture(&store), before);
    // What one document tells against all others.
    store.judge(&subject("actor/ivan-petrov"), &other, false, by("his son")).unwrap();
    assert_eq!(store.actors().kind(rapporteur_schema::ActorKind::Person).run().unwrap().len(), 2);
    store.undo(None, by("no")).unwrap();
    assert_eq!(picture(&store), before);
    assert!(store.judge(&one, &subject("actor/ivan-petrov@document/z"), false, by("")).is_err());
}

#[test]
fn judgements_are_exported_kept_by_compact_and_read_again() {
    let (folder, store) = with(&three());
    let (one, other) = (subject("actor/olga-zelenska"), subject("actor/olha-zelenska"));
    store.judge(&one, &other, false, by("two")).unwrap();
    let expected = picture(&store);
    let lines: Vec<String> = store.export().collect::<Result<_, _>>().unwrap();
    let (_other_folder, copy) = self::store();
    copy.import(lines.iter().map(|line| Ok(line.parse().unwrap()))).unwrap();
    assert_eq!(picture(&copy), expected);
    assert_eq!(copy.judgements(), store.judgements());
    store.compact(|_, _| ()).unwrap();
    assert_eq!(picture(&store), expected);
    drop(store);
    let again = Store::open(folder.path().join("s")).unwrap();
    assert_eq!(picture(&again), expected);
}

/// A document of two who met in a city, under the name and the entry that it has for the city.
fn met_in(id: &str, place: (&str, &str, Option<u32>)) -> Ingest {
    let mut told = Told::new(id)
        .published("2031-05-17")
        .state("norland", "Norland", "NRL")
        .state("sudora", "Sudora", "SDR")
        .place(place.0, "city", place.1, "OST", None);
    if let Some(entry) = place.2 {
        told = told.geonames(entry);
    }
    let parts = ["norland", "sudora"];
    told.meeting(&format!("of-{id}"), "held", Some("2031-05-16"), Some(place.0), &parts).done()
}

fn place_members(store: &Store) -> Vec<Vec<String>> {
    let rows = store.places().run().unwrap().into_iter();
    rows.map(|row| row.members.iter().map(|id| id.slug().to_owned()).collect()).collect()
}

#[test]
fn a_city_under_two_names_is_one_place() {
    let all = [
        met_in("a", ("vela", "Vela", Some(7))),
        met_in("b", ("port-vela", "Port Vela", Some(7))),
        met_in("c", ("vela-old", "Vela", None)),
        met_in("d", ("vela-new", "Vela", Some(8))),
    ];
    let (_folder, store) = with(&all[..2]);
    assert_eq!(place_members(&store), [["port-vela", "vela"]]);
    let rows = store.meetings().run().unwrap();
    assert_eq!(rows.len(), 1, "{rows:#?}");
    let place = rows[0].place.as_ref().unwrap();
    assert_eq!(place.id.as_str(), "place/port-vela");
    assert_eq!(store.meetings().place(&"place/vela".parse().unwrap()).run().unwrap().len(), 1);
    let why = store.merged(&"place/vela".parse().unwrap()).unwrap();
    assert_eq!(why[0].reasons, [rapporteur_graph::Reason::Gazetteer]);

    // What has no entry goes by its name; another entry is another place.
    let (_folder, store) = with(&all[1..]);
    assert_eq!(place_members(&store).len(), 2, "{:?}", place_members(&store));
}

#[test]
fn what_cannot_be_judged_is_refused_and_nothing_is_kept() {
    let (_folder, store) = with(&three());
    for (one, other) in [
        ("actor/olga-zelenska", "actor/nobody"),
        ("actor/olga-zelenska", "meeting/of-a"),
        ("actor/olga-zelenska", "actor/olga-zelenska"),
    ] {
        assert!(store.judge(&subject(one), &subject(other), true, by("")).is_err(), "{one} {other}");
    }
    assert!(store.judgements().is_empty());
}

#[test]
fn what_nobody_can_tell_is_asked() {
    let one = Told::new("a").published("2031-05-16").person("anna-berg", "Anna Berg", "NRL").done();
    let other = Told::new("b").published("2031-05-17").person("anna-borg", "Anna Borg", "NRL").done();
    let (_folder, store) = with(&[one, other]);
    let doubts = store.doubts(RecordKind::Actor).unwrap();
    let [doubt] = doubts.as_slice() else { panic!("{doubts:?}") };
    let [one, other] = &doubt.subjects;
    store.judge(one, other, true, by("a misprint")).unwrap();
    assert!(store.doubts(RecordKind::Actor).unwrap().is_empty());
    assert_eq!(members(&store), [["anna-berg", "anna-borg"]]);
}

/// A document of a few names, days and places, drawn from so few that they meet.
fn drawn(number: u64, seeded: &mut Seeded) -> Ingest {
    const PERSONS: [(&str, &str); 6] = [
        ("olga-zelenska", "Olga Zelenska"),
        ("olha-zelenska", "Olga Zelenskaa"),
        ("zelenska", "Zelenska"),
        ("karim-said", "Karim Said"),
        ("karim-saeed", "Karim Saeed"),
        ("k-said", "K. Said"),
    ];
    let mut pick = |of: usize| seeded.below(of);
    let mut told = Told::new(&format!("d{number}"))
        .state("norland", "Norland", "NRL")
        .state("sudora", "Sudora", "SDR")
        .place("lima", "city", "Lima", "OST", None)
        .place("quito", "city", "Quito", "OST", None);
    if pick(2) > 0 {
        told = told.geonames(7);
    }
    told = told.place("kito", "city", "Kito", "OST", None);
    if pick(2) > 0 {
        told = told.geonames(7);
    }
    told = told.place("palace", "venue", "The Palace", "OST", [None, Some("quito"), Some("kito")][pick(3)]);
    if pick(5) > 0 {
        told = told.published(&format!("2031-05-{:02}", 10 + pick(15)));
    }
    let (one, other) = (PERSONS[pick(6)], PERSONS[pick(6)]);
    let countries = ["NRL", "SDR"];
    told = told.person(one.0, one.1, countries[pick(2)]);
    if other.0 != one.0 {
        told = told.person(other.0, other.1, countries[pick(2)]);
    }
    for at in 0..1 + pick(2) {
        let when =
            [None, Some("2031-05-12"), Some("2031-05-13"), Some("2031-05-20"), Some("2031-05")][pick(5)];
        let place = [None, Some("lima"), Some("quito"), Some("kito"), Some("palace")][pick(5)];
        let status = ["held", "planned", "cancelled", "denied"][pick(4)];
        let parts = [vec!["norland", "sudora"], vec![one.0, "sudora"], vec![one.0, other.0]][pick(3)].clone();
        let parts: Vec<&str> = if one.0 == other.0 { vec![one.0, "sudora"] } else { parts };
        told = told.meeting(&format!("m{}-{at}", pick(6)), status, when, place, &parts);
        if pick(3) == 0 {
            told = told.moved_from(["2031-05-12", "2031-05-13"][pick(2)]);
        }
    }
    told.done()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_documents_does_not_matter(seed in any::<u64>(), count in 2_u64..9) {
        let mut seeded = Seeded(seed);
        let mut told: Vec<Ingest> = (0..count).map(|number| drawn(number, &mut seeded)).collect();
        let (_folder, store) = with(&told);
        let expected = picture(&store);
        for _ in 0..told.len() {
            let (one, other) = (seeded.below(told.len()), seeded.below(told.len()));
            told.swap(one, other);
        }
        let (_other_folder, shuffled) = with(&told);
        let differ = difference(&picture(&shuffled), &expected);
        prop_assert!(differ.is_empty(), "{differ:#?}");
        prop_assert!(shuffled.verify(|_, _| ()).unwrap().is_sound());
    }

    #[test]
    fn what_is_put_in_and_taken_out_leaves_nothing(seed in any::<u64>(), count in 1_u64..8) {
        let mut seeded = Seeded(seed);
        let told: Vec<Ingest> = (0..count).map(|number| drawn(number, &mut seeded)).collect();
        let (_folder, store) = with(&told);
        let expected = picture(&store);
        let more = drawn(count, &mut seeded);
        store.ingest(more.clone()).unwrap();
        store.remove(&more.document.id).unwrap();
        let differ = difference(&picture(&store), &expected);
        prop_assert!(differ.is_empty(), "{differ:#?}");
    }

    #[test]
    fn what_is_judged_and_undone_leaves_nothing(seed in any::<u64>(), count in 2_u64..8, same in any::<bool>()) {
        let mut seeded = Seeded(seed);
        let told: Vec<Ingest> = (0..count).map(|number| drawn(number, &mut seeded)).collect();
        let (_folder, store) = with(&told);
        let expected = picture(&store);
        let actors = store.actors().run().unwrap();
        let mut pick = || {
            let row = &actors[seeded.below(actors.len())];
            Subject { id: row.actor.record.id.clone().into(), document: None }
        };
        let (one, other) = (pick(), pick());
        if store.judge(&one, &other, same, by("perhaps")).is_ok() {
            store.undo(None, by("no")).unwrap();
            let differ = difference(&picture(&store), &expected);
        prop_assert!(differ.is_empty(), "{differ:#?}");
        }
    }
}

/// A document of its own outlet, in which one of Norland says a thing that an outcome comes of.
fn saying(id: &str, outlet: &str, padding: &str) -> Ingest {
    let mut told = Told::new(id).published("2031-05-16");
    told.says(padding);
    let mut ingest = told
        .state("norland", "Norland", "NRL")
        .state("sudora", "Sudora", "SDR")
        .person("anna", "Anna Berg", "NRL")
        .statement("no", "anna", "reject", "We do not accept it.", "2031-05-16")
        .outcome("aid", "aid", &["norland", "sudora"], None)
        .done();
    ingest.document.publisher = Some(outlet.to_owned());
    ingest
}

#[test]
fn statements_and_outcomes_say_who_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path().join("s")).unwrap();
    let one = "The harbour of Port Vela lay quiet in the morning while the envoys drove up the hill to the old fort. \
        Fishermen mended nets along the quay, a brass band practised behind the customs house, and two boys sold \
        lemonade to the soldiers who guarded the gate until the last black car had passed under it.";
    let other = "Snow had closed the passes for three days, and nobody in the capital expected a word before the \
        weekend. Ministers waited by their telephones, bakers complained of missing flour, the theatre cancelled \
        its second night, and a single train crept south through drifts as high as its windows.";
    for (id, outlet, padding) in [("a", "The Wire", one), ("b", "The Mail", one), ("c", "The Mail", other)] {
        store.ingest(saying(id, outlet, padding)).unwrap();
    }
    let statements = store.statements().run().unwrap();
    let outcomes = store.outcomes().run().unwrap();
    let [statement, outcome] = [&statements[0].support, &outcomes[0].support];
    for support in [statement, outcome] {
        assert_eq!((support.documents, support.independent, support.outlets), (3, 2, 2), "{support:?}");
    }
    assert_eq!((statement.speakers, statement.sides), (1, 1));
    assert_eq!((outcome.speakers, outcome.sides), (0, 0));
    let day = jiff::civil::date(2031, 5, 15);
    assert!(store.statements().as_of(day).run().unwrap().is_empty());
}

#[test]
fn a_round_follows_the_one_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path().join("s")).unwrap();
    let mut told = Told::new("d").published("2031-06-30");
    for (slug, name, code) in
        [("norland", "Norland", "NRL"), ("sudora", "Sudora", "SDR"), ("ostia", "Ostia", "OST")]
    {
        told = told.state(slug, name, code);
    }
    told = told.person("anna", "Anna Berg", "NRL");
    let rounds: [(&str, &str, &str, &[&str]); 8] = [
        ("one", "first round", "2031-05-01", &["norland", "sudora"]),
        // Of the same parties, through other persons, and with one who only looks on.
        ("two", "the second round of talks", "2031-05-10", &["anna", "sudora", "ostia:attended:observer"]),
        ("four", "round 4", "2031-06-10", &["norland", "sudora"]),
        // Other parties; the wrong way round in time; and no round.
        ("others", "second round", "2031-05-12", &["norland", "ostia"]),
        ("early", "third round", "2031-04-01", &["norland", "sudora"]),
        ("plain", "talks", "2031-05-20", &["norland", "sudora"]),
        // Without a number, in the year after and later.
        ("new", "a new round of talks", "2031-08-01", &["norland", "sudora"]),
        ("late", "another round", "2033-01-10", &["norland", "sudora"]),
    ];
    for (slug, name, when, who) in rounds {
        told = told.meeting(slug, "held", Some(when), None, who);
        told = told.named(name);
    }
    store.ingest(told.done()).unwrap();
    let follows: Vec<(String, Vec<String>)> = store
        .meetings()
        .run()
        .unwrap()
        .into_iter()
        .map(|row| (row.id.slug().to_owned(), row.follows.iter().map(|id| id.slug().to_owned()).collect()))
        .collect();
    let none = |slug: &str| (slug.to_owned(), Vec::new());
    let after = |slug: &str, before: &str| (slug.to_owned(), vec![before.to_owned()]);
    assert_eq!(
        follows,
        [
            none("early"),
            none("one"),
            after("two", "one"),
            none("others"),
            none("plain"),
            after("four", "two"),
            after("new", "four"),
            none("late"),
        ]
    );
    let id = "meeting/two".parse().unwrap();
    let Some(Record::Meeting(shown)) = store.record(&id).unwrap().map(|view| view.record) else {
        panic!("a meeting")
    };
    assert_eq!(shown.follows.iter().map(ToString::to_string).collect::<Vec<_>>(), ["meeting/one"]);
}

#[test]
fn a_made_id_gives_way_to_a_record_that_has_it() {
    let petrov = |id: &str, code: &str| {
        Told::new(id).published("2031-05-16").person("ivan-petrov", "Ivan Petrov", code).done()
    };
    let later = Told::new("c").published("2031-05-20").person("ivan-petrov-sdr", "Olga Nilsen", "OST").done();
    let ids = |store: &Store| {
        let rows = store.actors().run().unwrap().into_iter();
        rows.map(|row| (row.actor.record.id.slug().to_owned(), row.actor.record.name)).collect::<Vec<_>>()
    };
    let row = |slug: &str, name: &str| (slug.to_owned(), name.to_owned());
    let two = [row("ivan-petrov", "Ivan Petrov"), row("ivan-petrov-sdr", "Ivan Petrov")];
    let (_folder, store) = with(&[petrov("a", "NRL"), petrov("b", "SDR")]);
    assert_eq!(ids(&store), two);
    store.ingest(later.clone()).unwrap();
    let three = ids(&store);
    assert_eq!(
        three,
        [
            row("ivan-petrov", "Ivan Petrov"),
            row("ivan-petrov-2", "Ivan Petrov"),
            row("ivan-petrov-sdr", "Olga Nilsen")
        ]
    );
    for (slug, name) in &three {
        let id = format!("actor/{slug}").parse().unwrap();
        let Some(Record::Actor(actor)) = store.record(&id).unwrap().map(|view| view.record) else {
            panic!("{id}")
        };
        assert_eq!((actor.name.as_str(), store.evidence(&id).unwrap().len()), (name.as_str(), 1), "{id}");
    }
    // The order does not count, the day does, and what is taken out leaves the id free.
    let (_other, other) = with(&[later, petrov("b", "SDR"), petrov("a", "NRL")]);
    assert_eq!(ids(&other), three);
    let day = jiff::civil::date(2031, 5, 17);
    let then = store.actors().as_of(day).run().unwrap();
    assert_eq!(
        then.iter().map(|row| row.actor.record.id.slug()).collect::<Vec<_>>(),
        ["ivan-petrov", "ivan-petrov-sdr"]
    );
    let id = "actor/ivan-petrov-sdr".parse().unwrap();
    assert_eq!(store.as_of(day).evidence(&id).unwrap()[0].document.as_str(), "document/b");
    store.remove(&"document/c".parse().unwrap()).unwrap();
    assert_eq!(ids(&store), two);
}
