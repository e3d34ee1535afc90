//! All that a link restores: the data, the runs, the speed and the view.

mod handover;
mod pace;
mod points;
mod race;
pub mod view;

use pace::Clock;
pub use pace::{Due, Pace, Speed};
pub use race::Preset;

use crate::data::builtin::Builtin;
use crate::data::dataset::Dataset;
use crate::data::editing::Editing;
use crate::descent::batch::Batch;
use crate::descent::error::SettingError;
use crate::descent::objective::{Cost, Held, Problem};
use crate::descent::scaling::Scaling;
use crate::descent::settings::{
    EpochLimit, LearningRate, OnDivergence, Settings, Start, Tolerance,
};
use crate::descent::trainer::{Status, Trainer};
use crate::numeric::notation;
use crate::session::view::View;

/// Where the data come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// They came with the page.
    Builtin {
        /// Which of them.
        builtin: &'static Builtin,
        /// Whether x and y are exchanged.
        swapped: bool,
    },
    /// The reader's own file or paste.
    Own {
        /// The name of the file.
        name: String,
        /// Where a link finds the file beside the page: what it says of the data, from the value of its
        /// field `data` on. None where the file is the reader's alone.
        beside: Option<String>,
    },
    /// Points that the reader changed by hand.
    Edited {
        /// What they were before.
        name: String,
        /// Whether they were a sample of that.
        sample: bool,
    },
}

impl Source {
    /// What people call it.
    pub fn name(&self) -> &str {
        match self {
            Self::Builtin { builtin, .. } => builtin.name,
            Self::Own { name, .. } | Self::Edited { name, .. } => name,
        }
    }
}

/// What the reader set by hand; such settings stay when the data change.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct ByHand {
    rate: bool,
    epochs: bool,
}

/// Edited data, to come back to.
#[derive(Clone, Debug, PartialEq)]
struct Edited {
    source: Source,
    dataset: Dataset,
    editing: Editing,
}

/// The reader's place in the lesson: data, runs, speed and view.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    source: Source,
    dataset: Dataset,
    /// Changes of the points by hand; none unless the source is [`Source::Edited`].
    editing: Option<Editing>,
    /// Edited data that the reader has left for others, and can come back to.
    shelf: Option<Edited>,
    /// One to four, which share the data, the problem, the limits and the clock.
    runs: Vec<Trainer>,
    /// The index of the run that the controls act on.
    chosen: usize,
    by_hand: ByHand,
    clock: Clock,
    /// How fast the epochs go by.
    pub speed: Speed,
    /// What is looked at, and from where.
    pub view: View,
}

impl Session {
    /// A session on built-in data, with the settings that they come with.
    pub fn on_builtin(builtin: &'static Builtin) -> Self {
        let dataset = builtin.dataset();
        let run = Trainer::new(&dataset, Settings::default());
        let mut session = Self {
            source: Source::Builtin { builtin, swapped: false },
            dataset,
            editing: None,
            shelf: None,
            runs: vec![run],
            chosen: 0,
            by_hand: ByHand::default(),
            clock: Clock::default(),
            speed: Speed::default(),
            view: View::default(),
        };
        session.start_over();
        session
    }

    /// Changes to built-in data.
    pub fn choose_builtin(&mut self, builtin: &'static Builtin, swapped: bool) {
        let dataset = builtin.dataset();
        let dataset = if swapped { dataset.swapped() } else { dataset };
        self.choose(Source::Builtin { builtin, swapped }, dataset);
    }

    /// Changes the data. The run starts anew; settings made by hand stay, the others become what
    /// suits the data.
    pub fn choose(&mut self, source: Source, dataset: Dataset) {
        self.put_away();
        self.source = source;
        self.dataset = dataset;
        self.start_over();
    }

    /// Puts edited data on the shelf.
    fn put_away(&mut self) {
        if let Some(editing) = self.editing.take() {
            let (source, dataset) = (self.source.clone(), self.dataset.clone());
            self.shelf = Some(Edited { source, dataset, editing });
        }
    }

    /// Comes back to the edited data that were left for others.
    pub fn choose_edited(&mut self) {
        if let Some(Edited { source, dataset, editing }) = self.shelf.take() {
            self.choose(source, dataset);
            self.editing = Some(editing);
        }
    }

    /// The edited data that can be chosen: those in use, or those on the shelf.
    pub fn edited(&self) -> Option<&Source> {
        match &self.source {
            source @ Source::Edited { .. } => Some(source),
            _ => self.shelf.as_ref().map(|edited| &edited.source),
        }
    }

    /// The start at which a run that is to begin anew keeps its line; none for one that has not
    /// begun, and in a race, where each run has its own start.
    fn start_from_here(&self) -> Option<Start> {
        let state = self.run().state();
        let begun = state.epoch > 0 && self.runs.len() == 1;
        let here = || Start::at(state.line.slope, state.line.intercept).ok();
        if begun { here() } else { None }
    }

