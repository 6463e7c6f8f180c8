//! The arc-hybrid transition system: a stack, a buffer and the arcs made so far.
//!
//! It knows which moves are allowed and carries them out; which one to make is the scorer's
//! business. The invariants: of `n` words, `2n` moves end it; every word then has one head, one
//! word hangs from the root, and the arcs form a tree. The root stands behind the last word.

/// A token's number; [`State::root`] and [`State::none`] are two beyond the last.
pub type Node = u32;

/// How many nodes a scorer looks at.
pub const POSITIONS: usize = 8;

/// A move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transition {
    /// The next word goes on the stack.
    Shift,
    /// The top of the stack depends on the next word and leaves.
    Left(u8),
    /// The top of the stack depends on the one below it and leaves.
    Right(u8),
}

/// How far the parse has come.
#[derive(Debug, Default)]
pub struct State {
    count: u32,
    next: Node,
    stack: Vec<Node>,
    /// Head of each word, once it has one.
    pub heads: Vec<Node>,
    /// Relation of each word to its head, as its number.
    pub relations: Vec<u8>,
    leftmost: Vec<Node>,
    rightmost: Vec<Node>,
    left_valency: Vec<u8>,
    right_valency: Vec<u8>,
}

impl State {
    /// Begins a sentence of so many words.
    pub fn begin(&mut self, count: usize) {
        // A sentence holds far fewer than four thousand million words; the parser cuts longer input.
        self.count = count as u32;
        self.next = 0;
        self.stack.clear();
        for nodes in [&mut self.heads, &mut self.leftmost, &mut self.rightmost] {
            nodes.clear();
            nodes.resize(count + 2, self.count + 1);
        }
        for numbers in [&mut self.relations, &mut self.left_valency, &mut self.right_valency] {
            numbers.clear();
            numbers.resize(count + 2, 0);
        }
    }

    /// The node all words hang from in the end.
    #[must_use]
    pub const fn root(&self) -> Node {
        self.count
    }

    /// The node that stands for "there is none".
    #[must_use]
    pub const fn none(&self) -> Node {
        self.count + 1
    }

    /// The next word, or the root behind the last.
    #[must_use]
    pub const fn next(&self) -> Node {
        self.next
    }

    /// The stack, its top last.
    #[must_use]
    pub fn stack(&self) -> &[Node] {
        &self.stack
    }

    /// The node so deep in the stack, the top being 0.
    #[must_use]
    pub fn below(&self, depth: usize) -> Node {
        match self.stack.len().checked_sub(depth + 1) {
            Some(at) => self.stack[at],
            None => self.none(),
        }
    }

    /// Whether every word has its head.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.next == self.count && self.stack.is_empty()
    }

    /// Whether a shift is allowed.
    #[must_use]
    pub fn can_shift(&self) -> bool {
        self.next < self.count
    }

    /// Whether an arc from the next word to the top of the stack is allowed. The root takes the
    /// last word of the stack only, so that it takes one.
    #[must_use]
    pub fn can_left(&self) -> bool {
        if self.next == self.count { self.stack.len() == 1 } else { !self.stack.is_empty() }
    }

    /// Whether an arc within the stack is allowed.
    #[must_use]
    pub fn can_right(&self) -> bool {
        self.stack.len() >= 2
    }

    /// Makes a move; one that is not allowed changes nothing.
    pub fn apply(&mut self, transition: Transition) {
        match transition {
            Transition::Shift if self.can_shift() => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Transition::Left(relation) if self.can_left() => {
                if let Some(dependent) = self.stack.pop() {
                    let head = self.next;
                    self.attach(head, dependent, relation);
                    if self.leftmost[head as usize] == self.none() {
                        self.leftmost[head as usize] = dependent;
                    }
                    self.leftmost[head as usize] = dependent.min(self.leftmost[head as usize]);
                    self.left_valency[head as usize] = self.left_valency[head as usize].saturating_add(1);
                }
            }
            Transition::Right(relation) if self.can_right() => {
                if let Some(dependent) = self.stack.pop() {
                    let head = self.below(0);
                    self.attach(head, dependent, relation);
                    self.rightmost[head as usize] = dependent;
                    self.right_valency[head as usize] = self.right_valency[head as usize].saturating_add(1);
                }
            }
            _ => {}
        }
    }

    fn attach(&mut self, head: Node, dependent: Node, relation: u8) {
        self.heads[dependent as usize] = head;
        self.relations[dependent as usize] = relation;
    }

    /// The nodes a scorer looks at.
    #[must_use]
    pub fn positions(&self) -> [Node; POSITIONS] {
        let (top, second, third) = (self.below(0), self.below(1), self.below(2));
        [
            top,
            second,
            third,
            self.next,
            self.leftmost[top as usize],
            self.rightmost[top as usize],
            self.rightmost[second as usize],
            self.leftmost[self.next as usize],
        ]
    }

    /// The small facts a scorer looks at, each below [`fact_sizes`]'s number at its place.
    #[must_use]
    pub fn facts(&self) -> [u8; FACTS] {
        let (top, second) = (self.below(0), self.below(1));
        let relation = |node: Node| {
            if node == self.none() { NO_RELATION } else { self.relations[node as usize] }
        };
        let distance = |from: Node, to: Node| {
            if from >= self.count || to > self.count { 0 } else { bucket(to.saturating_sub(from)) }
        };
        [
            relation(self.leftmost[top as usize]),
            relation(self.rightmost[top as usize]),
            relation(self.rightmost[second as usize]),
            relation(self.leftmost[self.next as usize]),
            relation(self.leftmost[second as usize]),
            distance(top, self.next),
            distance(second, top),
            self.left_valency[top as usize].min(3) * 4 + self.right_valency[top as usize].min(3),
            self.left_valency[second as usize].min(3) * 4 + self.right_valency[second as usize].min(3),
            self.left_valency[self.next as usize].min(3) * 4 + self.stack.len().min(3) as u8,
        ]
    }
}

/// How many small facts there are.
pub const FACTS: usize = 10;

/// Room for each fact's values.
pub const FACT_SIZE: usize = 64;

/// Stands for the relation of a node that is not there.
pub const NO_RELATION: u8 = FACT_SIZE as u8 - 1;

const fn bucket(distance: u32) -> u8 {
    match distance {
        0..=5 => distance as u8,
        6..=8 => 6,
        9..=14 => 7,
        _ => 8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Moves chosen by a fixed sequence of numbers; every sequence must give a tree.
    #[test]
    fn any_sequence_of_allowed_moves_ends_in_a_tree() {
        let mut state = State::default();
        let mut seed = 1u64;
        for count in 1..60usize {
            state.begin(count);
            let mut moves = 0;
            while !state.is_done() {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                state.apply(match seed >> 62 {
                    0 => Transition::Left(1),
                    1 => Transition::Right(2),
                    _ => Transition::Shift,
                });
                let _ = (state.positions(), state.facts());
                moves += 1;
                assert!(moves < 10_000);
            }
            let roots = state.heads[..count].iter().filter(|&&head| head == state.root()).count();
            assert_eq!(roots, 1);
            for word in 0..count {
                let mut at = word as Node;
                for _ in 0..=count {
                    if at == state.root() {
                        break;
                    }
                    at = state.heads[at as usize];
                }
                assert_eq!(at, state.root());
            }
        }
    }
}
