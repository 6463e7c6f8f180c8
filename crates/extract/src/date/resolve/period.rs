//! Weeks, months, seasons, years and their parts.
//!
//! It must not know weekdays by name. Invariant: weeks run from Monday to Sunday; a part of a month is
//! the month unless the text halves it or counts its weeks; a season is three whole months.

use jiff::civil::{Date, Weekday};
use rapporteur_schema::Edtf;

use super::super::expression::{Part, Season, Shift, Unit};
use super::super::reckon::{days_on, from_to, monday, months_on, units_on, weekday_after};
use super::super::rule::DateRule;
use super::{Context, Resolved, Tense};

/// `in May`, `last March`, `early March 1978`.
pub(super) fn month(
    year: Option<i16>,
    month: i8,
    part: Part,
    shift: Shift,
    context: &Context,
) -> Option<Resolved> {
    let today = context.today();
    if let Some(year) = year {
        return Some(Resolved::new(part_of_month(year, month, part, today)?, DateRule::Explicit));
    }
    let (year, rule) = year_of_month(month, shift, context)?;
    Some(Resolved::new(part_of_month(year, month, part, today)?, rule))
}

fn year_of_month(month: i8, shift: Shift, context: &Context) -> Option<(i16, DateRule)> {
    let (today, there) = (context.today()?, context.that_day()?);
    let on_or_before = |date: Date| date.year() - i16::from(month > date.month());
    let on_or_after = |date: Date| date.year() + i16::from(month < date.month());
    let before = |date: Date| date.year() - i16::from(month >= date.month());
    let after = |date: Date| date.year() + i16::from(month <= date.month());
    let nearest = |date: Date| {
        let on = (month - date.month()).rem_euclid(12);
        if on <= 6 && on != 0 { on_or_after(date) } else { on_or_before(date) }
    };
    let months_back = (today.month() - month).rem_euclid(12);
    Some(match shift {
        Shift::Last => (before(today), DateRule::YearShifted),
        Shift::Next => (after(today), DateRule::YearShifted),
        Shift::This => match context.tense {
            Tense::Past => (on_or_before(today), DateRule::YearBefore),
            Tense::Future => (on_or_after(today), DateRule::YearAfter),
            _ => (today.year(), DateRule::YearNearest),
        },
        Shift::OfLastYear => (today.year() - 1, DateRule::YearShifted),
        Shift::OfThisYear => (today.year(), DateRule::YearShifted),
        Shift::OfNextYear => (today.year() + 1, DateRule::YearShifted),
        Shift::Previous => (before(there), DateRule::FromPassage),
        Shift::Following => (after(there), DateRule::FromPassage),
        Shift::Same => (nearest(there), DateRule::FromPassage),
        _ if context.published.is_none() => (nearest(today), DateRule::YearNearest),
        _ => match context.tense {
            // Ten months ago is `last July`; a bare `July` then is the coming one.
            Tense::Past if months_back < 10 => (on_or_before(today), DateRule::YearBefore),
            Tense::Future => (on_or_after(today), DateRule::YearAfter),
            _ => (nearest(today), DateRule::YearNearest),
        },
    })
}

/// A part of a month.
fn part_of_month(year: i16, month: i8, part: Part, today: Option<Date>) -> Option<Edtf> {
    let first = Date::new(year, month, 1).ok()?;
    let last = first.last_of_month();
    let within = today.filter(|today| (first..=last).contains(today));
    let day = |day: i8| Date::new(year, month, day).unwrap_or(last);
    Some(match (part, within) {
        (Part::FirstHalf, _) => from_to(first, day(15)),
        (Part::SecondHalf, _) => from_to(day(16), last),
        (Part::Week(week @ 1..=4), _) => from_to(day(7 * (week - 1) + 1), day(7 * week)),
        (Part::Week(_), _) => from_to(days_on(last, -6)?, last),
        (Part::Earlier, Some(today)) => from_to(first, today),
        (Part::Later, Some(today)) => from_to(today, last),
        _ => Edtf::month(year, month),
    })
}

/// A part of a year.
pub(super) fn part_of_year(year: i16, part: Part, today: Option<Date>) -> Edtf {
    let months = |from, to| Edtf::interval(Edtf::month(year, from), Edtf::month(year, to));
    let within = today.filter(|today| today.year() == year);
    match (part, within) {
        (Part::Early, _) => months(1, 3),
        (Part::FirstHalf, _) => months(1, 6),
        (Part::Middle, _) => months(5, 8),
        (Part::SecondHalf, _) => months(7, 12),
        (Part::Late, _) => months(10, 12),
        (Part::Start, _) => Edtf::month(year, 1),
        (Part::End, _) => Edtf::month(year, 12),
        (Part::Earlier, Some(today)) => months(1, today.month()),
        (Part::Later, Some(today)) => months(today.month(), 12),
        (Part::Week(1), _) => Edtf::month(year, 1),
        (Part::Whole | Part::Earlier | Part::Later | Part::Week(_), _) => Edtf::year(year),
    }
}

/// A part of a decade, in years.
pub(super) fn part_of_decade(year: i16, part: Part) -> Edtf {
    let (from, to) = match part {
        Part::Early | Part::Start => (0, 3),
        Part::FirstHalf => (0, 4),
        Part::Middle => (4, 6),
        Part::SecondHalf => (5, 9),
        Part::Late | Part::End => (7, 9),
        Part::Whole | Part::Earlier | Part::Later | Part::Week(_) => (0, 9),
    };
    Edtf::interval(Edtf::year(year.saturating_add(from)), Edtf::year(year.saturating_add(to)))
}

