//! What the questions answer, on a small store whose answers are known.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod build;

use build::{Told, report, talks};
use rapporteur_graph::{MatchKind, Store};
use rapporteur_schema::{Act, Attendance, MeetingStatus, OutcomeKind, PlaceKind, RecordId, Role};

fn store(folder: &tempfile::TempDir) -> Store {
    let store = Store::create(folder.path().join("store")).unwrap();
    store.ingest(talks()).unwrap();
    store
}

fn ids<T: ToString>(ids: impl IntoIterator<Item = T>) -> Vec<String> {
    ids.into_iter().map(|id| id.to_string()).collect()
}

macro_rules! meetings {
    ($question:expr) => {
        ids($question.run().unwrap().into_iter().map(|row| row.id.slug().to_owned()))
    };
}

#[test]
fn met_lists_what_took_place_by_date() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder);
    assert_eq!(meetings!(store.met()), ["2031-05-10-norhavn", "2031-05-16-port-vela"]);
    assert_eq!(meetings!(store.met().status(MeetingStatus::Proposed)), ["summit"]);
    assert_eq!(meetings!(store.meetings()).len(), 3);
    assert_eq!(meetings!(store.met().limit(1)), ["2031-05-10-norhavn"]);
    let row = &store.met().run().unwrap()[1];
    assert_eq!(row.place.as_ref().unwrap().name, "Vela Palace");
    assert_eq!(ids(row.within.iter().map(|place| &place.id)), ["place/port-vela"]);
    assert_eq!(ids(row.present().map(|one| &one.actor.name)), ["Anna Bergström", "Karim Said"]);
}

#[test]
fn a_country_finds_its_cities_and_venues() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder);
    let place = |id: &str| format!("place/{id}").parse().unwrap();
    assert_eq!(meetings!(store.met().country("OST".parse().unwrap())), ["2031-05-16-port-vela"]);
    assert_eq!(meetings!(store.met().place(&place("ostia"))), ["2031-05-16-port-vela"]);
    assert_eq!(meetings!(store.met().place(&place("port-vela"))), ["2031-05-16-port-vela"]);
    assert_eq!(meetings!(store.met().place(&place("vela-palace"))), ["2031-05-16-port-vela"]);
    assert_eq!(meetings!(store.met().place(&place("norhavn"))), ["2031-05-10-norhavn"]);
    assert_eq!(meetings!(store.met().place(&place("nowhere"))), [""; 0]);
    assert_eq!(store.places().country("OST".parse().unwrap()).run().unwrap().len(), 3);
    let cities = store.places().kind(PlaceKind::City).run().unwrap();
    assert_eq!(
        cities.iter().map(|row| (row.place.name.as_str(), row.meetings)).collect::<Vec<_>>(),
        [("Norhavn", 1), ("Port Vela", 1)]
    );
}

#[test]
fn a_state_stands_for_its_nationals_unless_told_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder);
    let actor = |id: &str| format!("actor/{id}").parse().unwrap();
    assert_eq!(meetings!(store.met().actor(&actor("norland"))).len(), 2);
    assert_eq!(
        meetings!(store.met().actor(&actor("norland")).including_nationals(false)),
        ["2031-05-10-norhavn"]
    );
    assert_eq!(meetings!(store.met().actor(&actor("sudora"))), ["2031-05-16-port-vela"]);
    assert_eq!(
        meetings!(store.met().actor(&actor("sudora")).with(&actor("norland"))),
        ["2031-05-16-port-vela"]
    );
    // Nobody meets himself as his own state, and who stayed away met nobody.
    assert_eq!(meetings!(store.met().actor(&actor("karim-said")).with(&actor("sudora"))), [""; 0]);
    assert_eq!(meetings!(store.met().actor(&actor("ola-nilsen"))), [""; 0]);
    assert_eq!(meetings!(store.meetings().actor(&actor("ola-nilsen"))).len(), 2);
    assert_eq!(meetings!(store.met().role(Role::Chair)), ["2031-05-16-port-vela"]);
}

