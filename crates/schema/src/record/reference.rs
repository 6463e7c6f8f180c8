//! What a record refers to.
//!
//! It must not know whether those records exist. Invariant: every id in a record but its own is named,
//! the documents of its spans included, once and in order.

use std::collections::BTreeSet;

use crate::{Record, RecordId};

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

fn add<'a, I: Clone + Into<RecordId> + 'a>(
    ids: &mut BTreeSet<RecordId>,
    more: impl IntoIterator<Item = &'a I>,
) {
    ids.extend(more.into_iter().cloned().map(Into::into));
}
