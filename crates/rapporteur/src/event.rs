//! What was done day by day: by an actor, between two, of a meeting, at a place.
//!
//! It must not know how it is drawn. Invariant: everything that the questions answer with is in it once, dated or
//! not, in the order of the days.

use std::collections::{BTreeMap, HashMap};

use rapporteur_graph::{
    ActorLabel, AsOf, Filter, MeetingRow, OutcomeRow, PlaceLabel, StatementRow, StatusTold, Store,
};
use rapporteur_schema::{ActorId, ActorKind, Attendance, Edtf, MeetingId, Record, RecordId};

use crate::Error;

/// What happened (SEM `Event`): a meeting, a statement, an outcome, or the telling of a meeting's status.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A meeting of any status.
    Meeting(MeetingRow),
    /// Something said.
    Statement(StatementRow),
    /// Something that came of it.
    Outcome(OutcomeRow),
    /// A status of this meeting, told on a day.
    Told(MeetingId, StatusTold),
}

/// What an event was to the subject of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The subject was at a meeting, or was not.
    Attended(Attendance),
    /// The subject said it, is a party to it, or is where it happened.
    In,
}

/// An event on a timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct EventRow {
    /// The record.
    pub id: RecordId,
    /// When, as exactly as told; an outcome without a date has its meeting's.
    pub when: Option<Edtf>,
    /// What happened.
    pub event: Event,
    /// Where.
    pub place: Option<PlaceLabel>,
    /// The places around it, the narrowest first.
    pub within: Vec<PlaceLabel>,
    /// What it was to the subject of each lane; nothing where it was without them.
    pub parts: Vec<Option<Part>>,
}

/// Events by day, and whose they are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Timeline {
    /// The names of those whom it is of: of a pair two, else one.
    pub lanes: Vec<String>,
    /// What happened, by day and id; what has no date comes last.
    pub events: Vec<EventRow>,
}

impl Timeline {
    /// What an actor did, two did together and said of each other, what happened at a place, or what is told of a
    /// meeting: its status by the days on which it was told, statements about it, and what came of it.
    ///
    /// A statement has no place: where a place is asked for there are none.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn of(store: &Store, filter: &Filter) -> Result<Self, Error> {
        // The number is that of all events together, not of each question's.
        let whole = Filter { limit: None, latest: false, ..filter.clone() };
        let gathered = Gathered::of(store, &whole)?;
        let mut timeline = match &whole.meeting {
            Some(meeting) => gathered.of_meeting(store, &whole, meeting)?,
            None => gathered.of_actors(store, &whole)?,
        };
        if filter.latest {
            let dated = timeline.events.iter().filter(|event| event.when.is_some()).count();
            timeline.events[..dated].reverse();
        }
        timeline.events.truncate(filter.limit.unwrap_or(usize::MAX));
        Ok(timeline)
    }
}

/// What the questions answer, before it is known what it was to whom.
struct Gathered {
    meetings: BTreeMap<MeetingId, MeetingRow>,
    statements: BTreeMap<RecordId, StatementRow>,
    outcomes: Vec<OutcomeRow>,
}

impl Gathered {
    fn of(store: &Store, filter: &Filter) -> Result<Self, Error> {
        let mut statements = BTreeMap::new();
        for filter in statement_filters(filter) {
            let rows = store.statements().matching(filter).run()?;
            statements.extend(rows.into_iter().map(|row| (row.statement.id.clone().into(), row)));
        }
        let meetings = store.meetings().matching(filter.clone()).run()?;
        let outcomes = store.outcomes().matching(filter.clone()).run()?;
        let meetings = meetings.into_iter().map(|row| (row.id.clone(), row)).collect();
        Ok(Self { meetings, statements, outcomes })
    }

    fn of_actors(self, store: &Store, filter: &Filter) -> Result<Timeline, Error> {
        let mut subjects = Vec::new();
        for id in [&filter.actor, &filter.with].into_iter().flatten() {
            subjects.push(Subject::of(store, filter, id)?);
        }
        let lanes = match (subjects.is_empty(), &filter.place, filter.country) {
            (false, ..) => subjects.iter().map(|subject| subject.label.name.clone()).collect(),
            (true, Some(place), _) => vec![name(store, filter, &place.clone().into())?],
            (true, None, Some(country)) => vec![country.to_string()],
            (true, None, None) => vec!["Everything told".to_owned()],
        };
        Ok(Timeline { lanes, events: self.events(store, filter, &subjects)? })
    }

    fn of_meeting(self, store: &Store, filter: &Filter, meeting: &MeetingId) -> Result<Timeline, Error> {
        let title = name(store, filter, &meeting.clone().into())?;
        let mut events = self.events(store, filter, &[])?;
        events.iter_mut().for_each(|event| event.parts.push(None));
        for told in AsOf::of(store, filter).timeline(meeting)? {
            events.push(EventRow {
                id: meeting.clone().into(),
                when: told.day.map(Edtf::day),
                event: Event::Told(meeting.clone(), told),
                place: None,
                within: Vec::new(),
                parts: vec![None, Some(Part::In)],
            });
        }
        arrange(&mut events);
        Ok(Timeline { lanes: vec![title, "As told".to_owned()], events })
    }

