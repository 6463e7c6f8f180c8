//! A day, as the files write it: `2018-01-01`, `20180101`, or hours since a day.
//!
//! Invariant: the text of a day is its ISO form, and the year lies between 1 and 9999.

use jiff::civil::Date;

/// A day with its text, which goes into ids.
#[derive(Debug, Clone)]
pub(crate) struct Day {
    pub date: Date,
    pub text: String,
}

impl Default for Day {
    fn default() -> Self {
        Self { date: Date::default(), text: Date::default().to_string() }
    }
}

impl Day {
    /// Becomes another day; rows of one day follow one another, so the text is seldom made anew.
    pub(crate) fn set(&mut self, date: Date) {
        if self.date != date {
            self.date = date;
            self.text = date.to_string();
        }
    }
}

/// Reads `2018-01-01`, also with a time of day behind it, and `20180101`.
pub(crate) fn read(text: &str) -> Result<Date, String> {
    let wrong = || format!("`{}` is no date", brief(text));
    let bytes = text.as_bytes();
    let digits: [&[u8]; 3] = match bytes {
        [y @ .., b'-', m1, m2, b'-', d1, d2] if y.len() == 4 => [y, &[*m1, *m2], &[*d1, *d2]],
        [_, _, _, _, _, _, _, _] if bytes.iter().all(u8::is_ascii_digit) => {
            [&bytes[..4], &bytes[4..6], &bytes[6..8]]
        }
        [.., b] if bytes.len() > 10 && matches!(bytes[10], b' ' | b'T') && b.is_ascii() => {
            return text.get(..10).ok_or_else(wrong).and_then(read);
        }
        _ => return Err(wrong()),
    };
    let [Some(year), Some(month), Some(day)] = digits.map(number) else { return Err(wrong()) };
    let (month, day) = (i8::try_from(month), i8::try_from(day));
    match (month, day) {
        (Ok(month), Ok(day)) if year > 0 => Date::new(year, month, day).map_err(|_| wrong()),
        _ => Err(wrong()),
    }
}

fn number(digits: &[u8]) -> Option<i16> {
    digits.iter().try_fold(0_i16, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + i16::from(digit - b'0'))
    })
}

/// The day that lies so many hours after the beginning of another.
pub(crate) fn after(epoch: Date, hours: &str) -> Result<Date, String> {
    let wrong = || format!("`{}` is no number of hours within the calendar", brief(hours));
    let hours: i64 = hours.parse().map_err(|_| wrong())?;
    let days = jiff::Span::new().try_days(hours.div_euclid(24)).map_err(|_| wrong())?;
    let date = epoch.checked_add(days).map_err(|_| wrong())?;
    if date.year() > 0 { Ok(date) } else { Err(wrong()) }
}

/// What is quoted of a cell in a reason: its beginning.
pub(crate) fn brief(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_read_in_each_form() {
        for text in ["2018-02-03", "20180203", "2018-02-03 00:00:00", "2018-02-03T10"] {
            assert_eq!(read(text), Ok(date(2018, 2, 3)), "{text}");
        }
        for bad in
            ["", "2018-02-30", "20180230", "0000-01-01", "2018-2-3", "99999999", "2018-02-0é", "é018-02-03"]
        {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn hours_outside_the_calendar_are_refused() {
        assert_eq!(after(date(2018, 1, 1), "6480"), Ok(date(2018, 9, 28)));
        for bad in ["", "x", "9223372036854775807", "-9223372036854775808", "99999999999", "1.5"] {
            assert!(after(date(2018, 1, 1), bad).is_err(), "{bad}");
        }
    }
}
