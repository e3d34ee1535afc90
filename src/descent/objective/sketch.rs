//! Few points that stand for many, for pictures, which take the cost at a hundred thousand lines.

use crate::data::dataset::Points;
use crate::numeric::range::Range;

/// Cells along each side of the grid that the points are gathered in.
const SIDE: usize = 48;
/// Up to this number, points stand for themselves.
const FEW: usize = 1_000;

/// Points with the share of all rows that each stands for. Within a cell the points become their
/// mean, which changes a cost only where the line, or a bend of the cost, crosses the cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sketch(Vec<(f64, f64, f64)>);

impl Sketch {
    /// The sketch of some points.
    pub fn of(points: &Points) -> Self {
        let each = 1.0 / points.len().max(1) as f64;
        if points.len() <= FEW {
            return Self(points.iter().map(|(x, y)| (x, y, each)).collect());
        }
        let range = |values: &[f64]| values.iter().copied().fold(Range::EMPTY, Range::including);
        let (range_x, range_y) = (range(points.xs()), range(points.ys()));
        let cell = |value: f64, range: Range| {
            let share = (value - range.min) / range.span().max(f64::MIN_POSITIVE);
            ((share * SIDE as f64) as usize).min(SIDE - 1)
        };
        let mut cells = vec![(0.0, 0.0, 0.0_f64); SIDE * SIDE];
        for (x, y) in points.iter() {
            let (sum_x, sum_y, count) = &mut cells[cell(y, range_y) * SIDE + cell(x, range_x)];
            *sum_x += x - range_x.min;
            *sum_y += y - range_y.min;
            *count += 1.0;
        }
        let means = cells.into_iter().filter(|&(.., count)| count > 0.0);
        let means = means.map(|(sum_x, sum_y, count)| {
            (range_x.min + sum_x / count, range_y.min + sum_y / count, count * each)
        });
        Self(means.collect())
    }

    /// The points (x, y, share).
    pub fn points(&self) -> &[(f64, f64, f64)] {
        &self.0
    }
}
