//! Readings of a run.

use super::history::Checkpoint;
use super::run::Trainer;
use super::state::State;
use super::status::Status;
use crate::descent::objective::{Held, Objective};
use crate::descent::settings::{LearningRate, Settings};
use crate::numeric::line::Line;

impl Trainer {
    /// The current state.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The objective that is minimised.
    pub fn objective(&self) -> &Objective {
        &self.objective
    }

    /// The line of least cost that this run can reach, in the coordinates of the descent. Returns `None` if
    /// many are equally good, or none is best.
    pub fn minimum(&self) -> Option<Line> {
        self.minimum
    }

    /// The least cost that this run can reach, in the coordinates of the descent.
    pub fn least(&self) -> f64 {
        match self.objective.held() {
            Held::Neither => self.objective.least(),
            _ => self.objective.least_at(self.minimum.unwrap_or(self.start())),
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

    /// The distance of the current line from the one of least cost, in the plane of slope and intercept, in
    /// data units. Returns `None` if no line is best.
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

    /// The last state that is known, at or after the current one.
    pub fn furthest(&self) -> &State {
        &self.furthest
    }

    /// Where the run stands at the last state that is known.
    pub fn furthest_status(&self) -> Status {
        self.status_at(&self.furthest)
    }

    /// The checkpoints of all that is known, those after the current epoch included.
    pub fn checkpoints(&self) -> &[Checkpoint] {
        self.history.until(u64::MAX)
    }

    /// The last epoch that can be reached: where the run ended, or else its limit.
    pub fn last_epoch(&self) -> u64 {
        let furthest = self.furthest.epoch;
        let ended = self.status_at(&self.furthest).is_end();
        if ended { furthest } else { self.epoch_limit().max(furthest) }
    }

    /// The states at the checkpoints up to now, with the current one last.
    pub fn trace(&self) -> impl Iterator<Item = State> + '_ {
        let kept = self.history.until(self.state.epoch);
        let now = (kept.last().map(|last| last.state.epoch) != Some(self.state.epoch))
            .then_some(self.state);
        kept.iter().map(|checkpoint| checkpoint.state).chain(now)
    }

    /// The learning rates that led here, each with the epoch from which on it was in force.
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

    /// The learning rate from which on the descent does not converge. Returns `None` where no such rate is
    /// known: for other costs than squared error, mini-batches, rules that set their own pace, and recordings.
    pub fn largest_stable_rate(&self) -> Option<f64> {
        let known = self.recording.is_none()
            && self.batch().is_full()
            && self.objective.problem().cost.is_squared();
        let limit = || self.settings.optimizer.largest_stable_rate(self.objective.max_curvature());
        if known { limit() } else { None }
    }

    /// Whether it is plain full-batch descent on squared error at one rate, about which everything is known.
    pub fn is_plain(&self) -> bool {
        let Settings { optimizer, schedule, .. } = &self.settings;
        optimizer.is_plain() && schedule.is_constant() && self.largest_stable_rate().is_some()
    }
}
