//! A run's past: checkpoints enough to return to any epoch exactly.

use super::state::State;
use crate::descent::settings::LearningRate;

/// Epochs below this are all kept.
const ALL_KEPT: u64 = 1024;

/// The whole state at an epoch, and the learning rate from there on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Checkpoint {
    /// The state at the end of the epoch.
    pub state: State,
    /// L of the next update.
    pub rate: LearningRate,
}

/// Checkpoints in order of their epochs. Which epochs are kept depends on the epoch alone, all of
/// the first 1,024 and then 512 for each doubling: ten million epochs leave fewer than 8,000, and
/// a replay takes at most a 512th of the way. A change of settings is always kept.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    kept: Vec<Checkpoint>,
}

impl History {
    /// The history of a run at its start.
    pub fn new(start: Checkpoint) -> Self {
        Self { kept: vec![start] }
    }

    /// Whether this epoch always gets a checkpoint.
    fn keeps(epoch: u64) -> bool {
        let doublings = (epoch / ALL_KEPT).checked_ilog2().map_or(0, |power| power + 1);
        epoch & ((1 << doublings) - 1) == 0
    }

    /// The last checkpoint at or before `epoch`.
    pub fn before(&self, epoch: u64) -> &Checkpoint {
        let after = self.kept.partition_point(|checkpoint| checkpoint.state.epoch <= epoch);
        &self.kept[after.max(1) - 1]
    }

    /// The last checkpoint.
    pub fn last(&self) -> &Checkpoint {
        &self.kept[self.kept.len() - 1]
    }

    /// Adds a checkpoint of a state that follows all others, if its epoch gets one.
    pub fn record(&mut self, state: &State) {
        if Self::keeps(state.epoch) {
            let rate = self.last().rate;
            self.kept.push(Checkpoint { state: *state, rate });
        }
    }

    /// Cuts the checkpoints after `state`, and goes on from it with `rate`.
    pub fn branch(&mut self, state: State, rate: LearningRate) {
        self.kept.retain(|checkpoint| checkpoint.state.epoch < state.epoch);
        self.kept.push(Checkpoint { state, rate });
    }

    /// The checkpoints up to and including `epoch`.
    pub fn until(&self, epoch: u64) -> &[Checkpoint] {
        let after = self.kept.partition_point(|checkpoint| checkpoint.state.epoch <= epoch);
        &self.kept[..after]
    }
}