#[test]
fn those_who_stayed_away_come_with_the_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder);
    let rows = store.met().absent().run().unwrap();
    assert_eq!(rows.len(), 1);
    let away: Vec<_> = rows[0].with_attendance(&[Attendance::Absent]).collect();
    assert_eq!(away.len(), 1);
    assert_eq!(away[0].actor.name, "Ola Nilsen");
    let evidence = &away[0].evidence[0];
    assert_eq!(evidence.context, "ola-nilsen absent 2031-05-16-port-vela.");
    assert_eq!(&evidence.context[evidence.highlight.clone()], evidence.span.text);
    assert_eq!(
        store.text(&evidence.document).unwrap().unwrap().lines().nth(evidence.line - 1),
        Some(evidence.context.as_str())
    );
    assert_eq!(evidence.publisher.as_deref(), Some("The Wire"));
    assert!(rows[0].present().all(|one| one.evidence.is_empty()));
}

#[test]
fn days_narrow_every_question() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder);
    let day = |day: &str| day.parse::<jiff::civil::Date>().unwrap();
    assert_eq!(meetings!(store.met().from(day("2031-05-11"))), ["2031-05-16-port-vela"]);
    assert_eq!(meetings!(store.met().until(day("2031-05-10"))), ["2031-05-10-norhavn"]);
    assert_eq!(meetings!(store.meetings().when(&"2031-06-20".parse().unwrap())), ["summit"]);
    assert_eq!(store.statements().from(day("2031-05-17")).run().unwrap().len(), 1);
    // The exchange has no date of its own, and its meeting's will do; the aid has none at all.
    let outcomes = store.outcomes().until(day("2031-05-16")).run().unwrap();
    assert_eq!(ids(outcomes.iter().map(|row| &row.outcome.id)), ["outcome/exchange"]);
    assert_eq!(store.documents().from(day("2031-05-17")).run().unwrap().len(), 0);
}

#[test]
fn long_and_open_intervals_are_found_from_within() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path()).unwrap();
    let told = Told::new("d").state("a", "A", "AAA").state("b", "B", "BBB");
    let told = ["2020-01-01/2024-12-31", "2021-02-01/..", "2022", "2023-01-20/2023-02-10", "2024-01-01"]
        .iter()
        .enumerate()
        .fold(told, |told, (n, when)| told.meeting(&format!("m{n}"), "held", Some(when), None, &["a", "b"]));
    store.ingest(told.meeting("m9", "held", None, None, &["a", "b"]).done()).unwrap();
    let on =
        |day: &str| meetings!(store.met().actor(&"actor/a".parse().unwrap()).when(&day.parse().unwrap()));
    assert_eq!(on("2022-06-01"), ["m0", "m1", "m2"]);
    assert_eq!(on("2023-02-10"), ["m0", "m1", "m3"]);
    assert_eq!(on("2023-02-11"), ["m0", "m1"]);
    assert_eq!(on("2019"), [""; 0]);
    assert_eq!(on("2030"), ["m1"]);
    assert_eq!(meetings!(store.met()).len(), 6);
}

#[test]
fn statements_and_outcomes() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder);
    let actor = |id: &str| format!("actor/{id}").parse().unwrap();
    let said = store.statements().actor(&actor("sudora")).run().unwrap();
    assert_eq!(said.len(), 1);
    assert_eq!(
        (said[0].speaker.name.as_str(), said[0].statement.text.as_str()),
        ("Karim Said", "We do not accept it.")
    );
    assert_eq!(store.statements().act(Act::Praise).run().unwrap().len(), 1);
    assert_eq!(store.statements().act(Act::Praise).act(Act::Reject).run().unwrap().len(), 2);
    let outcomes = store.outcomes().actor(&actor("norland")).with(&actor("sudora")).run().unwrap();
    assert_eq!(outcomes.len(), 1);
    assert_eq!(outcomes[0].place.as_ref().unwrap().name, "Vela Palace");
    assert_eq!(ids(outcomes[0].parties.iter().map(|party| &party.name)), ["Norland", "Sudora"]);
    assert_eq!(store.outcomes().kind(OutcomeKind::Aid).run().unwrap().len(), 1);
    assert_eq!(store.outcomes().country("OST".parse().unwrap()).run().unwrap().len(), 1);
    assert_eq!(
        store.outcomes().meeting(&"meeting/2031-05-16-port-vela".parse().unwrap()).run().unwrap().len(),
        1
    );
}

