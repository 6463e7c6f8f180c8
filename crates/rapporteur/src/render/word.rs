//! The words of the vocabularies as a reader sees them: `head_of_delegation` is "head of delegation".

use serde::Serialize;

/// The name of a unit variant, with spaces.
pub fn word<T: Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name.replace('_', " "),
        _ => String::new(),
    }
}

/// What can be shown, or nothing.
pub(super) fn shown<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}
