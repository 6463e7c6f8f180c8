//! Days: `16 May`, `the 24th`, `Friday`, `the first Sunday of May`, Easter.
//!
//! It must not know periods. Invariant: a day named without its year or month is sought on the side that
//! the tense says, unless that lies most of a year away and the other side is near: a writer names the
//! year of a day so far off.

use jiff::civil::{Date, Weekday};
use rapporteur_schema::Edtf;

use super::super::expression::{Part, Shift};
use super::super::reckon::{
    days_on, distance, easter as easter_sunday, in_month, monday, monthly_after, monthly_before,
    weekday_after, weekday_before, yearly_after, yearly_before,
};
use super::super::rule::DateRule;
use super::{Context, Resolved, Tense, period};

/// Days within which a day on the other side of the tense is near.
const NEAR: i32 = 62;
/// Days beyond which a writer names the year.
const FAR: i32 = 300;

fn found(day: Date, rule: DateRule) -> Option<Resolved> {
    Some(Resolved::new(Edtf::day(day), rule))
}

/// `16 May 2025`, `16 May`, `Friday 16 May`.
pub(super) fn of_month(
    year: Option<i16>,
    month: i8,
    day: i8,
    weekday: Option<Weekday>,
    context: &Context,
) -> Option<Resolved> {
    if let Some(year) = year {
        return found(Date::new(year, month, day).ok()?, DateRule::Explicit);
    }
    let resolved = yearly(|year| Date::new(year, month, day).ok(), context)?;
    let Some(weekday) = weekday else { return Some(resolved) };
    if resolved.when.as_day().is_some_and(|day| day.weekday() == weekday) {
        return Some(resolved);
    }
    // The weekday tells the year, if one near enough has it.
    let today = context.today()?;
    let fits = |year| Date::new(year, month, day).ok().filter(|day| day.weekday() == weekday);
    let (before, after) = (yearly_before(today, fits), yearly_after(today, fits));
    let nearest = match (before, after) {
        (Some(before), Some(after)) if distance(today, after) < distance(today, before) => after,
        (Some(before), _) => before,
        (None, Some(after)) => after,
        (None, None) => return Some(resolved),
    };
    found(nearest, DateRule::YearOfWeekday)
}

/// A day that recurs yearly, by tense.
pub(super) fn yearly(in_year: impl Fn(i16) -> Option<Date>, context: &Context) -> Option<Resolved> {
    let today = context.today()?;
    let before = yearly_before(today, &in_year);
    let after = yearly_after(today, &in_year);
    let (Some(before), Some(after)) = (before, after) else {
        return found(before.or(after)?, DateRule::YearNearest);
    };
    let (back, on) = (distance(before, today), distance(today, after));
    // Without a day of writing, a text tells of days in order and near each other.
    let tense = if context.published.is_some() { context.tense } else { Tense::Unknown };
    match tense {
        Tense::Past if !(back > FAR && on < NEAR) => found(before, DateRule::YearBefore),
        Tense::Future if !(on > FAR && back < NEAR) => found(after, DateRule::YearAfter),
        _ => found(if on < back { after } else { before }, DateRule::YearNearest),
    }
}

