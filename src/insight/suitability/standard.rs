//! Points in units of their own spread, in which nothing overflows and nothing cancels.

use crate::data::dataset::Points;
use crate::data::summary::Summary;

/// Units in the last place of the data that count as rounding.
const ROUNDING: f64 = 4.0 * f64::EPSILON;

/// Points with x and y moved to mean 0 and scaled to variance 1, seen from their line.
#[derive(Clone, Debug)]
pub(super) struct Standard<'a> {
    points: &'a Points,
    skip: Option<usize>,
    summary: Summary,
    correlation: f64,
    unexplained: f64,
}

impl<'a> Standard<'a> {
    /// All points. Returns `None` if they are fewer than three, or x or y has no spread.
    pub fn of(points: &'a Points) -> Option<Self> {
        Self::of_some(points, None)
    }

    /// The same points but one.
    pub fn without(&self, index: usize) -> Option<Self> {
        Self::of_some(self.points, Some(index))
    }

    fn of_some(points: &'a Points, skip: Option<usize>) -> Option<Self> {
        let summary = match skip {
            None => Summary::of_columns(points.xs(), points.ys()),
            Some(index) => summary_without(points, index),
        };
        summary.check().ok()?;
        if summary.n() < 3 || !summary.has_spread() || summary.syy() == 0.0 {
            return None;
        }
        let correlation = summary.sxy() / summary.sxx().sqrt() / summary.syy().sqrt();
        let correlation = correlation.clamp(-1.0, 1.0);
        let mut standard = Self { points, skip, summary, correlation, unexplained: 0.0 };
        standard.unexplained = standard.mean(|_, error| error * error);
        Some(standard)
    }

    /// The sums of these points.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// The number of points.
    pub fn n(&self) -> f64 {
        self.summary.n() as f64
    }

    /// All points, including one that is left out.
    pub fn points(&self) -> &'a Points {
        self.points
    }

    /// The correlation of x and y.
    pub fn correlation(&self) -> f64 {
        self.correlation
    }

    /// The share of the variance of y that the line does not explain, taken from the errors.
    pub fn unexplained(&self) -> f64 {
        self.unexplained
    }

    /// Each point as its x and its error, both in standard units.
    pub fn rows(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        let (mean_x, mean_y) = (self.summary.mean_x(), self.summary.mean_y());
        let (deviation_x, deviation_y) = self.deviations();
        let kept = move |&(index, _): &(usize, _)| Some(index) != self.skip;
        self.points.iter().enumerate().filter(kept).map(move |(_, (x, y))| {
            let (u, v) = ((x - mean_x) / deviation_x, (y - mean_y) / deviation_y);
            (u, v - self.correlation * u)
        })
    }

    /// The mean of something over the rows.
    pub fn mean(&self, of: impl Fn(f64, f64) -> f64) -> f64 {
        self.rows().map(|(u, error)| of(u, error)).sum::<f64>() / self.n()
    }

    /// Effect of the data's rounding on an error, in standard units.
    pub fn noise(&self) -> f64 {
        let (deviation_x, deviation_y) = self.deviations();
        let (x, y) = (self.summary.range_x(), self.summary.range_y());
        let size_x = x.min.abs().max(x.max.abs()) / deviation_x;
        let size_y = y.min.abs().max(y.max.abs()) / deviation_y;
        ROUNDING * (size_y + self.correlation.abs() * size_x)
    }

    /// Whether all points lie on the line, but for rounding.
    pub fn is_exact(&self) -> bool {
        self.unexplained.sqrt() <= self.noise()
    }

    fn deviations(&self) -> (f64, f64) {
        (self.summary.variance_x().sqrt(), self.summary.variance_y().sqrt())
    }
}

/// The sums of all points but one: exactly no spread where only that one had another x.
pub(super) fn summary_without(points: &Points, index: usize) -> Summary {
    let (xs, ys) = (points.xs(), points.ys());
    let head = Summary::of_columns(&xs[..index], &ys[..index]);
    head.merge(Summary::of_columns(&xs[index + 1..], &ys[index + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::dataset::Dataset;

    #[test]
    fn rounding_of_both_coordinates_adds_up_in_units_of_their_spread() {
        let data = Dataset::from_columns(&[-3.0, 0.0, 3.0], &[-4.0, 0.0, 4.0]).expect("sound");
        let standard = Standard::of(data.points()).expect("both have spread");
        // The deviations are √6 and √(32/3), the correlation is 1.
        let sizes = 3.0 / 6.0_f64.sqrt() + 4.0 / (32.0_f64 / 3.0).sqrt();
        let expected = 4.0 * f64::EPSILON * sizes;
        assert!((standard.noise() - expected).abs() < 1e-12 * expected, "{}", standard.noise());
        assert!(standard.is_exact());
    }
}
