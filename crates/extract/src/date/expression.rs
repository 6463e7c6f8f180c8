//! What a text says of time, before it is known which day that is.
//!
//! It must not know the day of publication: that is [`super::resolve`]'s. Invariant: an expression means
//! the same wherever it stands.

use std::fmt;
use std::ops::Range;

use jiff::civil::Weekday;

/// An expression and the tokens that it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its tokens, without the preposition before it.
    pub tokens: Range<usize>,
    /// What it says.
    pub expression: Expression,
    /// What the preposition before it makes of it.
    pub kind: Kind,
}

/// What the words before an expression make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The time itself: `on Friday`, `in May`, `Friday's talks`.
    Point,
    /// It begins then: `since March`, `from 1 December`.
    Since,
    /// It ends then: `until Tuesday`.
    Until,
    /// Then at the latest: `by Friday`.
    By,
    /// Some time before: `before the end of the year`.
    Before,
    /// Some time after: `after Easter`.
    After,
    /// It was to be then and is no longer: `put off from Saturday`.
    MovedFrom,
    /// A time of day.
    Clock,
    /// How long.
    Duration,
}

/// A time as the text puts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// `16 May 2025`, `Nov. 18`, `Friday 16 May`.
    Day {
        /// The year, where it is said.
        year: Option<i16>,
        /// The month.
        month: i8,
        /// The day.
        day: i8,
        /// The weekday, where it is said.
        weekday: Option<Weekday>,
    },
    /// `the 24th`, `Friday the 26th`, `MONDAY 25`.
    DayOfMonth {
        /// The day.
        day: i8,
        /// The weekday, where it is said.
        weekday: Option<Weekday>,
        /// `the 5th of this month`.
        shift: Shift,
    },
    /// `in May`, `last March`, `mid-June 1991`.
    Month {
        /// The year, where it is said.
        year: Option<i16>,
        /// The month.
        month: i8,
        /// `early`, `the end of`.
        part: Part,
        /// `last`, `this`, `next`.
        shift: Shift,
    },
    /// `the autumn of 1975`, `last summer`.
    Season {
        /// The year, where it is said; of a winter, the one it begins in.
        year: Option<i16>,
        /// The season.
        season: Season,
        /// `early`, `the end of`.
        part: Part,
        /// `last`, `this`, `next`.
        shift: Shift,
    },
    /// `in 1978`, `late 1978`.
    Year {
        /// The year.
        year: i16,
        /// `early`, `the end of`.
        part: Part,
    },
    /// `the 1970s`, `the late 1970s`.
    Decade {
        /// Its first year.
        year: i16,
        /// `early`, `late`.
        part: Part,
    },
    /// `Friday`, `last Friday`, `Friday week`.
    Weekday {
        /// The weekday.
        weekday: Weekday,
        /// `last`, `this`, `next`, `the following`.
        shift: Shift,
    },
    /// `the first Sunday of May`; -1 is the last.
    NthWeekday {
        /// Which one.
        nth: i8,
        /// The weekday.
        weekday: Weekday,
        /// The month.
        month: i8,
        /// The year, where it is said.
        year: Option<i16>,
    },
    /// `last week`, `this year`, `the end of the month`, `the same day`.
    Period {
        /// Day, weekend, week, month, year or decade.
        unit: Unit,
        /// Which one.
        shift: Shift,
        /// `early`, `earlier`, `the end of`.
        part: Part,
    },
    /// `yesterday`, `three weeks ago`, `two days later`.
    Offset {
        /// How many units on; negative is back.
        count: i32,
        /// Of what.
        unit: Unit,
        /// From where.
        from: Anchor,
    },
    /// `within five days`, `over the past three weeks`: from the anchor so many units on or back.
    Within {
        /// How many units on; negative is back.
        count: i32,
        /// Of what.
        unit: Unit,
    },
    /// Easter Sunday, and what is counted from it.
    Easter {
        /// Days from Easter Sunday.
        days: i8,
        /// The year, where it is said.
        year: Option<i16>,
    },
    /// `from Friday to Sunday`, `12-14 May`, `22 and 23 July`.
    Range {
        /// Where it begins; never a range itself.
        from: Box<Expression>,
        /// Where it ends; never a range itself.
        to: Box<Expression>,
    },
    /// `10.30`, `2:14 p.m.`: a time of day, which is no date.
    Clock {
        /// The hour, 0 to 24.
        hour: i8,
        /// The minute.
        minute: i8,
    },
    /// `almost three hours`: how long, which is no date.
    Duration(Duration),
}

