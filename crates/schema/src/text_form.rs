//! The one way in which a value that is written as a string enters and leaves JSON: through its
//! `FromStr` and `Display`.
//!
//! It must not know any of the values. Invariant: what `FromStr` refuses, JSON cannot bring in.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

/// Reads a string and parses it in place, without an allocation of its own.
pub(crate) struct TextVisitor<T> {
    wanted: &'static str,
    value: PhantomData<T>,
}

impl<T> TextVisitor<T> {
    pub(crate) const fn new(wanted: &'static str) -> Self {
        Self { wanted, value: PhantomData }
    }
}

impl<T: FromStr<Err: fmt::Display>> serde::de::Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.wanted)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// Gives a type with `FromStr` and `Display` its serde form and its JSON Schema: a string with a
/// description and, where a regular expression can tell, a pattern.
macro_rules! text_form {
    ($name:ident, $wanted:expr, $($keyword:literal : $value:expr),+ $(,)?) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(crate::text_form::TextVisitor::<Self>::new($wanted))
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"type": "string", $($keyword: $value),+})
            }
        }
    };
}

pub(crate) use text_form;
