//! How long something took, an ISO 8601 duration in JSON.
//!
//! It must not know when. Invariant: never negative, and it prints as text that parses to the same value.
//! `PT2H` and `PT120M` are two values: the text said hours or minutes.

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
    fn anything_else_is_refused() {
        for bad in
            ["", "P", "PT", "2h", "-PT2H", "+PT2H", "pt2h", "PT2H ", "P1DT", "PT1,5H", "P99999999999Y", "T2H"]
        {
            assert!(bad.parse::<Duration>().is_err(), "{bad}");
        }
    }
}
