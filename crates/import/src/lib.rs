//! Event data files as records: ICEWS, GDELT, POLECAT, quadruples of temporal knowledge graphs and tables of
//! meetings, streamed in chunks of rows.
//!
//! Each [`Chunk`] is a document (some thousand rows of a file, byte for byte) with the records that its rows
//! prove. This crate must not know where chunks go, and it prints nothing: what was read, passed over or
//! refused is in the [`Tally`]. Invariant: the same file with the same [`Options`] gives the same chunks, no
//! bytes make it panic, and no file makes it hold more than a chunk and the names.

mod archive;
mod cameo;
mod cast;
mod chunk;
mod columns;
mod country;
mod day;
mod entities;
mod error;
mod event;
mod format;
mod gazetteer;
mod gdelt;
mod icews;
mod import;
mod input;
mod line;
mod name;
mod options;
mod plover;
mod polecat;
mod quadruple;
mod reading;
mod record;
mod register;
mod row;
mod slug;
mod table;
mod tally;
mod tsv;

pub use chunk::Chunk;
pub use columns::{Columns, Field};
pub use error::ImportError;
pub use format::Format;
pub use import::Import;
pub use options::Options;
pub use tally::{BadRow, Tally};
