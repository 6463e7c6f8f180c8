//! The network in floating point, forward and backward over one sentence.
//!
//! Words -> vectors -> a window of three -> two layers that read both ways -> tags from the first,
//! the parser's moves from the sum of both. It knows nothing of files or of the order of training.

use rapporteur_syntax::training::{FACTS, NO_RELATION, Node, POSITIONS, State, Transition};
use rapporteur_syntax::{FineTag, Relation};

use crate::example::{Example, Input};
use crate::matrix;
use crate::optimiser::Gradient;
use crate::oracle::Costs;
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

/// Losses of one sentence.
#[derive(Clone, Copy, Debug, Default)]
pub struct Loss {
    pub tags: f32,
    pub moves: f32,
}

/// One sentence's activations, kept for the backward pass and used again.
#[derive(Debug, Default)]
pub struct Pass {
    vectors: Vec<f32>,
    hidden_words: Vec<bool>,
    vector_mask: Vec<f32>,
    windows: Vec<f32>,
    window_out: Vec<f32>,
    window_mask: Vec<f32>,
    traces: [Trace; 4],
    first: Vec<f32>,
    first_mask: Vec<f32>,
    second: Vec<f32>,
    context: Vec<f32>,
    context_mask: Vec<f32>,
    tag_scores: Vec<f32>,
    projected: Vec<f32>,
    pub state: State,
}

fn mask(random: &mut Random, rate: f32, count: usize, mask: &mut Vec<f32>) {
    mask.clear();
    let kept = 1.0 / (1.0 - rate);
    mask.extend((0..count).map(|_| if rate > 0.0 && random.chance(rate) { 0.0 } else { kept }));
}

