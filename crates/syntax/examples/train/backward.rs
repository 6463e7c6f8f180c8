//! Backward through the encoder: from the gradients of tags and projections to those of all weights.

use rapporteur_syntax::training::POSITIONS;

use crate::example::{Example, Input};
use crate::lesson::{Loss, Teacher};
use crate::matrix;
use crate::network::{Network, Pass, apply_mask};
use crate::parameters::{CONTEXT, HIDDEN, PRETRAINED, TAGS, WINDOW, WORD};
use crate::recurrent;

impl Network {
    /// Backward from the projections and the tags to the word vectors.
    #[allow(clippy::too_many_arguments, reason = "one call site; a struct would only rename them")]
    pub fn encode_back(
        &self,
        values: &[f32],
        gradient: &mut [f32],
        example: &Example,
        pass: &mut Pass,
        projected_gradient: &[f32],
        teachers: &[Teacher<'_>],
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
        self.tag_gradient(example, &mut pass.tag_scores, teachers, loss);
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
}
