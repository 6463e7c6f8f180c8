//! The product of a few rows with a matrix: where the time goes.
//!
//! Columns are kept in panels of sixteen. A few rows go through a panel at once, or one row that is mostly noughts, as
//! behind a rectifier, through a few panels and its noughts are passed over. Either way the sums stay in registers and the
//! loop becomes vector instructions without being told to: those of the machine it runs on, which are wider than those
//! every machine has. The sums are taken in one order whatever the width, so that the same words give the same tree
//! everywhere.

use pulp::{Arch, Simd, WithSimd};

const PANEL: usize = 16;
/// So many sums hide how long an addition takes. With four the compiler was seen to give up on vectors.
const ROWS: usize = 3;
const PANELS: usize = 3;

/// A matrix of weights.
#[derive(Debug)]
pub(crate) struct Matrix {
    inputs: usize,
    outputs: usize,
    panels: Vec<[f32; PANEL]>,
    bias: Vec<f32>,
}

/// What is not nought in a row: its place and value.
pub(crate) type Term = (usize, f32);

impl Matrix {
    /// Takes weights input by input, and a bias, which may be empty for none.
    pub(crate) fn new(weights: &[f32], inputs: usize, outputs: usize, bias: &[f32]) -> Self {
        let mut panels = vec![[0.0; PANEL]; inputs * outputs.div_ceil(PANEL)];
        for (input, row) in weights.chunks_exact(outputs).enumerate().take(inputs) {
            for (output, &weight) in row.iter().enumerate() {
                panels[(output / PANEL) * inputs + input][output % PANEL] = weight;
            }
        }
        let mut padded = bias.to_vec();
        padded.resize(outputs.next_multiple_of(PANEL), 0.0);
        Self { inputs, outputs, panels, bias: padded }
    }

    /// The number of columns.
    pub(crate) const fn outputs(&self) -> usize {
        self.outputs
    }

    /// Writes `x w + bias` for every row of `x` to `y`, whatever was there.
    pub(crate) fn multiply(&self, x: &[f32], y: &mut Vec<f32>) {
        let rows = x.len() / self.inputs;
        y.resize(rows * self.outputs, 0.0);
        self.multiply_rows(x, self.inputs, rows, y);
    }

    /// As [`Self::multiply`], where row `r` of `x` begins at `r * stride` and rows may overlap.
    pub(crate) fn multiply_rows(&self, x: &[f32], stride: usize, rows: usize, y: &mut [f32]) {
        Arch::new().dispatch(Product { matrix: self, x, stride, rows, y });
    }

    /// As [`Self::multiply`], for rows that are mostly noughts; `terms` is room for the rest.
    pub(crate) fn multiply_sparse(&self, x: &[f32], terms: &mut Vec<Term>, y: &mut Vec<f32>) {
        y.resize(x.len() / self.inputs * self.outputs, 0.0);
        terms.resize(self.inputs, (0, 0.0));
        for (x, y) in x.chunks_exact(self.inputs).zip(y.chunks_exact_mut(self.outputs)) {
            let mut count = 0;
            for term in x.iter().copied().enumerate() {
                // Without a branch, since which are noughts cannot be foretold.
                terms[count] = term;
                count += usize::from(term.1 != 0.0);
            }
            Arch::new().dispatch(SparseProduct { matrix: self, terms: &terms[..count], y });
        }
    }

    #[inline(always)]
    fn multiply_all(&self, x: &[f32], stride: usize, rows: usize, y: &mut [f32]) {
        let whole = rows / ROWS * ROWS;
        for ((panel, bias), column) in self
            .panels
            .chunks_exact(self.inputs)
            .zip(self.bias.as_chunks::<PANEL>().0)
            .zip((0..self.outputs).step_by(PANEL))
        {
            for row in (0..whole).step_by(ROWS) {
                let sums = product::<ROWS>(&x[row * stride..], stride, panel, bias);
                for (sums, y) in sums.iter().zip(y[row * self.outputs..].chunks_exact_mut(self.outputs)) {
                    write(sums, &mut y[column..]);
                }
            }
            for row in whole..rows {
                let [sums] = product::<1>(&x[row * stride..], stride, panel, bias);
                write(&sums, &mut y[row * self.outputs..][column..self.outputs]);
            }
        }
    }

