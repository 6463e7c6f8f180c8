//! Decision trees that were learned: rows of numbers in, likelihoods out.
//!
//! Knows nothing of what the numbers mean; the trainer is `model/train.py`. Invariant: a forest that could be read
//! answers every row of its width, with likelihoods that sum to 1.

/// Trees for each of several classes; their sums are made likelihoods.
#[derive(Debug)]
pub(crate) struct Forest {
    width: usize,
    classes: usize,
    trees: Vec<Tree>,
    /// The nodes of all trees, and their leaves: rows are many, and walk what lies together.
    nodes: Vec<Node>,
    leaves: Vec<f32>,
}

/// Where a tree's nodes and leaves begin, and whether it has a node at all.
#[derive(Debug)]
struct Tree {
    node: usize,
    leaf: usize,
    bare: bool,
}

/// A question to a row: is the number at `feature` at most `threshold`?
#[derive(Debug)]
struct Node {
    threshold: f32,
    feature: u16,
    /// Where a yes leads to, and a no: another node of the tree, or of a leaf the complement.
    next: [i16; 2],
}

/// What a model file begins with.
const MAGIC: &[u8; 8] = b"forest01";

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
        let (mut trees, mut nodes, mut leaves) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..count {
            let own = short(&mut rest)?;
            trees.push(Tree { node: nodes.len(), leaf: leaves.len(), bare: own == 0 });
            for at in 0..own {
                nodes.push(Node::read(&mut rest, at, own, width)?);
            }
            for _ in 0..=own {
                leaves.push(float(&mut rest)?);
            }
        }
        rest.is_empty().then_some(Self { width, classes, trees, nodes, leaves })
    }

    /// How many numbers a row has.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// How likely each class is; a number that the row lacks is nought.
    pub(crate) fn likelihoods(&self, row: &[f32]) -> Vec<f32> {
        let mut sums = vec![0.0_f32; self.classes];
        for trees in self.trees.chunks_exact(self.classes) {
            for (sum, tree) in sums.iter_mut().zip(trees) {
                *sum += self.value(tree, row);
            }
        }
        let most = sums.iter().copied().fold(f32::MIN, f32::max);
        let powers: Vec<f32> = sums.iter().map(|sum| (sum - most).exp()).collect();
        let all: f32 = powers.iter().sum();
        powers.into_iter().map(|power| power / all).collect()
    }

    fn value(&self, tree: &Tree, row: &[f32]) -> f32 {
        let mut at = if tree.bare { !0 } else { 0_i16 };
        // A way is not negative but where it leads to a node, and its complement is not but where to a leaf.
        while let Ok(node) = usize::try_from(at) {
            let node = &self.nodes[tree.node + node];
            let no = row.get(usize::from(node.feature)).copied().unwrap_or(0.0) > node.threshold;
            at = node.next[usize::from(no)];
        }
        self.leaves[tree.leaf + usize::try_from(!at).unwrap_or(0)]
    }
}

impl Node {
    fn read(rest: &mut &[u8], at: usize, count: usize, width: usize) -> Option<Self> {
        let feature = u16::from_le_bytes(take(rest)?);
        let threshold = float(rest)?;
        let mut next = || {
            let to = i16::from_le_bytes(take(rest)?);
            let fits = match usize::try_from(to) {
                Ok(node) => node > at && node < count,
                Err(_) => usize::try_from(!to).is_ok_and(|leaf| leaf <= count),
            };
            fits.then_some(to)
        };
        let next = [next()?, next()?];
        (usize::from(feature) < width).then_some(Self { threshold, feature, next })
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
        let [none, some] = forest.likelihoods(&[9.0, 0.6])[..] else { panic!("two classes") };
        assert!((some - 1.0 / (1.0 + (-2_f32).exp())).abs() < 1e-6, "{some}");
        assert!((none + some - 1.0).abs() < 1e-6);
        assert!(forest.likelihoods(&[9.0, 0.5])[1] < 0.2, "at the threshold it is still a yes");
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
