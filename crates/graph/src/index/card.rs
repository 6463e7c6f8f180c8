//! What the index keeps of a telling: where its line is, and what filters and lists need, with numbers
//! in place of ids.
//!
//! It must not know how entries are stored. Invariant: a card depends on the record alone, but for the
//! numbers.

use rapporteur_schema::{
    Act, ActorKind, Attendance, Country, Edtf, Medium, MeetingStatus, OutcomeKind, OutcomeStatus, PlaceKind,
    Record, RecordId, RecordKind, Role, StatementMedium,
};
use serde::{Deserialize, Serialize};

use super::keys::Node;
use crate::journal::Extent;

/// What the index keeps of a telling.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Card {
    /// The record's line in its frame.
    pub(crate) line: Extent,
    /// What it says, in short.
    pub(crate) facts: Facts,
    /// Whether it is one of the rows of a data set, whose importer knows which are the same.
    pub(crate) row: bool,
}

/// A record in short.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Facts {
    /// An actor.
    Actor {
        kind: ActorKind,
        name: String,
        aliases: Vec<String>,
        country: Option<Country>,
        /// Each title, and of what it is held.
        offices: Vec<(String, Option<Node>)>,
        wikidata: Option<String>,
    },
    /// A place.
    Place {
        kind: PlaceKind,
        name: String,
        aliases: Vec<String>,
        country: Option<Country>,
        within: Option<Node>,
        geonames: Option<u32>,
    },
    /// A meeting.
    Meeting {
        name: Option<String>,
        status: MeetingStatus,
        medium: Medium,
        when: Option<Edtf>,
        previous_start_date: Vec<Edtf>,
        place: Option<Node>,
        participants: Vec<Part>,
        part_of: Option<Node>,
        follows: Vec<Node>,
    },
    /// A statement.
    Statement {
        speaker: Node,
        on_behalf_of: Option<Node>,
        audience: Vec<Node>,
        reported_by: Vec<Node>,
        about: Vec<Node>,
        act: Act,
        medium: Option<StatementMedium>,
        when: Option<Edtf>,
    },
    /// An outcome.
    Outcome {
        kind: OutcomeKind,
        status: OutcomeStatus,
        parties: Vec<Node>,
        confirmed_by: Vec<Node>,
        meeting: Option<Node>,
        when: Option<Edtf>,
    },
}

/// A participation in short.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Part {
    pub(crate) actor: Node,
    pub(crate) attendance: Attendance,
    pub(crate) role: Role,
    pub(crate) on_behalf_of: Option<Node>,
}

impl Facts {
    /// What kind of record it is.
    pub(crate) const fn kind(&self) -> RecordKind {
        match self {
            Self::Actor { .. } => RecordKind::Actor,
            Self::Place { .. } => RecordKind::Place,
            Self::Meeting { .. } => RecordKind::Meeting,
            Self::Statement { .. } => RecordKind::Statement,
            Self::Outcome { .. } => RecordKind::Outcome,
        }
    }

    /// When it was, where the record says so.
    pub(crate) const fn when(&self) -> Option<&Edtf> {
        match self {
            Self::Actor { .. } | Self::Place { .. } => None,
            Self::Meeting { when, .. } | Self::Statement { when, .. } | Self::Outcome { when, .. } => {
                when.as_ref()
            }
        }
    }

    /// A record in short; `number` gives the numbers of ids. Nothing for a document.
    pub(crate) fn of<E>(
        record: &Record,
        mut number: impl FnMut(RecordId) -> Result<Node, E>,
    ) -> Result<Option<Self>, E> {
        macro_rules! number {
            ($id:expr) => {
                number($id.clone().into())?
            };
        }
        macro_rules! one {
            ($id:expr) => {
                match &$id {
                    Some(id) => Some(number!(id)),
                    None => None,
                }
            };
        }
        macro_rules! all {
            ($ids:expr) => {
                $ids.iter().map(|id| number(id.clone().into())).collect::<Result<Vec<_>, _>>()?
            };
        }
        Ok(Some(match record {
            Record::Document(_) => return Ok(None),
            Record::Actor(actor) => Self::Actor {
                kind: actor.kind,
                name: actor.name.clone(),
                aliases: actor.aliases.clone(),
                country: actor.country,
                offices: actor
                    .offices
                    .iter()
                    .map(|office| Ok((office.title.clone(), one!(office.of))))
                    .collect::<Result<_, _>>()?,
                wikidata: actor.wikidata.as_ref().map(ToString::to_string),
            },
            Record::Place(place) => Self::Place {
                kind: place.kind,
                name: place.name.clone(),
                aliases: place.aliases.clone(),
                country: place.country,
                within: one!(place.within),
                geonames: place.geonames,
            },
            Record::Meeting(meeting) => Self::Meeting {
                name: meeting.name.clone(),
                status: meeting.status,
                medium: meeting.medium,
                when: meeting.when.clone(),
                previous_start_date: meeting.previous_start_date.clone(),
                place: one!(meeting.place),
                participants: meeting
                    .participants
                    .iter()
                    .map(|part| {
                        Ok(Part {
                            actor: number!(part.actor),
                            attendance: part.attendance,
                            role: part.role,
                            on_behalf_of: one!(part.on_behalf_of),
                        })
                    })
                    .collect::<Result<_, _>>()?,
                part_of: one!(meeting.part_of),
                follows: all!(meeting.follows),
            },
            Record::Statement(statement) => Self::Statement {
                speaker: number!(statement.speaker),
                on_behalf_of: one!(statement.on_behalf_of),
                audience: all!(statement.audience),
                reported_by: all!(statement.reported_by),
                about: all!(statement.about),
                act: statement.act,
                medium: statement.medium,
                when: statement.when.clone(),
            },
            Record::Outcome(outcome) => Self::Outcome {
                kind: outcome.kind,
                status: outcome.status,
                parties: all!(outcome.parties),
                confirmed_by: all!(outcome.confirmed_by),
                meeting: one!(outcome.meeting),
                when: outcome.when.clone(),
            },
        }))
    }
}
