//! One direction of a gated recurrent layer whose gates see the input only, forward and backward.
//!
//! `s' = s + f (c - s)`, output `o s'`; f, o and c come from one product for all words at once,
//! so that only additions wait for the word before (compare Bradbury et al. 2017, Lei et al. 2018).

use rapporteur_syntax::training::{sigmoid, tanh};

use crate::matrix;
use crate::parameters::{CONTEXT, RECURRENT, RecurrentPlaces};

/// What a forward pass leaves for the backward pass.
#[derive(Debug, Default)]
pub struct Trace {
    /// f, o and c of each word.
    gates: Vec<f32>,
    states: Vec<f32>,
}

fn order(count: usize, backwards: bool) -> impl Iterator<Item = usize> {
    (0..count).map(move |at| if backwards { count - 1 - at } else { at })
}

/// Writes this direction's half of `output`, which has [`CONTEXT`] columns.
pub fn forward(
    values: &[f32],
    places: &RecurrentPlaces,
    backwards: bool,
    input: &[f32],
    output: &mut [f32],
    trace: &mut Trace,
) {
    let count = input.len() / places.inputs;
    let columns = 3 * RECURRENT;
    trace.gates.clear();
    for _ in 0..count {
        trace.gates.extend_from_slice(places.bias.of(values));
    }
    matrix::multiply(input, places.inputs, places.weights.of(values), columns, &mut trace.gates);
    trace.states.clear();
    trace.states.resize(count * RECURRENT, 0.0);
    let mut state = [0.0f32; RECURRENT];
    let half = usize::from(backwards) * RECURRENT;
    for word in order(count, backwards) {
        let gates = &mut trace.gates[word * columns..][..columns];
        let (forget, rest) = gates.split_at_mut(RECURRENT);
        let (out, candidate) = rest.split_at_mut(RECURRENT);
        let output = &mut output[word * CONTEXT + half..][..RECURRENT];
        for unit in 0..RECURRENT {
            forget[unit] = sigmoid(forget[unit]);
            out[unit] = sigmoid(out[unit]);
            candidate[unit] = tanh(candidate[unit]);
            state[unit] += forget[unit] * (candidate[unit] - state[unit]);
            output[unit] = out[unit] * state[unit];
        }
        trace.states[word * RECURRENT..][..RECURRENT].copy_from_slice(&state);
    }
}

/// Adds to the gradients of the weights and of the input, given that of the output.
#[allow(clippy::too_many_arguments, reason = "one call site; a struct would only rename them")]
pub fn backward(
    values: &[f32],
    gradient: &mut [f32],
    places: &RecurrentPlaces,
    backwards: bool,
    input: &[f32],
    output_gradient: &[f32],
    trace: &Trace,
    input_gradient: &mut [f32],
) {
    let count = input.len() / places.inputs;
    let columns = 3 * RECURRENT;
    let mut deltas = vec![0.0f32; count * columns];
    let mut carried = [0.0f32; RECURRENT];
    let half = usize::from(backwards) * RECURRENT;
    let zeros = [0.0f32; RECURRENT];
    for word in order(count, !backwards) {
        let gates = &trace.gates[word * columns..][..columns];
        let (forget, rest) = gates.split_at(RECURRENT);
        let (out, candidate) = rest.split_at(RECURRENT);
        let state = &trace.states[word * RECURRENT..][..RECURRENT];
        let before = match (backwards, word) {
            (false, 0) => None,
            (false, word) => Some(word - 1),
            (true, word) => Some(word + 1).filter(|&at| at < count),
        };
        let before = before.map_or(&zeros[..], |at| &trace.states[at * RECURRENT..][..RECURRENT]);
        let arriving = &output_gradient[word * CONTEXT + half..][..RECURRENT];
        let delta = &mut deltas[word * columns..][..columns];
        for unit in 0..RECURRENT {
            let (f, o, c) = (forget[unit], out[unit], candidate[unit]);
            let through = carried[unit] + arriving[unit] * o;
            delta[unit] = through * (c - before[unit]) * f * (1.0 - f);
            delta[RECURRENT + unit] = arriving[unit] * state[unit] * o * (1.0 - o);
            delta[2 * RECURRENT + unit] = through * f * (1.0 - c * c);
            carried[unit] = through * (1.0 - f);
        }
    }
    for delta in deltas.chunks_exact(columns) {
        matrix::add(places.bias.of_mut(gradient), delta);
    }
    matrix::multiply_back_weights(input, places.inputs, &deltas, columns, places.weights.of_mut(gradient));
    matrix::multiply_back_inputs(&deltas, columns, places.weights.of(values), places.inputs, input_gradient);
}
