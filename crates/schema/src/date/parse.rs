//! Reading EDTF text. Every refusal says why.
//!
//! It must not guess: what is not EDTF is refused, however plain its meaning. Invariant: what it accepts
//! prints as it was read.

use std::str::FromStr;

use jiff::civil::Date;

use super::calendar::{CalendarDate, Digits, Qualification};
use super::edtf::{Edtf, End, Extent};
use crate::SchemaError;

type Reason = &'static str;

impl FromStr for Edtf {
    type Err = SchemaError;

    /// # Errors
    /// [`SchemaError::Date`] with the reason for anything but EDTF Level 0 or 1, for times of day and for
    /// years of more than four digits.
    fn from_str(text: &str) -> Result<Self, SchemaError> {
        edtf(text).map_err(|reason| SchemaError::Date { text: text.to_owned(), reason })
    }
}

fn edtf(text: &str) -> Result<Edtf, Reason> {
    if text.is_empty() {
        return Err("it is empty");
    }
    let Some((from, to)) = text.split_once('/') else {
        return match text {
            ".." => Err("`..` stands only at an end of an interval"),
            _ => date(text).map(|date| Edtf(Extent::Date(date))),
        };
    };
    if to.contains('/') {
        return Err("an interval has two ends");
    }
    let (from, to) = (end(from)?, end(to)?);
    if !matches!((from, to), (End::Date(_), _) | (_, End::Date(_))) {
        return Err("an interval needs a date at one end at least");
    }
    Edtf::from_ends(from, to).ok_or("the end of the interval lies before its start")
}

fn end(text: &str) -> Result<End, Reason> {
    match text {
        "" => Ok(End::Unknown),
        ".." => Ok(End::Open),
        _ => date(text).map(End::Date),
    }
}

fn date(text: &str) -> Result<CalendarDate, Reason> {
    if !text.is_ascii() {
        return Err("it has characters other than ASCII");
    }
    let (unqualified, qualification) = match text.as_bytes().last() {
        Some(b'?') => (&text[..text.len() - 1], Qualification::Uncertain),
        Some(b'~') => (&text[..text.len() - 1], Qualification::Approximate),
        Some(b'%') => (&text[..text.len() - 1], Qualification::UncertainApproximate),
        _ => (text, Qualification::Certain),
    };
    digits(unqualified).map(|digits| CalendarDate { digits, qualification })
}

fn digits(text: &str) -> Result<Digits, Reason> {
    if text.starts_with('Y') {
        return Err("years of more than four digits are not read");
    }
    if text.contains(['T', ':']) {
        return Err("it has a time of day; give the day alone");
    }
    if text.contains(['[', '{', ',']) {
        return Err("sets of dates (Level 2) are not read");
    }
    if text.contains(['?', '~', '%']) {
        return Err("a qualification stands once, at the end of the date");
    }
    let (negative, absolute) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let mut parts = absolute.split('-');
    let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    if parts.next().is_some() {
        return Err("it has more than year, month and day");
    }
    let Some(month) = month else { return year_alone(year, negative) };
    let year = number(year, 4).ok_or(YEAR)?;
    let year = signed(year, negative)?;
    match (month, day) {
        ("XX", None) => Ok(Digits::MonthOfYear(year)),
        ("XX", Some("XX")) => Ok(Digits::DayOfYear(year)),
        ("XX", Some(_)) => Err("a day needs its month"),
        (month, day) => {
            let month = number(month, 2).ok_or(MONTH)?;
            month_and_day(year, month, day)
        }
    }
}

const YEAR: Reason = "a year is four digits";
const MONTH: Reason = "a month is two digits, 01 to 12, a season 21 to 24";

fn month_and_day(year: i16, month: i16, day: Option<&str>) -> Result<Digits, Reason> {
    match (month, day) {
        (21..=24, None) => Ok(Digits::Season(year, (month - 21) as u8)),
        (21..=24, Some(_)) => Err("a season has no day"),
        (25..=41, None) => Err("seasons of one hemisphere, quarters and halves (Level 2) are not read"),
        // Both casts are of numbers of two digits.
        (1..=12, None) => Ok(Digits::Month(year, month as i8)),
        (1..=12, Some("XX")) => Ok(Digits::DayOfMonth(year, month as i8)),
        (1..=12, Some(day)) => {
            let day = number(day, 2).ok_or("a day is two digits")?;
            Date::new(year, month as i8, day as i8).map(Digits::Day).map_err(|_| "the month has no such day")
        }
        _ => Err(MONTH),
    }
}

fn year_alone(text: &str, negative: bool) -> Result<Digits, Reason> {
    if text.len() != 4 {
        return Err(YEAR);
    }
    let known = text.trim_end_matches('X');
    if known.len() < 2 {
        return Err("at most two digits of a year may be unspecified");
    }
    let leading = number(known, known.len()).ok_or(YEAR)?;
    match known.len() {
        4 => signed(leading, negative).map(Digits::Year),
        3 => signed(leading, negative).map(Digits::Decade),
        _ => signed(leading, negative).map(Digits::Century),
    }
}

fn signed(number: i16, negative: bool) -> Result<i16, Reason> {
    match (number, negative) {
        (0, true) => Err("zero has no sign"),
        (_, true) => Ok(-number),
        (_, false) => Ok(number),
    }
}

/// A number of exactly so many digits, at most four.
fn number(text: &str, length: usize) -> Option<i16> {
    let digits = text.len() == length && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}