fn apply_mask(values: &mut [f32], mask: &[f32]) {
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
    fn score(&self, values: &[f32], pass: &Pass, hidden: &mut [f32], scores: &mut [f32]) {
        let layout = &self.layout;
        hidden.copy_from_slice(layout.hidden_bias.of(values));
        for (position, &node) in pass.state.positions().iter().enumerate() {
            matrix::add(hidden, &pass.projected[(node as usize * POSITIONS + position) * HIDDEN..][..HIDDEN]);
        }
        for (place, &fact) in layout.facts.iter().zip(&pass.state.facts()) {
            matrix::add(hidden, place.row(values, fact as usize));
        }
        for value in hidden.iter_mut() {
            *value = value.max(0.0);
        }
        scores.copy_from_slice(layout.actions_bias.of(values));
        matrix::multiply_row(hidden, layout.actions.of(values), scores);
    }

    fn allowed(&self, state: &State, action: Transition) -> bool {
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
            self.score(values, pass, &mut hidden, &mut scores);
            let mut best = (f32::NEG_INFINITY, Transition::Left(NO_RELATION - 1));
            for (&action, &score) in self.actions.iter().zip(&scores) {
                if score > best.0 && self.allowed(&pass.state, action) {
                    best = (score, action);
                }
            }
            pass.state.apply(best.1);
        }
    }

    /// One sentence forward and backward; adds to `gradient`.
    pub fn learn(
        &self,
        values: &[f32],
        gradient: &mut Gradient,
        example: &Example,
        noise: &Noise,
        random: &mut Random,
        pass: &mut Pass,
    ) -> Loss {
        let Gradient { values: gradient, touched } = gradient;
        let layout = &self.layout;
        let count = example.inputs.len();
        self.encode(values, &example.inputs, Some((noise, random)), pass);
        let mut loss = Loss::default();

        // The parser's moves.
        let mut projected_gradient = vec![0.0; pass.projected.len()];
        let mut hidden = vec![0.0; HIDDEN];
        let mut hidden_gradient = vec![0.0; HIDDEN];
        let mut scores = vec![0.0; self.actions.len()];
        let mut hidden_mask = Vec::new();
        pass.state.begin(count);
        while !pass.state.is_done() {
            if pass.state.next() == pass.state.root() && pass.state.stack().len() == 1 {
                pass.state.apply(Transition::Left(Relation::Root.index() as u8));
                break;
            }
            self.score(values, pass, &mut hidden, &mut scores);
            mask(random, noise.dropout, HIDDEN, &mut hidden_mask);
            if noise.dropout > 0.0 {
                apply_mask(&mut hidden, &hidden_mask);
                scores.copy_from_slice(layout.actions_bias.of(values));
                matrix::multiply_row(&hidden, layout.actions.of(values), &mut scores);
            }
            let costs = example.gold.costs(&pass.state);
            let chosen = self.move_gradient(example, &costs, &mut scores, noise, random, pass, &mut loss);
            // `scores` now holds the gradient of the scores.
            matrix::add(layout.actions_bias.of_mut(gradient), &scores);
            let columns = self.actions.len();
            for (&value, row) in hidden.iter().zip(layout.actions.of_mut(gradient).chunks_exact_mut(columns))
            {
                if value != 0.0 {
                    matrix::add_scaled(row, &scores, value);
                }
            }
            for ((hidden_gradient, (&value, &mask)), row) in hidden_gradient
                .iter_mut()
                .zip(hidden.iter().zip(&hidden_mask))
                .zip(layout.actions.of(values).chunks_exact(columns))
            {
                *hidden_gradient = if value > 0.0 { matrix::dot(row, &scores) * mask } else { 0.0 };
            }
            matrix::add(layout.hidden_bias.of_mut(gradient), &hidden_gradient);
            for (position, &node) in pass.state.positions().iter().enumerate() {
                let at = (node as usize * POSITIONS + position) * HIDDEN;
                matrix::add(&mut projected_gradient[at..][..HIDDEN], &hidden_gradient);
            }
            let facts: [u8; FACTS] = pass.state.facts();
            for (place, &fact) in layout.facts.iter().zip(&facts) {
                matrix::add(place.row_mut(gradient, fact as usize), &hidden_gradient);
            }
            pass.state.apply(chosen);
        }
        self.encode_back(values, gradient, example, pass, &projected_gradient, &mut loss);
        for input in &example.inputs {
            touched.extend(input.learned.map(|row| layout.learned.range.start + row as usize * WORD));
            for (affix, &bucket) in layout.affixes.iter().zip(&input.word.affixes) {
                touched.push(affix.range.start + bucket as usize * WORD);
            }
        }
        loss
    }

    /// Turns scores into their gradient and picks the move to go on with.
    #[allow(clippy::too_many_arguments, reason = "the inner part of one loop")]
    fn move_gradient(
        &self,
        example: &Example,
        costs: &Costs,
        scores: &mut [f32],
        noise: &Noise,
        random: &mut Random,
        pass: &Pass,
        loss: &mut Loss,
    ) -> Transition {
        let state = &pass.state;
        let top = state.below(0) as usize;
        let (gold_head, gold_relation) = (
            example.gold.heads[top.min(example.gold.heads.len() - 1)],
            example.gold.relations[top.min(example.gold.heads.len() - 1)],
        );
        let least = [costs.shift, costs.left, costs.right].into_iter().flatten().min().unwrap_or(0);
        let right_head = state.below(1);
        let good = |action: Transition| match action {
            Transition::Shift => costs.shift == Some(least),
            Transition::Left(relation) => {
                costs.left == Some(least) && (gold_head != state.next() || relation == gold_relation)
            }
            Transition::Right(relation) => {
                costs.right == Some(least) && (gold_head != right_head || relation == gold_relation)
            }
        };
        let mut highest = f32::NEG_INFINITY;
        let mut best = Transition::Shift;
        let mut best_good = (f32::NEG_INFINITY, None);
        for (&action, score) in self.actions.iter().zip(scores.iter_mut()) {
            if !self.allowed(state, action) {
                *score = f32::NEG_INFINITY;
                continue;
            }
            if *score > highest {
                highest = *score;
                best = action;
            }
            if *score > best_good.0 && good(action) {
                best_good = (*score, Some(action));
            }
        }
        let (mut sum, mut good_sum) = (0.0, 0.0);
        for (&action, score) in self.actions.iter().zip(scores.iter_mut()) {
            let weight = (*score - highest).exp();
            *score = weight;
            sum += weight;
            if weight > 0.0 && good(action) {
                good_sum += weight;
            }
        }
        let Some(correct) = best_good.1 else {
            // No move of the right kind was ever seen in training: nothing to learn here.
            scores.fill(0.0);
            return best;
        };
        let good_sum = f32::max(good_sum, 1e-20);
        loss.moves -= (good_sum / sum).ln();
        for (&action, score) in self.actions.iter().zip(scores.iter_mut()) {
            let target = if *score > 0.0 && good(action) { *score / good_sum } else { 0.0 };
            *score = *score / sum - target;
        }
        if random.chance(noise.exploration) { best } else { correct }
    }

    /// Backward from the projections and the tags to the word vectors.
    fn encode_back(
        &self,
        values: &[f32],
        gradient: &mut [f32],
        example: &Example,
        pass: &mut Pass,
        projected_gradient: &[f32],
        loss: &mut Loss,
    ) {
        let layout = &self.layout;
        let count = example.inputs.len();
        let mut context_gradient = vec![0.0; pass.context.len()];
        let mut one = vec![0.0; (count + 2) * HIDDEN];
        for (position, place) in layout.positions.iter().enumerate() {
            for node in 0..count + 2 {
                one[node * HIDDEN..][..HIDDEN]
                    .copy_from_slice(&projected_gradient[(node * POSITIONS + position) * HIDDEN..][..HIDDEN]);
            }
            matrix::multiply_back_weights(&pass.context, CONTEXT, &one, HIDDEN, place.of_mut(gradient));
            matrix::multiply_back_inputs(&one, HIDDEN, place.of(values), CONTEXT, &mut context_gradient);
        }
        let special = context_gradient.split_off(count * CONTEXT);
        matrix::add(layout.special.of_mut(gradient), &special);
        apply_mask(&mut context_gradient, &pass.context_mask);

        let mut first_gradient = context_gradient.clone();
        self.tag_gradient(example, &mut pass.tag_scores, loss);
        for row in pass.tag_scores.chunks_exact(TAGS) {
            matrix::add(layout.tags_bias.of_mut(gradient), row);
        }
        matrix::multiply_back_weights(
            &pass.first,
            CONTEXT,
            &pass.tag_scores,
            TAGS,
            layout.tags.of_mut(gradient),
        );
        matrix::multiply_back_inputs(
            &pass.tag_scores,
            TAGS,
            layout.tags.of(values),
            CONTEXT,
            &mut first_gradient,
        );

        for side in 0..2 {
            recurrent::backward(
                values,
                gradient,
                &layout.second[side],
                side == 1,
                &pass.first,
                &context_gradient,
                &pass.traces[2 + side],
                &mut first_gradient,
            );
        }
        apply_mask(&mut first_gradient, &pass.first_mask);
        let mut window_gradient = vec![0.0; count * WINDOW];
        for side in 0..2 {
            recurrent::backward(
                values,
                gradient,
                &layout.first[side],
                side == 1,
                &pass.window_out,
                &first_gradient,
                &pass.traces[side],
                &mut window_gradient,
            );
        }
        for ((gradient, mask), &value) in
            window_gradient.iter_mut().zip(&pass.window_mask).zip(&pass.window_out)
        {
            *gradient = if value > 0.0 { *gradient * mask } else { 0.0 };
        }
        for row in window_gradient.chunks_exact(WINDOW) {
            matrix::add(layout.window_bias.of_mut(gradient), row);
        }
        matrix::multiply_back_weights(
            &pass.windows,
            3 * WORD,
            &window_gradient,
            WINDOW,
            layout.window.of_mut(gradient),
        );
        let mut windows_gradient = vec![0.0; count * 3 * WORD];
        matrix::multiply_back_inputs(
            &window_gradient,
            WINDOW,
            layout.window.of(values),
            3 * WORD,
            &mut windows_gradient,
        );
        let mut vectors_gradient = vec![0.0; (count + 2) * WORD];
        for (at, row) in windows_gradient.chunks_exact(3 * WORD).enumerate() {
            matrix::add(&mut vectors_gradient[at * WORD..][..3 * WORD], row);
        }
        matrix::add(layout.edge.row_mut(gradient, 0), &vectors_gradient[..WORD]);
        matrix::add(layout.edge.row_mut(gradient, 1), &vectors_gradient[(count + 1) * WORD..]);
        apply_mask(&mut vectors_gradient[WORD..], &pass.vector_mask);
        for (at, input) in example.inputs.iter().enumerate() {
            let vector = &vectors_gradient[(at + 1) * WORD..][..WORD];
            self.word_vector_back(gradient, input, !pass.hidden_words[at], vector);
            matrix::add(layout.shapes.row_mut(gradient, input.word.shape as usize), vector);
        }
    }

    fn word_vector_back(&self, gradient: &mut [f32], input: &Input, known: bool, vector: &[f32]) {
        let layout = &self.layout;
        for (affix, &bucket) in layout.affixes.iter().zip(&input.word.affixes) {
            matrix::add(affix.row_mut(gradient, bucket as usize), vector);
        }
        match input.pretrained.filter(|_| known) {
            Some(row) => {
                let pretrained = &self.pretrained[row as usize * PRETRAINED..][..PRETRAINED];
                for (&value, row) in
                    pretrained.iter().zip(layout.projection.of_mut(gradient).chunks_exact_mut(WORD))
                {
                    matrix::add_scaled(row, vector, value);
                }
            }
            None => matrix::add(layout.unknown.of_mut(gradient), vector),
        }
        if let Some(row) = input.learned.filter(|_| known) {
            matrix::add(layout.learned.row_mut(gradient, row as usize), vector);
        }
    }

    /// Turns the tags' scores into their gradient.
    fn tag_gradient(&self, example: &Example, scores: &mut [f32], loss: &mut Loss) {
        for (word, row) in scores.chunks_exact_mut(TAGS).enumerate() {
            let (fine, universal) = row.split_at_mut(FineTag::ALL.len());
            loss.tags += softmax_gradient(fine, example.fine[word] as usize);
            loss.tags += softmax_gradient(universal, example.universal[word] as usize);
        }
    }
}

fn softmax_gradient(scores: &mut [f32], gold: usize) -> f32 {
    let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = (*score - highest).exp();
        sum += *score;
    }
    for score in scores.iter_mut() {
        *score /= sum;
    }
    let loss = -scores[gold].max(1e-20).ln();
    scores[gold] -= 1.0;
    loss
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
