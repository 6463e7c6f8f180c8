//! Grouping units by what speaks for two being one, under what forbids it.
//!
//! It must not know what the units are. Invariant: the groups depend on the units, the edges and what is
//! forbidden, not on their order: the surest edges come first, equals by the units' ids.

use std::collections::BTreeMap;

use super::actor::Sure;
use super::reason::Reason;

/// Two units that may be one.
#[derive(Debug, Clone)]
pub(crate) struct Edge {
    pub(crate) one: usize,
    pub(crate) other: usize,
    pub(crate) weight: Weight,
    pub(crate) reasons: Vec<Reason>,
}

/// How much speaks for an edge, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Weight {
    /// A rule's own measure.
    Rule(Sure, u32),
    /// Somebody said so.
    Judged,
}

/// The groups: each unit's, as the least unit in it; and the edges that made them.
pub(crate) struct Groups {
    pub(crate) of: Vec<usize>,
    /// The units of each group, by its least.
    pub(crate) members: Vec<Vec<usize>>,
    pub(crate) made_by: Vec<usize>,
}

/// Groups units. `key` orders the units by content; `weak` is the end of an edge that must have no other choice;
/// `forbidden` says whether an edge of this weight may not make one of two groups.
pub(crate) fn group<K: Ord>(
    count: usize,
    edges: &[Edge],
    key: impl Fn(usize) -> K,
    weak: impl Fn(&Edge) -> usize,
    forbidden: impl Fn(&[usize], &[usize], Weight) -> bool,
) -> Groups {
    let members = (0..count).map(|unit| vec![unit]).collect();
    let mut groups = Groups { of: (0..count).collect(), members, made_by: Vec::new() };
    let mut order: Vec<usize> = (0..edges.len()).collect();
    let ends = |edge: &Edge| {
        let (one, other) = (key(edge.one), key(edge.other));
        if one <= other { (one, other) } else { (other, one) }
    };
    order.sort_by_cached_key(|at| (std::cmp::Reverse(edges[*at].weight), ends(&edges[*at])));
    let lone = |edge: &Edge| matches!(edge.weight, Weight::Rule(Sure::IfAlone, _));
    for at in order.iter().copied().filter(|at| !lone(&edges[*at])) {
        groups.join(at, &edges[at], &forbidden);
    }
    // Whom only one fits best goes with that one. A surname first, then an office: who bears the name is known
    // before it is asked who held the office. The choices are counted before anybody moves.
    for by_office in [false, true] {
        let is_office = |edge: &Edge| edge.reasons.contains(&Reason::OfficeAtTheTime);
        let mine: Vec<usize> = order
            .iter()
            .copied()
            .filter(|at| lone(&edges[*at]) && is_office(&edges[*at]) == by_office)
            .collect();
        let ends = |edge: &Edge, groups: &Groups| {
            let weak = weak(edge);
            let strong = if weak == edge.one { edge.other } else { edge.one };
            (groups.of[weak], groups.of[strong])
        };
        // For each that has a choice, the best edge to each group.
        let mut choices: BTreeMap<usize, BTreeMap<usize, Weight>> = BTreeMap::new();
        for at in &mine {
            let (weak, strong) = ends(&edges[*at], &groups);
            let best = choices.entry(weak).or_default().entry(strong).or_insert(edges[*at].weight);
            *best = (*best).max(edges[*at].weight);
        }
        let chosen: BTreeMap<usize, usize> = choices
            .into_iter()
            .filter_map(|(weak, of)| {
                let best = *of.values().max()?;
                let mut fitting = of.into_iter().filter(|(_, weight)| *weight == best);
                let (strong, _) = fitting.next()?;
                fitting.next().is_none().then_some((weak, strong))
            })
            .collect();
        let alone: Vec<usize> = mine
            .into_iter()
            .filter(|at| {
                let (weak, strong) = ends(&edges[*at], &groups);
                chosen.get(&weak) == Some(&strong)
            })
            .collect();
        for at in alone {
            groups.join(at, &edges[at], &forbidden);
        }
    }
    groups
}

impl Groups {
    fn join(&mut self, at: usize, edge: &Edge, forbidden: &impl Fn(&[usize], &[usize], Weight) -> bool) {
        let (one, other) = (self.of[edge.one], self.of[edge.other]);
        if one == other {
            self.made_by.push(at);
            return;
        }
        let (ones, others) = (&self.members[one], &self.members[other]);
        if forbidden(ones, others, edge.weight) {
            return;
        }
        let (least, most) = (one.min(other), one.max(other));
        let moved = std::mem::take(&mut self.members[most]);
        moved.iter().for_each(|unit| self.of[*unit] = least);
        self.members[least].extend(moved);
        self.made_by.push(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(one: usize, other: usize, sure: Sure, points: u32) -> Edge {
        Edge { one, other, weight: Weight::Rule(sure, points), reasons: Vec::new() }
    }

    fn of(count: usize, edges: &[Edge], forbidden: &[(usize, usize)]) -> Vec<usize> {
        let no = |ones: &[usize], others: &[usize], _| {
            let two = |a: usize, b: usize| forbidden.contains(&(a.min(b), a.max(b)));
            ones.iter().any(|a| others.iter().any(|b| two(*a, *b)))
        };
        group(count, edges, |unit| unit, |edge| edge.other, no).of
    }

    #[test]
    fn the_surest_edge_wins_where_not_all_can_be_one() {
        let edges = [edge(0, 1, Sure::Likely, 60), edge(1, 2, Sure::Likely, 90)];
        assert_eq!(of(3, &edges, &[]), [0, 0, 0]);
        assert_eq!(of(3, &edges, &[(0, 2)]), [0, 1, 1]);
    }

    #[test]
    fn who_has_a_choice_goes_with_nobody() {
        let one = edge(0, 2, Sure::IfAlone, 0);
        assert_eq!(of(3, std::slice::from_ref(&one), &[]), [0, 1, 0]);
        assert_eq!(of(3, &[one.clone(), edge(1, 2, Sure::IfAlone, 0)], &[]), [0, 1, 2]);
        assert_eq!(of(3, &[one, edge(1, 2, Sure::IfAlone, 0), edge(0, 1, Sure::Likely, 0)], &[]), [0, 0, 0]);
    }

    #[test]
    fn what_is_judged_goes_first() {
        let judged = Edge { one: 0, other: 1, weight: Weight::Judged, reasons: Vec::new() };
        assert_eq!(of(3, &[edge(1, 2, Sure::Surely, 99), judged], &[(0, 2)]), [0, 0, 2]);
    }
}