    #[inline(always)]
    fn multiply_terms(&self, terms: &[Term], y: &mut [f32]) {
        let bias = self.bias.as_chunks::<PANEL>().0;
        for ((panels, bias), y) in self
            .panels
            .chunks(PANELS * self.inputs)
            .zip(bias.chunks(PANELS))
            .zip(y.chunks_mut(PANELS * PANEL))
        {
            if let &[first, second, third] = bias {
                let (one, rest) = panels.split_at(self.inputs);
                let (two, three) = rest.split_at(self.inputs);
                let sums = sparse_product([one, two, three], [first, second, third], terms);
                for (sums, y) in sums.iter().zip(y.chunks_mut(PANEL)) {
                    write(sums, y);
                }
            } else {
                for ((panel, bias), y) in panels.chunks_exact(self.inputs).zip(bias).zip(y.chunks_mut(PANEL))
                {
                    let [sums] = sparse_product([panel], [*bias], terms);
                    write(&sums, y);
                }
            }
        }
    }
}

/// Writes the sums of a panel to its columns, of which the last panel may have fewer.
#[inline(always)]
fn write(sums: &[f32; PANEL], columns: &mut [f32]) {
    // A length known beforehand makes it a store and no call.
    match columns.first_chunk_mut() {
        Some(whole) => *whole = *sums,
        None => columns.copy_from_slice(&sums[..columns.len()]),
    }
}

/// A product that waits to be compiled for the instructions of one kind of machine.
struct Product<'p> {
    matrix: &'p Matrix,
    x: &'p [f32],
    stride: usize,
    rows: usize,
    y: &'p mut [f32],
}

impl WithSimd for Product<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        self.matrix.multiply_all(self.x, self.stride, self.rows, self.y);
    }
}

/// As [`Product`], of one row.
struct SparseProduct<'p> {
    matrix: &'p Matrix,
    terms: &'p [Term],
    y: &'p mut [f32],
}

impl WithSimd for SparseProduct<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        self.matrix.multiply_terms(self.terms, self.y);
    }
}

#[inline(always)]
fn product<const R: usize>(
    x: &[f32],
    stride: usize,
    panel: &[[f32; PANEL]],
    bias: &[f32; PANEL],
) -> [[f32; PANEL]; R] {
    let mut sums = [*bias; R];
    let rows: [&[f32]; R] = std::array::from_fn(|row| &x[row * stride..][..panel.len()]);
    for (input, weights) in panel.iter().enumerate() {
        for (sums, row) in sums.iter_mut().zip(rows) {
            let value = row[input];
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += value * weight;
            }
        }
    }
    sums
}

#[inline(always)]
fn sparse_product<const P: usize>(
    panels: [&[[f32; PANEL]]; P],
    mut sums: [[f32; PANEL]; P],
    terms: &[Term],
) -> [[f32; PANEL]; P] {
    for &(input, value) in terms {
        for (sums, panel) in sums.iter_mut().zip(panels) {
            for (sum, weight) in sums.iter_mut().zip(&panel[input]) {
                *sum += value * weight;
            }
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_the_product_by_hand() {
        for (rows, inputs, outputs) in [(1, 1, 1), (4, 5, 13), (7, 24, 12), (3, 2, 30), (2, 3, 70), (0, 4, 4)]
        {
            let x: Vec<f32> = (0..rows * inputs).map(|at| (at % 7) as f32 - 3.0).collect();
            let w: Vec<f32> = (0..inputs * outputs).map(|at| (at % 5) as f32 - 2.0).collect();
            let bias: Vec<f32> = (0..outputs).map(|at| at as f32).collect();
            let mut y = Vec::new();
            let matrix = Matrix::new(&w, inputs, outputs, &bias);
            matrix.multiply(&x, &mut y);
            let mut sparse = Vec::new();
            matrix.multiply_sparse(&x, &mut Vec::new(), &mut sparse);
            assert_eq!(sparse, y);
            assert_eq!(y.len(), rows * outputs);
            for row in 0..rows {
                for output in 0..outputs {
                    let expected: f32 = bias[output]
                        + (0..inputs)
                            .map(|input| x[row * inputs + input] * w[input * outputs + output])
                            .sum::<f32>();
                    assert_eq!(y[row * outputs + output], expected);
                }
            }
        }
    }
}
