//! Meetings, and who met whom, where.

use std::collections::BTreeSet;

use rapporteur_schema::{
    Attendance, Edtf, Medium, Meeting, MeetingId, MeetingStatus, RecordId, RecordKind, Role,
};

use super::ask::{Ask, StandIns, arrange};
use super::evidence::Reader;
use super::filter::filters;
use super::label::{ActorLabel, PlaceLabel};
use crate::index::card::{Card, Facts};
use crate::index::derive::Relation;
use crate::index::keys::Node;
use crate::{EvidenceView, Filter, GraphError, Store, Support, View};

/// A meeting, with the names of those in it.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingRow {
    /// The meeting.
    pub id: MeetingId,
    /// Its name, where a text gives it one.
    pub name: Option<String>,
    /// Whether it took place, as most surely told.
    pub status: MeetingStatus,
    /// How they met.
    pub medium: Medium,
    /// When, as exactly as told.
    pub when: Option<Edtf>,
    /// Where, as narrowly as told.
    pub place: Option<PlaceLabel>,
    /// The places around it, the narrowest first, as far as they are known.
    pub within: Vec<PlaceLabel>,
    /// Who was there and who was not, those present first. An actor of whom documents disagree stands
    /// here once for each attendance.
    pub attendees: Vec<Attendee>,
    /// The ids under which documents tell of it: more than one where several tellings were found to be one.
    pub members: Vec<MeetingId>,
    /// Who says so.
    pub support: Support,
    /// The meeting in whose course it was: the summit that it was on the margins of.
    pub part_of: Option<MeetingId>,
    /// The meetings that it follows: those that documents name, and of a round the one before.
    pub follows: Vec<MeetingId>,
    /// What documents disagree on, by the fields of the record contract.
    pub disputed: Vec<&'static str>,
}

impl MeetingRow {
    /// Those who were there.
    pub fn present(&self) -> impl Iterator<Item = &Attendee> {
        self.attendees.iter().filter(|attendee| attendee.attendance == Attendance::Attended)
    }

    /// Those of the attendances given.
    pub fn with_attendance(&self, any_of: &[Attendance]) -> impl Iterator<Item = &Attendee> {
        self.attendees.iter().filter(move |attendee| any_of.contains(&attendee.attendance))
    }
}

/// An actor's part in a meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Attendee {
    /// Who.
    pub actor: ActorLabel,
    /// Whether they were there.
    pub attendance: Attendance,
    /// As what.
    pub role: Role,
    /// For whom.
    pub on_behalf_of: Option<ActorLabel>,
    /// The words that show it; filled only where the question asks for an attendance or for evidence.
    pub evidence: Vec<EvidenceView>,
}

/// "Who met whom, where?": meetings that took place, unless another status or attendance is asked for.
#[derive(Debug, Clone)]
pub struct Met<'s> {
    store: &'s Store,
    filter: Filter,
}

filters!(Met: actor, with, place, country, dates, document, meeting, status, medium, attendance, role, nationals, limit);

impl Met<'_> {
    /// Those who stayed away (absent or declined), of meetings of any status, with the words that say so.
    #[must_use]
    pub fn absent(mut self) -> Self {
        self.filter.attendance = vec![Attendance::Absent, Attendance::Declined];
        self
    }

    /// The meetings. Where an attendance is asked for, the status is any unless given, and the attendees
    /// of that attendance carry their evidence.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn run(self) -> Result<Vec<MeetingRow>, GraphError> {
        answer(self.store, &self.filter, true)
    }
}

/// Meetings of any status.
#[derive(Debug, Clone)]
pub struct Meetings<'s> {
    store: &'s Store,
    filter: Filter,
}

filters!(Meetings: actor, with, place, country, dates, document, meeting, status, medium, attendance, role, nationals, limit);

impl Meetings<'_> {
    /// The meetings.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn run(self) -> Result<Vec<MeetingRow>, GraphError> {
        answer(self.store, &self.filter, false)
    }
}

/// The rows of both questions; `met` asks only for what took place.
fn answer(store: &Store, filter: &Filter, met: bool) -> Result<Vec<MeetingRow>, GraphError> {
    let state = store.read();
    let ask = Ask::new(&state, filter);
    let who = Who {
        actor: filter.actor.as_ref().map(|actor| ask.stand_ins(actor)).transpose()?,
        with: filter.with.as_ref().map(|actor| ask.stand_ins(actor)).transpose()?,
        met,
    };
    let region = ask.region()?;
    let mut rows = Vec::new();
    for node in candidates(&ask, &who, region.as_ref())? {
        let RecordId::Meeting(id) = ask.snapshot.id(node)? else { continue };
        let cards = ask.snapshot.cards(node)?;
        if !ask.admits_tellers(&cards)? || !is_in(&cards, region.as_ref()) {
            continue;
        }
        let Some(view) = ask.snapshot.meeting_view(&id, &cards)? else { continue };
        if !who.admit(&ask, &view)? {
            continue;
        }
        rows.push((node, view));
    }
    arrange(filter, &mut rows, |(_, view)| (view.when.clone(), view.id.clone()));
    let reader = Reader::new(&ask.snapshot);
    rows.into_iter().map(|(node, view)| row(&ask, &reader, node, view)).collect()
}

