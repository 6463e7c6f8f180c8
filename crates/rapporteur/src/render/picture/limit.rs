//! Making a large picture smaller: by weight, by number, by nearness.
//!
//! Invariant: what is left out takes its edges with it, and nothing else is changed.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rapporteur_schema::{ActorId, ActorKind};

use super::{NodeKind, Picture};

impl Picture {
    /// Without edges that stand for fewer meetings (outcomes, statements), and without nodes that then have none.
    #[must_use]
    pub fn at_least(mut self, weight: usize) -> Self {
        self.edges.retain(|_, edge| edge.weight() >= weight);
        let joined: BTreeSet<String> =
            self.edges.keys().flat_map(|ends| [ends.source.clone(), ends.target.clone()]).collect();
        self.keep(&joined)
    }

    /// The nodes whose edges stand for most, of equals those whose ids come first; at most so many, and fewer
    /// where one would have none of its edges left. A picture that has no more stays as it is.
    #[must_use]
    pub fn at_most(self, nodes: usize) -> Self {
        if self.nodes.len() <= nodes {
            return self;
        }
        let mut weights: BTreeMap<&str, usize> = self.nodes.keys().map(|id| (id.as_str(), 0)).collect();
        for (ends, edge) in &self.edges {
            for end in [&ends.source, &ends.target] {
                *weights.entry(end).or_default() += edge.weight();
            }
        }
        let mut ids: Vec<(Reverse<usize>, &str)> =
            weights.into_iter().map(|(id, weight)| (Reverse(weight), id)).collect();
        ids.sort_unstable();
        let kept = ids.into_iter().take(nodes).map(|(_, id)| id.to_owned()).collect();
        self.keep(&kept).at_least(1)
    }

    /// What lies within so many edges of an actor; a state's nationals count as the state. Edges of those who
    /// stayed away, or whose meeting was called off, lead nowhere.
    #[must_use]
    pub fn around(self, actor: &ActorId, hops: usize) -> Self {
        let Some(centre) = self.nodes.get(actor.as_str()) else { return Self::default() };
        let nation =
            centre.country.as_ref().filter(|_| centre.kind == NodeKind::Actor(Some(ActorKind::State)));
        let of_nation = |(id, node): (&String, &super::Node)| {
            let national = matches!(node.kind, NodeKind::Actor(_)) && node.country.as_ref() == nation;
            (id == actor.as_str() || (nation.is_some() && national)).then(|| id.clone())
        };
        let mut reached: BTreeSet<String> = self.nodes.iter().filter_map(of_nation).collect();
        let mut edge = reached.clone();
        for _ in 0..hops {
            let mut next = BTreeSet::new();
            for ends in self.edges.keys().filter(|ends| !ends.kind.is_apart()) {
                for (from, to) in [(&ends.source, &ends.target), (&ends.target, &ends.source)] {
                    if edge.contains(from) && !reached.contains(to) {
                        next.insert(to.clone());
                    }
                }
            }
            if next.is_empty() {
                break;
            }
            reached.extend(next.iter().cloned());
            edge = next;
        }
        self.keep(&reached)
    }

    fn keep(mut self, ids: &BTreeSet<String>) -> Self {
        self.nodes.retain(|id, _| ids.contains(id));
        self.edges.retain(|ends, _| ids.contains(&ends.source) && ids.contains(&ends.target));
        self
    }
}
