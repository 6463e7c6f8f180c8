//! Chooses the parser's moves.
//!
//! Each word's part in each position is multiplied out once a sentence; a move then costs a few
//! additions of rows and one small product.

use crate::dimensions::{CONTEXT, HIDDEN};
use crate::error::ModelError;
use crate::matrix::{Matrix, Term};
use crate::reader::Reader;
use crate::relation::Relation;
use crate::transition::{FACT_SIZE, FACTS, POSITIONS, State, Transition};

/// The weights.
#[derive(Debug)]
pub(crate) struct Scorer {
    positions: Matrix,
    /// What `positions` makes of the root and of the node that is not there.
    special: Vec<f32>,
    facts: Vec<f32>,
    bias: Vec<f32>,
    moves: Matrix,
    transitions: Vec<Transition>,
    /// Where the left arcs begin and end in `transitions`; shift stands before, right arcs behind.
    lefts: std::ops::Range<usize>,
}

/// The values of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Scores {
    projected: Vec<f32>,
    hidden: Vec<f32>,
    terms: Vec<Term>,
    moves: Vec<f32>,
}

impl Scorer {
    pub(crate) fn read(reader: &mut Reader<'_>, moves: usize) -> Result<Self, ModelError> {
        let special = reader.floats(2 * CONTEXT, "the special nodes")?;
        let positions = reader.matrix(CONTEXT, POSITIONS * HIDDEN, "the positions")?;
        let positions = Matrix::new(&positions, CONTEXT, POSITIONS * HIDDEN, &[]);
        let mut projected = Vec::new();
        positions.multiply(&special, &mut projected);
        let facts = reader.matrix(FACTS * FACT_SIZE, HIDDEN, "the facts")?;
        let bias = reader.floats(HIDDEN, "the hidden layer")?;
        let move_bias = reader.floats(moves, "the moves")?;
        let move_weights = reader.matrix(HIDDEN, moves, "the moves")?;
        let mut transitions = Vec::with_capacity(moves);
        for pair in reader.take(2 * moves, "the moves")?.as_chunks::<2>().0 {
            let relation = Relation::from_index(pair[1] as usize);
            transitions.push(match (pair[0], relation) {
                (0, _) => Transition::Shift,
                (1, Some(_)) => Transition::Left(pair[1]),
                (2, Some(_)) => Transition::Right(pair[1]),
                _ => return Err(ModelError::Damaged { what: "the moves" }),
            });
        }
        let is_left = |transition: &Transition| matches!(transition, Transition::Left(_));
        let lefts = 1..1 + transitions.iter().filter(|transition| is_left(transition)).count();
        let in_order = transitions.iter().enumerate().all(|(at, transition)| match transition {
            Transition::Shift => at == 0,
            Transition::Left(_) => lefts.contains(&at),
            Transition::Right(_) => at >= lefts.end,
        });
        if !in_order || lefts.is_empty() || lefts.end == transitions.len() {
            return Err(ModelError::Damaged { what: "the order of the moves" });
        }
        Ok(Self {
            positions,
            special: projected,
            facts,
            bias,
            moves: Matrix::new(&move_weights, HIDDEN, moves, &move_bias),
            transitions,
            lefts,
        })
    }

    /// Parses a sentence of `count` words; the arcs are left in `state`.
    pub(crate) fn parse(&self, context: &[f32], count: usize, scores: &mut Scores, state: &mut State) {
        self.positions.multiply(context, &mut scores.projected);
        scores.projected.extend_from_slice(&self.special);
        state.begin(count);
        while !state.is_done() {
            let transition = match (state.can_shift(), state.can_left(), state.can_right()) {
                (true, false, false) => Transition::Shift,
                (false, true, false) => Transition::Left(Relation::Root.index() as u8),
                _ => self.choose(state, scores),
            };
            state.apply(transition);
        }
    }

    fn choose(&self, state: &State, scores: &mut Scores) -> Transition {
        let hidden = &mut scores.hidden;
        hidden.clear();
        hidden.extend_from_slice(&self.bias);
        for (position, &node) in state.positions().iter().enumerate() {
            add(hidden, &scores.projected[(node as usize * POSITIONS + position) * HIDDEN..][..HIDDEN]);
        }
        for (place, &fact) in state.facts().iter().enumerate() {
            add(hidden, &self.facts[(place * FACT_SIZE + fact as usize) * HIDDEN..][..HIDDEN]);
        }
        for value in hidden.iter_mut() {
            *value = value.max(0.0);
        }
        self.moves.multiply_sparse(hidden, &mut scores.terms, &mut scores.moves);
        let mut best = (f32::NEG_INFINITY, 0);
        let mut consider = |range: std::ops::Range<usize>| {
            for at in range {
                if scores.moves[at] > best.0 && self.transitions[at] != ROOT {
                    best = (scores.moves[at], at);
                }
            }
        };
        if state.can_shift() {
            consider(0..1);
        }
        if state.can_left() {
            consider(self.lefts.clone());
        }
        if state.can_right() {
            consider(self.lefts.end..self.moves.outputs());
        }
        // Scores that are not numbers would choose nothing; any allowed move then does.
        match best.0 {
            f32::NEG_INFINITY if state.can_shift() => Transition::Shift,
            f32::NEG_INFINITY => Transition::Right(Relation::Unspecified.index() as u8),
            _ => self.transitions[best.1],
        }
    }
}

/// Only the last move hangs a word from the root, and it needs no choice.
const ROOT: Transition = Transition::Left(Relation::Root as u8);

fn add(sum: &mut [f32], row: &[f32]) {
    for (sum, value) in sum.iter_mut().zip(row) {
        *sum += value;
    }
}