/// The meetings that can be meant, by whatever the filter knows best.
fn candidates(
    ask: &Ask<'_>,
    who: &Who,
    region: Option<&BTreeSet<Node>>,
) -> Result<BTreeSet<Node>, GraphError> {
    if let Some(meeting) = &ask.filter.meeting {
        return Ok(ask.number(meeting.clone())?.into_iter().collect());
    }
    match (who.actor.as_ref().or(who.with.as_ref()), region, &ask.filter.document) {
        (Some(who), ..) => {
            let mut found = ask.linked(who.actors.iter().copied(), &[Relation::Participant])?;
            found.extend(ask.linked(who.principal, &[Relation::Represented])?);
            Ok(found)
        }
        (_, Some(region), _) => ask.linked(region.iter().copied(), &[Relation::Place]),
        (_, _, Some(document)) => ask.told_by(document, RecordKind::Meeting),
        _ => ask.all(RecordKind::Meeting),
    }
}

fn is_in(cards: &[(Node, Card)], region: Option<&BTreeSet<Node>>) -> bool {
    let told_in = |card: &Card| match &card.facts {
        Facts::Meeting { place: Some(place), .. } => region.is_some_and(|region| region.contains(place)),
        _ => false,
    };
    region.is_none() || cards.iter().any(|(_, card)| told_in(card))
}

/// Who must be in a meeting, and how.
struct Who {
    actor: Option<StandIns>,
    with: Option<StandIns>,
    met: bool,
}

impl Who {
    fn admit(&self, ask: &Ask<'_>, meeting: &Meeting) -> Result<bool, GraphError> {
        let filter = ask.filter;
        let days = meeting.when.as_ref().map(|when| (when.first_day(), when.last_day()));
        let default_status = self.met && filter.status.is_empty() && filter.attendance.is_empty();
        if (default_status && !meeting.status.took_place())
            || (!filter.status.is_empty() && !filter.status.contains(&meeting.status))
            || (!filter.medium.is_empty() && !filter.medium.contains(&meeting.medium))
            || !filter.admits_days(days)
        {
            return Ok(false);
        }
        // Who met is who was there; of a meeting to come, who is to be there.
        let there = |attendance: Attendance| {
            !self.met
                || if meeting.status.took_place() {
                    attendance == Attendance::Attended
                } else {
                    !attendance.is_away()
                }
        };
        let asked = |attendance: Attendance| {
            if filter.attendance.is_empty() {
                there(attendance)
            } else {
                filter.attendance.contains(&attendance)
            }
        };
        let (mut firsts, mut seconds) = (Vec::new(), Vec::new());
        for part in &meeting.participants {
            let Some(actor) = ask.number(part.actor.clone())? else { continue };
            let principal = match &part.on_behalf_of {
                Some(principal) => ask.number(principal.clone())?,
                None => None,
            };
            let is = |who: &Option<StandIns>| who.as_ref().is_none_or(|who| who.include(actor, principal));
            let in_role = filter.role.is_empty() || filter.role.contains(&part.role);
            if asked(part.attendance) && in_role && is(&self.actor) {
                firsts.push(actor);
            }
            // The second needs no attendance of its own: "who stayed away from a meeting with X".
            if self.with.is_some() && is(&self.with) && (there(part.attendance) || asked(part.attendance)) {
                seconds.push(actor);
            }
        }
        let needed =
            self.met || self.actor.is_some() || !filter.attendance.is_empty() || !filter.role.is_empty();
        if needed && firsts.is_empty() {
            return Ok(false);
        }
        // One person is not two of those who met.
        let two = || {
            seconds.iter().any(|second| self.actor.is_none() || firsts.iter().any(|first| first != second))
        };
        Ok(self.with.is_none() || two())
    }
}

fn row(
    ask: &Ask<'_>,
    reader: &Reader<'_>,
    node: Node,
    view: View<Meeting>,
) -> Result<MeetingRow, GraphError> {
    let disputed = view.conflicts.iter().map(|conflict| conflict.field).collect();
    let wanted = &ask.filter.attendance;
    let told = if wanted.is_empty() { None } else { ask.snapshot.whole_meeting(node)? };
    let told = told.map(|(_, view)| view.record);
    let mut attendees = Vec::with_capacity(view.participants.len());
    for part in &view.participants {
        let on_behalf_of = part.on_behalf_of.as_ref().map(|principal| ask.actor(principal)).transpose()?;
        let mut evidence = Vec::new();
        if let Some(told) = told.as_ref().filter(|_| wanted.contains(&part.attendance)) {
            let same = told
                .participants
                .iter()
                .find(|told| told.actor == part.actor && told.attendance == part.attendance);
            let spans = same.map(|part| part.evidence.as_slice()).filter(|spans| !spans.is_empty());
            evidence = reader.views(spans.unwrap_or(&told.evidence))?;
        }
        let (actor, attendance, role) = (ask.actor(&part.actor)?, part.attendance, part.role);
        attendees.push(Attendee { actor, attendance, role, on_behalf_of, evidence });
    }
    attendees.sort_by_key(|attendee| attendee.attendance);
    let around = view.place.as_ref().map(|place| ask.snapshot.around(place)).transpose()?.unwrap_or_default();
    let cards = ask.snapshot.cards(node)?;
    let Meeting { id, name, status, medium, when, place, part_of, follows, .. } = view.record;
    Ok(MeetingRow {
        part_of: part_of.filter(|whole| *whole != id),
        follows: ask.snapshot.follows(&id, &follows, &cards)?,
        id,
        name,
        status,
        medium,
        when,
        place: place.map(|place| ask.place(&place)).transpose()?,
        within: around.iter().map(|place| ask.place(place)).collect::<Result<_, _>>()?,
        attendees,
        members: ask.members(node, |id| match id {
            RecordId::Meeting(id) => Some(id),
            _ => None,
        })?,
        support: ask.support(node, &cards)?,
        disputed,
    })
}
