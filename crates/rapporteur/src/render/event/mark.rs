//! The few marks under which events are drawn, the same on a terminal, in a picture and in JSON.
//!
//! Invariant: two marks differ in shape, never in colour alone.

use rapporteur_schema::{Attendance, MeetingStatus, OutcomeStatus};
use serde::Serialize;

use crate::{Event, EventRow, Part};

/// What an event looks like; of several on one day the first of these stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::render) enum Mark {
    /// A meeting that took place.
    Held,
    /// The subject was not there.
    Absent,
    /// Something was agreed, signed or done.
    Outcome,
    /// A meeting that was called off, or denied.
    CalledOff,
    /// A meeting that is planned or proposed, or to which the subject was to come.
    Planned,
    /// An outcome that is planned, proposed, demanded, rejected or failed.
    NotReached,
    /// A statement.
    Said,
}

impl Mark {
    pub(in crate::render) const ALL: [Self; 7] = [
        Self::Held,
        Self::Absent,
        Self::Outcome,
        Self::CalledOff,
        Self::Planned,
        Self::NotReached,
        Self::Said,
    ];

    /// One column of a terminal.
    pub(in crate::render) const fn sign(self) -> char {
        match self {
            Self::Held => '●',
            Self::Absent => '×',
            Self::Outcome => '◆',
            Self::CalledOff => '⊘',
            Self::Planned => '○',
            Self::NotReached => '◇',
            Self::Said => '·',
        }
    }

    /// What the legend says.
    pub(in crate::render) const fn legend(self) -> &'static str {
        match self {
            Self::Held => "met",
            Self::Absent => "stayed away",
            Self::Outcome => "agreed or done",
            Self::CalledOff => "called off or denied",
            Self::Planned => "planned, proposed or expected",
            Self::NotReached => "outcome wanted, planned or failed",
            Self::Said => "said",
        }
    }

    const fn of_status(status: MeetingStatus) -> Self {
        match status {
            MeetingStatus::Held | MeetingStatus::Ongoing => Self::Held,
            MeetingStatus::Planned | MeetingStatus::Proposed => Self::Planned,
            MeetingStatus::Cancelled | MeetingStatus::Denied => Self::CalledOff,
        }
    }

    const fn of_meeting(status: MeetingStatus, part: Part) -> Self {
        match part {
            Part::Attended(Attendance::Absent | Attendance::Declined) => Self::Absent,
            Part::Attended(Attendance::Expected | Attendance::Invited) if status.took_place() => {
                Self::Planned
            }
            Part::Attended(_) | Part::In => Self::of_status(status),
        }
    }
}

impl EventRow {
    /// The mark in the lane of a subject.
    pub(in crate::render) fn mark_in(&self, part: Part) -> Mark {
        match &self.event {
            Event::Meeting(row) => Mark::of_meeting(row.status, part),
            Event::Statement(_) => Mark::Said,
            Event::Outcome(row) => match row.outcome.status {
                OutcomeStatus::Agreed | OutcomeStatus::Signed | OutcomeStatus::Implemented => Mark::Outcome,
                _ => Mark::NotReached,
            },
            Event::Told(_, told) => Mark::of_status(told.status),
        }
    }

    /// The mark where there are no lanes: two met only where both were there.
    pub(in crate::render) fn mark(&self) -> Mark {
        let marks = || self.parts.iter().flatten().map(|part| self.mark_in(*part));
        let away = marks().find(|mark| *mark == Mark::Absent);
        away.or_else(|| marks().max()).unwrap_or_else(|| self.mark_in(Part::In))
    }
}
