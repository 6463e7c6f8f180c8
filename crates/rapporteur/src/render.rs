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
mod cytoscape;
mod document;
mod dot;
mod edge_list;
mod event;
mod gexf;
mod graphml;
mod json;
mod judgement;
mod label;
mod markdown;
mod meeting;
mod mermaid;
mod outcome;
mod picture;
mod place;
mod provenance;
mod row;
mod sheet;
mod statement;
mod svg;
mod table;
mod timeline;
mod word;
mod xml;

pub use absence::{AttendanceRow, attendance};
pub use answer::{answer_json, sentence};
pub use calendar::calendar;
pub use csv::csv;
pub use cytoscape::cytoscape;
pub use dot::dot;
pub use edge_list::edge_list;
pub use gexf::gexf;
pub use graphml::graphml;
pub use json::{EvidenceJson, json, jsonl};
pub use markdown::{Footnote, markdown};
pub use mermaid::mermaid;
pub use picture::{Grouping, Picture};
pub use provenance::{ProvenanceJson, judged, report};
pub use row::{Cell, Row};
pub use sheet::Sheet;
pub use svg::Svg;
pub use table::table;
pub use word::word;
