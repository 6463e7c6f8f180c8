//! How much a store holds.

use std::collections::BTreeMap;

use rapporteur_schema::{ActorId, Edtf, RecordId, RecordKind};

use crate::index::derive::{Relation, kind_byte};
use crate::index::keys::{CALENDAR, Day, Key, LINK, Node, UNDATED, date, what};
use crate::snapshot::Snapshot;
use crate::store::{FORMAT, State, open, seal};
use crate::{Counts, GraphError, Store};

/// Figures of a store.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Statistics {
    /// The format of the store.
    pub format: u32,
    /// Records of each kind, each id counted once.
    pub counts: Counts,
    /// Tellings: what each document says of each record.
    pub tellings: u64,
    /// Bytes of the journal.
    pub journal_bytes: u64,
    /// Frames in the journal.
    pub frames: u64,
    /// Bytes of the index on disk; 0 beside a writer.
    pub index_bytes: u64,
    /// What the index is made of, by kind of entry: without what sled adds.
    pub index_parts: Vec<IndexPart>,
    /// The first and the last day of a meeting, statement or outcome.
    pub dates: Option<(Edtf, Edtf)>,
    /// The actors of most meetings, the busiest first; at most ten.
    pub busiest: Vec<BusyActor>,
}

/// One kind of entry of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexPart {
    /// What the entries are for.
    pub what: &'static str,
    /// How many there are.
    pub entries: u64,
    /// Their bytes, compressed; neighbours share a block, so this is a share of it.
    pub bytes: u64,
}

/// An actor and how often it met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusyActor {
    /// The actor.
    pub id: ActorId,
    /// Its name.
    pub name: String,
    /// Meetings that name it among those present or away.
    pub meetings: u64,
}

/// How many of the busiest are named.
const BUSIEST: usize = 10;

impl Store {
    /// How much there is.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn statistics(&self) -> Result<Statistics, GraphError> {
        let state = self.read();
        let known = state.index.state();
        let journal = state.journal.path();
        let found = journal.metadata().map_err(GraphError::io(journal))?;
        let index_bytes =
            if state.writing.is_some() { seal::bytes(&open::index_path(self.path())) } else { 0 };
        Ok(Statistics {
            format: FORMAT,
            counts: known.counts,
            tellings: known.tellings,
            journal_bytes: found.len(),
            frames: known.frames,
            index_bytes,
            index_parts: parts(&state)?,
            dates: dates(&state)?,
            busiest: busiest(&state)?,
        })
    }
}

fn parts(state: &State) -> Result<Vec<IndexPart>, GraphError> {
    let parts = state.index.weigh()?.into_iter();
    Ok(parts.map(|(tag, (entries, bytes))| IndexPart { what: what(tag), entries, bytes }).collect())
}

/// The first and the last day on which a record stands in the calendar.
fn dates(state: &State) -> Result<Option<(Edtf, Edtf)>, GraphError> {
    let mut days: Option<(Day, Day)> = None;
    for kind in [RecordKind::Meeting, RecordKind::Statement, RecordKind::Outcome] {
        let key = Key::new(CALENDAR).byte(kind_byte(kind));
        state.index.each(&key, |key| {
            let day = match key {
                [_, _, a, b, c, ..] => Day::from_be_bytes([0, *a, *b, *c]),
                _ => UNDATED,
            };
            if day != UNDATED {
                let (first, last) = days.unwrap_or((day, day));
                days = Some((first.min(day), last.max(day)));
            }
        })?;
    }
    let edtf = |day| date(day).map(Edtf::day);
    Ok(days.and_then(|(first, last)| Some((edtf(first)?, edtf(last)?))))
}

fn busiest(state: &State) -> Result<Vec<BusyActor>, GraphError> {
    let mut meetings: BTreeMap<Node, u64> = BTreeMap::new();
    state.index.each(&Key::new(LINK), |key| {
        if let [_, a, b, c, d, relation, ..] = key
            && *relation == Relation::Participant as u8
        {
            *meetings.entry(Node::from_be_bytes([*a, *b, *c, *d])).or_default() += 1;
        }
    })?;
    let mut ranked: Vec<(u64, Node)> =
        meetings.into_iter().map(|(node, meetings)| (meetings, node)).collect();
    ranked.sort_unstable_by_key(|(meetings, node)| (u64::MAX - meetings, *node));
    // Of equals at the cut the ids decide, not the numbers, which depend on the order of ingest.
    let least = ranked.get(BUSIEST - 1).map_or(0, |(meetings, _)| *meetings);
    let mut busiest = Vec::new();
    let snapshot = Snapshot::now(state);
    for (meetings, node) in ranked.into_iter().take_while(|(meetings, _)| *meetings >= least) {
        if let RecordId::Actor(id) = state.index.id(node)? {
            let name =
                snapshot.actor_view(node, &id)?.map_or_else(|| id.slug().to_owned(), |view| view.record.name);
            busiest.push(BusyActor { id, name, meetings });
        }
    }
    busiest.sort_by(|one, other| {
        (u64::MAX - one.meetings, &one.id).cmp(&(u64::MAX - other.meetings, &other.id))
    });
    busiest.truncate(BUSIEST);
    Ok(busiest)
}
