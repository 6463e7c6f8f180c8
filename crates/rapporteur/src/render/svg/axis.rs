//! The axis of time: from a day to its place, and the ticks with their dates.
//!
//! It must not know events. Invariant: an earlier day is never to the right of a later one.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;
use rapporteur_schema::Edtf;

/// At most so many ticks.
const TICKS: usize = 14;

#[derive(Debug)]
pub(super) struct Axis {
    days: Option<(Date, Date)>,
    left: f64,
    right: f64,
}

impl Axis {
    /// An axis for all of some dates. What has no beginning or no end reaches to the edge.
    pub(super) fn over<'d>(dates: impl Iterator<Item = &'d Edtf>, left: f64, right: f64) -> Self {
        let ends = dates.flat_map(|when| [when.first_day(), when.last_day()]);
        let ends = ends.filter(|day| *day != Date::MIN && *day != Date::MAX);
        let days = ends.map(|day| (day, day)).reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)));
        Self { days, left, right }
    }

    fn place(&self, day: Date) -> f64 {
        let Some((first, last)) = self.days else { return self.left };
        let (since, all) = (between(first, day), between(first, last));
        // A margin on either side, so that the marks at the ends do not touch the lanes' names.
        let (left, right) = (self.left + 14.0, self.right - 14.0);
        if all <= 0.0 {
            return f64::midpoint(left, right);
        }
        left + (since / all).clamp(0.0, 1.0) * (right - left)
    }

    /// From where to where a date is.
    pub(super) fn extent(&self, when: &Edtf) -> (f64, f64) {
        (self.place(when.first_day()), self.place(when.last_day()))
    }

    /// The ticks with their dates above the lanes, each with a line through them.
    pub(super) fn draw(&self, f: &mut fmt::Formatter<'_>, top: f64, bottom: f64) -> fmt::Result {
        for (day, label) in self.ticks() {
            let x = self.place(day);
            writeln!(
                f,
                r##"<line x1="{x:.1}" y1="{:.1}" x2="{x:.1}" y2="{bottom:.1}" stroke="#CCCCCC" stroke-width="1"/>"##,
                top - 6.0
            )?;
            writeln!(
                f,
                r##"<text x="{x:.1}" y="{:.1}" font-size="11" text-anchor="middle">{label}</text>"##,
                top - 10.0
            )?;
        }
        Ok(())
    }

    /// Days, weeks, months or years, whichever are not too many; at least the first day.
    fn ticks(&self) -> Vec<(Date, String)> {
        let Some((first, last)) = self.days else { return Vec::new() };
        let months = |step: i64| move |day: Date| day.checked_add(step.months()).ok();
        let month = first.first_of_month();
        let year = Date::new(month.year(), 1, 1).unwrap_or(month);
        for step in [1, 2, 7, 14] {
            let ticks = walk(first, first, last, |day| day.checked_add(step.days()).ok());
            if ticks.len() <= TICKS {
                return named(ticks, |day| day.to_string());
            }
        }
        for step in [1, 2, 3, 6] {
            let ticks = walk(month, first, last, months(step));
            if ticks.len() <= TICKS {
                return named(ticks, |day| format!("{:04}-{:02}", day.year(), day.month()));
            }
        }
        for step in [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000] {
            // Round years: 1950, 2000.
            let round = Date::new(year.year() - year.year().rem_euclid(step), 1, 1).unwrap_or(year);
            let ticks = walk(round, first, last, months(i64::from(step) * 12));
            if ticks.len() <= TICKS {
                return named(ticks, |day| format!("{:04}", day.year()));
            }
        }
        named(vec![first], |day| day.to_string())
    }
}

/// The days from a start on that lie in a range, by steps; one more than fit is enough to know that they do not.
fn walk(start: Date, first: Date, last: Date, next: impl Fn(Date) -> Option<Date>) -> Vec<Date> {
    let steps = std::iter::successors(Some(start), |day| next(*day));
    steps.take_while(|day| *day <= last).filter(|day| *day >= first).take(TICKS + 1).collect()
}

fn named(ticks: Vec<Date>, name: impl Fn(Date) -> String) -> Vec<(Date, String)> {
    ticks.into_iter().map(|day| (day, name(day))).collect()
}

/// The days from one to another.
fn between(one: Date, other: Date) -> f64 {
    one.until(other).map_or(0.0, |span| f64::from(span.get_days()))
}
