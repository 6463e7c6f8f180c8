//! What is counted from the day of writing or from the day spoken of: `yesterday`, `last Friday`, `two days
//! later`, `the same day`, `within five days`.
//!
//! It must not know periods that stand for themselves ([`super::period`]). Invariant: `before` and `after`
//! followed by an event are not counted, since nobody knows when the event was.

use super::atom::Atoms;
use super::expression::{Anchor, Expression, Part, Shift, Unit};
use super::find::Parsed;
use super::vocabulary::{self, Meaning};
use super::{calendar, weekday};

/// An expression counted from somewhere.
pub(super) fn at(atoms: &Atoms, at: usize) -> Option<Parsed> {
    word(atoms, at)
        .or_else(|| day_before(atoms, at))
        .or_else(|| within(atoms, at))
        .or_else(|| shifted(atoms, at))
        .or_else(|| counted(atoms, at))
        .or_else(|| ahead(atoms, at))
}

const fn offset(count: i32, unit: Unit, from: Anchor, end: usize) -> Parsed {
    Parsed::new(Expression::Offset { count, unit, from }, end)
}

/// `yesterday`, `tonight`, `this morning`, `last night`, `overnight`.
fn word(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let day =
        |count, end| Some(offset(count, Unit::Day, Anchor::Published, weekday::part_of_day(atoms, end)));
    match atoms.text(at) {
        "yesterday" => day(-1, at + 1),
        "today" => day(0, at + 1),
        "tonight" => day(0, at + 1),
        "tomorrow" => day(1, at + 1),
        "overnight" if at == 0 || !atoms.capital(at) => Some(Parsed::new(
            Expression::Range {
                from: Box::new(Expression::Offset { count: -1, unit: Unit::Day, from: Anchor::Published }),
                to: Box::new(Expression::Offset { count: 0, unit: Unit::Day, from: Anchor::Published }),
            },
            at + 1,
        )),
        "this" if vocabulary::is_part_of_day(atoms.text(at + 1)) => day(0, at + 2),
        "last"
            if atoms.is(at + 1, &["night", "evening"])
                && !atoms.follows(at, &["a", "the", "his", "her", "their", "its", "our"]) =>
        {
            Some(offset(-1, Unit::Day, Anchor::Published, at + 2))
        }
        // `earlier in the day`, `later that day`
        "earlier" | "later" | "early" | "late" => {
            match (atoms.text(at + 1), atoms.text(at + 2), atoms.text(at + 3)) {
                ("in", "the", "day" | "evening") => Some(offset(0, Unit::Day, Anchor::Reference, at + 4)),
                ("that" | "the" | "in" | "on", "day" | "evening" | "night", _) | ("the", "same", "day") => {
                    Some(offset(
                        0,
                        Unit::Day,
                        Anchor::Reference,
                        at + if atoms.text(at + 2) == "same" { 4 } else { 3 },
                    ))
                }
                ("today" | "yesterday" | "tomorrow", ..) => word(atoms, at + 1),
                _ => None,
            }
        }
        _ => None,
    }
}

const DAYPARTS: [&str; 5] = ["day", "night", "morning", "evening", "afternoon"];

/// `the day before`, `the next day`, `that evening`, `the same day`, `the eve of`.
fn day_before(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let the = usize::from(atoms.text(at) == "the");
    let next = at + the;
    let (first, second) = (atoms.text(next), atoms.text(next + 1));
    let day = |count, end| Some(offset(count, Unit::Day, Anchor::Reference, end));
    if DAYPARTS.contains(&first) && the == 1 {
        match (second, atoms.text(next + 2)) {
            ("before", "yesterday") => return Some(offset(-2, Unit::Day, Anchor::Published, next + 3)),
            ("after", "tomorrow") => return Some(offset(2, Unit::Day, Anchor::Published, next + 3)),
            ("before" | "after" | "earlier", _) => {
                let count = if second == "after" { 1 } else { -1 };
                return free(atoms, next + 2, second).and_then(|end| day(count, end));
            }
            _ => {}
        }
    }
    match first {
        "eve" if the == 1 && second == "of" || the == 0 && atoms.follows(at, &["on"]) && second == "of" => {
            day(-1, next + 1)
        }
        "next" if DAYPARTS.contains(&second) => next_day(atoms, at, next),
        "following" if DAYPARTS.contains(&second) => day(1, next + 2),
        "previous" if DAYPARTS.contains(&second) => day(-1, next + 2),
        "preceding" if DAYPARTS.contains(&second) => day(-1, next + 2),
        "same" | "very" if the == 1 => {
            let same = next + usize::from(second == "same");
            DAYPARTS
                .contains(&atoms.text(same + 1))
                .then(|| offset(0, Unit::Day, Anchor::Reference, same + 2))
        }
        "that" if the == 0 => {
            let same = next + usize::from(matches!(second, "same" | "very"));
            DAYPARTS
                .contains(&atoms.text(same + 1))
                .then(|| offset(0, Unit::Day, Anchor::Reference, same + 2))
        }
        _ => None,
    }
}

