//! What is minimised: a cost on a dataset, as a function of the line, in the coordinates that the
//! descent runs in.

mod cost;
pub mod exact;
mod passes;
mod search;
mod sketch;
mod sums;
mod two;

use std::borrow::Cow;
use std::sync::Arc;

pub use cost::{Cost, Threshold};
use passes::{Centred, Sums};
use sketch::Sketch;
use sums::SquaredSums;

use crate::data::dataset::{Dataset, Points};
use crate::data::summary::Hessian;
use crate::descent::scaling::{Coordinates, Scaling};
use crate::numeric::line::Line;

/// Which parameter the descent leaves alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Held {
    /// Both move.
    #[default]
    Neither,
    /// The slope stays where it is.
    Slope,
    /// The intercept stays where it is.
    Intercept,
}

/// What is minimised, and how it is seen: the same for all runs that share one surface.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Problem {
    /// How errors become one number.
    pub cost: Cost,
    /// The coordinates that the descent runs in.
    pub scaling: Scaling,
    /// What the descent leaves alone.
    pub held: Held,
}

/// (∂J/∂a, ∂J/∂b): it points uphill, a step goes the other way.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Gradient {
    /// ∂J/∂a, in units of the cost per unit of a; 0 when the slope is held.
    pub slope: f64,
    /// ∂J/∂b, in units of the cost per unit of b; 0 when the intercept is held.
    pub intercept: f64,
}

impl Gradient {
    /// What is left of it where a parameter is held.
    pub fn with(self, held: Held) -> Self {
        match held {
            Held::Neither => self,
            Held::Slope => Self { slope: 0.0, ..self },
            Held::Intercept => Self { intercept: 0.0, ..self },
        }
    }
}

/// A cost and its gradient at one line, in the coordinates of the descent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evaluation {
    /// The cost.
    pub value: f64,
    /// Its gradient, as if nothing was held.
    pub gradient: Gradient,
}

/// What one point has to do with the cost: the means over all points are the cost and its gradient.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// ŷ, in data units.
    pub prediction: f64,
    /// e = y − ŷ, in data units.
    pub error: f64,
    /// What it adds to the cost, in data units.
    pub cost: f64,
    /// What it adds to ∂J/∂a and ∂J/∂b.
    pub gradient: Gradient,
}

/// A problem on a dataset. Lines, values, gradients and curvatures are in the coordinates that the
/// descent runs in; [`Self::cost`] alone is in data units. Cheap to clone.
#[derive(Clone, Debug, PartialEq)]
pub struct Objective {
    problem: Problem,
    coordinates: Coordinates,
    sums: SquaredSums,
    dataset: Dataset,
    /// Where the cost needs the points.
    sketch: Option<Arc<Sketch>>,
    /// The line of least cost where nothing is held.
    best: Option<Line>,
    least: f64,
}

impl Objective {
    /// A problem on some data.
    pub fn new(dataset: &Dataset, problem: Problem) -> Self {
        let coordinates = Coordinates::of(problem.scaling, dataset.summary());
        let sums = SquaredSums::new(dataset, &coordinates);
        let sketch = problem.cost.needs_points().then(|| Arc::new(Sketch::of(dataset.points())));
        let (best, least) = (sums.best, sums.least);
        let dataset = dataset.clone();
        let mut objective = Self { problem, coordinates, sums, dataset, sketch, best, least };
        if problem.cost.is_signed() {
            objective.best = None;
            objective.least = f64::NEG_INFINITY;
        } else if problem.cost.needs_points() {
            objective.best = objective.exact_minimum(Held::Neither, Line::ZERO);
            // Where x has no spread any slope will do, at the best height.
            let level = || objective.exact_minimum(Held::Slope, Line::ZERO);
            let best = objective.best.or_else(level).unwrap_or_default();
            objective.least = objective.value(best);
        }
        objective
    }

    /// The line of least cost among those that a descent from `from` can reach, found from the
    /// points; none when many are equally good.
    fn exact_minimum(&self, held: Held, from: Line) -> Option<Line> {
        let (xs, ys) = self.scaled_columns();
        match self.problem.cost {
            Cost::Absolute => exact::least_absolute(&xs, &ys, held, from),
            Cost::Huber(threshold) => {
                let threshold = threshold.get() / self.coordinates.unit().1;
                exact::least_huber(&xs, &ys, threshold, held, from)
            }
            Cost::Squared | Cost::Signed => None,
        }
    }

