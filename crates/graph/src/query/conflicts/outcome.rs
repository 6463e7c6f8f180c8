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
use crate::query::words::words;

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
            told.push(Told { words: words_of(&outcome), document: telling.document, outcome, day });
        }
    }
    let mut found: BTreeMap<Thing, (Option<Date>, ConflictRow)> = BTreeMap::new();
    for (at, one) in told.iter().enumerate() {
        for other in &told[at + 1..] {
            let Some((about, thing)) = contradict(one, other) else { continue };
            let (first, second) = (side(witness, about, &thing, one)?, side(witness, about, &thing, other)?);
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

fn side(
    witness: &mut Witness<'_>,
    about: Dispute,
    thing: &str,
    told: &Told,
) -> Result<ConflictSide, GraphError> {
    let value = match (about, &told.outcome.quantity) {
        (Dispute::Quantity, Some(quantity)) => format!("{} {thing}", quantity.value).trim_end().to_owned(),
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
    if let (Some((value, unit, thing)), Some((other, other_unit, other_thing))) =
        (counted(first), counted(second))
        && (unit == other_unit || (thing.is_some() && thing == other_thing))
        && value != other
        && is_done(first.status) == is_done(second.status)
        && first.kind == second.kind
        && !common.is_empty()
    {
        let named = if unit == other_unit { unit } else { thing.unwrap_or_default() };
        return Some((Dispute::Quantity, named));
    }
    let opposed = (is_refused(first.status) && is_done(second.status))
        || (is_done(first.status) && is_refused(second.status));
    // What is rejected is of the kind of no agreement, or of none.
    let open = |outcome: &Outcome| {
        matches!(outcome.kind, OutcomeKind::NoAgreement)
            || is_refused(outcome.status) && matches!(outcome.kind, OutcomeKind::Other)
    };
    let one_thing = first.kind == second.kind || open(first) || open(second);
    let thing = common.iter().next_back().map(|word| (*word).clone());
    (opposed && one_thing && common.len() > 1).then_some((Dispute::Agreement, thing.unwrap_or_default()))
}

/// The unit of a quantity, and the thing counted as the words behind the number name it: of "131 detained crew
/// members on Monday" the members.
fn counted(outcome: &Outcome) -> Option<(f64, String, Option<String>)> {
    let quantity = outcome.quantity.as_ref()?;
    Some((quantity.value, unit(&quantity.unit), thing(&outcome.text, quantity.value)))
}

fn unit(unit: &Option<String>) -> String {
    unit.as_deref().map(fold).unwrap_or_default()
}

/// Words that end the name of what is counted.
const ENDS: [&str; 30] = [
    "a", "an", "the", "of", "on", "in", "at", "from", "to", "for", "by", "with", "and", "or", "per", "each",
    "after", "before", "since", "during", "who", "that", "which", "was", "were", "is", "are", "had", "have",
    "has",
];

/// The last word of the name of what stands behind a number, without the plural's ending.
fn thing(text: &str, value: f64) -> Option<String> {
    let mut words = text.split_whitespace();
    words.find(|word| {
        let number: String = word.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        number.trim_end_matches('.').parse() == Ok(value)
    })?;
    let mut last: Option<&str> = None;
    for word in words {
        // "26 Maltese trawlers" goes on, "26 trawlers Sunday" does not.
        let is_name = word.starts_with(char::is_uppercase) && last.is_some();
        if is_name || ENDS.contains(&word) || !word.starts_with(char::is_alphabetic) {
            break;
        }
        last = Some(word);
        if !word.ends_with(char::is_alphanumeric) {
            break;
        }
    }
    last.map(|word| fold(word).trim_end_matches('s').to_owned())
}

/// The words of an outcome that tell what it is about.
fn words_of(outcome: &Outcome) -> BTreeSet<String> {
    // Who talked, and how it ended, is said of everything.
    const SAID_OF_ALL: [&str; 13] = [
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
    ];
    const DONE: [&str; 2] = ["released", "freed"];
    let mut words = words(&outcome.text);
    words.retain(|word| !SAID_OF_ALL.contains(&word.as_str()) && !DONE.contains(&word.as_str()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_named_behind_the_number() {
        for (text, value, named) in [
            ("freed all 131 detained crew members on Monday", 131.0, Some("member")),
            ("freed 118 crew members.", 118.0, Some("member")),
            ("detained 26 Maltese trawlers", 26.0, Some("trawler")),
            ("detained 26 trawlers Sunday", 26.0, Some("trawler")),
            ("a quota of 450 tonnes a year", 450.0, Some("tonne")),
            ("paid 1,200 euros, it said", 1200.0, Some("euro")),
            ("14 of the crew", 14.0, None),
            ("nobody counted", 3.0, None),
        ] {
            assert_eq!(thing(text, value).as_deref(), named, "{text}");
        }
    }
}
