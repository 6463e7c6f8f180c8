//! One date of the calendar, from a century down to a day, with how sure the text is of it.
//!
//! It must not know intervals. Invariant: a [`CalendarDate`] that exists lies in the years -9999 to 9999
//! and has one spelling, the one it prints.

use std::fmt;

use jiff::civil::Date;

/// How exact a date is. An unspecified day (`2025-05-XX`) is as exact as its month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day.
    Day,
    /// One month.
    Month,
    /// A season of one year.
    Season,
    /// One year.
    Year,
    /// Ten years, `201X`.
    Decade,
    /// A hundred years, `20XX`.
    Century,
    /// From one date to another.
    Interval,
}

/// How sure the text is of a date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualification {
    /// The text states it.
    #[default]
    Certain,
    /// `?`: the source may be wrong.
    Uncertain,
    /// `~`: about then.
    Approximate,
    /// `%`: both.
    UncertainApproximate,
}

impl Qualification {
    /// The sign that EDTF puts behind the date; nothing for a certain one.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Certain => "",
            Self::Uncertain => "?",
            Self::Approximate => "~",
            Self::UncertainApproximate => "%",
        }
    }

    /// Whether it says "about then".
    pub const fn is_approximate(self) -> bool {
        matches!(self, Self::Approximate | Self::UncertainApproximate)
    }

    /// Whether it says that the source may be wrong.
    pub const fn is_uncertain(self) -> bool {
        matches!(self, Self::Uncertain | Self::UncertainApproximate)
    }

    /// This and the other together.
    pub(super) const fn and(self, other: Self) -> Self {
        match (self.is_uncertain() || other.is_uncertain(), self.is_approximate() || other.is_approximate()) {
            (false, false) => Self::Certain,
            (true, false) => Self::Uncertain,
            (false, true) => Self::Approximate,
            (true, true) => Self::UncertainApproximate,
        }
    }
}

/// What the digits of a date say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Digits {
    /// `2025-05-16`
    Day(Date),
    /// `2025-05`
    Month(i16, i8),
    /// `2025-05-XX`: a day of that month, which one is not said.
    DayOfMonth(i16, i8),
    /// `2025-21` to `2025-24`, here 0 to 3.
    Season(i16, u8),
    /// `2025`
    Year(i16),
    /// `2025-XX`
    MonthOfYear(i16),
    /// `2025-XX-XX`
    DayOfYear(i16),
    /// `202X`, here 202; -202 holds the years -2029 to -2020.
    Decade(i16),
    /// `20XX`, here 20.
    Century(i16),
}

/// One date of the calendar and how sure the text is of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct CalendarDate {
    pub(super) digits: Digits,
    pub(super) qualification: Qualification,
}

impl CalendarDate {
    pub(super) const fn certain(digits: Digits) -> Self {
        Self { digits, qualification: Qualification::Certain }
    }

    pub(super) const fn qualified(self, qualification: Qualification) -> Self {
        Self { digits: self.digits, qualification: self.qualification.and(qualification) }
    }

    pub(super) const fn precision(self) -> Precision {
        match self.digits {
            Digits::Day(_) => Precision::Day,
            Digits::Month(..) | Digits::DayOfMonth(..) => Precision::Month,
            Digits::Season(..) => Precision::Season,
            Digits::Year(_) | Digits::MonthOfYear(_) | Digits::DayOfYear(_) => Precision::Year,
            Digits::Decade(_) => Precision::Decade,
            Digits::Century(_) => Precision::Century,
        }
    }

    pub(super) fn first_day(self) -> Date {
        match self.digits {
            Digits::Day(date) => date,
            Digits::Month(year, month) | Digits::DayOfMonth(year, month) => start_of(year, month),
            Digits::Season(year, season) => start_of(year, season_start(season)),
            Digits::Year(year) | Digits::MonthOfYear(year) | Digits::DayOfYear(year) => start_of(year, 1),
            Digits::Decade(decade) => start_of(years(decade, 10).0, 1),
            Digits::Century(century) => start_of(years(century, 100).0, 1),
        }
    }

    pub(super) fn last_day(self) -> Date {
        match self.digits {
            Digits::Day(date) => date,
            Digits::Month(year, month) | Digits::DayOfMonth(year, month) => {
                start_of(year, month).last_of_month()
            }
            // Winter runs into the next year; that of the last year of the calendar ends with it.
            Digits::Season(9999, 3) => Date::MAX,
            Digits::Season(year, 3) => start_of(year + 1, 2).last_of_month(),
            Digits::Season(year, season) => start_of(year, season_start(season) + 2).last_of_month(),
            Digits::Year(year) | Digits::MonthOfYear(year) | Digits::DayOfYear(year) => {
                start_of(year, 12).last_of_month()
            }
            Digits::Decade(decade) => start_of(years(decade, 10).1, 12).last_of_month(),
            Digits::Century(century) => start_of(years(century, 100).1, 12).last_of_month(),
        }
    }
}

/// The first month of a season, by the meteorological seasons of the northern hemisphere.
const fn season_start(season: u8) -> i8 {
    match season {
        0 => 3,
        1 => 6,
        2 => 9,
        _ => 12,
    }
}

/// The first and last of the years whose leading digits are `leading`.
const fn years(leading: i16, span: i16) -> (i16, i16) {
    let round = leading * span;
    if leading < 0 { (round - span + 1, round) } else { (round, round + span - 1) }
}

/// The first day of a month. Constructors and the parser keep both numbers in range; were they not, the
/// first day of the calendar is what an unknown start gives too.
fn start_of(year: i16, month: i8) -> Date {
    Date::new(year, month, 1).unwrap_or(Date::MIN)
}

/// A year or leading digits of one, with the sign in front of the zeros.
struct Padded(i16, usize);

impl fmt::Display for Padded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{:0width$}", self.0.unsigned_abs(), width = self.1)
    }
}

impl fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.digits {
            Digits::Day(date) => {
                write!(f, "{}-{:02}-{:02}", Padded(date.year(), 4), date.month(), date.day())
            }
            Digits::Month(year, month) => write!(f, "{}-{month:02}", Padded(year, 4)),
            Digits::DayOfMonth(year, month) => write!(f, "{}-{month:02}-XX", Padded(year, 4)),
            Digits::Season(year, season) => write!(f, "{}-{}", Padded(year, 4), 21 + season),
            Digits::Year(year) => write!(f, "{}", Padded(year, 4)),
            Digits::MonthOfYear(year) => write!(f, "{}-XX", Padded(year, 4)),
            Digits::DayOfYear(year) => write!(f, "{}-XX-XX", Padded(year, 4)),
            Digits::Decade(decade) => write!(f, "{}X", Padded(decade, 3)),
            Digits::Century(century) => write!(f, "{}XX", Padded(century, 2)),
        }?;
        f.write_str(self.qualification.sign())
    }
}
