//! What a picture's nodes and edges say of themselves, for formats that carry data.
//!
//! Invariant: every attribute that a node or edge has is among those declared, with its type.

use std::collections::BTreeSet;

use rapporteur_schema::Edtf;

use super::{Edge, Ends, Node, Picture};

/// What type an attribute has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Type {
    Text,
    Number,
    Flag,
}

/// An attribute's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render) enum Value {
    Text(String),
    Number(usize),
    Flag(bool),
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
            Self::Flag(flag) => write!(f, "{flag}"),
        }
    }
}

/// The attributes of nodes. `when` is EDTF, several dates by semicolons, and so are places and disputed fields.
pub(in crate::render) const NODE_ATTRIBUTES: [(&str, Type); 9] = [
    ("name", Type::Text),
    ("kind", Type::Text),
    ("status", Type::Text),
    ("details", Type::Text),
    ("country", Type::Text),
    ("place", Type::Text),
    ("when", Type::Text),
    ("disputed", Type::Text),
    ("group", Type::Text),
];

/// The attributes of edges; `meetings` is of how many meetings, outcomes or statements an edge is told, and
/// `records` their ids.
pub(in crate::render) const EDGE_ATTRIBUTES: [(&str, Type); 6] = [
    ("kind", Type::Text),
    ("details", Type::Text),
    ("meetings", Type::Number),
    ("when", Type::Text),
    ("disputed", Type::Flag),
    ("records", Type::Text),
];

impl Picture {
    /// What a node says of itself, in the order declared.
    pub(in crate::render) fn node_attributes(&self, node: &Node) -> Vec<(&'static str, Value)> {
        let place: Vec<&str> = node.places.iter().map(String::as_str).collect();
        let disputed: Vec<&str> = node.disputed.iter().copied().collect();
        let texts = [
            ("name", node.name.clone()),
            ("kind", node.kind.word()),
            ("status", node.kind.status().unwrap_or_default()),
            ("details", node.details.join("; ")),
            ("country", node.country.map(|country| country.to_string()).unwrap_or_default()),
            ("place", place.join("; ")),
            ("when", dates(&node.days)),
            ("disputed", disputed.join("; ")),
            ("group", self.group(node).unwrap_or_default()),
        ];
        texts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(of, text)| (of, Value::Text(text)))
            .collect()
    }
}

/// What an edge says of itself, in the order declared.
pub(in crate::render) fn edge_attributes(ends: &Ends, edge: &Edge) -> Vec<(&'static str, Value)> {
    let details: Vec<&str> = edge.details.iter().map(String::as_str).collect();
    let records: Vec<&str> = edge.records.iter().map(String::as_str).collect();
    let all = [
        ("kind", Value::Text(ends.kind.word())),
        ("details", Value::Text(details.join("; "))),
        ("meetings", Value::Number(edge.weight())),
        ("when", Value::Text(dates(&edge.days))),
        ("disputed", Value::Flag(edge.is_disputed)),
        ("records", Value::Text(records.join("; "))),
    ];
    all.into_iter().filter(|(_, value)| *value != Value::Text(String::new())).collect()
}

fn dates(days: &BTreeSet<Edtf>) -> String {
    days.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
