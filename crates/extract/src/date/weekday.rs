//! Weekdays: `Friday`, `Friday afternoon`, `Friday 16 May`, `MONDAY 25`, `Friday week`.
//!
//! It must not read what stands before a weekday (`last Friday` is [`super::relative`]'s). Invariant: a
//! newspaper, a feast or every Friday is no day of this text.

use jiff::civil::Weekday;

use super::atom::Atoms;
use super::expression::{Expression, Shift};
use super::find::Parsed;
use super::lexicon::{Class, is};
use super::vocabulary::{self, Meaning};
use super::{calendar, clock};

/// A weekday with what stands behind it.
pub(super) fn at(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let Meaning::Weekday { weekday, short } = atoms.meaning(at) else { return None };
    if !atoms.capital(at) || is_trap(atoms, at) {
        return None;
    }
    let end = if short && atoms.text(at + 1) == "." { at + 2 } else { at + 1 };
    if let Some(dated) = with_date(atoms, at, end, weekday) {
        return Some(dated);
    }
    if short && clock::at(atoms, end).is_none() && !atoms.follows(at, &["on"]) {
        return None;
    }
    if short
        && matches!(atoms.text(at), "sun" | "sat" | "wed" | "mon" | "fri")
        && clock::at(atoms, end).is_none()
    {
        return None;
    }
    if let Some((shift, end)) = shift_behind(atoms, end) {
        return Some(Parsed::new(Expression::Weekday { weekday, shift }, end));
    }
    Some(Parsed::new(Expression::Weekday { weekday, shift: Shift::Bare }, part_of_day(atoms, end)))
}

/// `week`, `last`, `of last week` behind a weekday.
fn shift_behind(atoms: &Atoms, at: usize) -> Option<(Shift, usize)> {
    match (atoms.text(at), atoms.text(at + 1), atoms.text(at + 2)) {
        ("of", "last", "week") => Some((Shift::OfLastWeek, at + 3)),
        ("of", "next", "week") => Some((Shift::OfNextWeek, at + 3)),
        ("of", "this", "week") => Some((Shift::This, at + 3)),
        ("of", "that" | "the", "week") => Some((Shift::Same, at + 3)),
        ("last", "week", _) => Some((Shift::OfLastWeek, at + 2)),
        ("next", "week", _) => Some((Shift::OfNextWeek, at + 2)),
        ("this", "week", _) => Some((Shift::This, at + 2)),
        ("week", ..) => Some((Shift::WeekAfter, at + 1)),
        ("last", ..) if calendar::is_end(atoms, at + 1) => Some((Shift::Last, at + 1)),
        ("next", ..) if calendar::is_end(atoms, at + 1) => Some((Shift::Next, at + 1)),
        _ => None,
    }
}

/// The index behind `morning`, `night` and the like, where one stands here.
pub(super) fn part_of_day(atoms: &Atoms, at: usize) -> usize {
    let early = atoms.skip(at, &["early", "late"]);
    if vocabulary::is_part_of_day(atoms.text(early)) { early + 1 } else { at }
}

/// `Friday 16 May`, `Friday, May 16, 2025`, `Friday the 26th`, `MONDAY 25`.
fn with_date(atoms: &Atoms, at: usize, end: usize, weekday: Weekday) -> Option<Parsed> {
    let part = part_of_day(atoms, end);
    let next = atoms.skip(part, &[",", "("]);
    let closing =
        |end: usize| if atoms.text(next.wrapping_sub(1)) == "(" { atoms.skip(end, &[")"]) } else { end };
    let date = calendar::day_first(atoms, next).or_else(|| calendar::month_first(atoms, next));
    match date.map(|parsed| (parsed.expression, parsed.end)) {
        Some((Expression::Day { year, month, day, .. }, end)) => {
            return Some(Parsed::new(
                Expression::Day { year, month, day, weekday: Some(weekday) },
                closing(end),
            ));
        }
        Some((Expression::DayOfMonth { day, shift, .. }, end)) => {
            return Some(Parsed::new(
                Expression::DayOfMonth { day, weekday: Some(weekday), shift },
                closing(end),
            ));
        }
        _ => {}
    }
    let day = atoms.day(next)?;
    // `Friday 12 soldiers`, `Friday 16:05`, `Friday 10.30`: only a number that ends the phrase is a day.
    let next_text = atoms.text(next + 1);
    let alone = next + 1 == atoms.len()
        || matches!(next_text, ":" | "," | "-" | "(" | "and") && clock::at(atoms, next).is_none();
    let heading = at == 0 || atoms.text(at - 1) == "and" || atoms.before(at, 1) == "-";
    (alone && heading).then(|| {
        Parsed::new(Expression::DayOfMonth { day, weekday: Some(weekday), shift: Shift::Bare }, next + 1)
    })
}

/// Whether a weekday here is a name, or stands for all of its kind.
fn is_trap(atoms: &Atoms, at: usize) -> bool {
    let before = atoms.before(at, 1);
    if matches!(
        before,
        "every" | "each" | "bloody" | "black" | "good" | "ash" | "palm" | "maundy" | "super" | "sheffield"
    ) {
        return !matches!(before, "good" | "black") || at > 0 && atoms.capital(at - 1);
    }
    // `the last Friday of every month`, `a Friday in May`.
    if atoms.text(at + 1) == "of" && matches!(atoms.text(at + 2), "every" | "each") {
        return true;
    }
    if matches!(before, "a" | "any" | "one" | "some")
        && !matches!(atoms.text(at + 1), "meeting" | "session" | "deadline")
    {
        return !vocabulary::is_part_of_day(atoms.text(at + 1)) && !is_event_ahead(atoms, at + 1);
    }
    let paper = atoms.capital(at + 1) && is(atoms.text(at + 1), Class::Paper);
    paper && !(atoms.text(at + 1) == "people" && atoms.text(at + 2).is_empty())
}

/// Whether a lowercase noun stands here: `a Monday briefing` is one that was held.
fn is_event_ahead(atoms: &Atoms, at: usize) -> bool {
    !calendar::is_end(atoms, at) && !atoms.capital(at)
}
