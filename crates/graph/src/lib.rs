//! The store of rapporteur: a journal that is the truth, an index that makes it fast, and the
//! questions asked of them.
//!
//! This crate must not know how records are extracted or shown, and it never prints. Invariant: no
//! record is stored whose evidence is not byte for byte in its document.
//!
//! ```
//! use rapporteur_graph::{Ingest, Store, sha256};
//! use rapporteur_schema::{Document, Record};
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("store");
//! let text = "Albania's prime minister received the leaders in Tirana.".to_owned();
//! let document: Document = serde_json::from_value(serde_json::json!({
//!     "id": "document/note", "sha256": sha256(&text), "bytes": text.len(),
//! }))?;
//! let tirana: Record = serde_json::from_str(
//!     r#"{"type":"place","id":"place/tirana","kind":"city","name":"Tirana","country":"ALB",
//!         "evidence":[{"document":"document/note","start":49,"end":55,"text":"Tirana"}],"confidence":1.0}"#,
//! )?;
//! let store = Store::create(&path)?;
//! store.ingest(Ingest { document, text, records: vec![tirana] })?;
//! let found = store.places().country("ALB".parse()?).run()?;
//! assert_eq!(found[0].place.record.name, "Tirana");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// The tests within build their documents with the code of those without.
#[cfg(test)]
extern crate self as rapporteur_graph;

mod clock;
mod codec;
mod compression;
mod error;
mod fold;
mod hash;
mod identity;
mod index;
mod ingest;
mod journal;
mod keyspace;
mod likeness;
mod line;
mod network;
mod query;
mod remark;
mod snapshot;
mod statistics;
mod storage;
mod store;
mod verify;
mod view;

pub use error::GraphError;
pub use hash::sha256;
pub use identity::Reason;
pub use ingest::{Change, Counts, Ingest, Ingested};
pub use line::Line;
pub use network::{Link, Network, Pair};
pub use query::{
    ActorLabel, ActorRow, Actors, AsOf, Attendee, ConflictRow, ConflictSide, Conflicts, Dispute, DocumentRow,
    Documents, Doubt, EvidenceView, Filter, Found, Label, MatchKind, MeetingRow, Meetings, Merged, Met,
    OutcomeRow, Outcomes, PlaceLabel, PlaceRow, Places, StatementRow, Statements, StatusTold, Support,
};
pub use remark::{Mode, Remark};
pub use statistics::{BusyActor, IndexPart, Statistics};
pub(crate) use store::State;
pub use store::{Compaction, Export, Judge, Store};
pub use verify::{Problem, Verification};
pub use view::{Conflict, Telling, View};