/// `the 24th`, `Friday the 26th`, `the 5th of last month`.
pub(super) fn alone(day: i8, weekday: Option<Weekday>, shift: Shift, context: &Context) -> Option<Resolved> {
    let today = context.today()?;
    let month = match shift {
        Shift::Last => Some(-1),
        Shift::This => Some(0),
        Shift::Next => Some(1),
        _ => None,
    };
    if let Some(months) = month {
        return found(in_month(today, months, day)?, DateRule::Period);
    }
    // Where the passage speaks of a time long before or after the writing, the day is of that time.
    let passage = context
        .reference
        .filter(|&reference| context.published.is_none_or(|published| distance(reference, published) > 45));
    let base = passage.unwrap_or(today);
    if let Some(weekday) = weekday {
        let fits = (-14..=14)
            .filter_map(|months| in_month(base, months, day))
            .filter(|day| day.weekday() == weekday)
            .min_by_key(|&day| (distance(day, base), day));
        if let Some(day) = fits {
            return found(day, DateRule::YearOfWeekday);
        }
    }
    let (before, after) = (monthly_before(base, day)?, monthly_after(base, day)?);
    match context.tense {
        _ if passage.is_some() => {
            // "In July they had camped; a visit set for the 24th": of the month that was named.
            let same = day >= base.day();
            let nearest = if same || distance(after, base) < distance(base, before) { after } else { before };
            found(nearest, DateRule::MonthOfPassage)
        }
        Tense::Past => found(before, DateRule::MonthBefore),
        Tense::Future => found(after, DateRule::MonthAfter),
        _ if distance(after, base) < distance(base, before) => found(after, DateRule::MonthAfter),
        _ => found(before, DateRule::MonthBefore),
    }
}

/// `Friday`, `last Friday`, `the following Friday`.
pub(super) fn weekday(weekday: Weekday, shift: Shift, context: &Context) -> Option<Resolved> {
    let today = context.today()?;
    let there = context.that_day()?;
    let strictly_before = |date| weekday_before(days_on(date, -1)?, weekday);
    let strictly_after = |date| weekday_after(days_on(date, 1)?, weekday);
    let in_week = |weeks: i32| {
        let monday = days_on(monday(today)?, 7 * weeks)?;
        weekday_after(monday, weekday)
    };
    match shift {
        Shift::Bare => match context.tense {
            Tense::Past | Tense::Unknown => found(weekday_before(today, weekday)?, DateRule::WeekdayBefore),
            Tense::Present | Tense::Future => found(weekday_after(today, weekday)?, DateRule::WeekdayAfter),
        },
        Shift::Last => found(strictly_before(today)?, DateRule::WeekdayLast),
        Shift::This => {
            let day = in_week(0)?;
            match context.tense {
                Tense::Past if day > today => found(strictly_before(today)?, DateRule::WeekdayThis),
                Tense::Future if day < today => found(strictly_after(today)?, DateRule::WeekdayThis),
                _ => found(day, DateRule::WeekdayThis),
            }
        }
        Shift::Next => found(in_week(1)?, DateRule::WeekdayNext),
        Shift::OfLastWeek => found(in_week(-1)?, DateRule::Period),
        Shift::OfNextWeek => found(in_week(1)?, DateRule::Period),
        // A weekday is of no year.
        Shift::OfLastYear | Shift::OfThisYear | Shift::OfNextYear => None,
        Shift::Previous => found(strictly_before(there)?, DateRule::WeekdayOfPassage),
        Shift::Same => found(weekday_after(there, weekday)?, DateRule::WeekdayOfPassage),
        Shift::Following => found(strictly_after(there)?, DateRule::WeekdayOfPassage),
        Shift::WeekAfter => found(days_on(strictly_after(today)?, 7)?, DateRule::WeekdayNext),
        Shift::WeekBefore => found(days_on(strictly_before(today)?, -7)?, DateRule::WeekdayLast),
    }
}

/// `the first Sunday of May`.
pub(super) fn nth_weekday(
    nth: i8,
    weekday: Weekday,
    month: i8,
    year: Option<i16>,
    context: &Context,
) -> Option<Resolved> {
    let resolved = period::month(year, month, Part::Whole, Shift::Bare, context)?;
    let day = resolved.when.first_day().nth_weekday_of_month(nth, weekday).ok()?;
    found(day, resolved.rule)
}

/// Easter and the days counted from it.
pub(super) fn easter(days: i8, year: Option<i16>, context: &Context) -> Option<Resolved> {
    let in_year = |year| days_on(easter_sunday(year)?, i32::from(days));
    match year {
        Some(year) => found(in_year(year)?, DateRule::Explicit),
        None => yearly(in_year, context),
    }
}
