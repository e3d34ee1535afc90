//! The run itself: from epoch to epoch, and back.

use super::history::{Checkpoint, History};
use super::recording::Recording;
use super::state::State;
use super::status::{Convergence, Status};
use crate::data::dataset::Dataset;
use crate::descent::objective::{Cost, Evaluation, Objective};
use crate::descent::optimizer::Memory;
use crate::descent::settings::{EpochLimit, LearningRate, OnDivergence, Settings, Tolerance};
use crate::numeric::line::Line;

/// A cost this many times that of the start counts as diverged.
pub const DIVERGED: f64 = 1e12;
/// How far above the highest point, in heights of the points, a line has left the plot.
const OFF_PLOT: f64 = 0.05;

/// A descent on one dataset. Its past can be revisited exactly; changing a setting in the past
/// cuts the future.
#[derive(Clone, Debug, PartialEq)]
pub struct Trainer {
    pub(super) objective: Objective,
    pub(super) settings: Settings,
    pub(super) history: History,
    pub(super) state: State,
    /// The last state that is known, at or after the current one.
    pub(super) furthest: State,
    /// Above this cost the run has diverged.
    ceiling: f64,
    /// Where there is no least cost: the height, in units of y, above which the middle of the line has
    /// left the plot, and the x of that middle.
    top: Option<(f64, f64)>,
    /// The line of least cost that can be reached, in the coordinates of the descent.
    pub(super) minimum: Option<Line>,
    /// Lines to take in place of the rule's.
    pub(super) recording: Option<Recording>,
}

impl Trainer {
    /// A run on some data, at epoch 0.
    pub fn new(dataset: &Dataset, settings: Settings) -> Self {
        Self::on(Objective::new(dataset, settings.problem), dataset, settings)
    }

    /// A run on an objective that other runs share: the settings' problem on the same data.
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
            recording: None,
        }
    }

    /// Goes on by up to `epochs` epochs, fewer if the run stops.
    pub fn step(&mut self, epochs: u64) -> &State {
        self.advance_to(self.state.epoch.saturating_add(epochs));
        &self.state
    }

    /// Goes back by one epoch, unless at the start.
    pub fn step_back(&mut self) {
        self.seek(self.state.epoch.saturating_sub(1));
    }

    /// Goes to `epoch`: back, exactly to the state that was there, or forward until the run stops.
    pub fn seek(&mut self, epoch: u64) {
        if epoch < self.state.epoch {
            self.state = self.history.before(epoch).state;
        }
        self.advance_to(epoch);
    }

    /// Goes back to epoch 0, with the learning rate that is in force now, and forgets the rest.
    pub fn reset(&mut self) {
        let rate = self.learning_rate();
        let start = self.history.before(0).state;
        self.settings.learning_rate = rate;
        self.state = start;
        self.furthest = start;
        self.history = History::new(Checkpoint { state: start, rate });
    }

    /// Replays the epochs that are known, then goes on while nothing stops the run.
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

    pub(super) fn status_at(&self, state: &State) -> Status {
        let State { epoch, cost, settled, line, .. } = *state;
        let left = |(top, x): (f64, f64)| epoch > 0 && line.predict(x) > top;
        let blown = || !cost.is_finite() || cost > self.ceiling || self.top.is_some_and(left);
        if self.settings.on_divergence.stops() && blown() {
            Status::Diverged
        } else if self.is_below_tolerance(cost) {
            Status::Converged(Convergence::BelowTolerance)
        } else if settled {
            Status::Converged(self.rest(state))
        } else if epoch >= self.epoch_limit() {
            Status::EpochLimit
        } else if epoch == 0 {
            Status::Ready
        } else {
            Status::Paused
        }
    }

    /// The epoch to stop at: of a recording its end, since the program decided how long to go on.
    pub(super) fn epoch_limit(&self) -> u64 {
        self.recording.as_ref().map_or(self.settings.epochs.get(), Recording::epochs)
    }

    /// Whether the cost is so low that the run stops. A program looks at its tolerance itself.
    fn is_below_tolerance(&self, cost: f64) -> bool {
        self.recording.is_none() && self.top.is_none() && cost < self.settings.tolerance.get()
    }

    /// Whether a run that no longer moves is at the bottom, to the digits that the cost has.
    fn rest(&self, state: &State) -> Convergence {
        let excess = self.excess(state.at);
        if excess.is_finite() && excess <= 1e-9 * self.least().max(self.height()) {
            Convergence::Settled
        } else if self.step_from(state.at) == state.at {
            Convergence::Stuck
        } else {
            Convergence::Cycling
        }
    }

    /// The cost of lines that miss the data by their spread, or where they have none, by rounding. In a narrow
    /// valley the start may be so far above it that even lines without any slope are low beside it.
    fn height(&self) -> f64 {
        match self.objective.problem().cost {
            Cost::Squared => {
                let rounding = f64::EPSILON * self.objective.second_moment();
                self.objective.level_cost().max(rounding)
            }
            Cost::Absolute(_) | Cost::Huber(_) | Cost::Signed(_) => self.excess(self.start()),
        }
    }

    /// Changes L from the current epoch on, and cuts the future that was known.
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

    /// A run that takes its lines from a recording in place of a rule. It has the start, the problem and the rate
    /// of `settings`, and ends with the recording.
    pub fn replaying(&self, dataset: &Dataset, settings: Settings, recording: Recording) -> Self {
        let mut run = self.anew(dataset, settings);
        run.recording = Some(recording);
        run
    }

    /// The recording that the run takes its lines from. Returns `None` for a run of a rule.
    pub fn recording(&self) -> Option<&Recording> {
        self.recording.as_ref()
    }
}
