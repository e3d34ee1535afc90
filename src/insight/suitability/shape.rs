//! Whether the errors follow a curve, and whether they are of one size all along x.

use super::extent::{CHANCE, Extent};
use super::standard::Standard;

/// A curve that takes away this share of the squared error is worth a look: Cohen (1988) calls
/// f² = share/(1 − share) = 0.15 a medium effect.
pub const SLIGHT_BEND: f64 = 0.13;
/// One that takes away this share is better: Cohen's large effect, f² = 0.35.
pub const CLEAR_BEND: f64 = 0.26;
/// Where the curve adds less than this to the explained variance of y, the line is all but right,
/// however much of the little that is left follows a curve.
pub const LEAST_GAIN: f64 = 0.02;
/// Errors that are so many times as large at one end can be seen: their variances are 2.25 to 1.
pub const SLIGHT_SPREAD: f64 = 1.5;
/// Variances of 4 to 1 are where textbooks no longer call them alike.
pub const CLEAR_SPREAD: f64 = 2.0;
/// A third of x with fewer points than this has no size of error to speak of.
const FEWEST_IN_A_THIRD: usize = 4;
/// Where less of x² than this share is new beside x, no curve can be told from a line.
const LEAST_NEW: f64 = 1e-16;
/// σ/µ of |e| for normal errors, √(π/2 − 1): what the mean of |e| owes to chance.
const VARIATION: f64 = 0.756;

/// Gain of a parabola over the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bend {
    /// The share of the variance of y that the curve explains and the line does not.
    pub gain: f64,
    /// The share of the line's squared error that the curve takes away.
    pub share: f64,
    /// Whether the points lie below the line in the middle and above it at both ends.
    pub opens_up: bool,
    /// The x at which the curve has its top or bottom; far away where it is all but straight.
    pub turns_at: f64,
    /// Number of points that this was measured on.
    n: f64,
}

impl Bend {
    /// The importance of the bend. Returns `None` if it is negligible.
    pub fn extent(&self) -> Option<Extent> {
        // The coefficient of x² in standard errors, squared, is share/(1 − share)·(n − 3).
        let is_chance = self.share * (self.n - 3.0) < CHANCE * CHANCE * (1.0 - self.share);
        if is_chance || self.share < SLIGHT_BEND {
            None
        } else if self.share >= CLEAR_BEND && self.gain >= LEAST_GAIN {
            Some(Extent::Clear)
        } else {
            Some(Extent::Slight)
        }
    }
}

/// The parabola that fits best, as what it adds to the line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Curve {
    pub bend: Bend,
    coefficient: f64,
    skewness: f64,
}

/// The part of u² that is orthogonal to the line, for u of mean 0 and
/// variance 1.
fn square(u: f64, skewness: f64) -> f64 {
    u * u - skewness * u - 1.0
}

impl Curve {
    /// The best parabola; none where x takes fewer than three values, or three points make one.
    pub fn fit(standard: &Standard) -> Option<Self> {
        let n = standard.n();
        if n < 4.0 {
            return None;
        }
        let skewness = standard.mean(|u, _| u * u * u);
        let new = standard.mean(|u, _| square(u, skewness).powi(2));
        if new <= LEAST_NEW * standard.mean(|u, _| u.powi(4)) {
            return None;
        }
        let coefficient = standard.mean(|u, error| square(u, skewness) * error) / new;
        let gain = (coefficient * coefficient * new).min(standard.unexplained());
        let share = gain / standard.unexplained();
        let top = 0.5 * (skewness - standard.correlation() / coefficient);
        let summary = standard.summary();
        let turns_at = summary.mean_x() + top * summary.variance_x().sqrt();
        let bend = Bend { gain: gain.min(1.0), share, opens_up: coefficient > 0.0, turns_at, n };
        Some(Self { bend, coefficient, skewness })
    }

    fn at(&self, u: f64) -> f64 {
        self.coefficient * square(u, self.skewness)
    }
}

/// Change of the size of the errors with x.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Ratio of the errors in the upper third of x to those in the lower third.
    pub ratio: f64,
    /// The standard error of ln(ratio), were the errors alike.
    error: f64,
}

