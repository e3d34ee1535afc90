//! The best lines for the costs that do not follow from sums: least absolute error and least Huber cost.
//!
//! Both costs are convex, so that one search over the slope suffices: the best intercept is computed for
//! each slope, and the derivative there tells on which side the best slope lies. Points are measured from their medians, so that no digits are lost far from 0.

use super::problem::Held;
use super::search::{Far, Force, Tangent, lowest, root};
use crate::data::summary::BLOCK;
use crate::numeric::line::Line;

/// Relative difference of two costs below which two lines are equally good.
const NOTHING: f64 = 1e-12;

/// The line of least mean absolute error, (1/n)·Σ|e| in units of y, among those that `held` leaves
/// open; `from` gives the parameter that is held. Where many lines are equally good, one of them.
///
/// Returns `None` if no slope is best: x has no spread, or the intercept is held and every x is 0.
///
/// Kelley's cutting planes (1960) on the cost as a function of the slope, whose best intercept is
/// the median of y − a·x. A tangent on either side of the best slope bounds the cost from below,
/// where they meet is the next slope, and the search ends when the cost there is the bound: a
/// proof that no line is better, which ties and rounded data do not disturb. Ten to twenty slopes,
/// O(n) each, with room for n numbers.
///
/// ```
/// # use downhill::descent::objective::exact::least_absolute;
/// # use downhill::numeric::line::Line;
/// # use downhill::descent::objective::Held;
/// // Four of the points lie on a line; the fifth has no influence.
/// let (xs, ys) = ([1.0, 2.0, 3.0, 4.0, 5.0], [3.0, 5.0, 70.0, 9.0, 11.0]);
/// let line = least_absolute(&xs, &ys, Held::Neither, Line::ZERO);
/// assert_eq!(line, Some(Line::new(2.0, 1.0)));
/// ```
pub fn least_absolute(xs: &[f64], ys: &[f64], held: Held, from: Line) -> Option<Line> {
    let mut cloud = Cloud::new(xs, ys, held, from)?;
    if held == Held::Slope {
        let middle = cloud.middle(-from.slope, 1.0);
        return cloud.line(from.slope, middle);
    }
    let far = cloud.far()?;
    let best = cloud.lowest(&far);
    cloud.line(best.at, best.middle)
}

/// The line of least mean Huber cost among those that `held` leaves open; `from` gives the
/// parameter that is held. An error costs e² up to the `threshold` δ > 0, in units of y, and
/// 2δ·|e| − δ² beyond it (Huber 1964; no ½). Where many lines are equally good, one of them.
///
/// Returns `None` if no slope is best: x has no spread, or the intercept is held and every x is 0.
///
/// The errors ψ of the best line, cut off at ±δ, have Σψ = 0 and Σψ·x = 0. Newton's method, kept
/// within a bracket by halving (`rtsafe` in Numerical Recipes), finds the intercept of the first
/// at each slope, and the slope of the second. As ψ is made of straight pieces, its last step is
/// exact. Ten to thirty passes over the points, O(n) each, with room for n numbers; a hundred
/// where hardly a point lies within the threshold.
///
/// ```
/// # use downhill::descent::objective::exact::least_huber;
/// # use downhill::numeric::line::Line;
/// # use downhill::descent::objective::Held;
/// // Of the errors 0, −1 and 9 the last counts as 1.
/// let (xs, ys) = ([0.0, 0.0, 0.0], [1.0, 0.0, 10.0]);
/// let line = least_huber(&xs, &ys, 1.0, Held::Slope, Line::ZERO);
/// assert_eq!(line, Some(Line::new(0.0, 1.0)));
/// ```
pub fn least_huber(xs: &[f64], ys: &[f64], threshold: f64, held: Held, from: Line) -> Option<Line> {
    let mut cloud = Cloud::new(xs, ys, held, from)?;
    if held == Held::Slope {
        let middle = cloud.balanced_middle(from.slope, threshold);
        return cloud.line(from.slope, middle);
    }
    let far = cloud.far()?;
    let sum = cloud.tangent(far.slope).height;
    // Only points within the threshold of the line make the cost differ from 2δ·|e| − δ². Where that
    // difference is negligible, the line of least absolute error is best.
    if is_nothing(threshold, sum) {
        let best = cloud.lowest(&far);
        let inside = cloud.pull(best.at, best.middle, threshold).on_middle.stiffness;
        if is_nothing(inside * threshold, best.height) {
            return cloud.line(best.at, best.middle);
        }
    }
    // The squared errors of the least-squares line add up to less than the square of this sum: none
    // is cut off there, and a greater threshold changes nothing.
    let threshold = threshold.min(sum);
    let slope = root(far.slope, far.reach(sum, threshold), &mut |slope| {
        let middle = cloud.balanced_middle(slope, threshold);
        cloud.pull(slope, middle, threshold).on_slope
    });
    let middle = cloud.balanced_middle(slope, threshold);
    cloud.line(slope, middle)
}

