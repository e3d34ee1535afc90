//! Passes over the points: what costs without sums, and mini-batches, are made of.
//!
//! These loops are the hot code of the project: two points at a time, without branches.

use super::cost::Cost;
use super::two::Two;

/// Points that are summed before they are added to the total: it keeps rounding small.
const BLOCK: usize = 4_096;

/// What two points add: ρ(e) to the cost, and ½ψ(e), half of ρ′(e), to its slope. The half is what the
/// costs have anyway, and doubling the sums costs nothing.
type Share = (Two, Two);

/// Sums over points, in data units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sums {
    /// Σρ(e).
    pub cost: f64,
    /// Σψ(e).
    pub pull: f64,
    /// Σψ(e)·(x − x₀).
    pub moment: f64,
}

impl Sums {
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
pub(super) struct Centred {
    pub origin: (f64, f64),
    pub slope: f64,
    pub height: f64,
}

impl Centred {
    fn error(&self, x: f64, y: f64) -> f64 {
        (y - self.origin.1) - (self.slope * (x - self.origin.0) + self.height)
    }

    /// Two errors, and how far right of the origin they are.
    #[inline(always)]
    fn errors<const RAW: bool>(&self, x: Two, y: Two) -> (Two, Two) {
        let (x0, y0) = self.origin;
        let (u, v) = if RAW { (x, y) } else { (x - Two::both(x0), y - Two::both(y0)) };
        (u, v - (Two::both(self.slope) * u + Two::both(self.height)))
    }
}

#[inline(always)]
fn squared(e: Two) -> Share {
    (e * e, e)
}

#[inline(always)]
fn absolute(e: Two) -> Share {
    // No slope where the error is 0: of the subgradients that is the one that PyTorch takes too.
    (e.abs(), e.half_sign())
}

#[inline(always)]
fn huber(e: Two, threshold: f64) -> Share {
    let held = e.within(threshold);
    (held * (e + (e - held)), held)
}

#[inline(always)]
fn signed(e: Two) -> Share {
    (e, Two::both(0.5))
}

/// What a point of this error adds to the cost, and to its slope.
#[inline(always)]
pub(super) fn share(cost: Cost, e: f64) -> (f64, f64) {
    let e = Two::both(e);
    let (rho, half_psi) = match cost {
        cost if cost.is_squared() => squared(e),
        Cost::Squared => squared(e),
        Cost::Absolute => absolute(e),
        Cost::Huber(threshold) => huber(e, threshold.get()),
        Cost::Signed => signed(e),
    };
    (rho.first(), 2.0 * half_psi.first())
}

/// One pass over all points.
pub(super) fn over_all(cost: Cost, xs: &[f64], ys: &[f64], line: &Centred) -> Sums {
    match cost {
        Cost::Squared => blocks(xs, ys, line, squared),
        Cost::Absolute => blocks(xs, ys, line, absolute),
        Cost::Huber(threshold) => blocks(xs, ys, line, |e| huber(e, threshold.get())),
        Cost::Signed => blocks(xs, ys, line, signed),
    }
}

#[inline(always)]
fn blocks(xs: &[f64], ys: &[f64], line: &Centred, share: impl Fn(Two) -> Share + Copy) -> Sums {
    // Raw coordinates are the usual ones, and a fifth faster where nothing is taken off.
    let raw = line.origin == (0.0, 0.0);
    let sums = |(xs, ys)| match raw {
        true => block::<true>(xs, ys, line, share),
        false => block::<false>(xs, ys, line, share),
    };
    xs.chunks(BLOCK).zip(ys.chunks(BLOCK)).map(sums).fold(Sums::default(), Sums::plus)
}

#[inline(always)]
fn block<const RAW: bool>(
    xs: &[f64],
    ys: &[f64],
    line: &Centred,
    share: impl Fn(Two) -> Share,
) -> Sums {
    let two = |x, y| {
        let (u, e) = line.errors::<RAW>(x, y);
        let (rho, half_psi) = share(e);
        [rho, half_psi, half_psi * u]
    };
    let ((pairs_x, last_x), (pairs_y, last_y)) = (xs.as_chunks::<2>(), ys.as_chunks::<2>());
    let mut sums = [Two::both(0.0); 3];
    for (&xs, &ys) in pairs_x.iter().zip(pairs_y) {
        let [cost, pull, moment] = two(xs.into(), ys.into());
        sums = [sums[0] + cost, sums[1] + pull, sums[2] + moment];
    }
    let mut sums = sums.map(Two::sum);
    if let (&[x], &[y]) = (last_x, last_y) {
        let last = two(Two::both(x), Two::both(y));
        sums = std::array::from_fn(|i| sums[i] + last[i].first());
    }
    let [cost, half_pull, half_moment] = sums;
    Sums { cost, pull: 2.0 * half_pull, moment: 2.0 * half_moment }
}

/// Σ weight·ρ(e) over points with weights, for pictures.
pub(super) fn weighted_cost(cost: Cost, points: &[(f64, f64, f64)], line: &Centred) -> f64 {
    points.iter().map(|&(x, y, weight)| weight * share(cost, line.error(x, y)).0).sum()
}
