//! The forecast of plain descent on squared error, for any learning rate.

use super::nearness::Nearness;
use crate::data::summary::Summary;
use crate::descent::objective::Held;
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
    distance: f64,
}

impl PrincipalAxis {
    /// The distance from the bottom after so many epochs.
    fn after(self, rate: f64, epochs: u64) -> f64 {
        let factor = 1.0 - rate * self.curvature;
        // The sign does not matter here, and powers of what is negative would ask for whole ones.
        self.distance.abs() * (epochs as f64 * factor.abs().ln()).exp()
    }
}

/// The forecast of plain descent on squared error from one start, for any learning rate.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    axes: [PrincipalAxis; 2],
    near: Nearness,
    steepest: f64,
    /// The least curvature among the directions in which the descent can move.
    flattest: f64,
}

impl Forecast {
    /// The forecast for a run's data and start. Returns `None` if no line is best, x having no spread while
    /// neither parameter is held, and for other rules and costs, of which less is known.
    pub fn of(run: &Trainer) -> Option<Self> {
        Self::from(run, run.start())
    }

    /// The forecast for a run from where its line is now.
    pub fn from_here(run: &Trainer) -> Option<Self> {
        Self::from(run, run.state().at)
    }

    fn from(run: &Trainer, start: Line) -> Option<Self> {
        if !run.is_plain() {
            return None;
        }
        let objective = run.objective();
        let best = run.minimum()?;
        let away = Line::new(start.slope - best.slope, start.intercept - best.intercept);
        let steepest = objective.max_curvature();
        let axis = |curvature, distance| PrincipalAxis { curvature, distance };
        let (flattest, axes) = match objective.held() {
            // Nothing moves along the other axis.
            Held::Slope => (steepest, [axis(steepest, away.intercept), axis(steepest, 0.0)]),
            Held::Intercept => (steepest, [axis(steepest, away.slope), axis(steepest, 0.0)]),
            Held::Neither => {
                let hessian = objective.hessian();
                let (slope, intercept) = hessian.steepest_direction();
                let flattest = hessian.min_eigenvalue();
                let along = slope * away.slope + intercept * away.intercept;
                let across = slope * away.intercept - intercept * away.slope;
                (flattest, [axis(steepest, along), axis(flattest, across)])
            }
        };
        Some(Self { axes, near: Nearness::of(run), steepest, flattest })
    }

    /// The forecast for a run on raw data, as if x had mean 0: then the axes are the slope and the height above the
    /// middle of the data, whose curvatures are twice the variance of x, and 2.
    pub fn with_x_centered(run: &Trainer, data: &Summary) -> Option<Self> {
        let (start, best) = (run.start_line(), data.least_squares()?);
        let (tilt, height) = (2.0 * data.variance_x(), 2.0);
        let distance = start.predict(data.mean_x()) - data.mean_y();
        let axes = [
            PrincipalAxis { curvature: tilt, distance: start.slope - best.slope },
            PrincipalAxis { curvature: height, distance },
        ];
        let (flattest, steepest) = (tilt.min(height), tilt.max(height));
        Some(Self { axes, near: Nearness::of(run), steepest, flattest })
    }

    /// How many times steeper the valley of the cost is across than along.
    pub fn condition(&self) -> f64 {
        self.steepest / self.flattest
    }

    /// The rate from which on the descent does not converge, 2/λmax.
    pub fn largest_stable_rate(&self) -> f64 {
        2.0 / self.steepest
    }

    /// The rate up to which no step goes across the bottom, 1/λmax.
    pub fn largest_steady_rate(&self) -> f64 {
        1.0 / self.steepest
    }

    /// The rate that is best for the worst start, 2/(λmin + λmax) (Nesterov 2018, theorem 2.1.15).
    pub fn best_worst_case_rate(&self) -> f64 {
        2.0 / (self.flattest + self.steepest)
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
        // Each axis only shrinks, so that what is there stays there.
        let (mut before, mut there) = (0, FARTHEST);
        while there - before > 1 {
            let middle = before + (there - before) / 2;
            if self.is_there(rate, middle) { there = middle } else { before = middle }
        }
        Some(there)
    }

    /// How far the cost is above the least after so many epochs, in the coordinates of the descent.
    pub fn excess(&self, rate: f64, epochs: u64) -> f64 {
        let along = |axis: &PrincipalAxis| 0.5 * axis.curvature * axis.after(rate, epochs).powi(2);
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
        /// Rates that are tried at a time, and how often, each time closer around the best.
        const TRIED: u32 = 32;
        const TIMES: usize = 3;
        let limit = self.largest_stable_rate();
        let (mut low, mut high) = (0.0, limit);
        let mut best: Option<(f64, u64)> = None;
        for _ in 0..TIMES {
            let step = (high - low) / f64::from(TRIED);
            // Of rates that need as many epochs, the least.
            for index in (1..TRIED).rev() {
                let rate = low + step * f64::from(index);
                let fewest = best.map_or(u64::MAX, |(_, epochs)| epochs);
                best = self
                    .epochs(rate)
                    .filter(|&epochs| epochs <= fewest)
                    .map(|epochs| (rate, epochs))
                    .or(best);
            }
            let (rate, _) = best?;
            (low, high) = ((rate - step).max(0.0), (rate + step).min(limit));
        }
        best
    }
}