/// Where an offset is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The day of writing: `ago`, `yesterday`.
    Published,
    /// The day the passage speaks of: `later`, `the next day`.
    Reference,
    /// The day of writing, of what is to come only: `in two weeks`, which otherwise tells how long.
    Ahead,
}

/// Which one of those that recur.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Shift {
    /// Nothing said: `Friday`.
    #[default]
    Bare,
    /// `last Friday`.
    Last,
    /// `this Friday`.
    This,
    /// `next Friday`.
    Next,
    /// `the previous Friday`: before the day the passage speaks of.
    Previous,
    /// `that Friday`, `the same week`: of the day the passage speaks of.
    Same,
    /// `the following Friday`: after the day the passage speaks of.
    Following,
    /// `Friday week`: a week after the next one.
    WeekAfter,
    /// `last Monday week`: a week before the last one.
    WeekBefore,
    /// `May of last year`.
    OfLastYear,
    /// `May of this year`.
    OfThisYear,
    /// `May of next year`.
    OfNextYear,
    /// `Friday of last week`.
    OfLastWeek,
    /// `Friday of next week`.
    OfNextWeek,
}

/// Which part of a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Part {
    /// All of it.
    #[default]
    Whole,
    /// `the beginning of`.
    Start,
    /// `early`.
    Early,
    /// `the first half of`.
    FirstHalf,
    /// `mid-`.
    Middle,
    /// `the second half of`.
    SecondHalf,
    /// `late`.
    Late,
    /// `the end of`.
    End,
    /// `earlier this`: up to the day of writing.
    Earlier,
    /// `later this`: from the day of writing on.
    Later,
    /// `the second week of`; -1 is the last.
    Week(i8),
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A night, counted as a day.
    Night,
    /// Saturday and Sunday.
    Weekend,
    /// Monday to Sunday.
    Week,
    /// Two weeks.
    Fortnight,
    /// A month.
    Month,
    /// A year.
    Year,
    /// Ten years.
    Decade,
}

/// A season of the northern year, in whole months: March to May is spring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

impl Season {
    /// Its first month.
    pub const fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

/// How long something lasted. It prints as an ISO 8601 duration.
///
/// ```
/// use rapporteur_extract::date::duration;
/// let (tokens, length) = duration(&["almost", "three", "hours"]).unwrap();
/// assert_eq!((tokens, length.to_string().as_str()), (0..3, "PT3H"));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    /// Years.
    pub years: u32,
    /// Months.
    pub months: u32,
    /// Weeks.
    pub weeks: u32,
    /// Days.
    pub days: u32,
    /// Minutes, which make hours when printed.
    pub minutes: u32,
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::default() {
            return f.write_str("PT0M");
        }
        f.write_str("P")?;
        // A week stands alone in ISO 8601.
        let days = match (self.years, self.months, self.days, self.minutes) {
            (0, 0, 0, 0) => {
                return write!(f, "{}W", self.weeks);
            }
            _ => self.days.saturating_add(self.weeks.saturating_mul(7)),
        };
        for (count, sign) in [(self.years, 'Y'), (self.months, 'M'), (days, 'D')] {
            if count > 0 {
                write!(f, "{count}{sign}")?;
            }
        }
        if self.minutes > 0 {
            f.write_str("T")?;
            for (count, sign) in [(self.minutes / 60, 'H'), (self.minutes % 60, 'M')] {
                if count > 0 {
                    write!(f, "{count}{sign}")?;
                }
            }
        }
        Ok(())
    }
}
