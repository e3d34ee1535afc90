//! One run: step, step back, seek, reset, and why it stopped.

mod epoch;
mod history;
mod status;
mod suggestion;

pub use epoch::State;
pub use history::Checkpoint;
use history::History;
pub use status::{Convergence, Status};

use crate::data::dataset::Dataset;
use crate::descent::objective::{Cost, Evaluation, Held, Objective};
use crate::descent::optimizer::Memory;
use crate::descent::settings::{EpochLimit, LearningRate, OnDivergence, Settings, Tolerance};
use crate::numeric::line::Line;

/// A cost this many times that of the start counts as diverged.
pub const DIVERGED: f64 = 1e12;
/// How far above the highest point, in heights of the points, a line has left the plot.
const OFF_PLOT: f64 = 0.05;

/// A descent on one dataset. Its past can be revisited exactly; changing a setting in the past
/// cuts the future.
///
/// ```
/// use downhill::{data::dataset::Dataset, descent::settings::Settings, descent::trainer::Trainer};
///
/// let data = Dataset::from_columns(&[1.0, 2.0, 3.0], &[3.0, 5.0, 7.0])?;
/// let mut trainer = Trainer::new(&data, Settings::default());
/// trainer.step(1);
/// assert!((trainer.state().line.slope - 0.002_266_666_666_666_7).abs() < 1e-15);
/// # Ok::<(), downhill::data::dataset::DatasetError>(())
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
    /// Where there is no least cost: the height, in units of y, above which the middle of the line has
    /// left the plot, and the x of that middle.
    top: Option<(f64, f64)>,
    /// The line of least cost that can be reached, in the coordinates of the descent.
    minimum: Option<Line>,
}

impl Trainer {
    /// A run on some data, standing at epoch 0.
    pub fn new(dataset: &Dataset, settings: Settings) -> Self {
        Self::on(Objective::new(dataset, settings.problem), dataset, settings)
    }

