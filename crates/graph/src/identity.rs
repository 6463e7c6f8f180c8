//! Who and what is the same: records of different ids that are one actor, place or meeting, and records of one
//! id that are several.
//!
//! It must not know questions. A *unit* is a node, or what some documents tell of it; a *cluster* is the units
//! that are one. Nothing is rewritten: the journal keeps the records as they came, and this is laid over them.
//!
//! Invariant: the clusters follow from the tellings that count and from the judgements, whatever the order in
//! which they came; what is judged goes before what is concluded.

pub(crate) mod actor;
pub(crate) mod cluster;
pub(crate) mod judgement;
pub(crate) mod mark;
pub(crate) mod meeting;
pub(crate) mod office;
pub(crate) mod place;
mod reason;
pub(crate) mod resolve;
pub(crate) mod spelling;
mod time;

use std::collections::{BTreeSet, HashMap};

use rapporteur_schema::RecordId;
use serde::{Deserialize, Serialize};

pub(crate) use self::mark::marks;
pub use self::reason::Reason;
use crate::Counts;
use crate::index::keys::Node;

/// A document that tells more than this is a data set, whatever it looks like. (The text of the evaluation set that
/// tells most tells 150 things.)
const ROWS: u64 = 500;

/// Whether a document is a data set: most of its lines are rows of cells, or it tells more than any text. Which of
/// its rows are the same its importer knows, so they are compared with what is told in words, and not with each
/// other.
pub(crate) fn is_data_set(counts: &Counts, text: &str) -> bool {
    if counts.records() > ROWS {
        return true;
    }
    let rows = text.lines().filter(|line| line.contains('\t')).count();
    rows > 0 && rows * 2 > text.lines().filter(|line| !line.trim().is_empty()).count()
}

/// A node, or what some documents tell of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct Unit {
    pub(crate) node: Node,
    /// In order; nothing stands for all.
    pub(crate) documents: Option<Vec<Node>>,
}

impl Unit {
    /// Whether what a document tells of a node is in it.
    pub(crate) fn has(&self, document: Node) -> bool {
        self.documents.as_ref().is_none_or(|documents| documents.binary_search(&document).is_ok())
    }
}

/// Units that are one, under the id that stands for all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Cluster {
    pub(crate) id: RecordId,
    pub(crate) units: Vec<Unit>,
    /// The ids of the units' nodes, in their order.
    pub(crate) names: Vec<RecordId>,
    /// Which two were found to be one, and why.
    pub(crate) links: Vec<(Unit, Unit, Vec<Reason>)>,
}

/// Where a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Placed {
    /// All of it in one cluster.
    Whole(Node),
    /// What each document tells of it, by the documents' numbers.
    Parts(Vec<(Node, Node)>),
}

/// The clusters of more than one unit, or of less than a node; every other node is one by itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Identity {
    placed: HashMap<Node, Placed>,
    clusters: HashMap<Node, Cluster>,
    /// The ids of the clusters; some no record has: those of the parts of a node.
    made: HashMap<RecordId, Node>,
    /// The nodes in the clusters by their own ids, so that nobody need ask the index which of many ids are of them.
    nodes: HashMap<RecordId, Node>,
    /// Numbers that stand for parts, counted down from the last.
    taken: u32,
}

impl Identity {
    /// Whether every node is one by itself.
    pub(crate) fn is_empty(&self) -> bool {
        self.placed.is_empty()
    }

    /// The number of what a document tells of a node.
    pub(crate) fn of(&self, node: Node, document: Node) -> Node {
        match self.placed.get(&node) {
            None => node,
            Some(Placed::Whole(whole)) => *whole,
            Some(Placed::Parts(parts)) => {
                parts.iter().find(|(teller, _)| *teller == document).map_or(node, |(_, part)| *part)
            }
        }
    }

    /// The id that stands for what a document tells of another; nothing where that one does.
    pub(crate) fn stands_for(&self, id: &RecordId, document: Node) -> Option<&RecordId> {
        let node = self.nodes.get(id)?;
        self.clusters.get(&self.of(*node, document)).map(|cluster| &cluster.id)
    }

    /// The number of all of a node; nothing where it is in parts.
    pub(crate) fn whole(&self, node: Node) -> Option<Node> {
        match self.placed.get(&node) {
            None => Some(node),
            Some(Placed::Whole(whole)) => Some(*whole),
            Some(Placed::Parts(_)) => None,
        }
    }

    /// The number that an id stands for; `node` is the id's own, where it has one.
    pub(crate) fn number(&self, id: &RecordId, node: Option<Node>) -> Option<Node> {
        match node.map(|node| (node, self.placed.get(&node))) {
            None => self.made.get(id).copied(),
            // No record that counts has an id that was made.
            Some((node, None)) => Some(self.made.get(id).copied().unwrap_or(node)),
            Some((_, Some(Placed::Whole(whole)))) => Some(*whole),
            Some((node, Some(Placed::Parts(parts)))) => {
                let own = |part: &&(Node, Node)| self.clusters.get(&part.1).is_some_and(|one| one.id == *id);
                parts.iter().find(own).or_else(|| parts.first()).map(|(_, part)| *part).or(Some(node))
            }
        }
    }

