//! A timeline as a calendar of dots on a terminal: a line a month and a column a day, or, where the months would be
//! many, a line a year and a column a week.
//!
//! Invariant: what happened is on the calendar or in the lists beneath it, with the mark that the legend explains in
//! words; lines are at most 80 columns wide but for ids.

mod grid;

use std::collections::BTreeSet;
use std::fmt::Write;

use jiff::civil::Date;
use rapporteur_schema::{Edtf, Precision};

use self::grid::{Grid, Scale};
use super::event::Mark;
use super::word::shown;
use crate::EventRow;

/// More months than these are drawn as years.
const MOST_MONTHS: i32 = 36;
/// The width of the legend.
const WIDTH: usize = 80;

/// Where an event stands on the calendar.
enum Standing {
    /// On these days.
    Days(Date, Date),
    /// On some day of the month or of the year.
    Within(Date, Precision),
    /// Nowhere: its date is less exact than a year, or has no end.
    Listed,
}

/// A timeline as a calendar of dots.
pub fn calendar(events: &[EventRow]) -> String {
    let placed: Vec<(&EventRow, Standing)> = events.iter().map(|event| (event, standing(event))).collect();
    let ends = placed.iter().filter_map(|(_, standing)| match standing {
        Standing::Days(first, last) => Some((*first, *last)),
        Standing::Within(first, _) => Some((*first, *first)),
        Standing::Listed => None,
    });
    let scale = ends.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1))).map_or(
        Scale::Months,
        |(first, last)| {
            if months(first, last) <= MOST_MONTHS { Scale::Months } else { Scale::Years }
        },
    );
    let mut grid = Grid::new(scale);
    let mut listed = Vec::new();
    for (event, standing) in &placed {
        match standing {
            Standing::Days(first, last) => grid.days(*first, *last, event.mark()),
            Standing::Within(first, precision) if scale == Scale::Years || *precision == Precision::Month => {
                grid.within(*first, event.mark());
            }
            _ => listed.push(*event),
        }
    }
    let marks: BTreeSet<Mark> = events.iter().map(EventRow::mark).collect();
    let mut out = grid.to_string();
    legend(&mut out, &marks, &grid);
    list(&mut out, &listed);
    out
}

fn standing(event: &EventRow) -> Standing {
    let Some(when) = &event.when else { return Standing::Listed };
    let (first, last) = (when.first_day(), when.last_day());
    match when.precision() {
        Precision::Day => Standing::Days(first, last),
        Precision::Interval if months(first, last) <= MOST_MONTHS && bounded(when) => {
            Standing::Days(first, last)
        }
        precision @ (Precision::Month | Precision::Season | Precision::Year) => {
            Standing::Within(first, precision)
        }
        _ => Standing::Listed,
    }
}

/// Whether it has a beginning and an end.
fn bounded(when: &Edtf) -> bool {
    when.first_day() != Date::MIN && when.last_day() != Date::MAX
}

/// How many months are touched.
fn months(first: Date, last: Date) -> i32 {
    let count = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
    count(last) - count(first) + 1
}

fn legend(out: &mut String, marks: &BTreeSet<Mark>, grid: &Grid) {
    let mut entries: Vec<String> = Mark::ALL
        .iter()
        .filter(|mark| marks.contains(mark))
        .map(|mark| format!("{} {}", mark.sign(), mark.legend()))
        .collect();
    if grid.has_more() {
        entries.push(format!("{} and more", grid::MORE));
    }
    if grid.hides_more() {
        entries.push("of several in a week the first of these".to_owned());
    }
    if grid.goes_on() {
        entries.push(format!("{} goes on", grid::ON));
    }
    if grid.has_within() {
        entries.push(match grid.scale() {
            Scale::Months => "? some day of the month".to_owned(),
            Scale::Years => "? some day of the year".to_owned(),
        });
    }
    if !out.is_empty() && !entries.is_empty() {
        out.push('\n');
    }
    let mut wide = 0;
    for entry in entries {
        let long = entry.chars().count();
        if wide > 0 && wide + 3 + long > WIDTH {
            out.push('\n');
            wide = 0;
        }
        if wide > 0 {
            out.push_str("   ");
            wide += 3;
        }
        out.push_str(&entry);
        wide += long;
    }
    if wide > 0 {
        out.push('\n');
    }
}

/// What has no column of its own.
fn list(out: &mut String, listed: &[&EventRow]) {
    if listed.is_empty() {
        return;
    }
    out.push_str("\nNot on the calendar:\n");
    for event in listed {
        let when = shown(event.when.as_ref());
        let when = if when.is_empty() { "no date" } else { &when };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{} {when}  {}  {}", event.mark().sign(), event.what(), event.id);
    }
}
