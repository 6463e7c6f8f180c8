//! Contradictions as rows.

use rapporteur_graph::{ConflictRow, ConflictSide, Dispute};
use rapporteur_schema::{ActorId, ActorKind, DocumentId, MeetingId, RecordId};
use serde::Serialize;

use super::label::{LabelJson, labels, names};
use super::{Cell, EvidenceJson, Row};

#[derive(Serialize)]
struct ConflictJson<'a> {
    about: Dispute,
    #[serde(skip_serializing_if = "Option::is_none")]
    meeting: Option<&'a MeetingId>,
    records: &'a [RecordId],
    sides: Vec<SideJson<'a>>,
}

#[derive(Serialize)]
struct SideJson<'a> {
    value: &'a str,
    documents: &'a [DocumentId],
    outlets: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    speakers: Vec<LabelJson<'a, ActorId, ActorKind>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    chain: Vec<LabelJson<'a, ActorId, ActorKind>>,
    evidence: Vec<EvidenceJson<'a>>,
}

fn outlets(side: &ConflictSide) -> Vec<&str> {
    let mut outlets: Vec<&str> =
        side.evidence.iter().filter_map(|piece| piece.publisher.as_deref()).collect();
    outlets.sort_unstable();
    outlets.dedup();
    outlets
}

/// `attended (The Ledger; Anna Berg): »…«`.
fn told(side: &ConflictSide) -> String {
    let value = side.value.rsplit_once(' ').filter(|(id, _)| id.starts_with("actor/"));
    let value = value.map_or_else(
        || side.value.clone(),
        |(id, word)| format!("{} {word}", id.trim_start_matches("actor/")),
    );
    let mut by: Vec<String> = outlets(side).into_iter().map(str::to_owned).collect();
    by.extend(names(&side.speakers));
    let words = side.evidence.first().map(|piece| format!(": »{}«", piece.span.text)).unwrap_or_default();
    if by.is_empty() { format!("{value}{words}") } else { format!("{value} ({}){words}", by.join("; ")) }
}

impl Row for ConflictRow {
    const COLUMNS: &'static [&'static str] = &["About", "Sides", "Id"];

    fn cells(&self) -> Vec<Cell> {
        let id = self.meeting.as_ref().map(ToString::to_string);
        let id = id.or_else(|| self.records.first().map(ToString::to_string)).unwrap_or_default();
        vec![self.about.as_str().into(), Cell::List(self.sides.iter().map(told).collect()), id.into()]
    }

    fn json(&self) -> impl Serialize {
        ConflictJson {
            about: self.about,
            meeting: self.meeting.as_ref(),
            records: &self.records,
            sides: self
                .sides
                .iter()
                .map(|side| SideJson {
                    value: &side.value,
                    documents: &side.documents,
                    outlets: outlets(side),
                    speakers: labels(&side.speakers),
                    chain: labels(&side.chain),
                    evidence: side.evidence.iter().map(Into::into).collect(),
                })
                .collect(),
        }
    }
}