    /// The points in the coordinates of the descent.
    fn scaled_columns(&self) -> (Cow<'_, [f64]>, Cow<'_, [f64]>) {
        if self.coordinates.are_raw() {
            return (self.points().xs().into(), self.points().ys().into());
        }
        let scaled = self.points().iter().map(|point| self.coordinates.scaled(point));
        let (xs, ys): (Vec<f64>, Vec<f64>) = scaled.unzip();
        (xs.into(), ys.into())
    }

    /// The problem.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The coordinates that the descent runs in.
    pub fn coordinates(&self) -> &Coordinates {
        &self.coordinates
    }

    /// The points that the cost is made of where sums do not tell it, and mini-batches always.
    pub fn points(&self) -> &Points {
        self.dataset.points()
    }

    /// The same cost as it is seen in other coordinates.
    pub fn seen_in(&self, coordinates: &Coordinates) -> Self {
        let seen = |at| coordinates.from_data(self.coordinates.to_data(at));
        let least = self.least * self.unit() / self.problem.cost.unit(coordinates.unit().1);
        Self {
            coordinates: *coordinates,
            sums: SquaredSums::new(&self.dataset, coordinates),
            best: self.best.map(seen),
            least,
            ..self.clone()
        }
    }

    /// Whether every look at the cost is a pass over the points.
    pub fn needs_points(&self) -> bool {
        self.problem.cost.needs_points()
    }

    /// How many units of J in data units one in the coordinates of the descent is.
    pub fn unit(&self) -> f64 {
        self.problem.cost.unit(self.coordinates.unit().1)
    }

    /// J at a line of the descent's coordinates, in data units.
    pub fn cost(&self, at: Line) -> f64 {
        self.unit() * self.value(at)
    }

    /// The cost at a line.
    pub fn value(&self, at: Line) -> f64 {
        match self.problem.cost {
            cost if cost.is_squared() => self.least + self.sums.excess(at),
            cost if cost.is_signed() => -self.sums.height(at),
            _ => self.pass(at).value,
        }
    }

    /// The gradient at a line, in the parameters that are not held.
    pub fn gradient(&self, at: Line) -> Gradient {
        self.full_gradient(at).with(self.problem.held)
    }

    /// The gradient at a line as if nothing was held.
    pub fn full_gradient(&self, at: Line) -> Gradient {
        self.evaluate(at).gradient
    }

    /// Cost and gradient at a line, in one pass where the points are needed.
    pub fn evaluate(&self, at: Line) -> Evaluation {
        match self.problem.cost {
            cost if cost.is_squared() => {
                Evaluation { value: self.value(at), gradient: self.sums.gradient(at) }
            }
            cost if cost.is_signed() => {
                let gradient = Gradient { slope: -self.sums.mean_x, intercept: -1.0 };
                Evaluation { value: self.value(at), gradient }
            }
            _ => self.pass(at),
        }
    }

    fn pass(&self, at: Line) -> Evaluation {
        self.evaluate_on(self.points().xs(), self.points().ys(), at)
    }

    /// Cost and gradient at a line over these points alone, which are in data units: their mean, as
    /// over a mini-batch.
    pub fn evaluate_on(&self, xs: &[f64], ys: &[f64], at: Line) -> Evaluation {
        let Sums { cost, pull, moment } =
            passes::over_all(self.problem.cost, xs, ys, &self.centred(at));
        let ((unit_x, unit_y), unit) = (self.coordinates.unit(), self.unit());
        let share = 1.0 / (xs.len() as f64 * unit);
        Evaluation {
            value: cost * share,
            gradient: Gradient {
                slope: -moment * share * (unit_y / unit_x),
                intercept: -pull * share * unit_y,
            },
        }
    }

    /// A line as the passes over the points see it.
    fn centred(&self, at: Line) -> Centred {
        let (unit_x, unit_y) = self.coordinates.unit();
        Centred {
            origin: self.coordinates.origin(),
            slope: at.slope * (unit_y / unit_x),
            height: at.intercept * unit_y,
        }
    }

