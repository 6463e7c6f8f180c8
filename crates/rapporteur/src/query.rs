//! A question as one value, whoever put it: plain English, the flags of a command, or a program.
//!
//! It must not know words or a terminal. Invariant: the same query gives the same answer, however it was made.

use rapporteur_graph::{
    ActorLabel, ActorRow, AsOf, ConflictRow, DocumentRow, Filter, MeetingRow, OutcomeRow, PlaceRow,
    StatementRow, StatusTold, Store,
};

use crate::{Error, Timeline};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Topic {
    /// Who met whom: meetings that took place, unless the filter names a status or an attendance.
    Met,
    /// What was said.
    Statements,
    /// What came of it.
    Outcomes,
    /// Who there is, or who met those that the filter names.
    Actors,
    /// Where meetings were.
    Places,
    /// What was read.
    Documents,
    /// What cannot all be true.
    Conflicts,
    /// The shortest chain of meetings from the filter's `actor` to its `with`.
    Chain,
    /// How the status of the filter's `meeting` came about; without one, what was done day by day.
    Timeline,
}

/// What is asked, and what narrows it down.
///
/// ```
/// use rapporteur::{Filter, Query, Store, Topic};
/// # let folder = tempfile::tempdir()?;
/// let store = Store::open_or_create(folder.path().join("store"))?;
/// let query = Query { topic: Topic::Met, filter: Filter { limit: Some(5), ..Filter::default() } };
/// assert!(query.run(&store)?.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// What is asked for.
    pub topic: Topic,
    /// What narrows it down.
    pub filter: Filter,
}

/// The rows of an answer.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Answer {
    /// Meetings.
    Meetings(Vec<MeetingRow>),
    /// Statements.
    Statements(Vec<StatementRow>),
    /// Outcomes.
    Outcomes(Vec<OutcomeRow>),
    /// Actors.
    Actors(Vec<ActorRow>),
    /// Places.
    Places(Vec<PlaceRow>),
    /// Documents.
    Documents(Vec<DocumentRow>),
    /// Contradictions.
    Conflicts(Vec<ConflictRow>),
    /// The links of a chain, in their order.
    Chain(Vec<LinkRow>),
    /// What was told of a meeting, by day.
    Timeline(Vec<StatusTold>),
    /// What was done day by day.
    Events(Timeline),
}

/// One link of a chain: two who met, and the meeting.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LinkRow {
    /// The one.
    pub from: ActorLabel,
    /// The other.
    pub to: ActorLabel,
    /// Where they met.
    pub meeting: MeetingRow,
}

impl Query {
    /// The answer.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn run(&self, store: &Store) -> Result<Answer, Error> {
        let filter = self.filter.clone();
        Ok(match self.topic {
            Topic::Met => Answer::Meetings(store.met().matching(filter).run()?),
            Topic::Statements => Answer::Statements(store.statements().matching(filter).run()?),
            Topic::Outcomes => Answer::Outcomes(store.outcomes().matching(filter).run()?),
            Topic::Actors => Answer::Actors(store.actors().matching(filter).run()?),
            Topic::Places => Answer::Places(store.places().matching(filter).run()?),
            Topic::Documents => Answer::Documents(store.documents().matching(filter).run()?),
            Topic::Conflicts => Answer::Conflicts(store.conflicts().matching(filter).run()?),
            Topic::Chain => Answer::Chain(chain(store, &filter)?),
            Topic::Timeline => match &filter.meeting {
                Some(meeting) => Answer::Timeline(AsOf::of(store, &filter).timeline(meeting)?),
                None => Answer::Events(Timeline::of(store, &filter)?),
            },
        })
    }
}

impl Answer {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Meetings(rows) => rows.len(),
            Self::Statements(rows) => rows.len(),
            Self::Outcomes(rows) => rows.len(),
            Self::Actors(rows) => rows.len(),
            Self::Places(rows) => rows.len(),
            Self::Documents(rows) => rows.len(),
            Self::Conflicts(rows) => rows.len(),
            Self::Chain(rows) => rows.len(),
            Self::Timeline(rows) => rows.len(),
            Self::Events(timeline) => timeline.events.len(),
        }
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The links between the two whom a filter names, each with its meeting.
fn chain(store: &Store, filter: &Filter) -> Result<Vec<LinkRow>, Error> {
    let (Some(from), Some(to)) = (&filter.actor, &filter.with) else { return Ok(Vec::new()) };
    let past = AsOf::of(store, filter);
    let links = past.network()?.chain(from, to).unwrap_or_default();
    let mut rows = Vec::with_capacity(links.len());
    for link in links {
        let meeting = store.meetings().matching(past.filter()).meeting(&link.meeting).run()?;
        let named = |id| {
            let attendees = meeting.iter().flat_map(|row| &row.attendees);
            attendees.map(|attendee| &attendee.actor).find(|actor| actor.id == id).cloned()
        };
        // The network was made of the same meetings; one that was taken out since ends the chain there.
        if let (Some(from), Some(to), Some(meeting)) =
            (named(link.from), named(link.to), meeting.into_iter().next())
        {
            rows.push(LinkRow { from, to, meeting });
        }
    }
    Ok(rows)
}