#[test]
fn actors_and_documents() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder);
    assert_eq!(store.actors().run().unwrap().len(), 6);
    let norland = store.actors().country("NRL".parse().unwrap()).run().unwrap();
    assert_eq!(
        ids(norland.iter().map(|row| &row.actor.id)),
        ["actor/anna-berg", "actor/norland", "actor/ola-nilsen"]
    );
    assert_eq!((norland[0].meetings, norland[0].statements, norland[1].outcomes), (1, 1, 1));
    let beside = store.actors().with(&"actor/karim-said".parse().unwrap()).run().unwrap();
    assert_eq!(ids(beside.iter().map(|row| &row.actor.id)), ["actor/anna-berg"]);
    let documents = store.documents().run().unwrap();
    assert_eq!((documents.len(), documents[0].records.records()), (1, 17));
    let statistics = store.statistics().unwrap();
    assert_eq!((statistics.counts.actors, statistics.counts.meetings, statistics.tellings), (6, 3, 18));
    let (first, last) = statistics.dates.unwrap();
    assert_eq!((first.to_string(), last.to_string()), ("2031-05-10".to_owned(), "2031-06-01".to_owned()));
    assert_eq!(statistics.busiest[0].meetings, 2);
}

#[test]
fn several_documents_make_one_node() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder);
    store.ingest(report()).unwrap();
    assert_eq!(meetings!(store.met()).len(), 2);
    let id: RecordId = "meeting/2031-05-16-port-vela".parse().unwrap();
    let row = store.met().run().unwrap().remove(1);
    assert_eq!(
        (row.status, row.support.documents, row.when.unwrap().to_string()),
        (MeetingStatus::Held, 2, "2031-05-16".to_owned())
    );
    assert_eq!(row.place.unwrap().name, "Vela Palace");
    let view = store.record(&id).unwrap().unwrap();
    let fields: Vec<_> = view.conflicts.iter().map(|conflict| conflict.field).collect();
    // The palace lies in the city and the day in the month, so neither is a conflict.
    // And what was planned the day before and then held contradicts nobody.
    assert_eq!(fields, ["participants"]);
    assert_eq!(row.status, MeetingStatus::Held);
    assert_eq!(store.tellings(&id).unwrap().len(), 2);
    let evidence = store.evidence(&id).unwrap();
    assert_eq!(evidence.len(), 8);
    assert!(evidence.windows(2).all(|pair| pair[0].span < pair[1].span));
    // Ola Nilsen was there by one and was not by the other, and both are kept.
    let ola: Vec<_> = store.meetings().run().unwrap()[1]
        .attendees
        .iter()
        .filter(|one| one.actor.name == "Ola Nilsen")
        .map(|one| one.attendance)
        .collect();
    assert_eq!(ola, [Attendance::Attended, Attendance::Absent]);
}

#[test]
fn names_are_found_as_people_type_them() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder);
    store.ingest(report()).unwrap();
    let find = |name: &str| -> Vec<(String, MatchKind)> {
        store
            .find_actors(name)
            .unwrap()
            .into_iter()
            .map(|found| (found.label.id.slug().to_owned(), found.how))
            .collect()
    };
    let one = |slug: &str, how| vec![(slug.to_owned(), how)];
    assert_eq!(find("actor/anna-berg"), one("anna-berg", MatchKind::Id));
    assert_eq!(find("anna-berg"), one("anna-berg", MatchKind::Id));
    assert_eq!(find("ANNA BERG"), one("anna-berg", MatchKind::Name));
    assert_eq!(find("Anna Bergström"), one("anna-berg", MatchKind::Alias));
    assert_eq!(find("bergstrom"), one("anna-berg", MatchKind::Surname));
    assert_eq!(find("said"), one("karim-said", MatchKind::Surname));
    assert_eq!(find("President Said"), one("karim-said", MatchKind::Surname));
    assert_eq!(find("kar"), one("karim-said", MatchKind::Part));
    assert_eq!(find("Nielsen"), one("ola-nilsen", MatchKind::Sound));
    assert_eq!(find("Nolsen"), one("ola-nilsen", MatchKind::Similar(1)));
    assert_eq!(find("nrl")[0], ("norland".to_owned(), MatchKind::Alias));
    assert_eq!(find("Xavier Quux"), []);
    assert_eq!(find(""), []);
    assert_eq!(store.find_places("port vela").unwrap()[0].label.name, "Port Vela");
    assert_eq!(store.find_country("ostia").unwrap(), Some("OST".parse().unwrap()));
    assert_eq!(store.find_country("OST").unwrap(), Some("OST".parse().unwrap()));
    assert_eq!(store.find_country("Port Vela").unwrap(), None);
}
