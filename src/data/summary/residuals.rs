//! The residual sum of squares, RSS, and how much of it rounding alone may leave.

use super::{BLOCK, RESTS, Summary};
use crate::numeric::double_double::DoubleDouble;
use crate::numeric::range::Range;

/// Half a unit in the last place of 1: what rounding to f64 changes in a number, as a share of it.
const UNIT: f64 = 0.5 * f64::EPSILON;
/// The most that rounding to 15 digits changes in a number, as a share of it.
const DECIMAL_UNIT: f64 = 5e-15;
/// The share of Syy that is not blamed on rounding, however few digits the spread of x and y has.
const MOST: f64 = 1e-6;
/// The rounding of Syy − Sxy²/Sxx as a share of Syy, where the sums have more digits than f64.
const OF_PRECISE_SUMS: f64 = 1e-18;
/// The same where they are f64 themselves, each off by a few units in its last place.
const OF_SUMS: f64 = 8.0 * f64::EPSILON;

impl Summary {
    /// The residual sum of squares as far as sums can tell: Syy − Sxy²/Sxx, to at least 12 digits where r² is below
    /// 1 − 10⁻⁶. Sums that were computed elsewhere have the digits of f64 only, and lose some where r² is near 1.
    pub fn residual_sum(&self) -> f64 {
        let explained = self.slope().map(|slope| self.sxy.value() * slope).unwrap_or_default();
        let rss = (self.syy.value() - explained).nearest();
        let share = if self.rests() == [0.0; RESTS] { OF_SUMS } else { OF_PRECISE_SUMS };
        if rss <= share * self.syy() && self.has_spread() { 0.0 } else { self.beyond_rounding(rss) }
    }

    /// The residual sum of squares of the rows that were summed, from their residuals: to all digits, also where r² is
    /// so near 1 that the sums lose them.
    pub(crate) fn residual_sum_of(&self, xs: &[f64], ys: &[f64]) -> f64 {
        // About the means, so that no digits cancel; in blocks, which keep the rounding of the sum small.
        let slope = if self.has_spread() { self.sxy() / self.sxx() } else { 0.0 };
        let (mean_x, mean_y) = (self.mean_x(), self.mean_y());
        let square = |(x, y): (&f64, &f64)| ((y - mean_y) - slope * (x - mean_x)).powi(2);
        let blocks = xs.chunks(BLOCK).zip(ys.chunks(BLOCK));
        let sum: f64 = blocks.map(|(xs, ys)| xs.iter().zip(ys).map(square).sum::<f64>()).sum();
        // This line is not quite the best one: by so much it passes beside the middle of the rows, and turns.
        let [rest_x, rest_y] = [self.mean_x, self.mean_y].map(|mean| mean.rest().nearest());
        let height = rest_y - slope * rest_x;
        let turn = self.slope().map_or(0.0, |best| (best - DoubleDouble::from(slope)).nearest());
        let more = self.n as f64 * height * height + turn * turn * self.sxx();
        self.beyond_rounding((sum - more).max(0.0))
    }

    /// A residual sum of squares, or 0 if all of it may be rounding: then the rows lie on a line.
    ///
    /// Every cell is off by half a unit in its last place, u = 2⁻⁵³ of it. That leaves errors of at most
    /// u·(|y| + |a|·|x|) to the rows of a perfect line; taking them rounds y − ȳ, x − x̄ and their difference, in all by
    /// 3u·(span of y + |a|·span of x) at most. With ρ, the sum of both at the greatest |x| and |y|, RSS is n·ρ² at most.
    /// Where x and y are so far from 0 that this is more than a millionth of Syy, rows on a line and rows that
    /// scatter look alike, and RSS stays what it is.
    ///
    /// Programs write 15 digits more often than 17. What that leaves of the cells, 5·10⁻¹⁵ of each, counts as rounding
    /// too, if r² is 1 to the last digit besides.
    pub(crate) fn beyond_rounding(&self, rss: f64) -> f64 {
        let slope = self.slope().map_or(0.0, |slope| slope.nearest().abs());
        let ((x, y), n) = ((self.range_x, self.range_y), self.n as f64);
        let farthest = |range: Range| range.max.abs().max(range.min.abs());
        let cells = farthest(y) + slope * farthest(x);
        let differences = 3.0 * (y.span() + slope * x.span());
        let binary = (n * (UNIT * (cells + differences)).powi(2)).min(MOST * self.syy());
        let decimal = (n * (DECIMAL_UNIT * cells).powi(2)).min(UNIT * self.syy());
        if rss <= binary.max(decimal) { 0.0 } else { rss }
    }
}
