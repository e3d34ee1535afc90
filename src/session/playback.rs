//! The epochs of all runs under one clock: run, step, seek, reset.

use super::Session;
use super::pace::{Clock, Due};
use crate::descent::trainer::{Status, Trainer};

impl Session {
    /// The status of the run that the controls act on.
    pub fn status(&self) -> Status {
        self.run().status()
    }

    /// The epoch that the clock shows: the greatest of all runs.
    pub fn clock_epoch(&self) -> u64 {
        self.runs.iter().map(|run| run.state().epoch).max().unwrap_or(0)
    }

    /// The last epoch that was computed of any run.
    pub fn furthest_epoch(&self) -> u64 {
        self.runs.iter().map(|run| run.furthest().epoch).max().unwrap_or(0)
    }

    /// The last epoch that can be asked for.
    pub fn last_epoch(&self) -> u64 {
        self.runs.iter().map(Trainer::last_epoch).max().unwrap_or(0)
    }

    /// The rows that an epoch of all runs looks at; at least 1.
    pub fn effort(&self) -> u64 {
        self.runs.iter().map(Trainer::effort).sum::<u64>().max(1)
    }

    /// Whether no run can go on.
    pub fn has_ended(&self) -> bool {
        self.runs.iter().all(|run| run.status().is_end())
    }

    /// Starts the clock. Runs that have all ended begin again.
    pub fn begin(&mut self) {
        if self.has_ended() && self.clock_epoch() > 0 {
            self.reset();
        }
        self.clock = Clock::default();
    }

    /// The epochs that `seconds` of running are worth at this speed.
    pub fn due(&mut self, seconds: f64) -> Due {
        self.clock.tick(self.speed.pace(), seconds.clamp(0.0, 1.0))
    }

    /// Advances all runs. Returns `false` when none can go on.
    pub fn advance(&mut self, epochs: u64) -> bool {
        for run in &mut self.runs {
            run.step(epochs);
        }
        !self.has_ended()
    }

    /// Takes all runs to an epoch, each as far as it comes.
    pub fn seek(&mut self, epoch: u64) {
        self.runs.iter_mut().for_each(|run| run.seek(epoch));
    }

    /// Goes one epoch back.
    pub fn step_back(&mut self) {
        self.seek(self.clock_epoch().saturating_sub(1));
    }

    /// Goes back to epoch 0. The settings stay.
    pub fn reset(&mut self) {
        self.runs.iter_mut().for_each(Trainer::reset);
    }
}
