//! A picture before it is written down: what is drawn, what joins it, and what belongs together.
//!
//! It is made from the rows of answers and knows no format; every format writes the same picture. Invariant:
//! the same rows give the same picture in whatever order they come, and an edge joins nodes that are in it.

mod attributes;
mod group;
mod limit;
mod look;
mod meetings;
mod outcomes;
mod statements;

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_graph::{ActorLabel, OutcomeRow, View};
use rapporteur_schema::{
    Act, ActorKind, Attendance, Country, Edtf, MeetingStatus, OutcomeStatus, Record, RecordId,
};

pub(super) use self::attributes::{EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Type, Value, edge_attributes};
pub use self::group::Grouping;
pub(super) use self::look::{DISPUTED, Line, Stroke};
use super::word::word;

/// Nodes and edges made from rows, to be narrowed down, grouped and written in a format.
///
/// ```
/// use rapporteur::render::{Grouping, Picture, dot};
/// let picture = Picture::default().with_meetings(&[]).with_outcomes(&[]).grouped(Grouping::Country);
/// assert!(dot(&picture).starts_with("graph rapporteur {"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    nodes: BTreeMap<String, Node>,
    edges: BTreeMap<Ends, Edge>,
    grouping: Option<Grouping>,
}

/// From which node an edge goes to which, and as what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ends {
    pub(super) source: String,
    pub(super) target: String,
    pub(super) kind: EdgeKind,
}

impl Ends {
    /// What is written beside an edge: what its line does not tell already.
    pub(super) fn words(&self, edge: &Edge) -> Vec<String> {
        let mut words: Vec<String> = edge.details.iter().cloned().collect();
        match self.kind {
            EdgeKind::Attendance(Attendance::Attended)
            | EdgeKind::Met
            | EdgeKind::Said
            | EdgeKind::Party(_)
            | EdgeKind::CameOf(_) => {}
            kind => words.push(kind.word()),
        }
        if edge.records.len() > 1 {
            words.push(format!("{}×", edge.records.len()));
        }
        if edge.is_disputed {
            words.push("disputed".to_owned());
        }
        words
    }
}

/// What a node stands for. Without a status or kind it is only named by a row, not told by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NodeKind {
    Actor(Option<ActorKind>),
    Meeting(Option<MeetingStatus>),
    Outcome(Option<OutcomeStatus>),
    Statement(Option<Act>),
    Other,
}

impl NodeKind {
    fn of(id: &RecordId) -> Self {
        match id {
            RecordId::Actor(_) => Self::Actor(None),
            RecordId::Meeting(_) => Self::Meeting(None),
            RecordId::Outcome(_) => Self::Outcome(None),
            RecordId::Statement(_) => Self::Statement(None),
            _ => Self::Other,
        }
    }

    const fn is_told(self) -> bool {
        matches!(self, Self::Actor(Some(_)) | Self::Meeting(Some(_)) | Self::Outcome(Some(_)))
            || matches!(self, Self::Statement(Some(_)))
    }

    /// The word for it: the kind of an actor, else the type of the record.
    pub(super) fn word(self) -> String {
        match self {
            Self::Actor(Some(kind)) => word(kind),
            Self::Actor(None) => "actor".to_owned(),
            Self::Meeting(_) => "meeting".to_owned(),
            Self::Outcome(_) => "outcome".to_owned(),
            Self::Statement(_) => "statement".to_owned(),
            Self::Other => "record".to_owned(),
        }
    }

    /// The word for how far it got; a statement's is its act.
    pub(super) fn status(self) -> Option<String> {
        match self {
            Self::Meeting(status) => status.map(word),
            Self::Outcome(status) => status.map(word),
            Self::Statement(act) => act.map(word),
            Self::Actor(_) | Self::Other => None,
        }
    }
}

/// One thing drawn.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Node {
    pub(super) kind: NodeKind,
    pub(super) name: String,
    /// What else is written on it, a line each.
    pub(super) details: Vec<String>,
    pub(super) country: Option<Country>,
    /// Where it was; of an actor, where its meetings were.
    pub(super) places: BTreeSet<String>,
    /// When it was; of an actor, when its meetings were.
    pub(super) days: BTreeSet<Edtf>,
    /// The fields on which documents disagree.
    pub(super) disputed: BTreeSet<&'static str>,
}

impl Node {
    fn new(kind: NodeKind, name: &str) -> Self {
        Self {
            kind,
            name: name.to_owned(),
            details: Vec::new(),
            country: None,
            places: BTreeSet::new(),
            days: BTreeSet::new(),
            disputed: BTreeSet::new(),
        }
    }

    /// The one of two that tells more; of equals, one whatever their order.
    fn joined(self, other: Self) -> Self {
        let (places, days) = (&self.places | &other.places, &self.days | &other.days);
        let disputed = &self.disputed | &other.disputed;
        let rank = |node: &Self| (!node.kind.is_told(), node.details.is_empty());
        let (one, two) = (rank(&self), rank(&other));
        let better = if (one, &self) <= (two, &other) { self } else { other };
        Self { places, days, disputed, ..better }
    }
}

/// What an edge says of its two ends. Of what two are to each other in one meeting, the first counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EdgeKind {
    /// Two actors met.
    Met,
    /// Two actors are to meet.
    Planned,
    /// Two actors' meeting was called off or is denied.
    CalledOff,
    /// An actor's part in a meeting; between actors: one of the two stayed away from the other.
    Attendance(Attendance),
    /// An actor is a party to an outcome.
    Party(OutcomeStatus),
    /// An outcome came of a meeting.
    CameOf(OutcomeStatus),
    /// An actor said something.
    Said,
    /// Something was said for an actor.
    OnBehalfOf,
    /// Something was said to an actor.
    Audience,
    /// Something speaks of something.
    About,
    /// An actor passed on what was said.
    ReportedBy,
}

