//! The line that a descent moves.

use serde::{Deserialize, Serialize};

/// The line ŷ = a·x + b, in the units of the data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// a: units of y per unit of x.
    pub slope: f64,
    /// b: units of y.
    pub intercept: f64,
}

impl Line {
    /// The line a = b = 0, where a descent starts by default.
    pub const ZERO: Self = Self::new(0.0, 0.0);

    /// The line with this slope and intercept.
    pub const fn new(slope: f64, intercept: f64) -> Self {
        Self { slope, intercept }
    }

    /// ŷ at x.
    ///
    /// ```
    /// # use downhill::numeric::line::Line;
    /// assert_eq!(Line::new(2.0, 1.0).predict(3.0), 7.0);
    /// ```
    pub fn predict(self, x: f64) -> f64 {
        self.slope * x + self.intercept
    }

    /// Whether both parameters are finite numbers.
    pub fn is_finite(self) -> bool {
        self.slope.is_finite() && self.intercept.is_finite()
    }
}
