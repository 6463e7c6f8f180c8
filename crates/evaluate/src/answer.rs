//! An extractor's records, as far as they are scored.
//!
//! They are read loosely: another engine may leave out what is not scored and use words that the
//! record contract does not know. Whether it keeps the contract is for `import` to say.

use rapporteur_schema::Record;
use serde::{Deserialize, Deserializer};

use crate::EvaluateError;

/// What an extractor found in one document.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    pub(crate) actors: Vec<Actor>,
    pub(crate) places: Vec<Place>,
    pub(crate) meetings: Vec<Meeting>,
    pub(crate) statements: Vec<Statement>,
    pub(crate) outcomes: Vec<Outcome>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Actor {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) kind: Option<String>,
    #[serde(default)]
    pub(crate) name: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) aliases: Vec<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) evidence: Vec<Words>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Place {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) name: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) aliases: Vec<String>,
    #[serde(default)]
    pub(crate) within: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Meeting {
    #[serde(default)]
    pub(crate) status: Option<String>,
    #[serde(default)]
    pub(crate) when: Option<String>,
    #[serde(default)]
    pub(crate) place: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) participants: Vec<Participant>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) evidence: Vec<Words>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Participant {
    #[serde(default)]
    pub(crate) actor: Option<String>,
    #[serde(default)]
    pub(crate) attendance: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Statement {
    #[serde(default)]
    pub(crate) speaker: Option<String>,
    #[serde(default)]
    pub(crate) act: Option<String>,
    #[serde(default)]
    pub(crate) text: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) evidence: Vec<Words>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Outcome {
    #[serde(default)]
    pub(crate) kind: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) parties: Vec<String>,
    #[serde(default)]
    pub(crate) text: Option<String>,
    #[serde(default)]
    pub(crate) quantity: Option<Quantity>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) evidence: Vec<Words>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Quantity {
    #[serde(default)]
    pub(crate) value: Option<f64>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Words {
    #[serde(default)]
    pub(crate) text: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Scored {
    Actor(Actor),
    Place(Place),
    Meeting(Meeting),
    Statement(Statement),
    Outcome(Outcome),
    #[serde(other)]
    Unscored,
}

impl Answer {
    /// Reads records, one JSON object a line; empty lines and types that are not scored are passed over.
    ///
    /// # Errors
    /// [`EvaluateError::Records`] with `name` and the line for what is no record.
    pub fn parse(lines: &str, name: &str) -> Result<Self, EvaluateError> {
        let mut answer = Self::default();
        for (number, line) in lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let scored = serde_json::from_str(line).map_err(|error| EvaluateError::Records {
                name: name.to_owned(),
                line: number + 1,
                reason: error.to_string(),
            })?;
            answer.push(scored);
        }
        Ok(answer)
    }

    /// Takes records as they are.
    ///
    /// # Errors
    /// [`EvaluateError::Records`] with `name` for one that breaks the contract.
    pub fn of(records: &[Record], name: &str) -> Result<Self, EvaluateError> {
        let failed =
            |line: usize, reason: String| EvaluateError::Records { name: name.to_owned(), line, reason };
        let mut answer = Self::default();
        for (number, record) in records.iter().enumerate() {
            let line = record.to_line().map_err(|error| failed(number + 1, error.to_string()))?;
            answer.push(serde_json::from_str(&line).map_err(|error| failed(number + 1, error.to_string()))?);
        }
        Ok(answer)
    }

    fn push(&mut self, scored: Scored) {
        match scored {
            // The same id again is the same actor, told anew.
            Scored::Actor(actor) => match self.actors.iter_mut().find(|known| known.id == actor.id) {
                Some(known) => *known = actor,
                None => self.actors.push(actor),
            },
            Scored::Place(place) => match self.places.iter_mut().find(|known| known.id == place.id) {
                Some(known) => *known = place,
                None => self.places.push(place),
            },
            Scored::Meeting(meeting) => self.meetings.push(meeting),
            Scored::Statement(statement) => self.statements.push(statement),
            Scored::Outcome(outcome) => self.outcomes.push(outcome),
            Scored::Unscored => {}
        }
    }
}

/// The texts of some evidence.
pub(crate) fn texts(evidence: &[Words]) -> Vec<String> {
    evidence.iter().filter_map(|words| words.text.clone()).collect()
}

/// `null` is nothing.
fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(from: D) -> Result<T, D::Error> {
    Option::deserialize(from).map(Option::unwrap_or_default)
}
