//! EDTF: what is read, what is refused and why, and what holds of every value.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it fails")]

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rapporteur_schema::{Duration, RecordKind};
use rapporteur_schema::{Edtf, Precision, Qualification, json_schema};

fn edtf(text: &str) -> Edtf {
    text.parse().unwrap()
}

#[test]
fn levels_0_and_1_are_read_with_their_first_and_last_days() {
    for (text, first, last, precision) in [
        ("1985-04-12", date(1985, 4, 12), date(1985, 4, 12), Precision::Day),
        ("1985-04", date(1985, 4, 1), date(1985, 4, 30), Precision::Month),
        ("1985", date(1985, 1, 1), date(1985, 12, 31), Precision::Year),
        ("0000", date(0, 1, 1), date(0, 12, 31), Precision::Year),
        ("-1985", date(-1985, 1, 1), date(-1985, 12, 31), Precision::Year),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision::Month),
        ("2001-21", date(2001, 3, 1), date(2001, 5, 31), Precision::Season),
        ("2001-22", date(2001, 6, 1), date(2001, 8, 31), Precision::Season),
        ("2001-23", date(2001, 9, 1), date(2001, 11, 30), Precision::Season),
        ("2001-24", date(2001, 12, 1), date(2002, 2, 28), Precision::Season),
        ("9999-24", date(9999, 12, 1), Date::MAX, Precision::Season),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), Precision::Decade),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31), Precision::Century),
        ("-198X", date(-1989, 1, 1), date(-1980, 12, 31), Precision::Decade),
        ("2004-XX", date(2004, 1, 1), date(2004, 12, 31), Precision::Year),
        ("1985-04-XX", date(1985, 4, 1), date(1985, 4, 30), Precision::Month),
        ("1985-XX-XX", date(1985, 1, 1), date(1985, 12, 31), Precision::Year),
        ("1984?", date(1984, 1, 1), date(1984, 12, 31), Precision::Year),
        ("2004-06~", date(2004, 6, 1), date(2004, 6, 30), Precision::Month),
        ("2004-06-11%", date(2004, 6, 11), date(2004, 6, 11), Precision::Day),
        ("1964/2008", date(1964, 1, 1), date(2008, 12, 31), Precision::Interval),
        ("2004-02-01/2005", date(2004, 2, 1), date(2005, 12, 31), Precision::Interval),
        ("1984-06-02?/2004-08-08~", date(1984, 6, 2), date(2004, 8, 8), Precision::Interval),
        ("1985-04-12/..", date(1985, 4, 12), Date::MAX, Precision::Interval),
        ("../1985-04", Date::MIN, date(1985, 4, 30), Precision::Interval),
        ("1985/", date(1985, 1, 1), Date::MAX, Precision::Interval),
        ("/1985-04-12", Date::MIN, date(1985, 4, 12), Precision::Interval),
        ("2001-21/2001-24", date(2001, 3, 1), date(2002, 2, 28), Precision::Interval),
    ] {
        let value = edtf(text);
        assert_eq!(
            (value.first_day(), value.last_day(), value.precision()),
            (first, last, precision),
            "{text}"
        );
        assert_eq!(value.to_string(), text);
    }
}

#[test]
fn a_refusal_says_why() {
    for (text, reason) in [
        ("", "empty"),
        ("85", "four digits"),
        ("198", "four digits"),
        ("19855", "four digits"),
        ("+1985", "four digits"),
        ("１９８５", "ASCII"),
        ("-0000", "no sign"),
        ("-000X", "no sign"),
        ("1985-4", "month is two digits"),
        ("1985-13", "01 to 12"),
        ("1985-00", "01 to 12"),
        ("1985-25", "Level 2"),
        ("1985-21-01", "season has no day"),
        ("1985-04-31", "no such day"),
        ("2023-02-29", "no such day"),
        ("1985-04-1", "day is two digits"),
        ("1985-04-12-01", "more than year, month and day"),
        ("1985-XX-12", "a day needs its month"),
        ("1985-1X", "month is two digits"),
        ("1XXX", "at most two digits"),
        ("XXXX", "at most two digits"),
        ("1X85", "four digits"),
        ("19X5-04", "four digits"),
        ("Y170000002", "more than four digits"),
        ("1985-04-12T23:20:30Z", "time of day"),
        ("2004?-06", "at the end"),
        ("2004-06??", "at the end"),
        ("?2004", "at the end"),
        ("[1667,1668]", "Level 2"),
        ("..", "only at an end of an interval"),
        ("../..", "needs a date"),
        ("/", "needs a date"),
        ("/..", "needs a date"),
        ("1985/1986/1987", "two ends"),
        ("1986/1985", "before its start"),
        ("16 May 2025", "four digits"),
        ("2025-05-16 ", "day is two digits"),
    ] {
        let error = text.parse::<Edtf>().unwrap_err().to_string();
        assert!(error.contains(reason), "{text}: {error}");
    }
}

