//! Lines that are nothing but a time or a date, with a place or a poster before it at most.
//!
//! It tells that a line is one; what day it means is for the dates stage.

use super::shape;

const LONGEST: usize = 160;

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const SHORT_WEEKDAYS: [&str; 10] =
    ["mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat"];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const OTHER: [&str; 51] = [
    "sun",
    "am",
    "pm",
    "a.m",
    "p.m",
    "et",
    "est",
    "edt",
    "pt",
    "pst",
    "pdt",
    "gmt",
    "utc",
    "bst",
    "cet",
    "cest",
    "eet",
    "eest",
    "eat",
    "msk",
    "ist",
    "wib",
    "jst",
    "sast",
    "local",
    "time",
    "updated",
    "published",
    "posted",
    "first",
    "at",
    "on",
    "last",
    "modified",
    "to",
    "and",
    "the",
    "of",
    "noon",
    "midnight",
    "today",
    "yesterday",
    "h",
    "hrs",
    "hours",
    "minutes",
    "mins",
    "min",
    "hour",
    "ago",
    "days",
];

/// Whether the line is a time stamp.
pub(super) fn is_timestamp(text: &str) -> bool {
    if text.len() > LONGEST || text.contains('\n') {
        return false;
    }
    if let Some((before, last)) = text.rsplit_once('|') {
        return all_time(last) && (before.starts_with(['@', '↳']) || shape::words(before).count() <= 8);
    }
    all_time(text) || placed(text)
}

/// `Lima, 24 August 2011`: a place, or two words at most, and a comma before a full date.
fn placed(text: &str) -> bool {
    let begins = shape::begins_upper(text) && !text.starts_with("By ") && !text.starts_with("From ");
    begins
        && text.match_indices(", ").take(4).any(|(comma, _)| {
            let (place, date) = (&text[..comma], &text[comma + 2..]);
            let count = shape::words(place).count();
            let named = shape::words(place).all(|word| shape::begins_upper(word) || word.len() <= 3);
            let month = shape::words(date).any(|word| is_month(&bare(word)));
            (count <= 2 || (count <= 4 && named))
                && !place.contains(|c: char| c.is_ascii_digit())
                && (month || date.contains('.'))
                && shape::words(date).any(|word| is_year(&bare(word)) || is_full_date(&bare(word)))
                && all_time(date)
        })
}

/// Whether every word belongs to a time or date, and they make one together.
fn all_time(text: &str) -> bool {
    let (mut numbers, mut names, mut others) = (0, 0, 0);
    let mut lone_number_fits = false;
    let parts =
        text.split(|c: char| c.is_whitespace() || matches!(c, '·' | '•' | '–' | '—' | '-' | '(' | ')' | '|'));
    for part in parts {
        let word = bare(part);
        if word.is_empty() {
            continue;
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            if !is_number(&word) {
                return false;
            }
            lone_number_fits =
                is_clock(&word) || is_year(&word) || is_full_date(&word) || word.ends_with('m');
            numbers += 1;
        } else if is_weekday(&word) || is_month(&word) {
            names += 1;
        } else if OTHER.contains(&word.as_str()) {
            others += 1;
        } else {
            return false;
        }
    }
    let ago = text.trim_end().ends_with("ago");
    let has_weekday = shape::words(text).any(|word| is_weekday(&bare(word)));
    match (numbers, names) {
        (0, 1..=2) => has_weekday && others <= 2,
        (1, 0) => (lone_number_fits && others <= 6) || ago,
        (1.., 1..) => numbers + names + others <= 20,
        (2..=8, 0) => is_iso(text) || (lone_number_fits && text.contains([':', '.', '/'])),
        _ => false,
    }
}

fn bare(word: &str) -> String {
    word.trim_matches([',', '.', ';', ':', '[', ']']).to_lowercase()
}

fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word) || SHORT_WEEKDAYS.contains(&word) || word == "sun"
}

fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|month| *month == word || (word.len() == 3 && month.starts_with(word)))
        || word == "sept"
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && matches!(word.as_bytes()[0], b'1' | b'2')
}

/// Digits with points, colons or strokes, and a short ending (`2nd`, `4pm`).
fn is_number(word: &str) -> bool {
    let digits = word.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b':' | b'/')).count();
    digits <= 10
        && matches!(&word[digits..], "" | "st" | "nd" | "rd" | "th" | "am" | "pm" | "h" | "a.m" | "p.m" | "z")
}

/// `9:05`, `18.41`.
pub(super) fn is_clock(word: &str) -> bool {
    word.split_once([':', '.']).is_some_and(|(hours, minutes)| {
        (1..=2).contains(&hours.len())
            && minutes.len() == 2
            && hours.parse::<u8>().is_ok_and(|hours| hours < 25)
            && minutes.parse::<u8>().is_ok_and(|minutes| minutes < 60)
    })
}

/// `13.05.2021`, `13/05/2021`.
fn is_full_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['.', '/']).collect();
    parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

/// `2025-05-16`, with more behind it.
fn is_iso(text: &str) -> bool {
    let date = text.trim().as_bytes();
    date.len() >= 10
        && date[..10]
            .iter()
            .enumerate()
            .all(|(at, b)| if matches!(at, 4 | 7) { *b == b'-' } else { b.is_ascii_digit() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_dates() {
        for text in [
            "Friday 16:05",
            "18.41",
            "2:14 p.m. ET, May 16, 2025",
            "TUESDAY 26",
            "WEDNESDAY",
            "SATURDAY 30 AND SUNDAY 31",
            "25-31 July 1988",
            "1978",
            "Lima, 24 August 2011",
            "N'Djamena, 14\u{a0}September 2019",
            "26 April 2023 – 17:20",
            "13.05.2021, 18:40",
            "2025-05-16",
            "Tue 17 Feb 2026 19.10 EAT. First published at 07.30 EAT",
            "@Minister (X Y, Foreign Minister) | Tue 9 Sept, 07:30",
            "Pretoria, Wednesday, 2 November 2022",
            "40 minutes ago",
        ] {
            assert!(is_timestamp(text), "{text}");
        }
    }

    #[test]
    fn lines_with_times_in_them() {
        for text in [
            "34",
            "1,204",
            "May",
            "First",
            "A call to Minsk",
            "They met on 5 May 2020",
            "By A. Writer, Quito, 24 May 2017",
            "Talks end | The Courier",
            "30 days",
            "The daily press briefing, Friday, 13 February 2026",
            "Minutes of the third meeting held there, Lima, 19 November 1992, 10.00 to 17.20",
        ] {
            assert!(!is_timestamp(text), "{text}");
        }
    }
}
