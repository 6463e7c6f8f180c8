//! Reckoning with days: the last Friday before a day, the next 16 May, the week of a day, Easter.
//!
//! It must not know expressions or tenses. Invariant: nothing leaves the calendar; what would is `None`.

use jiff::Span;
use jiff::civil::{Date, Weekday};
use rapporteur_schema::Edtf;

use super::expression::Unit;

/// A day so many days on.
pub(super) fn days_on(date: Date, days: i32) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The day so many units on.
pub(super) fn units_on(date: Date, count: i32, unit: Unit) -> Option<Date> {
    let count = i64::from(count);
    let span = Span::new();
    let span = match unit {
        Unit::Minute | Unit::Hour => return None,
        Unit::Day | Unit::Night => span.try_days(count),
        Unit::Weekend | Unit::Week => span.try_weeks(count),
        Unit::Fortnight => span.try_weeks(count.checked_mul(2)?),
        Unit::Month => span.try_months(count),
        Unit::Year => span.try_years(count),
        Unit::Decade => span.try_years(count.checked_mul(10)?),
    };
    date.checked_add(span.ok()?).ok()
}

/// The last such weekday on or before a day.
pub(super) fn weekday_before(date: Date, weekday: Weekday) -> Option<Date> {
    days_on(date, -i32::from(date.weekday().since(weekday)))
}

/// The first such weekday on or after a day.
pub(super) fn weekday_after(date: Date, weekday: Weekday) -> Option<Date> {
    days_on(date, i32::from(date.weekday().until(weekday)))
}

/// The Monday of a day's week.
pub(super) fn monday(date: Date) -> Option<Date> {
    weekday_before(date, Weekday::Monday)
}

/// The days between two days, never negative.
pub(super) fn distance(one: Date, other: Date) -> i32 {
    one.until(other).map_or(i32::MAX, |span| span.get_days().abs())
}

/// From a day to a day.
pub(super) fn from_to(from: Date, to: Date) -> Edtf {
    Edtf::interval(Edtf::day(from), Edtf::day(to))
}

/// The month so many months on.
pub(super) fn months_on(year: i16, month: i8, months: i32) -> Option<(i16, i8)> {
    let date = Date::new(year, month, 1).ok()?;
    let moved = units_on(date, months, Unit::Month)?;
    Some((moved.year(), moved.month()))
}

/// The latest day of a kind that recurs yearly, on or before a day. February 29 is sought for eight years.
pub(super) fn yearly_before(date: Date, in_year: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    (0..=8).filter_map(|back| in_year(date.year().checked_sub(back)?)).find(|&day| day <= date)
}

/// The first day of a kind that recurs yearly, on or after a day.
pub(super) fn yearly_after(date: Date, in_year: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    (0..=8).filter_map(|on| in_year(date.year().checked_add(on)?)).find(|&day| day >= date)
}

/// The latest such day of a month on or before a day.
pub(super) fn monthly_before(date: Date, day: i8) -> Option<Date> {
    (0..=12).filter_map(|back| in_month(date, -back, day)).find(|&candidate| candidate <= date)
}

/// The first such day of a month on or after a day.
pub(super) fn monthly_after(date: Date, day: i8) -> Option<Date> {
    (0..=12).filter_map(|on| in_month(date, on, day)).find(|&candidate| candidate >= date)
}

/// A day of the month so many months on from a day's.
pub(super) fn in_month(date: Date, months: i32, day: i8) -> Option<Date> {
    let (year, month) = months_on(date.year(), date.month(), months)?;
    Date::new(year, month, day).ok()
}

/// Easter Sunday of the western churches, by the anonymous Gregorian computus.
pub(super) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let a = y.rem_euclid(19);
    let (b, c) = (y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c.div_euclid(4), c.rem_euclid(4));
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 19 * l).div_euclid(433);
    let month = (h + l - 7 * m + 90).div_euclid(25);
    let day = (h + l - 7 * m + 33 * month + 19).rem_euclid(32);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_almanacs_have_it() {
        for (year, month, day) in [(1961, 4, 2), (1998, 4, 12), (2000, 4, 23), (2024, 3, 31), (2025, 4, 20)] {
            assert_eq!(easter(year), Date::new(year, month, day).ok());
        }
    }

    #[test]
    fn weekdays_include_the_day_itself() {
        let friday = Date::new(2025, 5, 16).unwrap();
        assert_eq!(weekday_before(friday, Weekday::Friday), Some(friday));
        assert_eq!(weekday_after(friday, Weekday::Friday), Some(friday));
        assert_eq!(weekday_before(friday, Weekday::Saturday), Date::new(2025, 5, 10).ok());
        assert_eq!(weekday_after(friday, Weekday::Thursday), Date::new(2025, 5, 22).ok());
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_panic() {
        assert_eq!(days_on(Date::MAX, 1), None);
        assert_eq!(
            weekday_before(Date::MIN, Weekday::Sunday).is_none(),
            Date::MIN.weekday() != Weekday::Sunday
        );
        assert_eq!(units_on(Date::MAX, i32::MAX, Unit::Decade), None);
        assert_eq!(easter(Date::MIN.year()).map(Date::year), Some(Date::MIN.year()));
    }
}
