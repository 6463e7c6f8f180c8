//! How sure an extractor or importer is of a record, from 0 to 1.
//!
//! It must not know what makes a record sure. Invariant: a whole number of thousandths.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::SchemaError;

/// A confidence between 0 and 1, kept in thousandths so that records compare and hash exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Confidence(u16);

impl Confidence {
    /// Certain: 1.
    pub const CERTAIN: Self = Self(1000);

    /// From thousandths; more than 1000 is taken as 1000.
    pub const fn from_thousandths(thousandths: u16) -> Self {
        Self(if thousandths > 1000 { 1000 } else { thousandths })
    }

    /// In thousandths, 0 to 1000.
    pub const fn thousandths(self) -> u16 {
        self.0
    }

    /// As a number between 0 and 1.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

impl TryFrom<f64> for Confidence {
    type Error = SchemaError;

    /// # Errors
    /// [`SchemaError::Confidence`] for anything outside 0 to 1, NaN included.
    fn try_from(value: f64) -> Result<Self, SchemaError> {
        if (0.0..=1.0).contains(&value) {
            // In range, so the cast neither truncates nor changes sign.
            Ok(Self((value * 1000.0).round() as u16))
        } else {
            Err(SchemaError::Confidence(value.to_string()))
        }
    }
}

impl Serialize for Confidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.value())
    }
}

impl<'de> Deserialize<'de> for Confidence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer)?.try_into().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Confidence {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Confidence".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "number",
            "description": "How sure the record's maker was, from 0 to 1.",
            "minimum": 0,
            "maximum": 1,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thousandth_survives_json() {
        for thousandths in 0..=1000 {
            let confidence = Confidence::from_thousandths(thousandths);
            let json = serde_json::to_string(&confidence).unwrap();
            assert_eq!(serde_json::from_str::<Confidence>(&json).unwrap(), confidence, "{json}");
        }
    }

    #[test]
    fn what_is_no_confidence_is_refused() {
        for bad in [-0.001, 1.001, f64::NAN, f64::INFINITY] {
            assert!(Confidence::try_from(bad).is_err(), "{bad}");
        }
        assert_eq!(Confidence::from_thousandths(u16::MAX), Confidence::CERTAIN);
    }
}
