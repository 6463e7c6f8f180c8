//! What belongs together in a picture.
//!
//! Invariant: a node is in a group only where it belongs to no other: who met in two cities stands between them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Node, Picture};

/// By what the nodes of a picture are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// Actors by the country they belong to, meetings by the one they were in.
    Country,
    /// By city, or the narrowest place known; actors whose meetings were all in one place with it.
    Place,
    /// By date, as exactly as it is told; actors whose meetings were all on one date with it.
    Day,
}

impl Picture {
    /// The same picture, its nodes put together.
    #[must_use]
    pub fn grouped(mut self, by: Grouping) -> Self {
        self.grouping = Some(by);
        self
    }

    /// The group of a node, by the name it is shown under.
    pub(in crate::render) fn group(&self, node: &Node) -> Option<String> {
        match self.grouping? {
            Grouping::Country => node.country.as_ref().map(ToString::to_string),
            Grouping::Place => only(&node.places).cloned(),
            Grouping::Day => only(&node.days).map(ToString::to_string),
        }
    }

    /// The groups with the ids of those in them.
    pub(in crate::render) fn groups(&self) -> BTreeMap<String, Vec<&str>> {
        let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (id, node) in self.all_nodes() {
            if let Some(group) = self.group(node) {
                groups.entry(group).or_default().push(id);
            }
        }
        groups
    }
}

fn only<T: Ord>(values: &BTreeSet<T>) -> Option<&T> {
    values.first().filter(|_| values.len() == 1)
}
