//! The questions a store answers, one file each.
//!
//! A question is a builder that borrows the store; `run` answers with values. Nothing here prints or
//! decides how an answer looks. Rows are ordered by date, then id, unless a question says otherwise.

mod actors;
mod as_of;
mod ask;
mod conflicts;
mod documents;
mod doubts;
mod evidence;
mod filter;
mod find;
mod fulfilment;
mod label;
mod meetings;
mod outcomes;
mod places;
mod questions;
mod statements;
mod support;
mod timeline;
mod words;

pub use actors::{ActorRow, Actors};
pub use as_of::AsOf;
pub use conflicts::{ConflictRow, ConflictSide, Conflicts, Dispute};
pub use documents::{DocumentRow, Documents};
pub use doubts::{Doubt, Merged};
pub use evidence::EvidenceView;
pub use filter::Filter;
pub use find::{Found, MatchKind};
pub use label::{ActorLabel, Label, PlaceLabel};
pub use meetings::{Attendee, MeetingRow, Meetings, Met};
pub use outcomes::{OutcomeRow, Outcomes};
pub use places::{PlaceRow, Places};
pub use statements::{StatementRow, Statements};
pub use support::Support;
pub use timeline::StatusTold;
