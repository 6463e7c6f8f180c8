//! The curves between the layers, from plain arithmetic alone.
//!
//! No call into a mathematics library: the same bits on every machine, and loops over them turn
//! into vector instructions.

/// The hyperbolic tangent, to about seven digits.
#[inline(always)]
#[must_use]
pub fn tanh(x: f32) -> f32 {
    let x = x.clamp(-7.9, 7.9);
    let square = x * x;
    let above = -2.760_768_5e-16_f32;
    let above = above * square + 2.000_188e-13;
    let above = above * square - 8.604_672e-11;
    let above = above * square + 5.122_297e-8;
    let above = above * square + 1.485_722_4e-5;
    let above = above * square + 6.372_619e-4;
    let above = above * square + 4.893_524_6e-3;
    let below = 1.198_258_4e-6_f32;
    let below = below * square + 1.185_347e-4;
    let below = below * square + 2.268_434_6e-3;
    let below = below * square + 4.893_525e-3;
    x * above / below
}

/// The logistic function.
#[inline(always)]
#[must_use]
pub fn sigmoid(x: f32) -> f32 {
    0.5 + 0.5 * tanh(0.5 * x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_enough_to_the_real_curves() {
        for step in -1000..=1000 {
            let x = step as f32 / 50.0;
            assert!((tanh(x) - x.tanh()).abs() < 1e-5, "{x}");
            assert!((sigmoid(x) - 1.0 / (1.0 + (-x).exp())).abs() < 1e-5, "{x}");
        }
    }
}
