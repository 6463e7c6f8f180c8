//! The legend: one node of every shape and one line of every style, in a box of its own.

use std::fmt;

use rapporteur_schema::{ActorKind, Attendance, MeetingStatus, OutcomeStatus};

use super::style;

pub(super) fn legend(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(f, "  subgraph cluster_legend {{")?;
    writeln!(f, "    label=\"Legend\" style=dashed color=\"#888888\" fontsize=11;")?;
    writeln!(f, "    node [fontsize=9]; edge [fontsize=8];")?;
    let nodes = [
        ("person", style::actor(Some(ActorKind::Person))),
        ("state", style::actor(Some(ActorKind::State))),
        ("organisation", style::actor(Some(ActorKind::Organization))),
        ("delegation", style::actor(Some(ActorKind::Delegation))),
        ("unnamed", style::actor(Some(ActorKind::Unnamed))),
        ("meeting held", style::meeting(MeetingStatus::Held)),
        ("meeting planned", style::meeting(MeetingStatus::Planned)),
        ("meeting proposed", style::meeting(MeetingStatus::Proposed)),
        ("meeting cancelled", style::meeting(MeetingStatus::Cancelled)),
        ("outcome agreed", style::outcome(OutcomeStatus::Agreed)),
        ("outcome proposed", style::outcome(OutcomeStatus::Proposed)),
        ("outcome rejected", style::outcome(OutcomeStatus::Rejected)),
    ];
    // Names with a space cannot be an id, so the legend never meets the graph.
    for (name, style) in nodes {
        writeln!(f, "    \"legend {name}\" [label=\"{name}\" {style}];")?;
    }
    let lines = [
        ("attended", Attendance::Attended),
        ("absent", Attendance::Absent),
        ("declined", Attendance::Declined),
        ("expected", Attendance::Expected),
        ("invited", Attendance::Invited),
    ];
    for (name, attendance) in lines {
        let style = style::attendance(attendance);
        writeln!(f, "    \"legend {name}\" [label=\"\" shape=point];")?;
        writeln!(f, "    \"legend {name} end\" [label=\"{name}\" shape=plaintext];")?;
        writeln!(f, "    \"legend {name}\" -- \"legend {name} end\" [{style}];")?;
    }
    writeln!(f, "  }}")
}
