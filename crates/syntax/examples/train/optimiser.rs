//! Adam, with a running average of the weights.

/// The optimiser's memory.
#[derive(Debug)]
pub struct Adam {
    mean: Vec<f32>,
    square: Vec<f32>,
    /// The averaged weights: what is kept in the end.
    pub average: Vec<f32>,
    steps: i32,
}

const MEAN: f32 = 0.9;
const SQUARE: f32 = 0.98;
const AVERAGE: f32 = 0.9995;

impl Adam {
    pub fn new(values: &[f32]) -> Self {
        Self {
            mean: vec![0.0; values.len()],
            square: vec![0.0; values.len()],
            average: values.to_vec(),
            steps: 0,
        }
    }

    /// One step down the gradient, which is cleared.
    pub fn step(&mut self, values: &mut [f32], gradients: &mut [Vec<f32>], rate: f32) {
        self.steps += 1;
        let rate = rate * (1.0 - SQUARE.powi(self.steps)).sqrt() / (1.0 - MEAN.powi(self.steps));
        let keep = AVERAGE.min(self.steps as f32 / (self.steps as f32 + 100.0));
        let (first, others) = gradients.split_at_mut(1);
        for other in others {
            for (sum, value) in first[0].iter_mut().zip(other.iter_mut()) {
                *sum += *value;
                *value = 0.0;
            }
        }
        for ((((value, gradient), mean), square), average) in values
            .iter_mut()
            .zip(first[0].iter_mut())
            .zip(&mut self.mean)
            .zip(&mut self.square)
            .zip(&mut self.average)
        {
            *mean += (1.0 - MEAN) * (*gradient - *mean);
            *square += (1.0 - SQUARE) * (*gradient * *gradient - *square);
            *value -= rate * *mean / (square.sqrt() + 1e-6);
            *average += (1.0 - keep) * (*value - *average);
            *gradient = 0.0;
        }
    }
}
