//! Opposite judgements of one meeting by speakers of different sides.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rapporteur_schema::{Act, Country, DocumentId, MeetingId, PlaceId, Record, RecordId, Statement};

use super::side::Witness;
use super::{ConflictRow, Dispute};
use crate::GraphError;
use crate::fold::fold;
use crate::index::keys::Node;
use crate::query::ask::Ask;

/// A meeting is spoken of as "the Geneva meeting" for so many days.
const DAYS: i32 = 7;

/// Words by which a meeting is called good.
const GOOD: [&str; 12] = [
    "success",
    "successful",
    "breakthrough",
    "productive",
    "constructive",
    "fruitful",
    "triumph",
    "historic",
    "excellent",
    "progress",
    "landmark",
    "useful",
];
/// Words by which it is called bad.
const BAD: [&str; 14] = [
    "failure",
    "fruitless",
    "waste",
    "surrender",
    "farce",
    "disaster",
    "useless",
    "pointless",
    "betrayal",
    "sham",
    "failed",
    "capitulation",
    "disappointing",
    "disgrace",
];

/// A judgement of a meeting.
struct Judged {
    document: DocumentId,
    statement: Statement,
    good: bool,
    country: Option<Country>,
}

pub(super) fn contradictions(
    ask: &Ask<'_>,
    witness: &mut Witness<'_>,
    numbers: &BTreeSet<Node>,
) -> Result<Vec<(Option<Date>, ConflictRow)>, GraphError> {
    let mut judged: BTreeMap<MeetingId, Vec<Judged>> = BTreeMap::new();
    for number in numbers {
        for telling in ask.snapshot.tellings(*number)? {
            let Record::Statement(statement) = telling.record else { continue };
            let Some(good) = judgement(&statement) else { continue };
            let country = ask.actor(&statement.speaker)?.country;
            for id in &statement.about {
                if let RecordId::Meeting(meeting) = id {
                    let meeting = meant(ask, &telling.document, meeting)?;
                    let (document, statement) = (telling.document.clone(), statement.clone());
                    judged.entry(meeting).or_default().push(Judged { document, statement, good, country });
                }
            }
        }
    }
    let mut rows = Vec::new();
    for (meeting, judged) in judged {
        let of = |good: bool| judged.iter().filter(move |one| one.good == good);
        let other = |one: &Judged, two: &Judged| {
            one.statement.speaker != two.statement.speaker
                && (one.country != two.country || one.country.is_none())
        };
        if !of(true).any(|one| of(false).any(|two| other(one, two))) {
            continue;
        }
        let mut sides = Vec::new();
        for good in [true, false] {
            let documents: BTreeSet<DocumentId> = of(good).map(|one| one.document.clone()).collect();
            let spans: Vec<_> = of(good).flat_map(|one| one.statement.evidence.clone()).collect();
            let value = if good { "praised" } else { "condemned" };
            sides.push(witness.side(value.to_owned(), documents.into_iter().collect(), &spans)?);
        }
        let view = match ask.number(meeting.clone())? {
            Some(number) => ask.snapshot.meeting_view(&meeting, &ask.snapshot.cards(number)?)?,
            None => None,
        };
        let day = view.and_then(|view| view.when.as_ref().map(rapporteur_schema::Edtf::first_day));
        let records = vec![meeting.clone().into()];
        rows.push((day, ConflictRow { about: Dispute::Judgement, meeting: Some(meeting), records, sides }));
    }
    Ok(rows)
}

/// The meeting that is meant where a document speaks of one: that, unless it is told of one side alone ("the minister
/// called the Geneva meeting a failure") and the document tells of just one there of two sides in the week before.
fn meant(ask: &Ask<'_>, document: &DocumentId, meeting: &MeetingId) -> Result<MeetingId, GraphError> {
    let Some(told) = of_sides(ask, meeting)? else { return Ok(meeting.clone()) };
    if told.sides > 1 {
        return Ok(meeting.clone());
    }
    let Some(document) = ask.number(document.clone())? else { return Ok(meeting.clone()) };
    let mut there = Vec::new();
    for number in ask.snapshot.told(document)? {
        let RecordId::Meeting(id) = ask.snapshot.id(number)? else { continue };
        let Some(other) = of_sides(ask, &id)? else { continue };
        let in_time = told.day.zip(other.day).is_some_and(|(day, other)| {
            other.until(day).is_ok_and(|span| (0..=DAYS).contains(&span.get_days()))
        });
        if other.sides > 1 && other.held && in_time && other.place.is_some() && other.place == told.place {
            there.push(id);
        }
    }
    Ok(if let [only] = there.as_slice() { only.clone() } else { meeting.clone() })
}

/// A meeting, as far as it is looked at here.
struct Sides {
    sides: usize,
    held: bool,
    day: Option<Date>,
    place: Option<PlaceId>,
}

fn of_sides(ask: &Ask<'_>, meeting: &MeetingId) -> Result<Option<Sides>, GraphError> {
    let Some(number) = ask.number(meeting.clone())? else { return Ok(None) };
    let view = ask.snapshot.meeting_view(meeting, &ask.snapshot.cards(number)?)?;
    let Some(view) = view.map(|view| view.record) else { return Ok(None) };
    let mut sides = BTreeSet::new();
    for part in view.participants.iter().filter(|part| !part.attendance.is_away()) {
        let actor = ask.actor(part.on_behalf_of.as_ref().unwrap_or(&part.actor))?;
        sides.insert(actor.country.map_or_else(|| actor.id.to_string(), |country| country.to_string()));
    }
    let day = view.when.as_ref().map(rapporteur_schema::Edtf::first_day);
    Ok(Some(Sides { sides: sides.len(), held: view.status.took_place(), day, place: view.place }))
}

/// Whether a statement calls something good or bad; nothing where it does neither, or both.
fn judgement(statement: &Statement) -> Option<bool> {
    let folded = fold(&statement.text);
    let has = |words: &[&str]| folded.split(' ').any(|word| words.contains(&word));
    match (has(&GOOD) || statement.act == Act::Praise, has(&BAD)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}
