//! Circles of those who meet each other more than others.
//!
//! Invariant: no chance is in it, so the same network always falls into the same circles.

use std::collections::BTreeMap;

use rapporteur_schema::ActorId;

use super::Network;

/// A graph of circles: each one's ties to others, by number, and to itself.
struct Circles {
    ties: Vec<Vec<(u32, u64)>>,
    /// The ties within, each counted from both its ends.
    within: Vec<u64>,
    /// All ties, each counted from both its ends.
    total: u64,
}

impl Circles {
    /// Moves each into the neighbouring circle that gains most by it (modularity), until nobody gains; the
    /// circles by number, and whether any moved.
    fn gather(&self) -> (Vec<u32>, bool) {
        let strength: Vec<u64> = self
            .ties
            .iter()
            .zip(&self.within)
            .map(|(ties, within)| ties.iter().map(|(_, tie)| tie).sum::<u64>() + within)
            .collect();
        let mut circle: Vec<u32> = (0..self.ties.len() as u32).collect();
        let mut weight = strength.clone();
        let mut moved = false;
        loop {
            let mut moves = false;
            for one in 0..self.ties.len() {
                let mine = circle[one];
                weight[mine as usize] -= strength[one];
                let mut drawn: BTreeMap<u32, u64> = BTreeMap::from([(mine, 0)]);
                for (other, tie) in &self.ties[one] {
                    *drawn.entry(circle[*other as usize]).or_default() += tie;
                }
                // Whole numbers, so that equals are equal: the ties times the total, less what chance would give.
                let gain = |(to, ties): (u32, u64)| {
                    i128::from(ties) * i128::from(self.total)
                        - i128::from(strength[one]) * i128::from(weight[to as usize])
                };
                let best = drawn
                    .into_iter()
                    .max_by_key(|(to, ties)| (gain((*to, *ties)), *to == mine, u32::MAX - *to));
                let to = best.map_or(mine, |(to, _)| to);
                weight[to as usize] += strength[one];
                circle[one] = to;
                moves |= to != mine;
            }
            moved |= moves;
            if !moves {
                return (circle, moved);
            }
        }
    }

    /// The graph of its circles, and the new numbers of the circles.
    fn fold(&self, circle: &[u32]) -> (Self, Vec<u32>) {
        let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
        let renumbered: Vec<u32> = circle
            .iter()
            .map(|old| {
                let next = numbers.len() as u32;
                *numbers.entry(*old).or_insert(next)
            })
            .collect();
        let mut ties: Vec<BTreeMap<u32, u64>> = vec![BTreeMap::new(); numbers.len()];
        let mut within = vec![0; numbers.len()];
        for (one, number) in renumbered.iter().enumerate() {
            within[*number as usize] += self.within[one];
            for (other, tie) in &self.ties[one] {
                let other = renumbered[*other as usize];
                if other == *number {
                    within[*number as usize] += tie;
                } else {
                    *ties[*number as usize].entry(other).or_default() += tie;
                }
            }
        }
        let ties = ties.into_iter().map(|ties| ties.into_iter().collect()).collect();
        (Self { ties, within, total: self.total }, renumbered)
    }
}

impl Network {
    /// The circles in which actors meet each other more than others, the largest first, each by id: by
    /// modularity (Blondel et al., Fast unfolding of communities in large networks, 2008), in the order of
    /// ids in place of a random one. A tie is a meeting of two. The cost is that of all pairs in all
    /// meetings, some ten times over.
    pub fn communities(&self) -> Vec<Vec<&ActorId>> {
        let ties = |actor| {
            let mut ties: BTreeMap<u32, u64> = BTreeMap::new();
            self.others(actor, None).for_each(|other| *ties.entry(other).or_default() += 1);
            ties.into_iter().collect()
        };
        let ties: Vec<Vec<(u32, u64)>> = (0..self.actors.len() as u32).map(ties).collect();
        let total = ties.iter().flatten().map(|(_, tie)| tie).sum();
        let mut circles = Circles { within: vec![0; ties.len()], ties, total };
        let mut labels: Vec<u32> = (0..self.actors.len() as u32).collect();
        loop {
            let (circle, moved) = circles.gather();
            let (folded, renumbered) = circles.fold(&circle);
            labels.iter_mut().for_each(|label| *label = renumbered[*label as usize]);
            if !moved {
                return self.groups(&labels);
            }
            circles = folded;
        }
    }
}
