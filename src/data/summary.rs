//! The sums through which squared error sees the data, and what follows from them.
//!
//! [`Summary`] holds *centred* sums, which lose no digits when x is far from 0. Rows are added in
//! fixed blocks of [`BLOCK`] rows that are merged in order, so that the same rows give the same
//! bits however the file they came from was sliced.

use crate::data::hessian::Hessian;
use crate::numeric::line::Line;
use crate::numeric::range::Range;

/// Rows that are summed together before they are merged into the total.
pub const BLOCK: usize = 4096;

/// n, x̄, ȳ, Sxx, Sxy, Syy and the least and greatest x and y of some rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    n: u64,
    mean_x: f64,
    mean_y: f64,
    sxx: f64,
    sxy: f64,
    syy: f64,
    range_x: Range,
    range_y: Range,
}

/// The reason that some sums cannot be the sums of any rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SummaryError {
    /// There is nothing to learn from.
    NoRows,
    /// A sum is infinite or not a number.
    TooLarge,
    /// The numbers differ, but the squares of their differences vanish.
    TooSmall,
    /// A sum of squares is negative, or Sxy² exceeds Sxx·Syy.
    Impossible,
}

impl Summary {
    /// The summary of no rows.
    pub const EMPTY: Self = Self {
        n: 0,
        mean_x: 0.0,
        mean_y: 0.0,
        sxx: 0.0,
        sxy: 0.0,
        syy: 0.0,
        range_x: Range::EMPTY,
        range_y: Range::EMPTY,
    };

    /// Sums that were computed elsewhere: `means` is (x̄, ȳ), `centred` is (Sxx, Sxy, Syy).
    ///
    /// # Errors
    /// When no rows could have these sums, or a sum is not finite.
    pub fn from_sums(
        n: u64,
        means: (f64, f64),
        centred: (f64, f64, f64),
        range_x: Range,
        range_y: Range,
    ) -> Result<Self, SummaryError> {
        let (sxx, sxy, syy) = centred;
        let summary = Self { n, mean_x: means.0, mean_y: means.1, sxx, sxy, syy, range_x, range_y };
        summary.check()?;
        Ok(summary)
    }

    /// The summary of the rows (xs\[i\], ys\[i\]); rows beyond the shorter column do not count.
    pub fn of_columns(xs: &[f64], ys: &[f64]) -> Self {
        xs.chunks(BLOCK)
            .zip(ys.chunks(BLOCK))
            .map(|(xs, ys)| Self::of_block(xs, ys))
            .fold(Self::EMPTY, Self::merge)
    }

    /// Two passes over at most [`BLOCK`] rows, measured from the first row so that equal values
    /// have exactly no spread.
    fn of_block(xs: &[f64], ys: &[f64]) -> Self {
        let (Some(&x0), Some(&y0)) = (xs.first(), ys.first()) else {
            return Self::EMPTY;
        };
        let n = xs.len().min(ys.len()) as f64;
        let rows = || xs.iter().zip(ys).map(|(x, y)| (x - x0, y - y0));

        let (sum_x, sum_y) = rows().fold((0.0, 0.0), |(sx, sy), (x, y)| (sx + x, sy + y));
        let (shift_x, shift_y) = (sum_x / n, sum_y / n);
        let mut sums = [0.0; 5];
        for (x, y) in rows() {
            let (u, v) = (x - shift_x, y - shift_y);
            sums[0] += u;
            sums[1] += v;
            sums[2] += u * u;
            sums[3] += u * v;
            sums[4] += v * v;
        }
        // The rounding error of Σ(x − x̄), which is 0 on paper, corrects the sums of squares.
        let [u, v, uu, uv, vv] = sums;
        Self {
            n: n as u64,
            mean_x: x0 + shift_x,
            mean_y: y0 + shift_y,
            sxx: (uu - u * u / n).max(0.0),
            sxy: uv - u * v / n,
            syy: (vv - v * v / n).max(0.0),
            range_x: xs.iter().fold(Range::EMPTY, |range, &x| range.including(x)),
            range_y: ys.iter().fold(Range::EMPTY, |range, &y| range.including(y)),
        }
    }

