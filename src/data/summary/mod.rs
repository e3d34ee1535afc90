//! The sums through which squared error sees the data, and what follows from them.
//!
//! [`Summary`] holds *centred* sums, which lose no digits when x is far from 0. Rows are added in
//! fixed blocks of [`BLOCK`] rows (`block`) that are merged in order, so that the same rows give the same
//! bits however the file they came from was sliced.
//!
//! Means and sums have more digits than an f64 holds (`precise`): blocks are merged by the difference of their means,
//! and the intercept ȳ − a·x̄ is what two great numbers leave. So the line is right to the last digits of f64 for rows
//! near 10¹², and so is RSS wherever r² is not 1. `residuals` says how much of RSS rounding may have left.
//!
//! The descent works with f64. Of rows in one block these are the numbers that every release has found, to the last bit:
//! links that carry rows open with the numbers that they had. Of more rows a link carries the numbers themselves.

mod accumulator;
mod block;
mod precise;
mod residuals;

pub use accumulator::Accumulator;
pub use block::BLOCK;

use precise::Precise;

use crate::data::hessian::Hessian;
use crate::numeric::double_double::DoubleDouble;
use crate::numeric::line::Line;
use crate::numeric::range::Range;

/// n, x̄, ȳ, Sxx, Sxy, Syy and the least and greatest x and y of some rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    n: u64,
    mean_x: Precise,
    mean_y: Precise,
    sxx: Precise,
    sxy: Precise,
    syy: Precise,
    range_x: Range,
    range_y: Range,
}

