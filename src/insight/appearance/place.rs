//! Points as pairs of numbers, and the ranges of their coordinates.

use crate::numeric::range::Range;

/// A point, (x, y).
pub type Place = (f64, f64);

/// The least and the greatest of some numbers.
pub(super) fn range(values: &[f64]) -> Range {
    values.iter().fold(Range::EMPTY, |range, &value| range.including(value))
}
