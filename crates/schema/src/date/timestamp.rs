//! An instant of the clock, RFC 3339 in JSON.
//!
//! It must not be used for what a text says of a day. Invariant: it prints in UTC.

use std::fmt;
use std::str::FromStr;

use crate::SchemaError;
use crate::text_form::text_form;

/// An instant.
///
/// ```
/// use rapporteur_schema::Timestamp;
/// let retrieved: Timestamp = "2025-05-16T17:20:00+03:00".parse().unwrap();
/// assert_eq!(retrieved.to_string(), "2025-05-16T14:20:00Z");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub jiff::Timestamp);

/// Whether the text has the form of RFC 3339; jiff reads more (spaces, hours alone, zone names).
fn is_rfc_3339(text: &str) -> bool {
    let Some((date_time, rest)) = text.as_bytes().split_at_checked("0000-00-00T00:00:00".len()) else {
        return false;
    };
    let form = |bytes: &[u8], form: &[u8]| {
        bytes.len() == form.len()
            && bytes.iter().zip(form).all(|(byte, wanted)| match wanted {
                b'0' => byte.is_ascii_digit(),
                _ => byte == wanted,
            })
    };
    let zone = match rest {
        [b'.', digits @ ..] => {
            let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if !(1..=9).contains(&length) {
                return false;
            }
            &digits[length..]
        }
        _ => rest,
    };
    form(date_time, b"0000-00-00T00:00:00")
        && (zone == b"Z" || form(zone, b"+00:00") || form(zone, b"-00:00"))
}

impl FromStr for Timestamp {
    type Err = SchemaError;

    /// # Errors
    /// [`SchemaError::Timestamp`] for anything but an RFC 3339 date-time with its zone.
    fn from_str(text: &str) -> Result<Self, SchemaError> {
        let wrong = || SchemaError::Timestamp(text.to_owned());
        if !is_rfc_3339(text) {
            return Err(wrong());
        }
        text.parse().map(Self).map_err(|_| wrong())
    }
}

impl From<jiff::Timestamp> for Timestamp {
    fn from(timestamp: jiff::Timestamp) -> Self {
        Self(timestamp)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

text_form!(Timestamp, "an RFC 3339 date-time",
    "description": "An instant, RFC 3339.",
    "format": "date-time",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$",
);
