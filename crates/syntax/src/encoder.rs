//! From words to what the tagger and the parser see of each: its meaning in its context.
//!
//! A vector for each word, a layer over a window of three, two gated recurrent layers that read
//! the sentence both ways. Time is linear in the number of words; all buffers are kept.

use pulp::{Arch, Simd, WithSimd};

use crate::activation::{sigmoid, tanh};
use crate::dimensions::{CONTEXT, GATES, RECURRENT, WINDOW, WORD};
use crate::error::ModelError;
use crate::lexicon::Lexicon;
use crate::matrix::{Matrix, Term};
use crate::reader::Reader;
use crate::word::{SHAPES, Word};

/// The weights.
#[derive(Debug)]
pub(crate) struct Encoder {
    shapes: Vec<f32>,
    edges: Vec<f32>,
    window: Matrix,
    first: Matrix,
    second: Matrix,
}

/// The values of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Encoding {
    vectors: Vec<f32>,
    window: Vec<f32>,
    terms: Vec<Term>,
    gates: Vec<f32>,
    /// After the first layer: what the tags are read from.
    pub(crate) first: Vec<f32>,
    /// The sum of both layers: what the parser reads.
    pub(crate) context: Vec<f32>,
}

impl Encoding {
    /// Gives the vector and the context of each word, in order.
    pub(crate) fn each(&self, mut give: impl FnMut(&[f32], &[f32])) {
        let vectors = self.vectors.as_chunks::<WORD>().0.iter().skip(1);
        for (vector, context) in vectors.zip(self.context.as_chunks::<CONTEXT>().0) {
            give(vector, context);
        }
    }
}

impl Encoder {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Self, ModelError> {
        let shapes = reader.floats(SHAPES * WORD, "the shapes")?;
        let edges = reader.floats(2 * WORD, "the edges")?;
        let mut layer = |inputs: usize, outputs: usize, what: &'static str| {
            let bias = reader.floats(outputs, what)?;
            let weights = reader.matrix(inputs, outputs, what)?;
            Ok(Matrix::new(&weights, inputs, outputs, &bias))
        };
        Ok(Self {
            shapes,
            edges,
            window: layer(3 * WORD, WINDOW, "the window layer")?,
            first: layer(WINDOW, 2 * GATES, "the first recurrent layer")?,
            second: layer(CONTEXT, 2 * GATES, "the second recurrent layer")?,
        })
    }

    /// Encodes a sentence.
    pub(crate) fn encode(&self, lexicon: &Lexicon, words: &[Word], encoding: &mut Encoding) {
        let count = words.len();
        let vectors = &mut encoding.vectors;
        vectors.clear();
        vectors.extend_from_slice(&self.edges[..WORD]);
        for word in words {
            let start = vectors.len();
            vectors.extend_from_slice(&self.shapes[word.shape as usize * WORD..][..WORD]);
            lexicon.add_vector(word, &mut vectors[start..]);
        }
        vectors.extend_from_slice(&self.edges[WORD..]);

        encoding.window.resize(count * WINDOW, 0.0);
        self.window.multiply_rows(vectors, WORD, count, &mut encoding.window);
        for value in &mut encoding.window {
            *value = value.max(0.0);
        }
        for buffer in [&mut encoding.first, &mut encoding.context] {
            buffer.clear();
            buffer.resize(count * CONTEXT, 0.0);
        }
        self.first.multiply_sparse(&encoding.window, &mut encoding.terms, &mut encoding.gates);
        recur(&mut encoding.gates, &mut encoding.first);
        self.second.multiply(&encoding.first, &mut encoding.gates);
        recur(&mut encoding.gates, &mut encoding.context);
        for (context, first) in encoding.context.iter_mut().zip(&encoding.first) {
            *context += first;
        }
    }
}

/// Runs the recurrence both ways over gates that are not yet squashed.
fn recur(gates: &mut [f32], output: &mut [f32]) {
    Arch::new().dispatch(Recurrence { gates, output });
}

/// A recurrence that waits to be compiled for the instructions of one kind of machine.
struct Recurrence<'r> {
    gates: &'r mut [f32],
    output: &'r mut [f32],
}

impl WithSimd for Recurrence<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        recur_all(self.gates, self.output);
    }
}

#[inline(always)]
fn recur_all(gates: &mut [f32], output: &mut [f32]) {
    // What does not depend on the words before is done by itself: a plain loop over a few registers.
    for gates in gates.as_chunks_mut::<GATES>().0 {
        let (open, candidates) = gates.split_at_mut(2 * RECURRENT);
        for gate in open {
            *gate = sigmoid(*gate);
        }
        for candidate in candidates {
            *candidate = tanh(*candidate);
        }
    }
    let count = gates.len() / (2 * GATES);
    for backwards in [false, true] {
        let mut state = [0.0f32; RECURRENT];
        for step in 0..count {
            let word = if backwards { count - 1 - step } else { step };
            let gates = &gates[word * 2 * GATES + usize::from(backwards) * GATES..][..GATES];
            let (forget, rest) = gates.split_at(RECURRENT);
            let (out, candidate) = rest.split_at(RECURRENT);
            let output = &mut output[word * CONTEXT + usize::from(backwards) * RECURRENT..][..RECURRENT];
            for ((state, forget), candidate) in state.iter_mut().zip(forget).zip(candidate) {
                *state += forget * (candidate - *state);
            }
            for ((output, out), state) in output.iter_mut().zip(out).zip(&state) {
                *output = out * state;
            }
        }
    }
}