    /// Holds a parameter, or none. A run that has begun starts anew from where its line is.
    pub fn hold(&mut self, held: Held) {
        if held != self.problem().held {
            let here = self.start_from_here();
            let problem = Problem { held, ..self.problem() };
            self.rebuild(|settings| Settings {
                problem,
                start: here.unwrap_or(settings.start),
                ..settings
            });
        }
    }

    /// Changes what is minimised, or in which coordinates. All runs start anew, each at a rate that
    /// suits them: rates mean something else in other coordinates.
    ///
    /// # Errors
    /// When the cost is made of points, and only sums are at hand.
    pub fn set_problem(&mut self, problem: Problem) -> Result<(), SettingError> {
        if problem != self.problem() {
            self.check(Settings { problem, ..self.run().settings() })?;
            self.by_hand.rate = false;
            let before = self.rates();
            self.rebuild(|settings| Settings { problem, ..settings });
            self.suggest_rates(&before);
        }
        Ok(())
    }

    /// What is minimised.
    pub fn problem(&self) -> Problem {
        *self.run().objective().problem()
    }

    /// Changes the chosen run's rule, batch, schedule or start: what makes it another run. It starts
    /// anew; a rule that paces its steps otherwise gets a rate that suits it.
    ///
    /// # Errors
    /// When batches of points are asked for, and only sums are at hand.
    pub fn set_method(
        &mut self,
        change: impl FnOnce(Settings) -> Settings,
    ) -> Result<(), SettingError> {
        let before = self.run().settings();
        let settings = change(before);
        self.check(settings)?;
        let changed = |settings: &Settings| (settings.optimizer.rule(), settings.batch);
        let suggest = changed(&settings) != changed(&before);
        self.begin_again(settings);
        if suggest {
            self.by_hand.rate = false;
            let rate = self.suggested_rate(self.run());
            self.run_mut().set_learning_rate(rate);
        }
        Ok(())
    }

    /// Refuses settings that look at points where there are none.
    fn check(&self, settings: Settings) -> Result<(), SettingError> {
        let missing = settings.needs_points() && self.dataset.points().is_empty();
        if missing { Err(SettingError::NoPoints) } else { Ok(()) }
    }

    /// The settings, or where only sums are at hand what is left of them then: squared error in full
    /// batches.
    fn fitting(&self, settings: Settings) -> Settings {
        if self.check(settings).is_ok() {
            return settings;
        }
        let Problem { cost, .. } = settings.problem;
        let cost = if cost.needs_points() { Cost::Squared } else { cost };
        let problem = Problem { cost, ..settings.problem };
        Settings { problem, batch: Batch::Full, ..settings }
    }

    /// The chosen run with other settings, at epoch 0; and the others there too, since a race has one
    /// clock.
    fn begin_again(&mut self, settings: Settings) {
        self.reset();
        self.runs[self.chosen] = self.run().anew(&self.dataset, settings);
        self.clock = Clock::default();
    }

    /// All runs anew, with other settings; they share one objective.
    fn rebuild(&mut self, change: impl Fn(Settings) -> Settings) {
        let change = |settings| self.fitting(change(settings));
        let first = Trainer::new(&self.dataset, change(self.runs[0].settings()));
        let others = self.runs[1..]
            .iter()
            .map(|run| first.anew(&self.dataset, change(run.settings())))
            .collect::<Vec<_>>();
        self.runs = std::iter::once(first).chain(others).collect();
        self.clock = Clock::default();
    }

    fn start_over(&mut self) {
        let epochs = self.suggested_epochs();
        if self.runs.iter().any(|run| self.check(run.settings()).is_err()) {
            // It was set for another cost.
            self.by_hand.rate = false;
        }
        let (by_hand, before) = (self.by_hand, self.rates());
        self.rebuild(|mut settings| {
            if !by_hand.epochs {
                settings.epochs = epochs;
            }
            if let Start::At(_) = settings.start {
                // A typed start is in the units of the data that were there before.
                settings.start = Start::Zero;
            }
            settings
        });
        if !by_hand.rate {
            self.suggest_rates(&before);
        }
        // The answer to other data is not asked for yet.
        self.view.answer = false;
    }

    /// Gives each run a rate that suits it, given the rates that they had and those that were the
    /// landmarks then: in a race each keeps its share of the landmark, or three rates would become
    /// one.
    fn suggest_rates(&mut self, before: &[(f64, f64)]) {
        let is_race = self.runs.len() > 1;
        let rates = self.runs.iter().zip(before).map(|(run, (rate, landmark))| {
            let scaled = notation::floor(rate / landmark * run.landmark_rate(), 3);
            match LearningRate::try_from(scaled) {
                Ok(scaled) if is_race => scaled,
                _ => self.suggested_rate(run),
            }
        });
        let rates: Vec<_> = rates.collect();
        for (run, rate) in self.runs.iter_mut().zip(rates) {
            run.set_learning_rate(rate);
        }
    }

