//! Statements as rows.

use rapporteur_graph::{StatementRow, Support};
use rapporteur_schema::{ActorId, ActorKind, Statement};
use serde::Serialize;

use super::json::ViewJson;
use super::label::{LabelJson, labels, names, sources};
use super::word::{shown, word};
use super::{Cell, Row};

/// The names first, then the record as the contract has it.
#[derive(Serialize)]
struct StatementJson<'a> {
    id: &'a str,
    speaker: LabelJson<'a, ActorId, ActorKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_behalf_of: Option<LabelJson<'a, ActorId, ActorKind>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    audience: Vec<LabelJson<'a, ActorId, ActorKind>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reported_by: Vec<LabelJson<'a, ActorId, ActorKind>>,
    support: &'a Support,
    #[serde(flatten)]
    view: ViewJson<'a, Statement>,
}

impl Row for StatementRow {
    const COLUMNS: &'static [&'static str] =
        &["When", "Speaker", "Act", "Statement", "By way of", "Sources", "Id"];

    fn cells(&self) -> Vec<Cell> {
        let statement = &self.statement.record;
        let speaker = match &self.on_behalf_of {
            Some(principal) => format!("{} (for {})", self.speaker.name, principal.name),
            None => self.speaker.name.clone(),
        };
        let text = statement.text.trim();
        vec![
            shown(statement.when.as_ref()).into(),
            speaker.into(),
            word(statement.act).into(),
            if statement.quoted { format!("“{text}”") } else { text.to_owned() }.into(),
            Cell::List(names(&self.reported_by)),
            sources(&self.support).into(),
            statement.id.to_string().into(),
        ]
    }

    fn json(&self) -> impl Serialize {
        StatementJson {
            id: self.statement.id.as_str(),
            speaker: (&self.speaker).into(),
            on_behalf_of: self.on_behalf_of.as_ref().map(Into::into),
            audience: labels(&self.audience),
            reported_by: labels(&self.reported_by),
            support: &self.support,
            view: (&self.statement).into(),
        }
    }
}
