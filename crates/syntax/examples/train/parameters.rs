//! All weights in one row of numbers, with the places of each matrix in it.
//!
//! One row makes the optimiser, the averaging and the sums of gradients one loop each.

use std::ops::Range;

use rapporteur_syntax::training::{AFFIX_BUCKETS, FACT_SIZE, FACTS, POSITIONS, SHAPES};
pub use rapporteur_syntax::training::{CONTEXT, GATES, HIDDEN, RECURRENT, WINDOW, WORD};
use rapporteur_syntax::{FineTag, Upos};

use crate::random::Random;

/// Width of a pretrained vector.
pub const PRETRAINED: usize = 50;

/// A matrix's place: `rows` inputs, `columns` outputs.
#[derive(Clone, Debug)]
pub struct Place {
    pub range: Range<usize>,
    pub columns: usize,
}

impl Place {
    pub fn of<'a>(&self, values: &'a [f32]) -> &'a [f32] {
        &values[self.range.clone()]
    }

    pub fn of_mut<'a>(&self, values: &'a mut [f32]) -> &'a mut [f32] {
        &mut values[self.range.clone()]
    }

    pub fn row<'a>(&self, values: &'a [f32], row: usize) -> &'a [f32] {
        &values[self.range.start + row * self.columns..][..self.columns]
    }

    pub fn row_mut<'a>(&self, values: &'a mut [f32], row: usize) -> &'a mut [f32] {
        &mut values[self.range.start + row * self.columns..][..self.columns]
    }
}

/// The weights of one direction of a recurrent layer: forget gate, output gate, candidate.
#[derive(Clone, Debug)]
pub struct RecurrentPlaces {
    pub weights: Place,
    pub bias: Place,
    pub inputs: usize,
}

/// Where everything is.
#[derive(Clone, Debug)]
pub struct Layout {
    pub projection: Place,
    pub shapes: Place,
    pub unknown: Place,
    pub edge: Place,
    pub window: Place,
    pub window_bias: Place,
    pub first: [RecurrentPlaces; 2],
    pub second: [RecurrentPlaces; 2],
    pub tags: Place,
    pub tags_bias: Place,
    pub special: Place,
    pub positions: Vec<Place>,
    pub facts: Vec<Place>,
    pub hidden_bias: Place,
    pub actions: Place,
    pub actions_bias: Place,
    /// From here on, the tables of which a sentence touches few rows, [`WORD`] numbers each.
    pub learned: Place,
    pub affixes: [Place; 4],
    pub total: usize,
}

/// Outputs of the tagging layer: fine tags, then universal ones.
pub const TAGS: usize = FineTag::ALL.len() + Upos::ALL.len();

impl Layout {
    /// Lays out a network with so many words learned beside the pretrained ones and so many moves.
    pub fn new(learned: usize, actions: usize) -> Self {
        let mut total = 0;
        let mut place = |rows: usize, columns: usize| {
            let range = total..total + rows * columns;
            total = range.end;
            Place { range, columns }
        };
        let recurrent = |place: &mut dyn FnMut(usize, usize) -> Place, inputs: usize| {
            std::array::from_fn(|_| RecurrentPlaces {
                weights: place(inputs, 3 * RECURRENT),
                bias: place(1, 3 * RECURRENT),
                inputs,
            })
        };
        let mut layout = Self {
            projection: place(PRETRAINED, WORD),
            shapes: place(SHAPES, WORD),
            unknown: place(1, WORD),
            edge: place(2, WORD),
            window: place(3 * WORD, WINDOW),
            window_bias: place(1, WINDOW),
            first: recurrent(&mut place, WINDOW),
            second: recurrent(&mut place, CONTEXT),
            tags: place(CONTEXT, TAGS),
            tags_bias: place(1, TAGS),
            special: place(2, CONTEXT),
            positions: (0..POSITIONS).map(|_| place(CONTEXT, HIDDEN)).collect(),
            facts: (0..FACTS).map(|_| place(FACT_SIZE, HIDDEN)).collect(),
            hidden_bias: place(1, HIDDEN),
            actions: place(HIDDEN, actions),
            actions_bias: place(1, actions),
            learned: place(learned, WORD),
            affixes: std::array::from_fn(|_| place(AFFIX_BUCKETS, WORD)),
            total: 0,
        };
        layout.total = total;
        layout
    }

    /// Weights to begin with.
    pub fn initial(&self, random: &mut Random) -> Vec<f32> {
        let mut values = vec![0.0; self.total];
        let mut fill = |place: &Place, inputs: usize, scale: f32| {
            let bound = scale * (3.0 / inputs as f32).sqrt();
            for value in place.of_mut(&mut values) {
                *value = bound * (2.0 * random.unit() - 1.0);
            }
        };
        fill(&self.projection, PRETRAINED, 1.0);
        fill(&self.shapes, WORD, 1.0);
        fill(&self.edge, WORD, 1.0);
        fill(&self.unknown, WORD, 1.0);
        for affix in &self.affixes {
            fill(affix, WORD, 0.5);
        }
        fill(&self.window, 3 * WORD, 1.4);
        for side in self.first.iter().chain(&self.second) {
            fill(&side.weights, side.inputs, 1.0);
        }
        fill(&self.tags, CONTEXT, 1.0);
        fill(&self.special, CONTEXT, 1.0);
        for position in &self.positions {
            fill(position, CONTEXT * POSITIONS / 2, 1.4);
        }
        for fact in &self.facts {
            fill(fact, HIDDEN, 0.5);
        }
        fill(&self.actions, HIDDEN, 1.0);
        values
    }
}
