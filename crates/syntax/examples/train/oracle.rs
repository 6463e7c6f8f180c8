//! The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013).
//!
//! For any state, also one reached by mistakes, it counts the gold arcs each move would lose.

use rapporteur_syntax::training::{Node, State};

/// A gold tree in the form the oracle asks of it.
#[derive(Debug)]
pub struct Gold {
    /// Head of each word; the root is the number of words.
    pub heads: Vec<Node>,
    pub relations: Vec<u8>,
    children: Vec<Vec<Node>>,
}

/// Gold arcs lost by each move; `None` where it is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Costs {
    pub shift: Option<u32>,
    pub left: Option<u32>,
    pub right: Option<u32>,
}

impl Gold {
    pub fn new(heads: Vec<Node>, relations: Vec<u8>) -> Self {
        let mut children = vec![Vec::new(); heads.len() + 1];
        for (child, &head) in heads.iter().enumerate() {
            children[head as usize].push(child as Node);
        }
        Self { heads, relations, children }
    }

    pub fn costs(&self, state: &State) -> Costs {
        let next = state.next();
        let stack = state.stack();
        let top = stack.last().copied();
        let second = (stack.len() >= 2).then(|| state.below(1));
        let in_buffer = |node: Node| node >= next;
        // A word is on the stack if it stands before the next word and has no head yet.
        let on_stack = |node: Node| node < next && state.heads[node as usize] == state.none();
        let waiting_children = |node: Node| {
            self.children[node as usize].iter().filter(|&&child| in_buffer(child)).count() as u32
        };
        let shift = state.can_shift().then(|| {
            let head = self.heads[next as usize];
            let lost_head = head < next && on_stack(head) && Some(head) != top;
            let lost_children =
                self.children[next as usize].iter().filter(|&&child| on_stack(child)).count() as u32;
            u32::from(lost_head) + lost_children
        });
        let left = state.can_left().then(|| {
            top.map_or(0, |top| {
                let head = self.heads[top as usize];
                let lost_head = head != next && (in_buffer(head) || Some(head) == second);
                u32::from(lost_head) + waiting_children(top)
            })
        });
        let right = state.can_right().then(|| {
            top.map_or(0, |top| u32::from(in_buffer(self.heads[top as usize])) + waiting_children(top))
        });
        Costs { shift, left, right }
    }
}