#[test]
fn constructors_make_what_text_does() {
    assert_eq!(Edtf::day(date(2025, 5, 16)), edtf("2025-05-16"));
    assert_eq!(Edtf::month(2025, 5).approximate(), edtf("2025-05~"));
    assert_eq!(Edtf::year(2025).uncertain().approximate(), edtf("2025%"));
    assert_eq!(Edtf::year(2025).uncertain().uncertain(), edtf("2025?"));
    assert_eq!(Edtf::month(i16::MAX, i8::MIN), edtf("9999-01"));
    assert_eq!(Edtf::interval(edtf("2025-05"), edtf("2025-01-02")), edtf("2025-01-02/2025-05"));
    assert_eq!(Edtf::interval(edtf("2025"), edtf("2025")), edtf("2025"));
    assert_eq!(Edtf::interval(edtf("2025-01"), edtf("2025")), edtf("2025"));
    assert_eq!(Edtf::interval(edtf("2025-05"), edtf("2025-05-02")), edtf("2025-05"));
    assert_eq!(Edtf::interval(edtf("../2021"), edtf("2020/..")), edtf("../2021"));
    assert_eq!(Edtf::interval(edtf("2020/2021"), edtf("2025")), edtf("2020/2025"));
    assert_eq!(Edtf::interval(edtf("2020/.."), edtf("2025?")), edtf("2020/.."));
    assert_eq!(Edtf::interval(edtf("2020/2021"), edtf("2021/..")).approximate(), edtf("2020~/.."));
    assert_eq!(Edtf::since(edtf("2022-02-24")), edtf("2022-02-24/.."));
    assert_eq!(Edtf::until(edtf("2020/2021")), edtf("../2021"));
    assert_eq!(edtf("2025-05-16~").as_day(), Some(date(2025, 5, 16)));
    assert_eq!(edtf("2025-05").as_day(), None);
    assert_eq!(edtf("2025?/2026~").qualification(), Qualification::UncertainApproximate);
}

#[test]
fn order_is_by_first_day_then_last_day_then_text() {
    let mut dates =
        ["2025-05-16", "2025", "2025-05-02", "2025-05", "2025-05?", "../2025", "2025-05/.."].map(edtf);
    dates.sort();
    let texts: Vec<_> = dates.iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["../2025", "2025", "2025-05", "2025-05?", "2025-05/..", "2025-05-02", "2025-05-16"]);
}

#[test]
fn what_overlaps_and_what_contains() {
    let talks = edtf("2025-05-12/2025-05-16");
    assert!(talks.contains(&edtf("2025-05-16")) && !talks.contains(&edtf("2025-05")));
    assert!(talks.overlaps(&edtf("2025-05-16/2025-06")) && !talks.overlaps(&edtf("2025-05-17")));
    assert!(edtf("2025/..").contains(&talks) && edtf("/2025").overlaps(&talks));
}

