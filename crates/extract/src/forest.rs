//! Decision trees that were learned: rows of numbers in, likelihoods out.
//!
//! Knows nothing of what the numbers mean; the trainer is `model/train.py`. Invariant: a forest that could be read
//! answers every row of its width, with likelihoods that sum to 1.

use std::ops::Range;

/// Trees for each of several classes; their sums are made likelihoods.
#[derive(Debug)]
pub(crate) struct Forest {
    width: usize,
    classes: usize,
    /// The nodes of each tree.
    trees: Vec<Range<usize>>,
    nodes: Vec<Node>,
    /// What each node adds to the sum of its class; nought but for leaves.
    values: Vec<f32>,
}

/// A question to a row: is the number at `feature` at most `threshold`? A leaf asks what every row answers with yes.
#[derive(Debug)]
struct Node {
    threshold: f32,
    feature: u16,
    /// Where a yes leads to, and a no: another node of the tree, and from a leaf to itself.
    next: [u16; 2],
}

/// How many rows walk a tree side by side: one row alone waits at each node for the node to be read and for the guess of
/// its way to be mended, and eight take a quarter of the time that they take one after another.
const LANES: usize = 8;

/// What a model file begins with.
const MAGIC: &[u8; 8] = b"forest01";
/// The bytes of a node and of a leaf in it.
const NODE: usize = 10;
const LEAF: usize = 4;

impl Forest {
    /// Reads a model: the magic, the numbers of features, classes and trees (`u16`), and tree by tree the number of
    /// nodes (`u16`), each a feature (`u16`), a threshold (`f32`) and two ways (`i16`: a node, or of a leaf the
    /// complement), and one leaf more than nodes (`f32`), all little-endian. `None` where it is not that: a way leads
    /// only to a later node, so that every walk ends.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let (width, classes, count) = (short(&mut rest)?, short(&mut rest)?, short(&mut rest)?);
        if classes < 2 || count % classes != 0 {
            return None;
        }
        // A tree of so many nodes has one leaf more, and both are kept as nodes.
        let most = rest.len() / (NODE + LEAF) * 2;
        let (mut trees, mut nodes, mut values) =
            (Vec::with_capacity(count), Vec::with_capacity(most), Vec::with_capacity(most));
        for _ in 0..count {
            let (own, first) = (short(&mut rest)?, nodes.len());
            for at in 0..own {
                nodes.push(Node::read(&mut rest, at, own, width)?);
                values.push(0.0);
            }
            for leaf in 0..=own {
                nodes.push(Node::leaf(u16::try_from(own + leaf).ok()?));
                values.push(float(&mut rest)?);
            }
            trees.push(first..nodes.len());
        }
        rest.is_empty().then_some(Self { width, classes, trees, nodes, values })
    }

    /// How many numbers a row has.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// How likely each class is, row by row; a number that a row lacks is nought.
    pub(crate) fn likelihoods(&self, rows: &[&[f32]]) -> Vec<Vec<f32>> {
        let mut found = Vec::with_capacity(rows.len());
        // Of each feature what the rows side by side have.
        let mut columns = vec![[0.0_f32; LANES]; self.width.max(1)];
        for rows in rows.chunks(LANES) {
            for (lane, row) in rows.iter().enumerate() {
                for (feature, column) in columns.iter_mut().enumerate() {
                    column[lane] = row.get(feature).copied().unwrap_or(0.0);
                }
            }
            let mut sums = vec![[0.0_f32; LANES]; self.classes];
            for (number, tree) in self.trees.iter().enumerate() {
                let leaves = walk(&self.nodes[tree.clone()], &columns);
                let values = &self.values[tree.clone()];
                for (sum, leaf) in sums[number % self.classes].iter_mut().zip(leaves) {
                    *sum += values[usize::from(leaf)];
                }
            }
            found.extend((0..rows.len()).map(|lane| {
                let most = sums.iter().map(|sum| sum[lane]).fold(f32::MIN, f32::max);
                let powers: Vec<f32> = sums.iter().map(|sum| (sum[lane] - most).exp()).collect();
                let all: f32 = powers.iter().sum();
                powers.into_iter().map(|power| power / all).collect()
            }));
        }
        found
    }
}

