//! The verdict on a largest stable rate that the reader's program has computed from the data.
//!
//! ```
//! use downhill::insight::rate_answer::{RateAnswer, RateSlip};
//!
//! // The second derivatives are 2·[[5, 2], [2, 1]].
//! let xs = [1.0, 3.0];
//! let limit = 1.0 / (3.0 + 8.0_f64.sqrt());
//! assert_eq!(RateAnswer::of(limit, &xs), RateAnswer::Right);
//! assert_eq!(RateAnswer::of(0.5 * limit, &xs), RateAnswer::Slip(RateSlip::Half));
//! ```

use crate::data::hessian::Hessian;

/// How far a right answer may be from the true one, relative to it.
const ROUNDING: f64 = 1e-9;
/// How far one that was not computed to its end may be.
const CLOSE: f64 = 0.02;

/// Kind of answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RateAnswer {
    /// 2/λmax to a billionth.
    Right,
    /// No positive number.
    NoRate,
    /// The rate that a known slip makes of it.
    Slip(RateSlip),
    /// Close to it: it is so many times the right one.
    Close(f64),
    /// Something else: it is so many times the right one.
    Other(f64),
}

/// A slip in computing the largest stable rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateSlip {
    /// 1/λmax.
    Half,
    /// 2/λmax of half the second derivatives.
    WithoutTwo,
    /// λmax itself.
    Eigenvalue,
    /// 2/λmin.
    LeastEigenvalue,
    /// 1/mean(x²), which holds where the intercept does not move.
    SlopeAlone,
    /// The same of the variance of x.
    Variance,
    /// 2 by the trace, which is the sum of both eigenvalues.
    Trace,
    /// 2 by the length of all four second derivatives.
    Length,
    /// Sums in the place of means.
    Sums,
}

impl RateAnswer {
    /// The verdict on an answer for these x, of which there is at least one.
    pub fn of(answer: f64, xs: &[f64]) -> Self {
        if !(answer > 0.0 && answer.is_finite()) {
            return Self::NoRate;
        }
        let Some(hessian) = Hessian::of_part(|| xs.iter().copied(), xs.len()) else {
            return Self::NoRate;
        };
        let limit = 2.0 / hessian.max_eigenvalue();
        if is_about(answer, limit) {
            return Self::Right;
        }
        let slip = RateSlip::ALL.into_iter().find(|slip| {
            slip.value(&hessian, xs.len()).is_some_and(|value| is_about(answer, value))
        });
        let times = answer / limit;
        match slip {
            Some(slip) => Self::Slip(slip),
            None if (times - 1.0).abs() < CLOSE => Self::Close(times),
            None => Self::Other(times),
        }
    }

    /// Whether it is the right one.
    pub fn is_right(self) -> bool {
        self == Self::Right
    }
}

impl RateSlip {
    /// All of them, the likeliest first.
    pub const ALL: [Self; 9] = [
        Self::Half,
        Self::WithoutTwo,
        Self::Eigenvalue,
        Self::LeastEigenvalue,
        Self::SlopeAlone,
        Self::Trace,
        Self::Length,
        Self::Variance,
        Self::Sums,
    ];

    /// The rate that it makes of `n` rows with these second derivatives. Returns `None` where that is no number.
    fn value(self, hessian: &Hessian, n: usize) -> Option<f64> {
        let &Hessian { slope, mixed, intercept, .. } = hessian;
        let greatest = hessian.max_eigenvalue();
        let value = match self {
            Self::Half => 1.0 / greatest,
            Self::WithoutTwo => 4.0 / greatest,
            Self::Eigenvalue => greatest,
            Self::LeastEigenvalue => 2.0 / hessian.min_eigenvalue(),
            Self::SlopeAlone => 2.0 / slope,
            Self::Variance => 2.0 / (slope - 0.5 * mixed * mixed),
            Self::Trace => 2.0 / (slope + intercept),
            Self::Length => 2.0 / slope.hypot(intercept).hypot(std::f64::consts::SQRT_2 * mixed),
            Self::Sums => 2.0 / (n as f64 * greatest),
        };
        (value > 0.0 && value.is_finite()).then_some(value)
    }
}