/// Whether a part of a cost is negligible.
fn is_nothing(part: f64, cost: f64) -> bool {
    part <= NOTHING * cost
}

/// Points measured from a centre, and whether the intercept is free.
struct Cloud<'a> {
    xs: &'a [f64],
    ys: &'a [f64],
    centre: (f64, f64),
    /// Whether all lines pass through the centre.
    is_pinned: bool,
    scratch: Vec<f64>,
}

/// Both forces at one line.
struct Pull {
    on_slope: Force,
    on_middle: Force,
}

impl<'a> Cloud<'a> {
    fn new(xs: &'a [f64], ys: &'a [f64], held: Held, from: Line) -> Option<Self> {
        let n = xs.len().min(ys.len());
        let (xs, ys) = (xs.get(..n)?, ys.get(..n)?);
        let mut cloud = Self {
            xs,
            ys,
            centre: (0.0, from.intercept),
            is_pinned: held == Held::Intercept,
            scratch: Vec::with_capacity(n),
        };
        if n == 0 {
            return None;
        }
        if !cloud.is_pinned {
            cloud.centre = (0.0, 0.0);
            cloud.centre = (cloud.middle(1.0, 0.0), cloud.middle(0.0, 1.0));
        }
        Some(cloud)
    }

    /// The line of this slope that passes `middle` above the centre.
    fn line(&self, slope: f64, middle: f64) -> Option<Line> {
        let (x, y) = self.centre;
        Some(Line::new(slope, y - slope * x + middle)).filter(|line| line.is_finite())
    }

    /// The median of `p`·x + `q`·y, or 0 where the centre is the middle of everything.
    fn middle(&mut self, p: f64, q: f64) -> f64 {
        if self.is_pinned {
            return 0.0;
        }
        let (x0, y0) = self.centre;
        let rows = self.xs.iter().zip(self.ys);
        self.scratch.clear();
        self.scratch.extend(rows.map(|(x, y)| p * (x - x0) + q * (y - y0)));
        let half = self.scratch.len() / 2;
        *self.scratch.select_nth_unstable_by(half, f64::total_cmp).1
    }

    /// Sums over all points, block by block to keep digits.
    fn sums<const N: usize>(&self, of: impl Fn(f64, f64) -> [f64; N]) -> [f64; N] {
        let (x0, y0) = self.centre;
        let mut totals = [0.0; N];
        for (xs, ys) in self.xs.chunks(BLOCK).zip(self.ys.chunks(BLOCK)) {
            let mut sums = [0.0; N];
            for (x, y) in xs.iter().zip(ys) {
                let terms = of(x - x0, y - y0);
                sums.iter_mut().zip(terms).for_each(|(sum, term)| *sum += term);
            }
            totals.iter_mut().zip(sums).for_each(|(total, sum)| *total += sum);
        }
        totals
    }

    /// With u = `p`·x + `q`·y and its median m: m, Σ|u − m|, Σs·x and Σs·y, where s is the sign of
    /// u − m. Points at the median share what makes Σs = 0.
    fn signed(&mut self, p: f64, q: f64) -> [f64; 4] {
        let middle = self.middle(p, q);
        let [size, sign, sign_x, sign_y, tie, tie_x, tie_y] = self.sums(|x, y| {
            let above = p * x + q * y - middle;
            let sign = f64::from(i8::from(above > 0.0) - i8::from(above < 0.0));
            let tie = 1.0 - sign.abs();
            [above.abs(), sign, sign * x, sign * y, tie, tie * x, tie * y]
        });
        let share = if self.is_pinned { 0.0 } else { -sign / tie };
        [middle, size, sign_x + share * tie_x, sign_y + share * tie_y]
    }

    fn far(&mut self) -> Option<Far> {
        let [_, rise, _, sum] = self.signed(1.0, 0.0);
        let count = self.xs.len() as f64;
        (rise > 0.0).then(|| Far { slope: sum / rise, rise, count })
    }

