//! A text as it was read: where it came from, when it was published, and its hash.
//!
//! The text itself is no field of the record; the journal keeps it beside the record.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text_form::text_form;
use crate::{DocumentId, Edtf, SchemaError, Timestamp};

/// A document (schema.org `CreativeWork`, PROV-O `Entity`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The document's id.
    pub id: DocumentId,
    /// Its headline or title, as the text has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"\S"))]
    pub title: Option<String>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"\S"))]
    pub publisher: Option<String>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"\S"))]
    pub url: Option<String>,
    /// When it was published; relative dates ("Friday") are read from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Edtf>,
    /// When it was fetched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<Timestamp>,
    /// The language, a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[A-Za-z]{2,8}(-[0-9A-Za-z]{1,8})*$"))]
    pub language: Option<String>,
    /// SHA-256 of the text as stored.
    pub sha256: Sha256,
    /// Bytes of the text as stored.
    pub bytes: u64,
}

/// A SHA-256, 64 lower-case hexadecimal digits in JSON.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256(pub [u8; 32]);

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Sha256 {
    type Err = SchemaError;

    fn from_str(text: &str) -> Result<Self, SchemaError> {
        let wrong = || SchemaError::Sha256(text.to_owned());
        let digits = text.as_bytes();
        if digits.len() != 64 || !digits.iter().all(|d| matches!(d, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(wrong());
        }
        let value = |digit: u8| if digit <= b'9' { digit - b'0' } else { digit - b'a' + 10 };
        let mut hash = [0; 32];
        for (byte, pair) in hash.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = value(pair[0]) << 4 | value(pair[1]);
        }
        Ok(Self(hash))
    }
}

text_form!(Sha256, "a SHA-256",
    "description": "A SHA-256, 64 lower-case hexadecimal digits.",
    "pattern": "^[0-9a-f]{64}$",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_prints_what_it_parsed() {
        let text = "0123456789abcdef".repeat(4);
        assert_eq!(text.parse::<Sha256>().unwrap().to_string(), text);
        for bad in ["", "0", &"g".repeat(64), &"A".repeat(64), &"é".repeat(32)] {
            assert!(bad.parse::<Sha256>().is_err(), "{bad}");
        }
    }
}