/// One date of any form that Level 1 has.
fn any_date() -> impl Strategy<Value = String> {
    let year = || {
        (-9999_i32..=9999)
            .prop_map(|year| if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") })
    };
    let digits = prop_oneof![
        year(),
        (year(), 1..=12).prop_map(|(year, month)| format!("{year}-{month:02}")),
        (year(), 1..=12, 1..=28).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
        (year(), 21..=24).prop_map(|(year, season)| format!("{year}-{season}")),
        (year(), 1..=12).prop_map(|(year, month)| format!("{year}-{month:02}-XX")),
        year().prop_map(|year| format!("{year}-XX")),
        year().prop_map(|year| format!("{year}-XX-XX")),
        (1..=999).prop_map(|decade| format!("{decade:03}X")),
        (1..=999).prop_map(|decade| format!("-{decade:03}X")),
        (0..=99).prop_map(|century| format!("{century:02}XX")),
    ];
    (digits, prop::sample::select(vec!["", "?", "~", "%"])).prop_map(|(digits, sign)| digits + sign)
}

fn any_edtf() -> impl Strategy<Value = Edtf> {
    prop_oneof![
        any_date().prop_map(|text| edtf(&text)),
        (any_date(), prop::sample::select(vec!["", ".."]))
            .prop_map(|(date, end)| edtf(&format!("{date}/{end}"))),
        (any_date(), prop::sample::select(vec!["", ".."]))
            .prop_map(|(date, end)| edtf(&format!("{end}/{date}"))),
        (any_date(), any_date()).prop_map(|(one, other)| Edtf::interval(edtf(&one), edtf(&other))),
    ]
}

/// The pattern that the schemas have for a definition.
fn pattern(definition: &str) -> serde_json::Value {
    json_schema::of_kind(RecordKind::Meeting)["$defs"][definition].clone()
}

proptest! {
    #[test]
    fn what_is_printed_parses_to_the_same(value in any_edtf()) {
        prop_assert_eq!(edtf(&value.to_string()), value);
    }

    #[test]
    fn what_parses_is_printed_the_same(text in "[-0-9X?~%./]{0,24}|[0-9]{4}-[0-2][0-9](-[0-3][0-9])?[?~%]?") {
        if let Ok(value) = text.parse::<Edtf>() {
            prop_assert_eq!(value.to_string(), text);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), form in "[-0-9XYTZ:?~%./\\[\\],é]{0,30}") {
        let _ = (text.parse::<Edtf>(), form.parse::<Edtf>(), form.parse::<Duration>());
    }

    #[test]
    fn a_duration_prints_as_text_that_parses_to_it(
        text in "P([0-9]{1,5}Y)?([0-9]{1,5}M)?([0-9]{1,5}D)?(T([0-9]{1,5}([.][0-9]{1,9})?H)?([0-9]{1,5}M)?([0-9]{1,5}([.][0-9]{1,9})?S)?)?"
    ) {
        if let Ok(duration) = text.parse::<Duration>() {
            prop_assert_eq!(duration.to_string().parse::<Duration>().unwrap(), duration);
        }
    }

    #[test]
    fn the_first_day_is_not_behind_the_last(value in any_edtf()) {
        prop_assert!(value.first_day() <= value.last_day());
        prop_assert!(value.contains(&value) && value.overlaps(&value));
    }

    #[test]
    fn overlap_is_symmetric_and_follows_from_containment(one in any_edtf(), other in any_edtf()) {
        prop_assert_eq!(one.overlaps(&other), other.overlaps(&one));
        prop_assert!(!one.contains(&other) || one.overlaps(&other));
    }

    #[test]
    fn order_agrees_with_equality(one in any_edtf(), other in any_edtf()) {
        prop_assert_eq!(one.cmp(&other), other.cmp(&one).reverse());
        prop_assert_eq!(one.cmp(&other).is_eq(), one == other);
        prop_assert_eq!(one == other, one.to_string() == other.to_string());
    }

    #[test]
    fn an_interval_contains_both_ends(one in any_edtf(), other in any_edtf()) {
        let whole = Edtf::interval(one.clone(), other.clone());
        let endless = |day: Date| day == Date::MIN || day == Date::MAX;
        let all_time = endless(one.first_day().min(other.first_day())) && endless(one.last_day().max(other.last_day()));
        prop_assume!(!all_time);
        prop_assert!(whole.contains(&one) && whole.contains(&other), "{whole} of {one} and {other}");
    }

    #[test]
    fn qualifying_moves_no_day(value in any_edtf()) {
        let doubtful = value.clone().approximate().uncertain();
        prop_assert_eq!((doubtful.first_day(), doubtful.last_day()), (value.first_day(), value.last_day()));
        prop_assert_eq!(edtf(&doubtful.to_string()), doubtful);
    }
}

#[test]
fn the_schema_lets_through_what_the_reader_does() {
    let validator = jsonschema::validator_for(&pattern("Edtf")).unwrap();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    runner
        .run(&any_edtf(), |value| {
            prop_assert!(validator.is_valid(&value.to_string().into()), "{value}");
            Ok(())
        })
        .unwrap();
    for bad in ["", "..", "../..", "/", "1985/1986/1987", "1985-13", "1985-04-12T10:00:00Z", "1XXX", "?1985"]
    {
        assert!(!validator.is_valid(&bad.into()), "{bad}");
    }
    let validator = jsonschema::validator_for(&pattern("Duration")).unwrap();
    for good in ["PT2H", "P3D", "P1Y2M3W4DT5H6M7.5S", "PT1.5H"] {
        assert!(validator.is_valid(&good.into()) && good.parse::<Duration>().is_ok(), "{good}");
    }
    for bad in ["P", "PT", "P1DT", "2h"] {
        assert!(!validator.is_valid(&bad.into()), "{bad}");
    }
}
