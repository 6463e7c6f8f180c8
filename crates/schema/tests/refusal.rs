//! Records that break the contract are refused by the reader and by the schemas alike.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it fails")]

use std::sync::LazyLock;

use jsonschema::Validator;
use rapporteur_schema::{Record, RecordKind, json_schema};
use serde_json::{Value, json};

/// A full record of the kind, from `records.jsonl`.
fn full(kind: &str) -> Value {
    let lines = include_str!("records.jsonl").lines();
    let mut records = lines.map(|line| serde_json::from_str::<Value>(line).unwrap());
    records.find(|record| record["type"] == kind).unwrap()
}

fn with(kind: &str, pointer: &str, value: Value) -> Value {
    let mut record = full(kind);
    *record.pointer_mut(pointer).unwrap_or_else(|| panic!("{kind} has no {pointer}")) = value;
    record
}

/// The validators of the kinds, in their order, and of any record.
static VALIDATORS: LazyLock<(Vec<Validator>, Validator)> = LazyLock::new(|| {
    let validator = |schema| jsonschema::validator_for(&schema).unwrap();
    let kinds = RecordKind::ALL.into_iter().map(|kind| validator(json_schema::of_kind(kind)));
    (kinds.collect(), validator(json_schema::of_record()))
});

/// Whether the reader, the kind's schema and the schema of any record accept it.
fn valid(record: &Value) -> [bool; 3] {
    let (kinds, any) = &*VALIDATORS;
    let kind = RecordKind::ALL.into_iter().find(|kind| record["type"] == kind.as_str());
    [
        Record::from_line(&record.to_string()).is_ok(),
        kind.is_some_and(|kind| kinds[kind as usize].is_valid(record)),
        any.is_valid(record),
    ]
}

#[test]
fn a_full_record_is_valid() {
    for kind in RecordKind::ALL {
        assert_eq!(valid(&full(kind.as_str())), [true; 3], "{kind}");
    }
}

#[test]
fn an_unknown_field_is_refused_wherever_it_stands() {
    for (kind, pointer) in [
        ("document", ""),
        ("actor", ""),
        ("place", ""),
        ("meeting", ""),
        ("statement", ""),
        ("outcome", ""),
        ("actor", "/offices/0"),
        ("actor", "/evidence/0"),
        ("meeting", "/participants/0"),
        ("meeting", "/participants/0/evidence/0"),
        ("outcome", "/quantity"),
    ] {
        let mut record = full(kind);
        let object = record.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
        object.insert("colour".to_owned(), json!("red"));
        assert_eq!(valid(&record), [false; 3], "{kind}{pointer}");
        let error = Record::from_line(&record.to_string()).unwrap_err().to_string();
        assert!(error.contains("unknown field `colour`"), "{error}");
    }
}

#[test]
fn a_missing_field_is_refused_and_an_optional_one_is_not() {
    for kind in RecordKind::ALL {
        let schema = json_schema::of_kind(kind);
        let record = full(kind.as_str());
        for name in schema["properties"].as_object().unwrap().keys() {
            let mut without = record.clone();
            without.as_object_mut().unwrap().remove(name).unwrap();
            // One coordinate without the other is a rule that a schema could only tell clumsily.
            if matches!(name.as_str(), "latitude" | "longitude") {
                continue;
            }
            let required = schema["required"].as_array().unwrap().contains(&json!(name));
            assert_eq!(valid(&without), [!required; 3], "{kind} without {name}");
        }
    }
}

#[test]
fn every_field_of_a_full_record_refuses_null_and_other_types() {
    for kind in RecordKind::ALL {
        for name in full(kind.as_str()).as_object().unwrap().keys() {
            for wrong in [json!(null), json!(true), json!({"held": null}), json!([[]]), json!(-1.5e300)] {
                let fits_boolean = name == "quoted" && wrong == json!(true);
                let record = with(kind.as_str(), &format!("/{name}"), wrong.clone());
                assert_eq!(valid(&record), [fits_boolean; 3], "{kind}.{name} = {wrong}");
            }
        }
    }
}

