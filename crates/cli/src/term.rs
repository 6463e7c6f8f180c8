//! The words of the vocabularies on the command line, listed in help and completions.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use rapporteur::schema::SchemaError;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads one of the words as the value of the vocabulary it names.
pub(crate) fn term<T>(words: &'static [&'static str]) -> impl TypedValueParser<Value = T>
where
    T: DeserializeOwned + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(words).try_map(|word| serde_json::from_value::<T>(Value::String(word)))
}

pub(crate) const MEETING_STATUS: &[&str] = &["held", "ongoing", "planned", "proposed", "cancelled", "denied"];
pub(crate) const MEDIUM: &[&str] = &["in_person", "phone", "video", "unknown"];
pub(crate) const ATTENDANCE: &[&str] = &["attended", "absent", "declined", "expected", "invited"];
pub(crate) const ROLE: &[&str] = &[
    "participant",
    "chair",
    "host",
    "mediator",
    "head_of_delegation",
    "delegate",
    "observer",
    "interpreter",
];
pub(crate) const ACT: &[&str] = &[
    "accuse", "reject", "deny", "threaten", "request", "propose", "promise", "agree", "support", "praise",
    "comment",
];
pub(crate) const STATEMENT_MEDIUM: &[&str] =
    &["interview", "press_conference", "social_media", "statement", "speech", "letter", "phone", "document"];
pub(crate) const OUTCOME_KIND: &[&str] = &[
    "agreement",
    "prisoner_exchange",
    "ceasefire",
    "sanctions",
    "aid",
    "further_talks",
    "commitment",
    "demand",
    "withdrawal",
    "recognition",
    "joint_statement",
    "no_agreement",
    "other",
];
pub(crate) const OUTCOME_STATUS: &[&str] =
    &["agreed", "signed", "proposed", "demanded", "rejected", "planned", "implemented", "failed"];
pub(crate) const RELIABILITY: &[&str] = &["A", "B", "C", "D", "E", "F"];
pub(crate) const ACTOR_KIND: &[&str] = &["person", "state", "organization", "delegation", "unnamed"];
pub(crate) const PLACE_KIND: &[&str] = &["venue", "city", "region", "country"];

/// A date as exact as it is: `2025`, `2025-05`, `2025-05-16`, `2025-05-12/2025-05-16`.
pub(crate) fn date(text: &str) -> Result<rapporteur::schema::Edtf, String> {
    text.parse().map_err(|error: SchemaError| format!("{error}; write 2025, 2025-05 or 2025-05-16"))
}

/// The day it is (UTC), for what counts from today.
pub(crate) fn today() -> jiff::civil::Date {
    jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now()).date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur::schema::{
        Act, ActorKind, Attendance, Medium, MeetingStatus, OutcomeKind, OutcomeStatus, PlaceKind, Role,
        StatementMedium,
    };

    fn all_parse<T: DeserializeOwned>(words: &[&str]) {
        for word in words {
            assert!(serde_json::from_value::<T>(Value::from(*word)).is_ok(), "{word}");
        }
    }

    #[test]
    fn every_word_is_in_its_vocabulary() {
        all_parse::<MeetingStatus>(MEETING_STATUS);
        all_parse::<Medium>(MEDIUM);
        all_parse::<Attendance>(ATTENDANCE);
        all_parse::<Role>(ROLE);
        all_parse::<Act>(ACT);
        all_parse::<StatementMedium>(STATEMENT_MEDIUM);
        all_parse::<OutcomeKind>(OUTCOME_KIND);
        all_parse::<OutcomeStatus>(OUTCOME_STATUS);
        all_parse::<ActorKind>(ACTOR_KIND);
        all_parse::<PlaceKind>(PLACE_KIND);
    }
}
