//! What is minimised: a cost on a dataset, as a function of the line.

use crate::dataset::Dataset;
use crate::line::Line;
use crate::summary::Hessian;

/// How the errors of all points become one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cost {
    /// Mean squared error, (1/n)·Σe². No ½.
    #[default]
    Squared,
}

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

/// (∂J/∂a, ∂J/∂b): it points uphill, a step goes the other way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gradient {
    /// ∂J/∂a, in squared units of y per unit of a; 0 when the slope is held.
    pub slope: f64,
    /// ∂J/∂b, in squared units of y per unit of b; 0 when the intercept is held.
    pub intercept: f64,
}

/// What one point has to do with squared error: the means of `slope` and `intercept` over all
/// points are the gradient.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// ŷ.
    pub prediction: f64,
    /// e = y − ŷ.
    pub error: f64,
    /// −2·x·e, what it adds to ∂J/∂a.
    pub slope: f64,
    /// −2·e, what it adds to ∂J/∂b.
    pub intercept: f64,
}

impl Contribution {
    /// Of the point (x, y) at a line.
    pub fn of((x, y): (f64, f64), line: Line) -> Self {
        let prediction = line.predict(x);
        let error = y - prediction;
        Self { prediction, error, slope: -2.0 * x * error, intercept: -2.0 * error }
    }
}

/// A cost on a dataset. Copies the sums it needs, so that it outlives neither nor borrows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Objective {
    cost: Cost,
    held: Held,
    sums: SquaredSums,
}

impl Objective {
    /// `cost` on `dataset` with `held` left alone.
    pub fn new(dataset: &Dataset, cost: Cost, held: Held) -> Self {
        Self { cost, held, sums: SquaredSums::new(dataset) }
    }

    /// The cost J at a line.
    pub fn value(&self, at: Line) -> f64 {
        match self.cost {
            Cost::Squared => self.sums.value(at),
        }
    }

    /// The gradient at a line, in the parameters that are not held.
    pub fn gradient(&self, at: Line) -> Gradient {
        let full = self.full_gradient(at);
        match self.held {
            Held::Neither => full,
            Held::Slope => Gradient { slope: 0.0, ..full },
            Held::Intercept => Gradient { intercept: 0.0, ..full },
        }
    }

    /// The gradient at a line as if nothing was held.
    pub fn full_gradient(&self, at: Line) -> Gradient {
        match self.cost {
            Cost::Squared => self.sums.gradient(at),
        }
    }

    /// The steepest curvature among the lines that can be reached: λmax, or where a parameter is
    /// held the second derivative in the other one.
    pub fn max_curvature(&self) -> f64 {
        let hessian = self.hessian();
        match self.held {
            Held::Neither => hessian.max_eigenvalue(),
            Held::Slope => hessian.intercept,
            Held::Intercept => hessian.slope,
        }
    }

    /// The second derivatives of the cost where it has the same ones at every line, as if nothing
    /// was held.
    pub fn hessian(&self) -> &Hessian {
        match self.cost {
            Cost::Squared => &self.sums.hessian,
        }
    }

    /// What is left alone.
    pub fn held(&self) -> Held {
        self.held
    }

    /// The least value that the cost takes at any line.
    pub fn least(&self) -> f64 {
        match self.cost {
            Cost::Squared => self.sums.least,
        }
    }

    /// The line of least cost among those that a descent from `from` can reach; none when many
    /// are equally good.
    pub fn minimum(&self, from: Line) -> Option<Line> {
        match (self.cost, self.held) {
            (Cost::Squared, Held::Neither) => self.sums.best,
            (Cost::Squared, Held::Slope) => {
                Some(Line { intercept: self.sums.mean_y - from.slope * self.sums.mean_x, ..from })
            }
            (Cost::Squared, Held::Intercept) => self.sums.best_slope_at(from),
        }
    }

    /// How far the cost at a line is above the least, without the rounding of the least.
    pub fn excess(&self, at: Line) -> f64 {
        match self.cost {
            Cost::Squared => self.sums.excess(at),
        }
    }
}

/// Mean squared error in its short form: an epoch costs nanoseconds, however many rows there are.
#[derive(Clone, Copy, Debug, PartialEq)]
struct SquaredSums {
    mean_x: f64,
    mean_y: f64,
    variance_x: f64,
    /// Sxy/Sxx, or 0 where x has no spread and the term that it is in vanishes.
    best_slope: f64,
    best: Option<Line>,
    least: f64,
    hessian: Hessian,
}

impl SquaredSums {
    fn new(dataset: &Dataset) -> Self {
        let summary = dataset.summary();
        let best = summary.least_squares();
        Self {
            mean_x: summary.mean_x(),
            mean_y: summary.mean_y(),
            variance_x: summary.variance_x(),
            best_slope: best.map_or(0.0, |line| line.slope),
            best,
            least: dataset.least_cost(),
            hessian: summary.hessian(),
        }
    }

    /// The line through `at`'s intercept with the best slope: where ∂J/∂a = 0.
    fn best_slope_at(&self, at: Line) -> Option<Line> {
        let below = self.mean_y - at.intercept;
        let slope = (self.variance_x * self.best_slope + below * self.mean_x)
            / (self.variance_x + self.mean_x * self.mean_x);
        slope.is_finite().then_some(Line { slope, ..at })
    }

    /// c = b + a·x̄ − ȳ, how far the line passes above the middle of the data.
    fn height(&self, at: Line) -> f64 {
        at.predict(self.mean_x) - self.mean_y
    }

    fn excess(&self, at: Line) -> f64 {
        let (tilt, height) = (at.slope - self.best_slope, self.height(at));
        self.variance_x * tilt * tilt + height * height
    }

    fn value(&self, at: Line) -> f64 {
        self.least + self.excess(at)
    }

    fn gradient(&self, at: Line) -> Gradient {
        let height = self.height(at);
        Gradient {
            slope: 2.0 * (self.variance_x * (at.slope - self.best_slope) + height * self.mean_x),
            intercept: 2.0 * height,
        }
    }
}