    fn tangent(&mut self, slope: f64) -> Tangent {
        let [middle, height, pull, _] = self.signed(-slope, 1.0);
        Tangent { at: slope, height, slope: -pull, middle }
    }

    /// The best slope for the sum of absolute errors.
    fn lowest(&mut self, far: &Far) -> Tangent {
        lowest(far, &mut |slope| self.tangent(slope))
    }

    fn pull(&self, slope: f64, middle: f64, threshold: f64) -> Pull {
        let [value, size, value_x, size_x, inside, inside_x, inside_xx] = self.sums(|x, y| {
            let error = y - slope * x - middle;
            let is_inside = error.abs() <= threshold;
            let cut = if is_inside { error } else { threshold.copysign(error) };
            let (inside, moment) = (f64::from(u8::from(is_inside)), cut * x);
            [cut, cut.abs(), moment, moment.abs(), inside, inside * x, inside * x * x]
        });
        // The middle follows the slope, which takes off what the points inside have in common.
        let common = if self.is_pinned { 0.0 } else { inside_x * (inside_x / inside.max(1.0)) };
        Pull {
            on_slope: Force { value: value_x, stiffness: inside_xx - common, size: size_x },
            on_middle: Force { value, stiffness: inside, size },
        }
    }

    /// The intercept, above the centre, where the errors on either side are in balance: no further
    /// from the median than the threshold.
    fn balanced_middle(&mut self, slope: f64, threshold: f64) -> f64 {
        if self.is_pinned {
            return 0.0;
        }
        let median = self.middle(-slope, 1.0);
        root(median, threshold, &mut |middle| self.pull(slope, middle, threshold).on_middle)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points whose medians are 0, and their line with slope 0 through the centre. Of the errors
    /// −5, 1, 0, −1 and 0.5 a threshold of 2 cuts off the first.
    const XS: [f64; 5] = [-2.0, -1.0, 0.0, 1.0, 6.0];
    const YS: [f64; 5] = [-5.0, 1.0, 0.0, -1.0, 0.5];

    fn cloud(held: Held) -> Cloud<'static> {
        Cloud::new(&XS, &YS, held, Line::ZERO).expect("there are points")
    }

    #[test]
    fn the_force_on_the_intercept_is_the_sum_of_the_errors_cut_off_at_the_threshold() {
        // −2 + 1 + 0 − 1 + 0.5, of which the last four grow with the intercept.
        let force = cloud(Held::Neither).pull(0.0, 0.0, 2.0).on_middle;
        assert_eq!((force.value, force.stiffness, force.size), (-1.5, 4.0, 4.5));
    }

    #[test]
    fn the_force_on_the_slope_is_their_moment_and_stiff_as_the_spread_of_x_within() {
        // The moments are 4, −1, 0, −1 and 3. Within the threshold n = 4, Σx = 6 and Σx² = 38.
        let force = cloud(Held::Neither).pull(0.0, 0.0, 2.0).on_slope;
        assert_eq!((force.value, force.stiffness, force.size), (5.0, 38.0 - 6.0 * 6.0 / 4.0, 9.0));
        // A held intercept does not follow the slope.
        let force = cloud(Held::Intercept).pull(0.0, 0.0, 2.0).on_slope;
        assert_eq!((force.value, force.stiffness, force.size), (5.0, 38.0, 9.0));
    }

    #[test]
    fn without_spread_there_is_no_cost_far_out() {
        let cloud = Cloud::new(&[3.0; 5], &YS, Held::Neither, Line::ZERO);
        assert!(cloud.expect("there are points").far().is_none());
    }

    #[test]
    fn points_on_a_line_are_seen_to_lie_on_it_at_the_first_or_second_slope() {
        // Tenths are rounded, and with an even count the median point is not the centre.
        let ys = [1e3, 1e3 - 0.1, 1e3 - 0.2, 1e3 - 0.3];
        let xs = [0.0, 1.0, 2.0, 3.0];
        let mut cloud = Cloud::new(&xs, &ys, Held::Neither, Line::ZERO).expect("points");
        let far = cloud.far().expect("x has spread");
        let mut slopes = 0;
        let best = lowest(&far, &mut |slope| {
            slopes += 1;
            cloud.tangent(slope)
        });
        assert!((best.at + 0.1).abs() < 1e-12, "{}", best.at);
        assert!(slopes <= 2, "{slopes}");
    }
}
