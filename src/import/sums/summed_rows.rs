//! The sums of rows that stayed in a database.

use super::check;
use super::rounding::Rounding;
use crate::data::dataset::{Dataset, Variable};
use crate::data::summary::Summary;
use crate::import::pairs::{Pairs, PairsError};
use crate::numeric::range::Range;

/// The sums of rows that stayed in a database.
#[derive(Clone, Debug, PartialEq)]
pub struct SummedRows {
    /// The sums themselves.
    pub summary: Summary,
    /// Whether the answer has the least and greatest x and y. Where it has not, they are three standard deviations from
    /// the mean, so that axes can be drawn.
    pub ranges_known: bool,
    /// The cost of the digits that were not printed, where there are fewer than an f64 has.
    pub rounding: Option<Rounding>,
}

impl SummedRows {
    /// The dataset of these sums, with a sample of the rows to draw, which may be empty.
    ///
    /// # Errors
    /// When the sample goes beyond the least or the greatest x or y.
    pub fn dataset(&self, sample: Pairs, x: Variable, y: Variable) -> Result<Dataset, PairsError> {
        let Pairs { xs, ys, .. } = sample;
        let mut summary = self.summary;
        let ends = |values: &[f64]| {
            values.iter().fold(Range::EMPTY, |range, &value| range.including(value))
        };
        if self.ranges_known {
            check::sample(ends(&xs), summary.range_x(), "x")?;
            check::sample(ends(&ys), summary.range_y(), "y")?;
        } else {
            let ranges = (summary.range_x().union(ends(&xs)), summary.range_y().union(ends(&ys)));
            summary = summary.with_ranges(ranges.0, ranges.1)?;
        }
        Ok(Dataset::of_sample(summary, xs, ys)?.named(x, y))
    }
}
