//! The rows that a program had, and gradients over them with the rounding that they may have.

use crate::data::dataset::{Dataset, DatasetError};
use crate::descent::objective::{Objective, Problem};
use crate::descent::scaling::{Coordinates, Scaling};
use crate::numeric::line::Line;

/// Something for the slope and for the intercept.
pub(super) type Pair = [f64; 2];

/// A gradient that a program may have computed, and by how much rounding may have moved it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct GradientReading {
    pub gradient: Pair,
    pub tolerance: Pair,
}

impl GradientReading {
    /// The reading with either part multiplied.
    pub fn times(self, factors: Pair) -> Self {
        let times = |pair: Pair, of: fn(f64) -> f64| [0, 1].map(|i| pair[i] * of(factors[i]));
        Self {
            gradient: times(self.gradient, |factor| factor),
            tolerance: times(self.tolerance, f64::abs),
        }
    }
}

/// Source of a program's gradient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GradientSource {
    /// The errors of all rows.
    Errors,
    /// Their signs.
    Signs,
    /// Their absolute values.
    Sizes,
    /// Their squares.
    Squares,
    /// Errors of predictions a·x.
    WithoutIntercept,
    /// Errors of predictions b.
    WithoutSlope,
    /// The first row alone.
    FirstRow,
    /// The last row alone.
    LastRow,
    /// The last row alone, divided by n.
    LastRowInMean,
    /// The errors of all rows after x and y are cut to whole numbers.
    CutData,
}

impl GradientSource {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Errors,
        Self::Signs,
        Self::Sizes,
        Self::Squares,
        Self::WithoutIntercept,
        Self::WithoutSlope,
        Self::FirstRow,
        Self::LastRow,
        Self::LastRowInMean,
        Self::CutData,
    ];
}

/// Roundings, in units of the relative spacing of numbers, of a chain of a few operations.
const FEW: f64 = 32.0;

/// The rows that a program had, in the coordinates that it descends in.
pub(super) struct Rows {
    /// Squared error on them.
    pub objective: Objective,
    /// Squared error on the rows cut to whole numbers, if that changes them.
    cut: Option<Objective>,
    /// The program's coordinates, seen from the data's.
    coordinates: Coordinates,
    /// How much larger x and y were before an origin was taken away from them.
    origin: Pair,
    sizes: Sizes,
}

impl Rows {
    /// Rows in data units, seen in the coordinates of a scaling.
    pub fn new(xs: &[f64], ys: &[f64], scaling: Scaling) -> Result<Self, DatasetError> {
        let data = Dataset::from_columns(xs, ys)?;
        let coordinates = Coordinates::of(scaling, data.summary());
        if coordinates.are_raw() {
            return Ok(Self::in_coordinates(data, coordinates));
        }
        let (us, vs): (Vec<f64>, Vec<f64>) =
            data.points().iter().map(|point| coordinates.scaled(point)).unzip();
        Ok(Self::in_coordinates(Dataset::from_columns(&us, &vs)?, coordinates))
    }

    fn in_coordinates(rows: Dataset, coordinates: Coordinates) -> Self {
        let ((x0, y0), (unit_x, unit_y)) = (coordinates.origin(), coordinates.unit());
        let origin = [(x0 / unit_x).abs(), (y0 / unit_y).abs()];
        let points = rows.points();
        let cut = |column: &[f64]| column.iter().map(|value| value.trunc()).collect::<Vec<_>>();
        let (us, vs) = (cut(points.xs()), cut(points.ys()));
        let changes = us != points.xs() || vs != points.ys();
        let cut = changes
            .then(|| Dataset::from_columns(&us, &vs).ok())
            .flatten()
            .map(|dataset| Objective::new(&dataset, Problem::default()));
        let sizes = Sizes::of(points.iter(), origin);
        Self {
            objective: Objective::new(&rows, Problem::default()),
            cut,
            coordinates,
            origin,
            sizes,
        }
    }

    /// n.
    pub fn count(&self) -> f64 {
        self.objective.points().len() as f64
    }

    /// x̄.
    pub fn mean_x(&self) -> f64 {
        self.objective.hessian().mixed * 0.5
    }

    /// The coordinates, seen from the data's.
    pub fn coordinates(&self) -> &Coordinates {
        &self.coordinates
    }

    /// The relative error of a sum over all rows, whichever way they are added (Higham 2002, section 4.2), and of
    /// a few operations more.
    pub fn rounding(&self) -> f64 {
        (self.count() + FEW) * f64::EPSILON
    }

    /// How far rounding may have moved a line of the data that is given in these coordinates.
    pub fn rounding_of(&self, at: Line) -> Pair {
        if self.coordinates.are_raw() {
            return [at.slope, at.intercept].map(|value| 2.0 * f64::EPSILON * value.abs());
        }
        let slope = self.rounding() * at.slope.abs();
        let height = at.intercept.abs() + self.origin[1] + at.slope.abs() * self.origin[0];
        [slope, self.rounding() * height]
    }

