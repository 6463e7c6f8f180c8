//! Events as rows, and what they are called in every picture of them.

mod mark;

use rapporteur_graph::{MeetingRow, StatementRow};
use rapporteur_schema::{ActorId, ActorKind, Attendance, PlaceId, PlaceKind};
use serde::Serialize;

pub(super) use self::mark::Mark;
use super::label::{LabelJson, attendee, labels, location, names};
use super::word::{shown, word};
use super::{Cell, Row};
use crate::{Event, EventRow, Part};

#[derive(Serialize)]
struct EventJson<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<String>,
    what: String,
    mark: Mark,
    who: Vec<LabelJson<'a, ActorId, ActorKind>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<LabelJson<'a, PlaceId, PlaceKind>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    within: Vec<LabelJson<'a, PlaceId, PlaceKind>>,
    #[serde(skip_serializing_if = "String::is_empty")]
    words: String,
}

impl EventRow {
    /// What it is, in words: "met", "absent", "said (reject)", "ceasefire (agreed)".
    pub(super) fn what(&self) -> String {
        match &self.event {
            Event::Meeting(row) => {
                let away = self.parts.iter().flatten().find_map(|part| match part {
                    Part::Attended(attendance) => as_attended(row, *attendance),
                    Part::In => None,
                });
                away.unwrap_or_else(|| as_held(row))
            }
            Event::Statement(row) => format!("said ({})", word(row.statement.act)),
            Event::Outcome(row) => format!("{} ({})", word(row.outcome.kind), word(row.outcome.status)),
            Event::Told(_, told) => format!("told as {}", word(told.status)),
        }
    }

    /// Who was in it, with the word for it where they were not there.
    pub(super) fn who(&self) -> Vec<String> {
        match &self.event {
            Event::Meeting(row) => {
                let with_word = |other: &rapporteur_graph::Attendee| match other.attendance {
                    Attendance::Attended => attendee(other),
                    Attendance::Expected | Attendance::Invited if !row.status.took_place() => attendee(other),
                    attendance => format!("{} ({})", other.actor.name, word(attendance)),
                };
                row.attendees.iter().map(with_word).collect()
            }
            Event::Statement(row) => speakers(row),
            Event::Outcome(row) => names(&row.parties),
            Event::Told(_, told) => {
                let mut outlets: Vec<String> =
                    told.evidence.iter().filter_map(|piece| piece.publisher.clone()).collect();
                outlets.sort();
                outlets.dedup();
                outlets
            }
        }
    }

    /// The words of it, or the name.
    pub(super) fn words(&self) -> String {
        match &self.event {
            Event::Meeting(row) => row.name.clone().unwrap_or_default(),
            Event::Statement(row) if row.statement.quoted => format!("“{}”", row.statement.text.trim()),
            Event::Statement(row) => row.statement.text.trim().to_owned(),
            Event::Outcome(row) => row.outcome.text.trim().to_owned(),
            Event::Told(_, told) => {
                told.evidence.first().map(|piece| piece.span.text.clone()).unwrap_or_default()
            }
        }
    }

    /// Where it was, and what is around it.
    pub(super) fn location(&self) -> String {
        location(self.place.as_ref(), &self.within)
    }

    fn labels(&self) -> Vec<LabelJson<'_, ActorId, ActorKind>> {
        match &self.event {
            Event::Meeting(row) => row.attendees.iter().map(|other| (&other.actor).into()).collect(),
            Event::Statement(row) => vec![(&row.speaker).into()],
            Event::Outcome(row) => labels(&row.parties),
            Event::Told(..) => Vec::new(),
        }
    }
}

/// Of a subject whose part is not what the meeting's status says: the word for it.
fn as_attended(row: &MeetingRow, attendance: Attendance) -> Option<String> {
    let held = row.status.took_place();
    match attendance {
        Attendance::Attended => None,
        Attendance::Expected | Attendance::Invited if !held => None,
        attendance if held => Some(word(attendance)),
        attendance => Some(format!("{}, of a meeting {}", word(attendance), word(row.status))),
    }
}

fn as_held(row: &MeetingRow) -> String {
    if row.status.took_place() { "met".to_owned() } else { word(row.status) }
}

/// `Ana Kolar (for Slovenia)`, and to whom.
fn speakers(row: &StatementRow) -> Vec<String> {
    let speaker = match &row.on_behalf_of {
        Some(principal) => format!("{} (for {})", row.speaker.name, principal.name),
        None => row.speaker.name.clone(),
    };
    let audience = row.audience.iter().map(|other| format!("to {}", other.name));
    std::iter::once(speaker).chain(audience).collect()
}

impl Row for EventRow {
    const COLUMNS: &'static [&'static str] = &["When", "What", "Who", "Where", "Words", "Id"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            shown(self.when.as_ref()).into(),
            self.what().into(),
            Cell::List(self.who()),
            self.location().into(),
            self.words().into(),
            self.id.to_string().into(),
        ]
    }

    fn json(&self) -> impl Serialize {
        EventJson {
            kind: self.id.kind().as_str(),
            id: self.id.as_str(),
            when: self.when.as_ref().map(ToString::to_string),
            what: self.what(),
            mark: self.mark(),
            who: self.labels(),
            place: self.place.as_ref().map(Into::into),
            within: labels(&self.within),
            words: self.words(),
        }
    }
}
