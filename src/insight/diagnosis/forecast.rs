//! The forecast of plain descent on squared error, for any learning rate.

use crate::descent::objective::Held;
use crate::descent::trainer::Trainer;
use crate::numeric::line::Line;

/// A rate that needs more epochs than this is too small.
pub const TOO_MANY: u64 = 100_000;
/// A cost within this share of the best counts as the best.
const NEAR: f64 = 0.01;
/// The most epochs that are predicted.
const FARTHEST: u64 = 1 << 40;

/// Effect of a learning rate on these data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// It needs more than [`TOO_MANY`] epochs.
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
    axes: Vec<PrincipalAxis>,
    least: f64,
    steepest: f64,
    /// The least curvature among the directions in which the descent can move.
    flattest: f64,
}

impl Forecast {
    /// The forecast for a run's data and start. Returns `None` if no line is best, x having no spread while
    /// neither parameter is held, and for other rules and costs, of which less is known.
    pub fn of(run: &Trainer) -> Option<Self> {
        if !run.is_plain() {
            return None;
        }
        let objective = run.objective();
        let (start, best) = (run.start(), run.minimum()?);
        let away = Line::new(start.slope - best.slope, start.intercept - best.intercept);
        let steepest = objective.max_curvature();
        let (flattest, axes) = match objective.held() {
            Held::Slope => {
                (steepest, vec![PrincipalAxis { curvature: steepest, distance: away.intercept }])
            }
            Held::Intercept => {
                (steepest, vec![PrincipalAxis { curvature: steepest, distance: away.slope }])
            }
            Held::Neither => {
                let hessian = objective.hessian();
                let (slope, intercept) = hessian.steepest_direction();
                let flattest = hessian.min_eigenvalue();
                let along = slope * away.slope + intercept * away.intercept;
                let across = slope * away.intercept - intercept * away.slope;
                let axes = vec![
                    PrincipalAxis { curvature: steepest, distance: along },
                    PrincipalAxis { curvature: flattest, distance: across },
                ];
                (flattest, axes)
            }
        };
        Some(Self { axes, least: run.least(), steepest, flattest })
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

    /// Epochs until the cost is within 1 % of its best; where the best is 0, until the distance from
    /// it is within 1 % of the start's. Returns `None` if that never comes.
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
        let sum = |of: &dyn Fn(&PrincipalAxis) -> f64| self.axes.iter().map(of).sum::<f64>();
        if self.least > 0.0 {
            self.excess(rate, epochs) <= NEAR * self.least
        } else {
            let now = sum(&|axis| axis.after(rate, epochs).powi(2));
            now <= NEAR * NEAR * sum(&|axis| axis.distance.powi(2))
        }
    }

    /// The least rate that is not too small. Returns `None` if every rate is.
    pub fn least_quick_rate(&self) -> Option<f64> {
        let quick = |rate: f64| self.epochs(rate).is_some_and(|epochs| epochs <= TOO_MANY);
        let mut above = self.best_worst_case_rate();
        if !quick(above) {
            return None;
        }
        // Up to the best rate, a larger one is never slower.
        let mut below = above * 1e-12;
        while above > below * (1.0 + 1e-4) {
            let middle = (below * above).sqrt();
            if quick(middle) { above = middle } else { below = middle }
        }
        Some(above)
    }

    /// The zone of a rate.
    pub fn zone(&self, rate: f64) -> Zone {
        if rate >= self.largest_stable_rate() {
            Zone::Diverging
        } else if self.epochs(rate).is_none_or(|epochs| epochs > TOO_MANY) {
            Zone::TooSmall
        } else if rate > self.largest_steady_rate() {
            Zone::Zigzag
        } else {
            Zone::Steady
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
            let tried = (1..TRIED).map(|index| low + step * f64::from(index));
            let tried = tried.filter_map(|rate| Some((rate, self.epochs(rate)?)));
            best = tried.chain(best).min_by_key(|&(_, epochs)| epochs);
            let (rate, _) = best?;
            (low, high) = ((rate - step).max(0.0), (rate + step).min(limit));
        }
        best
    }
}
