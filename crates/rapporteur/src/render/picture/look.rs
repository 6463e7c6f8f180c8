//! Colours and lines, the same in every format that shows them.
//!
//! The colours are those of Okabe and Ito and tints of them, which the colour-blind can tell apart. Invariant:
//! what a colour tells, a shape, a line or a word tells too.

use rapporteur_schema::{ActorKind, Attendance, MeetingStatus, OutcomeStatus};

use super::{EdgeKind, NodeKind};

/// What documents disagree on. A second line or a word says so too.
pub(in crate::render) const DISPUTED: &str = "#D55E00";

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render) enum Line {
    Solid,
    Dashed,
    Dotted,
}

impl Line {
    pub(in crate::render) const fn word(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Dashed => "dashed",
            Self::Dotted => "dotted",
        }
    }
}

/// How an edge is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render) struct Stroke {
    pub(in crate::render) line: Line,
    pub(in crate::render) colour: &'static str,
    pub(in crate::render) is_wide: bool,
}

impl NodeKind {
    pub(in crate::render) const fn fill(self) -> &'static str {
        match self {
            Self::Actor(Some(ActorKind::State)) => "#56B4E9",
            Self::Actor(Some(ActorKind::Organization)) => "#F0E442",
            Self::Actor(Some(ActorKind::Delegation)) => "#CFE8F7",
            Self::Actor(Some(ActorKind::Unnamed) | None) => "#EEEEEE",
            Self::Meeting(Some(MeetingStatus::Held | MeetingStatus::Ongoing)) => "#E69F00",
            Self::Meeting(Some(MeetingStatus::Planned)) => "#FBE7C0",
            Self::Outcome(Some(
                OutcomeStatus::Agreed | OutcomeStatus::Signed | OutcomeStatus::Implemented,
            )) => "#7FCFB5",
            Self::Outcome(Some(
                OutcomeStatus::Proposed | OutcomeStatus::Demanded | OutcomeStatus::Planned,
            )) => "#D9F0E8",
            Self::Meeting(Some(MeetingStatus::Cancelled | MeetingStatus::Denied))
            | Self::Outcome(Some(OutcomeStatus::Rejected | OutcomeStatus::Failed)) => "#DDDDDD",
            Self::Statement(_) => "#EBD0E0",
            _ => "#FFFFFF",
        }
    }

    pub(in crate::render) const fn border(self) -> Line {
        match self {
            Self::Actor(Some(ActorKind::Unnamed) | None)
            | Self::Meeting(Some(
                MeetingStatus::Planned | MeetingStatus::Cancelled | MeetingStatus::Denied,
            ))
            | Self::Outcome(Some(
                OutcomeStatus::Proposed | OutcomeStatus::Demanded | OutcomeStatus::Planned,
            )) => Line::Dashed,
            Self::Meeting(Some(MeetingStatus::Proposed))
            | Self::Outcome(Some(OutcomeStatus::Rejected | OutcomeStatus::Failed)) => Line::Dotted,
            _ => Line::Solid,
        }
    }
}

impl EdgeKind {
    pub(in crate::render) const fn stroke(self) -> Stroke {
        let (line, colour) = match self {
            Self::Met | Self::Said | Self::Attendance(Attendance::Attended) => (Line::Solid, "#333333"),
            Self::Attendance(Attendance::Absent | Attendance::Declined) => (Line::Dashed, "#555555"),
            Self::Planned | Self::Attendance(Attendance::Expected | Attendance::Invited) => {
                (Line::Dotted, "#0072B2")
            }
            Self::CalledOff => (Line::Dashed, "#AAAAAA"),
            Self::Party(status) | Self::CameOf(status) => match status {
                OutcomeStatus::Agreed | OutcomeStatus::Signed | OutcomeStatus::Implemented => {
                    (Line::Solid, "#009E73")
                }
                OutcomeStatus::Proposed | OutcomeStatus::Demanded | OutcomeStatus::Planned => {
                    (Line::Dashed, "#009E73")
                }
                OutcomeStatus::Rejected | OutcomeStatus::Failed => (Line::Dotted, "#777777"),
            },
            Self::OnBehalfOf | Self::Audience | Self::About => (Line::Solid, "#A0568A"),
            Self::ReportedBy => (Line::Dotted, "#777777"),
        };
        let is_wide =
            matches!(self, Self::CameOf(_) | Self::Attendance(Attendance::Declined | Attendance::Invited));
        Stroke { line, colour, is_wide }
    }
}
