//! An interval of numbers.

/// The least and the greatest of some numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The least; +∞ if there are none.
    pub min: f64,
    /// The greatest; −∞ if there are none.
    pub max: f64,
}

impl Range {
    /// The range of no numbers.
    pub const EMPTY: Self = Self { min: f64::INFINITY, max: f64::NEG_INFINITY };

    /// The range from `min` to `max`.
    pub const fn new(min: f64, max: f64) -> Self {
        Self { min, max }
    }

    /// max − min, in the numbers' own units.
    pub fn span(self) -> f64 {
        self.max - self.min
    }

    /// The smallest range that holds both.
    pub fn union(self, other: Self) -> Self {
        Self { min: self.min.min(other.min), max: self.max.max(other.max) }
    }

    /// The smallest range that holds this one and `value`.
    pub fn including(self, value: f64) -> Self {
        // As `f64::min` and `f64::max` do, without the calls that WebAssembly makes of them.
        Self {
            min: if value < self.min { value } else { self.min },
            max: if value > self.max { value } else { self.max },
        }
    }

    /// Whether `value` lies in it, ends included.
    pub fn contains(self, value: f64) -> bool {
        self.min <= value && value <= self.max
    }
}