    /// Whether a node is in parts, of which some have made ids.
    pub(crate) fn is_in_parts(&self, node: Node) -> bool {
        matches!(self.placed.get(&node), Some(Placed::Parts(_)))
    }

    /// The cluster of a number, where it is more or less than a node.
    pub(crate) fn cluster(&self, number: Node) -> Option<&Cluster> {
        self.clusters.get(&number)
    }

    /// The clusters that hold any of some nodes.
    pub(crate) fn touching<'a>(&'a self, nodes: impl IntoIterator<Item = &'a Node>) -> BTreeSet<Node> {
        let mut found = BTreeSet::new();
        for node in nodes {
            match self.placed.get(node) {
                None => {}
                Some(Placed::Whole(whole)) => {
                    found.insert(*whole);
                }
                Some(Placed::Parts(parts)) => found.extend(parts.iter().map(|(_, part)| *part)),
            }
        }
        found
    }

    /// Adds a cluster, and gives the number that stands for it.
    pub(crate) fn insert(&mut self, cluster: Cluster) -> Node {
        let whole = cluster.units.iter().find(|unit| unit.documents.is_none()).map(|unit| unit.node);
        let number = whole.unwrap_or_else(|| {
            self.taken += 1;
            Node::MAX - self.taken
        });
        for (unit, name) in cluster.units.iter().zip(&cluster.names) {
            self.nodes.insert(name.clone(), unit.node);
            match &unit.documents {
                None => {
                    self.placed.insert(unit.node, Placed::Whole(number));
                }
                Some(documents) => {
                    let placed = self.placed.entry(unit.node).or_insert_with(|| Placed::Parts(Vec::new()));
                    if let Placed::Parts(parts) = placed {
                        parts.extend(documents.iter().map(|document| (*document, number)));
                        parts.sort_unstable();
                    }
                }
            }
        }
        self.made.insert(cluster.id.clone(), number);
        self.clusters.insert(number, cluster);
        number
    }

    /// Takes a cluster out.
    pub(crate) fn remove(&mut self, number: Node) -> Option<Cluster> {
        let cluster = self.clusters.remove(&number)?;
        for (unit, name) in cluster.units.iter().zip(&cluster.names) {
            let emptied = match self.placed.get_mut(&unit.node) {
                Some(Placed::Parts(parts)) => {
                    parts.retain(|(_, part)| *part != number);
                    parts.is_empty()
                }
                Some(Placed::Whole(_)) => true,
                None => false,
            };
            if emptied {
                self.nodes.remove(name);
                self.placed.remove(&unit.node);
            }
        }
        if self.made.get(&cluster.id) == Some(&number) {
            self.made.remove(&cluster.id);
        }
        Some(cluster)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn cluster(id: &str, units: &[(Node, Option<&[Node]>)]) -> Cluster {
        let names = units.iter().map(|(node, _)| format!("actor/n{node}").parse().unwrap()).collect();
        let units = units.iter().map(|(node, of)| Unit { node: *node, documents: of.map(<[Node]>::to_vec) });
        Cluster { id: id.parse().unwrap(), units: units.collect(), names, links: Vec::new() }
    }

    #[test]
    fn what_is_put_in_and_taken_out_leaves_nothing() {
        let mut identity = Identity::default();
        let one = identity.insert(cluster("actor/a", &[(3, None), (5, None)]));
        let two = identity.insert(cluster("actor/b-fra", &[(7, Some(&[1, 2]))]));
        let three = identity.insert(cluster("actor/b", &[(7, Some(&[4])), (9, None)]));
        assert_eq!((one, three), (3, 9));
        assert_eq!(
            (identity.of(5, 1), identity.of(7, 2), identity.of(7, 4), identity.of(8, 4)),
            (3, two, 9, 8)
        );
        let id: RecordId = "actor/b-fra".parse().unwrap();
        assert_eq!(identity.number(&id, None), Some(two));
        let stand_in = |node: Node, document| {
            identity.stands_for(&format!("actor/n{node}").parse().unwrap(), document).map(|id| id.as_str())
        };
        assert_eq!(
            [stand_in(5, 1), stand_in(7, 1), stand_in(7, 4), stand_in(7, 9), stand_in(8, 4)],
            [Some("actor/a"), Some("actor/b-fra"), Some("actor/b"), None, None]
        );
        assert_eq!(identity.touching(&[5, 7]), BTreeSet::from([3, two, 9]));
        for number in [one, two, three] {
            assert!(identity.remove(number).is_some());
        }
        assert!(identity.is_empty() && identity.made.is_empty() && identity.clusters.is_empty());
        assert!(identity.nodes.is_empty());
    }
}
