//! What was told of a meeting's status as rows.

use rapporteur_graph::StatusTold;
use rapporteur_schema::MeetingStatus;
use serde::Serialize;

use super::word::{shown, word};
use super::{Cell, EvidenceJson, Row};

#[derive(Serialize)]
struct StatusJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    status: MeetingStatus,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    when: Vec<String>,
    standing: MeetingStatus,
    is_change: bool,
    evidence: Vec<EvidenceJson<'a>>,
}

fn days(told: &StatusTold) -> Vec<String> {
    told.when.iter().map(ToString::to_string).collect()
}

impl Row for StatusTold {
    const COLUMNS: &'static [&'static str] =
        &["Published", "Told as", "When", "Stands as", "Words", "Document"];

    fn cells(&self) -> Vec<Cell> {
        let mut documents: Vec<String> =
            self.evidence.iter().map(|piece| piece.document.to_string()).collect();
        documents.dedup();
        vec![
            shown(self.day.as_ref()).into(),
            word(self.status).into(),
            Cell::List(days(self)),
            word(self.standing).into(),
            self.evidence.first().map(|piece| piece.span.text.clone()).unwrap_or_default().into(),
            Cell::List(documents),
        ]
    }

    fn json(&self) -> impl Serialize {
        StatusJson {
            day: self.day.map(|day| day.to_string()),
            status: self.status,
            when: days(self),
            standing: self.standing,
            is_change: self.is_change,
            evidence: self.evidence.iter().map(Into::into).collect(),
        }
    }
}
