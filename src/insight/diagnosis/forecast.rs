//! The forecast of descent on squared error, plain or with momentum, for any learning rate.

use super::nearness::Nearness;
use crate::data::summary::Summary;
use crate::descent::objective::Held;
use crate::descent::optimizer::{Inertia, Motion};
use crate::descent::trainer::Trainer;
use crate::numeric::line::Line;

/// A rate that needs more epochs than this is too small, if a larger one needs fewer.
pub const TOO_MANY: u64 = 100_000;
/// The most epochs that are predicted.
const FARTHEST: u64 = 1 << 40;

/// Effect of a learning rate on these data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// It needs more than [`TOO_MANY`] epochs, and so does every other rate.
    TooNarrow,
    /// It needs more than [`TOO_MANY`] epochs, and a larger one fewer.
    TooSmall,
    /// Every step goes down along both axes, and never across the bottom.
    Steady,
    /// Steps go across the bottom, and come closer to it nevertheless.
    Zigzag,
    /// Steps go across the bottom, and never come to rest there.
    Diverging,
}

/// One axis of the cost: how it is curved, and how far the start is from the bottom along it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct PrincipalAxis {
    curvature: f64,
    start: Motion,
}

impl PrincipalAxis {
    /// The distance from the bottom after so many epochs; with inertia, that within which it is to stay.
    fn after(self, inertia: Option<Inertia>, rate: f64, epochs: u64) -> f64 {
        if let Some(inertia) = inertia {
            return inertia.bound(self.start, rate, self.curvature, epochs);
        }
        let factor = 1.0 - rate * self.curvature;
        // The sign does not matter here, and powers of what is negative would ask for whole ones.
        self.start.distance.abs() * (epochs as f64 * factor.abs().ln()).exp()
    }
}

/// The forecast of descent on squared error from one start, plain or with momentum, for any learning rate.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    axes: [PrincipalAxis; 2],
    inertia: Option<Inertia>,
    near: Nearness,
    /// The rate from which on the descent does not converge.
    limit: f64,
    steepest: f64,
    /// The least curvature among the directions in which the descent can move.
    flattest: f64,
}

impl Forecast {
    /// The forecast for a run's data and start. Returns `None` if no line is best, x having no spread while
    /// neither parameter is held, and for other rules and costs, of which less is known.
    pub fn of(run: &Trainer) -> Option<Self> {
        Self::from(run, run.start(), None)
    }

    /// The forecast for a run from where its line is now.
    pub fn from_here(run: &Trainer) -> Option<Self> {
        Self::from(run, run.state().at, run.state().velocity())
    }

    fn from(run: &Trainer, start: Line, velocity: Option<Line>) -> Option<Self> {
        // At one rate, and where that has a limit, each epoch is the same linear step.
        let limit = run.largest_stable_rate().filter(|_| run.settings().schedule.is_constant())?;
        let objective = run.objective();
        let best = run.minimum()?;
        let away = Line::new(start.slope - best.slope, start.intercept - best.intercept);
        let steepest = objective.max_curvature();
        // The axis of curvature `curvature` along a direction.
        let axis = |curvature, (slope, intercept): (f64, f64)| {
            let along = |line: Line| slope * line.slope + intercept * line.intercept;
            let start = Motion { distance: along(away), velocity: velocity.map(along) };
            PrincipalAxis { curvature, start }
        };
        let (flattest, axes) = match objective.held() {
            // Nothing moves along the other axis.
            Held::Slope => (steepest, [(0.0, 1.0), (0.0, 0.0)].map(|to| axis(steepest, to))),
            Held::Intercept => (steepest, [(1.0, 0.0), (0.0, 0.0)].map(|to| axis(steepest, to))),
            Held::Neither => {
                let hessian = objective.hessian();
                let (slope, intercept) = hessian.steepest_direction();
                let flattest = hessian.min_eigenvalue();
                let across = axis(steepest, (slope, intercept));
                (flattest, [across, axis(flattest, (-intercept, slope))])
            }
        };
        let inertia = run.settings().optimizer.inertia();
        Some(Self { axes, inertia, near: Nearness::of(run), limit, steepest, flattest })
    }

    /// The forecast for a run of raw data from its start, as if x had mean 0: then the axes are the slope and the height above the
    /// middle of the data, whose curvatures are twice the variance of x, and 2.
    pub fn with_x_centered(run: &Trainer, data: &Summary) -> Option<Self> {
        let (start, best) = (run.start_line(), data.least_squares()?);
        let (tilt, height) = (2.0 * data.variance_x(), 2.0);
        let distance = start.predict(data.mean_x()) - data.mean_y();
        let axis = |curvature, distance| PrincipalAxis {
            curvature,
            start: Motion { distance, velocity: None },
        };
        let axes = [axis(tilt, start.slope - best.slope), axis(height, distance)];
        let (flattest, steepest) = (tilt.min(height), tilt.max(height));
        let optimizer = run.settings().optimizer;
        let limit = optimizer.largest_stable_rate(steepest)?;
        let inertia = optimizer.inertia();
        Some(Self { axes, inertia, near: Nearness::of(run), limit, steepest, flattest })
    }

