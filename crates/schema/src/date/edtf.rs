//! A date or an interval in the Extended Date/Time Format (ISO 8601-2), Levels 0 and 1.
//!
//! It must not know how text is read ([`super::parse`]). Invariant: every value prints as text that parses
//! to the same value, so that equal values are those with equal text.

use std::cmp::Ordering;
use std::fmt;

use jiff::civil::Date;

use super::calendar::{CalendarDate, Digits, Precision, Qualification};
use crate::text_form::text_form;

/// When, as exactly as the text can tell.
///
/// ```
/// use rapporteur_schema::Edtf;
/// let talks: Edtf = "2025-05-12/2025-05-16".parse().unwrap();
/// let may: Edtf = "2025-05~".parse().unwrap();
/// assert!(may.contains(&talks) && may.overlaps(&talks));
/// assert_eq!(may.to_string(), "2025-05~");
/// assert!("16 May 2025".parse::<Edtf>().is_err());
/// ```
///
/// All of Levels 0 and 1 is read but for times of day and years of more than four digits. Values are
/// ordered by first day, then last day, then text.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Edtf(pub(super) Extent);

/// One date, or from one to another.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Extent {
    Date(CalendarDate),
    /// At least one end is a date, and the first day does not lie behind the last.
    Interval(End, End),
}

/// An end of an interval.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum End {
    Date(CalendarDate),
    /// `..`: it has none.
    Open,
    /// Nothing: it has one, and nobody says when.
    Unknown,
}

impl Edtf {
    /// One day.
    pub const fn day(date: Date) -> Self {
        Self(Extent::Date(CalendarDate::certain(Digits::Day(date))))
    }

    /// One month. A year or month out of range is taken as the nearest in range.
    pub fn month(year: i16, month: i8) -> Self {
        Self(Extent::Date(CalendarDate::certain(Digits::Month(nearest_year(year), month.clamp(1, 12)))))
    }

    /// One year. A year out of range (-9999 to 9999) is taken as the nearest in range.
    pub fn year(year: i16) -> Self {
        Self(Extent::Date(CalendarDate::certain(Digits::Year(nearest_year(year)))))
    }

    /// From the first day of either to the last day of either, in whatever order they are given. It contains
    /// both; where one lies within the other it is that other. Of an interval without a start and one
    /// without an end, which together say nothing, it is the one without a start.
    pub fn interval(one: Self, other: Self) -> Self {
        let (from, to) = if one <= other { (one, other) } else { (other, one) };
        if from.contains(&to) {
            return from;
        }
        if to.contains(&from) {
            return to;
        }
        let start = match from.0 {
            Extent::Date(date) => End::Date(date),
            Extent::Interval(start, _) => start,
        };
        let end = match to.0 {
            Extent::Date(date) => End::Date(date),
            Extent::Interval(_, end) => end,
        };
        Self::from_ends(start, end).unwrap_or(from)
    }

    /// From a date on, with no end: `2022-02-24/..`. An interval without a start stays as it is.
    pub fn since(date: Self) -> Self {
        match date.0 {
            Extent::Date(date) => Self(Extent::Interval(End::Date(date), End::Open)),
            Extent::Interval(start @ End::Date(_), _) => Self(Extent::Interval(start, End::Open)),
            interval @ Extent::Interval(..) => Self(interval),
        }
    }

    /// Up to a date, with no start: `../2025-06`. An interval without an end stays as it is.
    pub fn until(date: Self) -> Self {
        match date.0 {
            Extent::Date(date) => Self(Extent::Interval(End::Open, End::Date(date))),
            Extent::Interval(_, end @ End::Date(_)) => Self(Extent::Interval(End::Open, end)),
            interval @ Extent::Interval(..) => Self(interval),
        }
    }

    /// An interval, or nothing where no end is a date or the end lies before the start.
    pub(super) fn from_ends(start: End, end: End) -> Option<Self> {
        let dated = matches!(start, End::Date(_)) || matches!(end, End::Date(_));
        let interval = Self(Extent::Interval(start, end));
        (dated && interval.first_day() <= interval.last_day()).then_some(interval)
    }

