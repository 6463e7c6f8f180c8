//! Days that come before their month: `16 May 2025`, `the 16th of May`, `12-14 May`, `the 24th`.
//!
//! It must not know months that come first ([`super::month`]). Invariant: an ordinal alone is a day only
//! behind a preposition and before no noun.

use super::super::atom::Atoms;
use super::super::expression::{Expression, Shift};
use super::super::find::{self, Parsed};
use super::super::vocabulary::Meaning;
use super::year::year_behind;
use super::{is_date, is_end, is_name};

/// `16 May 2025`, `the 16th of May`, `12-14 May`, `3, 5 and 7 March`, `the 24th`.
pub(in crate::date) fn day_first(atoms: &Atoms, at: usize) -> Option<Parsed> {
    if atoms.text(at) == "the" {
        return day_first(atoms, at + 1)
            .filter(|_| atoms.text(at + 1) != "the")
            .or_else(|| day_alone(atoms, at + 1));
    }
    if atoms.before(at, 1) == "-"
        && atoms.glued(at)
        && atoms.day(at).is_some()
        && atoms.day(at.wrapping_sub(2)).is_some()
    {
        return None;
    }
    let day = match atoms.meaning(at) {
        Meaning::Ordinal { day, spelled: true } if atoms.text(at + 1) == "of" => day,
        _ => atoms.day(at)?,
    };
    if let Some((month, end)) = month_behind(atoms, at + 1) {
        if !is_date(month, day) || is_name(atoms, end) {
            return None;
        }
        let (year, end) = year_behind(atoms, end);
        return Some(Parsed::new(Expression::Day { year, month, day, weekday: None }, end));
    }
    day_of_list(atoms, at, day)
}

/// The days of a list whose month comes last: the range of two, or the first of them alone.
fn day_of_list(atoms: &Atoms, at: usize, day: i8) -> Option<Parsed> {
    let mut next = at + 1;
    let mut days = vec![day];
    let mut whole = true;
    while days.len() < 6 {
        let connector = atoms.text(next);
        if !matches!(connector, "-" | "to" | "and" | "until" | "," | "or" | "&" | "/") {
            return None;
        }
        let between = connector == "and" && atoms.before(at, 1) == "between";
        next = atoms.skip(next + 1, &["and", "the"]);
        let another = atoms.day(next)?;
        let previous = *days.last()?;
        whole &= matches!(connector, "-" | "to" | "until") || between || another == previous + 1;
        days.push(another);
        next += 1;
        if let Some((month, end)) = month_behind(atoms, next) {
            if days.iter().any(|&day| !is_date(month, day)) || is_name(atoms, end) {
                return None;
            }
            let (year, end) = year_behind(atoms, end);
            let date = |day| Expression::Day { year, month, day, weekday: None };
            let last = *days.last()?;
            // `moved from 3 to 5 May`: two days, of which one holds.
            let moved = || atoms.before(at, 1) == "from" && find::moved(atoms, at);
            return Some(if whole && day < last && !moved() {
                Parsed::new(Expression::Range { from: Box::new(date(day)), to: Box::new(date(last)) }, end)
            } else {
                Parsed::new(date(day), at + 1)
            });
        }
    }
    None
}

/// A month behind a day, past `of`, `-` or a full stop, and the index behind it.
pub(super) fn month_behind(atoms: &Atoms, at: usize) -> Option<(i8, usize)> {
    let of = atoms.skip(at, &["of", "-", ",", "/", "."]);
    let of = if atoms.text(at) == "day" && atoms.text(at + 1) == "of" { at + 2 } else { of };
    let (month, _) = atoms.month(of)?;
    // `24, May told reporters`: a comma parts them unless a year shows that it is a date.
    if atoms.text(at) == "," && atoms.year(of + 1).is_none() {
        return None;
    }
    Some((month, atoms.behind_month(of)))
}

/// `the 24th`: a day whose month is the reader's to know.
fn day_alone(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let Meaning::Ordinal { day: day @ 1..=31, spelled: false } = atoms.meaning(at) else { return None };
    let lead = atoms.before(at, 2);
    let lead_weekday = at >= 2 && matches!(atoms.meaning(at - 2), Meaning::Weekday { .. });
    let leads = [
        "on", "by", "until", "till", "since", "from", "before", "after", "between", "to", "through", "and",
        "for", "of", "-", "till", "or",
    ];
    if !leads.contains(&lead) && !lead_weekday {
        return None;
    }
    if lead == "of"
        && !atoms.is(at.wrapping_sub(3), &["morning", "night", "evening", "afternoon", "eve", "as", "day"])
    {
        return None;
    }
    if atoms.text(at + 1) == "of" {
        let shift = match (atoms.text(at + 2), atoms.text(at + 3)) {
            ("this", "month") => Shift::This,
            ("last", "month") => Shift::Last,
            ("next", "month") => Shift::Next,
            ("the" | "that", "month") => return Some(alone(day, Shift::Bare, at + 4)),
            _ => return None,
        };
        return Some(alone(day, shift, at + 4));
    }
    is_end(atoms, at + 1).then(|| alone(day, Shift::Bare, at + 1))
}

const fn alone(day: i8, shift: Shift, end: usize) -> Parsed {
    Parsed::new(Expression::DayOfMonth { day, weekday: None, shift }, end)
}
