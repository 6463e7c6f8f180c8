//! A country by its ISO 3166-1 alpha-3 code.
//!
//! It must not know which codes are in use: that is the gazetteer's business, which also knows of
//! former states and their years. Invariant: three upper-case ASCII letters.

use std::fmt;
use std::str::FromStr;

use crate::SchemaError;
use crate::text_form::text_form;

/// A country's code: any three upper-case letters, in use or not.
///
/// ```
/// use rapporteur_schema::Country;
/// let country: Country = "TUR".parse().unwrap();
/// assert_eq!(country.as_str(), "TUR");
/// assert!("tur".parse::<Country>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 3]);

impl Country {
    /// The code.
    pub const fn as_str(&self) -> &str {
        match std::str::from_utf8(&self.0) {
            Ok(code) => code,
            // Letters of ASCII alone are let in, and those are UTF-8.
            Err(_) => "",
        }
    }
}

impl FromStr for Country {
    type Err = SchemaError;

    /// # Errors
    /// [`SchemaError::Code`] for anything but three upper-case ASCII letters.
    fn from_str(text: &str) -> Result<Self, SchemaError> {
        match text.as_bytes().first_chunk() {
            Some(code) if text.len() == 3 && code.iter().all(u8::is_ascii_uppercase) => Ok(Self(*code)),
            _ => Err(SchemaError::Code { code: text.to_owned(), vocabulary: "ISO 3166-1 alpha-3" }),
        }
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

text_form!(Country, "an ISO 3166-1 alpha-3 code",
    "description": "A country's ISO 3166-1 alpha-3 code.",
    "pattern": "^[A-Z]{3}$",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_capitals_and_nothing_else() {
        assert_eq!("ZZZ".parse::<Country>().unwrap().to_string(), "ZZZ");
        for bad in ["", "TU", "TURK", "tur", "T1R", "ÜR", "TÜR", "TUR "] {
            assert!(bad.parse::<Country>().is_err(), "{bad}");
        }
    }
}
