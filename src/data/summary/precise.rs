//! A number that a summary holds: as f64, and with all the digits that it has.

use crate::numeric::double_double::DoubleDouble;

/// A mean or a sum as the f64 that the descent works with, and what that leaves of it, to twice the digits of f64.
/// So the mean of numbers near 10¹² has 32 digits of their spread as well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Precise {
    rounded: f64,
    rest: DoubleDouble,
}

impl Precise {
    pub const ZERO: Self = Self { rounded: 0.0, rest: DoubleDouble::ZERO };

    /// The number with this f64 and this rest.
    pub fn new(rounded: f64, rest: DoubleDouble) -> Self {
        Self { rounded, rest }
    }

    /// The f64 that the descent works with, which is nearest to it or nearly so.
    pub fn rounded(self) -> f64 {
        self.rounded
    }

    /// The rest beyond that.
    pub fn rest(self) -> DoubleDouble {
        self.rest
    }

    /// The number to twice the digits of f64.
    pub fn value(self) -> DoubleDouble {
        self.rest + self.rounded.into()
    }

    /// The number and another one, as the nearest f64 and what that leaves.
    pub fn plus(self, other: DoubleDouble) -> Self {
        let rest = self.rest + other;
        let sum = DoubleDouble::sum(self.rounded, rest.nearest());
        Self { rounded: sum.nearest(), rest: DoubleDouble::sum(sum.rest(), rest.rest()) }
    }

    /// The number less another one, to twice the digits of the difference.
    pub fn minus(self, other: Self) -> DoubleDouble {
        DoubleDouble::sum(self.rounded, -other.rounded) + (self.rest - other.rest)
    }

    /// This number less a factor times another one.
    pub fn minus_product(self, factor: DoubleDouble, other: Self) -> DoubleDouble {
        let rounded = DoubleDouble::from(self.rounded) - factor * other.rounded.into();
        rounded + (self.rest - factor * other.rest)
    }

    /// The same number with another f64 near it; without a rest where it was too large.
    pub fn with_rounded(self, rounded: f64) -> Self {
        let rest = self.rest + DoubleDouble::sum(self.rounded, -rounded);
        let is_finite = rest.nearest().is_finite() && rest.rest().is_finite();
        Self { rounded, rest: if is_finite { rest } else { DoubleDouble::ZERO } }
    }
}

impl From<f64> for Precise {
    fn from(rounded: f64) -> Self {
        Self { rounded, rest: DoubleDouble::ZERO }
    }
}

impl From<DoubleDouble> for Precise {
    fn from(value: DoubleDouble) -> Self {
        Self { rounded: value.nearest(), rest: value.rest().into() }
    }
}
