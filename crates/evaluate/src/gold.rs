//! The annotation of a document by hand (`gold.json`; the format is in `fixtures/README.md`).
//!
//! Invariant: every key that a meeting, statement or outcome names is an actor's, and every status is
//! one of the vocabulary; what is not is refused by [`Gold::parse`].

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

/// What a careful reader takes from a text.
#[derive(Debug, Clone, Deserialize)]
pub struct Gold {
    pub(crate) document: Described,
    #[serde(deserialize_with = "in_order")]
    pub(crate) actors: Vec<(String, GoldActor)>,
    pub(crate) meetings: Vec<GoldMeeting>,
    pub(crate) statements: Vec<GoldStatement>,
    pub(crate) outcomes: Vec<GoldOutcome>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Described {
    pub(crate) file: String,
    pub(crate) published: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct GoldActor {
    pub(crate) kind: String,
    pub(crate) names: Vec<String>,
    pub(crate) country: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct GoldMeeting {
    pub(crate) key: String,
    pub(crate) status: String,
    pub(crate) when: Option<String>,
    pub(crate) place: Vec<String>,
    pub(crate) attended: Vec<String>,
    pub(crate) absent: Vec<String>,
    pub(crate) states: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct GoldStatement {
    pub(crate) speaker: String,
    pub(crate) quote: String,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct GoldOutcome {
    pub(crate) key: String,
    pub(crate) kind: String,
    pub(crate) parties: Vec<String>,
    pub(crate) quantity: Option<f64>,
    pub(crate) must_mention: Vec<String>,
}

impl Gold {
    /// Reads an annotation.
    ///
    /// # Errors
    /// What is wrong with it, in words, with the line where the JSON is.
    pub fn parse(json: &str) -> Result<Self, String> {
        let gold: Self = serde_json::from_str(json).map_err(|error| error.to_string())?;
        for meeting in &gold.meetings {
            if class(&meeting.status).is_none() {
                return Err(format!("meeting `{}` has no such status: `{}`", meeting.key, meeting.status));
            }
            let named = [&meeting.attended, &meeting.absent, &meeting.states];
            gold.know(named.into_iter().flatten(), &meeting.key)?;
        }
        for outcome in &gold.outcomes {
            gold.know(&outcome.parties, &outcome.key)?;
        }
        gold.statements.iter().try_for_each(|said| gold.know([&said.speaker], &said.quote))?;
        Ok(gold)
    }

    fn know<'a>(&self, keys: impl IntoIterator<Item = &'a String>, of: &str) -> Result<(), String> {
        match keys.into_iter().find(|key| self.actor(key).is_none()) {
            Some(key) => Err(format!("`{of}` names `{key}`, which is no actor")),
            None => Ok(()),
        }
    }

    /// The actor of a key.
    pub(crate) fn actor(&self, key: &str) -> Option<&GoldActor> {
        self.actors.iter().find(|(known, _)| known == key).map(|(_, actor)| actor)
    }

    /// What an actor is called in full.
    pub(crate) fn name<'a>(&'a self, key: &'a str) -> &'a str {
        self.actor(key).and_then(|actor| actor.names.first()).map_or(key, String::as_str)
    }
}

/// What statuses come to when they are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Held,
    Future,
    Cancelled,
    Denied,
}

pub(crate) fn class(status: &str) -> Option<Class> {
    Some(match status {
        "held" | "ongoing" => Class::Held,
        "planned" | "proposed" => Class::Future,
        "cancelled" => Class::Cancelled,
        "denied" => Class::Denied,
        _ => return None,
    })
}

/// The actors in the order of the file: of two that share a name, it belongs to the first.
fn in_order<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(String, GoldActor)>, D::Error> {
    struct InOrder;
    impl<'de> Visitor<'de> for InOrder {
        type Value = Vec<(String, GoldActor)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object of actors by key")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut actors = Vec::new();
            while let Some(entry) = map.next_entry()? {
                actors.push(entry);
            }
            Ok(actors)
        }
    }
    deserializer.deserialize_map(InOrder)
}

#[cfg(test)]
mod tests {
    use super::Gold;

    const EMPTY: &str = r#"{"document":{"file":"a.txt","published":null},"actors":{},"meetings":[],
        "statements":[],"outcomes":[]}"#;

    #[test]
    fn what_is_wrong_is_said() {
        assert!(Gold::parse(EMPTY).is_ok());
        let unknown = EMPTY.replace(r#""statements":[]"#, r#""statements":[{"speaker":"x","quote":"Yes"}]"#);
        assert_eq!(Gold::parse(&unknown).err().as_deref(), Some("`Yes` names `x`, which is no actor"));
        let broken = Gold::parse("{\n\"document\": 1}").err().unwrap_or_default();
        assert!(broken.contains("line 2"), "{broken}");
    }
}
