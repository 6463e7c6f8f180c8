//! The answer to a query: its rows as JSON, and what they come to in one sentence.
//!
//! Invariant: a sentence says what the rows say and nothing else; of what is not told it says that it is not
//! told, never that it was not.

use std::collections::BTreeSet;

use rapporteur_graph::{Filter, MeetingRow};
use rapporteur_schema::{Attendance, MeetingStatus};
use serde_json::Value;

use super::label::location;
use super::word::word;
use super::{Row, attendance};
use crate::{Answer, Error, LinkRow, Query};

/// At most so many names stand in a sentence; the rows have all.
const NAMES: usize = 5;

/// The rows of an answer, as `--format json` shows them.
///
/// # Errors
/// [`Error::Render`], which no row of ours leads to.
pub fn answer_json(answer: &Answer) -> Result<Value, Error> {
    match answer {
        Answer::Meetings(rows) => values(rows),
        Answer::Statements(rows) => values(rows),
        Answer::Outcomes(rows) => values(rows),
        Answer::Actors(rows) => values(rows),
        Answer::Places(rows) => values(rows),
        Answer::Documents(rows) => values(rows),
        Answer::Conflicts(rows) => values(rows),
        Answer::Chain(rows) => values(rows),
        Answer::Timeline(rows) => values(rows),
        Answer::Events(timeline) => values(&timeline.events),
    }
}

fn values<R: Row>(rows: &[R]) -> Result<Value, Error> {
    let values = rows.iter().map(|row| serde_json::to_value(row.json())).collect::<Result<_, _>>();
    values.map(Value::Array).map_err(|error| Error::Render(error.to_string()))
}

/// What an answer comes to, in one sentence.
pub fn sentence(query: &Query, answer: &Answer) -> String {
    let count = answer.len();
    match answer {
        Answer::Meetings(rows) if query.filter.attendance.is_empty() => meetings(&query.filter, rows),
        Answer::Meetings(rows) => away(&query.filter, rows),
        Answer::Statements(rows) => {
            told(count, "statement", names(rows.iter().map(|row| row.speaker.name.as_str())))
        }
        Answer::Outcomes(rows) => {
            let kinds: Vec<String> = rows
                .iter()
                .map(|row| format!("{} ({})", word(row.outcome.record.kind), word(row.outcome.record.status)))
                .collect();
            told(count, "outcome", names(kinds.iter().map(String::as_str)))
        }
        Answer::Actors(rows) if query.filter.actor.is_some() => match count {
            0 => "Nobody is told to have met them.".to_owned(),
            _ => format!("{} met them.", names(rows.iter().map(|row| row.actor.record.name.as_str()))),
        },
        Answer::Actors(rows) => {
            told(count, "actor", names(rows.iter().map(|row| row.actor.record.name.as_str())))
        }
        Answer::Places(rows) => {
            told(count, "place", names(rows.iter().map(|row| row.place.record.name.as_str())))
        }
        Answer::Documents(_) => told(count, "document", String::new()),
        Answer::Conflicts(_) => told(count, "contradiction", String::new()),
        Answer::Chain(rows) => chain(rows),
        Answer::Events(_) => told(count, "event", String::new()),
        Answer::Timeline(rows) => match rows.last() {
            Some(last) => format!("It stands as {}.", word(last.standing)),
            None => "Nothing is told of it.".to_owned(),
        },
    }
}

