//! Outcomes that contradict each other: numbers of one thing that differ, and what was agreed and rejected.
//!
//! Two outcomes speak of one thing where they came of one meeting or of one week, have a party in common, and
//! their words do: a quota and a quota, trawlers and trawlers.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rapporteur_schema::{DocumentId, Outcome, OutcomeKind, OutcomeStatus, Record, RecordId, Span};

use super::side::Witness;
use super::{ConflictRow, ConflictSide, Dispute};
use crate::GraphError;
use crate::fold::fold;
use crate::index::keys::Node;
use crate::query::ask::Ask;

/// Outcomes that are told as of so many days apart are two.
const DAYS: i64 = 7;

/// What is contradicted: in what way, of which meeting, and what it is.
type Thing = (Dispute, Option<RecordId>, String);

/// An outcome as a document tells it.
struct Told {
    document: DocumentId,
    outcome: Outcome,
    words: BTreeSet<String>,
    day: Option<Date>,
}

pub(super) fn contradictions(
    ask: &Ask<'_>,
    witness: &mut Witness<'_>,
    numbers: &BTreeSet<Node>,
) -> Result<Vec<(Option<Date>, ConflictRow)>, GraphError> {
    let mut told: Vec<Told> = Vec::new();
    for number in numbers {
        for telling in ask.snapshot.tellings(*number)? {
            let Record::Outcome(outcome) = telling.record else { continue };
            let mut day = outcome.when.as_ref().map(rapporteur_schema::Edtf::first_day);
            if day.is_none()
                && let Some(teller) = ask.number(telling.document.clone())?
            {
                day = ask.snapshot.admitted().public(teller)?;
            }
            told.push(Told { words: words(&outcome), document: telling.document, outcome, day });
        }
    }
    let mut found: BTreeMap<Thing, (Option<Date>, ConflictRow)> = BTreeMap::new();
    for (at, one) in told.iter().enumerate() {
        for other in &told[at + 1..] {
            let Some((about, thing)) = contradict(one, other) else { continue };
            let (first, second) = (side(witness, about, one)?, side(witness, about, other)?);
            let meeting = one.outcome.meeting.clone().or_else(|| other.outcome.meeting.clone());
            let key = (about, meeting.clone().map(Into::into), thing);
            let mut records: Vec<RecordId> =
                vec![one.outcome.id.clone().into(), other.outcome.id.clone().into()];
            records.dedup();
            let fresh = || (one.day, ConflictRow { about, meeting, records, sides: Vec::new() });
            let row = &mut found.entry(key).or_insert_with(fresh).1;
            for side in [first, second] {
                add(&mut row.sides, side);
            }
        }
    }
    Ok(found.into_values().collect())
}

/// Adds a side, or to the side that says the same.
fn add(sides: &mut Vec<ConflictSide>, side: ConflictSide) {
    match sides.iter_mut().find(|known| known.value == side.value) {
        None => sides.push(side),
        Some(known) => {
            for document in side.documents {
                if !known.documents.contains(&document) {
                    known.documents.push(document);
                    known.evidence.extend(side.evidence.iter().cloned());
                }
            }
        }
    }
}

fn side(witness: &mut Witness<'_>, about: Dispute, told: &Told) -> Result<ConflictSide, GraphError> {
    let value = match (about, &told.outcome.quantity) {
        (Dispute::Quantity, Some(quantity)) => {
            format!("{} {}", quantity.value, unit(&quantity.unit)).trim_end().to_owned()
        }
        _ if is_refused(told.outcome.status) => "rejected".to_owned(),
        _ => "agreed".to_owned(),
    };
    let spans: Vec<Span> = told.outcome.evidence.clone();
    witness.side(value, vec![told.document.clone()], &spans)
}

const fn is_refused(status: OutcomeStatus) -> bool {
    matches!(status, OutcomeStatus::Rejected | OutcomeStatus::Failed)
}

const fn is_done(status: OutcomeStatus) -> bool {
    matches!(status, OutcomeStatus::Agreed | OutcomeStatus::Signed | OutcomeStatus::Implemented)
}

/// What two tellings contradict each other about, and of which thing.
fn contradict(one: &Told, other: &Told) -> Option<(Dispute, String)> {
    if one.document == other.document {
        return None;
    }
    let (first, second) = (&one.outcome, &other.outcome);
    let meeting = first.meeting.is_some() && first.meeting == second.meeting;
    let elsewhere = first.meeting.is_some() && second.meeting.is_some() && !meeting;
    let week = one.day.zip(other.day).is_some_and(|(day, other)| {
        day.until(other).is_ok_and(|span| i64::from(span.get_days()).abs() <= DAYS)
    });
    let parties = first.parties.iter().any(|party| second.parties.contains(party));
    let common: BTreeSet<&String> = one.words.intersection(&other.words).collect();
    if elsewhere || !(meeting || week) || !(parties || meeting) {
        return None;
    }
    if let (Some(quantity), Some(against)) = (&first.quantity, &second.quantity)
        && unit(&quantity.unit) == unit(&against.unit)
        && quantity.value != against.value
        && is_done(first.status) == is_done(second.status)
        && first.kind == second.kind
        && !common.is_empty()
    {
        return Some((Dispute::Quantity, unit(&quantity.unit)));
    }
    let opposed = (is_refused(first.status) && is_done(second.status))
        || (is_done(first.status) && is_refused(second.status));
    let one_thing = first.kind == second.kind
        || matches!(first.kind, OutcomeKind::NoAgreement)
        || matches!(second.kind, OutcomeKind::NoAgreement);
    let thing = common.iter().next_back().map(|word| (*word).clone());
    (opposed && one_thing && common.len() > 1).then_some((Dispute::Agreement, thing.unwrap_or_default()))
}

fn unit(unit: &Option<String>) -> String {
    unit.as_deref().map(fold).unwrap_or_default()
}

/// The words of an outcome that tell what it is about.
fn words(outcome: &Outcome) -> BTreeSet<String> {
    const PLAIN: [&str; 34] = [
        "that",
        "with",
        "from",
        "their",
        "they",
        "have",
        "been",
        "were",
        "said",
        "will",
        "would",
        "into",
        "over",
        "this",
        "which",
        "after",
        "before",
        "also",
        "both",
        "sides",
        "talks",
        "meeting",
        "minister",
        "foreign",
        "president",
        "prime",
        "government",
        "agreed",
        "rejected",
        "signed",
        "accepted",
        "refused",
        "released",
        "freed",
    ];
    let folded = fold(&outcome.text);
    folded.split(' ').filter(|word| word.len() > 3 && !PLAIN.contains(word)).map(str::to_owned).collect()
}
