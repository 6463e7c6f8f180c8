//! A meeting that was moved to another day is one with what was announced for the former.
#![allow(clippy::unwrap_used, clippy::panic)]

mod build;

use build::Told;
use rapporteur_graph::{Ingest, MeetingRow, Reason, Store};
use rapporteur_schema::{MeetingStatus, Record};

/// A document on a meeting of two states in Port Vela.
fn told(id: &str, published: &str, status: &str, when: &str, parties: [&str; 2]) -> Told {
    Told::new(id)
        .published(published)
        .state("norland", "Norland", "NRL")
        .state("sudora", "Sudora", "SDR")
        .state("ostia", "Ostia", "OST")
        .place("port-vela", "city", "Port Vela", "OST", None)
        .meeting(&format!("of-{id}"), status, Some(when), Some("port-vela"), &parties)
}

const BOTH: [&str; 2] = ["norland", "sudora"];

/// The plan for the 3rd, and the report that moves it to the 17th.
fn moved() -> [Ingest; 2] {
    [
        told("a", "2031-05-01", "planned", "2031-05-03", BOTH).done(),
        told("b", "2031-05-02", "planned", "2031-05-17", BOTH).moved_from("2031-05-03").done(),
    ]
}

/// The members of each meeting, however the documents come.
fn members(ingests: &[Ingest]) -> Vec<Vec<String>> {
    let there = rows(ingests.iter());
    assert_eq!(there, rows(ingests.iter().rev()), "another order, other meetings");
    there
}

fn rows<'i>(ingests: impl Iterator<Item = &'i Ingest>) -> Vec<Vec<String>> {
    let (_folder, store) = store(ingests);
    assert!(store.verify(|_, _| ()).unwrap().is_sound());
    let rows = store.meetings().run().unwrap();
    let slugs = |row: &MeetingRow| {
        let mut members: Vec<String> = row.members.iter().map(|id| id.slug().to_owned()).collect();
        members.sort();
        if members.is_empty() { vec![row.id.slug().to_owned()] } else { members }
    };
    let mut members: Vec<Vec<String>> = rows.iter().map(slugs).collect();
    members.sort();
    members
}

fn store<'i>(ingests: impl Iterator<Item = &'i Ingest>) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path().join("s")).unwrap();
    for ingest in ingests {
        store.ingest(ingest.clone()).unwrap();
    }
    (folder, store)
}

#[test]
fn both_plans_are_one_meeting_with_a_history() {
    let ingests = moved();
    assert_eq!(members(&ingests), [["of-a", "of-b"]]);
    let (_folder, store) = store(ingests.iter());
    let rows = store.meetings().run().unwrap();
    let when = rows[0].when.as_ref().unwrap().to_string();
    assert_eq!((when.as_str(), rows[0].status), ("2031-05-17", MeetingStatus::Planned));
    assert!(rows[0].disputed.is_empty(), "{:?}", rows[0].disputed);
    let id = rows[0].id.clone();
    let merged = store.merged(&id.clone().into()).unwrap();
    assert!(merged.iter().any(|one| one.reasons.contains(&Reason::Rescheduled)), "{merged:?}");
    let view = store.record(&id.clone().into()).unwrap().unwrap();
    let Record::Meeting(meeting) = view.record else { panic!("{view:?}") };
    assert_eq!(meeting.previous_start_date, ["2031-05-03".parse().unwrap()]);
    let history: Vec<(String, String)> = store
        .timeline(&id)
        .unwrap()
        .iter()
        .map(|row| (row.day.unwrap().to_string(), row.when[0].to_string()))
        .collect();
    let expected = [("2031-05-01", "2031-05-03"), ("2031-05-02", "2031-05-17")];
    assert_eq!(history, expected.map(|(day, when)| (day.to_owned(), when.to_owned())));
}

#[test]
fn who_tells_of_the_move_reconciles_those_who_do_not() {
    let [plan, moved] = moved();
    let again = told("c", "2031-05-10", "planned", "2031-05-17", BOTH).done();
    let held = told("d", "2031-05-18", "held", "2031-05-17", BOTH).done();
    assert_eq!(
        members(&[plan.clone(), moved, again.clone(), held.clone()]),
        [["of-a", "of-b", "of-c", "of-d"]]
    );
    // Without that report they are a plan and a meeting a fortnight later.
    assert_eq!(members(&[plan, again, held]), [vec!["of-a"], vec!["of-c", "of-d"]]);
}

#[test]
fn what_leaves_takes_its_move_with_it() {
    let [plan, moved] = moved();
    let held = told("d", "2031-05-18", "held", "2031-05-17", BOTH).done();
    let (_folder, store) = store([&plan, &moved, &held].into_iter());
    assert_eq!(store.meetings().run().unwrap().len(), 1);
    store.remove(&moved.document.id).unwrap();
    assert_eq!(store.meetings().run().unwrap().len(), 2);
}

#[test]
fn others_who_meet_on_the_former_day_are_others() {
    let [_, moved] = moved();
    let other = told("o", "2031-05-01", "planned", "2031-05-03", ["norland", "ostia"]).done();
    assert_eq!(members(&[moved, other]), [["of-b"], ["of-o"]]);
}

#[test]
fn two_that_were_held_stay_two() {
    let first = told("a", "2031-05-04", "held", "2031-05-03", BOTH).done();
    let second = told("b", "2031-05-18", "held", "2031-05-17", BOTH).moved_from("2031-05-03").done();
    let plan = told("c", "2031-05-01", "planned", "2031-05-03", BOTH).done();
    assert_eq!(members(&[first.clone(), second.clone()]), [["of-a"], ["of-b"]]);
    // The plan is of the one that was held on its day.
    assert_eq!(members(&[first, second, plan]), [vec!["of-a", "of-c"], vec!["of-b"]]);
}
