//! Weeks, months, years, seasons and parts of them, and feasts: `last week`, `early next year`, `mid-June`,
//! `the autumn of 1975`, `the end of May`, `before Christmas`.
//!
//! It must not know which one is meant ([`super::resolve`]). Invariant: a part (`early`, `the end of`)
//! changes the expression it stands before and is never one alone.

use super::atom::Atoms;
use super::expression::{Expression, Part, Season, Shift, Unit};
use super::find::Parsed;
use super::vocabulary::Meaning;
use super::{calendar, relative};

/// A period, or a part of one.
pub(super) fn at(atoms: &Atoms, at: usize) -> Option<Parsed> {
    partial(atoms, at)
        .or_else(|| nth_weekday(atoms, at))
        .or_else(|| whole(atoms, at))
        .or_else(|| season(atoms, at))
        .or_else(|| year_end(atoms, at))
}

const fn period(unit: Unit, shift: Shift, part: Part, end: usize) -> Parsed {
    Parsed::new(Expression::Period { unit, shift, part }, end)
}

/// `last week`, `this year`, `the same month`, `that year`, `at the weekend`, `a week ago` is not one.
fn whole(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let the = usize::from(atoms.text(at) == "the");
    let next = at + the;
    let shift = match atoms.text(next) {
        "last" if the == 0 => Shift::Last,
        "this" | "current" => Shift::This,
        "next" if the == 0 => Shift::Next,
        "coming" => Shift::Next,
        "next" | "following" | "ensuing" => Shift::Following,
        "previous" | "preceding" => Shift::Previous,
        "same" if the == 1 => Shift::Same,
        "that" if the == 0 => Shift::Same,
        "weekend" if the == 1 => {
            let lead = atoms.before(at, 1);
            return matches!(
                lead,
                "at" | "over" | "on" | "during" | "by" | "before" | "after" | "until" | "for"
            )
            .then(|| period(Unit::Weekend, Shift::Bare, Part::Whole, next + 1));
        }
        // `the week before`, `the year after`
        unit if the == 1 && matches!(unit, "week" | "month" | "year") => {
            let shift = match atoms.text(next + 1) {
                "before" | "earlier" => Shift::Previous,
                "after" => Shift::Following,
                _ => return None,
            };
            let Meaning::Unit(unit) = atoms.meaning(next) else { return None };
            return calendar::is_end(atoms, next + 2)
                .then(|| {
                    !matches!(
                        atoms.text(next + 2),
                        "the" | "a" | "he" | "she" | "it" | "they" | "his" | "her" | "their"
                    )
                })
                .and_then(|free| free.then(|| period(unit, shift, Part::Whole, next + 2)));
        }
        _ => return None,
    };
    let Meaning::Unit(unit @ (Unit::Weekend | Unit::Week | Unit::Month | Unit::Year | Unit::Decade)) =
        atoms.meaning(next + 1)
    else {
        return None;
    };
    // `that years of war`, `this week of talks` is still this week.
    (!atoms.text(next + 1).ends_with('s')).then(|| period(unit, shift, Part::Whole, next + 2))
}

/// `early May`, `late next year`, `the end of last month`, `mid-1978`, `earlier this week`, `later in the year`.
fn partial(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let (part, next) = part(atoms, at)?;
    let inner = match (atoms.text(next), atoms.text(next + 1)) {
        ("in", "the") if matches!(part, Part::Early | Part::Late | Part::Earlier | Part::Later) => {
            let Meaning::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year)) = atoms.meaning(next + 2)
            else {
                return None;
            };
            return Some(period(unit, Shift::This, part, next + 3));
        }
        ("the", _) if matches!(part, Part::End | Part::Start | Part::Middle | Part::Late | Part::Early) => {
            if let Meaning::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade)) =
                atoms.meaning(next + 1)
            {
                return (!atoms.text(next + 1).ends_with('s'))
                    .then(|| period(unit, Shift::This, part, next + 2));
            }
            inner(atoms, next)?
        }
        _ => inner(atoms, next)?,
    };
    let end = inner.end;
    let expression = match inner.expression {
        Expression::Month { year, month, shift, .. } => Expression::Month { year, month, part, shift },
        Expression::Year { year, .. } => Expression::Year { year, part },
        Expression::Decade { year, .. } => Expression::Decade { year, part },
        Expression::Season { year, season, shift, .. } => Expression::Season { year, season, part, shift },
        Expression::Period { unit, shift, .. } => Expression::Period { unit, shift, part },
        // `late on Monday`, `early on 16 May` keep the day.
        _ => return None,
    };
    Some(Parsed::new(expression, end))
}

