//! How long something lasted: `almost three hours`, `an hour and a half`, `a quarter of an hour`.
//!
//! It must not take what is counted from a day (`two days later`), deadlines (`within 60 days`, `the 60-day
//! limit`) or ages. Invariant: what it returns is longer than nothing.

use std::ops::Range;

use super::atom::Atoms;
use super::expression::{Duration, Expression, Unit};
use super::find::Parsed;
use super::lexicon::{Class, is};
use super::relative;
use super::vocabulary::Meaning;

/// The first duration in a run of words: its tokens and how long.
///
/// ```
/// use rapporteur_extract::date::duration;
/// let words = ["The", "talks", "lasted", "a", "little", "under", "two", "hours", "."];
/// let (tokens, length) = duration(&words).unwrap();
/// assert_eq!((tokens, length.to_string().as_str()), (3..8, "PT2H"));
/// assert!(duration(&["Two", "days", "later", "they", "met"]).is_none());
/// ```
pub fn duration(words: &[&str]) -> Option<(Range<usize>, Duration)> {
    let atoms = Atoms::read(words);
    let (start, parsed) = (0..atoms.len()).find_map(|start| Some((start, at(&atoms, start)?)))?;
    let Expression::Duration(duration) = parsed.expression else { return None };
    Some((atoms.token(start)..atoms.token(parsed.end - 1) + 1, duration))
}

/// A duration with the words that blur it.
pub(super) fn at(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let start = blurred(atoms, at);
    if is_part_of_offset(atoms, at) {
        return None;
    }
    let (duration, end) = amount(atoms, start)?;
    (!is_trap(atoms, at, end)).then(|| Parsed::new(Expression::Duration(duration), end))
}

/// The index behind `almost`, `a little under`, `more than`, `some` and the like.
fn blurred(atoms: &Atoms, at: usize) -> usize {
    match (atoms.text(at), atoms.text(at + 1), atoms.text(at + 2)) {
        ("a", "little" | "bit", "under" | "over") => at + 3,
        ("just" | "well", "under" | "over", _) => at + 2,
        ("more" | "less" | "fewer", "than", _) => at + 2,
        ("up", "to", _) | ("at", "least", _) => at + 2,
        (
            "almost" | "nearly" | "about" | "around" | "some" | "over" | "under" | "roughly"
            | "approximately" | "barely" | "only" | "fully" | "exactly" | "for",
            ..,
        ) => at + 1,
        _ => at,
    }
}

/// A word before that makes a deadline or a repetition of it.
fn is_part_of_offset(atoms: &Atoms, at: usize) -> bool {
    matches!(
        atoms.before(at, 1),
        "within"
            | "every"
            | "per"
            | "each"
            | "past"
            | "last"
            | "next"
            | "coming"
            | "than"
            | "least"
            | "least,"
            | "aged"
    ) && !matches!((atoms.before(at, 2), atoms.before(at, 1)), ("the", "last" | "next"))
        && !matches!(atoms.before(at, 2), "more" | "less" | "at" | "fewer")
        || atoms.glued(at) && matches!(atoms.before(at, 1), "." | "," | "-")
}

