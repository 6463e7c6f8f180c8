//! The rules by which an expression becomes a date; kept beside the date so that a reader can judge it.
//!
//! Invariant: names are stable, since they may be written into records.

use std::fmt;

/// Why an expression means the day that it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DateRule {
    /// The text gives the date in full.
    Explicit,
    /// `yesterday`, `three weeks ago`.
    FromWriting,
    /// `two days later`, `the same day`.
    FromPassage,
    /// `Friday` in the past.
    WeekdayBefore,
    /// `Friday` to come.
    WeekdayAfter,
    /// `last Friday`.
    WeekdayLast,
    /// `this Friday`.
    WeekdayThis,
    /// `next Friday`.
    WeekdayNext,
    /// `that Friday`, `the following Friday`.
    WeekdayOfPassage,
    /// `16 May`, `in May` in the past.
    YearBefore,
    /// `16 May`, `in May` to come.
    YearAfter,
    /// `16 May` where the tense does not say, or would lead far away.
    YearNearest,
    /// `Friday 16 May`.
    YearOfWeekday,
    /// `last March`, `next summer`.
    YearShifted,
    /// `the 24th` in the past.
    MonthBefore,
    /// `the 24th` to come.
    MonthAfter,
    /// `the 24th` where the passage speaks of a month.
    MonthOfPassage,
    /// `last week`, `this year`.
    Period,
    /// The timestamp or heading above the passage.
    Heading,
    /// The day of publication, as nothing else is said.
    Published,
}

impl DateRule {
    /// Every rule.
    pub const ALL: [Self; 20] = [
        Self::Explicit,
        Self::FromWriting,
        Self::FromPassage,
        Self::WeekdayBefore,
        Self::WeekdayAfter,
        Self::WeekdayLast,
        Self::WeekdayThis,
        Self::WeekdayNext,
        Self::WeekdayOfPassage,
        Self::YearBefore,
        Self::YearAfter,
        Self::YearNearest,
        Self::YearOfWeekday,
        Self::YearShifted,
        Self::MonthBefore,
        Self::MonthAfter,
        Self::MonthOfPassage,
        Self::Period,
        Self::Heading,
        Self::Published,
    ];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::FromWriting => "from_writing",
            Self::FromPassage => "from_passage",
            Self::WeekdayBefore => "weekday_before",
            Self::WeekdayAfter => "weekday_after",
            Self::WeekdayLast => "weekday_last",
            Self::WeekdayThis => "weekday_this",
            Self::WeekdayNext => "weekday_next",
            Self::WeekdayOfPassage => "weekday_of_passage",
            Self::YearBefore => "year_before",
            Self::YearAfter => "year_after",
            Self::YearNearest => "year_nearest",
            Self::YearOfWeekday => "year_of_weekday",
            Self::YearShifted => "year_shifted",
            Self::MonthBefore => "month_before",
            Self::MonthAfter => "month_after",
            Self::MonthOfPassage => "month_of_passage",
            Self::Period => "period",
            Self::Heading => "heading",
            Self::Published => "published",
        }
    }

    /// What it says, in a line.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Explicit => "the text gives the date in full",
            Self::FromWriting => "counted from the day of writing",
            Self::FromPassage => "counted from the day that the passage speaks of",
            Self::WeekdayBefore => "the last such weekday on or before the day of writing",
            Self::WeekdayAfter => "the next such weekday on or after the day of writing",
            Self::WeekdayLast => "the last such weekday before the day of writing",
            Self::WeekdayThis => "that weekday of the week of writing",
            Self::WeekdayNext => "that weekday of the week after the week of writing",
            Self::WeekdayOfPassage => "that weekday next to the day that the passage speaks of",
            Self::YearBefore => "the latest such day or month on or before the day of writing",
            Self::YearAfter => "the first such day or month on or after the day of writing",
            Self::YearNearest => "the nearest such day or month",
            Self::YearOfWeekday => "the year in which the day falls on the weekday named",
            Self::YearShifted => "the last or next such month or season, not counting the present one",
            Self::MonthBefore => "the latest such day of a month on or before the day of writing",
            Self::MonthAfter => "the first such day of a month on or after the day of writing",
            Self::MonthOfPassage => "that day nearest to the day that the passage speaks of",
            Self::Period => "the calendar's week, month or year counted from the day of writing",
            Self::Heading => "the heading or timestamp above the passage",
            Self::Published => "the day of publication",
        }
    }
}

impl fmt::Display for DateRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
