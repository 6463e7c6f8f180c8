//! The record contract of rapporteur as Rust types: what every extractor emits, every import
//! produces, the store keeps and `export` prints, one JSON object a line.
//!
//! A line may also be a [`Judgement`], which people make of records and outlets.
//!
//! This crate holds the types and their rules of form and nothing else: it must not know how records
//! are extracted, stored or shown. Every record but a document carries its [`Evidence`].

pub mod actor;
pub mod confidence;
pub mod date;
pub mod document;
pub mod evidence;
pub mod id;
pub mod json_schema;
pub mod judgement;
pub mod meeting;
pub mod outcome;
pub mod place;
pub mod record;
pub mod statement;
pub mod vocabulary;

mod error;
mod strict;
mod text_form;
mod wikidata;

pub use actor::{Actor, ActorKind, Office};
pub use confidence::Confidence;
pub use date::{Duration, Edtf, Precision, Qualification, Timestamp};
pub use document::{Document, Sha256};
pub use error::SchemaError;
pub use evidence::{Evidence, Span};
pub use id::{ActorId, DocumentId, MeetingId, OutcomeId, PlaceId, RecordId, RecordKind, StatementId};
pub use judgement::{Judgement, Reliability, Subject, Verdict};
pub use meeting::{Attendance, Medium, Meeting, MeetingStatus, Participation, Role};
pub use outcome::{Outcome, OutcomeKind, OutcomeStatus, Quantity};
pub use place::{Place, PlaceKind};
pub use record::Record;
pub use statement::{Act, Statement, StatementMedium};
pub use vocabulary::{Cameo, Country, Plover, Quad};
pub use wikidata::WikidataItem;
