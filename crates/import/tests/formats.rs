//! Each format is read as it was meant, from rows written for this.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it fails")]

mod common;

use common::{data, ids, import, meeting, options, outcome, record, statement};
use rapporteur_import::{Columns, Format, Options, Tally};
use rapporteur_schema::{
    Act, ActorKind, Attendance, Medium, MeetingStatus, OutcomeKind, OutcomeStatus, PlaceKind, Record, Role,
};

fn counts(tally: &Tally) -> [u64; 7] {
    let Tally { rows, meetings, statements, outcomes, not_diplomacy, without_counterpart, bad, .. } = *tally;
    [rows, meetings, statements, outcomes, not_diplomacy, without_counterpart, bad]
}

#[test]
fn icews_is_read_with_its_places_and_names() {
    let (chunks, tally) = import(&data("icews.tab"), &Options::default());
    assert_eq!(counts(&tally), [16, 5, 4, 2, 1, 1, 3], "{tally:?}");
    let lines: Vec<u64> = tally.first_bad.iter().map(|bad| bad.line).collect();
    assert_eq!(lines, [14, 16, 17]);

    let visit = meeting(&chunks, "meeting/2031-03-01-visit-ana-kolar-norway");
    assert_eq!(visit.evidence.len(), 2, "a visit made and a visit hosted are one");
    let roles: Vec<_> = visit.participants.iter().map(|one| (one.actor.as_str(), one.role)).collect();
    assert_eq!(roles, [("actor/ana-kolar", Role::Participant), ("actor/norway", Role::Host)]);
    assert_eq!(visit.place.as_ref().unwrap().as_str(), "place/oslo");
    assert_eq!(visit.cameo.unwrap().as_str(), "042");
    let Record::Place(oslo) = record(&chunks, "place/oslo") else { panic!("no place") };
    assert_eq!((oslo.kind, oslo.latitude, oslo.longitude), (PlaceKind::City, Some(59.91), Some(10.75)));
    assert_eq!(oslo.evidence[0].text, "Oslo");
    let Record::Actor(kolar) = record(&chunks, "actor/ana-kolar") else { panic!("no actor") };
    assert_eq!((kolar.kind, kolar.country.unwrap().as_str()), (ActorKind::Person, "SVN"));

    let call = meeting(&chunks, "meeting/2031-03-02-phone-ana-kolar-juan-prado");
    assert_eq!((call.medium, call.place.as_ref()), (Medium::Phone, None));
    let planned = meeting(&chunks, "meeting/2031-03-04-planned-chile-norway");
    assert_eq!(planned.status, MeetingStatus::Planned);
    assert!(planned.participants.iter().all(|one| one.attendance == Attendance::Expected));
    let mediation = meeting(&chunks, "meeting/2031-03-06-mediation-ana-kolar-chile");
    assert_eq!(mediation.participants[0].role, Role::Mediator);
    assert_eq!(mediation.place.as_ref().unwrap().as_str(), "place/troms");

    // The name tells a statement from a demand, where the code has lost its zero.
    assert_eq!(statement(&chunks, "statement/2031-03-02-010-juan-prado-citizen-chile").act, Act::Comment);
    assert_eq!(statement(&chunks, "statement/2031-03-02-100-juan-prado-norway").act, Act::Request);
    assert_eq!(statement(&chunks, "statement/2031-03-03-016-juan-prado-norway").act, Act::Deny);
    assert!(statement(&chunks, "statement/2031-03-05-010-ana-kolar").audience.is_empty());

    let embargo = outcome(&chunks, "outcome/2031-03-03-163-government-chile-norway");
    assert_eq!((embargo.kind, embargo.status), (OutcomeKind::Sanctions, OutcomeStatus::Implemented));
    assert_eq!(embargo.cameo.unwrap().name(), embargo.text, "the number here has the meaning of the row");
    let halted = outcome(&chunks, "outcome/2031-03-03-164-norway-chile");
    assert_eq!((halted.kind, halted.text.as_str()), (OutcomeKind::NoAgreement, "Halt negotiations"));
}

#[test]
fn gdelt_is_read_in_both_editions() {
    for (file, format) in [("gdelt1.tsv", Format::Gdelt1), ("gdelt2.csv", Format::Gdelt2)] {
        let (chunks, tally) = import(&data(file), &Options::default());
        assert_eq!(counts(&tally), [8, 2, 2, 1, 1, 1, 1], "{file}: {tally:?}");
        let visit = meeting(&chunks, "meeting/2031-03-01-visit-juan-prado-norway");
        assert_eq!(
            (visit.evidence.len(), visit.place.as_ref().unwrap().as_str()),
            (2, "place/oslo"),
            "{file}"
        );
        assert_eq!(visit.participants[1].role, Role::Host);
        let Record::Actor(norway) = record(&chunks, "actor/norway") else { panic!("no actor") };
        assert_eq!((norway.kind, norway.evidence[0].text.as_str()), (ActorKind::State, "OSLO"));
        let Record::Place(oslo) = record(&chunks, "place/oslo") else { panic!("no place") };
        assert_eq!((oslo.country.unwrap().as_str(), oslo.latitude), ("NOR", Some(59.91)), "{file}");
        statement(&chunks, "statement/2031-03-02-111-police-chile-norway");
        // "10" below the root "1" is 010, a statement, and no demand.
        assert_eq!(statement(&chunks, "statement/2031-03-03-010-chile-norway").act, Act::Comment);
        assert_eq!(outcome(&chunks, "outcome/2031-03-02-073-united-nations-chile").kind, OutcomeKind::Aid);
        let _ = format;
    }
}