    /// About the cost at a line, fast enough for every corner of a picture: exact, or from few points
    /// that stand for many.
    pub fn glance(&self, at: Line) -> f64 {
        match &self.sketch {
            Some(sketch) if self.needs_points() => {
                let cost = self.problem.cost;
                passes::weighted_cost(cost, sketch.points(), &self.centred(at)) / self.unit()
            }
            _ => self.value(at),
        }
    }

    /// How many numbers a glance looks at, at the most.
    pub fn glance_effort(&self) -> usize {
        match &self.sketch {
            Some(sketch) if self.needs_points() => sketch.points().len(),
            _ => 1,
        }
    }

    /// What one point, in data units, has to do with the cost at a line.
    pub fn contribution(&self, point: (f64, f64), at: Line) -> Contribution {
        let (x, y) = point;
        let prediction = self.coordinates.to_data(at).predict(x);
        let error = y - prediction;
        let (cost, pull) = passes::share(self.problem.cost, error);
        let (u, _) = self.coordinates.scaled(point);
        let intercept = -pull * (self.coordinates.unit().1 / self.unit());
        let gradient = Gradient { slope: intercept * u, intercept };
        Contribution { prediction, error, cost, gradient }
    }

    /// The steepest curvature among the lines that can be reached: λmax, or where a parameter is
    /// held the second derivative in the other one. Of squared error; Huber's is nowhere steeper.
    pub fn max_curvature(&self) -> f64 {
        let hessian = &self.sums.hessian;
        match self.problem.held {
            Held::Neither => hessian.max_eigenvalue(),
            Held::Slope => hessian.intercept,
            Held::Intercept => hessian.slope,
        }
    }

    /// The second derivatives of squared error, as if nothing was held.
    pub fn hessian(&self) -> &Hessian {
        &self.sums.hessian
    }

    /// The second derivatives of the cost at a line, as if nothing was held; none where it is made of
    /// planes.
    pub fn curvature(&self, at: Line) -> Option<Hessian> {
        match self.problem.cost {
            cost if cost.is_squared() => Some(self.sums.hessian),
            Cost::Squared | Cost::Absolute | Cost::Signed => None,
            Cost::Huber(threshold) => {
                let line = self.coordinates.to_data(at);
                let bent = |&(x, y): &(f64, f64)| (y - line.predict(x)).abs() <= threshold.get();
                let scaled = |point| self.coordinates.scaled(point).0;
                let xs = || self.points().iter().filter(bent).map(scaled);
                Hessian::of_part(xs, self.points().len())
            }
        }
    }

    /// What is left alone.
    pub fn held(&self) -> Held {
        self.problem.held
    }

    /// The least value that the cost takes at any line; −∞ where there is no least.
    pub fn least(&self) -> f64 {
        self.least
    }

    /// The line of least cost where nothing is held, in data units; none when many are equally good,
    /// or none is best.
    pub fn best_line(&self) -> Option<Line> {
        if self.problem.cost.is_squared() {
            return self.dataset.least_squares();
        }
        self.best.map(|best| self.coordinates.to_data(best))
    }

    /// The line of least cost among those that a descent from `from` can reach; none when many
    /// are equally good, or none is best.
    pub fn minimum(&self, from: Line) -> Option<Line> {
        let Problem { cost, held, .. } = self.problem;
        match held {
            _ if cost.is_signed() => None,
            Held::Neither => self.best,
            Held::Slope if cost.is_squared() => Some(self.sums.best_intercept_at(from)),
            Held::Intercept if cost.is_squared() => self.sums.best_slope_at(from),
            _ => self.exact_minimum(held, from),
        }
    }

    /// How far the cost at a line is above the least, without the rounding of the least where sums
    /// tell it.
    pub fn excess(&self, at: Line) -> f64 {
        if self.problem.cost.is_squared() {
            self.sums.excess(at)
        } else {
            self.value(at) - self.least
        }
    }

    /// About the excess at a line, fast enough for every corner of a picture.
    pub fn glance_excess(&self, at: Line) -> f64 {
        if self.problem.cost.is_squared() {
            self.sums.excess(at)
        } else {
            self.glance(at) - self.least
        }
    }
}
