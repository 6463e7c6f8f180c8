//! Learning from one sentence: its moves and tags against the treebank's and the teachers'.

use rapporteur_syntax::training::{FACTS, POSITIONS, State, Transition};
use rapporteur_syntax::{FineTag, Relation};

use crate::example::Example;
use crate::matrix;
use crate::network::{Network, Noise, Pass, apply_mask, mask};
use crate::optimiser::Gradient;
use crate::oracle::Costs;
use crate::parameters::{HIDDEN, TAGS, WORD};
use crate::random::Random;

/// A trained network whose judgement is learned from beside the treebank's (Hinton et al. 2015).
#[derive(Debug)]
pub struct Teacher<'a> {
    pub values: &'a [f32],
    pub pass: Pass,
}

/// How much the teachers' judgement weighs against the treebank's.
const TRUST: f32 = 0.6;

/// Losses of one sentence.
#[derive(Clone, Copy, Debug, Default)]
pub struct Loss {
    pub tags: f32,
    pub moves: f32,
}

impl Network {
    /// One sentence forward and backward; adds to `gradient`.
    #[allow(clippy::too_many_arguments, reason = "one call site; a struct would only rename them")]
    pub fn learn(
        &self,
        values: &[f32],
        gradient: &mut Gradient,
        example: &Example,
        noise: &Noise,
        random: &mut Random,
        pass: &mut Pass,
        teachers: &mut [Teacher<'_>],
    ) -> Loss {
        let Gradient { values: gradient, touched } = gradient;
        let layout = &self.layout;
        let count = example.inputs.len();
        self.encode(values, &example.inputs, Some((noise, random)), pass);
        let mut loss = Loss::default();
        for teacher in teachers.iter_mut() {
            self.encode(teacher.values, &example.inputs, None, &mut teacher.pass);
        }
        let mut advice = vec![0.0; self.actions.len()];

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
            self.score(values, pass, &pass.state, &mut hidden, &mut scores);
            mask(random, noise.dropout, HIDDEN, &mut hidden_mask);
            if noise.dropout > 0.0 {
                apply_mask(&mut hidden, &hidden_mask);
                scores.copy_from_slice(layout.actions_bias.of(values));
                matrix::multiply_row(&hidden, layout.actions.of(values), &mut scores);
            }
            let costs = example.gold.costs(&pass.state);
            self.advise(teachers, &pass.state, &mut advice);
            let chosen =
                self.move_gradient(example, &costs, &advice, &mut scores, noise, random, pass, &mut loss);
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
        self.encode_back(values, gradient, example, pass, &projected_gradient, teachers, &mut loss);
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
        advice: &[f32],
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
        let advised = advice.iter().any(|&share| share > 0.0);
        let trust = if advised { TRUST } else { 0.0 };
        for ((&action, score), &advice) in self.actions.iter().zip(scores.iter_mut()).zip(advice) {
            let target = if *score > 0.0 && good(action) { *score / good_sum } else { 0.0 };
            *score = *score / sum - (1.0 - trust) * target - trust * advice;
        }
        if random.chance(noise.exploration) { best } else { correct }
    }

    /// The moves' shares as the teachers see them, on the average; all nought without teachers.
    fn advise(&self, teachers: &[Teacher<'_>], state: &State, advice: &mut [f32]) {
        advice.fill(0.0);
        let mut hidden = vec![0.0; HIDDEN];
        let mut scores = vec![0.0; self.actions.len()];
        for teacher in teachers {
            self.score(teacher.values, &teacher.pass, state, &mut hidden, &mut scores);
            for (&action, score) in self.actions.iter().zip(scores.iter_mut()) {
                if !self.allowed(state, action) {
                    *score = f32::NEG_INFINITY;
                }
            }
            softmax(&mut scores);
            matrix::add_scaled(advice, &scores, 1.0 / teachers.len() as f32);
        }
    }

    /// Turns the tags' scores into their gradient.
    pub fn tag_gradient(
        &self,
        example: &Example,
        scores: &mut [f32],
        teachers: &[Teacher<'_>],
        loss: &mut Loss,
    ) {
        let trust = if teachers.is_empty() { 0.0 } else { TRUST };
        let mut advice = vec![0.0; TAGS];
        for (word, row) in scores.chunks_exact_mut(TAGS).enumerate() {
            let gold = [example.fine[word] as usize, example.universal[word] as usize];
            let (fine, universal) = row.split_at_mut(FineTag::ALL.len());
            for (scores, gold) in [fine, universal].into_iter().zip(gold) {
                softmax(scores);
                loss.tags -= scores[gold].max(1e-20).ln();
                scores[gold] -= 1.0 - trust;
            }
            for teacher in teachers {
                advice.copy_from_slice(&teacher.pass.tag_scores[word * TAGS..][..TAGS]);
                let (fine, universal) = advice.split_at_mut(FineTag::ALL.len());
                softmax(fine);
                softmax(universal);
                matrix::add_scaled(row, &advice, -trust / teachers.len() as f32);
            }
        }
    }
}

/// Turns scores into shares that sum to one.
fn softmax(scores: &mut [f32]) {
    let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = (*score - highest).exp();
        sum += *score;
    }
    for score in scores.iter_mut() {
        *score /= sum;
    }
}
