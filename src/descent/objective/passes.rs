//! Passes over the points, for costs without sums and for mini-batches.
//!
//! These loops are the hot code of the project: two points at a time, without branches.

use super::cost::Cost;
use super::f64x2::F64x2;

/// Points that are summed before their sum is added to the total, which keeps rounding small.
const BLOCK: usize = 4_096;

/// The shares of two points: ρ(e) of the cost, and ½ψ(e), half of ρ′(e), of its slope. The halves are at hand
/// without a multiplication; the sums are doubled once.
type Share = (F64x2, F64x2);

/// PassSums over points, in data units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct PassSums {
    /// Σρ(e).
    pub cost: f64,
    /// Σψ(e).
    pub pull: f64,
    /// Σψ(e)·(x − x₀).
    pub moment: f64,
}

impl PassSums {
    fn plus(self, other: Self) -> Self {
        Self {
            cost: self.cost + other.cost,
            pull: self.pull + other.pull,
            moment: self.moment + other.moment,
        }
    }
}

/// A line seen from an origin, y − y₀ = a·(x − x₀) + c, so that no digits cancel far from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CentredLine {
    pub origin: (f64, f64),
    pub slope: f64,
    pub height: f64,
}

impl CentredLine {
    fn error(&self, x: f64, y: f64) -> f64 {
        (y - self.origin.1) - (self.slope * (x - self.origin.0) + self.height)
    }

    /// F64x2 errors, and how far right of the origin they are.
    #[inline(always)]
    fn errors<const RAW: bool>(&self, x: F64x2, y: F64x2) -> (F64x2, F64x2) {
        let (x0, y0) = self.origin;
        let (u, v) = if RAW { (x, y) } else { (x - F64x2::splat(x0), y - F64x2::splat(y0)) };
        (u, v - (F64x2::splat(self.slope) * u + F64x2::splat(self.height)))
    }
}

#[inline(always)]
fn squared(e: F64x2) -> Share {
    (e * e, e)
}

#[inline(always)]
fn absolute(e: F64x2) -> Share {
    // No slope where the error is 0: of the subgradients that is the one that PyTorch takes too.
    (e.abs(), e.half_sign())
}

#[inline(always)]
fn huber(e: F64x2, threshold: f64) -> Share {
    let held = e.clamp(threshold);
    (held * (e + (e - held)), held)
}

#[inline(always)]
fn signed(e: F64x2) -> Share {
    (e, F64x2::splat(0.5))
}

/// The share of a point of this error in the cost, and in its slope.
#[inline(always)]
pub(super) fn share(cost: Cost, e: f64) -> (f64, f64) {
    let e = F64x2::splat(e);
    let (rho, half_psi) = match cost {
        Cost::Squared => squared(e),
        Cost::Absolute(_) => absolute(e),
        Cost::Huber(threshold) => huber(e, threshold.get()),
        Cost::Signed(_) => signed(e),
    };
    (rho.first(), 2.0 * half_psi.first())
}

/// One pass over all points.
pub(super) fn over_all(cost: Cost, xs: &[f64], ys: &[f64], line: &CentredLine) -> PassSums {
    match cost {
        Cost::Squared => blocks(xs, ys, line, squared),
        Cost::Absolute(_) => blocks(xs, ys, line, absolute),
        Cost::Huber(threshold) => blocks(xs, ys, line, |e| huber(e, threshold.get())),
        Cost::Signed(_) => blocks(xs, ys, line, signed),
    }
}

#[inline(always)]
fn blocks(
    xs: &[f64],
    ys: &[f64],
    line: &CentredLine,
    share: impl Fn(F64x2) -> Share + Copy,
) -> PassSums {
    // Raw coordinates are the usual ones, and a fifth faster where nothing is taken off.
    let raw = line.origin == (0.0, 0.0);
    let sums = |(xs, ys)| match raw {
        true => block::<true>(xs, ys, line, share),
        false => block::<false>(xs, ys, line, share),
    };
    xs.chunks(BLOCK).zip(ys.chunks(BLOCK)).map(sums).fold(PassSums::default(), PassSums::plus)
}

#[inline(always)]
fn block<const RAW: bool>(
    xs: &[f64],
    ys: &[f64],
    line: &CentredLine,
    share: impl Fn(F64x2) -> Share,
) -> PassSums {
    let two = |x, y| {
        let (u, e) = line.errors::<RAW>(x, y);
        let (rho, half_psi) = share(e);
        [rho, half_psi, half_psi * u]
    };
    let ((pairs_x, last_x), (pairs_y, last_y)) = (xs.as_chunks::<2>(), ys.as_chunks::<2>());
    let mut sums = [F64x2::splat(0.0); 3];
    for (&xs, &ys) in pairs_x.iter().zip(pairs_y) {
        let [cost, pull, moment] = two(xs.into(), ys.into());
        sums = [sums[0] + cost, sums[1] + pull, sums[2] + moment];
    }
    let mut sums = sums.map(F64x2::sum);
    if let (&[x], &[y]) = (last_x, last_y) {
        let last = two(F64x2::splat(x), F64x2::splat(y));
        sums = std::array::from_fn(|i| sums[i] + last[i].first());
    }
    let [cost, half_pull, half_moment] = sums;
    PassSums { cost, pull: 2.0 * half_pull, moment: 2.0 * half_moment }
}

/// Σ weight·ρ(e) over points with weights, for pictures.
pub(super) fn weighted_cost(cost: Cost, points: &[(f64, f64, f64)], line: &CentredLine) -> f64 {
    points.iter().map(|&(x, y, weight)| weight * share(cost, line.error(x, y)).0).sum()
}
