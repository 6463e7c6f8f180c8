//! A walk through an automaton of names, a stretch of letters at a time.
//!
//! It must not know words. Invariant: a walk that found no way on goes no further, so that a run of words costs
//! what of it matches, and no more.

use fst::raw::{Fst, Node, Output};

/// Where a walk is.
pub(super) struct Walk<'f> {
    names: &'f Fst<&'static [u8]>,
    node: Node<'f>,
    output: Output,
}

impl<'f> Walk<'f> {
    /// A walk that has not begun.
    pub(super) fn new(names: &'f Fst<&'static [u8]>) -> Self {
        Self { names, node: names.root(), output: Output::zero() }
    }

    /// Goes on by some letters. Nothing where no name goes on so.
    pub(super) fn on(&mut self, letters: &str) -> Option<()> {
        for &byte in letters.as_bytes() {
            let transition = self.node.transition(self.node.find_input(byte)?);
            self.output = self.output.cat(transition.out);
            self.node = self.names.node(transition.addr);
        }
        Some(())
    }

    /// The number of the name that ends here.
    pub(super) fn number(&self) -> Option<u64> {
        self.node.is_final().then(|| self.output.cat(self.node.final_output()).value())
    }
}