/// `the next day`, `next day`, but not `the next day of talks`.
fn next_day(atoms: &Atoms, at: usize, next: usize) -> Option<Parsed> {
    if atoms.text(next + 2) == "of" {
        return None;
    }
    let the = next > at
        || at == 0
        || !atoms.before(at, 1).starts_with(char::is_alphabetic)
        || atoms.follows(at, &["and", "for", "until"]);
    the.then(|| offset(1, Unit::Day, Anchor::Reference, next + 2))
}

/// The index where an offset ends whose `before` or `after` has no event behind it.
fn free(atoms: &Atoms, at: usize, word: &str) -> Option<usize> {
    // "A day later than planned": how late, and not which day.
    if atoms.text(at) == "than" {
        return None;
    }
    if matches!(word, "later" | "earlier" | "ago" | "hence") {
        return Some(at);
    }
    match atoms.text(at) {
        "that" | "this" if calendar::is_end(atoms, at + 1) => Some(at + 1),
        "that" | "this" | "the" | "a" | "an" | "his" | "her" | "their" | "its" | "he" | "she" | "they"
        | "it" => None,
        "in" | "at" | "to" | "and" | "but" | "with" | "by" | "had" | "was" | "were" | "when" | "that," => {
            Some(at)
        }
        text if text.starts_with(char::is_alphanumeric) => None,
        _ => Some(at),
    }
}