#[test]
fn a_wrong_value_is_refused() {
    for (kind, pointer, value) in [
        ("document", "/type", json!("treaty")),
        ("document", "/id", json!("actor/x")),
        ("document", "/title", json!("")),
        ("document", "/language", json!("English language")),
        ("document", "/published", json!("16 May 2031")),
        ("document", "/retrieved", json!("2031-05-16 18:30")),
        ("document", "/sha256", json!("abc")),
        ("document", "/bytes", json!(-1)),
        ("document", "/bytes", json!(1.5)),
        ("actor", "/id", json!("actor/Ana Torrent")),
        ("actor", "/id", json!("actor/ana--torrent")),
        ("actor", "/kind", json!("hero")),
        ("actor", "/kind", json!("Person")),
        ("actor", "/name", json!("  ")),
        ("actor", "/aliases/0", json!("")),
        ("actor", "/country", json!("and")),
        ("actor", "/country", json!("AN")),
        ("actor", "/offices/0", json!(["Foreign Minister"])),
        ("actor", "/offices/0/title", json!("")),
        ("actor", "/offices/0/of", json!("place/x")),
        ("actor", "/wikidata", json!("Q0")),
        ("actor", "/wikidata", json!("http://www.wikidata.org/entity/Q43")),
        ("actor", "/evidence", json!([])),
        ("actor", "/evidence/0", json!(["document/bare", 0, 11, "Ana Torrent"])),
        ("actor", "/evidence/0/text", json!("")),
        ("actor", "/evidence/0/start", json!(-1)),
        ("actor", "/confidence", json!(1.01)),
        ("actor", "/confidence", json!("0.9")),
        ("place", "/kind", json!("planet")),
        ("place", "/latitude", json!(90.5)),
        ("place", "/longitude", json!(-181)),
        ("place", "/geonames", json!("3041563")),
        ("meeting", "/status", json!("wished")),
        ("meeting", "/medium", json!("In Person")),
        ("meeting", "/when", json!("2031-13")),
        ("meeting", "/when", json!("2031-05-16T10:00:00Z")),
        ("meeting", "/duration", json!("90 minutes")),
        ("meeting", "/duration", json!("PT")),
        ("meeting", "/participants/0/role", json!("spy")),
        ("meeting", "/participants/0/attendance", json!("maybe")),
        ("meeting", "/follows/0", json!("statement/x")),
        ("meeting", "/plover", json!("consult")),
        ("meeting", "/cameo", json!("46")),
        ("meeting", "/cameo", json!(46)),
        ("statement", "/act", json!("sing")),
        ("statement", "/quoted", json!("true")),
        ("statement", "/medium", json!("tweet")),
        ("statement", "/about/0", json!("war/x")),
        ("outcome", "/kind", json!("peace")),
        ("outcome", "/status", json!("done")),
        ("outcome", "/quantity/value", json!("1,000")),
        ("outcome", "/quantity/unit", json!("")),
    ] {
        assert_eq!(valid(&with(kind, pointer, value.clone())), [false; 3], "{kind}{pointer} = {value}");
    }
}

/// What a schema cannot tell, the reader does.
#[test]
fn what_only_the_reader_sees() {
    for (kind, pointer, value, reason) in [
        ("document", "/published", json!("2031-02-30"), "no such day"),
        ("meeting", "/when", json!("2031-05-16/2031-05-15"), "before its start"),
        ("actor", "/evidence/0/end", json!(12), "does not have the length"),
        ("meeting", "/participants/0/evidence/0/end", json!(12), "does not have the length"),
        ("place", "/within", json!("place/palau-del-port"), "names itself in `within`"),
        ("meeting", "/part_of", json!("meeting/2031-05-16-port-vell"), "names itself in `part_of`"),
        ("meeting", "/follows/0", json!("meeting/2031-05-16-port-vell"), "names itself in `follows`"),
        ("statement", "/about/0", json!("statement/torrent-deny"), "names itself in `about`"),
    ] {
        let record = with(kind, pointer, value);
        let error = Record::from_line(&record.to_string()).unwrap_err().to_string();
        assert!(error.contains(reason), "{kind}{pointer}: {error}");
    }
    let mut place = full("place");
    place.as_object_mut().unwrap().remove("latitude");
    assert!(Record::from_line(&place.to_string()).is_err());
}

#[test]
fn an_error_names_the_field() {
    let line = with("meeting", "/participants/1/role", json!("spy")).to_string();
    let error = Record::from_line(&line).unwrap_err().to_string();
    assert!(error.starts_with("in `participants[1].role`: unknown variant `spy`"), "{error}");
}

#[test]
fn a_number_that_json_has_not_cannot_be_printed() {
    let Record::Outcome(mut outcome) = Record::from_line(&full("outcome").to_string()).unwrap() else {
        panic!("an outcome is an outcome")
    };
    outcome.quantity.as_mut().unwrap().value = f64::NAN;
    let error = Record::from(outcome).to_line().unwrap_err().to_string();
    assert!(error.contains("`quantity.value` NaN"), "{error}");
}
