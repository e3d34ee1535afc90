//! The objective: a cost on a dataset, as a function of the line, in the coordinates that the
//! descent runs in.
//!
//! ```
//! use downhill::data::dataset::Dataset;
//! use downhill::descent::objective::{Objective, Problem};
//! use downhill::numeric::line::Line;
//!
//! let data = Dataset::from_columns(&[1.0, 2.0, 3.0], &[3.0, 5.0, 7.0])?;
//! let objective = Objective::new(&data, Problem::default());
//! assert_eq!(objective.best_line(), Some(Line::new(2.0, 1.0)));
//! assert_eq!(objective.cost(Line::new(2.0, 0.0)), 1.0);
//! assert_eq!(objective.gradient(Line::new(2.0, 0.0)).intercept, -2.0);
//! # Ok::<(), downhill::data::dataset::DatasetError>(())
//! ```

mod cost;
pub mod exact;
mod f64x2;
mod gradient;
mod passes;
mod points;
mod problem;
mod search;
mod sketch;
mod sums;

pub use cost::{Cost, Threshold};
pub use gradient::{Contribution, Evaluation, Gradient};
pub use problem::{Held, Problem};

use points::PointsCost;
use sums::SquaredSums;

use std::borrow::Cow;

use crate::data::dataset::{Dataset, Points};
use crate::data::hessian::Hessian;
use crate::descent::scaling::Coordinates;
use crate::edition::FullPackage;
use crate::numeric::line::Line;
use passes::{CentredLine, PassSums};

/// A problem on a dataset. Lines, values, gradients and curvatures are in the coordinates that the
/// descent runs in; [`Self::cost`] alone is in data units. Cheap to clone.
#[derive(Clone, Debug, PartialEq)]
pub struct Objective {
    problem: Problem,
    coordinates: Coordinates,
    dataset: Dataset,
    sums: SquaredSums,
    form: Form,
    /// The line of least cost where nothing is held.
    best: Option<Line>,
    least: f64,
}

/// Form of the cost as a function of the line.
#[derive(Clone, Debug, PartialEq)]
enum Form {
    /// A parabola, told by the sums: squared error.
    Quadratic,
    /// A plane, told by the sums: signed error.
    Plane(FullPackage),
    /// A mean of losses, told by no less than the points: absolute and Huber's.
    Points(PointsCost),
}

impl Objective {
    /// A problem on some data.
    pub fn new(dataset: &Dataset, problem: Problem) -> Self {
        let coordinates = Coordinates::of(problem.scaling, dataset.summary());
        let sums = SquaredSums::new(dataset, &coordinates);
        let points = || dataset.points();
        let form = match problem.cost {
            Cost::Squared => Form::Quadratic,
            Cost::Signed(full) => Form::Plane(full),
            Cost::Absolute(full) => Form::Points(PointsCost::absolute(full, points())),
            Cost::Huber(threshold) => Form::Points(PointsCost::huber(threshold, points())),
        };
        let (best, least) = (sums.best, sums.least);
        let dataset = dataset.clone();
        let mut objective = Self { problem, coordinates, dataset, sums, form, best, least };
        match &objective.form {
            Form::Quadratic => {}
            Form::Plane(_) => (objective.best, objective.least) = (None, f64::NEG_INFINITY),
            Form::Points(cost) => {
                let minimum =
                    |held| cost.minimum(objective.points(), &coordinates, held, Line::ZERO);
                let best = minimum(Held::Neither);
                // Where x has no spread any slope will do, at the best height.
                let at = best.or_else(|| minimum(Held::Slope)).unwrap_or_default();
                (objective.best, objective.least) = (best, objective.least_at(at));
            }
        }
        objective
    }

    /// The problem.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The coordinates that the descent runs in.
    pub fn coordinates(&self) -> &Coordinates {
        &self.coordinates
    }

    /// The points, of which mini-batches are made, and the cost where sums do not tell it.
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

