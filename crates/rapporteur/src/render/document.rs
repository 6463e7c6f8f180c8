//! Documents as rows.

use rapporteur_graph::DocumentRow;
use rapporteur_schema::{Document, Reliability, Timestamp};
use serde::Serialize;

use super::word::shown;
use super::{Cell, Row};

#[derive(Serialize)]
struct DocumentJson<'a> {
    #[serde(flatten)]
    document: &'a Document,
    #[serde(skip_serializing_if = "Option::is_none")]
    recorded: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reliability: Option<Reliability>,
    actors: u64,
    places: u64,
    meetings: u64,
    statements: u64,
    outcomes: u64,
}

impl Row for DocumentRow {
    const COLUMNS: &'static [&'static str] = &[
        "Published",
        "Publisher",
        "Reliability",
        "Title",
        "Bytes",
        "Meetings",
        "Statements",
        "Outcomes",
        "Id",
    ];

    fn cells(&self) -> Vec<Cell> {
        let document = &self.document;
        vec![
            shown(document.published.as_ref()).into(),
            shown(document.publisher.as_ref()).into(),
            shown(self.reliability.as_ref()).into(),
            shown(document.title.as_ref()).into(),
            document.bytes.to_string().into(),
            self.records.meetings.to_string().into(),
            self.records.statements.to_string().into(),
            self.records.outcomes.to_string().into(),
            document.id.to_string().into(),
        ]
    }

    fn json(&self) -> impl Serialize {
        let counts = self.records;
        DocumentJson {
            document: &self.document,
            recorded: self.recorded,
            reliability: self.reliability,
            actors: counts.actors,
            places: counts.places,
            meetings: counts.meetings,
            statements: counts.statements,
            outcomes: counts.outcomes,
        }
    }
}
