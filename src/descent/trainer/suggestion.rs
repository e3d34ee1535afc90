//! A learning rate worth a first try, for any rule, cost and scaling.

use super::run::Trainer;
use crate::descent::batch::Batch;
use crate::descent::objective::{Cost, Held};
use crate::descent::optimizer::Stride;
use crate::numeric::line::Line;
use crate::numeric::notation;
use crate::numeric::range::Range;

/// The share of the largest stable rate that is suggested.
const SAFE: f64 = 0.8;

impl Trainer {
    /// A rate worth a first try: a round one with which the run comes down in epochs that can be watched,
    /// and does not diverge.
    pub fn suggested_rate(&self) -> f64 {
        let rate = match self.settings().optimizer.stride() {
            Stride::Curvature => 1.0,
            Stride::Rate { steps } => paced(self, steps),
            Stride::Gradient(_) => stable(self),
        };
        let rate = notation::floor(rate, 1);
        if rate > 0.0 && rate.is_finite() { rate } else { 1e-4 }
    }

    /// The rate that the slider has at its landmark: the largest stable one, or where that is not
    /// known, somewhat more than the suggested one.
    pub fn landmark_rate(&self) -> f64 {
        self.largest_stable_rate().unwrap_or_else(|| self.suggested_rate() / SAFE)
    }
}

/// The rate for rules that move by about L along each parameter: the longer way in so many steps.
fn paced(run: &Trainer, steps: f64) -> f64 {
    let (from, to) = (run.start(), run.minimum().unwrap_or(Line::new(1.0, 1.0)));
    let way = (to.slope - from.slope).abs().max((to.intercept - from.intercept).abs());
    (if way > 0.0 { way } else { to.slope.abs().max(to.intercept.abs()).max(1.0) }) / steps
}

/// The rate for rules whose steps are proportional to the gradient.
fn stable(run: &Trainer) -> f64 {
    let (objective, optimizer) = (run.objective(), run.settings().optimizer);
    let curvature = objective.max_curvature();
    // Momentum bears more, but then swings all the way.
    let limit = |curvature: f64| {
        optimizer.largest_stable_rate(curvature).map_or(0.0, |limit| limit.min(2.0 / curvature))
    };
    match (objective.problem().cost, run.settings().batch) {
        (Cost::Squared | Cost::Huber(_), Batch::Full) => SAFE * limit(curvature),
        (Cost::Squared | Cost::Huber(_), Batch::Rows { size, .. }) => {
            // One row may be far more curved than their mean; in larger batches it counts for less.
            let steepest = objective.points().iter().map(|point| {
                let (u, _) = objective.coordinates().scaled(point);
                match objective.held() {
                    Held::Neither => 2.0 * (1.0 + u * u),
                    Held::Slope => 2.0,
                    Held::Intercept => 2.0 * u * u,
                }
            });
            let steepest = steepest.fold(curvature, f64::max);
            let batch = curvature + (steepest - curvature) / size.get() as f64;
            // Half of it, so that what the batches differ by does not throw the line about.
            0.25 * SAFE * limit(batch)
        }
        (Cost::Absolute(_) | Cost::Signed(_), _) => {
            // Steps have about the same length everywhere: let one move the line, where the points
            // are, by a hundredth of their height.
            let heights = objective.points().ys().iter();
            let heights = heights.fold(Range::EMPTY, |range, &y| range.including(y));
            let moves = 0.01 * heights.span() / objective.coordinates().unit().1;
            (if moves > 0.0 { moves } else { 1.0 }) / (0.5 * curvature)
        }
    }
}
