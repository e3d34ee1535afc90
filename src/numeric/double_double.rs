//! Numbers to twice the digits of f64.

use std::ops::{Add, Div, Mul, Sub};

/// A number to about 32 digits: the f64 that is nearest to it, and the rest (Dekker 1971). Its range is that of f64.
///
/// WebAssembly has no fused multiplication, on which the crates for such numbers rest.
///
/// ```
/// # use downhill::numeric::double_double::DoubleDouble;
/// let third = DoubleDouble::from(1.0) / DoubleDouble::from(3.0);
/// assert_eq!(third.nearest(), 1.0 / 3.0);
/// assert!((third.rest() - 1.850371707708594e-17).abs() < 1e-31);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DoubleDouble {
    nearest: f64,
    rest: f64,
}

impl DoubleDouble {
    /// The number 0.
    pub const ZERO: Self = Self { nearest: 0.0, rest: 0.0 };

    /// The number with this nearest f64 and this rest. Returns `None` if they are not the two parts of a number.
    pub fn from_parts(nearest: f64, rest: f64) -> Option<Self> {
        (nearest + rest == nearest).then_some(Self { nearest, rest })
    }

    /// The exact sum of two numbers.
    #[inline(never)]
    pub fn sum(a: f64, b: f64) -> Self {
        let nearest = a + b;
        let of_b = nearest - a;
        Self { nearest, rest: (a - (nearest - of_b)) + (b - of_b) }
    }

    /// The exact product of two numbers; beyond 10²⁹⁹ the nearest f64.
    #[inline(never)]
    pub fn product(a: f64, b: f64) -> Self {
        let nearest = a * b;
        let ((a_high, a_low), (b_high, b_low)) = (halves(a), halves(b));
        let rest =
            a_low * b_low - (((nearest - a_high * b_high) - a_low * b_high) - a_high * b_low);
        Self { nearest, rest: if rest.is_finite() { rest } else { 0.0 } }
    }

    /// The f64 that is nearest to it.
    pub fn nearest(self) -> f64 {
        self.nearest
    }

    /// The rest that the nearest f64 leaves: at most half a unit in its last place.
    pub fn rest(self) -> f64 {
        self.rest
    }

    /// The number with a rest that may be too great added.
    fn plus_rest(self, rest: f64) -> Self {
        let rest = self.rest + rest;
        let nearest = self.nearest + rest;
        Self { nearest, rest: rest - (nearest - self.nearest) }
    }
}

/// A number as the sum of two with half as many digits, whose products are exact (Veltkamp 1968).
fn halves(value: f64) -> (f64, f64) {
    const SPLITTER: f64 = 134_217_729.0;
    let scaled = SPLITTER * value;
    let high = scaled - (scaled - value);
    (high, value - high)
}

impl From<f64> for DoubleDouble {
    fn from(value: f64) -> Self {
        Self { nearest: value, rest: 0.0 }
    }
}

impl Add for DoubleDouble {
    type Output = Self;

    #[inline(never)]
    fn add(self, other: Self) -> Self {
        let rests = Self::sum(self.rest, other.rest);
        let sum = Self::sum(self.nearest, other.nearest).plus_rest(rests.nearest);
        sum.plus_rest(rests.rest)
    }
}

impl Sub for DoubleDouble {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + Self { nearest: -other.nearest, rest: -other.rest }
    }
}

impl Mul for DoubleDouble {
    type Output = Self;

    #[inline(never)]
    fn mul(self, other: Self) -> Self {
        let rest = self.nearest * other.rest + self.rest * other.nearest;
        Self::product(self.nearest, other.nearest).plus_rest(rest)
    }
}

impl Div for DoubleDouble {
    type Output = Self;

    #[inline(never)]
    fn div(self, other: Self) -> Self {
        let quotient = Self::from(self.nearest / other.nearest);
        quotient.plus_rest((self - quotient * other).nearest / other.nearest)
    }
}

#[cfg(test)]
mod tests {
    use num_rational::BigRational;
    use num_traits::{Signed, ToPrimitive, Zero};
    use proptest::prelude::*;

    use super::*;

    fn exact(number: DoubleDouble) -> BigRational {
        let part = |part| BigRational::from_float(part).expect("a finite number");
        part(number.nearest) + part(number.rest)
    }

    /// Whether a number is the exact one to 31 digits of `scale`.
    fn agrees(number: DoubleDouble, exactly: &BigRational, scale: &BigRational) -> bool {
        let error = (exact(number) - exactly).abs();
        let is_close = error.is_zero() || (error / scale.abs()).to_f64().is_some_and(|e| e < 1e-31);
        is_close && number.nearest + number.rest == number.nearest
    }

    fn number() -> impl Strategy<Value = DoubleDouble> {
        (-1e9..1e9_f64, -1.0..1.0_f64).prop_map(|(a, b)| DoubleDouble::sum(a, b * a * f64::EPSILON))
    }

    proptest! {
        #[test]
        fn arithmetic_has_31_digits(a in number(), b in number()) {
            let (left, right) = (exact(a), exact(b));
            prop_assert!(agrees(a + b, &(&left + &right), &(&left + &right)));
            prop_assert!(agrees(a - b, &(&left - &right), &(&left - &right)));
            prop_assert!(agrees(a * b, &(&left * &right), &(&left * &right)));
            prop_assume!(!right.is_zero());
            prop_assert!(agrees(a / b, &(&left / &right), &(&left / &right)));
        }

        #[test]
        fn sums_and_products_of_two_numbers_are_exact(a in -1e99..1e99_f64, b in -1e-9..1e-9_f64) {
            let (left, right) = (exact(a.into()), exact(b.into()));
            prop_assert_eq!(exact(DoubleDouble::sum(a, b)), &left + &right);
            prop_assert_eq!(exact(DoubleDouble::product(a, b)), left * right);
        }
    }

    #[test]
    fn what_leaves_the_range_of_f64_is_not_finite_and_what_nearly_does_is_no_nan() {
        assert_eq!(DoubleDouble::product(1e301, 2.0), DoubleDouble::from(2e301));
        assert!(!DoubleDouble::product(1e301, 1e301).nearest.is_finite());
        assert!(!(DoubleDouble::from(1.5e308) + DoubleDouble::from(1.5e308)).nearest.is_finite());
    }

    #[test]
    fn parts_that_overlap_are_no_number() {
        assert_eq!(DoubleDouble::from_parts(1.0, 1e-17).map(DoubleDouble::rest), Some(1e-17));
        for rest in [1e-15, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(DoubleDouble::from_parts(1.0, rest), None, "{rest}");
        }
    }
}
