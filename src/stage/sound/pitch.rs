//! Pitch of a number.

use crate::descent::trainer::Trainer;
use crate::numeric::range::Range;

/// Frequency of the least cost, and of the least value of the data, in hertz: the A below middle C.
pub const LOWEST: f64 = 220.0;
/// Frequency of the start's cost, and of the greatest value of the data: two octaves higher.
pub const START: f64 = 880.0;
/// The greatest frequency: an octave higher still.
pub const HIGHEST: f64 = 1_760.0;

/// The height of [`HIGHEST`], where [`LOWEST`] is at 0 and [`START`] at 1.
const TOP: f64 = 1.5;
/// The cost at which a run is at the top, as a multiple of the start's.
const TOP_COST: f64 = 1e4;
/// The least cost that is told from 0, as a share of the start's.
const LEAST_SHARE: f64 = 1e-6;

/// The frequency at a height; heights beyond 0 and the top are held there, and what is no number is at the top.
pub fn frequency(height: f64) -> f64 {
    let height = if height.is_nan() { TOP } else { height.clamp(0.0, TOP) };
    LOWEST * (START / LOWEST).powf(height)
}

/// Frequencies of values between the least and the greatest one: equal steps of the value are equal intervals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValuePitch(Range);

impl ValuePitch {
    /// The pitch of values in this range.
    pub fn new(range: Range) -> Self {
        Self(range)
    }

    /// The frequency of a value. Those beyond the range go on for half an octave below and above.
    pub fn frequency(&self, value: f64) -> f64 {
        let Range { min, .. } = self.0;
        let span = self.0.span();
        let share = if span > 0.0 { (value - min) / span } else { 0.5 };
        let share = if share.is_nan() { 0.5 } else { share.clamp(-0.25, 1.25) };
        LOWEST * (START / LOWEST).powf(share)
    }
}

/// Frequencies of costs: log J between the least cost and that of the start, of all runs that are heard together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CostPitch {
    least: f64,
    start: f64,
}

impl CostPitch {
    /// The pitch of the costs of these runs.
    pub fn of(runs: &[Trainer]) -> Self {
        let starts = runs.iter().map(Trainer::start_cost).filter(|cost| cost.is_finite());
        let leasts = runs.iter().map(Trainer::least_cost).filter(|cost| cost.is_finite());
        Self::between(leasts.fold(f64::INFINITY, f64::min), starts.fold(0.0, f64::max))
    }

    /// The pitch of costs between the least one and that of the start.
    pub fn between(least: f64, start: f64) -> Self {
        let start = start.max(f64::MIN_POSITIVE);
        // A cost without a least one, or one that is 0, leaves a floor all the same. `clamp` would pass NaN on.
        let floor = LEAST_SHARE * start;
        let least = if least.is_finite() { least.max(floor).min(start) } else { floor };
        Self { least: least.max(f64::MIN_POSITIVE), start }
    }

    /// How high a cost is: 0 at the least cost, 1 at the start's, and higher beyond.
    pub fn height(&self, cost: f64) -> f64 {
        let span = (self.start / self.least).ln();
        let below = if span > 1e-9 { 1.0 } else { 0.0 };
        if cost <= self.least {
            0.0
        } else if cost <= self.start {
            below * (cost / self.least).ln() / span
        } else {
            // What is infinite, or no number, is at the top.
            let above = (cost / self.start).ln() / TOP_COST.ln();
            below + if above.is_finite() { (TOP - 1.0) * above.min(1.0) } else { TOP - 1.0 }
        }
    }

    /// The frequency of a cost.
    pub fn frequency(&self, cost: f64) -> f64 {
        frequency(self.height(cost))
    }
}
