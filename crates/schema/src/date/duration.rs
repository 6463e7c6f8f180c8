//! How long something took, an ISO 8601 duration in JSON.
//!
//! It must not know when. Invariant: never negative, and it prints as text that parses to the same value.
//! `PT2H` and `PT120M` are two values: the text said hours or minutes.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::fmt::temporal::SpanParser;
use jiff::{Span, SpanFieldwise};

use crate::SchemaError;
use crate::text_form::text_form;

/// A duration, in the units of the text.
///
/// ```
/// use rapporteur_schema::Duration;
/// assert_eq!("PT1H30M".parse::<Duration>().unwrap().to_string(), "PT1H30M");
/// assert_eq!(Duration::hours(2).to_string(), "PT2H");
/// assert!("2 hours".parse::<Duration>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration(SpanFieldwise);

impl Duration {
    /// So many minutes.
    pub fn minutes(minutes: u16) -> Self {
        Self(Span::new().minutes(minutes).fieldwise())
    }

    /// So many hours.
    pub fn hours(hours: u16) -> Self {
        Self(Span::new().hours(hours).fieldwise())
    }

    /// So many days.
    pub fn days(days: u16) -> Self {
        Self(Span::new().days(days).fieldwise())
    }

    /// Its length in nanoseconds with years and months of mean length (of the Gregorian calendar).
    fn mean_length(self) -> i128 {
        const YEAR: i128 = 31_556_952;
        let span = self.span();
        let seconds = i128::from(span.get_years()) * YEAR
            + i128::from(span.get_months()) * (YEAR / 12)
            + i128::from(span.get_weeks()) * 604_800
            + i128::from(span.get_days()) * 86_400
            + i128::from(span.get_hours()) * 3_600
            + i128::from(span.get_minutes()) * 60
            + i128::from(span.get_seconds());
        let nanoseconds = i128::from(span.get_milliseconds()) * 1_000_000
            + i128::from(span.get_microseconds()) * 1_000
            + i128::from(span.get_nanoseconds());
        seconds * 1_000_000_000 + nanoseconds
    }

    /// The duration for arithmetic with jiff's dates.
    pub const fn span(self) -> Span {
        self.0.0
    }
}

impl FromStr for Duration {
    type Err = SchemaError;

    /// # Errors
    /// [`SchemaError::Duration`] for anything but an ISO 8601 duration without a sign, in capitals.
    fn from_str(text: &str) -> Result<Self, SchemaError> {
        let wrong = || SchemaError::Duration(text.to_owned());
        // jiff also reads signs, commas and small letters; one value has one spelling here.
        if !text.bytes().all(|byte| byte.is_ascii_digit() || b"PYMWDTHS.".contains(&byte)) {
            return Err(wrong());
        }
        SpanParser::new().parse_span(text).map(|span| Self(span.fieldwise())).map_err(|_| wrong())
    }
}

impl Ord for Duration {
    /// By length, years and months counted at their mean length, then by text.
    fn cmp(&self, other: &Self) -> Ordering {
        self.mean_length().cmp(&other.mean_length()).then_with(|| {
            if self == other { Ordering::Equal } else { self.to_string().cmp(&other.to_string()) }
        })
    }
}

impl PartialOrd for Duration {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.0.fmt(f)
    }
}

impl fmt::Debug for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

text_form!(Duration, "an ISO 8601 duration",
    "description": "A duration, ISO 8601 (`PT2H`), without a sign.",
    "pattern": "^P(?=[0-9T])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?\
        (T(?=[0-9])([0-9]+([.][0-9]{1,9})?H)?([0-9]+([.][0-9]{1,9})?M)?([0-9]+([.][0-9]{1,9})?S)?)?$",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_prints_what_it_parsed() {
        for text in ["PT2H", "PT90M", "P3D", "P1W", "P1Y2M3W4DT5H6M7.5S", "PT0S"] {
            assert_eq!(text.parse::<Duration>().unwrap().to_string(), text);
        }
        assert_eq!("PT1.5H".parse::<Duration>().unwrap().to_string(), "PT1H30M");
        assert_ne!("PT2H".parse::<Duration>().unwrap(), "PT120M".parse().unwrap());
    }

    #[test]
    fn order_is_by_length_then_text() {
        let mut durations = ["P1Y", "P13M", "PT120M", "P1D", "PT2H", "PT0.5S", "PT25H", "P4W"]
            .map(|text| text.parse::<Duration>().unwrap());
        durations.sort();
        let texts: Vec<_> = durations.iter().map(ToString::to_string).collect();
        assert_eq!(texts, ["PT0.5S", "PT120M", "PT2H", "P1D", "PT25H", "P4W", "P1Y", "P13M"]);
    }

    #[test]
    fn anything_else_is_refused() {
        for bad in
            ["", "P", "PT", "2h", "-PT2H", "+PT2H", "pt2h", "PT2H ", "P1DT", "PT1,5H", "P99999999999Y", "T2H"]
        {
            assert!(bad.parse::<Duration>().is_err(), "{bad}");
        }
    }
}
