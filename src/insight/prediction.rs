//! Prediction intervals of the least-squares line.

use statrs::distribution::{ContinuousCDF, StudentsT};

use crate::data::dataset::Dataset;
use crate::numeric::line::Line;

/// The share of new points that an interval is to hold, where the errors are as the model presumes:
/// independent, equally spread and normal.
pub const SHARE: f64 = 0.95;

/// The prediction interval of the least-squares line at one x: ŷ ± t·s·√(1 + 1/n + (x−x̄)²/Sxx), where
/// s² = RSS/(n−2) and t is Student's with n − 2 degrees of freedom (Draper & Smith, *Applied Regression
/// Analysis*, 1998, §3.2).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// x, in its unit.
    pub x: f64,
    /// ŷ of the least-squares line, in units of y.
    pub prediction: f64,
    /// Half the width of the interval, in units of y.
    pub reach: f64,
    line: Line,
    quantile: f64,
}

/// The residual standard deviation, s = √(RSS/(n−2)), in units of y. Returns `None` if there are fewer than
/// three points, or no slope is best.
pub fn residual_deviation(dataset: &Dataset) -> Option<f64> {
    let freedom = dataset.summary().n().checked_sub(2).filter(|&freedom| freedom > 0)?;
    dataset.least_squares()?;
    Some((dataset.rss() / freedom as f64).sqrt())
}

impl Interval {
    /// The interval at x. Returns `None` if there are fewer than three points, no slope is best, or x is so
    /// large that the interval is not finite.
    pub fn at(dataset: &Dataset, x: f64) -> Option<Self> {
        let summary = dataset.summary();
        let (line, deviation) = (dataset.least_squares()?, residual_deviation(dataset)?);
        let quantile = quantile((summary.n() - 2) as f64)?;
        let (prediction, reach) = (line.predict(x), quantile * deviation * widening(dataset, x));
        let finite = (prediction - reach).is_finite() && (prediction + reach).is_finite();
        finite.then_some(Self { x, prediction, reach, line, quantile })
    }

    /// The share of the points at hand that lie within such an interval, each at its own x.
    pub fn covered(&self, dataset: &Dataset) -> f64 {
        let reach = self.quantile * residual_deviation(dataset).unwrap_or_default();
        let within = |&(x, y): &(f64, f64)| {
            let prediction = self.line.predict(x);
            // Of points on a line, errors and limits are both rounding.
            let rounding = 8.0 * f64::EPSILON * (y.abs() + prediction.abs());
            (y - prediction).abs() <= reach * widening(dataset, x) + rounding
        };
        dataset.points().iter().filter(within).count() as f64 / dataset.points().len() as f64
    }
}

/// Student's t that [`SHARE`] of the distribution with so many degrees of freedom lies within. The
/// library's search fails where they are many; from a thousand on, the expansion about the normal quantile
/// is as good (Abramowitz and Stegun 1964, 26.7.5): to 1e-9, which takes three terms beyond the first.
pub(crate) fn quantile(freedom: f64) -> Option<f64> {
    const MANY: f64 = 1_000.0;
    /// The normal quantile of 0.975.
    const Z: f64 = 1.959_963_984_540_054;
    if freedom <= MANY {
        let student = StudentsT::new(0.0, 1.0, freedom).ok()?;
        return Some(student.inverse_cdf(0.5 + 0.5 * SHARE));
    }
    let (cube, fifth, seventh) = (Z.powi(3), Z.powi(5), Z.powi(7));
    let first = (cube + Z) / 4.0;
    let second = (5.0 * fifth + 16.0 * cube + 3.0 * Z) / 96.0;
    let third = (3.0 * seventh + 19.0 * fifth + 17.0 * cube - 15.0 * Z) / 384.0;
    Some(Z + (first + (second + third / freedom) / freedom) / freedom)
}

/// √(1 + 1/n + (x−x̄)²/Sxx): the scatter of a new point, and the uncertainty of the line.
fn widening(dataset: &Dataset, x: f64) -> f64 {
    let summary = dataset.summary();
    let away = x - summary.mean_x();
    (1.0 + 1.0 / summary.n() as f64 + away * away / summary.sxx()).sqrt()
}