    /// A run on an objective of some data that other runs share: that of the settings' problem.
    pub fn on(objective: Objective, dataset: &Dataset, settings: Settings) -> Self {
        let summary = dataset.summary();
        let line = settings.start.line(summary);
        let at = objective.coordinates().from_data(line);
        let Evaluation { value, gradient } = objective.evaluate(at);
        let state = State {
            epoch: 0,
            at,
            line,
            cost: objective.unit() * value,
            previous_cost: None,
            gradient: gradient.with(objective.held()),
            memory: Memory::default(),
            settled: false,
        };
        // A start at the very bottom has cost 0; rounding there is no divergence.
        let rounding = match settings.problem.cost {
            Cost::Squared | Cost::Huber(_) => f64::EPSILON * summary.second_moment_y(),
            Cost::Absolute(_) | Cost::Signed(_) => f64::EPSILON * summary.second_moment_y().sqrt(),
        };
        let height = summary.range_y();
        let top = (!objective.has_least())
            .then(|| (height.max + OFF_PLOT * height.span().max(1.0), summary.mean_x()));
        Self {
            minimum: objective.minimum(at),
            objective,
            settings,
            history: History::new(Checkpoint { state, rate: settings.learning_rate }),
            state,
            furthest: state,
            ceiling: DIVERGED * state.cost.abs().max(rounding),
            top,
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
        // One state that changes in its place: copies of it would take longer than the epochs.
        let mut state = self.state;
        while state.epoch < epoch.min(self.furthest.epoch) {
            let checkpoint = self.history.before(state.epoch);
            self.follow(&mut state, checkpoint);
            // Where the rate was changed the checkpoint knows better: with the new rate, a run
            // that had settled moves again.
            let known = self.history.before(state.epoch).state;
            if known.epoch == state.epoch {
                state = known;
            }
        }
        let replayed = state.epoch;
        while state.epoch < epoch && !self.status_at(&state).is_end() {
            self.follow(&mut state, self.history.last());
            self.history.record(&state);
        }
        if state.epoch > replayed {
            self.furthest = state;
        }
        self.state = state;
    }

    /// Where the run stands.
    pub fn status(&self) -> Status {
        self.status_at(&self.state)
    }

    fn status_at(&self, state: &State) -> Status {
        let State { epoch, cost, settled, line, .. } = *state;
        let left = |(top, x): (f64, f64)| epoch > 0 && line.predict(x) > top;
        let blown = || !cost.is_finite() || cost > self.ceiling || self.top.is_some_and(left);
        let tolerance = self.settings.tolerance.get();
        if self.settings.on_divergence.stops() && blown() {
            Status::Diverged
        } else if cost < tolerance && self.top.is_none() {
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
        let excess = self.excess(state.at);
        let start = self.excess(self.start());
        if excess.is_finite() && excess <= 1e-9 * self.least().max(start) {
            Convergence::Settled
        } else if self.step_from(state.at) == state.at {
            Convergence::Stuck
        } else {
            Convergence::Cycling
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

    /// The line of least cost that this run can reach, in the coordinates of the descent; none when
    /// many are equally good, or none is best.
    pub fn minimum(&self) -> Option<Line> {
        self.minimum
    }

    /// The least cost that this run can reach, in the coordinates of the descent.
    pub fn least(&self) -> f64 {
        match self.objective.held() {
            Held::Neither => self.objective.least(),
            _ => self.objective.value(self.minimum.unwrap_or(self.start())),
        }
    }

    /// The least J that this run can reach, in data units; −∞ where there is no least.
    pub fn least_cost(&self) -> f64 {
        self.objective.unit() * self.least()
    }

    /// How far the cost at a line of the descent's coordinates is above the least that this run can
    /// reach, without the rounding of the least where sums tell it.
    pub fn excess(&self, at: Line) -> f64 {
        self.objective.excess_over(self.minimum, || self.least(), at)
    }

    /// The first epoch up to now that is kept of the past and whose cost is within 1 % of the least, or
    /// where that is 0, of that of the start.
    pub fn arrival(&self) -> Option<u64> {
        const NEAR: f64 = 0.01;
        let least = self.least_cost();
        let near = NEAR * if least > 0.0 { least } else { self.start_cost() };
        let arrived = |state: &State| state.cost - least <= near;
        self.trace().find(|state| least.is_finite() && arrived(state)).map(|state| state.epoch)
    }

    /// How far the current line is from the one of least cost, in data units: a length in the plane
    /// of slope and intercept.
    pub fn distance(&self) -> Option<f64> {
        let best = self.objective.coordinates().to_data(self.minimum?);
        let line = self.state.line;
        Some((line.slope - best.slope).hypot(line.intercept - best.intercept))
    }

    /// The line at epoch 0, in the coordinates of the descent.
    pub fn start(&self) -> Line {
        self.history.before(0).state.at
    }

    /// The line at epoch 0, in data units.
    pub fn start_line(&self) -> Line {
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

    /// L, as it was set.
    pub fn learning_rate(&self) -> LearningRate {
        self.history.before(self.state.epoch).rate
    }

    /// The rate of the next update: L, or what the schedule has made of it.
    pub fn rate_now(&self) -> f64 {
        self.learning_rate().get() * self.settings.schedule.factor(self.state.epoch)
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

    /// Changes what the run does when it diverges.
    pub fn set_on_divergence(&mut self, on_divergence: OnDivergence) {
        self.settings.on_divergence = on_divergence;
    }

    /// A new run with other settings on the same data; they share the objective where the problem
    /// is the same.
    pub fn anew(&self, dataset: &Dataset, settings: Settings) -> Self {
        if settings.problem == *self.objective.problem() {
            Self::on(self.objective.clone(), dataset, settings)
        } else {
            Self::new(dataset, settings)
        }
    }

    /// The learning rate from which on the descent does not converge; none where no such rate is
    /// known: for other costs than squared error, mini-batches and rules that set their own pace.
    pub fn largest_stable_rate(&self) -> Option<f64> {
        let known = self.batch().is_full() && self.objective.problem().cost.is_squared();
        let limit = || self.settings.optimizer.largest_stable_rate(self.objective.max_curvature());
        if known { limit() } else { None }
    }

    /// The rate that the slider has at its landmark: the largest stable one, or where that is not
    /// known, somewhat more than the suggested one.
    pub fn landmark_rate(&self) -> f64 {
        self.largest_stable_rate().unwrap_or_else(|| self.suggested_rate() / 0.8)
    }

    /// A rate worth a first try.
    pub fn suggested_rate(&self) -> f64 {
        suggestion::rate(self)
    }

    /// Whether it is plain full-batch descent on squared error at one rate, of which all is known.
    pub fn is_plain(&self) -> bool {
        let Settings { optimizer, schedule, .. } = &self.settings;
        optimizer.is_plain() && schedule.is_constant() && self.largest_stable_rate().is_some()
    }
}
