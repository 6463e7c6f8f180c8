//! Meetings, and who met whom, where.

use rapporteur_schema::{Attendance, Edtf, Medium, MeetingId, MeetingStatus, Role};

use super::filter::filters;
use super::label::{ActorLabel, PlaceLabel};
use crate::{EvidenceView, Filter, GraphError, Store};

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
    /// How many documents tell of it.
    pub documents: usize,
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

filters!(Met: actor, with, place, country, dates, document, status, medium, attendance, role, nationals, limit);

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
        let _ = (self.store, self.filter);
        unimplemented!()
    }
}

/// Meetings of any status.
#[derive(Debug, Clone)]
pub struct Meetings<'s> {
    store: &'s Store,
    filter: Filter,
}

filters!(Meetings: actor, with, place, country, dates, document, status, medium, attendance, role, nationals, limit);

impl Meetings<'_> {
    /// The meetings.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn run(self) -> Result<Vec<MeetingRow>, GraphError> {
        let _ = (self.store, self.filter);
        unimplemented!()
    }
}
