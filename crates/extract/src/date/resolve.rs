//! Which day an expression means, given the day of writing, the day spoken of and the tense.
//!
//! It must not know text. Invariant: the rule named is the rule applied, and the same expression in the
//! same context always means the same.

mod day;
mod period;

use jiff::civil::Date;
use rapporteur_schema::Edtf;

use super::expression::{Anchor, Expression, Shift, Unit};
use super::reckon;
use super::rule::DateRule;

/// What a reader knows before he reads the expression.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Context {
    /// The day of writing.
    pub published: Option<Date>,
    /// The day the passage speaks of: its timestamp, or the date named before.
    pub reference: Option<Date>,
    /// When the clause says that it happens.
    pub tense: Tense,
}

/// When a clause says that something happens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Tense {
    /// It has happened.
    Past,
    /// It is happening.
    Present,
    /// It is to happen.
    Future,
    /// The clause does not say.
    #[default]
    Unknown,
}

/// What an expression means, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// When.
    pub when: Edtf,
    /// By which rule.
    pub rule: DateRule,
}

impl Resolved {
    pub(super) const fn new(when: Edtf, rule: DateRule) -> Self {
        Self { when, rule }
    }
}

impl Context {
    /// The day that `today` is; where none is known, the day spoken of.
    pub(super) fn today(&self) -> Option<Date> {
        self.published.or(self.reference)
    }

    /// The day that `that day` is; where none is known, the day of writing.
    pub(super) fn that_day(&self) -> Option<Date> {
        self.reference.or(self.published)
    }
}

/// What an expression means; nothing for a time of day or a duration, or where the context does not say
/// enough.
///
/// ```
/// use rapporteur_extract::date::{Context, Tense, find, resolve};
/// let found = find(&["They", "met", "on", "Friday", "."]);
/// let context = Context {
///     published: Some(jiff::civil::date(2025, 5, 16)),
///     reference: None,
///     tense: Tense::Past,
/// };
/// let resolved = resolve(&found[0].expression, &context).unwrap();
/// assert_eq!((resolved.when.to_string().as_str(), resolved.rule.name()), ("2025-05-16", "weekday_before"));
/// ```
pub fn resolve(expression: &Expression, context: &Context) -> Option<Resolved> {
    match expression {
        Expression::Range { from, to } => range(from, to, context),
        Expression::Clock { .. } | Expression::Duration(_) => None,
        other => single(other, context),
    }
}

/// Everything but ranges.
fn single(expression: &Expression, context: &Context) -> Option<Resolved> {
    match *expression {
        Expression::Day { year, month, day, weekday } => day::of_month(year, month, day, weekday, context),
        Expression::DayOfMonth { day, weekday, shift } => day::alone(day, weekday, shift, context),
        Expression::Weekday { weekday, shift } => day::weekday(weekday, shift, context),
        Expression::NthWeekday { nth, weekday, month, year } => {
            day::nth_weekday(nth, weekday, month, year, context)
        }
        Expression::Easter { days, year } => day::easter(days, year, context),
        Expression::Month { year, month, part, shift } => period::month(year, month, part, shift, context),
        Expression::Season { year, season, part, shift } => {
            period::season(year, season, part, shift, context)
        }
        Expression::Year { year, part } => {
            Some(Resolved::new(period::part_of_year(year, part, context.today()), DateRule::Explicit))
        }
        Expression::Decade { year, part } => {
            Some(Resolved::new(period::part_of_decade(year, part), DateRule::Explicit))
        }
        Expression::Period { unit, shift, part } => period::period(unit, shift, part, context),
        Expression::Offset { count, unit, from } => offset(count, unit, from, context),
        Expression::Within { count, unit } => {
            let today = context.today()?;
            let end = reckon::units_on(today, count, unit)?;
            Some(Resolved::new(reckon::from_to(today, end), DateRule::FromWriting))
        }
        Expression::Range { .. } | Expression::Clock { .. } | Expression::Duration(_) => None,
    }
}

/// So many units on, as exact as the unit.
fn offset(count: i32, unit: Unit, from: Anchor, context: &Context) -> Option<Resolved> {
    let (base, rule) = match from {
        Anchor::Published => (context.today()?, DateRule::FromWriting),
        Anchor::Reference => (context.that_day()?, DateRule::FromPassage),
        Anchor::Ahead if context.tense == Tense::Future => (context.today()?, DateRule::FromWriting),
        Anchor::Ahead => return None,
    };
    let when = match unit {
        // `an hour later` is the same day, so far as a date can tell.
        Unit::Minute | Unit::Hour => (count.abs() < 12 || unit == Unit::Minute).then(|| Edtf::day(base))?,
        Unit::Day | Unit::Night => Edtf::day(reckon::days_on(base, count)?),
        Unit::Weekend => return None,
        Unit::Week | Unit::Fortnight => {
            let day = reckon::units_on(base, count, unit)?;
            if from != Anchor::Reference && count.abs() > 1 {
                let monday = reckon::monday(day)?;
                reckon::from_to(monday, reckon::days_on(monday, 6)?)
            } else {
                Edtf::day(day).approximate()
            }
        }
        Unit::Month => {
            let (year, month) = reckon::months_on(base.year(), base.month(), count)?;
            Edtf::month(year, month)
        }
        Unit::Year | Unit::Decade => Edtf::year(reckon::units_on(base, count, unit)?.year()),
    };
    Some(Resolved::new(when, rule))
}