    /// How many times steeper the valley of the cost is across than along.
    pub fn condition(&self) -> f64 {
        self.steepest / self.flattest
    }

    /// The rate from which on the descent does not converge: 2/λmax where it is plain.
    pub fn largest_stable_rate(&self) -> f64 {
        self.limit
    }

    /// The rate up to which no step goes across the bottom: 1/λmax where the descent is plain.
    pub fn largest_steady_rate(&self) -> f64 {
        self.inertia.map_or(1.0, |inertia| inertia.largest_steady_step()) / self.steepest
    }

    /// The rate that is best for the worst start: of plain descent 2/(λmin + λmax) (Nesterov 2018, theorem 2.1.15).
    pub fn best_worst_case_rate(&self) -> f64 {
        let plain = 2.0 / (self.flattest + self.steepest);
        let Some(inertia) = self.inertia else { return plain };
        let slowest = |rate: f64| {
            let along = |curvature: f64| inertia.long_run_factor(rate * curvature);
            Some(along(self.flattest).max(along(self.steepest)))
        };
        least(self.limit, slowest).map_or(plain, |(rate, _)| rate)
    }

    /// Whether a share of the least cost is what counts as near; errors otherwise, where the least is 0.
    pub fn is_to_share_of_least(&self) -> bool {
        self.near.is_share_of_least
    }

    /// Epochs until the cost is near the least. Returns `None` if that never comes.
    pub fn epochs(&self, rate: f64) -> Option<u64> {
        if self.is_there(rate, 0) {
            return Some(0);
        }
        if rate >= self.largest_stable_rate() || !self.is_there(rate, FARTHEST) {
            return None;
        }
        // Each axis only shrinks, and so does each bound, so that what is there stays there.
        let (mut before, mut there) = (0, FARTHEST);
        while there - before > 1 {
            let middle = before + (there - before) / 2;
            if self.is_there(rate, middle) { there = middle } else { before = middle }
        }
        Some(there)
    }

    /// How far the cost is above the least after so many epochs, in the coordinates of the descent; with momentum, what
    /// it is to stay below.
    pub fn excess(&self, rate: f64, epochs: u64) -> f64 {
        let along = |axis: &PrincipalAxis| {
            0.5 * axis.curvature * axis.after(self.inertia, rate, epochs).powi(2)
        };
        self.axes.iter().map(along).sum()
    }

    fn is_there(&self, rate: f64, epochs: u64) -> bool {
        self.near.holds(self.excess(rate, epochs))
    }

    /// Whether no rate comes near the least cost within [`TOO_MANY`] epochs, because the valley is too narrow.
    pub fn is_too_narrow(&self) -> bool {
        self.fewest_epochs().is_none_or(|(_, epochs)| epochs > TOO_MANY)
    }

    /// The least rate that is not too small. Returns `None` if the valley is too narrow for every rate.
    pub fn least_quick_rate(&self) -> Option<f64> {
        let quick = |rate: f64| self.epochs(rate).is_some_and(|epochs| epochs <= TOO_MANY);
        let (mut above, _) = self.fewest_epochs()?;
        if !quick(above) {
            return None;
        }
        // Up to the best rate, a larger one is hardly ever slower.
        let mut below = above * 1e-12;
        while above > below * (1.0 + 1e-9) {
            let middle = (below * above).sqrt();
            if quick(middle) { above = middle } else { below = middle }
        }
        Some(above)
    }

    /// The zone of a rate: each begins where the scale under the slider has it begin.
    pub fn zone(&self, rate: f64) -> Zone {
        match self.least_quick_rate() {
            _ if rate >= self.largest_stable_rate() => Zone::Diverging,
            None => Zone::TooNarrow,
            Some(quick) if rate < quick => Zone::TooSmall,
            Some(_) if rate > self.largest_steady_rate() => Zone::Zigzag,
            Some(_) => Zone::Steady,
        }
    }

    /// The rate that needs the fewest epochs from this start, and their number. Returns `None` if it is known
    /// of no rate.
    pub fn fewest_epochs(&self) -> Option<(f64, u64)> {
        least(self.limit, |rate| self.epochs(rate))
    }
}

/// The rate below `limit` with the least value, and that value; of rates with the same one, the least. Returns `None` if
/// no rate that is tried has one.
fn least<T: Copy + PartialOrd>(limit: f64, value: impl Fn(f64) -> Option<T>) -> Option<(f64, T)> {
    /// Rates that are tried at a time, and how often, each time closer around the best.
    const TRIED: u32 = 32;
    const TIMES: usize = 3;
    let (mut low, mut high) = (0.0, limit);
    let mut best: Option<(f64, T)> = None;
    for _ in 0..TIMES {
        let step = (high - low) / f64::from(TRIED);
        for index in (1..TRIED).rev() {
            let rate = low + step * f64::from(index);
            let least = best.map(|(_, least)| least);
            best = value(rate)
                .filter(|&value| least.is_none_or(|least| value <= least))
                .map(|value| (rate, value))
                .or(best);
        }
        let (rate, _) = best?;
        (low, high) = ((rate - step).max(0.0), (rate + step).min(limit));
    }
    best
}
