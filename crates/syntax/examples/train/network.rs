//! The network in floating point, forward over one sentence.
//!
//! Words -> vectors -> a window of three -> two layers that read both ways -> tags from the first,
//! the parser's moves from the sum of both. It knows nothing of files or of the order of training.

use rapporteur_syntax::training::{NO_RELATION, Node, POSITIONS, State, Transition};
use rapporteur_syntax::{FineTag, Relation};

use crate::example::Input;
use crate::matrix;
use crate::parameters::{CONTEXT, HIDDEN, Layout, PRETRAINED, TAGS, WINDOW, WORD};
use crate::random::Random;
use crate::recurrent::{self, Trace};

/// What never changes while training.
#[derive(Debug)]
pub struct Network {
    pub layout: Layout,
    /// Pretrained vectors, [`PRETRAINED`] numbers each.
    pub pretrained: Vec<f32>,
    /// The moves seen in training.
    pub actions: Vec<Transition>,
}

/// How roughly to train.
#[derive(Clone, Copy, Debug)]
pub struct Noise {
    /// Share of word vectors hidden, the more the rarer the word.
    pub word: f32,
    pub dropout: f32,
    /// Share of moves taken as predicted rather than as the oracle says.
    pub exploration: f32,
}

/// One sentence's activations, kept for the backward pass and used again.
#[derive(Debug, Default)]
pub struct Pass {
    pub vectors: Vec<f32>,
    pub hidden_words: Vec<bool>,
    pub vector_mask: Vec<f32>,
    pub windows: Vec<f32>,
    pub window_out: Vec<f32>,
    pub window_mask: Vec<f32>,
    pub traces: [Trace; 4],
    pub first: Vec<f32>,
    pub first_mask: Vec<f32>,
    pub second: Vec<f32>,
    pub context: Vec<f32>,
    pub context_mask: Vec<f32>,
    pub tag_scores: Vec<f32>,
    pub projected: Vec<f32>,
    pub state: State,
}

pub fn mask(random: &mut Random, rate: f32, count: usize, mask: &mut Vec<f32>) {
    mask.clear();
    let kept = 1.0 / (1.0 - rate);
    mask.extend((0..count).map(|_| if rate > 0.0 && random.chance(rate) { 0.0 } else { kept }));
}

pub fn apply_mask(values: &mut [f32], mask: &[f32]) {
    for (value, mask) in values.iter_mut().zip(mask) {
        *value *= mask;
    }
}

impl Network {
    /// The vector of a word, before its shape: what the model file will hold for it.
    pub fn word_vector(&self, values: &[f32], input: &Input, known: bool, vector: &mut [f32]) {
        let layout = &self.layout;
        for (affix, &bucket) in layout.affixes.iter().zip(&input.word.affixes) {
            matrix::add(vector, affix.row(values, bucket as usize));
        }
        match input.pretrained.filter(|_| known) {
            Some(row) => {
                let pretrained = &self.pretrained[row as usize * PRETRAINED..][..PRETRAINED];
                matrix::multiply_row(pretrained, layout.projection.of(values), vector);
            }
            None => matrix::add(vector, layout.unknown.of(values)),
        }
        if let Some(row) = input.learned.filter(|_| known) {
            matrix::add(vector, layout.learned.row(values, row as usize));
        }
    }

