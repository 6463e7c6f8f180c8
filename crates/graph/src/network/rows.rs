//! Compressed sparse rows: lists of numbers, one behind the other.
//!
//! It must not know what the numbers mean. Invariant: a row keeps the order of its edges.

/// Rows of numbers, one behind the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Rows {
    starts: Vec<u32>,
    entries: Vec<u32>,
}

impl Rows {
    /// Rows of as many edges, in the edges' order.
    pub(super) fn new(rows: usize, edges: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut starts = vec![0_u32; rows + 1];
        for (row, _) in edges.clone() {
            starts[row as usize + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let mut next = starts.clone();
        let mut entries = vec![0; starts[rows] as usize];
        for (row, entry) in edges {
            entries[next[row as usize] as usize] = entry;
            next[row as usize] += 1;
        }
        Self { starts, entries }
    }

    /// A row.
    pub(super) fn row(&self, row: u32) -> &[u32] {
        &self.entries[self.starts[row as usize] as usize..self.starts[row as usize + 1] as usize]
    }

    /// Puts every row in order.
    pub(super) fn sort(&mut self) {
        for bounds in self.starts.windows(2) {
            self.entries[bounds[0] as usize..bounds[1] as usize].sort_unstable();
        }
    }
}