    /// The same, about then (`~`).
    #[must_use]
    pub fn approximate(self) -> Self {
        self.qualified(Qualification::Approximate)
    }

    /// The same, by a source that may be wrong (`?`).
    #[must_use]
    pub fn uncertain(self) -> Self {
        self.qualified(Qualification::Uncertain)
    }

    fn qualified(self, qualification: Qualification) -> Self {
        let end = |end| match end {
            End::Date(date) => End::Date(date.qualified(qualification)),
            End::Open | End::Unknown => end,
        };
        Self(match self.0 {
            Extent::Date(date) => Extent::Date(date.qualified(qualification)),
            Extent::Interval(from, to) => Extent::Interval(end(from), end(to)),
        })
    }

    /// How sure the text is of it; of an interval, the doubts about both ends together.
    pub const fn qualification(&self) -> Qualification {
        const fn of(end: &End) -> Qualification {
            match end {
                End::Date(date) => date.qualification,
                End::Open | End::Unknown => Qualification::Certain,
            }
        }
        match &self.0 {
            Extent::Date(date) => date.qualification,
            Extent::Interval(from, to) => of(from).and(of(to)),
        }
    }

    /// How exact it is.
    pub const fn precision(&self) -> Precision {
        match &self.0 {
            Extent::Date(date) => date.precision(),
            Extent::Interval(..) => Precision::Interval,
        }
    }

    /// The first day that it can be: the first of the calendar where the start is open or unknown.
    /// Qualification does not widen it. Seasons are the meteorological ones of the northern hemisphere,
    /// winter running into the next year.
    pub fn first_day(&self) -> Date {
        match &self.0 {
            Extent::Date(date) | Extent::Interval(End::Date(date), _) => date.first_day(),
            Extent::Interval(End::Open | End::Unknown, _) => Date::MIN,
        }
    }

    /// The last day that it can be: the last of the calendar where the end is open or unknown.
    pub fn last_day(&self) -> Date {
        match &self.0 {
            Extent::Date(date) | Extent::Interval(_, End::Date(date)) => date.last_day(),
            Extent::Interval(_, End::Open | End::Unknown) => Date::MAX,
        }
    }

    /// The day, where it is exactly one, however sure.
    pub const fn as_day(&self) -> Option<Date> {
        match &self.0 {
            Extent::Date(CalendarDate { digits: Digits::Day(date), .. }) => Some(*date),
            _ => None,
        }
    }

    /// Whether some day can be in both.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.first_day() <= other.last_day() && other.first_day() <= self.last_day()
    }

    /// Whether every day of the other is one of this.
    pub fn contains(&self, other: &Self) -> bool {
        self.first_day() <= other.first_day() && other.last_day() <= self.last_day()
    }
}

fn nearest_year(year: i16) -> i16 {
    year.clamp(Date::MIN.year(), Date::MAX.year())
}

impl PartialOrd for Edtf {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Edtf {
    fn cmp(&self, other: &Self) -> Ordering {
        let days = |edtf: &Self| (edtf.first_day(), edtf.last_day());
        days(self).cmp(&days(other)).then_with(|| {
            if self == other { Ordering::Equal } else { self.to_string().cmp(&other.to_string()) }
        })
    }
}

impl From<Date> for Edtf {
    fn from(date: Date) -> Self {
        Self::day(date)
    }
}

/// A date as a regular expression; how many days a month has it cannot tell.
const DATE: &str = "(-?[0-9]{4}(-((0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]|XX))?|2[1-4]|XX(-XX)?))?\
    |-?[0-9]{2}[0-9X]X)[?~%]?";

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Extent::Date(date) => date.fmt(f),
            Extent::Interval(from, to) => write!(f, "{from}/{to}"),
        }
    }
}

impl fmt::Debug for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

text_form!(Edtf, "an EDTF date",
    "description": "A date or interval, EDTF (ISO 8601-2) Level 0 or 1 without times of day.",
    "pattern": format!("^({DATE}|{DATE}/({DATE}|[.][.])?|([.][.])?/{DATE})$"),
);
