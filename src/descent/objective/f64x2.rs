//! A pair of f64 that one instruction computes with, where the target has vectors.
//!
//! Left to itself, the compiler vectorises few of the loops over points: in most it pairs numbers that do
//! not belong together, and a clamp it leaves apart. Named pairs make them two to four times as fast.

use std::ops::{Add, Mul, Sub};

#[cfg(not(target_feature = "simd128"))]
use plain as pair;
#[cfg(target_feature = "simd128")]
use simd as pair;

/// F64x2 numbers, side by side.
#[derive(Clone, Copy, Debug)]
pub(super) struct F64x2(pair::Pair);

impl F64x2 {
    /// The same number in both lanes.
    #[inline(always)]
    pub fn splat(number: f64) -> Self {
        Self::from([number; 2])
    }

    /// The number in the first lane.
    #[inline(always)]
    pub fn first(self) -> f64 {
        pair::numbers(self.0)[0]
    }

    /// The sum of both lanes.
    #[inline(always)]
    pub fn sum(self) -> f64 {
        let [first, second] = pair::numbers(self.0);
        first + second
    }

    /// The absolute values.
    #[inline(always)]
    pub fn abs(self) -> Self {
        Self(pair::abs(self.0))
    }

    /// The values clamped to −`limit` to `limit`.
    #[inline(always)]
    pub fn clamp(self, limit: f64) -> Self {
        let below = pair::min(self.0, Self::splat(limit).0);
        Self(pair::max(below, Self::splat(-limit).0))
    }

    /// Half the sign: ½ where above 0, −½ where below, and else 0.
    #[inline(always)]
    pub fn half_sign(self) -> Self {
        let (zero, half) = (Self::splat(0.0).0, Self::splat(0.5).0);
        Self(pair::where_greater(self.0, zero, half))
            - Self(pair::where_greater(zero, self.0, half))
    }
}

impl From<[f64; 2]> for F64x2 {
    #[inline(always)]
    fn from(numbers: [f64; 2]) -> Self {
        Self(pair::of(numbers))
    }
}

impl Add for F64x2 {
    type Output = Self;

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self(pair::add(self.0, other.0))
    }
}

impl Sub for F64x2 {
    type Output = Self;

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        Self(pair::sub(self.0, other.0))
    }
}

impl Mul for F64x2 {
    type Output = Self;

    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        Self(pair::mul(self.0, other.0))
    }
}

/// WebAssembly's vectors.
#[cfg(target_feature = "simd128")]
mod simd {
    use std::arch::wasm32::{f64x2, f64x2_extract_lane, f64x2_gt, v128, v128_and};
    pub use std::arch::wasm32::{
        f64x2_abs as abs, f64x2_add as add, f64x2_mul as mul, f64x2_pmax as max, f64x2_pmin as min,
        f64x2_sub as sub,
    };

    pub type Pair = v128;

    #[inline(always)]
    pub fn of([first, second]: [f64; 2]) -> Pair {
        f64x2(first, second)
    }

    #[inline(always)]
    pub fn numbers(a: Pair) -> [f64; 2] {
        [f64x2_extract_lane::<0>(a), f64x2_extract_lane::<1>(a)]
    }

    /// c where a > b, else 0.
    #[inline(always)]
    pub fn where_greater(a: Pair, b: Pair, c: Pair) -> Pair {
        v128_and(f64x2_gt(a, b), c)
    }
}

/// The same to the last bit, for targets without.
#[cfg(not(target_feature = "simd128"))]
mod plain {
    pub type Pair = [f64; 2];

    pub fn of(numbers: [f64; 2]) -> Pair {
        numbers
    }

    pub fn numbers(a: Pair) -> [f64; 2] {
        a
    }

    pub fn abs(a: Pair) -> Pair {
        a.map(f64::abs)
    }

    pub fn add([a, b]: Pair, [c, d]: Pair) -> Pair {
        [a + c, b + d]
    }

    pub fn sub([a, b]: Pair, [c, d]: Pair) -> Pair {
        [a - c, b - d]
    }

    pub fn mul([a, b]: Pair, [c, d]: Pair) -> Pair {
        [a * c, b * d]
    }

    // Of a NaN these two make what `f64x2.pmin` and `f64x2.pmax` make of it.
    pub fn min([a, b]: Pair, [c, d]: Pair) -> Pair {
        [if c < a { c } else { a }, if d < b { d } else { b }]
    }

    pub fn max([a, b]: Pair, [c, d]: Pair) -> Pair {
        [if a < c { c } else { a }, if b < d { d } else { b }]
    }

    /// c where a > b, else 0.
    pub fn where_greater([a, b]: Pair, [c, d]: Pair, [e, f]: Pair) -> Pair {
        [if a > c { e } else { 0.0 }, if b > d { f } else { 0.0 }]
    }
}

#[cfg(test)]
mod tests {
    use super::plain::{max, min, where_greater};

    /// Which of two zeros it is.
    fn signs(zeros: [f64; 2]) -> [bool; 2] {
        zeros.map(f64::is_sign_negative)
    }

    #[test]
    fn of_equal_numbers_the_first_is_the_least_and_the_greatest_as_in_webassembly() {
        let (above, below) = ([0.0; 2], [-0.0; 2]);
        assert_eq!((signs(min(above, below)), signs(min(below, above))), ([false; 2], [true; 2]));
        assert_eq!((signs(max(above, below)), signs(max(below, above))), ([false; 2], [true; 2]));
    }

    #[test]
    fn a_number_is_not_greater_than_itself() {
        assert_eq!(where_greater([1.0, 2.0], [1.0, 1.0], [0.5; 2]), [0.0, 0.5]);
        assert_eq!(where_greater([2.0, 1.0], [1.0, 1.0], [0.5; 2]), [0.5, 0.0]);
    }
}