    /// The sums as ten numbers: n, x̄, ȳ, Sxx, Sxy, Syy, the least and the greatest x, the least and the
    /// greatest y.
    pub fn numbers(&self) -> [f64; 10] {
        let (x, y) = (self.range_x, self.range_y);
        let n = self.n as f64;
        [n, self.mean_x, self.mean_y, self.sxx, self.sxy, self.syy, x.min, x.max, y.min, y.max]
    }

    /// The sums that are these ten numbers.
    ///
    /// # Errors
    /// When no rows could have them, such as where n is not a whole number.
    pub fn from_numbers(numbers: [f64; 10]) -> Result<Self, SummaryError> {
        let [n, mean_x, mean_y, sxx, sxy, syy, min_x, max_x, min_y, max_y] = numbers;
        if n.fract() != 0.0 || !(0.0..u64::MAX as f64).contains(&n) {
            return Err(SummaryError::Impossible);
        }
        let ranges = (Range::new(min_x, max_x), Range::new(min_y, max_y));
        Self::from_sums(n as u64, (mean_x, mean_y), (sxx, sxy, syy), ranges.0, ranges.1)
    }

    /// The summary of both sets of rows together (Chan, Golub and LeVeque 1983).
    pub fn merge(self, other: Self) -> Self {
        if self.n == 0 {
            return other;
        }
        if other.n == 0 {
            return self;
        }
        let (n_self, n_other) = (self.n as f64, other.n as f64);
        let share = n_other / (n_self + n_other);
        let (dx, dy) = (other.mean_x - self.mean_x, other.mean_y - self.mean_y);
        let weight = n_self * share;
        Self {
            n: self.n + other.n,
            mean_x: self.mean_x + dx * share,
            mean_y: self.mean_y + dy * share,
            sxx: self.sxx + other.sxx + dx * dx * weight,
            sxy: self.sxy + other.sxy + dx * dy * weight,
            syy: self.syy + other.syy + dy * dy * weight,
            range_x: self.range_x.union(other.range_x),
            range_y: self.range_y.union(other.range_y),
        }
    }

    /// The same rows with x and y exchanged.
    pub fn swapped(self) -> Self {
        Self {
            mean_x: self.mean_y,
            mean_y: self.mean_x,
            sxx: self.syy,
            syy: self.sxx,
            range_x: self.range_y,
            range_y: self.range_x,
            ..self
        }
    }

    /// The same sums with other ends, where those were guessed.
    ///
    /// # Errors
    /// When no rows could have them.
    pub(crate) fn with_ranges(self, range_x: Range, range_y: Range) -> Result<Self, SummaryError> {
        let summary = Self { range_x, range_y, ..self };
        summary.check()?;
        Ok(summary)
    }

    /// Refuses sums that no descent can use.
    pub(crate) fn check(&self) -> Result<(), SummaryError> {
        if self.n == 0 {
            return Err(SummaryError::NoRows);
        }
        let sums = [self.sxx, self.sxy, self.syy];
        // The curvature of the cost holds x̄² and n, and its start holds ȳ²: those must fit too.
        let squares = [self.mean_x * self.mean_x, self.mean_y * self.mean_y];
        let ends = [self.range_x.span(), self.range_y.span()];
        if !sums.iter().chain(&squares).chain(&ends).all(|sum| sum.is_finite()) {
            return Err(SummaryError::TooLarge);
        }
        let vanished =
            |sum: f64, range: Range| range.span() > 0.0 && (0.0..f64::MIN_POSITIVE).contains(&sum);
        if vanished(self.sxx, self.range_x) || vanished(self.syy, self.range_y) {
            return Err(SummaryError::TooSmall);
        }
        if self.sxx < 0.0
            || self.syy < 0.0
            || self.sxy.abs()
                > (self.sxx.sqrt() * self.syy.sqrt()) * (1.0 + 1e-9) + f64::MIN_POSITIVE
            || self.range_x.span() < 0.0
            || self.range_y.span() < 0.0
        {
            return Err(SummaryError::Impossible);
        }
        Ok(())
    }

