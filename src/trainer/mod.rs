//! One run: step, step back, seek, reset, and why it stopped.

mod history;
mod status;

pub use history::Checkpoint;
use history::History;
pub use status::{Convergence, Status};

use crate::dataset::Dataset;
use crate::line::Line;
use crate::objective::{Cost, Held, Objective};
use crate::optimizer::Optimizer;
use crate::settings::{EpochLimit, LearningRate, Settings, Start, Tolerance};

/// A cost this many times that of the start counts as diverged.
pub const DIVERGED: f64 = 1e12;

/// One moment of a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// Updates since the start.
    pub epoch: u64,
    /// The line, in data units.
    pub line: Line,
    /// J at the line, in squared units of y.
    pub cost: f64,
    /// J one epoch before; none at the start.
    pub previous_cost: Option<f64>,
    /// The rule with its memory.
    optimizer: Optimizer,
    /// Whether this line and memory were there before, so that no more can come.
    settled: bool,
}

/// A descent on one dataset. Its past can be revisited exactly; changing a setting in the past
/// cuts the future.
///
/// ```
/// use downhill::{dataset::Dataset, settings::Settings, trainer::Trainer};
///
/// let data = Dataset::from_columns(&[1.0, 2.0, 3.0], &[3.0, 5.0, 7.0])?;
/// let mut trainer = Trainer::new(&data, Settings::default());
/// trainer.step(1);
/// assert!((trainer.state().line.slope - 0.002_266_666_666_666_7).abs() < 1e-15);
/// # Ok::<(), downhill::dataset::DatasetError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Trainer {
    objective: Objective,
    settings: Settings,
    history: History,
    state: State,
    /// The last state that is known, at or after the current one.
    furthest: State,
    /// Above this cost the run has diverged.
    ceiling: f64,
}

impl Trainer {
    /// A run of plain descent on squared error, standing at epoch 0.
    pub fn new(dataset: &Dataset, settings: Settings) -> Self {
        let objective = Objective::new(dataset, Cost::Squared, settings.held);
        let line = settings.start.line(dataset.summary());
        Self::begin(objective, settings, line, dataset.summary().second_moment_y())
    }

    fn begin(objective: Objective, settings: Settings, line: Line, scale: f64) -> Self {
        let cost = objective.value(line);
        let state = State {
            epoch: 0,
            line,
            cost,
            previous_cost: None,
            optimizer: Optimizer::default(),
            settled: false,
        };
        Self {
            objective,
            settings,
            history: History::new(Checkpoint { state, rate: settings.learning_rate }),
            state,
            furthest: state,
            // A start at the very bottom has cost 0; rounding there is no divergence.
            ceiling: DIVERGED * cost.max(f64::EPSILON * scale),
        }
    }

    /// Up to `epochs` updates; fewer when the run stops.
    pub fn step(&mut self, epochs: u64) -> &State {
        self.advance_to(self.state.epoch.saturating_add(epochs));
        &self.state
    }

    /// One epoch back; nothing at the start.
    pub fn step_back(&mut self) {
        self.seek(self.state.epoch.saturating_sub(1));
    }

    /// Goes to `epoch`: back exactly to what was there, or forward until the run stops.
    pub fn seek(&mut self, epoch: u64) {
        if epoch < self.state.epoch {
            self.state = self.history.before(epoch).state;
        }
        self.advance_to(epoch);
    }

    /// Back to epoch 0, with the learning rate that is in force now.
    pub fn reset(&mut self) {
        let rate = self.learning_rate();
        let start = self.history.before(0).state;
        self.settings.learning_rate = rate;
        self.state = start;
        self.furthest = start;
        self.history = History::new(Checkpoint { state: start, rate });
    }

    /// Replays what is known, then goes on while nothing stops it.
    fn advance_to(&mut self, epoch: u64) {
        while self.state.epoch < epoch.min(self.furthest.epoch) {
            let next = self.following(self.history.before(self.state.epoch));
            // Where the rate was changed the checkpoint knows better: with the new rate, a run
            // that had settled moves again.
            let known = self.history.before(next.epoch).state;
            self.state = if known.epoch == next.epoch { known } else { next };
        }
        let rate = self.history.last().rate;
        while self.state.epoch < epoch && !self.status().is_end() {
            self.state = self.following(&Checkpoint { state: self.history.last().state, rate });
            self.furthest = self.state;
            self.history.record(self.state);
        }
    }

    /// The state one update after the current one, given the checkpoint before it.
    ///
    /// A run settles when a state returns. Comparing with the last checkpoint finds every cycle
    /// that is no longer than the distance of checkpoints, since that distance grows (Brent 1980).
    fn following(&self, checkpoint: &Checkpoint) -> State {
        let mut optimizer = self.state.optimizer;
        let line = optimizer.step(&self.objective, self.state.line, checkpoint.rate);
        let before = checkpoint.state;
        State {
            epoch: self.state.epoch + 1,
            line,
            cost: self.objective.value(line),
            previous_cost: Some(self.state.cost),
            optimizer,
            settled: line == before.line && optimizer == before.optimizer,
        }
    }

    /// Where the run stands.
    pub fn status(&self) -> Status {
        self.status_at(&self.state)
    }

