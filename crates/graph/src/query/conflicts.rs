//! What cannot all be true: where documents, or those they quote, contradict each other.
//!
//! It must not decide who is right. Invariant: every side has its words, and two sides of one contradiction are
//! told by different documents or speakers.

mod attendance;
mod outcome;
mod side;
mod statement;

use std::collections::BTreeSet;

use jiff::civil::Date;
use rapporteur_schema::{ActorId, DocumentId, MeetingId, RecordId, RecordKind, Span};

use self::side::Witness;
use super::ask::Ask;
use super::label::ActorLabel;
use crate::index::keys::Node;
use crate::snapshot::Snapshot;
use crate::{EvidenceView, Filter, GraphError, Store};

/// What a contradiction is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Dispute {
    /// Whether somebody was there.
    Attendance,
    /// Whether a meeting took place.
    Status,
    /// When, where or how it was.
    Circumstance,
    /// How much or how many.
    Quantity,
    /// Whether something was agreed.
    Agreement,
    /// Whether it was good.
    Judgement,
}

impl Dispute {
    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Attendance => "attendance",
            Self::Status => "status",
            Self::Circumstance => "circumstance",
            Self::Quantity => "quantity",
            Self::Agreement => "agreement",
            Self::Judgement => "judgement",
        }
    }
}

/// A contradiction.
#[derive(Debug, Clone, PartialEq)]
pub struct ConflictRow {
    /// What it is about.
    pub about: Dispute,
    /// The meeting it is about, where it is about one.
    pub meeting: Option<MeetingId>,
    /// The records that contradict each other: one, or two.
    pub records: Vec<RecordId>,
    /// The sides, the one that stands first where the rules say which.
    pub sides: Vec<ConflictSide>,
}

/// A side of a contradiction.
#[derive(Debug, Clone, PartialEq)]
pub struct ConflictSide {
    /// What it says, in the words of the record contract.
    pub value: String,
    /// Who tells it so.
    pub documents: Vec<DocumentId>,
    /// Who is told to have said it.
    pub speakers: Vec<ActorLabel>,
    /// Who passed it on, the nearest the reader first.
    pub chain: Vec<ActorLabel>,
    /// The words.
    pub evidence: Vec<EvidenceView>,
}

/// Contradictions in what was written; a data set contradicts itself too often to be listed.
#[derive(Debug, Clone)]
pub struct Conflicts<'s> {
    store: &'s Store,
    filter: Filter,
}

super::filter::filters!(Conflicts: actor, meeting, dates, limit);

impl Conflicts<'_> {
    /// The contradictions, by the day they are about, then by record.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn run(self) -> Result<Vec<ConflictRow>, GraphError> {
        let state = self.store.read();
        let ask = Ask::new(&state, &self.filter);
        let numbers = told_in_words(&ask.snapshot)?;
        let mut witness = Witness::new(&ask);
        let mut rows: Vec<(Option<Date>, ConflictRow)> = Vec::new();
        for number in &numbers.meetings {
            rows.extend(meeting(&ask, &mut witness, *number)?);
        }
        rows.extend(attendance::contradictions(&ask, &mut witness, &numbers.meetings)?);
        rows.extend(outcome::contradictions(&ask, &mut witness, &numbers.outcomes)?);
        rows.extend(statement::contradictions(&ask, &mut witness, &numbers.statements)?);
        let wanted = |row: &ConflictRow, day: Option<Date>| {
            let meeting = self.filter.meeting.as_ref();
            self.filter.admits_days(day.map(|day| (day, day)))
                && meeting.is_none_or(|meeting| row.meeting.as_ref() == Some(meeting))
                && self.filter.actor.as_ref().is_none_or(|actor| is_about(row, actor))
        };
        rows.retain(|(day, row)| wanted(row, *day));
        rows.sort_by(|(day, row), (other_day, other)| {
            (day, &row.records, row.about, &row.sides.len()).cmp(&(
                other_day,
                &other.records,
                other.about,
                &other.sides.len(),
            ))
        });
        rows.truncate(self.filter.limit.unwrap_or(usize::MAX));
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }
}

fn is_about(row: &ConflictRow, actor: &ActorId) -> bool {
    row.records.iter().any(|record| record.as_str() == actor.as_str())
        || row.sides.iter().any(|side| {
            side.speakers.iter().any(|speaker| speaker.id == *actor)
                || side.value.split(' ').any(|word| word == actor.as_str())
        })
}

/// What documents tell that are no data sets.
#[derive(Default)]
struct Numbers {
    meetings: BTreeSet<Node>,
    outcomes: BTreeSet<Node>,
    statements: BTreeSet<Node>,
}

fn told_in_words(snapshot: &Snapshot<'_>) -> Result<Numbers, GraphError> {
    let mut numbers = Numbers::default();
    for document in snapshot.state.index.documents_in_words()? {
        for number in snapshot.told(document)? {
            match snapshot.id(number)?.kind() {
                RecordKind::Meeting => numbers.meetings.insert(number),
                RecordKind::Outcome => numbers.outcomes.insert(number),
                RecordKind::Statement => numbers.statements.insert(number),
                _ => false,
            };
        }
    }
    Ok(numbers)
}

/// What documents disagree on of one meeting.
fn meeting(
    ask: &Ask<'_>,
    witness: &mut Witness<'_>,
    number: Node,
) -> Result<Vec<(Option<Date>, ConflictRow)>, GraphError> {
    let Some((told, view)) = ask.snapshot.whole_meeting(number)? else { return Ok(Vec::new()) };
    let RecordId::Meeting(id) = ask.snapshot.id(number)? else { return Ok(Vec::new()) };
    let day = view.when.as_ref().map(rapporteur_schema::Edtf::first_day);
    let mut rows = Vec::new();
    for conflict in &view.conflicts {
        let about = match conflict.field {
            "status" => Dispute::Status,
            "participants" => Dispute::Attendance,
            "when" | "place" | "medium" => Dispute::Circumstance,
            _ => continue,
        };
        let mut sides = Vec::with_capacity(conflict.values.len());
        for (value, documents) in &conflict.values {
            let spans: Vec<Span> = told
                .iter()
                .filter(|(document, _)| documents.contains(document))
                .flat_map(|(_, meeting)| words(meeting, about, value))
                .collect();
            sides.push(witness.side(value.clone(), documents.clone(), &spans)?);
        }
        let (meeting, records) = (Some(id.clone()), vec![id.clone().into()]);
        rows.push((day, ConflictRow { about, meeting, records, sides }));
    }
    Ok(rows)
}

/// The words by which a meeting's telling says a value.
fn words(meeting: &rapporteur_schema::Meeting, about: Dispute, value: &str) -> Vec<Span> {
    if about == Dispute::Attendance {
        let is = |part: &&rapporteur_schema::Participation| {
            let attendance = serde_json::to_value(part.attendance).ok();
            let attendance = attendance.as_ref().and_then(|word| word.as_str()).unwrap_or_default();
            value == format!("{} {attendance}", part.actor)
        };
        let spans: Vec<Span> =
            meeting.participants.iter().filter(is).flat_map(|part| part.evidence.clone()).collect();
        if !spans.is_empty() {
            return spans;
        }
    }
    meeting.evidence.clone()
}
