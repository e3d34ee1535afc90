//! Mean squared error by its sums: an evaluation takes nanoseconds, however many rows there are.

use super::gradient::Gradient;
use crate::data::dataset::Dataset;
use crate::data::hessian::Hessian;
use crate::descent::scaling::Coordinates;
use crate::numeric::line::Line;

/// The sums of squared error, in the coordinates of the descent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct SquaredSums {
    pub mean_x: f64,
    pub mean_y: f64,
    variance_x: f64,
    /// Sxy/Sxx as f64, or 0 where x has no spread and the term that it is in vanishes.
    best_slope: f64,
    pub best: Option<Line>,
    pub least: f64,
    pub hessian: Hessian,
}

impl SquaredSums {
    pub fn new(dataset: &Dataset, coordinates: &Coordinates) -> Self {
        let summary = dataset.summary();
        let (unit_x, unit_y) = coordinates.unit();
        let (mean_x, mean_y) = coordinates.scaled((summary.mean_x(), summary.mean_y()));
        let variance_x = summary.variance_x() / (unit_x * unit_x);
        let has_spread = summary.has_spread();
        let slope = if has_spread { summary.sxy() / summary.sxx() } else { 0.0 };
        let best_slope = slope * (unit_x / unit_y);
        let best = match coordinates.are_raw() {
            // It has digits that x̄ and ȳ have lost.
            true => summary.least_squares(),
            false => has_spread.then(|| Line::new(best_slope, mean_y - best_slope * mean_x)),
        };
        Self {
            mean_x,
            mean_y,
            variance_x,
            best_slope,
            best,
            least: dataset.least_cost() / (unit_y * unit_y),
            hessian: Hessian::new(mean_x, variance_x),
        }
    }

    /// The line through `at`'s intercept with the best slope: where ∂J/∂a = 0.
    pub fn best_slope_at(&self, at: Line) -> Option<Line> {
        let below = self.mean_y - at.intercept;
        let slope = (self.variance_x * self.best_slope + below * self.mean_x)
            / (self.variance_x + self.mean_x * self.mean_x);
        slope.is_finite().then_some(Line { slope, ..at })
    }

    /// The line of `at`'s slope through the middle of the data: where ∂J/∂b = 0.
    pub fn best_intercept_at(&self, at: Line) -> Line {
        Line { intercept: self.mean_y - at.slope * self.mean_x, ..at }
    }

    /// c = b + a·x̄ − ȳ, the height of the line above the middle of the data.
    pub fn height(&self, at: Line) -> f64 {
        at.predict(self.mean_x) - self.mean_y
    }

    pub fn excess(&self, at: Line) -> f64 {
        let (tilt, height) = (at.slope - self.best_slope, self.height(at));
        self.variance_x * tilt * tilt + height * height
    }

    pub fn gradient(&self, at: Line) -> Gradient {
        let height = self.height(at);
        Gradient {
            slope: 2.0 * (self.variance_x * (at.slope - self.best_slope) + height * self.mean_x),
            intercept: 2.0 * height,
        }
    }
}
