//! JSON made to break a reader is refused without a panic.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it fails")]

use proptest::prelude::*;
use rapporteur_schema::Record;

fn reason(line: &str) -> String {
    Record::from_line(line).unwrap_err().to_string()
}

#[test]
fn deep_nesting_ends_at_the_first_field_that_is_not_deep() {
    let deep = |open: &str, shut: &str| open.repeat(100_000) + &shut.repeat(100_000);
    for nest in [deep("[", "]"), deep("{\"a\":", "}")] {
        reason(&nest);
        reason(&format!("{{\"type\":\"actor\",\"name\":{nest}}}"));
        reason(&format!("{{\"type\":\"actor\",\"evidence\":{nest}}}"));
        reason(&format!("{{\"name\":{nest},\"type\":\"actor\"}}"));
        reason(&format!("{{\"type\":{nest}}}"));
    }
}

#[test]
fn a_repeated_field_is_refused() {
    let line = r#"{"type":"document","id":"document/a","id":"document/b"}"#;
    assert!(reason(line).contains("duplicate field `id`"), "{}", reason(line));
    let line = r#"{"id":"document/a","type":"document","id":"document/b"}"#;
    assert!(reason(line).contains("duplicate field `id`"), "{}", reason(line));
    let line = r#"{"id":"document/a","type":"document","type":"document"}"#;
    assert!(reason(line).contains("duplicate field `type`"), "{}", reason(line));
    let line = r#"{"type":"document","type":"actor"}"#;
    assert!(reason(line).contains("field `type`"), "{}", reason(line));
}

#[test]
fn huge_numbers_are_refused() {
    for number in ["1e400", "-1e400", "18446744073709551616", "1e19", "0.5", &"9".repeat(100_000)] {
        reason(&format!(r#"{{"type":"document","bytes":{number}}}"#));
        reason(&format!(r#"{{"type":"outcome","quantity":{{"value":{number}}},"id":3}}"#));
    }
}

#[test]
fn what_is_no_single_object_is_refused() {
    let whole = include_str!("records.jsonl").lines().next().unwrap();
    for line in [
        "",
        " ",
        "null",
        "[]",
        "3",
        "\"actor\"",
        "{}",
        "{",
        "\u{feff}{}",
        r#"{"type":"actor"}{}"#,
        r#"["actor"]"#,
    ] {
        reason(line);
    }
    reason(&format!("{whole}{whole}"));
    reason(&format!("{whole},"));
    reason(&whole.replace("Envoys", r"\ud800"));
    assert!(reason("{}").contains("missing field `type`"));
    assert!(reason(r#"{"type":"treaty"}"#).contains("unknown variant `treaty`"));
}

#[test]
fn the_type_may_stand_anywhere() {
    for line in include_str!("records.jsonl").lines() {
        let mut fields: serde_json::Map<_, _> = serde_json::from_str(line).unwrap();
        let kind = fields.remove("type").unwrap();
        fields.insert("type".to_owned(), kind);
        let turned = serde_json::to_string(&fields).unwrap();
        assert_eq!(Record::from_line(&turned).unwrap(), Record::from_line(line).unwrap());
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC*") {
        let _ = Record::from_line(&text);
    }

    #[test]
    fn no_damage_makes_it_panic(line in 0..9_usize, at in any::<prop::sample::Index>(), put in "\\PC{0,3}") {
        let mut text: Vec<char> = include_str!("records.jsonl").lines().nth(line).unwrap().chars().collect();
        let at = at.index(text.len());
        text.splice(at..=at, put.chars());
        let text: String = text.into_iter().collect();
        if let Ok(record) = Record::from_line(&text) {
            prop_assert_eq!(Record::from_line(&record.to_line().unwrap()).unwrap(), record);
        }
    }
}
