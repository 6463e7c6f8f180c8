//! A knowledge graph store for diplomatic events, to be embedded: open a store, ingest news, ask who met
//! whom, render the answer.
//!
//! This crate must not know of a terminal or a command line, and it never prints. Invariant: every
//! answer ends in ids whose evidence can be asked for.
//!
//! ```
//! use rapporteur::{Rapporteur, Source};
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("store");
//! let rapporteur = Rapporteur::open_or_create(&path)?;
//! let source = Source { published: Some("2025-05-16".parse()?), publisher: Some("CNN".into()), ..Source::default() };
//! let read = rapporteur.extract(b"Hakan Fidan met Marco Rubio in Istanbul on Friday.", &source);
//! let kept = rapporteur.keep(read)?;
//! let rows = rapporteur.store().met().document(&kept.document).run()?;
//! print!("{}", rapporteur::render::table(&rows, Some(100)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Each task has a program in `examples/`, run by a test:
//!
//! | task | example | begins at |
//! |---|---|---|
//! | ask who met whom, and for the words that prove it | `who_met_whom` | [`Store::met`], [`resolve::actor`] |
//! | ingest a feed, again and again | `ingest_feed` | [`Rapporteur::ingest`], [`Source`] |
//! | answer requests of the web | `embed_in_web_handler` | [`render::json`], [`Store::evidence`] |
//! | put another engine in the place of the rules | `custom_extractor` | [`Extractor`], [`describe`] |
//! | ask what no command asks | `custom_query` | [`Query`], [`Filter`], [`Store::network`] |
//! | draw an answer | `dot_of_an_answer` | [`render::dot`] |

pub mod ask;
mod engine;
mod error;
mod event;
mod provenance;
mod query;
pub mod render;
pub mod resolve;

pub use engine::Rapporteur;
pub use error::Error;
pub use event::{Event, EventRow, Part, Timeline};
pub use provenance::{Because, Provenance, Reading, Report, RuleFired};
pub use query::{Answer, LinkRow, Query, Topic};
pub use rapporteur_extract::{
    Diagnostic, Explanation, Extraction, Extractor, LexiconError, Note, RuleExtractor, Source, UserLexicon,
    describe,
};
pub use rapporteur_graph::{
    ActorLabel, ActorRow, Actors, AsOf, Attendee, BusyActor, Change, Compaction, Conflict, ConflictRow,
    ConflictSide, Conflicts, Counts, Dispute, DocumentRow, Documents, Doubt, EvidenceView, Export, Filter,
    Found, GraphError, IndexPart, Ingest, Ingested, Judge, Label, Line, Link, MatchKind, MeetingRow,
    Meetings, Merged, Met, Mode, Network, OutcomeRow, Outcomes, Pair, PlaceLabel, PlaceRow, Places, Problem,
    Reason, Remark, StatementRow, Statements, Statistics, StatusTold, Store, Support, Telling, Verification,
    View,
};
pub use rapporteur_schema as schema;
