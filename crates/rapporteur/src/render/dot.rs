//! An answer as a picture for Graphviz: actors, meetings, outcomes and who was part of what.
//!
//! Shapes tell the kinds apart and lines tell attendance and status, never colour alone; the colours are
//! those of Okabe and Ito, which the colour-blind can tell apart. Invariant: Graphviz accepts every name,
//! and the same rows give the same bytes in whatever order they come.

mod legend;
mod quote;
mod style;

use std::collections::BTreeMap;
use std::fmt;

use rapporteur_graph::{ActorLabel, MeetingRow, OutcomeRow};
use rapporteur_schema::{ActorKind, Attendance, Role};

use self::quote::{Quoted, label};
use super::label::location;
use super::word::word;

/// Meetings and what came of them as a graph in the DOT language; print it with `to_string`.
///
/// ```
/// use rapporteur::render::Dot;
/// assert!(Dot::new(&[], &[]).to_string().starts_with("graph rapporteur {"));
/// ```
#[derive(Debug)]
pub struct Dot<'a> {
    actors: BTreeMap<&'a str, (&'a str, Option<ActorKind>)>,
    meetings: BTreeMap<&'a str, &'a MeetingRow>,
    outcomes: BTreeMap<&'a str, &'a OutcomeRow>,
}

impl<'a> Dot<'a> {
    /// A graph of meetings, of outcomes, and of everyone in them.
    pub fn new(meetings: &'a [MeetingRow], outcomes: &'a [OutcomeRow]) -> Self {
        let attendees =
            meetings.iter().flat_map(|meeting| &meeting.attendees).map(|attendee| &attendee.actor);
        let parties = outcomes.iter().flat_map(|outcome| &outcome.parties);
        let actor = |label: &'a ActorLabel| (label.id.as_str(), (label.name.as_str(), label.kind));
        Self {
            actors: attendees.chain(parties).map(actor).collect(),
            meetings: meetings.iter().map(|meeting| (meeting.id.as_str(), meeting)).collect(),
            outcomes: outcomes.iter().map(|outcome| (outcome.outcome.id.as_str(), outcome)).collect(),
        }
    }

    fn meeting(f: &mut fmt::Formatter<'_>, id: &str, meeting: &MeetingRow) -> fmt::Result {
        let place = location(meeting.place.as_ref(), &meeting.within);
        let when = meeting.when.as_ref().map(ToString::to_string).unwrap_or_default();
        let head = meeting.name.as_deref().unwrap_or("meeting");
        let mut lines = vec![head.to_owned(), when, place];
        if !meeting.status.took_place() {
            lines.push(word(meeting.status));
        }
        lines.retain(|line| !line.is_empty());
        let style = style::meeting(meeting.status);
        writeln!(f, "  {} [label={} {style} tooltip={}];", Quoted(id), label(&lines), label(&[id]))
    }

    fn outcome(f: &mut fmt::Formatter<'_>, id: &str, outcome: &OutcomeRow) -> fmt::Result {
        let record = &outcome.outcome.record;
        let lines = [word(record.kind), word(record.status), record.text.trim().to_owned()];
        let style = style::outcome(record.status);
        writeln!(f, "  {} [label={} {style} tooltip={}];", Quoted(id), label(&lines), label(&[id]))
    }

    fn edges(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A state of which two documents disagree stands in a meeting twice; the same line is drawn once.
        let mut lines = std::collections::BTreeSet::new();
        for (id, meeting) in &self.meetings {
            for attendee in &meeting.attendees {
                let mut words = Vec::new();
                if attendee.role != Role::Participant {
                    words.push(word(attendee.role));
                }
                if attendee.attendance != Attendance::Attended {
                    words.push(word(attendee.attendance));
                }
                let ends = format!("{} -- {}", Quoted(attendee.actor.id.as_str()), Quoted(id));
                let style = style::attendance(attendee.attendance);
                lines.insert(format!("  {ends} [{style} label={}];", label(&words)));
            }
        }
        for (id, outcome) in &self.outcomes {
            let style = style::outcome_line(outcome.outcome.record.status);
            for party in &outcome.parties {
                lines.insert(format!("  {} -- {} [{style}];", Quoted(party.id.as_str()), Quoted(id)));
            }
            let meeting = outcome.meeting.as_ref().map(|(meeting, _)| meeting.as_str());
            if let Some(meeting) = meeting.filter(|meeting| self.meetings.contains_key(meeting)) {
                lines.insert(format!("  {} -- {} [{style} penwidth=2];", Quoted(meeting), Quoted(id)));
            }
        }
        lines.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

impl fmt::Display for Dot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "graph rapporteur {{")?;
        writeln!(
            f,
            "  graph [charset=\"UTF-8\" rankdir=LR overlap=false splines=true fontname=\"Helvetica\"];"
        )?;
        writeln!(f, "  node [fontname=\"Helvetica\" fontsize=11 style=filled fillcolor=white];")?;
        writeln!(f, "  edge [fontname=\"Helvetica\" fontsize=9];")?;
        for (id, (name, kind)) in &self.actors {
            let style = style::actor(*kind);
            writeln!(f, "  {} [label={} {style} tooltip={}];", Quoted(id), label(&[*name]), label(&[*id]))?;
        }
        self.meetings.iter().try_for_each(|(id, meeting)| Self::meeting(f, id, meeting))?;
        self.outcomes.iter().try_for_each(|(id, outcome)| Self::outcome(f, id, outcome))?;
        self.edges(f)?;
        legend::legend(f)?;
        writeln!(f, "}}")
    }
}