impl Spread {
    /// The mean |e| in the upper third of x over that in the lower third. In either third the
    /// largest is left aside, so that one outlier does not pass for a spread.
    pub(super) fn measure(standard: &Standard, curve: Option<Curve>) -> Option<Self> {
        let mut sorted: Vec<f64> = standard.rows().map(|(u, _)| u).collect();
        let third = (sorted.len() - 1) / 3;
        let last = sorted.len() - 1 - third;
        let low = *sorted.select_nth_unstable_by(third, f64::total_cmp).1;
        let high = *sorted.select_nth_unstable_by(last, f64::total_cmp).1;
        if low >= high {
            return None;
        }
        let (mut lower, mut upper) = (Side::default(), Side::default());
        for (u, error) in standard.rows() {
            let error = error - curve.map_or(0.0, |curve| curve.at(u));
            // An error is the smaller the more its own point pulls the line: that is undone here.
            let room = (1.0 - (1.0 + u * u) / standard.n()).max(f64::EPSILON);
            let size = error.abs() / room.sqrt();
            if u <= low {
                lower.add(size);
            } else if u >= high {
                upper.add(size);
            }
        }
        let (below, above, noise) = (lower.mean()?, upper.mean()?, standard.noise());
        (below.max(above) > noise).then(|| Self {
            ratio: above.max(noise) / below.max(noise),
            error: VARIATION * (1.0 / lower.kept() + 1.0 / upper.kept()).sqrt(),
        })
    }

    /// The importance of the spread. Returns `None` if it is negligible.
    pub fn extent(self) -> Option<Extent> {
        let times = self.times();
        if times < SLIGHT_SPREAD || times.ln() < CHANCE * self.error {
            None
        } else if times < CLEAR_SPREAD {
            Some(Extent::Slight)
        } else {
            Some(Extent::Clear)
        }
    }

    /// The ratio of the larger errors to the smaller, at whichever end.
    pub fn times(self) -> f64 {
        self.ratio.max(1.0 / self.ratio)
    }

    /// Whether the errors are larger where x is greater.
    pub fn grows(self) -> bool {
        self.ratio > 1.0
    }
}

/// The sizes of the errors in one third of x.
#[derive(Clone, Copy, Debug, Default)]
struct Side {
    count: usize,
    sum: f64,
    largest: f64,
}

impl Side {
    fn add(&mut self, size: f64) {
        self.count += 1;
        self.sum += size.min(self.largest);
        self.largest = self.largest.max(size);
    }

    fn kept(self) -> f64 {
        self.count as f64 - 1.0
    }

    fn mean(self) -> Option<f64> {
        (self.count >= FEWEST_IN_A_THIRD).then(|| self.sum / self.kept())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bend_is_chance_below_three_standard_errors() {
        let bend = |share, n| Bend { gain: 0.1, share, opens_up: true, turns_at: 0.0, n }.extent();
        // share/(1 − share)·(n − 3) = 9.
        assert_eq!((bend(0.5, 12.0), bend(0.5, 11.0)), (Some(Extent::Clear), None));
        assert_eq!((bend(SLIGHT_BEND, 1e6), bend(0.129, 1e6)), (Some(Extent::Slight), None));
        assert_eq!(bend(CLEAR_BEND, 1e6), Some(Extent::Clear));
        assert_eq!(bend(0.259, 1e6), Some(Extent::Slight));
    }

    #[test]
    fn a_bend_that_gains_little_is_slight_however_much_it_takes_away() {
        let bend =
            |gain| Bend { gain, share: 0.9, opens_up: true, turns_at: 0.0, n: 100.0 }.extent();
        assert_eq!((bend(LEAST_GAIN), bend(0.019)), (Some(Extent::Clear), Some(Extent::Slight)));
    }

    #[test]
    fn a_spread_counts_from_its_limits_on_at_either_end() {
        let spread = |ratio| Spread { ratio, error: 0.0 };
        assert_eq!(
            (spread(SLIGHT_SPREAD).extent(), spread(1.49).extent()),
            (Some(Extent::Slight), None)
        );
        assert_eq!(spread(CLEAR_SPREAD).extent(), Some(Extent::Clear));
        assert_eq!(spread(1.0 / CLEAR_SPREAD).extent(), Some(Extent::Clear));
        assert!(spread(1.01).grows() && !spread(1.0).grows() && !spread(0.5).grows());
    }

    #[test]
    fn a_spread_of_three_standard_errors_is_no_chance() {
        let error = 2.0_f64.ln() / CHANCE;
        assert_eq!(CHANCE * error, 2.0_f64.ln());
        assert_eq!(Spread { ratio: 2.0, error }.extent(), Some(Extent::Clear));
        assert_eq!(Spread { ratio: 2.0, error: 1.01 * error }.extent(), None);
    }

    #[test]
    fn the_mean_size_in_a_third_leaves_the_largest_aside() {
        let side = |sizes: &[f64]| {
            let mut side = Side::default();
            sizes.iter().for_each(|&size| side.add(size));
            side
        };
        assert_eq!(side(&[1.0, 10.0, 2.0, 3.0]).mean(), Some(2.0));
        assert_eq!(side(&[1.0, 10.0, 2.0, 3.0]).kept(), 3.0);
        assert_eq!(side(&[1.0, 10.0, 2.0]).mean(), None);
    }
}