    /// Runs the sentence up to the projections for the parser; with `noise`, as in training.
    pub fn encode(
        &self,
        values: &[f32],
        inputs: &[Input],
        noise: Option<(&Noise, &mut Random)>,
        pass: &mut Pass,
    ) {
        let layout = &self.layout;
        let count = inputs.len();
        let still = Noise { word: 0.0, dropout: 0.0, exploration: 0.0 };
        let mut idle = Random::new(1);
        let (noise, random) = noise.unwrap_or((&still, &mut idle));
        pass.vectors.clear();
        pass.vectors.resize((count + 2) * WORD, 0.0);
        pass.hidden_words.clear();
        for (at, input) in inputs.iter().enumerate() {
            let hidden =
                random.chance(noise.word / (noise.word + 0.5 * input.count as f32 + 0.5) + 0.1 * noise.word);
            pass.hidden_words.push(hidden);
            let vector = &mut pass.vectors[(at + 1) * WORD..][..WORD];
            self.word_vector(values, input, !hidden, vector);
            matrix::add(vector, layout.shapes.row(values, input.word.shape as usize));
        }
        mask(random, noise.dropout * 0.5, count * WORD, &mut pass.vector_mask);
        apply_mask(&mut pass.vectors[WORD..], &pass.vector_mask);
        pass.vectors[..WORD].copy_from_slice(layout.edge.row(values, 0));
        pass.vectors[(count + 1) * WORD..].copy_from_slice(layout.edge.row(values, 1));

        pass.windows.clear();
        pass.window_out.clear();
        for at in 0..count {
            pass.windows.extend_from_slice(&pass.vectors[at * WORD..][..3 * WORD]);
            pass.window_out.extend_from_slice(layout.window_bias.of(values));
        }
        matrix::multiply(&pass.windows, 3 * WORD, layout.window.of(values), WINDOW, &mut pass.window_out);
        mask(random, noise.dropout, count * WINDOW, &mut pass.window_mask);
        for (value, mask) in pass.window_out.iter_mut().zip(&pass.window_mask) {
            *value = value.max(0.0) * mask;
        }

        for buffer in [&mut pass.first, &mut pass.second] {
            buffer.clear();
            buffer.resize(count * CONTEXT, 0.0);
        }
        let [forward1, backward1, forward2, backward2] = &mut pass.traces;
        recurrent::forward(values, &layout.first[0], false, &pass.window_out, &mut pass.first, forward1);
        recurrent::forward(values, &layout.first[1], true, &pass.window_out, &mut pass.first, backward1);
        mask(random, noise.dropout, count * CONTEXT, &mut pass.first_mask);
        apply_mask(&mut pass.first, &pass.first_mask);
        recurrent::forward(values, &layout.second[0], false, &pass.first, &mut pass.second, forward2);
        recurrent::forward(values, &layout.second[1], true, &pass.first, &mut pass.second, backward2);

        pass.tag_scores.clear();
        for _ in 0..count {
            pass.tag_scores.extend_from_slice(layout.tags_bias.of(values));
        }
        matrix::multiply(&pass.first, CONTEXT, layout.tags.of(values), TAGS, &mut pass.tag_scores);

        pass.context.clear();
        pass.context.extend(pass.first.iter().zip(&pass.second).map(|(first, second)| first + second));
        mask(random, noise.dropout, count * CONTEXT, &mut pass.context_mask);
        apply_mask(&mut pass.context, &pass.context_mask);
        pass.context.extend_from_slice(layout.special.of(values));
        pass.projected.clear();
        pass.projected.resize((count + 2) * POSITIONS * HIDDEN, 0.0);
        for (position, place) in layout.positions.iter().enumerate() {
            for node in 0..count + 2 {
                matrix::multiply_row(
                    &pass.context[node * CONTEXT..][..CONTEXT],
                    place.of(values),
                    &mut pass.projected[(node * POSITIONS + position) * HIDDEN..][..HIDDEN],
                );
            }
        }
    }

    /// The fine and the universal tag of a word.
    pub fn tags(&self, pass: &Pass, word: usize) -> (usize, usize) {
        let scores = &pass.tag_scores[word * TAGS..][..TAGS];
        let (fine, universal) = scores.split_at(FineTag::ALL.len());
        (largest(fine), largest(universal))
    }

    /// Scores of all moves; `hidden` is left as it is after the rectifier.
    pub fn score(&self, values: &[f32], pass: &Pass, state: &State, hidden: &mut [f32], scores: &mut [f32]) {
        let layout = &self.layout;
        hidden.copy_from_slice(layout.hidden_bias.of(values));
        for (position, &node) in state.positions().iter().enumerate() {
            matrix::add(hidden, &pass.projected[(node as usize * POSITIONS + position) * HIDDEN..][..HIDDEN]);
        }
        for (place, &fact) in layout.facts.iter().zip(&state.facts()) {
            matrix::add(hidden, place.row(values, fact as usize));
        }
        for value in hidden.iter_mut() {
            *value = value.max(0.0);
        }
        scores.copy_from_slice(layout.actions_bias.of(values));
        matrix::multiply_row(hidden, layout.actions.of(values), scores);
    }

    pub fn allowed(&self, state: &State, action: Transition) -> bool {
        match action {
            Transition::Shift => state.can_shift(),
            Transition::Left(relation) => {
                state.can_left()
                    && (relation as usize == Relation::Root.index()) == (state.next() == state.root())
            }
            Transition::Right(_) => state.can_right(),
        }
    }

    /// Parses greedily; the arcs are left in the pass's state.
    pub fn parse(&self, values: &[f32], count: usize, pass: &mut Pass) {
        let mut hidden = vec![0.0; HIDDEN];
        let mut scores = vec![0.0; self.actions.len()];
        pass.state.begin(count);
        while !pass.state.is_done() {
            self.score(values, pass, &pass.state, &mut hidden, &mut scores);
            let mut best = (f32::NEG_INFINITY, Transition::Left(NO_RELATION - 1));
            for (&action, &score) in self.actions.iter().zip(&scores) {
                if score > best.0 && self.allowed(&pass.state, action) {
                    best = (score, action);
                }
            }
            pass.state.apply(best.1);
        }
    }
}

fn largest(scores: &[f32]) -> usize {
    let mut best = 0;
    for (at, &score) in scores.iter().enumerate() {
        if score > scores[best] {
            best = at;
        }
    }
    best
}

/// A node number that is a word's.
pub fn word_index(node: Node, count: usize) -> Option<usize> {
    Some(node as usize).filter(|&at| at < count)
}