/// The leaf of a tree at which each of the rows side by side ends.
fn walk(nodes: &[Node], columns: &[[f32; LANES]]) -> [u16; LANES] {
    let mut at = [0_u16; LANES];
    loop {
        let mut moved = 0;
        for (lane, at) in at.iter_mut().enumerate() {
            let node = &nodes[usize::from(*at)];
            let no = columns[usize::from(node.feature)][lane] > node.threshold;
            let next = node.next[usize::from(no)];
            moved |= next ^ *at;
            *at = next;
        }
        if moved == 0 {
            return at;
        }
    }
}

impl Node {
    fn read(rest: &mut &[u8], at: usize, count: usize, width: usize) -> Option<Self> {
        let feature = u16::from_le_bytes(take(rest)?);
        let threshold = float(rest)?;
        let mut next = || {
            let to = i16::from_le_bytes(take(rest)?);
            // Leaves stand behind the nodes.
            let to = match usize::try_from(to) {
                Ok(node) => Some(node).filter(|node| *node > at && *node < count),
                Err(_) => usize::try_from(!to).ok().filter(|leaf| *leaf <= count).map(|leaf| count + leaf),
            };
            to.and_then(|to| u16::try_from(to).ok())
        };
        let next = [next()?, next()?];
        (usize::from(feature) < width).then_some(Self { threshold, feature, next })
    }

    /// A leaf, as the node of this number in its tree.
    fn leaf(number: u16) -> Self {
        Self { threshold: f32::INFINITY, feature: 0, next: [number, number] }
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    Some(*head)
}

fn short(rest: &mut &[u8]) -> Option<usize> {
    take(rest).map(|bytes| usize::from(u16::from_le_bytes(bytes)))
}

fn float(rest: &mut &[u8]) -> Option<f32> {
    take(rest).map(f32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two classes and one tree for each: the first always says 0, the second 2 above 0.5 of its second number and -2 else.
    fn model() -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        for number in [2_u16, 2, 2, 0] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(0_f32.to_le_bytes());
        for number in [1_u16, 1] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(0.5_f32.to_le_bytes());
        for way in [!0_i16, !1] {
            bytes.extend(way.to_le_bytes());
        }
        for leaf in [-2_f32, 2.0] {
            bytes.extend(leaf.to_le_bytes());
        }
        bytes
    }

    #[test]
    fn a_row_goes_the_way_of_its_numbers() {
        let forest = Forest::read(&model()).expect("the model is well formed");
        // More rows than walk side by side, and every third goes the other way.
        let rows: Vec<[f32; 2]> =
            (0..2 * LANES + 3).map(|n| [9.0, if n % 3 == 0 { 0.6 } else { 0.5 }]).collect();
        let rows: Vec<&[f32]> = rows.iter().map(<[f32; 2]>::as_slice).collect();
        let likelihoods = forest.likelihoods(&rows);
        assert_eq!(likelihoods.len(), rows.len());
        for (number, told) in likelihoods.into_iter().enumerate() {
            let [none, some] = told[..] else { panic!("two classes") };
            // At the threshold it is still a yes.
            let sum = if number % 3 == 0 { 2_f32 } else { -2.0 };
            assert!((some - 1.0 / (1.0 + (-sum).exp())).abs() < 1e-6, "{number}: {some}");
            assert!((none + some - 1.0).abs() < 1e-6);
        }
        assert!(forest.likelihoods(&[]).is_empty());
        assert!(forest.likelihoods(&[&[]])[0][1] < 0.2, "what a row lacks is nought");
    }

    #[test]
    fn no_damaged_model_is_read() {
        let whole = model();
        for cut in 0..whole.len() {
            assert!(Forest::read(&whole[..cut]).is_none(), "cut at {cut}");
        }
        let mut longer = whole.clone();
        longer.push(0);
        assert!(Forest::read(&longer).is_none());
        // A way back to the node itself would be walked for ever.
        let way = whole.len() - 12;
        let mut looped = whole.clone();
        looped[way..way + 2].copy_from_slice(&0_i16.to_le_bytes());
        assert!(Forest::read(&looped).is_none());
        let mut beyond = whole;
        beyond[way..way + 2].copy_from_slice(&(!2_i16).to_le_bytes());
        assert!(Forest::read(&beyond).is_none());
    }

    #[test]
    fn every_bundled_forest_is_read() {
        for decision in crate::decision::Decision::ALL {
            assert!(crate::decision::Forests::bundled().of(decision).is_some(), "{decision:?}");
        }
    }
}
