//! How much a store holds.

use rapporteur_schema::{ActorId, Edtf};

use crate::Counts;

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
    /// The first and the last day of a meeting, statement or outcome.
    pub dates: Option<(Edtf, Edtf)>,
    /// The actors of most meetings, the busiest first; at most ten.
    pub busiest: Vec<BusyActor>,
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
