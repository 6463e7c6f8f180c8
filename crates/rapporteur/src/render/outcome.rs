//! Outcomes as rows.

use rapporteur_graph::{OutcomeRow, Support};
use rapporteur_schema::{ActorId, ActorKind, Outcome, PlaceId, PlaceKind};
use serde::Serialize;

use super::json::ViewJson;
use super::label::{LabelJson, labels, names, sources};
use super::word::{shown, word};
use super::{Cell, Row};

/// The names first, then the record as the contract has it.
#[derive(Serialize)]
struct OutcomeJson<'a> {
    id: &'a str,
    parties: Vec<LabelJson<'a, ActorId, ActorKind>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    confirmed_by: Vec<LabelJson<'a, ActorId, ActorKind>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    meeting: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<LabelJson<'a, PlaceId, PlaceKind>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fulfilled_by: Option<&'a str>,
    support: &'a Support,
    #[serde(flatten)]
    view: ViewJson<'a, Outcome>,
}

/// `1000 prisoners`.
fn quantity(outcome: &Outcome) -> String {
    let Some(quantity) = &outcome.quantity else { return String::new() };
    match &quantity.unit {
        Some(unit) => format!("{} {unit}", quantity.value),
        None => quantity.value.to_string(),
    }
}

/// `2025-05-20`, `2025-05-20 (done)`.
fn due(row: &OutcomeRow) -> String {
    let due = shown(row.outcome.record.due.as_ref());
    if !due.is_empty() && row.is_fulfilled() { format!("{due} (done)") } else { due }
}

impl Row for OutcomeRow {
    const COLUMNS: &'static [&'static str] =
        &["When", "Outcome", "Status", "Due", "Parties", "Quantity", "Words", "Meeting", "Sources", "Id"];

    fn cells(&self) -> Vec<Cell> {
        let outcome = &self.outcome.record;
        let meeting = self.meeting.as_ref().map(|(id, name)| name.clone().unwrap_or_else(|| id.to_string()));
        vec![
            shown(outcome.when.as_ref()).into(),
            word(outcome.kind).into(),
            word(outcome.status).into(),
            due(self).into(),
            Cell::List(names(&self.parties)),
            quantity(outcome).into(),
            outcome.text.trim().into(),
            meeting.unwrap_or_default().into(),
            sources(&self.support).into(),
            outcome.id.to_string().into(),
        ]
    }

    fn json(&self) -> impl Serialize {
        OutcomeJson {
            id: self.outcome.id.as_str(),
            parties: labels(&self.parties),
            confirmed_by: labels(&self.confirmed_by),
            meeting: self.meeting.as_ref().map(|(id, _)| id.as_str()),
            place: self.place.as_ref().map(Into::into),
            fulfilled_by: self.fulfilled_by.as_ref().map(|id| id.as_str()),
            support: &self.support,
            view: (&self.outcome).into(),
        }
    }
}