    fn status_at(&self, state: &State) -> Status {
        let State { epoch, cost, settled, .. } = *state;
        if !cost.is_finite() || cost > self.ceiling {
            Status::Diverged
        } else if cost < self.settings.tolerance.get() {
            Status::Converged(Convergence::BelowTolerance)
        } else if settled {
            Status::Converged(self.rest(state))
        } else if epoch >= self.settings.epochs.get() {
            Status::EpochLimit
        } else if epoch == 0 {
            Status::Ready
        } else {
            Status::Paused
        }
    }

    /// Whether a run that no longer moves is at the bottom, to the digits that the cost has.
    fn rest(&self, state: &State) -> Convergence {
        let excess = self.excess(state.line);
        let start = self.excess(self.start());
        if excess <= 1e-9 * self.least().max(start) {
            Convergence::Settled
        } else {
            Convergence::Stuck
        }
    }

    /// The current moment.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What is minimised.
    pub fn objective(&self) -> &Objective {
        &self.objective
    }

    /// The line of least cost that this run can reach; none when many are equally good.
    pub fn minimum(&self) -> Option<Line> {
        self.objective.minimum(self.start())
    }

    /// The least cost that this run can reach.
    pub fn least(&self) -> f64 {
        match self.objective.held() {
            Held::Neither => self.objective.least(),
            _ => self.objective.value(self.minimum().unwrap_or(self.start())),
        }
    }

    /// How far the cost at a line is above the least that this run can reach, without the rounding
    /// of the least.
    pub fn excess(&self, at: Line) -> f64 {
        let curvature = 0.5 * self.objective.max_curvature();
        let to = |away: f64| curvature * away * away;
        match (self.objective.held(), self.minimum()) {
            (Held::Slope, Some(least)) => to(at.intercept - least.intercept),
            (Held::Intercept, Some(least)) => to(at.slope - least.slope),
            _ => self.objective.excess(at),
        }
    }

    /// The line at epoch 0.
    pub fn start(&self) -> Line {
        self.history.before(0).state.line
    }

    /// L at epoch 0.
    pub fn start_rate(&self) -> LearningRate {
        self.history.before(0).rate
    }

    /// The cost at epoch 0.
    pub fn start_cost(&self) -> f64 {
        self.history.before(0).state.cost
    }

    /// The last moment that is known, at or after the current one.
    pub fn furthest(&self) -> &State {
        &self.furthest
    }

    /// The last epoch that can be asked for: where the run ended, or else its limit.
    pub fn last_epoch(&self) -> u64 {
        let furthest = self.furthest.epoch;
        let ended = self.status_at(&self.furthest).is_end();
        if ended { furthest } else { self.settings.epochs.get().max(furthest) }
    }

    /// The moments that are kept of the past, up to now, with the current one last.
    pub fn trace(&self) -> impl Iterator<Item = State> + '_ {
        let kept = self.history.until(self.state.epoch);
        let now = (kept.last().map(|last| last.state.epoch) != Some(self.state.epoch))
            .then_some(self.state);
        kept.iter().map(|checkpoint| checkpoint.state).chain(now)
    }

    /// The line of the start and those of the `epochs` after it, at the rate of the start.
    pub fn preview(&self, epochs: usize) -> Vec<Line> {
        let start = self.history.before(0);
        let (rate, mut optimizer) = (start.rate, start.state.optimizer);
        let next = |line: &Line| Some(optimizer.step(&self.objective, *line, rate));
        std::iter::successors(Some(self.start()), next).take(epochs + 1).collect()
    }

    /// The learning rates that led here: from which epoch on, and what.
    pub fn rates(&self) -> Vec<(u64, LearningRate)> {
        let mut rates: Vec<(u64, LearningRate)> = Vec::new();
        for checkpoint in self.history.until(self.state.epoch) {
            if rates.last().is_none_or(|&(_, rate)| rate != checkpoint.rate) {
                rates.push((checkpoint.state.epoch, checkpoint.rate));
            }
        }
        rates
    }

    /// The settings; the learning rate among them is the one in force.
    pub fn settings(&self) -> Settings {
        Settings { learning_rate: self.learning_rate(), ..self.settings }
    }

    /// L of the next update.
    pub fn learning_rate(&self) -> LearningRate {
        self.history.before(self.state.epoch).rate
    }

    /// Changes L from the current epoch on; what was known of the future is cut.
    pub fn set_learning_rate(&mut self, rate: LearningRate) {
        if rate != self.learning_rate() {
            self.state.settled = false;
            self.history.branch(self.state, rate);
            self.furthest = self.state;
        }
    }

    /// Changes the epoch to stop at.
    pub fn set_epochs(&mut self, epochs: EpochLimit) {
        self.settings.epochs = epochs;
    }

    /// Changes the cost to stop below.
    pub fn set_tolerance(&mut self, tolerance: Tolerance) {
        self.settings.tolerance = tolerance;
    }

    /// A new run from `start`, everything else kept.
    pub fn restarted(&self, dataset: &Dataset, start: Start) -> Self {
        Self::new(dataset, Settings { start, ..self.settings() })
    }

    /// The learning rate from which on the descent does not converge.
    pub fn largest_stable_rate(&self) -> f64 {
        self.state.optimizer.largest_stable_rate(&self.objective)
    }
}