    /// The cost as it is seen in other coordinates; itself where it is seen in its own.
    pub fn shown_in(&self, coordinates: &Coordinates) -> Cow<'_, Self> {
        match *coordinates == self.coordinates {
            true => Cow::Borrowed(self),
            false => Cow::Owned(self.seen_in(coordinates)),
        }
    }

    /// Whether every evaluation is a pass over the points.
    pub fn needs_points(&self) -> bool {
        matches!(self.form, Form::Points(_))
    }

    /// Whether the cost has a least value.
    pub fn has_least(&self) -> bool {
        !matches!(self.form, Form::Plane(_))
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
        match self.form {
            Form::Quadratic => self.least + self.sums.excess(at),
            Form::Plane(_) => -self.sums.height(at),
            Form::Points(_) => self.pass(at).value,
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
        let gradient = match self.form {
            Form::Quadratic => self.sums.gradient(at),
            Form::Plane(_) => Gradient { slope: -self.sums.mean_x, intercept: -1.0 },
            Form::Points(_) => return self.pass(at),
        };
        Evaluation { value: self.value(at), gradient }
    }

    fn pass(&self, at: Line) -> Evaluation {
        self.evaluate_on(self.points().xs(), self.points().ys(), at)
    }

    /// Cost and gradient at a line over these points alone, which are in data units: their mean, as
    /// over a mini-batch.
    pub fn evaluate_on(&self, xs: &[f64], ys: &[f64], at: Line) -> Evaluation {
        let PassSums { cost, pull, moment } =
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
    fn centred(&self, at: Line) -> CentredLine {
        let (unit_x, unit_y) = self.coordinates.unit();
        CentredLine {
            origin: self.coordinates.origin(),
            slope: at.slope * (unit_y / unit_x),
            height: at.intercept * unit_y,
        }
    }

    /// The approximate cost at a line, fast enough for every corner of a picture: exact where sums tell it,
    /// else from few points that stand for many.
    pub fn approximate_value(&self, at: Line) -> f64 {
        match &self.form {
            Form::Quadratic | Form::Plane(_) => self.value(at),
            Form::Points(cost) => {
                let points = cost.sketch().points();
                passes::weighted_cost(self.problem.cost, points, &self.centred(at)) / self.unit()
            }
        }
    }

    /// How many numbers an approximate value takes.
    pub fn approximation_effort(&self) -> usize {
        match &self.form {
            Form::Quadratic | Form::Plane(_) => 1,
            Form::Points(cost) => cost.sketch().points().len(),
        }
    }

    /// The contribution of one point, in data units, to the cost at a line.
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

    /// The second derivatives of the cost at a line, as if nothing was held. Returns `None` where the cost
    /// is made of planes.
    pub fn curvature(&self, at: Line) -> Option<Hessian> {
        match &self.form {
            Form::Quadratic => Some(self.sums.hessian),
            Form::Plane(_) => None,
            Form::Points(cost) => cost.curvature(self.points(), &self.coordinates, at),
        }
    }

    /// Squared error of the best level line: the variance of y, in the coordinates of the descent.
    pub fn level_cost(&self) -> f64 {
        let unit = self.coordinates.unit().1;
        self.dataset.summary().variance_y() / (unit * unit)
    }

    /// The mean of y², measured from where y is 0 in data units, and in squared units of the descent's coordinates:
    /// what errors are rounded by is a share of its root.
    pub fn second_moment(&self) -> f64 {
        let unit = self.coordinates.unit().1;
        self.dataset.summary().second_moment_y() / (unit * unit)
    }

    /// The parameter that is held.
    pub fn held(&self) -> Held {
        self.problem.held
    }

    /// The least value that the cost takes at any line; −∞ where there is no least.
    pub fn least(&self) -> f64 {
        self.least
    }

    /// The value at the lowest line that can be reached, which is 0 where rounding alone may have left it: then all
    /// points lie on that line.
    pub fn least_at(&self, lowest: Line) -> f64 {
        let cost = self.cost(lowest);
        // The square of a mean of |e| is at most the mean of e², and Huber's cost is at most that too.
        let mean_square = match self.problem.cost {
            Cost::Squared | Cost::Huber(_) => cost,
            Cost::Absolute(_) => cost * cost,
            Cost::Signed(_) => return self.value(lowest),
        };
        let summary = self.dataset.summary();
        if summary.beyond_rounding(mean_square * summary.n() as f64) == 0.0 {
            0.0
        } else {
            self.value(lowest)
        }
    }

    /// The line of least cost where nothing is held, in data units. Returns `None` if many are equally
    /// good, or none is best.
    pub fn best_line(&self) -> Option<Line> {
        match self.form {
            Form::Quadratic => self.dataset.least_squares(),
            Form::Plane(_) | Form::Points(_) => {
                self.best.map(|best| self.coordinates.to_data(best))
            }
        }
    }

    /// The line of least cost among those that a descent from `from` can reach. Returns `None` if many are
    /// equally good, or none is best.
    pub fn minimum(&self, from: Line) -> Option<Line> {
        match (&self.form, self.problem.held) {
            (_, Held::Neither) => self.best,
            (Form::Quadratic, Held::Slope) => Some(self.sums.best_intercept_at(from)),
            (Form::Quadratic, Held::Intercept) => self.sums.best_slope_at(from),
            (Form::Plane(_), _) => None,
            (Form::Points(cost), held) => {
                cost.minimum(self.points(), &self.coordinates, held, from)
            }
        }
    }

    /// How far the cost at a line is above the least, without the rounding of the least where sums
    /// tell it.
    pub fn excess(&self, at: Line) -> f64 {
        match self.form {
            Form::Quadratic => self.sums.excess(at),
            Form::Plane(_) | Form::Points(_) => self.value(at) - self.least,
        }
    }

    /// How far the cost at a line is above `minimum`, the least that can be reached with a parameter held,
    /// whose value `least` gives; without its rounding where sums tell it.
    pub fn excess_over(&self, minimum: Option<Line>, least: impl FnOnce() -> f64, at: Line) -> f64 {
        let parabola = |away: f64| 0.5 * self.max_curvature() * away * away;
        match (&self.form, self.problem.held, minimum) {
            (_, Held::Neither, _) | (Form::Quadratic, _, None) => self.excess(at),
            (Form::Quadratic, Held::Slope, Some(minimum)) => {
                parabola(at.intercept - minimum.intercept)
            }
            (Form::Quadratic, Held::Intercept, Some(minimum)) => parabola(at.slope - minimum.slope),
            (Form::Plane(_) | Form::Points(_), ..) => self.value(at) - least(),
        }
    }

    /// The approximate excess at a line, fast enough for every corner of a picture.
    pub fn approximate_excess(&self, at: Line) -> f64 {
        match self.form {
            Form::Quadratic => self.sums.excess(at),
            Form::Plane(_) | Form::Points(_) => self.approximate_value(at) - self.least,
        }
    }
}