/// The number of [rests](Summary::rests).
pub const RESTS: usize = 10;
/// The greatest rest, as a share of the number or of the size that it may have.
const MOST_REST: f64 = 1e-9;

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
        mean_x: Precise::ZERO,
        mean_y: Precise::ZERO,
        sxx: Precise::ZERO,
        sxy: Precise::ZERO,
        syy: Precise::ZERO,
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
        let summary = Self {
            n,
            mean_x: means.0.into(),
            mean_y: means.1.into(),
            sxx: centred.0.into(),
            sxy: centred.1.into(),
            syy: centred.2.into(),
            range_x,
            range_y,
        };
        summary.check()?;
        Ok(summary)
    }

    /// The summary of the rows (xs\[i\], ys\[i\]); rows beyond the shorter column do not count.
    pub fn of_columns(xs: &[f64], ys: &[f64]) -> Self {
        let blocks = xs.chunks(BLOCK).zip(ys.chunks(BLOCK));
        blocks.fold(Self::EMPTY, |total, (xs, ys)| total.with_block(xs, ys))
    }

    /// The sums as ten numbers: n, x̄, ȳ, Sxx, Sxy, Syy, the least and the greatest x, the least and the
    /// greatest y.
    pub fn numbers(&self) -> [f64; 10] {
        let (x, y) = (self.range_x, self.range_y);
        let (n, means) = (self.n as f64, (self.mean_x(), self.mean_y()));
        let (sxx, sxy, syy) = (self.sxx(), self.sxy(), self.syy());
        [n, means.0, means.1, sxx, sxy, syy, x.min, x.max, y.min, y.max]
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

    /// The rests of x̄, ȳ, Sxx, Sxy and Syy beyond the [numbers](Self::numbers), two numbers each. Sums that were
    /// computed elsewhere have none.
    pub fn rests(&self) -> [f64; RESTS] {
        let numbers = [self.mean_x, self.mean_y, self.sxx, self.sxy, self.syy];
        let mut rests = [0.0; RESTS];
        for (parts, number) in rests.chunks_exact_mut(2).zip(numbers) {
            parts.copy_from_slice(&[number.rest().nearest(), number.rest().rest()]);
        }
        rests
    }

    /// The same sums with these rests.
    ///
    /// # Errors
    /// When they are more than rounding leaves.
    pub fn with_rests(self, rests: [f64; RESTS]) -> Result<Self, SummaryError> {
        let far = |range: Range| range.max.abs().max(range.min.abs());
        let (sxx, syy) = (self.sxx(), self.syy());
        let sizes = [far(self.range_x), far(self.range_y), sxx, sxx.sqrt() * syy.sqrt(), syy];
        let mut numbers = [self.mean_x, self.mean_y, self.sxx, self.sxy, self.syy];
        for ((number, parts), size) in numbers.iter_mut().zip(rests.chunks_exact(2)).zip(sizes) {
            let rest = DoubleDouble::from_parts(parts[0], parts[1]);
            let rest = rest.filter(|rest| rest.nearest().abs() <= MOST_REST * size);
            *number = Precise::new(number.rounded(), rest.ok_or(SummaryError::Impossible)?);
        }
        let [mean_x, mean_y, sxx, sxy, syy] = numbers;
        Ok(Self { mean_x, mean_y, sxx, sxy, syy, ..self })
    }

    /// The summary of both sets of rows together (Chan, Golub and LeVeque 1983).
    pub fn merge(self, other: Self) -> Self {
        if self.n == 0 {
            return other;
        }
        if other.n == 0 {
            return self;
        }
        let (n_self, n_other) = (DoubleDouble::from(self.n as f64), (other.n as f64).into());
        let share = n_other / (n_self + n_other);
        let (dx, dy) = (other.mean_x.minus(self.mean_x), other.mean_y.minus(self.mean_y));
        let (move_x, move_y) = (dx * share, dy * share);
        Self {
            n: self.n + other.n,
            mean_x: self.mean_x.plus(move_x),
            mean_y: self.mean_y.plus(move_y),
            sxx: self.sxx.plus(other.sxx.value() + dx * move_x * n_self),
            sxy: self.sxy.plus(other.sxy.value() + dx * move_y * n_self),
            syy: self.syy.plus(other.syy.value() + dy * move_y * n_self),
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
        let (sxx, sxy, syy) = (self.sxx(), self.sxy(), self.syy());
        let sums = [sxx, sxy, syy];
        // The curvature of the cost holds x̄² and n, and its start holds ȳ²: those must fit too.
        let squares = [self.mean_x().powi(2), self.mean_y().powi(2)];
        let ends = [self.range_x.span(), self.range_y.span()];
        let all = sums.into_iter().chain(squares).chain(ends).chain(self.rests());
        if !all.into_iter().all(f64::is_finite) {
            return Err(SummaryError::TooLarge);
        }
        let vanished =
            |sum: f64, range: Range| range.span() > 0.0 && (0.0..f64::MIN_POSITIVE).contains(&sum);
        if vanished(sxx, self.range_x) || vanished(syy, self.range_y) {
            return Err(SummaryError::TooSmall);
        }
        if sxx < 0.0
            || syy < 0.0
            || sxy.abs() > (sxx.sqrt() * syy.sqrt()) * (1.0 + 1e-9) + f64::MIN_POSITIVE
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
        self.mean_x.rounded()
    }

    /// ȳ, in units of y.
    pub fn mean_y(&self) -> f64 {
        self.mean_y.rounded()
    }

    /// Sxx = Σ(x − x̄)².
    pub fn sxx(&self) -> f64 {
        self.sxx.rounded()
    }

    /// Sxy = Σ(x − x̄)(y − ȳ).
    pub fn sxy(&self) -> f64 {
        self.sxy.rounded()
    }

    /// Syy = Σ(y − ȳ)².
    pub fn syy(&self) -> f64 {
        self.syy.rounded()
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
        self.sxx() / self.n as f64
    }

    /// The variance of y, Syy/n, in squared units of y.
    pub fn variance_y(&self) -> f64 {
        self.syy() / self.n as f64
    }

    /// The mean of y², in squared units of y: the cost at a = b = 0.
    pub fn second_moment_y(&self) -> f64 {
        self.variance_y() + self.mean_y() * self.mean_y()
    }

    /// Whether x takes more than one value, so that one slope is best.
    pub fn has_spread(&self) -> bool {
        self.sxx() > 0.0
    }

    /// Sxy/Sxx. Returns `None` if x has no spread and every slope is as good.
    fn slope(&self) -> Option<DoubleDouble> {
        self.has_spread().then(|| self.sxy.value() / self.sxx.value())
    }

    /// The line with the least squared error. Returns `None` if x has no spread and every slope is as good.
    pub fn least_squares(&self) -> Option<Line> {
        let slope = self.slope()?;
        let intercept = self.mean_y.minus_product(slope, self.mean_x);
        Some(Line::new(slope.nearest(), intercept.nearest()))
    }

    /// The second derivatives of mean squared error, the same at every line.
    pub fn hessian(&self) -> Hessian {
        Hessian::new(self.mean_x(), self.variance_x())
    }
}
