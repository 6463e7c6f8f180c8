//! How a picture is laid out, by its size: small ones with every word, in ranks where they are sparse; large ones
//! so that the names can still be read.
//!
//! Curved lines are for small pictures: around 200 nodes Graphviz takes minutes to find them, and straight ones
//! a second.

use crate::render::picture::{Line, Picture};

/// Above this many nodes only names can be read, and little else is written.
const LARGE: usize = 40;
/// Above this many edges their labels lie on each other; in a dense picture sooner.
const LABELLED: usize = 60;
/// The same for a dense picture.
const LABELLED_DENSE: usize = 20;

/// The way a picture is laid out.
pub(super) struct Layout {
    nodes: usize,
    edges: usize,
    is_grouped: bool,
}

impl Layout {
    pub(super) fn of(picture: &Picture) -> Self {
        Self { nodes: picture.nodes(), edges: picture.edges(), is_grouped: !picture.groups().is_empty() }
    }

    const fn is_large(&self) -> bool {
        self.nodes > LARGE
    }

    /// Whether there are so many edges that ranks would be a knot.
    const fn is_dense(&self) -> bool {
        self.edges > self.nodes + self.nodes / 2
    }

    /// The engine and what it is told. fdp draws clusters too, but strews large ones and never draws the same twice.
    pub(super) const fn graph(&self) -> &'static str {
        match (self.is_large(), self.is_grouped, self.is_dense()) {
            (true, true, _) => "layout=osage pack=14 splines=false outputorder=edgesfirst",
            (true, false, _) => {
                "layout=sfdp overlap=prism splines=false outputorder=edgesfirst K=1.2 sep=\"+8\""
            }
            (false, true, true) => "layout=osage pack=40 splines=true",
            (false, false, true) => "layout=neato overlap=false splines=true sep=\"+14\"",
            (false, _, false) => "layout=dot rankdir=LR ranksep=0.9 nodesep=0.25 splines=true",
        }
    }

    /// How the nodes of a group stand: in columns that make a block about as high as wide.
    pub(super) fn block(&self, nodes: usize) -> String {
        if self.is_large() {
            format!("packmode=\"array_c{}\" ", (nodes * 3).isqrt().max(1))
        } else {
            String::new()
        }
    }

    /// Whether what is in no group is a block of its own: osage would strew it over the picture.
    pub(super) const fn has_rest(&self) -> bool {
        self.is_large() && self.is_grouped
    }

    pub(super) const fn node(&self) -> &'static str {
        if self.is_large() { " fontsize=14 margin=\"0.08,0.04\"" } else { "" }
    }

    /// How far a line shines through, as the last two digits of a colour.
    pub(super) const fn opacity(&self, line: Line) -> &'static str {
        match line {
            Line::Solid if self.is_large() => "77",
            _ => "",
        }
    }

    pub(super) const fn has_edge_labels(&self) -> bool {
        !self.is_large() && self.edges <= if self.is_dense() { LABELLED_DENSE } else { LABELLED }
    }

    /// Letters in a line of a label.
    pub(super) const fn letters(&self) -> usize {
        if self.is_large() { 18 } else { 26 }
    }

    /// Lines of a label; the rest is left to the tooltip and to `show`.
    pub(super) const fn lines(&self) -> usize {
        if self.is_large() { 4 } else { 6 }
    }
}
