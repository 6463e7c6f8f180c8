//! Months, and days that come behind them: `May 16, 2025`, `May 12-14`, `May 2025`, `in May`.
//!
//! It must not know years alone ([`super::year`]). Invariant: a month that is also a name or a verb
//! (`May`, `March`, `June`) stands behind a word that makes it a month.

use super::super::atom::Atoms;
use super::super::expression::{Expression, Part, Shift};
use super::super::find::Parsed;
use super::super::vocabulary::Meaning;
use super::day::month_behind;
use super::year::year_behind;
use super::{is_date, is_name};

/// `May 16, 2025`, `Nov. 18`, `May 12-14`, `June 10 to 14, 1977`, `May 2025`, `in May`.
pub(in crate::date) fn month_first(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let (month, short) = atoms.month(at)?;
    let behind = atoms.behind_month(at);
    let the = atoms.skip(behind, &["the"]);
    if let Some(day) = atoms.day(the).filter(|&day| is_date(month, day))
        && !is_clock(atoms, the)
    {
        if is_name(atoms, the + 1) {
            return None;
        }
        return Some(days_of_month(atoms, month, day, the));
    }
    let (year, end) = year_behind(atoms, behind);
    if year.is_some() && !(atoms.text(behind) == "," && short) {
        return Some(month_of(year, month, end));
    }
    if !is_month(atoms, at, behind, short) {
        return None;
    }
    Some(match year_named(atoms, behind) {
        Some((shift, end)) => {
            Parsed::new(Expression::Month { year: None, month, part: Part::Whole, shift }, end)
        }
        None => month_of(None, month, behind),
    })
}

/// `of last year`, `this year` behind a month.
fn year_named(atoms: &Atoms, behind: usize) -> Option<(Shift, usize)> {
    let at = atoms.skip(behind, &["of"]);
    let shift = match atoms.text(at) {
        "last" => Shift::OfLastYear,
        "this" => Shift::OfThisYear,
        "next" => Shift::OfNextYear,
        _ => return None,
    };
    (atoms.text(at + 1) == "year").then_some((shift, at + 2))
}

const fn month_of(year: Option<i16>, month: i8, end: usize) -> Parsed {
    Parsed::new(Expression::Month { year, month, part: Part::Whole, shift: Shift::Bare }, end)
}

fn is_clock(atoms: &Atoms, at: usize) -> bool {
    matches!(atoms.text(at + 1), ":" | ".")
        && matches!(atoms.meaning(at + 2), Meaning::Number(0..=59, 2))
        && atoms.glued(at + 1)
}

/// One day behind a month, or the range that begins there.
fn days_of_month(atoms: &Atoms, month: i8, day: i8, at: usize) -> Parsed {
    let date = |year, day| Expression::Day { year, month, day, weekday: None };
    let connector = atoms.text(at + 1);
    let next = atoms.skip(at + 2, &["the"]);
    if matches!(connector, "-" | "to" | "and" | "until" | "through" | "&" | "/")
        && let Some(last) = atoms.day(next).filter(|&last| last > day && is_date(month, last))
        && month_behind(atoms, next + 1).is_none()
        && !is_clock(atoms, next)
        && atoms.text(next + 1) != "%"
    {
        let lead =
            if atoms.before(at, 2) == "between" || atoms.before(at, 3) == "between" { "between" } else { "" };
        let (year, end) = year_behind(atoms, next + 1);
        if connector != "and" || last == day + 1 || lead == "between" {
            let (from, to) = (Box::new(date(year, day)), Box::new(date(year, last)));
            return Parsed::new(Expression::Range { from, to }, end);
        }
    }
    let (year, end) = year_behind(atoms, at + 1);
    Parsed::new(date(year, day), end)
}

/// Whether a month that stands alone is one, and not a name or a verb.
fn is_month(atoms: &Atoms, at: usize, behind: usize, short: bool) -> bool {
    if short && atoms.text(at + 1) != "." {
        return false;
    }
    let text = atoms.text(at);
    // A name goes on with a capital: `June Smith`, `April Jones`; the march goes on `on Washington`.
    let named = atoms.capital(behind)
        && !matches!(atoms.meaning(behind), Meaning::Month { .. } | Meaning::Weekday { .. })
        && behind == at + 1;
    if named && !matches!(atoms.before(at, 1), "in" | "since" | "until" | "by" | "last" | "next" | "this") {
        return false;
    }
    if is_name(atoms, behind) {
        return false;
    }
    if text == "march" && matches!(atoms.text(behind), "on" | "for" | "against" | "of") {
        return false;
    }
    match atoms.before(at, 1) {
        "in" | "since" | "until" | "till" | "last" | "next" | "this" | "early" | "mid" | "late"
        | "during" | "through" | "throughout" | "before" | "after" | "by" | "between" | "previous"
        | "following" | "that" => true,
        "from" | "to" | "for" => true,
        "-" => {
            at >= 2 && atoms.is(at - 2, &["mid", "early", "late", "pre", "post"]) || is_month_list(atoms, at)
        }
        "of" => {
            let head = atoms.before(at, 2);
            is_part_noun(head)
                || at >= 2 && matches!(atoms.meaning(at - 2), Meaning::Ordinal { .. } | Meaning::Unit(_))
        }
        // `Signature to follow Baghdad, October.`
        "," if text != "may" && text != "march" && matches!(atoms.text(behind), "" | "." | ")" | ";") => true,
        "and" | "or" | "," => is_month_list(atoms, at),
        "a" | "an" | "the" | "its" | "their" | "his" | "her" | "our" => {
            text != "may"
                && atoms
                    .get(behind)
                    .is_some_and(|next| !next.capital && next.text.starts_with(char::is_alphabetic))
                && !matches!(atoms.text(behind), "on" | "for" | "against")
                || text == "may"
                    && atoms.is(behind, &["meeting", "talks", "round", "session", "summit", "conference"])
        }
        _ => text != "may" && text != "march" && is_possessive_time(atoms, behind),
    }
}

/// `in June and July`, `April, May and June`: another month stands two places before.
fn is_month_list(atoms: &Atoms, at: usize) -> bool {
    at >= 2 && atoms.month(at - 2).is_some()
}

fn is_part_noun(word: &str) -> bool {
    matches!(
        word,
        "end"
            | "beginning"
            | "start"
            | "middle"
            | "half"
            | "month"
            | "close"
            | "week"
            | "days"
            | "part"
            | "weeks"
            | "rest"
    )
}

/// `June's summit`.
fn is_possessive_time(atoms: &Atoms, at: usize) -> bool {
    atoms.text(at) == "'"
        && atoms.text(at + 1) == "s"
        && atoms.is(
            at + 2,
            &["meeting", "talks", "round", "session", "summit", "conference", "election", "vote", "deal"],
        )
}
