//! The sums of a block of rows, to about 22 digits.
//!
//! Each value is measured from the first row and split in two: a multiple of a step so wide that the squares and
//! products of some rows add up in f64 without any rounding, and a rest so small that the rounding of its sums is
//! 10⁻²² of the whole. That costs little more than sums in f64, and values far from 0 lose no digits.

use super::Summary;
use super::precise::Precise;
use crate::numeric::double_double::DoubleDouble;
use crate::numeric::range::Range;

/// Rows that are summed together before they are merged into the total.
pub const BLOCK: usize = 4096;

/// Rows that are summed without any rounding.
const SHORT: usize = 64;
/// Steps in the spread of a block, 2²³: [`SHORT`] squares of as many steps are less than 2⁵³.
const STEPS: f64 = 8_388_608.0;
/// 2⁵¹ steps are the most that a value may be from 0 for [`Split`] to round it.
const FARTHEST: f64 = 2_251_799_813_685_248.0;

/// Splits the values of a block.
struct Split {
    /// A number whose unit in the last place is the step: adding it rounds to a multiple of the step.
    rounder: f64,
    /// The parts of the first value.
    origin: (f64, f64),
}

impl Split {
    fn new(first: f64, range: Range) -> Self {
        let greatest = range.max.abs().max(range.min.abs());
        let step = (above(range.span()) / STEPS).max(above(greatest) / FARTHEST);
        let mut split = Self { rounder: 3.0 * FARTHEST * step, origin: (0.0, 0.0) };
        split.origin = split.parts(first);
        split
    }

    /// The parts of a value, measured from the first one: equal values have exactly no spread.
    #[inline(always)]
    fn parts(&self, value: f64) -> (f64, f64) {
        let steps = (value + self.rounder) - self.rounder;
        (steps - self.origin.0, (value - steps) - self.origin.1)
    }
}

/// The least power of two above a number; 0 for 0 and subnormal numbers.
fn above(value: f64) -> f64 {
    2.0 * f64::from_bits(value.to_bits() & f64::INFINITY.to_bits())
}

/// Σu, Σv, Σu², Σu·v and Σv² of at most [`SHORT`] rows, where u and v are x and y measured from the first row of the
/// block.
fn short_sums(xs: &[f64], ys: &[f64], split_x: &Split, split_y: &Split) -> [DoubleDouble; 5] {
    let (mut steps, mut rests) = ([0.0; 5], [0.0; 5]);
    for (&x, &y) in xs.iter().zip(ys) {
        let ((u, u_rest), (v, v_rest)) = (split_x.parts(x), split_y.parts(y));
        let (whole_u, whole_v) = (u + u_rest, v + v_rest);
        let of_steps = [u, v, u * u, u * v, v * v];
        let of_rests = [
            u_rest,
            v_rest,
            u_rest * (u + whole_u),
            u_rest * whole_v + u * v_rest,
            v_rest * (v + whole_v),
        ];
        for place in 0..5 {
            steps[place] += of_steps[place];
            rests[place] += of_rests[place];
        }
    }
    std::array::from_fn(|place| DoubleDouble::sum(steps[place], rests[place]))
}

impl Summary {
    /// The summary of these rows and at most [`BLOCK`] more.
    pub(super) fn with_block(self, xs: &[f64], ys: &[f64]) -> Self {
        let mut block = Self::of_block(xs, ys);
        // Squares about the first row may be too large where those about the mean are not.
        if self.n == 0 || !block.rests().into_iter().all(f64::is_finite) {
            block = block.rounded_as_ever(xs, ys);
        }
        self.merge(block)
    }

    /// The sums of at most [`BLOCK`] rows.
    fn of_block(xs: &[f64], ys: &[f64]) -> Self {
        let n = xs.len().min(ys.len());
        let (xs, ys) = (&xs[..n], &ys[..n]);
        let (Some(&x0), Some(&y0)) = (xs.first(), ys.first()) else {
            return Self::EMPTY;
        };
        let range = |values: &[f64]| {
            values.iter().fold(Range::EMPTY, |range, &value| range.including(value))
        };
        let (range_x, range_y) = (range(xs), range(ys));
        let (split_x, split_y) = (Split::new(x0, range_x), Split::new(y0, range_y));
        let mut sums = [DoubleDouble::ZERO; 5];
        for (xs, ys) in xs.chunks(SHORT).zip(ys.chunks(SHORT)) {
            let short = short_sums(xs, ys, &split_x, &split_y);
            sums.iter_mut().zip(short).for_each(|(sum, short)| *sum = *sum + short);
        }
        let [u, v, uu, uv, vv] = sums;
        let count = DoubleDouble::from(n as f64);
        let (mean_u, mean_v) = (u / count, v / count);
        Self {
            n: n as u64,
            mean_x: Precise::from(x0).plus(mean_u),
            mean_y: Precise::from(y0).plus(mean_v),
            sxx: not_negative(uu - u * mean_u).into(),
            sxy: (uv - u * mean_v).into(),
            syy: not_negative(vv - v * mean_v).into(),
            range_x,
            range_y,
        }
    }

    /// The same sums of one block, with the f64 that every release has found for them: from two passes, measured from
    /// the mean.
    fn rounded_as_ever(self, xs: &[f64], ys: &[f64]) -> Self {
        let (Some(&x0), Some(&y0)) = (xs.first(), ys.first()) else {
            return self;
        };
        let n = self.n as f64;
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
            mean_x: self.mean_x.with_rounded(x0 + shift_x),
            mean_y: self.mean_y.with_rounded(y0 + shift_y),
            sxx: self.sxx.with_rounded((uu - u * u / n).max(0.0)),
            sxy: self.sxy.with_rounded(uv - u * v / n),
            syy: self.syy.with_rounded((vv - v * v / n).max(0.0)),
            ..self
        }
    }
}

/// A sum of squares, of which rounding may leave less than nothing.
fn not_negative(sum: DoubleDouble) -> DoubleDouble {
    if sum.nearest() < 0.0 { DoubleDouble::ZERO } else { sum }
}
