//! What a record refers to.
//!
//! It must not know whether those records exist. Invariant: every id in a record but its own is named,
//! the documents of its spans included, once and in order.

use std::collections::BTreeSet;

use crate::{ActorId, MeetingId, PlaceId, Record, RecordId};

impl Record {
    /// The ids of all records that this one names.
    ///
    /// ```
    /// use rapporteur_schema::Record;
    /// let line = r#"{"type":"statement","id":"statement/s","speaker":"actor/a","act":"deny","text":"No.",
    ///   "evidence":[{"document":"document/d","start":0,"end":3,"text":"No."}],"confidence":1.0}"#;
    /// let named: Vec<_> = Record::from_line(line).unwrap().references().iter().map(|id| id.to_string()).collect();
    /// assert_eq!(named, ["document/d", "actor/a"]);
    /// ```
    pub fn references(&self) -> BTreeSet<RecordId> {
        let mut ids: BTreeSet<RecordId> = self.spans().map(|span| span.document.clone().into()).collect();
        match self {
            Self::Document(_) => {}
            Self::Actor(actor) => add(&mut ids, actor.offices.iter().filter_map(|office| office.of.as_ref())),
            Self::Place(place) => add(&mut ids, &place.within),
            Self::Meeting(meeting) => {
                add(&mut ids, &meeting.place);
                add(&mut ids, &meeting.part_of);
                add(&mut ids, &meeting.follows);
                add(&mut ids, meeting.participants.iter().map(|participation| &participation.actor));
                add(
                    &mut ids,
                    meeting
                        .participants
                        .iter()
                        .filter_map(|participation| participation.on_behalf_of.as_ref()),
                );
            }
            Self::Statement(statement) => {
                add(&mut ids, [&statement.speaker]);
                add(&mut ids, &statement.on_behalf_of);
                add(&mut ids, &statement.audience);
                add(&mut ids, &statement.about);
                add(&mut ids, &statement.reported_by);
            }
            Self::Outcome(outcome) => {
                add(&mut ids, &outcome.parties);
                add(&mut ids, &outcome.meeting);
                add(&mut ids, &outcome.confirmed_by);
            }
        }
        ids
    }
}

impl Record {
    /// Puts other ids in the places of those of actors, places and meetings, its own included; `rename` gives them.
    ///
    /// ```
    /// use rapporteur_schema::{Record, RecordId};
    /// let line = r#"{"type":"statement","id":"statement/s","speaker":"actor/a","act":"deny","text":"No.",
    ///   "evidence":[{"document":"document/d","start":0,"end":3,"text":"No."}],"confidence":1.0}"#;
    /// let mut record = Record::from_line(line).unwrap();
    /// record.rename(|id| (id.as_str() == "actor/a").then(|| "actor/b".parse().unwrap()));
    /// assert!(record.references().contains(&"actor/b".parse::<RecordId>().unwrap()));
    /// ```
    pub fn rename(&mut self, mut rename: impl FnMut(&RecordId) -> Option<RecordId>) {
        let rename: Rename<'_> = &mut rename;
        match self {
            Self::Document(_) => {}
            Self::Actor(record) => {
                actor(&mut record.id, rename);
                let offices = record.offices.iter_mut().filter_map(|office| office.of.as_mut());
                offices.for_each(|id| actor(id, rename));
            }
            Self::Place(record) => {
                record.within.iter_mut().chain([&mut record.id]).for_each(|id| place(id, rename));
            }
            Self::Meeting(record) => {
                record.place.iter_mut().for_each(|id| place(id, rename));
                for part in &mut record.participants {
                    actor(&mut part.actor, rename);
                    part.on_behalf_of.iter_mut().for_each(|id| actor(id, rename));
                }
                let meetings = record.follows.iter_mut().chain(&mut record.part_of);
                meetings.chain([&mut record.id]).for_each(|id| meeting(id, rename));
            }
            Self::Statement(record) => {
                actor(&mut record.speaker, rename);
                let others = record.audience.iter_mut().chain(&mut record.reported_by);
                others.chain(&mut record.on_behalf_of).for_each(|id| actor(id, rename));
                for id in &mut record.about {
                    if let Some(other) = rename(id) {
                        *id = other;
                    }
                }
            }
            Self::Outcome(record) => {
                let actors = record.parties.iter_mut().chain(&mut record.confirmed_by);
                actors.for_each(|id| actor(id, rename));
                record.meeting.iter_mut().for_each(|id| meeting(id, rename));
            }
        }
    }
}

/// Gives the id that is to stand in the place of another.
type Rename<'r> = &'r mut dyn FnMut(&RecordId) -> Option<RecordId>;

fn actor(id: &mut ActorId, rename: Rename<'_>) {
    if let Some(RecordId::Actor(other)) = rename(&id.clone().into()) {
        *id = other;
    }
}

fn place(id: &mut PlaceId, rename: Rename<'_>) {
    if let Some(RecordId::Place(other)) = rename(&id.clone().into()) {
        *id = other;
    }
}

fn meeting(id: &mut MeetingId, rename: Rename<'_>) {
    if let Some(RecordId::Meeting(other)) = rename(&id.clone().into()) {
        *id = other;
    }
}

fn add<'a, I: Clone + Into<RecordId> + 'a>(
    ids: &mut BTreeSet<RecordId>,
    more: impl IntoIterator<Item = &'a I>,
) {
    ids.extend(more.into_iter().cloned().map(Into::into));
}