/// What a part may be a part of.
fn inner(atoms: &Atoms, at: usize) -> Option<Parsed> {
    if let Some((month, short)) = atoms.month(at) {
        // Behind a part no preposition is needed: `early March`; `late May 16` is a day.
        let behind = atoms.behind_month(at);
        if atoms.day(behind).is_some() {
            return None;
        }
        let (year, end) = calendar::year_behind(atoms, behind);
        if short && year.is_none() && atoms.text(at + 1) != "." {
            return None;
        }
        return Some(Parsed::new(
            Expression::Month { year, month, part: Part::Whole, shift: Shift::Bare },
            end,
        ));
    }
    if let Some(decade) = calendar::decade(atoms, atoms.skip(at, &["the"])) {
        return Some(decade);
    }
    if let Some(year) = atoms.year(at) {
        return Some(Parsed::new(Expression::Year { year, part: Part::Whole }, at + 1));
    }
    relative::at(atoms, at)
        .filter(|parsed| matches!(parsed.expression, Expression::Month { .. } | Expression::Season { .. }))
        .or_else(|| whole(atoms, at))
        .or_else(|| season_of(atoms, at))
}

/// A part of a period, and the index of the period.
fn part(atoms: &Atoms, at: usize) -> Option<(Part, usize)> {
    let the = at + usize::from(atoms.text(at) == "the");
    let of = |part, end: usize| (atoms.text(end) == "of").then_some((part, end + 1));
    match (atoms.text(the), atoms.text(the + 1)) {
        ("early", _) => Some((Part::Early, atoms.skip(the + 1, &["-"]))),
        ("earlier", _) => Some((Part::Earlier, the + 1)),
        ("later", _) => Some((Part::Later, the + 1)),
        ("late", _) => Some((Part::Late, atoms.skip(the + 1, &["-"]))),
        ("mid", _) => Some((Part::Middle, atoms.skip(the + 1, &["-"]))),
        ("beginning" | "start" | "outset", _) => of(Part::Start, the + 1),
        ("middle", _) => of(Part::Middle, the + 1),
        ("end" | "close", _) => of(Part::End, the + 1),
        ("rest" | "remainder", _) => of(Part::Later, the + 1),
        ("first", "half") => of(Part::FirstHalf, the + 2),
        ("second", "half") => of(Part::SecondHalf, the + 2),
        ("first", "part" | "months" | "weeks" | "days") => of(Part::Early, the + 2),
        ("last" | "final" | "closing", "days" | "weeks" | "months") => of(Part::End, the + 2),
        ("first" | "second" | "third" | "fourth" | "last" | "final", "week") => {
            let week = match atoms.text(the) {
                "first" => 1,
                "second" => 2,
                "third" => 3,
                "fourth" => 4,
                _ => -1,
            };
            of(Part::Week(week), the + 2)
        }
        _ => None,
    }
}

/// `the first Sunday of May`, `the last Friday in June 1991`.
fn nth_weekday(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let next = atoms.skip(at, &["the"]);
    let nth = match atoms.text(next) {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "last" => -1,
        _ => return None,
    };
    let Meaning::Weekday { weekday, short: false } = atoms.meaning(next + 1) else { return None };
    if !atoms.is(next + 2, &["of", "in"]) {
        return None;
    }
    let (month, _) = atoms.month(next + 3)?;
    let (year, end) = calendar::year_behind(atoms, atoms.behind_month(next + 3));
    Some(Parsed::new(Expression::NthWeekday { nth, weekday, month, year }, end))
}