/// A range: the end that the text fixes better fixes the other.
fn range(from: &Expression, to: &Expression, context: &Context) -> Option<Resolved> {
    let (from, to) = share_year(from.clone(), to.clone());
    if has_year(&from) || has_year(&to) {
        let (from, to) = (single(&from, context)?, single(&to, context)?);
        return Some(Resolved::new(Edtf::interval(from.when, to.when), DateRule::Explicit));
    }
    let same = std::mem::discriminant(&from) == std::mem::discriminant(&to);
    let shifted = !matches!(from, Expression::Day { .. })
        && !matches!(
            from,
            Expression::Weekday { shift: Shift::Bare, .. }
                | Expression::Month { shift: Shift::Bare, .. }
                | Expression::DayOfMonth { shift: Shift::Bare, .. }
        );
    let weekdays = matches!(from, Expression::Weekday { .. });
    let forward = context.tense == Tense::Future || weekdays && context.tense != Tense::Past;
    if !same || shifted || forward {
        let mut start = single(&from, context)?;
        if weekdays
            && context.tense == Tense::Present
            && let Some(begun) = single(&from, &Context { tense: Tense::Past, ..*context })
            && after(&to, begun.when.first_day()).map(|end| end.last_day()) >= context.today()
        {
            // `They are meeting from Monday to Wednesday`, written on Tuesday.
            start = begun;
        }
        let end = match to {
            Expression::Offset { .. } => single(&to, context)?.when,
            _ => after(&to, start.when.first_day())?,
        };
        return Some(Resolved::new(Edtf::interval(start.when, end), start.rule));
    }
    let end = single(&to, context)?;
    let start = before(&from, end.when.last_day())?;
    Some(Resolved::new(Edtf::interval(start, end.when), end.rule))
}

/// The year said at one end of a range holds for the other.
fn share_year(mut from: Expression, mut to: Expression) -> (Expression, Expression) {
    use Expression::{Day, Month};
    match (&mut from, &mut to) {
        (
            Day { year: year @ None, month, day, .. },
            Day { year: Some(known), month: end_month, day: end_day, .. },
        ) => *year = known.checked_sub(i16::from((*month, *day) > (*end_month, *end_day))),
        (
            Day { year: Some(known), month, day, .. },
            Day { year: year @ None, month: end_month, day: end_day, .. },
        ) => *year = known.checked_add(i16::from((*month, *day) > (*end_month, *end_day))),
        (Month { year: year @ None, month, .. }, Month { year: Some(known), month: end_month, .. }) => {
            *year = known.checked_sub(i16::from(month > end_month));
        }
        (Month { year: Some(known), month, .. }, Month { year: year @ None, month: end_month, .. }) => {
            *year = known.checked_add(i16::from(month > end_month));
        }
        _ => {}
    }
    (from, to)
}

const fn has_year(expression: &Expression) -> bool {
    matches!(
        expression,
        Expression::Day { year: Some(_), .. }
            | Expression::Month { year: Some(_), .. }
            | Expression::Year { .. }
    )
}

/// The latest that an expression can mean on or before a day, whatever its distance; with its own year,
/// what it says.
pub(super) fn latest(expression: &Expression, date: Date) -> Option<Edtf> {
    let context = Context { published: Some(date), reference: None, tense: Tense::Past };
    match expression {
        Expression::Range { from, to } => {
            let (from, to) = share_year(from.as_ref().clone(), to.as_ref().clone());
            if has_year(&from) || has_year(&to) {
                return Some(resolve(expression, &context)?.when);
            }
            let end = before(&to, date)?;
            Some(Edtf::interval(before(&from, end.last_day())?, end))
        }
        other if has_year(other) => Some(single(other, &context)?.when),
        other => before(other, date).or_else(|| Some(single(other, &context)?.when)),
    }
}

/// The latest that an expression without a year can mean on or before a day.
fn before(expression: &Expression, date: Date) -> Option<Edtf> {
    let day = match *expression {
        Expression::Day { month, day, .. } => {
            reckon::yearly_before(date, |year| Date::new(year, month, day).ok())
        }
        Expression::DayOfMonth { day, .. } => reckon::monthly_before(date, day),
        Expression::Weekday { weekday, .. } => reckon::weekday_before(date, weekday),
        Expression::Month { month, .. } => {
            let first = reckon::yearly_before(date, |year| Date::new(year, month, 1).ok())?;
            return Some(Edtf::month(first.year(), month));
        }
        _ => None,
    };
    day.map(Edtf::day)
}

/// The first that an expression can mean on or after a day.
fn after(expression: &Expression, date: Date) -> Option<Edtf> {
    let day = match *expression {
        Expression::Day { month, day, .. } => {
            reckon::yearly_after(date, |year| Date::new(year, month, day).ok())
        }
        Expression::DayOfMonth { day, .. } => reckon::monthly_after(date, day),
        Expression::Weekday { weekday, .. } => reckon::weekday_after(date, weekday),
        Expression::Month { month, .. } => {
            let first = reckon::yearly_after(date.first_of_month(), |year| Date::new(year, month, 1).ok())?;
            return Some(Edtf::month(first.year(), month));
        }
        _ => None,
    };
    day.map(Edtf::day)
}
