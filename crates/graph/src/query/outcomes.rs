//! What came of it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rapporteur_schema::{Edtf, MeetingId, Outcome, OutcomeId, OutcomeStatus, Record, RecordKind};

use super::ask::{Ask, StandIns, arrange, speaks_of};
use super::filter::filters;
use super::fulfilment;
use super::label::{ActorLabel, PlaceLabel};
use crate::index::card::{Card, Facts};
use crate::index::derive::Relation;
use crate::index::keys::Node;
use crate::view::Merge;
use crate::{Filter, GraphError, Store, Support, View};

/// An outcome, with the names of those in it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct OutcomeRow {
    /// The outcome.
    pub outcome: View<Outcome>,
    /// Whom it binds or concerns.
    pub parties: Vec<ActorLabel>,
    /// Who confirmed it.
    pub confirmed_by: Vec<ActorLabel>,
    /// The meeting it came of, and its name.
    pub meeting: Option<(MeetingId, Option<String>)>,
    /// Where that meeting was.
    pub place: Option<PlaceLabel>,
    /// Of what is to be done by a day: the outcome that tells that it was done.
    pub fulfilled_by: Option<OutcomeId>,
    /// Who says so.
    pub support: Support,
}

impl OutcomeRow {
    /// Whether it is told as done, by the documents that promise it or by others.
    pub fn is_fulfilled(&self) -> bool {
        self.fulfilled_by.is_some() || self.outcome.record.status == OutcomeStatus::Implemented
    }
}

/// Outcomes: `place` and `country` are those of the meeting it came of.
#[derive(Debug, Clone)]
pub struct Outcomes<'s> {
    store: &'s Store,
    filter: Filter,
}

filters!(Outcomes: actor, with, place, country, dates, document, meeting, words, outcome_kind, outcome_status, due, nationals, limit);

impl Outcomes<'_> {
    /// The outcomes.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn run(self) -> Result<Vec<OutcomeRow>, GraphError> {
        let (filter, state) = (&self.filter, self.store.read());
        // An outcome without a date has its meeting's, so days are looked at later.
        let dateless = Filter { from: None, until: None, ..filter.clone() };
        let ask = Ask::new(&state, &dateless);
        let actor = filter.actor.as_ref().map(|actor| ask.stand_ins(actor)).transpose()?;
        let with = filter.with.as_ref().map(|actor| ask.stand_ins(actor)).transpose()?;
        let region = ask.region()?;
        let meetings = match (&filter.meeting, &region) {
            (Some(meeting), _) => Some(ask.number(meeting.clone())?.into_iter().collect()),
            (None, Some(region)) => Some(ask.linked(region.iter().copied(), &[Relation::Place])?),
            (None, None) => None,
        };
        let mut candidates = match (&actor, &meetings, &filter.document) {
            (Some(actor), ..) => ask.linked(actor.actors.iter().copied(), &[Relation::Party])?,
            (_, Some(meetings), _) => ask.linked(meetings.iter().copied(), &[Relation::CameOf])?,
            (_, _, Some(document)) => ask.told_by(document, RecordKind::Outcome)?,
            _ => ask.all(RecordKind::Outcome)?,
        };
        if let (Some(_), Some(region)) = (&filter.meeting, &region) {
            let there = ask.linked(region.iter().copied(), &[Relation::Place])?;
            candidates.retain(|_| meetings.iter().flatten().all(|meeting| there.contains(meeting)));
        }
        let mut rows = Vec::new();
        for node in candidates {
            let cards = ask.snapshot.cards(node)?;
            let fits = cards
                .iter()
                .any(|(_, card)| fits(filter, &card.facts, actor.as_ref(), with.as_ref(), meetings.as_ref()));
            if !fits || !ask.admits_tellers(&cards)? {
                continue;
            }
            let Some(outcome) = view(&ask, &cards)? else { continue };
            let texts = outcome.evidence.iter().map(|span| span.text.as_str()).chain([outcome.text.as_str()]);
            if filter.words.as_ref().is_some_and(|words| !speaks_of(words, texts)) {
                continue;
            }
            if (filter.due || filter.overdue_on.is_some()) && outcome.due.is_none() {
                continue;
            }
            let row = row(&ask, outcome)?;
            let overdue = |on: Date| {
                let due = row.0.outcome.due.as_ref();
                !row.0.is_fulfilled() && due.is_some_and(|due| due.last_day() < on)
            };
            if filter.overdue_on.is_some_and(|on| !overdue(on)) {
                continue;
            }
            if filter.admits_days(row.1.as_ref().map(|when| (when.first_day(), when.last_day()))) {
                rows.push((node, row));
            }
        }
        arrange(filter, &mut rows, |(_, (row, when))| (when.clone(), row.outcome.id.clone()));
        let supported = rows.into_iter().map(|(node, (row, _))| {
            Ok(OutcomeRow { support: ask.support(node, &ask.snapshot.cards(node)?)?, ..row })
        });
        supported.collect()
    }
}

fn fits(
    filter: &Filter,
    facts: &Facts,
    actor: Option<&StandIns>,
    with: Option<&StandIns>,
    meetings: Option<&BTreeSet<Node>>,
) -> bool {
    let Facts::Outcome { kind, status, parties, meeting, .. } = facts else { return false };
    let party = |who: &StandIns| parties.iter().any(|party| who.actors.contains(party));
    actor.is_none_or(party)
        && with.is_none_or(party)
        && meetings.is_none_or(|meetings| meeting.is_some_and(|meeting| meetings.contains(&meeting)))
        && (filter.outcome_kind.is_empty() || filter.outcome_kind.contains(kind))
        && (filter.outcome_status.is_empty() || filter.outcome_status.contains(status))
}

fn view(ask: &Ask<'_>, cards: &[(Node, Card)]) -> Result<Option<View<Outcome>>, GraphError> {
    let tellings = ask.snapshot.tellings_of(cards)?.into_iter().filter_map(|telling| match telling.record {
        Record::Outcome(outcome) => Some((telling.document, outcome)),
        _ => None,
    });
    Ok(Merge::view(tellings.collect()))
}

/// The row, still without who says so, and the date by which it is found: the outcome's, or its meeting's.
fn row(ask: &Ask<'_>, outcome: View<Outcome>) -> Result<(OutcomeRow, Option<Edtf>), GraphError> {
    let mut when = outcome.when.clone();
    let (mut meeting, mut place) = (None, None);
    if let Some(id) = &outcome.meeting {
        let cards = match ask.number(id.clone())? {
            Some(node) => ask.snapshot.cards(node)?,
            None => Vec::new(),
        };
        let told = ask.snapshot.meeting_view(id, &cards)?.map(|view| view.record);
        when = when.or_else(|| told.as_ref().and_then(|told| told.when.clone()));
        place =
            told.as_ref().and_then(|told| told.place.as_ref()).map(|place| ask.place(place)).transpose()?;
        meeting = Some((id.clone(), told.and_then(|told| told.name)));
    }
    let (parties, confirmed_by) = (ask.actors(&outcome.parties)?, ask.actors(&outcome.confirmed_by)?);
    let fulfilled_by = fulfilment::fulfilled_by(ask, &outcome)?;
    let support = Support::default();
    Ok((OutcomeRow { outcome, parties, confirmed_by, meeting, place, fulfilled_by, support }, when))
}
