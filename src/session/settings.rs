//! The settings of the runs, and the effect of their changes on the runs.

use super::pace::Clock;
use super::{Session, SetByReader};
use crate::descent::batch::Batch;
use crate::descent::error::SettingError;
use crate::descent::objective::{Cost, Held, Problem};
use crate::descent::settings::{
    EpochLimit, LearningRate, OnDivergence, Settings, Start, Tolerance,
};
use crate::descent::trainer::Trainer;

impl Session {
    /// The objective that is minimised.
    pub fn problem(&self) -> Problem {
        *self.run().objective().problem()
    }

    /// Holds one parameter, or neither. A run that has begun starts anew from where its line is.
    pub fn hold(&mut self, held: Held) {
        if held != self.problem().held {
            let here = self.start_from_here();
            self.rebuild(&|_, settings| Settings {
                problem: Problem { held, ..settings.problem },
                start: here.unwrap_or(settings.start),
                ..settings
            });
        }
    }

    /// Changes the problem. All runs start anew, each at a rate that suits it: rates
    /// mean something else in other coordinates. In a race the scaling is that of the chosen run alone.
    ///
    /// # Errors
    /// When the cost needs points, and there are only sums.
    pub fn set_problem(&mut self, problem: Problem) -> Result<(), SettingError> {
        if problem != self.problem() {
            self.check(Settings { problem, ..self.ruled_run().settings() })?;
            self.set_by_reader.rate = false;
            let before = self.rates();
            let (chosen, is_race) = (self.ruled(), self.ruled_runs().len() > 1);
            self.rebuild(&|index, settings| {
                let keeps_scaling = is_race && index != chosen;
                let scaling =
                    if keeps_scaling { settings.problem.scaling } else { problem.scaling };
                Settings { problem: Problem { scaling, ..problem }, ..settings }
            });
            self.suggest_rates(&before);
            self.raise_epochs();
        }
        Ok(())
    }

    /// Changes the rule, batch, schedule or start of the chosen run, which starts anew. Another rule or batch gets a
    /// rate that suits it.
    ///
    /// # Errors
    /// When batches need points, and there are only sums.
    pub fn set_method(
        &mut self,
        change: impl FnOnce(Settings) -> Settings,
    ) -> Result<(), SettingError> {
        let before = self.ruled_run().settings();
        let settings = change(before);
        self.check(settings)?;
        let changed = |settings: &Settings| (settings.optimizer.rule(), settings.batch);
        let suggest = changed(&settings) != changed(&before);
        self.begin_again(settings);
        if suggest {
            self.set_by_reader.rate = false;
            let rate = self.suggested_rate(self.ruled_run());
            self.set_rate(rate);
        }
        Ok(())
    }

    /// Starts the chosen run anew from another line. The others go back to epoch 0 too.
    pub fn set_start(&mut self, start: Start) {
        let settings = Settings { start, ..self.ruled_run().settings() };
        self.begin_again(settings);
    }

    /// Sets the learning rate of the chosen run, as the reader asks.
    pub fn set_learning_rate(&mut self, rate: LearningRate) {
        self.set_by_reader.rate = true;
        self.set_rate(rate);
    }

    fn set_rate(&mut self, rate: LearningRate) {
        let ruled = self.ruled();
        self.runs[ruled].set_learning_rate(rate);
    }

    /// Whether the reader has set the learning rate, so that it stays when the data change.
    pub fn rate_is_by_hand(&self) -> bool {
        self.set_by_reader.rate
    }

    /// Forgets which settings the reader has set, so that none of them stays when the data change.
    pub fn forget_set_by_reader(&mut self) {
        self.set_by_reader = SetByReader::default();
    }

    /// Sets the epoch limit of all runs, as the reader asks.
    pub fn set_epochs(&mut self, epochs: EpochLimit) {
        self.set_by_reader.epochs = true;
        self.runs.iter_mut().for_each(|run| run.set_epochs(epochs));
    }

    /// Sets the cost below which all runs stop.
    pub fn set_tolerance(&mut self, tolerance: Tolerance) {
        self.runs.iter_mut().for_each(|run| run.set_tolerance(tolerance));
    }

    /// Sets whether the runs stop when they diverge.
    pub fn set_on_divergence(&mut self, on_divergence: OnDivergence) {
        self.runs.iter_mut().for_each(|run| run.set_on_divergence(on_divergence));
    }

    /// Refuses settings that need points where there are only sums.
    pub(super) fn check(&self, settings: Settings) -> Result<(), SettingError> {
        let missing = settings.needs_points() && self.dataset.points().is_empty();
        if missing { Err(SettingError::NoPoints) } else { Ok(()) }
    }

    /// The settings; where there are only sums, with a cost and a batch that need no points.
    pub(super) fn fitting(&self, settings: Settings) -> Settings {
        if self.check(settings).is_ok() {
            return settings;
        }
        let Problem { cost, .. } = settings.problem;
        let cost = if cost.needs_points() { Cost::Squared } else { cost };
        let problem = Problem { cost, ..settings.problem };
        Settings { problem, batch: Batch::Full, ..settings }
    }

    /// The start that is the run's present line. Returns `None` for a run that has not begun, and in
    /// a race, where each run has its own start.
    pub(super) fn start_from_here(&self) -> Option<Start> {
        let state = self.run().state();
        let begun = state.epoch > 0 && self.runs.len() == 1;
        let here = || Start::at(state.line.slope, state.line.intercept).ok();
        if begun { here() } else { None }
    }

    /// Starts the chosen run anew with other settings. The others go back to epoch 0 too, since a race has one clock.
    fn begin_again(&mut self, settings: Settings) {
        self.reset();
        let ruled = self.ruled();
        self.runs[ruled] = self.runs[ruled].anew(&self.dataset, settings);
        self.clock = Clock::default();
    }

    /// Starts all runs anew with the settings that `change` makes of their indices and settings. Those with the
    /// problem of the first share its objective.
    pub(super) fn rebuild(&mut self, change: &dyn Fn(usize, Settings) -> Settings) {
        let mut runs: Vec<Trainer> = Vec::with_capacity(self.runs.len());
        for (index, run) in self.runs.iter().enumerate() {
            let settings = self.fitting(change(index, run.settings()));
            let like = runs.first().unwrap_or(run);
            let anew = match run.recording() {
                Some(recording) => like.replaying(&self.dataset, settings, recording.clone()),
                None if index == 0 => Trainer::new(&self.dataset, settings),
                None => like.anew(&self.dataset, settings),
            };
            runs.push(anew);
        }
        self.runs = runs;
        self.clock = Clock::default();
    }
}