#[test]
fn polecat_is_read_by_plover() {
    let (chunks, tally) = import(&data("polecat.txt"), &Options::default());
    assert_eq!(counts(&tally), [8, 3, 1, 1, 1, 1, 1], "{tally:?}");
    let visit = meeting(&chunks, "meeting/2031-03-01-visit-ana-kolar-norway");
    assert_eq!(visit.topics, ["diplomatic", "human security"]);
    let Record::Place(oslo) = record(&chunks, "place/oslo") else { panic!("no place") };
    assert_eq!(oslo.geonames, Some(3_143_244));
    let third = meeting(&chunks, "meeting/2031-03-01-third-location-ana-kolar-juan-prado-norway");
    assert_eq!(third.participants.len(), 3);
    let Record::Actor(prado) = record(&chunks, "actor/juan-prado") else { panic!("no actor") };
    assert_eq!((prado.country.unwrap().as_str(), prado.evidence[0].text.as_str()), ("CHL", "Juan Prado"));
    assert_eq!(outcome(&chunks, "outcome/2031-03-02-agree-chile-norway").kind, OutcomeKind::Agreement);
    statement(&chunks, "statement/2031-03-02-request-norway-chile");
}

#[test]
fn quadruples_by_number_have_their_names_beside_them() {
    let (chunks, tally) = import(&data("quadruples/train.txt"), &options("2031-01-01"));
    assert_eq!(counts(&tally), [9, 2, 1, 0, 1, 0, 5], "{tally:?}");
    assert_eq!(tally.names, 5);
    let reasons: Vec<&str> = tally.first_bad.iter().map(|bad| bad.reason.as_str()).collect();
    for (reason, wanted) in reasons.iter().zip([
        "the relation `Sing together` is none of CAMEO's",
        "the entity 9 is not in entity2id.txt",
        "the relation 7 is not in relation2id.txt",
        "`99999999999` is no number of hours within the calendar",
        "has 2 columns where a quadruple has 4",
    ]) {
        assert_eq!(*reason, wanted);
    }
    assert_eq!(chunks.len(), 2);
    assert_eq!(chunks[0].document.title.as_deref(), Some("entity2id.txt, rows 1 to 5"));
    assert_eq!(chunks[0].records.len(), 5, "every name is told");
    let visit = meeting(&chunks, "meeting/2031-01-02-visit-ana-kolar-norway");
    assert_eq!((visit.evidence.len(), visit.evidence[0].text.as_str()), (2, "1\t0\t0\t24"));
}

#[test]
fn quadruples_by_name_need_nothing_beside_them() {
    let (chunks, tally) = import(&data("named.txt"), &Options::default());
    assert_eq!(counts(&tally), [4, 2, 1, 0, 0, 1, 0], "{tally:?}");
    assert!(chunks[0].text.starts_with('\u{feff}'), "the text is the file's bytes");
    assert_eq!(meeting(&chunks, "meeting/2031-03-01-visit-ana-kolar-norway").evidence.len(), 2);
    assert_eq!(meeting(&chunks, "meeting/2031-03-01-visit-ana-kolar-norway").evidence[0].start, 3);
}

#[test]
fn a_table_of_meetings_is_read_by_its_heading_or_by_what_is_said() {
    let (chunks, tally) = import(&data("meetings.csv"), &Options::default());
    assert_eq!(counts(&tally), [5, 3, 0, 0, 0, 1, 1], "{tally:?}");
    assert_eq!(tally.first_bad[0].line, 6, "the row before it has two lines");
    let held = meeting(&chunks, "meeting/2031-03-01-meeting-ana-kolar-juan-prado");
    assert_eq!((held.medium, held.topics[0].as_str()), (Medium::InPerson, "fish, and \"fair\" trade"));
    let planned = meeting(&chunks, "meeting/2031-04-01-meeting-harbour-talks");
    assert_eq!(planned.when.as_ref().unwrap().to_string(), "2031-04");
    assert_eq!(planned.topics, ["quotas\nand ports"]);
    assert_eq!(planned.place.as_ref().unwrap().as_str(), "place/norway");
    let cancelled = meeting(&chunks, "meeting/2031-03-05-meeting-chile-juan-prado");
    assert_eq!(cancelled.status, MeetingStatus::Cancelled);
    assert!(cancelled.participants.iter().all(|one| one.attendance == Attendance::Expected));
    assert_eq!(cancelled.when.as_ref().unwrap().to_string(), "2031-03-05/2031-03-07");

    let columns = Columns::read(["date=start", "participants=host", "note=absent"]).unwrap();
    let (chunks, _) = import(&data("meetings.csv"), &Options { columns, ..Options::default() });
    let hosted = meeting(&chunks, "meeting/2031-04-01-meeting-ana-kolar-norway-two-lines");
    assert_eq!(hosted.participants[2].attendance, Attendance::Absent);
    assert_eq!(hosted.participants[0].role, Role::Host);
}

#[test]
fn the_same_file_gives_the_same_chunks() {
    for file in ["icews.tab", "gdelt2.csv", "polecat.txt", "named.txt", "meetings.csv"] {
        let (one, other) =
            (import(&data(file), &Options::default()), import(&data(file), &Options::default()));
        assert!(one == other, "{file}");
        assert!(!ids(&one.0).is_empty());
    }
}