    fn events(self, store: &Store, filter: &Filter, subjects: &[Subject]) -> Result<Vec<EventRow>, Error> {
        let mut known: HashMap<MeetingId, Option<MeetingRow>> = HashMap::new();
        let mut events = Vec::new();
        for row in self.outcomes {
            let meeting = match row.meeting.as_ref().map(|(id, _)| id) {
                None => None,
                Some(id) => match self.meetings.get(id) {
                    Some(row) => Some(row),
                    None => {
                        if !known.contains_key(id) {
                            known.insert(id.clone(), meeting(store, filter, id)?);
                        }
                        known.get(id).and_then(Option::as_ref)
                    }
                },
            };
            let party = |subject: &Subject| row.parties.iter().any(|party| subject.is(party, None));
            events.push(EventRow {
                id: row.outcome.id.clone().into(),
                when: row.outcome.when.clone().or_else(|| meeting.and_then(|meeting| meeting.when.clone())),
                place: row.place.clone(),
                within: meeting.map(|meeting| meeting.within.clone()).unwrap_or_default(),
                parts: parts(subjects, |subject| party(subject).then_some(Part::In)),
                event: Event::Outcome(row),
            });
        }
        for (id, row) in self.statements {
            let said = |subject: &Subject| {
                let principal = row.on_behalf_of.as_ref();
                subject.is(&row.speaker, principal) || principal.is_some_and(|other| subject.is(other, None))
            };
            events.push(EventRow {
                id,
                when: row.statement.when.clone(),
                place: None,
                within: Vec::new(),
                parts: parts(subjects, |subject| said(subject).then_some(Part::In)),
                event: Event::Statement(row),
            });
        }
        for (id, row) in self.meetings {
            let attendance = |subject: &Subject| {
                let own = row
                    .attendees
                    .iter()
                    .filter(|attendee| subject.is(&attendee.actor, attendee.on_behalf_of.as_ref()));
                // Who of a state came stands before who of it stayed away.
                own.map(|attendee| attendee.attendance).min()
            };
            events.push(EventRow {
                id: id.into(),
                when: row.when.clone(),
                place: row.place.clone(),
                within: row.within.clone(),
                parts: parts(subjects, |subject| attendance(subject).map(Part::Attended)),
                event: Event::Meeting(row),
            });
        }
        arrange(&mut events);
        Ok(events)
    }
}

/// Of a pair: what either said to the other or of the other. Where a place is asked for there are no statements.
fn statement_filters(filter: &Filter) -> Vec<Filter> {
    if filter.place.is_some() || filter.country.is_some() {
        return Vec::new();
    }
    let (Some(one), Some(other)) = (&filter.actor, &filter.with) else { return vec![filter.clone()] };
    let mut filters = Vec::new();
    for (speaker, other) in [(one, other), (other, one)] {
        let by = Filter { actor: Some(speaker.clone()), with: None, ..filter.clone() };
        filters.push(Filter { with: Some(other.clone()), ..by.clone() });
        filters.push(Filter { about: Some(other.clone()), ..by });
    }
    filters
}

/// Of a timeline without actors there is one lane, and everything is in it.
fn parts(subjects: &[Subject], part: impl Fn(&Subject) -> Option<Part>) -> Vec<Option<Part>> {
    if subjects.is_empty() { vec![Some(Part::In)] } else { subjects.iter().map(part).collect() }
}

fn arrange(events: &mut [EventRow]) {
    let told = |event: &EventRow| matches!(event.event, Event::Told(..));
    events.sort_by_cached_key(|event| {
        (event.when.is_none(), event.when.clone(), !told(event), event.id.clone())
    });
}

fn meeting(store: &Store, asked: &Filter, id: &MeetingId) -> Result<Option<MeetingRow>, Error> {
    let filter = Filter { meeting: Some(id.clone()), ..AsOf::of(store, asked).filter() };
    Ok(store.meetings().matching(filter).run()?.into_iter().next())
}

/// A record's name, or its id where it has none.
fn name(store: &Store, filter: &Filter, id: &RecordId) -> Result<String, Error> {
    let view = AsOf::of(store, filter).record(id)?;
    let name = view.and_then(|view| match view.record {
        Record::Actor(actor) => Some(actor.name),
        Record::Place(place) => Some(place.name),
        Record::Meeting(meeting) => meeting.name,
        _ => None,
    });
    Ok(name.unwrap_or_else(|| id.to_string()))
}

/// Whose lane it is, and who counts as them.
struct Subject {
    label: ActorLabel,
    nationals: bool,
}

impl Subject {
    fn of(store: &Store, filter: &Filter, id: &ActorId) -> Result<Self, Error> {
        let view = AsOf::of(store, filter).record(&id.clone().into())?;
        let label = match view.map(|view| view.record) {
            Some(Record::Actor(actor)) => {
                ActorLabel { id: actor.id, name: actor.name, kind: Some(actor.kind), country: actor.country }
            }
            _ => ActorLabel { id: id.clone(), name: id.slug().to_owned(), kind: None, country: None },
        };
        Ok(Self { label, nationals: filter.including_nationals })
    }

    /// Whether an actor is the subject or counts as it: see [`Filter::including_nationals`].
    fn is(&self, actor: &ActorLabel, on_behalf_of: Option<&ActorLabel>) -> bool {
        let national = || {
            let state = self.label.kind == Some(ActorKind::State);
            state && self.label.country.is_some() && actor.country == self.label.country
        };
        let acts_for = || on_behalf_of.is_some_and(|principal| principal.id == self.label.id);
        actor.id == self.label.id || (self.nationals && (national() || acts_for()))
    }
}
