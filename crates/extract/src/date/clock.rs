//! Times of day, which are no dates: `10.30`, `2:14 p.m. ET`, `8 pm`, `1800 GMT`.
//!
//! It must not know days. Invariant: the hour is 0 to 24 and the minute 0 to 59.

use super::atom::Atoms;
use super::expression::Expression;
use super::find::Parsed;
use super::vocabulary::Meaning;

/// A time of day.
pub(super) fn at(atoms: &Atoms, at: usize) -> Option<Parsed> {
    match atoms.meaning(at) {
        Meaning::Number(hour @ 0..=24, 1 | 2) => {
            // Not more than 24.
            let hour = hour as i8;
            minutes(atoms, at, hour).or_else(|| half_day(atoms, at + 1, hour, 0))
        }
        Meaning::Number(number @ 0..=2400, 4)
            if number % 100 < 60 && (is_zone(atoms, at + 1) || is_hours(atoms, at + 1)) =>
        {
            // Not more than 24, not more than 59.
            Some(Parsed::new(
                Expression::Clock { hour: (number / 100) as i8, minute: (number % 100) as i8 },
                at + 2,
            ))
        }
        _ => None,
    }
}

/// `10.30`, `09:00`, `2:14 p.m.`
fn minutes(atoms: &Atoms, at: usize, hour: i8) -> Option<Parsed> {
    let Meaning::Number(minute @ 0..=59, 2) = atoms.meaning(at + 2) else { return None };
    // Not more than 59.
    let minute = minute as i8;
    let sign = atoms.text(at + 1);
    let glued = atoms.glued(at + 1) && atoms.glued(at + 2);
    // `13.05.2021` is a date, `10.30 million` an amount; `2.45` alone is no time without a leading zero or a preposition.
    let dotted = sign == "."
        && glued
        && !(matches!(atoms.text(at + 3), "." | "-" | "/")
            && atoms.glued(at + 3)
            && matches!(atoms.meaning(at + 4), Meaning::Number(..)))
        && !atoms.is(
            at + 3,
            &[
                "million", "billion", "percent", "per", "metres", "km", "dollars", "euros", "points",
                "degrees",
            ],
        )
        && (atoms.text(at).len() == 2
            || atoms.follows(at, &["at", "by", "until", "from", "to", "before", "after", "since"])
            || is_half_day(atoms, at + 3));
    if !(sign == ":" || dotted) {
        return None;
    }
    let behind = if atoms.text(at + 3) == ":" && matches!(atoms.meaning(at + 4), Meaning::Number(0..=59, 2)) {
        at + 5
    } else {
        at + 3
    };
    half_day(atoms, behind, hour, minute).or_else(|| {
        let end = if is_hours(atoms, behind) { behind + 1 } else { behind };
        Some(Parsed::new(Expression::Clock { hour, minute }, zone(atoms, end)))
    })
}

fn is_half_day(atoms: &Atoms, at: usize) -> bool {
    atoms.is(at, &["am", "pm", "a.m", "p.m"])
}

/// `pm` behind an hour.
fn half_day(atoms: &Atoms, at: usize, hour: i8, minute: i8) -> Option<Parsed> {
    let later = match atoms.text(at) {
        "pm" => true,
        "am" => false,
        _ => return None,
    };
    if !(1..=12).contains(&hour) {
        return None;
    }
    let hour = hour % 12 + if later { 12 } else { 0 };
    Some(Parsed::new(Expression::Clock { hour, minute }, zone(atoms, at + 1)))
}

fn zone(atoms: &Atoms, at: usize) -> usize {
    if is_zone(atoms, at) { at + 1 } else { at }
}

/// Whether a time zone stands here.
pub(super) fn is_zone(atoms: &Atoms, at: usize) -> bool {
    atoms.is(
        at,
        &[
            "gmt", "utc", "et", "est", "edt", "bst", "cet", "cest", "eat", "msk", "pst", "pdt", "ist", "jst",
            "wat", "cat", "sast", "aest", "trt", "z",
        ],
    ) && (atoms.capital(at) || atoms.glued(at))
}

fn is_hours(atoms: &Atoms, at: usize) -> bool {
    atoms.is(at, &["hours", "hrs", "h"])
}
