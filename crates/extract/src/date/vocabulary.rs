//! The words of the calendar: months, weekdays, seasons, units, numbers.
//!
//! It must not know grammar. Every lookup takes a lowercase word; an abbreviation is marked as such,
//! since most of them are also words or names ("Mar", "Sun", "sat").

use jiff::civil::Weekday;

use super::expression::{Season, Unit};

/// What a word can mean in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// None of the below.
    Nothing,
    /// Digits, and how many.
    Number(u16, u8),
    /// A day of a month: `16th`, or `sixteenth` (spelled).
    Ordinal { day: i8, spelled: bool },
    /// A number in letters.
    Cardinal(u16),
    /// A month.
    Month { month: i8, short: bool },
    /// A weekday.
    Weekday { weekday: Weekday, short: bool },
    /// A season.
    Season(Season),
    /// A unit of time, one or many.
    Unit(Unit),
}

/// What a lowercase word of letters can mean.
pub(super) fn meaning(word: &str) -> Meaning {
    if let Some((month, short)) = month(word) {
        return Meaning::Month { month, short };
    }
    if let Some((weekday, short)) = weekday(word) {
        return Meaning::Weekday { weekday, short };
    }
    if let Some(number) = cardinal(word) {
        return Meaning::Cardinal(number);
    }
    if let Some(day) = ordinal(word) {
        return Meaning::Ordinal { day, spelled: true };
    }
    if let Some(season) = season(word) {
        return Meaning::Season(season);
    }
    unit(word).map_or(Meaning::Nothing, Meaning::Unit)
}

fn month(word: &str) -> Option<(i8, bool)> {
    Some(match word {
        "january" => (1, false),
        "february" => (2, false),
        "march" => (3, false),
        "april" => (4, false),
        "may" => (5, false),
        "june" => (6, false),
        "july" => (7, false),
        "august" => (8, false),
        "september" => (9, false),
        "october" => (10, false),
        "november" => (11, false),
        "december" => (12, false),
        "jan" => (1, true),
        "feb" | "febr" => (2, true),
        "mar" => (3, true),
        "apr" => (4, true),
        "jun" => (6, true),
        "jul" => (7, true),
        "aug" => (8, true),
        "sep" | "sept" => (9, true),
        "oct" => (10, true),
        "nov" => (11, true),
        "dec" => (12, true),
        _ => return None,
    })
}

fn weekday(word: &str) -> Option<(Weekday, bool)> {
    Some(match word {
        "monday" => (Weekday::Monday, false),
        "tuesday" => (Weekday::Tuesday, false),
        "wednesday" => (Weekday::Wednesday, false),
        "thursday" => (Weekday::Thursday, false),
        "friday" => (Weekday::Friday, false),
        "saturday" => (Weekday::Saturday, false),
        "sunday" => (Weekday::Sunday, false),
        "mon" => (Weekday::Monday, true),
        "tue" | "tues" => (Weekday::Tuesday, true),
        "wed" | "weds" => (Weekday::Wednesday, true),
        "thu" | "thur" | "thurs" => (Weekday::Thursday, true),
        "fri" => (Weekday::Friday, true),
        "sat" => (Weekday::Saturday, true),
        "sun" => (Weekday::Sunday, true),
        _ => return None,
    })
}

const CARDINALS: [&str; 20] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

fn cardinal(word: &str) -> Option<u16> {
    match word {
        "thirty" => Some(30),
        "forty" => Some(40),
        "fifty" => Some(50),
        "sixty" => Some(60),
        "seventy" => Some(70),
        "eighty" => Some(80),
        "ninety" => Some(90),
        _ => CARDINALS.iter().zip(1..).find_map(|(&cardinal, number)| (cardinal == word).then_some(number)),
    }
}

const ORDINALS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// The number that an ordinal in words stands for: `third`.
pub(crate) fn ordinal(word: &str) -> Option<i8> {
    match word {
        "thirtieth" => Some(30),
        _ => ORDINALS.iter().zip(1..).find_map(|(&ordinal, day)| (ordinal == word).then_some(day)),
    }
}

fn season(word: &str) -> Option<Season> {
    Some(match word {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" | "fall" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "minute" | "minutes" | "mins" => Unit::Minute,
        "hour" | "hours" => Unit::Hour,
        "day" | "days" => Unit::Day,
        "night" | "nights" => Unit::Night,
        "weekend" | "weekends" => Unit::Weekend,
        "week" | "weeks" => Unit::Week,
        "fortnight" | "fortnights" => Unit::Fortnight,
        "month" | "months" => Unit::Month,
        // `eight summers later`
        "year" | "years" | "summers" | "winters" => Unit::Year,
        "decade" | "decades" => Unit::Decade,
        _ => return None,
    })
}

/// A part of the day that may stand behind a weekday or `this`.
pub(super) fn is_part_of_day(word: &str) -> bool {
    matches!(
        word,
        "morning"
            | "afternoon"
            | "evening"
            | "night"
            | "noon"
            | "midday"
            | "lunchtime"
            | "lunch"
            | "dawn"
            | "dusk"
    )
}

/// Months and weekdays in Roman numerals or abbreviations that officials write between dots.
pub(super) fn roman_month(word: &str) -> Option<i8> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    ROMAN.iter().zip(1..).find_map(|(&roman, month)| (roman == word).then_some(month))
}