    /// The number of rows.
    pub fn n(&self) -> u64 {
        self.n
    }

    /// x̄, in units of x.
    pub fn mean_x(&self) -> f64 {
        self.mean_x
    }

    /// ȳ, in units of y.
    pub fn mean_y(&self) -> f64 {
        self.mean_y
    }

    /// Sxx = Σ(x − x̄)².
    pub fn sxx(&self) -> f64 {
        self.sxx
    }

    /// Sxy = Σ(x − x̄)(y − ȳ).
    pub fn sxy(&self) -> f64 {
        self.sxy
    }

    /// Syy = Σ(y − ȳ)².
    pub fn syy(&self) -> f64 {
        self.syy
    }

    /// The least and the greatest x.
    pub fn range_x(&self) -> Range {
        self.range_x
    }

    /// The least and the greatest y.
    pub fn range_y(&self) -> Range {
        self.range_y
    }

    /// The variance of x, Sxx/n, in squared units of x.
    pub fn variance_x(&self) -> f64 {
        self.sxx / self.n as f64
    }

    /// The variance of y, Syy/n, in squared units of y.
    pub fn variance_y(&self) -> f64 {
        self.syy / self.n as f64
    }

    /// The mean of y², in squared units of y: the cost at a = b = 0.
    pub fn second_moment_y(&self) -> f64 {
        self.variance_y() + self.mean_y * self.mean_y
    }

    /// Whether x takes more than one value, so that one slope is best.
    pub fn has_spread(&self) -> bool {
        self.sxx > 0.0
    }

    /// The line with the least squared error. Returns `None` if x has no spread and every slope is as good.
    pub fn least_squares(&self) -> Option<Line> {
        self.has_spread().then(|| {
            let slope = self.sxy / self.sxx;
            Line::new(slope, self.mean_y - slope * self.mean_x)
        })
    }

    /// The residual sum of squares as far as sums can tell: Syy − Sxy²/Sxx, which loses digits
    /// where r² is near 1. [`crate::data::dataset::Dataset`] takes it from the residuals instead.
    pub fn residual_sum(&self) -> f64 {
        if self.has_spread() {
            (self.syy - self.sxy * (self.sxy / self.sxx)).max(0.0)
        } else {
            self.syy
        }
    }

    /// The second derivatives of mean squared error, the same at every line.
    pub fn hessian(&self) -> Hessian {
        Hessian::new(self.mean_x, self.variance_x())
    }
}

/// Adds rows one by one and comes to the same bits as [`Summary::of_columns`] on all of them.
#[derive(Clone, Debug)]
pub struct Accumulator {
    total: Summary,
    xs: Vec<f64>,
    ys: Vec<f64>,
}

impl Default for Accumulator {
    fn default() -> Self {
        Self { total: Summary::EMPTY, xs: Vec::with_capacity(BLOCK), ys: Vec::with_capacity(BLOCK) }
    }
}

impl Accumulator {
    /// Adds one row.
    pub fn push(&mut self, x: f64, y: f64) {
        self.xs.push(x);
        self.ys.push(y);
        if self.xs.len() == BLOCK {
            self.total = self.finish();
            self.xs.clear();
            self.ys.clear();
        }
    }

    /// Adds rows: the same as adding them one by one, but faster.
    pub fn extend(&mut self, mut xs: &[f64], mut ys: &[f64]) {
        while let (Some(&x), Some(&y)) = (xs.first(), ys.first()) {
            let blocks = (xs.split_at_checked(BLOCK), ys.split_at_checked(BLOCK));
            if let (true, (Some((x_block, x_rest)), Some((y_block, y_rest)))) =
                (self.xs.is_empty(), blocks)
            {
                self.total = self.total.merge(Summary::of_block(x_block, y_block));
                (xs, ys) = (x_rest, y_rest);
            } else {
                self.push(x, y);
                (xs, ys) = (&xs[1..], &ys[1..]);
            }
        }
    }

    /// The summary of all rows so far; more may follow.
    pub fn finish(&self) -> Summary {
        self.total.merge(Summary::of_block(&self.xs, &self.ys))
    }
}