/// `3 statements are told, by A and B.`
fn told(count: usize, what: &str, names: String) -> String {
    let are = if count == 1 { "is" } else { "are" };
    match (count, what, names.is_empty()) {
        (0, ..) => format!("No {what} that fits is told."),
        (_, "statement", false) => format!("{} {are} told, by {names}.", counted(count, what)),
        (_, _, true) => format!("{} {are} told.", counted(count, what)),
        (_, _, false) => format!("{} {are} told: {names}.", counted(count, what)),
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

fn meetings(filter: &Filter, rows: &[MeetingRow]) -> String {
    let status = match filter.status.as_slice() {
        [] => "told to have taken place",
        [MeetingStatus::Planned | MeetingStatus::Proposed, ..] => "told as planned or proposed",
        [MeetingStatus::Cancelled] => "told as called off",
        _ => "told so",
    };
    if rows.is_empty() {
        return format!("No meeting that fits is {status}.");
    }
    let asked = |row: &MeetingRow| -> Vec<String> {
        let asked = [&filter.actor, &filter.with];
        let others = row.attendees.iter().filter(|attendee| {
            !attendee.attendance.is_away() && !asked.iter().any(|id| id.as_ref() == Some(&attendee.actor.id))
        });
        others.map(|attendee| attendee.actor.name.clone()).collect()
    };
    let others: Vec<String> = rows.iter().flat_map(asked).collect();
    let who = names(others.iter().map(String::as_str));
    let when_and_where = |row: &MeetingRow| {
        let when = row.when.as_ref().map(|when| format!(" on {when}")).unwrap_or_default();
        let place = location(row.place.as_ref(), &row.within);
        if place.is_empty() { when } else { format!("{when} in {place}") }
    };
    let extent = match rows {
        [only] => format!("1 meeting is {status},{}", when_and_where(only)),
        [first, .., last] => {
            let ends: Vec<String> =
                [first, last].iter().filter_map(|row| row.when.as_ref().map(ToString::to_string)).collect();
            let between = if let [one, other] = ends.as_slice() {
                let (one, other) = if one <= other { (one, other) } else { (other, one) };
                format!(", from {one} to {other}")
            } else {
                String::new()
            };
            format!("{} meetings are {status}{between}", rows.len())
        }
        [] => String::new(),
    };
    let extent = extent.trim_end_matches(',').to_owned();
    let with = if filter.actor.is_some() { "with" } else { "by" };
    if who.is_empty() { format!("{extent}.") } else { format!("{extent}, {with} {who}.") }
}

/// Who was so, or stayed away.
fn away(filter: &Filter, rows: &[MeetingRow]) -> String {
    let attendees = attendance(rows, &filter.attendance);
    let who = names(attendees.iter().map(|row| row.attendee.actor.name.as_str()));
    let is_away = filter.attendance.iter().all(|attendance| attendance.is_away());
    let how = match filter.attendance.as_slice() {
        _ if is_away => "stayed away",
        [Attendance::Expected | Attendance::Invited, ..] => "was expected or invited",
        _ => "was there",
    };
    if who.is_empty() {
        return format!("Nobody is told to have {}.", if is_away { "stayed away" } else { "been so" });
    }
    format!("{}: {who}.", if is_away { "Told to have stayed away".to_owned() } else { format!("Who {how}") })
}

fn chain(rows: &[LinkRow]) -> String {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return "No chain of meetings between them is told.".to_owned();
    };
    let mut text =
        format!("{} and {} are {} apart", first.from.name, last.to.name, counted(rows.len(), "meeting"));
    for (at, link) in rows.iter().enumerate() {
        let lead = if at == 0 { ": " } else { ", who met " };
        if at == 0 {
            text += &format!("{lead}{} met {}", link.from.name, link.to.name);
        } else {
            text += &format!("{lead}{}", link.to.name);
        }
    }
    text + "."
}

/// `A, B and 3 others`, each once, in the order of the rows.
fn names<'n>(all: impl Iterator<Item = &'n str>) -> String {
    let mut seen = BTreeSet::new();
    let names: Vec<&str> = all.filter(|name| seen.insert(*name)).collect();
    let shown = if names.len() > NAMES + 1 { NAMES } else { names.len() };
    let rest = names.len() - shown;
    let mut parts: Vec<String> = names[..shown].iter().map(|name| (*name).to_owned()).collect();
    if rest > 0 {
        parts.push(format!("{rest} others"));
    }
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}
