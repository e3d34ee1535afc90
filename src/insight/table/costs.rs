//! The costs of lines round the ball, and which way the cost falls.

use crate::data::summary::Summary;
use crate::descent::objective::{Cost, Gradient};
use crate::descent::trainer::Trainer;
use crate::insight::workings::in_data_units;
use crate::numeric::line::Line;

/// The number of slopes, and of intercepts.
pub const SIDE: usize = 7;

/// Costs at a grid of lines with the ball in its middle, in data units.
#[derive(Clone, Debug, PartialEq)]
pub struct CostGrid {
    /// Slopes, the least first.
    pub slopes: [f64; SIDE],
    /// Intercepts, the greatest first, as the map has them.
    pub intercepts: [f64; SIDE],
    /// J, a row for each intercept.
    pub costs: [[f64; SIDE]; SIDE],
    /// The gradient of J at the ball, in the parameters that are not held.
    pub gradient: Gradient,
}

impl CostGrid {
    /// The grid round the line of a run. It reaches about as far as the cost rises to twice its height above the least:
    /// the lower the ball, the finer the grid.
    pub fn round(run: &Trainer, data: &Summary) -> Self {
        let (objective, state) = (run.objective(), run.state());
        let step = steps(run, data);
        let places = std::array::from_fn::<f64, SIDE, _>(|place| place as f64 - (SIDE / 2) as f64);
        let slopes = places.map(|place| state.line.slope + place * step.slope);
        let intercepts = places.map(|place| state.line.intercept - place * step.intercept);
        let cost = |slope, intercept| {
            objective.cost(objective.coordinates().from_data(Line::new(slope, intercept)))
        };
        Self {
            slopes,
            intercepts,
            costs: intercepts.map(|intercept| slopes.map(|slope| cost(slope, intercept))),
            gradient: in_data_units(objective, state.gradient),
        }
    }
}

/// The distance of one slope, and of one intercept, from the next: 1, 2 or 5 times a power of ten.
fn steps(run: &Trainer, data: &Summary) -> Line {
    let height = height(run, data);
    // The second derivatives of squared error: J rises by half of them times the square of the way.
    let curvatures = [2.0 * (data.variance_x() + data.mean_x() * data.mean_x()), 2.0];
    let [slope, intercept] = curvatures.map(|curvature| {
        let way = (2.0 * height / curvature).sqrt() / (SIDE / 2) as f64;
        if way.is_normal() { round_up(way) } else { 1.0 }
    });
    Line::new(slope, intercept)
}

/// The height of the ball above the least, as squared error; at least a thousandth of the variance of y, so that there
/// is something to be seen round the bottom.
fn height(run: &Trainer, data: &Summary) -> f64 {
    let objective = run.objective();
    let excess = objective.unit() * run.excess(run.state().at);
    let squared = match objective.problem().cost {
        Cost::Squared | Cost::Huber(_) => excess,
        Cost::Absolute(_) => excess * excess,
        // It has no least.
        Cost::Signed(_) => run.state().cost * run.state().cost,
    };
    squared.max(1e-3 * data.variance_y())
}

/// The least of 1, 2 and 5 times a power of ten that is not less.
fn round_up(value: f64) -> f64 {
    let power = 10_f64.powf(value.log10().floor());
    let digit = [1.0, 2.0, 5.0].into_iter().find(|digit| digit * power >= value);
    digit.unwrap_or(10.0) * power
}
