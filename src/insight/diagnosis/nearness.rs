//! Costs that count as near the least, and as 0.
//!
//! Everything that says "within 1 %" asks here: the forecast and its zones, the advice, the table of the race.

use crate::data::summary::Summary;
use crate::descent::trainer::{State, Trainer};
use crate::numeric::line::Line;

/// A cost within this share of the least counts as near it.
const NEAR: f64 = 0.01;
/// The same for errors, of the spread of y, where the least cost is 0 and has no share: errors are roots of costs.
const NEAR_SPREAD: f64 = NEAR * NEAR;
/// The share of the mean of y² below which a cost comes from the rounding of errors, a few units in the last place.
const ROUNDING: f64 = 64.0 * f64::EPSILON * f64::EPSILON;

/// How near the least cost a run has to come, in the coordinates of the descent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearness {
    excess: f64,
    /// Whether the least cost is more than rounding, so that its share is asked for.
    pub is_share_of_least: bool,
}

impl Nearness {
    /// The nearness asked of a run: within 1 % of the least cost, or where that is 0, errors within 1 % of the standard
    /// deviation of y. Where y has none, or the cost is not squared error, they are to be within 1 % of those at the
    /// start.
    pub fn of(run: &Trainer) -> Self {
        let least = run.least();
        if !is_rounding(run, least) {
            return Self { excess: NEAR * least, is_share_of_least: true };
        }
        let objective = run.objective();
        let spread = match objective.problem().cost.is_squared() {
            true => objective.level_cost(),
            false => 0.0,
        };
        let excess = match is_rounding(run, spread) {
            true => near_start(run),
            false => NEAR_SPREAD * spread,
        };
        Self { excess, is_share_of_least: false }
    }

    /// Whether a cost that is so far above the least is near it.
    pub fn holds(&self, excess: f64) -> bool {
        excess <= self.excess
    }

    /// How many times farther above the least a cost is than what counts as near: at most 1 if it is near.
    pub fn times(&self, excess: f64) -> f64 {
        let times = excess / self.excess;
        match self.holds(excess) {
            // Where rounding alone counts as near, that may be 0 by 0.
            true => times.clamp(0.0, 1.0).max(0.0),
            false if times.is_nan() => f64::INFINITY,
            false => times,
        }
    }

    /// The first checkpoint of a run up to now that is near the least cost. Returns `None` if there is none.
    pub fn arrival(run: &Trainer) -> Option<u64> {
        let near = Self::of(run);
        let arrived = |state: &State| near.holds(run.excess(state.at));
        run.trace().find(arrived).map(|state| state.epoch)
    }
}

/// The excess where the errors of the start are down to a hundredth, on the way to the least cost.
fn near_start(run: &Trainer) -> f64 {
    let start = run.start();
    let Some(best) = run.minimum() else { return NEAR_SPREAD * run.excess(start) };
    let toward = |best: f64, start: f64| best + NEAR * (start - best);
    let slope = toward(best.slope, start.slope);
    run.excess(Line::new(slope, toward(best.intercept, start.intercept)))
}

/// A line whose slope or intercept is 0 where it changes no prediction by more than y is rounded by.
pub fn without_rounding(line: Line, data: &Summary) -> Line {
    let rounding = 4.0 * f64::EPSILON * data.second_moment_y().sqrt();
    let range = data.range_x();
    let farthest = range.min.abs().max(range.max.abs());
    let or_zero =
        |value: f64, reach: f64| if value.abs() * reach <= rounding { 0.0 } else { value };
    Line::new(or_zero(line.slope, farthest), or_zero(line.intercept, 1.0))
}

/// Whether a cost, in the coordinates of the descent, is 0 but for the rounding of errors.
pub fn is_rounding(run: &Trainer, cost: f64) -> bool {
    let objective = run.objective();
    let scale = match objective.problem().cost.is_squared() {
        true => ROUNDING * objective.second_moment(),
        false => 0.0,
    };
    cost.abs() <= scale
}
