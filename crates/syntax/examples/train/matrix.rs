//! The products of matrices the trainer needs, in an order that never changes.
//!
//! Rows of `x` are words, `w` holds one row for each input: so that the inner loops run along
//! outputs and vectorise without reordering any sum.

/// `y += x w`, where x has `inputs` columns and y `outputs`.
pub fn multiply(x: &[f32], inputs: usize, w: &[f32], outputs: usize, y: &mut [f32]) {
    for (x, y) in x.chunks_exact(inputs).zip(y.chunks_exact_mut(outputs)) {
        multiply_row(x, w, y);
    }
}

/// `y += x w` for one row.
pub fn multiply_row(x: &[f32], w: &[f32], y: &mut [f32]) {
    let outputs = y.len();
    let mut rows = w.chunks_exact(outputs * 4);
    let mut values = x.chunks_exact(4);
    for (x, w) in (&mut values).zip(&mut rows) {
        let (w0, rest) = w.split_at(outputs);
        let (w1, rest) = rest.split_at(outputs);
        let (w2, w3) = rest.split_at(outputs);
        for ((((y, w0), w1), w2), w3) in y.iter_mut().zip(w0).zip(w1).zip(w2).zip(w3) {
            *y += x[0] * w0 + x[1] * w1 + x[2] * w2 + x[3] * w3;
        }
    }
    for (&x, w) in values.remainder().iter().zip(rows.remainder().chunks_exact(outputs)) {
        add_scaled(y, w, x);
    }
}

/// `y += factor x`.
pub fn add_scaled(y: &mut [f32], x: &[f32], factor: f32) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += factor * x;
    }
}

/// `y += x`.
pub fn add(y: &mut [f32], x: &[f32]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += x;
    }
}

/// `dw += xT dy`, the gradient of the weights.
pub fn multiply_back_weights(x: &[f32], inputs: usize, dy: &[f32], outputs: usize, dw: &mut [f32]) {
    let mut xs = x.chunks_exact(inputs * 4);
    let mut dys = dy.chunks_exact(outputs * 4);
    for (x, dy) in (&mut xs).zip(&mut dys) {
        let (d0, rest) = dy.split_at(outputs);
        let (d1, rest) = rest.split_at(outputs);
        let (d2, d3) = rest.split_at(outputs);
        for (at, dw) in dw.chunks_exact_mut(outputs).enumerate() {
            let (x0, x1, x2, x3) = (x[at], x[inputs + at], x[2 * inputs + at], x[3 * inputs + at]);
            for ((((dw, d0), d1), d2), d3) in dw.iter_mut().zip(d0).zip(d1).zip(d2).zip(d3) {
                *dw += x0 * d0 + x1 * d1 + x2 * d2 + x3 * d3;
            }
        }
    }
    for (x, dy) in xs.remainder().chunks_exact(inputs).zip(dys.remainder().chunks_exact(outputs)) {
        for (&x, dw) in x.iter().zip(dw.chunks_exact_mut(outputs)) {
            if x != 0.0 {
                add_scaled(dw, dy, x);
            }
        }
    }
}

/// `dx += dy wT`, the gradient of the inputs.
pub fn multiply_back_inputs(dy: &[f32], outputs: usize, w: &[f32], inputs: usize, dx: &mut [f32]) {
    for (dy, dx) in dy.chunks_exact(outputs).zip(dx.chunks_exact_mut(inputs)) {
        for (dx, w) in dx.iter_mut().zip(w.chunks_exact(outputs)) {
            *dx += dot(dy, w);
        }
    }
}

/// The inner product, summed in eight lanes.
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0f32; 8];
    let (mut left, mut right) = (a.chunks_exact(8), b.chunks_exact(8));
    for (a, b) in (&mut left).zip(&mut right) {
        for ((lane, a), b) in lanes.iter_mut().zip(a).zip(b) {
            *lane += a * b;
        }
    }
    let rest: f32 = left.remainder().iter().zip(right.remainder()).map(|(a, b)| a * b).sum();
    ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) + ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7])) + rest
}