fn amount(atoms: &Atoms, at: usize) -> Option<(Duration, usize)> {
    match (atoms.text(at), atoms.text(at + 1), atoms.text(at + 2)) {
        ("half", "an", "hour") => return Some((minutes(30), at + 3)),
        ("half", "a", "day") => return Some((minutes(12 * 60), at + 3)),
        ("half", "-", "hour") => return Some((minutes(30), at + 3)),
        ("a", "half", "hour") | ("short", "half", "hour") => return Some((minutes(30), at + 3)),
        ("a", "quarter", "of") if atoms.is(at + 3, &["an"]) && atoms.text(at + 4) == "hour" => {
            return Some((minutes(15), at + 5));
        }
        ("three", "quarters", "of") if atoms.is(at + 3, &["an"]) && atoms.text(at + 4) == "hour" => {
            return Some((minutes(45), at + 5));
        }
        ("a", "half", "-") if atoms.text(at + 3) == "hour" => return Some((minutes(30), at + 4)),
        _ => {}
    }
    let (count, mut next) = relative::count(atoms, at)?;
    let count = count?;
    let mut half = false;
    if atoms.text(next) == "and" && atoms.text(next + 1) == "a" && atoms.text(next + 2) == "half" {
        half = true;
        next += 3;
    }
    let hyphen = atoms.text(next) == "-";
    next = atoms.skip(next, &["-"]);
    next = atoms.skip(next, &["full", "whole", "solid", "straight", "long", "successive", "consecutive"]);
    let Meaning::Unit(unit) = atoms.meaning(next) else { return None };
    if unit >= Unit::Year && count > 30 || count == 0 {
        return None;
    }
    let mut end = next + 1;
    if hyphen && !is_event_behind(atoms, end) {
        return None;
    }
    if !half && atoms.text(end) == "and" && atoms.text(end + 1) == "a" && atoms.text(end + 2) == "half" {
        half = true;
        end += 3;
    }
    let mut duration = of(count, unit, half)?;
    // `two hours and 20 minutes`
    let and = atoms.skip(end, &["and", ","]);
    if unit == Unit::Hour
        && let Some((Some(more), minute)) = relative::count(atoms, and)
        && atoms.meaning(minute) == Meaning::Unit(Unit::Minute)
    {
        duration.minutes = duration.minutes.saturating_add(more);
        end = minute + 1;
    }
    Some((duration, end))
}

fn minutes(minutes: u32) -> Duration {
    Duration { minutes, ..Duration::default() }
}

fn of(count: u32, unit: Unit, half: bool) -> Option<Duration> {
    let half = u32::from(half);
    let mut duration = Duration::default();
    match unit {
        Unit::Minute => duration.minutes = count,
        Unit::Hour => duration.minutes = count.checked_mul(60)? + 30 * half,
        Unit::Day | Unit::Night => {
            duration.days = count;
            duration.minutes = 12 * 60 * half;
        }
        Unit::Weekend => return None,
        Unit::Week => duration.weeks = count,
        Unit::Fortnight => duration.weeks = count.checked_mul(2)?,
        Unit::Month => duration.months = count,
        Unit::Year => {
            duration.years = count;
            duration.months = 6 * half;
        }
        Unit::Decade => duration.years = count.checked_mul(10)?,
    }
    Some(duration)
}

/// Whether an event stands behind `three-hour`, at most two adjectives away: a truce or a limit does not.
fn is_event_behind(atoms: &Atoms, at: usize) -> bool {
    (at..at + 3).any(|index| is(atoms.text(index), Class::Event))
}

/// Whether what stands around makes it no duration.
fn is_trap(atoms: &Atoms, at: usize, end: usize) -> bool {
    if matches!(
        atoms.text(end),
        "later"
            | "ago"
            | "earlier"
            | "early"
            | "late"
            | "before"
            | "after"
            | "apart"
            | "old"
            | "away"
            | "hence"
            | "behind"
            | "ahead"
            | "north"
            | "south"
            | "east"
            | "west"
            | "from"
            | "younger"
            | "older"
            | "on"
            | "'"
    ) {
        return !(atoms.text(end) == "after" || atoms.text(end) == "before" || atoms.text(end) == "on")
            || !matches!(atoms.before(at, 1), "for" | "lasted" | "lasting" | "took" | "spent");
    }
    // `a day`, `an hour` alone are rates or idioms unless something says that they lasted.
    let single = end - at == 2 && matches!(atoms.text(at), "a" | "an");
    single
        && !matches!(
            atoms.before(at, 1),
            "for"
                | "lasted"
                | "lasting"
                | "lasts"
                | "took"
                | "after"
                | "spent"
                | "than"
                | "an"
                | "of"
                | "over"
                | "nearly"
                | "about"
                | "almost"
                | "under"
        )
        && !atoms.is(end, &["of"])
}