    /// The rates of all runs and their landmarks.
    fn rates(&self) -> Vec<(f64, f64)> {
        let rate = |run: &Trainer| (run.learning_rate().get(), run.landmark_rate());
        self.runs.iter().map(rate).collect()
    }

    /// A rate that suits a run: the one that built-in data come with, or a round one.
    fn suggested_rate(&self, run: &Trainer) -> LearningRate {
        let rate = match &self.source {
            Source::Builtin { builtin, swapped: false }
                if run.is_plain() && run.settings().problem.scaling == Scaling::RAW =>
            {
                builtin.learning_rate
            }
            _ => run.suggested_rate(),
        };
        rate.try_into().unwrap_or_default()
    }

    fn suggested_epochs(&self) -> EpochLimit {
        let epochs = match &self.source {
            Source::Builtin { builtin, swapped: false } => builtin.epochs as f64,
            _ => 10_000.0,
        };
        epochs.try_into().unwrap_or_default()
    }

    /// Where the data come from.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The data.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// The runs, one to four, all on the same data.
    pub fn runs(&self) -> &[Trainer] {
        &self.runs
    }

    /// The run that the controls act on.
    pub fn run(&self) -> &Trainer {
        &self.runs[self.chosen]
    }

    /// The run that the controls act on, to act on it.
    pub fn run_mut(&mut self) -> &mut Trainer {
        &mut self.runs[self.chosen]
    }

    /// Sets the learning rate by hand.
    pub fn set_learning_rate(&mut self, rate: LearningRate) {
        self.by_hand.rate = true;
        self.run_mut().set_learning_rate(rate);
    }

    /// Whether the reader has set the learning rate, so that it stays when the data change.
    pub fn rate_is_by_hand(&self) -> bool {
        self.by_hand.rate
    }

    /// Takes it that nothing was set by hand.
    pub fn forget_hands(&mut self) {
        self.by_hand = ByHand::default();
    }

    /// Sets the epoch limit by hand.
    pub fn set_epochs(&mut self, epochs: EpochLimit) {
        self.by_hand.epochs = true;
        self.runs.iter_mut().for_each(|run| run.set_epochs(epochs));
    }

    /// Sets the cost to stop below.
    pub fn set_tolerance(&mut self, tolerance: Tolerance) {
        self.runs.iter_mut().for_each(|run| run.set_tolerance(tolerance));
    }

    /// Changes what the runs do when they diverge.
    pub fn set_on_divergence(&mut self, on_divergence: OnDivergence) {
        self.runs.iter_mut().for_each(|run| run.set_on_divergence(on_divergence));
    }

    /// Starts the chosen run anew from another line; the others begin again too.
    pub fn set_start(&mut self, start: Start) {
        let settings = Settings { start, ..self.run().settings() };
        self.begin_again(settings);
    }

    /// The epoch that the clock shows: that of the run that has come farthest.
    pub fn clock_epoch(&self) -> u64 {
        self.runs.iter().map(|run| run.state().epoch).max().unwrap_or(0)
    }

    /// The last epoch that is known of any run.
    pub fn furthest_epoch(&self) -> u64 {
        self.runs.iter().map(|run| run.furthest().epoch).max().unwrap_or(0)
    }

    /// Rows that an epoch of all runs looks at; at least 1.
    pub fn effort(&self) -> u64 {
        self.runs.iter().map(Trainer::effort).sum::<u64>().max(1)
    }

    /// The last epoch that can be asked for.
    pub fn last_epoch(&self) -> u64 {
        self.runs.iter().map(Trainer::last_epoch).max().unwrap_or(0)
    }

    /// Whether no run can go on.
    pub fn has_ended(&self) -> bool {
        self.runs.iter().all(|run| run.status().is_end())
    }

    /// Takes all runs to an epoch, each as far as it comes.
    pub fn seek(&mut self, epoch: u64) {
        self.runs.iter_mut().for_each(|run| run.seek(epoch));
    }

    /// One epoch back.
    pub fn step_back(&mut self) {
        self.seek(self.clock_epoch().saturating_sub(1));
    }

    /// Back to epoch 0, settings kept.
    pub fn reset(&mut self) {
        self.runs.iter_mut().for_each(Trainer::reset);
    }

    /// Run was pressed: an ended run begins again, and the clock starts.
    pub fn begin(&mut self) {
        if self.has_ended() && self.clock_epoch() > 0 {
            self.reset();
        }
        self.clock = Clock::default();
    }

    /// What `seconds` of running are worth at this speed.
    pub fn due(&mut self, seconds: f64) -> Due {
        self.clock.tick(self.speed.pace(), seconds.clamp(0.0, 1.0))
    }

    /// Advances all runs; false when none can go on.
    pub fn advance(&mut self, epochs: u64) -> bool {
        for run in &mut self.runs {
            run.step(epochs);
        }
        !self.has_ended()
    }

    /// Where the run that the controls act on stands.
    pub fn status(&self) -> Status {
        self.run().status()
    }
}
