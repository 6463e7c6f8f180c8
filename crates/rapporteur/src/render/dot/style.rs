//! The shapes, lines and colours of the picture, each in one place, for the graph and its legend.

use rapporteur_schema::{ActorKind, Attendance, MeetingStatus, OutcomeStatus};

/// An actor's shape.
pub(super) const fn actor(kind: Option<ActorKind>) -> &'static str {
    match kind {
        Some(ActorKind::Person) => r##"shape=ellipse fillcolor="#FFFFFF""##,
        Some(ActorKind::State) => r##"shape=house fillcolor="#56B4E9""##,
        Some(ActorKind::Organization) => r##"shape=component fillcolor="#F0E442""##,
        Some(ActorKind::Delegation) => r##"shape=tab fillcolor="#CFE8F7""##,
        Some(ActorKind::Unnamed) | None => r##"shape=egg style="filled,dashed" fillcolor="#EEEEEE""##,
    }
}

/// A meeting's shape, and its border by status.
pub(super) const fn meeting(status: MeetingStatus) -> &'static str {
    match status {
        MeetingStatus::Held => r##"shape=hexagon style="filled,solid" fillcolor="#E69F00""##,
        MeetingStatus::Ongoing => r##"shape=hexagon style="filled,bold" fillcolor="#E69F00""##,
        MeetingStatus::Planned => r##"shape=hexagon style="filled,dashed" fillcolor="#FBE7C0""##,
        MeetingStatus::Proposed => r##"shape=hexagon style="filled,dotted" fillcolor="#FFFFFF""##,
        MeetingStatus::Cancelled | MeetingStatus::Denied => {
            r##"shape=hexagon peripheries=2 style="filled,dashed" fillcolor="#DDDDDD""##
        }
    }
}

/// An outcome's shape, and its border by status.
pub(super) const fn outcome(status: OutcomeStatus) -> &'static str {
    match status {
        OutcomeStatus::Agreed | OutcomeStatus::Signed | OutcomeStatus::Implemented => {
            r##"shape=note style="filled,solid" fillcolor="#7FCFB5""##
        }
        OutcomeStatus::Proposed | OutcomeStatus::Demanded | OutcomeStatus::Planned => {
            r##"shape=note style="filled,dashed" fillcolor="#D9F0E8""##
        }
        OutcomeStatus::Rejected | OutcomeStatus::Failed => {
            r##"shape=note style="filled,dotted" fillcolor="#DDDDDD""##
        }
    }
}

/// The line from a party or a meeting to an outcome.
pub(super) const fn outcome_line(status: OutcomeStatus) -> &'static str {
    match status {
        OutcomeStatus::Agreed | OutcomeStatus::Signed | OutcomeStatus::Implemented => {
            r##"style=solid color="#009E73""##
        }
        OutcomeStatus::Proposed | OutcomeStatus::Demanded | OutcomeStatus::Planned => {
            r##"style=dashed color="#009E73""##
        }
        OutcomeStatus::Rejected | OutcomeStatus::Failed => r##"style=dotted color="#555555""##,
    }
}

/// The line from an actor to a meeting.
pub(super) const fn attendance(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::Attended => r##"style=solid color="#000000""##,
        Attendance::Absent => r##"style=dashed color="#D55E00""##,
        Attendance::Declined => r##"style=dashed penwidth=2 color="#D55E00""##,
        Attendance::Expected => r##"style=dotted color="#0072B2""##,
        Attendance::Invited => r##"style=dotted penwidth=2 color="#0072B2""##,
    }
}
