//! The learning rates and the epoch limit that suit the data.

use super::{Session, Source};
use crate::data::builtin::Builtin;
use crate::descent::scaling::Scaling;
use crate::descent::settings::{EpochLimit, LearningRate};
use crate::descent::trainer::Trainer;
use crate::insight::advice::{Advice, FirstRun};
use crate::insight::diagnosis::Forecast;
use crate::numeric::notation;

impl Session {
    /// Gives each run a rate that suits it. `before` has the rate and the landmark that each run had: in a race each
    /// keeps its share of the landmark, or three rates would become one.
    pub(super) fn suggest_rates(&mut self, before: &[(f64, f64)]) {
        let is_race = self.ruled_runs().len() > 1;
        let rates = self.ruled_runs().iter().zip(before).map(|(run, (rate, landmark))| {
            let scaled = match run.landmark_rate() {
                same if same == *landmark => *rate,
                changed => notation::floor(rate / landmark * changed, 3),
            };
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

    /// The rate and the landmark of each run.
    pub(super) fn rates(&self) -> Vec<(f64, f64)> {
        let rate = |run: &Trainer| (run.learning_rate().get(), run.landmark_rate());
        self.runs.iter().map(rate).collect()
    }

    /// The next thing to do with the run that the controls act on.
    pub fn advice(&self) -> Option<Advice> {
        Advice::of(self.run(), &self.dataset, self.rate_is_by_hand())
    }

    /// Takes a rate that the page suggests: other data get one of their own.
    pub fn take_suggested_rate(&mut self, rate: LearningRate) {
        self.set_learning_rate(rate);
        self.set_by_reader.rate = false;
    }

    /// Takes an epoch limit that the page suggests: other data get one of their own.
    pub fn take_suggested_epochs(&mut self, epochs: EpochLimit) {
        self.set_epochs(epochs);
        self.set_by_reader.epochs = false;
    }

    /// A rate that suits a run: the one that built-in data come with, or a round one.
    pub(super) fn suggested_rate(&self, run: &Trainer) -> LearningRate {
        let rate = match self.with_own_rate(run) {
            Some(builtin) => builtin.learning_rate,
            None => FirstRun::of(run).map_or_else(|| run.suggested_rate(), |first| first.rate),
        };
        rate.try_into().unwrap_or_default()
    }

    /// The epoch limit that suits the data: the one that built-in data come with, or one that leads near the best.
    pub(super) fn suggested_epochs(&self) -> EpochLimit {
        let epochs = match &self.source {
            Source::Builtin { builtin, swapped: false } => builtin.epochs,
            _ => FirstRun::of(self.ruled_run()).map_or(FirstRun::EPOCHS, |first| first.epochs),
        };
        (epochs as f64).try_into().unwrap_or_default()
    }

    /// Raises an epoch limit that the reader did not set, if the chosen run would not come near the best within it.
    pub(super) fn raise_epochs(&mut self) {
        let run = self.ruled_run();
        let limit = run.settings().epochs.get();
        let near =
            Forecast::of(run).and_then(|forecast| forecast.epochs(run.learning_rate().get()));
        let short = near.is_some_and(|near| near > limit) && !self.set_by_reader.epochs;
        if let Some(first) = FirstRun::of(run).filter(|_| short) {
            let epochs = EpochLimit::try_from(first.epochs as f64).unwrap_or_default();
            self.runs.iter_mut().for_each(|run| run.set_epochs(epochs));
        }
    }

    /// The data whose own rate suits a run: built-in ones, for plain descent on raw numbers.
    fn with_own_rate(&self, run: &Trainer) -> Option<&'static Builtin> {
        match &self.source {
            Source::Builtin { builtin, swapped: false }
                if run.is_plain() && run.settings().problem.scaling == Scaling::RAW =>
            {
                Some(builtin)
            }
            _ => None,
        }
    }
}
