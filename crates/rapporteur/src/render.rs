//! Answers made visible: tables, JSON, CSV, Markdown and pictures.
//!
//! It must not query: everything shown is in the rows it is given. Invariant: the same rows give the same
//! bytes, in every format.

mod absence;
mod actor;
mod answer;
mod calendar;
mod chain;
mod conflict;
mod csv;
mod document;
pub mod dot;
mod event;
mod json;
mod judgement;
mod label;
mod markdown;
mod meeting;
mod outcome;
mod place;
mod provenance;
mod row;
mod statement;
mod svg;
mod table;
mod timeline;
mod word;

pub use absence::{AttendanceRow, attendance};
pub use answer::{answer_json, sentence};
pub use calendar::calendar;
pub use csv::csv;
pub use dot::Dot;
pub use json::{EvidenceJson, json, jsonl};
pub use markdown::markdown;
pub use provenance::{ProvenanceJson, judged, report};
pub use row::{Cell, Row};
pub use svg::Svg;
pub use table::table;
pub use word::word;
