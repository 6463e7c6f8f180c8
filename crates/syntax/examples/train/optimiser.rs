//! Adam, with a running average of the weights.
//!
//! The tables of words and affixes are touched in few rows by a batch; only those are moved. The
//! steps that passed a row by are made up for when it is touched again: its average and the memory
//! of its gradients' size. A row has no momentum, which would have carried it on meanwhile; its
//! one step goes as far instead.

/// One shard's gradient and the rows of the tables it touched, by their first number's place.
#[derive(Debug)]
pub struct Gradient {
    pub values: Vec<f32>,
    pub touched: Vec<usize>,
}

/// The optimiser's memory.
#[derive(Debug)]
pub struct Adam {
    mean: Vec<f32>,
    square: Vec<f32>,
    average: Vec<f32>,
    /// Where the tables begin, how long their rows are, and the step each row was last moved at.
    tables: usize,
    row: usize,
    moved: Vec<i32>,
    steps: i32,
}

const MEAN: f32 = 0.9;
const SQUARE: f32 = 0.98;
const AVERAGE: f32 = 0.9995;

impl Adam {
    pub fn new(values: &[f32], tables: usize, row: usize) -> Self {
        Self {
            mean: vec![0.0; values.len()],
            square: vec![0.0; values.len()],
            average: values.to_vec(),
            tables,
            row,
            moved: vec![0; (values.len() - tables) / row],
            steps: 0,
        }
    }

    /// One step down the gradient, which is cleared.
    pub fn step(&mut self, values: &mut [f32], gradients: &mut [Gradient], rate: f32) {
        self.steps += 1;
        let rate = rate * (1.0 - SQUARE.powi(self.steps)).sqrt() / (1.0 - MEAN.powi(self.steps));
        let keep = AVERAGE.min(self.steps as f32 / (self.steps as f32 + 100.0));
        self.step_range(values, gradients, 0..self.tables, rate, keep, MEAN);
        let mut touched: Vec<usize> =
            gradients.iter_mut().flat_map(|gradient| std::mem::take(&mut gradient.touched)).collect();
        touched.sort_unstable();
        touched.dedup();
        for start in touched {
            let row = (start - self.tables) / self.row;
            // The steps in between left the row alone and moved its average towards it.
            let missed = self.steps - 1 - self.moved[row];
            self.catch_up(values, start, AVERAGE.powi(missed));
            let faded = SQUARE.powi(missed);
            for square in &mut self.square[start..start + self.row] {
                *square *= faded;
            }
            self.moved[row] = self.steps;
            self.step_range(values, gradients, start..start + self.row, rate, keep, 0.0);
        }
    }

    fn catch_up(&mut self, values: &[f32], start: usize, kept: f32) {
        let range = start..start + self.row;
        for (average, value) in self.average[range.clone()].iter_mut().zip(&values[range]) {
            *average = value + kept * (*average - value);
        }
    }

    /// The averaged weights: what is kept in the end.
    pub fn averaged(&mut self, values: &[f32]) -> &[f32] {
        for row in 0..self.moved.len() {
            let missed = self.steps - self.moved[row];
            self.catch_up(values, self.tables + row * self.row, AVERAGE.powi(missed));
            self.moved[row] = self.steps;
        }
        &self.average
    }

    #[allow(clippy::too_many_arguments, reason = "one loop, called twice")]
    fn step_range(
        &mut self,
        values: &mut [f32],
        gradients: &mut [Gradient],
        range: std::ops::Range<usize>,
        rate: f32,
        keep: f32,
        momentum: f32,
    ) {
        let (first, others) = gradients.split_at_mut(1);
        let first = &mut first[0].values[range.clone()];
        for other in others {
            for (sum, value) in first.iter_mut().zip(&mut other.values[range.clone()]) {
                *sum += *value;
                *value = 0.0;
            }
        }
        for ((((value, gradient), mean), square), average) in values[range.clone()]
            .iter_mut()
            .zip(first)
            .zip(&mut self.mean[range.clone()])
            .zip(&mut self.square[range.clone()])
            .zip(&mut self.average[range])
        {
            *mean += (1.0 - momentum) * (*gradient - *mean);
            *square += (1.0 - SQUARE) * (*gradient * *gradient - *square);
            *value -= rate * *mean / (square.sqrt() + 1e-6);
            *average += (1.0 - keep) * (*value - *average);
            *gradient = 0.0;
        }
    }
}