/// `the autumn of 1975`, `last summer`.
pub(super) fn season(
    year: Option<i16>,
    season: Season,
    part: Part,
    shift: Shift,
    context: &Context,
) -> Option<Resolved> {
    if let Some(year) = year {
        return Some(Resolved::new(part_of_season(year, season, part)?, DateRule::Explicit));
    }
    let (today, there) = (context.today()?, context.that_day()?);
    let first = |year: i16| Date::new(year, season.first_month(), 1).ok();
    let last = |year: i16| {
        let (year, month) = months_on(year, season.first_month(), 2)?;
        Date::new(year, month, 1).ok().map(Date::last_of_month)
    };
    // The years in which the season could begin, seen from a day: a winter began last year.
    let years = |date: Date| [date.year() - 1, date.year(), date.year() + 1];
    let ended =
        |date: Date| years(date).into_iter().rev().find(|&year| last(year).is_some_and(|last| last < date));
    let begun = |date: Date| {
        years(date).into_iter().rev().find(|&year| first(year).is_some_and(|first| first <= date))
    };
    let coming =
        |date: Date| years(date).into_iter().find(|&year| first(year).is_some_and(|first| first > date));
    let not_over =
        |date: Date| years(date).into_iter().find(|&year| last(year).is_some_and(|last| last >= date));
    let (year, rule) = match shift {
        Shift::Last => (ended(today)?, DateRule::YearShifted),
        Shift::Next => (coming(today)?, DateRule::YearShifted),
        Shift::Previous => (ended(there)?, DateRule::FromPassage),
        Shift::Following => (coming(there)?, DateRule::FromPassage),
        Shift::Same => (not_over(there)?, DateRule::FromPassage),
        Shift::This if context.tense != Tense::Past => (not_over(today)?, DateRule::YearNearest),
        _ => match context.tense {
            Tense::Future => (not_over(today)?, DateRule::YearAfter),
            _ => (begun(today)?, DateRule::YearBefore),
        },
    };
    Some(Resolved::new(part_of_season(year, season, part)?, rule))
}

fn part_of_season(year: i16, season: Season, part: Part) -> Option<Edtf> {
    let month = |on| months_on(year, season.first_month(), on).map(|(year, month)| Edtf::month(year, month));
    match part {
        Part::Early | Part::Start => month(0),
        Part::Middle => month(1),
        Part::Late | Part::End => month(2),
        _ => Some(Edtf::interval(month(0)?, month(2)?)),
    }
}

/// `last week`, `this month`, `earlier this year`, `the same week`, `at the weekend`.
pub(super) fn period(unit: Unit, shift: Shift, part: Part, context: &Context) -> Option<Resolved> {
    let today = context.today()?;
    let (base, count, rule) = match shift {
        Shift::Last => (today, -1, DateRule::Period),
        Shift::Next => (today, 1, DateRule::Period),
        Shift::Previous => (context.that_day()?, -1, DateRule::FromPassage),
        Shift::Following => (context.that_day()?, 1, DateRule::FromPassage),
        Shift::Same => (context.that_day()?, 0, DateRule::FromPassage),
        _ => (today, 0, DateRule::Period),
    };
    let when = match unit {
        Unit::Minute | Unit::Hour | Unit::Day | Unit::Night | Unit::Fortnight => return None,
        Unit::Weekend => weekend(base, count, shift, context.tense)?,
        Unit::Week => week(days_on(monday(base)?, 7 * count)?, part, base, shift)?,
        Unit::Month => {
            let (year, month) = months_on(base.year(), base.month(), count)?;
            part_of_month(year, month, part, Some(base))?
        }
        Unit::Year => part_of_year(units_on(base, count, Unit::Year)?.year(), part, Some(base)),
        Unit::Decade => {
            let year = units_on(base, count, Unit::Decade)?.year();
            part_of_decade(year - year.rem_euclid(10), part)
        }
    };
    Some(Resolved::new(when, rule))
}

fn week(monday: Date, part: Part, today: Date, shift: Shift) -> Option<Edtf> {
    let day = |on: i32| days_on(monday, on);
    let (from, to) = match part {
        Part::Earlier if shift == Shift::This => return Some(from_to(monday, today)),
        Part::Later if shift == Shift::This => return Some(from_to(today, day(6)?)),
        Part::Early | Part::Start => (0, 1),
        Part::FirstHalf => (0, 2),
        Part::Middle => (1, 3),
        Part::SecondHalf | Part::Late => (3, 6),
        Part::End => (4, 6),
        Part::Whole | Part::Earlier | Part::Later | Part::Week(_) => (0, 6),
    };
    Some(from_to(day(from)?, day(to)?))
}

/// Saturday and Sunday. On a weekend `this` one and a bare one are the present one.
fn weekend(base: Date, count: i32, shift: Shift, tense: Tense) -> Option<Edtf> {
    let monday = monday(base)?;
    let inside = matches!(base.weekday(), Weekday::Saturday | Weekday::Sunday);
    let past =
        !inside && matches!(tense, Tense::Past) || !inside && shift == Shift::Bare && tense == Tense::Unknown;
    let weeks = match shift {
        Shift::Bare | Shift::This if past => -1,
        _ => count,
    };
    let saturday = weekday_after(days_on(monday, 7 * weeks)?, Weekday::Saturday)?;
    Some(from_to(saturday, days_on(saturday, 1)?))
}