/// `last Friday`, `next March`, `this April`, `the following Friday`, `that Friday`, `last autumn`.
fn shifted(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let the = usize::from(atoms.text(at) == "the");
    let next = at + the;
    let mut shift = match atoms.text(next) {
        "last" | "past" => Shift::Last,
        "this" if the == 0 => Shift::This,
        "coming" if the == 0 => Shift::This,
        "next" | "coming" => Shift::Next,
        "following" | "ensuing" => Shift::Following,
        "previous" | "preceding" => Shift::Previous,
        "same" if the == 1 => Shift::Same,
        // `on that Friday`, but `he said that Friday's talks had failed`
        "that" if the == 0 && is_demonstrative(atoms, at) => Shift::Same,
        // `By the Wednesday he was there`: the one that the passage has come to.
        _ if the == 1 && matches!(atoms.meaning(next), Meaning::Weekday { short: false, .. }) => {
            let led =
                matches!(atoms.before(at, 1), "by" | "on" | "until" | "since" | "from" | "before" | "after");
            let alone = calendar::is_end(atoms, next + 1)
                || vocabulary::is_part_of_day(atoms.text(next + 1))
                || led && atoms.capital(next + 1);
            let dated = weekday::at(atoms, next).is_some_and(|parsed| {
                !matches!(parsed.expression, Expression::Weekday { shift: Shift::Bare, .. })
            });
            if !alone || dated {
                return None;
            }
            let Meaning::Weekday { weekday, .. } = atoms.meaning(next) else { return None };
            let shift = match (atoms.text(next + 1), atoms.text(next + 2)) {
                ("before", _) => Shift::Previous,
                ("after", _) => Shift::Following,
                _ => Shift::Same,
            };
            let counted = shift != Shift::Same;
            if counted
                && !atoms.text(next + 2).is_empty()
                && atoms.text(next + 2).starts_with(char::is_alphanumeric)
            {
                return None;
            }
            let end = weekday::part_of_day(atoms, next + 1 + usize::from(counted));
            return weekday::at(atoms, next)
                .map(|_| Parsed::new(Expression::Weekday { weekday, shift }, end));
        }
        _ => return None,
    };
    let head = atoms.skip(next + 1, &["coming", "past"]);
    match atoms.meaning(head) {
        Meaning::Weekday { weekday, short: false } if atoms.capital(head) => {
            // Traps of the weekday hold behind `last` too.
            let parsed = weekday::at(atoms, head)?;
            let mut end = parsed.end;
            match parsed.expression {
                Expression::Weekday { shift: Shift::WeekAfter, .. } if shift == Shift::Last => {
                    shift = Shift::WeekBefore
                }
                Expression::Weekday { shift: Shift::WeekAfter, .. } => shift = Shift::WeekAfter,
                Expression::Weekday { .. } => {}
                // `last Friday, 16 May`
                _ => return Some(parsed),
            }
            // `the last Friday of May` is counted within its month.
            if the == 1 && shift == Shift::Last && atoms.is(end, &["of", "in"]) {
                return None;
            }
            if shift == Shift::Next && atoms.is(end, &["of"]) {
                return None;
            }
            if atoms.text(end) == "'" && atoms.text(end + 1).is_empty() {
                end += 1;
            }
            Some(Parsed::new(Expression::Weekday { weekday, shift }, end))
        }
        Meaning::Month { month, short: false } if atoms.capital(head) => {
            // `last May 16`, `this May 2025`: the month that follows says it all.
            if let Some(parsed) = calendar::month_first(atoms, head)
                && !matches!(parsed.expression, Expression::Month { year: None, .. })
            {
                return Some(parsed);
            }
            Some(Parsed::new(Expression::Month { year: None, month, part: Part::Whole, shift }, head + 1))
        }
        Meaning::Season(season) if atoms.text(head) != "fall" || the == 0 => {
            Some(Parsed::new(Expression::Season { year: None, season, part: Part::Whole, shift }, head + 1))
        }
        _ => None,
    }
}

/// Whether `that` points and does not begin a clause.
fn is_demonstrative(atoms: &Atoms, at: usize) -> bool {
    at == 0
        || atoms.follows(
            at,
            &[
                "on", "by", "in", "from", "until", "since", "before", "after", "of", "during", ",", "for",
                "retired", "later",
            ],
        )
}

/// A number of units: the count, or nothing where it is vague, and the index of the unit.
pub(super) fn count(atoms: &Atoms, at: usize) -> Option<(Option<u32>, usize)> {
    match atoms.meaning(at) {
        Meaning::Number(value, 1..=3) => {
            let dotted = matches!(atoms.text(at + 1), "." | ",") && atoms.glued(at + 1);
            (!dotted).then_some((Some(u32::from(value)), at + 1))
        }
        Meaning::Cardinal(tens) => {
            if tens >= 20
                && tens % 10 == 0
                && atoms.text(at + 1) == "-"
                && let Meaning::Cardinal(ones @ 1..=9) = atoms.meaning(at + 2)
            {
                return Some((Some(u32::from(tens + ones)), at + 3));
            }
            Some((Some(u32::from(tens)), at + 1))
        }
        _ => match (atoms.text(at), atoms.text(at + 1)) {
            ("a", "few") => Some((None, at + 2)),
            ("a", "couple") => Some((Some(2), at + 2 + usize::from(atoms.text(at + 2) == "of"))),
            ("a", "dozen") => Some((Some(12), at + 2)),
            ("half", "a") if atoms.text(at + 2) == "dozen" => Some((Some(6), at + 3)),
            ("a" | "an", _) => Some((Some(1), at + 1)),
            ("several" | "some" | "few" | "many", _) => Some((None, at + 1)),
            ("couple", "of") => Some((Some(2), at + 2)),
            _ => None,
        },
    }
}