/// `the autumn of 1975`, `spring 2024`, `in the spring`.
fn season(atoms: &Atoms, at: usize) -> Option<Parsed> {
    season_of(atoms, at).or_else(|| {
        let next = atoms.skip(at, &["the"]);
        let Meaning::Season(season) = atoms.meaning(next) else { return None };
        let led = matches!(
            atoms.before(at, 1),
            "in" | "by" | "since" | "until" | "till" | "before" | "during" | "through"
        );
        (led && atoms.text(next) != "fall"
            && calendar::is_end(atoms, next + 1)
            && atoms.text(next + 1) != "of")
            .then(|| {
                Parsed::new(
                    Expression::Season { year: None, season, part: Part::Whole, shift: Shift::Bare },
                    next + 1,
                )
            })
    })
}

/// A season with its year.
fn season_of(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let next = atoms.skip(at, &["the"]);
    let Meaning::Season(season) = atoms.meaning(next) else { return None };
    let of = atoms.skip(next + 1, &["of", ","]);
    let year = atoms.year(of)?;
    let second = atoms.text(of + 1) == "-"
        && atoms.glued(of + 1)
        && matches!(atoms.meaning(of + 2), Meaning::Number(_, 2 | 4));
    let end = if second && season == Season::Winter { of + 3 } else { of + 1 };
    Some(Parsed::new(
        Expression::Season { year: Some(year), season, part: Part::Whole, shift: Shift::Bare },
        end,
    ))
}

/// `year's end`, `year-end`, `the year is out`.
fn year_end(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let next = atoms.skip(at, &["the"]);
    let Meaning::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week)) = atoms.meaning(next) else {
        return None;
    };
    if atoms.text(next).ends_with('s') {
        return None;
    }
    let end = match (atoms.text(next + 1), atoms.text(next + 2), atoms.text(next + 3)) {
        ("'", "s", "end") => next + 4,
        ("-", "end", _) => next + 3,
        ("is" | "was", "out" | "over", _) if matches!(atoms.before(at, 1), "before" | "until") => next + 3,
        _ => return None,
    };
    Some(period(unit, Shift::This, Part::End, end))
}

/// Feasts that a date can be told by: `Christmas`, `New Year's Day`, `Easter`, `Epiphany`.
pub(super) fn holiday(atoms: &Atoms, at: usize) -> Option<Parsed> {
    if !atoms.capital(at) {
        return None;
    }
    let (first, second) = (atoms.text(at), atoms.text(at + 1));
    let capital = atoms.capital(at + 1);
    let fixed = |month, day, end| {
        let (year, end) = calendar::year_behind(atoms, end);
        Some(Parsed::new(Expression::Day { year, month, day, weekday: None }, end))
    };
    let easter = |days, end| {
        let (year, end) = calendar::year_behind(atoms, end);
        Some(Parsed::new(Expression::Easter { days, year }, end))
    };
    let led = matches!(
        atoms.before(at, 1),
        "before"
            | "after"
            | "at"
            | "by"
            | "until"
            | "since"
            | "on"
            | "over"
            | "till"
            | "last"
            | "this"
            | "next"
            | "past"
    );
    match (first, second) {
        ("christmas", "eve") if capital => fixed(12, 24, at + 2),
        ("christmas", "day") if capital => fixed(12, 25, at + 2),
        ("boxing", "day") if capital => fixed(12, 26, at + 2),
        ("christmas", _) if led && !capital => fixed(12, 25, at + 1),
        ("new", "year") if capital => match (atoms.text(at + 2), atoms.text(at + 3), atoms.text(at + 4)) {
            ("'", "s", "eve") => fixed(12, 31, at + 5),
            ("'", "s", "day") => fixed(1, 1, at + 5),
            _ if led && calendar::is_end(atoms, at + 2) => fixed(1, 1, at + 2),
            _ => None,
        },
        ("epiphany", _) if led => fixed(1, 6, at + 1),
        ("may", "day") if capital && led => fixed(5, 1, at + 2),
        ("bastille", "day") if capital => fixed(7, 14, at + 2),
        ("good", "friday")
            if capital && !atoms.is(at + 2, &["agreement", "accord", "accords", "deal", "peace"]) =>
        {
            easter(-2, at + 2)
        }
        ("easter", "sunday") if capital => easter(0, at + 2),
        ("easter", "monday") if capital => easter(1, at + 2),
        ("easter", "eve") if capital => easter(-1, at + 2),
        ("easter", _) if led && !capital => easter(0, at + 1),
        _ => None,
    }
}