fn is_about(value: f64, other: f64) -> bool {
    (value - other).abs() <= ROUNDING * other
}

#[cfg(test)]
mod tests {
    use super::*;

    /// x of several sizes, and the eigenvalues of their second derivatives, by the roots of the characteristic polynomial.
    fn examples() -> [(Vec<f64>, f64, f64); 3] {
        [vec![4.0, 7.0, 8.0, 25.0], vec![-0.5, 0.25, 0.75], vec![1e4, 1e4 + 3.0, 1e4 - 8.0]].map(
            |xs| {
                let n = xs.len() as f64;
                let (mean, square) =
                    (xs.iter().sum::<f64>() / n, xs.iter().map(|x| x * x).sum::<f64>() / n);
                let (trace, determinant) = (square + 1.0, square - mean * mean);
                let greater = 0.5 * (trace + (trace * trace - 4.0 * determinant).sqrt());
                (xs, 2.0 * greater, 2.0 * determinant / greater)
            },
        )
    }

    #[test]
    fn two_by_the_greater_eigenvalue_is_right_to_a_billionth() {
        for (xs, greater, _) in examples() {
            let limit = 2.0 / greater;
            assert_eq!(RateAnswer::of(limit, &xs), RateAnswer::Right);
            assert_eq!(RateAnswer::of(limit * (1.0 + 5e-10), &xs), RateAnswer::Right);
            assert!(!RateAnswer::of(limit * (1.0 + 2e-9), &xs).is_right());
            assert!(!RateAnswer::of(limit * (1.0 - 2e-9), &xs).is_right());
        }
    }

    #[test]
    fn slips_are_named_where_they_matter() {
        let (xs, greater, least) = examples()[0].clone();
        let n = xs.len() as f64;
        let mean_square = xs.iter().map(|x| x * x).sum::<f64>() / n;
        let mean = xs.iter().sum::<f64>() / n;
        for (answer, slip) in [
            (1.0 / greater, RateSlip::Half),
            (4.0 / greater, RateSlip::WithoutTwo),
            (greater, RateSlip::Eigenvalue),
            (1.0 / mean_square, RateSlip::SlopeAlone),
            (1.0 / (mean_square - mean * mean), RateSlip::Variance),
            (1.0 / (mean_square + 1.0), RateSlip::Trace),
            (2.0 / (n * greater), RateSlip::Sums),
        ] {
            assert_eq!(RateAnswer::of(answer, &xs), RateAnswer::Slip(slip));
        }
        let RateAnswer::Slip(RateSlip::LeastEigenvalue) = RateAnswer::of(2.0 / least, &xs) else {
            panic!("{:?}", RateAnswer::of(2.0 / least, &xs));
        };
        let all = 4.0 * (mean_square * mean_square + 1.0 + 2.0 * mean * mean);
        assert_eq!(RateAnswer::of(2.0 / all.sqrt(), &xs), RateAnswer::Slip(RateSlip::Length));
    }

    #[test]
    fn what_is_no_slip_is_told_by_its_size() {
        let (xs, greater, _) = examples()[0].clone();
        let limit = 2.0 / greater;
        assert!(
            matches!(RateAnswer::of(1.001 * limit, &xs), RateAnswer::Close(times) if (times - 1.001).abs() < 1e-9)
        );
        assert!(
            matches!(RateAnswer::of(7.3 * limit, &xs), RateAnswer::Other(times) if (times - 7.3).abs() < 1e-9)
        );
        for none in [0.0, -limit, f64::NAN, f64::INFINITY] {
            assert_eq!(RateAnswer::of(none, &xs), RateAnswer::NoRate);
        }
        assert_eq!(RateAnswer::of(1.0, &[]), RateAnswer::NoRate);
        // Without spread the smaller eigenvalue is 0.
        assert_eq!(RateAnswer::of(2.0 / (2.0 * 10.0), &[3.0, 3.0]), RateAnswer::Right);
    }
}
