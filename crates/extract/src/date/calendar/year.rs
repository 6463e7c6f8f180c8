//! Years and decades: `in 1978`, `1978-79`, `the 1970s`.
//!
//! It must not take what counts things (`1978 rifles`), hours (`1800 GMT`) or resolutions. Invariant: a
//! number is a year only behind a word that makes it one.

use super::super::atom::Atoms;
use super::super::expression::{Expression, Part};
use super::super::find::Parsed;
use super::super::lexicon::{Class, is};
use super::super::vocabulary::Meaning;
use super::is_end;

/// A year behind a month or a day, past a comma or `of`.
pub(in crate::date) fn year_behind(atoms: &Atoms, at: usize) -> (Option<i16>, usize) {
    let next = if atoms.is(at, &[",", "of", "-", "/"]) { at + 1 } else { at };
    match atoms.year(next) {
        // `2 May 1700 GMT` is an hour.
        Some(_) if super::super::clock::is_zone(atoms, next + 1) || atoms.is(next + 1, &["hours", "hrs"]) => {
            (None, at)
        }
        Some(year) if !(atoms.text(at) == "," && is_counted(atoms, next + 1)) => (Some(year), next + 1),
        _ => (None, at),
    }
}

/// `1970s`, `the seventies`.
pub(in crate::date) fn decade(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let of = |year, end| Parsed::new(Expression::Decade { year, part: Part::Whole }, end);
    if let Some(year) = atoms.year(at)
        && year % 10 == 0
    {
        let mark = atoms.skip(at + 1, &["'"]);
        return (atoms.text(mark) == "s" && atoms.glued(at + 1)).then(|| of(year, mark + 1));
    }
    let year = match atoms.text(at) {
        "sixties" => 1960,
        "seventies" => 1970,
        "eighties" => 1980,
        "nineties" => 1990,
        _ => return None,
    };
    (atoms.is(at.wrapping_sub(1), &["the", "early", "late", "mid"]) || atoms.before(at, 2) == "nineteen")
        .then(|| of(year, at + 1))
}

/// `1978`, where a preposition makes it a year; `1978-79`.
pub(in crate::date) fn year(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let year = atoms.year(at)?;
    if atoms.is(at + 1, &["-", "."])
        && atoms.glued(at + 1)
        && !matches!(atoms.meaning(at + 2), Meaning::Number(..))
    {
        return None;
    }
    if is_counted(atoms, at + 1) || super::super::clock::is_zone(atoms, at + 1) {
        return None;
    }
    let likely = (1700..=2100).contains(&year);
    let ends = is_end(atoms, at + 1) || atoms.text(at + 1) == "-" && atoms.year(at + 2).is_some();
    let lead = atoms.before(at, 1);
    let plausible = match lead {
        "in" | "since" | "during" | "until" | "till" | "early" | "late" | "year" => true,
        "by" | "before" | "after" | "of" | "from" | "to" | "between" | "through" | "for" | "and" => {
            likely && ends
        }
        "mid" | "-" => {
            likely && (at < 2 || !atoms.is(at - 2, &["resolution", "no"])) && is_year_dash(atoms, at)
        }
        "(" => likely && atoms.is(at + 1, &[")", "-", ","]),
        "" => likely && at + 1 == atoms.len(),
        "," => {
            likely
                && at + 1 == atoms.len()
                && at >= 2
                && !matches!(atoms.meaning(at - 2), Meaning::Number(..))
        }
        _ => false,
    };
    plausible.then(|| {
        // `1978-79`: the season or the years of that name; its first year stands for it.
        let short = atoms.text(at + 1) == "-"
            && atoms.glued(at + 1)
            && matches!(atoms.meaning(at + 2), Meaning::Number(next, 2) if i32::from(next) == i32::from(year + 1) % 100);
        let first = Expression::Year { year, part: Part::Whole };
        if short {
            let to = Box::new(Expression::Year { year: year + 1, part: Part::Whole });
            Parsed::new(Expression::Range { from: Box::new(first), to }, at + 3)
        } else {
            Parsed::new(first, at + 1)
        }
    })
}

/// Whether a dash before a year belongs to it: `mid-1978`, `1975-1978`.
fn is_year_dash(atoms: &Atoms, at: usize) -> bool {
    atoms.before(at, 1) == "mid"
        || at >= 2 && (atoms.is(at - 2, &["mid", "early", "late"]) || atoms.year(at - 2).is_some())
}

/// Whether a number of four digits before this counts things and is no year.
fn is_counted(atoms: &Atoms, at: usize) -> bool {
    is(atoms.text(at), Class::Counted)
}