impl EdgeKind {
    pub(super) fn word(self) -> String {
        let plain = match self {
            Self::Met => "met",
            Self::Planned => "planned",
            Self::CalledOff => "called off",
            Self::Attendance(attendance) => return word(attendance),
            Self::Party(_) => "party",
            Self::CameOf(_) => "came of",
            Self::Said => "said",
            Self::OnBehalfOf => "on behalf of",
            Self::Audience => "audience",
            Self::About => "about",
            Self::ReportedBy => "reported by",
        };
        plain.to_owned()
    }

    /// Whether its ends are not to be turned round.
    pub(super) const fn is_directed(self) -> bool {
        matches!(self, Self::Said | Self::OnBehalfOf | Self::Audience | Self::About | Self::ReportedBy)
    }

    /// Whether it joins those who did not come together.
    const fn is_apart(self) -> bool {
        match self {
            Self::Attendance(attendance) => attendance.is_away(),
            Self::CalledOff => true,
            _ => false,
        }
    }
}

/// What joins two nodes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Edge {
    /// The ids of the meetings, outcomes or statements that it stands for.
    pub(super) records: BTreeSet<String>,
    pub(super) days: BTreeSet<Edtf>,
    /// Whether documents disagree on it.
    pub(super) is_disputed: bool,
    /// What is written on it besides its kind.
    pub(super) details: BTreeSet<String>,
}

impl Edge {
    /// Of how many meetings, outcomes or statements it is told.
    pub(super) fn weight(&self) -> usize {
        self.records.len().max(1)
    }
}

impl Picture {
    /// How many nodes it has.
    pub fn nodes(&self) -> usize {
        self.nodes.len()
    }

    /// How many edges it has.
    pub fn edges(&self) -> usize {
        self.edges.len()
    }

    /// The ids that rows name without telling more of them: what a statement is about.
    pub fn only_named(&self) -> impl Iterator<Item = RecordId> {
        let named = self.nodes.iter().filter(|(_, node)| !node.kind.is_told());
        named.filter_map(|(id, _)| id.parse().ok())
    }

    /// Takes the name, kind and status of an actor, meeting, outcome or place that rows only named, and named by
    /// this id: the record's own is another where several were found to be one.
    #[must_use]
    pub fn described_by(mut self, id: &RecordId, record: &Record) -> Self {
        let Some(node) = self.nodes.get_mut(id.as_str()).filter(|node| !node.kind.is_told()) else {
            return self;
        };
        match record {
            Record::Actor(actor) => {
                node.kind = NodeKind::Actor(Some(actor.kind));
                node.name.clone_from(&actor.name);
                node.country = actor.country;
            }
            Record::Meeting(meeting) => {
                node.kind = NodeKind::Meeting(Some(meeting.status));
                node.name = meeting.name.clone().unwrap_or_else(|| "meeting".to_owned());
                node.details.extend(meeting.when.as_ref().map(ToString::to_string));
                node.days.extend(meeting.when.clone());
            }
            Record::Outcome(outcome) => {
                node.kind = NodeKind::Outcome(Some(outcome.status));
                node.name = word(outcome.kind);
                node.details.push(outcome.text.trim().to_owned());
                node.days.extend(outcome.when.clone());
            }
            Record::Place(place) => {
                node.name.clone_from(&place.name);
                node.country = place.country;
            }
            _ => {}
        }
        self
    }

    pub(super) fn all_nodes(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.nodes.iter().map(|(id, node)| (id.as_str(), node))
    }

    pub(super) fn all_edges(&self) -> impl Iterator<Item = (&Ends, &Edge)> {
        self.edges.iter()
    }

    /// The name of a node that is in it.
    pub(super) fn name<'p>(&'p self, id: &'p str) -> &'p str {
        self.nodes.get(id).map_or(id, |node| node.name.as_str())
    }

    /// Whether any of its edges is not to be turned round.
    pub(super) fn is_directed(&self) -> bool {
        self.edges.keys().any(|ends| ends.kind.is_directed())
    }

    fn add(&mut self, id: &str, node: Node) {
        let node = match self.nodes.remove(id) {
            Some(there) => there.joined(node),
            None => node,
        };
        self.nodes.insert(id.to_owned(), node);
    }

    /// An actor; where its meeting was and when, as far as known.
    fn add_actor(&mut self, label: &ActorLabel, place: Option<&String>, day: Option<&Edtf>) {
        let mut node = Node::new(NodeKind::Actor(label.kind), &label.name);
        node.country = label.country;
        node.places.extend(place.cloned());
        node.days.extend(day.cloned());
        self.add(label.id.as_str(), node);
    }

    /// What a row names without telling more; its slug is its name until it is described.
    fn add_named(&mut self, id: &RecordId) {
        let (_, slug) = id.as_str().split_once('/').unwrap_or_default();
        self.add(id.as_str(), Node::new(NodeKind::of(id), slug));
    }

    /// The edge between two nodes, as it is or new.
    fn edge(&mut self, source: &str, target: &str, kind: EdgeKind) -> &mut Edge {
        let ends = Ends { source: source.to_owned(), target: target.to_owned(), kind };
        self.edges.entry(ends).or_default()
    }
}

/// What documents disagree on, but for the words: each has its own.
fn disputed<T>(view: &View<T>) -> impl Iterator<Item = &'static str> {
    view.conflicts.iter().map(|conflict| conflict.field).filter(|field| *field != "text")
}

/// The status of a row's outcome, for the edges to it.
fn status(row: &OutcomeRow) -> OutcomeStatus {
    row.outcome.record.status
}