/// `in two weeks`, but not `the first visit in two years`.
fn ahead(atoms: &Atoms, at: usize) -> Option<Parsed> {
    if atoms.text(at) != "in" {
        return None;
    }
    let (count, next) = count(atoms, at + 1)?;
    let Meaning::Unit(unit @ (Unit::Day | Unit::Week | Unit::Fortnight | Unit::Month)) = atoms.meaning(next)
    else {
        return None;
    };
    let ranked = (1..=7).any(|back| {
        matches!(
            atoms.before(at, back),
            "first"
                | "second"
                | "third"
                | "fourth"
                | "only"
                | "worst"
                | "biggest"
                | "once"
                | "twice"
                | "times"
                | "time"
        )
    });
    let count = i32::try_from(count?).ok()?;
    (!ranked && calendar::is_end(atoms, next + 1) && !atoms.is(next + 1, &["of", "'", "and"]))
        .then(|| offset(count, unit, Anchor::Ahead, next + 1))
}

/// `two days later`, `three weeks ago`, `a day earlier`, `in two days' time`, `a week from now`.
fn counted(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let (count, next) = count(atoms, at)?;
    let Meaning::Unit(unit) = atoms.meaning(next) else { return None };
    let count = i32::try_from(count?).ok()?;
    let behind = next + 1;
    let (first, second) = (atoms.text(behind), atoms.text(behind + 1));
    if first == "'" {
        // `two days' time`, `a week's time`
        let time = behind + 1 + usize::from(second == "s");
        return (atoms.text(time) == "time").then(|| offset(count, unit, Anchor::Published, time + 1));
    }
    match first {
        "ago" => Some(offset(-count, unit, Anchor::Published, behind + 1)),
        "hence" => Some(offset(count, unit, Anchor::Published, behind + 1)),
        // `a week from Monday`, `a week on Friday`
        "from" | "on"
            if unit == Unit::Week
                && count == 1
                && matches!(atoms.meaning(behind + 1), Meaning::Weekday { .. }) =>
        {
            let Meaning::Weekday { weekday, short: false } = atoms.meaning(behind + 1) else { return None };
            Some(Parsed::new(Expression::Weekday { weekday, shift: Shift::WeekAfter }, behind + 2))
        }
        "from" if matches!(second, "now" | "today") => {
            Some(offset(count, unit, Anchor::Published, behind + 2))
        }
        "later" | "after" => {
            let end = free(atoms, behind + 1, first)?;
            Some(offset(count, unit, Anchor::Reference, end))
        }
        "earlier" | "before" | "previously" => {
            let end = free(atoms, behind + 1, if first == "previously" { "earlier" } else { first })?;
            Some(offset(-count, unit, Anchor::Reference, end))
        }
        _ => None,
    }
}

/// `within five days`, `over the past week`, `in the next two months`.
fn within(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let of = |count: Option<u32>, unit: Unit, sign: i32, end: usize| {
        if unit < Unit::Day || atoms.is(end, &["of"]) {
            return None;
        }
        let count = sign * i32::try_from(count?).ok()?;
        Some(Parsed::new(Expression::Within { count, unit }, end))
    };
    if atoms.text(at) == "within" {
        let the = atoms.skip(at + 1, &["the"]);
        let next = atoms.skip(the, &["next", "coming"]);
        let (count, unit_at) = count(atoms, next).unwrap_or((if next > the { Some(1) } else { None }, next));
        let Meaning::Unit(unit) = atoms.meaning(unit_at) else { return None };
        return of(count, unit, 1, unit_at + 1);
    }
    if atoms.text(at) != "the" && !atoms.follows(at, &["over", "in", "for", "during"]) {
        return None;
    }
    let next = atoms.skip(at, &["the"]);
    let sign = match atoms.text(next) {
        "past" | "last" => -1,
        "next" | "coming" => 1,
        _ => return None,
    };
    if let Some((count, unit_at)) = count(atoms, next + 1)
        && let Meaning::Unit(unit) = atoms.meaning(unit_at)
    {
        return of(count, unit, sign, unit_at + 1);
    }
    let Meaning::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Fortnight | Unit::Decade)) =
        atoms.meaning(next + 1)
    else {
        return None;
    };
    // `the past week`, but `last week` without an article is the calendar's.
    (next > at
        && (atoms.text(next) == "past"
            || atoms.text(next) == "coming"
            || atoms.follows(at, &["over", "in", "during", "for"]))
        && !atoms.text(next + 1).ends_with('s'))
    .then(|| of(Some(1), unit, sign, next + 2))
    .flatten()
}
