//! The numbers of an update of plain descent on squared error, in data units.

use crate::data::dataset::Dataset;
use crate::descent::objective::{Gradient, Objective, Problem};
use crate::numeric::line::Line;

/// The sums, the gradient and the update at one line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Workings {
    /// Σe, in units of y.
    pub sum_of_errors: f64,
    /// Σx·e, in units of x times units of y.
    pub sum_of_moments: f64,
    /// Σe², in squared units of y.
    pub sum_of_squares: f64,
    /// J = Σe²/n.
    pub cost: f64,
    /// ∂J/∂a = −2/n·Σx·e and ∂J/∂b = −2/n·Σe.
    pub gradient: Gradient,
    /// The line after an update: a − L·∂J/∂a and b − L·∂J/∂b.
    pub next: Line,
    /// J at that line.
    pub next_cost: f64,
}

impl Workings {
    /// The workings at a line, with a learning rate L.
    pub fn of(dataset: &Dataset, line: Line, rate: f64) -> Self {
        let objective = Objective::new(dataset, Problem::default());
        let n = dataset.summary().n() as f64;
        let gradient = objective.gradient(line);
        let next = Line::new(
            line.slope - rate * gradient.slope,
            line.intercept - rate * gradient.intercept,
        );
        let cost = objective.cost(line);
        Self {
            sum_of_errors: -0.5 * n * gradient.intercept,
            sum_of_moments: -0.5 * n * gradient.slope,
            sum_of_squares: n * cost,
            cost,
            gradient,
            next,
            next_cost: objective.cost(next),
        }
    }
}

/// One row's numbers in an update.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The explanatory variable.
    pub x: f64,
    /// The dependent variable.
    pub y: f64,
    /// ŷ = a·x + b.
    pub prediction: f64,
    /// e = y − ŷ.
    pub error: f64,
    /// Its share of the gradient: −2·x·e/n and −2·e/n.
    pub share: Gradient,
}

impl Row {
    /// The row at an index among the points at hand, its share of the gradient being 1/n, one row's. Returns
    /// `None` if there is no such point.
    pub fn of(dataset: &Dataset, line: Line, index: usize) -> Option<Self> {
        let (x, y) = dataset.points().get(index)?;
        let prediction = line.predict(x);
        let error = y - prediction;
        let intercept = -2.0 * error / dataset.summary().n() as f64;
        let share = Gradient { slope: x * intercept, intercept };
        Some(Self { x, y, prediction, error, share })
    }
}

/// The gradient of J by a and b in data units: by the chain rule, from that in the coordinates of the descent.
pub fn in_data_units(objective: &Objective, gradient: Gradient) -> Gradient {
    let coordinates = objective.coordinates();
    if coordinates.are_raw() {
        return gradient;
    }
    let ((unit_x, unit_y), (origin_x, _)) = (coordinates.unit(), coordinates.origin());
    let share = objective.unit() / unit_y;
    let intercept = gradient.intercept * share;
    Gradient { slope: gradient.slope * share * unit_x + origin_x * intercept, intercept }
}
