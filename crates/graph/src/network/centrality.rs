//! Who stands between others.
//!
//! Invariant: what is printed does not depend on the order of ingest.

use petgraph::graph::UnGraph;
use petgraph::unionfind::UnionFind;
use rapporteur_schema::ActorId;
use std::collections::{BTreeMap, VecDeque};

use super::{Marks, Network};

impl Network {
    /// The actors and who met whom, each pair once, for petgraph's own algorithms. An edge says in how many
    /// meetings the two were. The cost is that of all pairs in all meetings.
    ///
    /// ```
    /// # use rapporteur_graph::Store;
    /// # let folder = tempfile::tempdir()?;
    /// # let store = Store::create(folder.path())?;
    /// let graph = store.network()?.to_petgraph();
    /// assert_eq!(petgraph::algo::connected_components(&graph), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_petgraph(&self) -> UnGraph<ActorId, u32> {
        let mut graph = UnGraph::with_capacity(self.actors.len(), self.meetings.len());
        let nodes: Vec<_> = self.actors.iter().map(|actor| graph.add_node(actor.clone())).collect();
        for actor in 0..self.actors.len() as u32 {
            let mut met: BTreeMap<u32, u32> = BTreeMap::new();
            for other in self.others(actor, None).filter(|other| *other > actor) {
                *met.entry(other).or_default() += 1;
            }
            for (other, meetings) in met {
                graph.add_edge(nodes[actor as usize], nodes[other as usize], meetings);
            }
        }
        graph
    }

    /// How often each actor lies on a shortest chain between two others, by id (Brandes, A faster algorithm
    /// for betweenness centrality, 2001; each pair counted once, not divided by the number of pairs). The
    /// cost is that of a walk over the whole graph for each actor: 8,000 actors and 50,000 meetings take seconds.
    pub fn betweenness(&self) -> Vec<(&ActorId, f64)> {
        let neighbours = self.neighbours();
        let count = self.actors.len();
        let mut between = vec![0.0; count];
        let (mut paths, mut steps) = (vec![0.0_f64; count], vec![u32::MAX; count]);
        let mut share = vec![0.0_f64; count];
        for source in 0..count {
            paths.fill(0.0);
            steps.fill(u32::MAX);
            share.fill(0.0);
            (paths[source], steps[source]) = (1.0, 0);
            let mut order = Vec::with_capacity(count);
            let mut open = VecDeque::from([source]);
            while let Some(actor) = open.pop_front() {
                order.push(actor);
                for next in neighbours[actor].iter().map(|next| *next as usize) {
                    if steps[next] == u32::MAX {
                        steps[next] = steps[actor] + 1;
                        open.push_back(next);
                    }
                    if steps[next] == steps[actor] + 1 {
                        paths[next] += paths[actor];
                    }
                }
            }
            for actor in order.into_iter().rev() {
                for before in neighbours[actor].iter().map(|before| *before as usize) {
                    if steps[before].checked_add(1) == Some(steps[actor]) {
                        share[before] += paths[before] / paths[actor] * (1.0 + share[actor]);
                    }
                }
                if actor != source {
                    between[actor] += share[actor];
                }
            }
        }
        // Each pair was walked from both its ends.
        self.actors.iter().zip(between.into_iter().map(|both| both / 2.0)).collect()
    }

    /// Whom each actor met, each once.
    pub(super) fn neighbours(&self) -> Vec<Vec<u32>> {
        let neighbours = |actor| {
            let mut met = Marks::new(self.actors.len());
            self.others(actor, None).filter(|other| met.mark(*other)).collect()
        };
        (0..self.actors.len() as u32).map(neighbours).collect()
    }

    /// The groups of actors between whom there is a chain, the largest first, each by id. The cost is that
    /// of the whole graph.
    pub fn components(&self) -> Vec<Vec<&ActorId>> {
        let mut union: UnionFind<u32> = UnionFind::new(self.actors.len());
        for meeting in 0..self.meetings.len() as u32 {
            for pair in self.actors_of.row(meeting).windows(2) {
                union.union(pair[0], pair[1]);
            }
        }
        self.groups(&union.into_labeling())
    }

    /// Actors by their labels, the largest group first.
    pub(super) fn groups(&self, labels: &[u32]) -> Vec<Vec<&ActorId>> {
        let mut groups: BTreeMap<u32, Vec<&ActorId>> = BTreeMap::new();
        for (group, actor) in labels.iter().zip(&self.actors) {
            groups.entry(*group).or_default().push(actor);
        }
        let mut groups: Vec<_> = groups.into_values().collect();
        groups.sort_by(|one, other| (other.len(), &one[0]).cmp(&(one.len(), &other[0])));
        groups
    }
}
