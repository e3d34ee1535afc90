//! Passes over the points: what costs without sums, and mini-batches, are made of.
//!
//! These loops are the hot code of the project. They are written in lanes, without branches, so that
//! the compiler makes vector instructions of them.

use super::cost::Cost;

/// Sums that run beside one another.
const LANES: usize = 8;
/// Points that are summed before they are added to the total: it keeps rounding small.
const BLOCK: usize = 4_096;

/// What one point adds: ρ(e) to the cost, ψ(e) = ρ′(e) to its slope.
type Share = (f64, f64);

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
    #[inline(always)]
    fn error(&self, x: f64, y: f64) -> (f64, f64) {
        let u = x - self.origin.0;
        (u, (y - self.origin.1) - (self.slope * u + self.height))
    }
}

#[inline(always)]
fn squared(e: f64) -> Share {
    (e * e, 2.0 * e)
}

#[inline(always)]
fn absolute(e: f64) -> Share {
    // No slope where the error is 0: of the subgradients that is the one that PyTorch takes too.
    (e.abs(), f64::from(u8::from(e > 0.0)) - f64::from(u8::from(e < 0.0)))
}

#[inline(always)]
fn huber(e: f64, threshold: f64) -> Share {
    // Not `clamp`, which keeps NaN by a branch.
    let held = e.max(-threshold).min(threshold);
    (held * (2.0 * e - held), 2.0 * held)
}

#[inline(always)]
fn signed(e: f64) -> Share {
    (e, 1.0)
}

/// What a point of this error adds to the cost, and to its slope.
pub(super) fn share(cost: Cost, e: f64) -> (f64, f64) {
    match cost {
        cost if cost.is_squared() => squared(e),
        Cost::Squared => squared(e),
        Cost::Absolute => absolute(e),
        Cost::Huber(threshold) => huber(e, threshold.get()),
        Cost::Signed => signed(e),
    }
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
fn blocks(xs: &[f64], ys: &[f64], line: &Centred, share: impl Fn(f64) -> Share + Copy) -> Sums {
    xs.chunks(BLOCK)
        .zip(ys.chunks(BLOCK))
        .map(|(xs, ys)| block(xs, ys, line, share))
        .fold(Sums::default(), Sums::plus)
}

#[inline(always)]
fn block(xs: &[f64], ys: &[f64], line: &Centred, share: impl Fn(f64) -> Share + Copy) -> Sums {
    let (mut cost, mut pull, mut moment) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
    let ((x_lanes, x_rest), (y_lanes, y_rest)) = (xs.as_chunks::<LANES>(), ys.as_chunks::<LANES>());
    for (xs, ys) in x_lanes.iter().zip(y_lanes) {
        for lane in 0..LANES {
            let (u, e) = line.error(xs[lane], ys[lane]);
            let (rho, psi) = share(e);
            cost[lane] += rho;
            pull[lane] += psi;
            moment[lane] += psi * u;
        }
    }
    let rest = x_rest.iter().zip(y_rest).map(|(&x, &y)| one(x, y, line, share));
    let total = |lanes: [f64; LANES]| lanes.iter().sum();
    let sums = Sums { cost: total(cost), pull: total(pull), moment: total(moment) };
    rest.fold(sums, Sums::plus)
}

#[inline(always)]
fn one(x: f64, y: f64, line: &Centred, share: impl Fn(f64) -> Share) -> Sums {
    let (u, e) = line.error(x, y);
    let (rho, psi) = share(e);
    Sums { cost: rho, pull: psi, moment: psi * u }
}

/// Σ weight·ρ(e) over points with weights, for pictures.
pub(super) fn weighted_cost(cost: Cost, points: &[(f64, f64, f64)], line: &Centred) -> f64 {
    points.iter().map(|&(x, y, weight)| weight * share(cost, line.error(x, y).1).0).sum()
}