    /// The gradient that a program takes from a source, at a line.
    pub fn reading(&self, source: GradientSource, at: Line) -> GradientReading {
        match source {
            GradientSource::Errors => self.errors(&self.objective, at),
            GradientSource::Signs | GradientSource::Sizes | GradientSource::Squares => {
                self.pass(source, at)
            }
            GradientSource::WithoutIntercept => {
                self.errors(&self.objective, Line { intercept: 0.0, ..at })
            }
            GradientSource::WithoutSlope => self.errors(&self.objective, Line { slope: 0.0, ..at }),
            GradientSource::FirstRow => self.row(0, at),
            GradientSource::LastRow => self.row(self.objective.points().len() - 1, at),
            GradientSource::LastRowInMean => {
                self.row(self.objective.points().len() - 1, at).times([1.0 / self.count(); 2])
            }
            GradientSource::CutData => {
                self.errors(self.cut.as_ref().unwrap_or(&self.objective), at)
            }
        }
    }

    fn errors(&self, objective: &Objective, at: Line) -> GradientReading {
        let gradient = objective.gradient(at);
        GradientReading {
            gradient: [gradient.slope, gradient.intercept],
            tolerance: self.sizes.at(at).map(|size| 2.0 * self.rounding() * size),
        }
    }

    /// The gradient of one row's squared error.
    fn row(&self, index: usize, at: Line) -> GradientReading {
        let points = self.objective.points();
        let rows = index..index + 1;
        self.part(&points.xs()[rows.clone()], &points.ys()[rows], at)
    }

    /// The gradient of the mean squared error of some of the rows.
    pub fn part(&self, xs: &[f64], ys: &[f64], at: Line) -> GradientReading {
        let gradient = self.objective.evaluate_on(xs, ys, at).gradient;
        let sizes = Sizes::of(xs.iter().copied().zip(ys.iter().copied()), self.origin);
        let rounding = (xs.len() as f64 + FEW) * f64::EPSILON;
        GradientReading {
            gradient: [gradient.slope, gradient.intercept],
            tolerance: sizes.at(at).map(|size| 2.0 * rounding * size),
        }
    }

    /// A pass over the rows, for what errors are not themselves.
    fn pass(&self, source: GradientSource, at: Line) -> GradientReading {
        let (mut sums, mut doubts) = ([0.0; 2], [0.0; 2]);
        for (x, y) in self.objective.points().iter() {
            let error = y - at.predict(x);
            let width = x.abs() + self.origin[0];
            let size = y.abs() + self.origin[1] + at.slope.abs() * width + at.intercept.abs();
            let rounding = self.rounding();
            let (pull, doubt) = match source {
                // An error that rounding may have moved across 0 may have either sign.
                GradientSource::Signs if error.abs() <= FEW * f64::EPSILON * size => {
                    (sign(error), 2.0)
                }
                GradientSource::Signs => (sign(error), rounding),
                GradientSource::Squares => (2.0 * error * error, 4.0 * rounding * size * size),
                _ => (2.0 * error.abs(), 2.0 * rounding * size),
            };
            sums[0] -= x * pull;
            sums[1] -= pull;
            doubts[0] += width * doubt;
            doubts[1] += doubt;
        }
        let share = 1.0 / self.count();
        GradientReading {
            gradient: sums.map(|sum| sum * share),
            tolerance: doubts.map(|sum| sum * share),
        }
    }
}

/// 1, −1, or 0 for 0.
fn sign(value: f64) -> f64 {
    if value == 0.0 { 0.0 } else { value.signum() }
}

/// Means of absolute values, which bound the terms of a gradient and with them its rounding.
#[derive(Clone, Copy, Debug)]
struct Sizes {
    xx: f64,
    xy: f64,
    x: f64,
    y: f64,
}

impl Sizes {
    fn of(points: impl Iterator<Item = (f64, f64)>, origin: Pair) -> Self {
        let (mut sums, mut n) = ([0.0; 4], 0.0);
        for (x, y) in points {
            let (x, y) = (x.abs() + origin[0], y.abs() + origin[1]);
            sums[0] += x * x;
            sums[1] += x * y;
            sums[2] += x;
            sums[3] += y;
            n += 1.0;
        }
        let [xx, xy, x, y] = sums.map(|sum| sum / n);
        Self { xx, xy, x, y }
    }

    /// The size of the terms of half a gradient at a line.
    fn at(&self, at: Line) -> Pair {
        let (a, b) = (at.slope.abs(), at.intercept.abs());
        [self.xy + a * self.xx + b * self.x, self.y + a * self.x + b]
    }
}
