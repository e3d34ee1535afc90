//! The way from one epoch to the next.

use super::history::Checkpoint;
use super::run::Trainer;
use super::state::State;
use crate::descent::batch::{self, Batch};
use crate::descent::objective::Evaluation;
use crate::descent::optimizer::Stride;
use crate::descent::settings::{LearningRate, Settings};
use crate::numeric::line::Line;

impl Trainer {
    /// Takes a state one epoch further, given the checkpoint before it.
    pub(super) fn follow(&self, state: &mut State, checkpoint: &Checkpoint) {
        // A run settles when a state returns. Comparing with the last checkpoint finds every cycle
        // that is no longer than the distance of checkpoints, since that distance grows (Brent
        // 1980). Where updates depend on the epoch, a cycle proves nothing, be it within one epoch:
        // only what no update moves at all has settled. Nobody knows what a program does next.
        let timeless = self.recording.is_none()
            && self.batch().is_full()
            && self.settings.schedule.is_constant();
        let memory = state.memory;
        let moved = self.update(state, checkpoint.rate);
        state.settled = match timeless {
            true => {
                let before = &checkpoint.state;
                state.at == before.at && state.memory == before.memory
            }
            false => !moved && state.memory == memory,
        };
    }

    /// Takes a state one epoch further, at this learning rate. Returns whether an update moved the line.
    fn update(&self, state: &mut State, rate: LearningRate) -> bool {
        if let Some(recording) = &self.recording {
            let line = recording.line(state.epoch + 1).unwrap_or(state.line);
            self.arrive(state, self.objective.coordinates().from_data(line), line);
            return true;
        }
        let Settings { optimizer, schedule, .. } = &self.settings;
        let rate = rate.get() * schedule.factor(state.epoch);
        let mut moved = false;
        let mut step = |at, gradient| {
            let next = optimizer.step(&mut state.memory, &self.objective, at, gradient, rate);
            moved |= next != at;
            next
        };
        state.at = match self.batch() {
            Batch::Rows { size, seed } => {
                let (xs, ys) = self.shuffled(seed, state.epoch);
                let batches = xs.chunks(size.get()).zip(ys.chunks(size.get()));
                batches.fold(state.at, |at, (xs, ys)| {
                    let gradient = self.objective.evaluate_on(xs, ys, at).gradient;
                    step(at, gradient.with(self.objective.held()))
                })
            }
            Batch::Full => step(state.at, state.gradient),
        };
        self.arrive(state, state.at, self.objective.coordinates().to_data(state.at));
        moved
    }

    /// Ends an epoch at a line, which is given in the coordinates of the descent and in data units.
    fn arrive(&self, state: &mut State, at: Line, line: Line) {
        let Evaluation { value, gradient } = self.objective.evaluate(at);
        state.epoch += 1;
        state.at = at;
        state.line = line;
        state.previous_cost = Some(state.cost);
        state.cost = self.objective.unit() * value;
        state.gradient = gradient.with(self.objective.held());
        state.settled = false;
    }

    /// The points in the order of the epoch that follows `epoch`.
    fn shuffled(&self, seed: u64, epoch: u64) -> (Vec<f64>, Vec<f64>) {
        let points = self.objective.points();
        let (xs, ys) = (points.xs(), points.ys());
        let order = batch::order(points.len(), seed, epoch);
        order.iter().map(|&row| (xs[row as usize], ys[row as usize])).unzip()
    }

    /// The batch of an update: full, if the rule goes by the curvature over all rows.
    pub fn batch(&self) -> Batch {
        match self.settings.optimizer.stride() {
            Stride::Curvature => Batch::Full,
            Stride::Gradient(_) | Stride::Rate { .. } => self.settings.batch,
        }
    }

    /// Where the next update goes from a line, both in the coordinates of the descent, with the memory and the
    /// rate of now, as a full batch. A recording goes to its next line, and stands still elsewhere.
    pub fn step_from(&self, at: Line) -> Line {
        if let Some(recording) = &self.recording {
            let next = recording.line(self.state.epoch + 1).filter(|_| at == self.state.at);
            return next.map_or(at, |line| self.objective.coordinates().from_data(line));
        }
        self.step_of_rule(at)
    }

    /// Where a full-batch update of the rule would go from a line, whether or not the run follows the rule.
    pub fn step_of_rule(&self, at: Line) -> Line {
        let (mut memory, objective) = (self.state.memory, &self.objective);
        let gradient =
            if at == self.state.at { self.state.gradient } else { objective.gradient(at) };
        self.settings.optimizer.step(&mut memory, objective, at, gradient, self.rate_now())
    }

    /// The states of the start and of the `epochs` after it, at the rate of the start.
    pub fn preview(&self, epochs: usize) -> impl Iterator<Item = State> + '_ {
        let Checkpoint { state, rate } = *self.history.before(0);
        let next = move |state: &State| {
            let mut next = *state;
            self.update(&mut next, rate);
            Some(next)
        };
        std::iter::successors(Some(state), next).take(epochs + 1)
    }

    /// The rows that an epoch passes over, each as often as it takes its time; at least 1.
    pub fn effort(&self) -> u64 {
        /// How much longer a row takes in a mini-batch than in a pass over all: it is shuffled, and
        /// looked at twice; and every batch ends with an update.
        const SHUFFLED: usize = 8;
        const UPDATE: usize = 24;
        let rows = self.objective.points().len();
        let effort = match self.batch() {
            Batch::Rows { size, .. } => (rows * (SHUFFLED + UPDATE / size.get())) as u64,
            Batch::Full if self.objective.needs_points() => rows as u64,
            Batch::Full => 1,
        };
        effort.max(1)
    }
}
