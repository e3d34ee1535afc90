//! The learning rates and the epoch limit that suit the data.

use super::{Session, Source};
use crate::descent::scaling::Scaling;
use crate::descent::settings::{EpochLimit, LearningRate};
use crate::descent::trainer::Trainer;
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

    /// A rate that suits a run: the one that built-in data come with, or a round one.
    pub(super) fn suggested_rate(&self, run: &Trainer) -> LearningRate {
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

    /// The epoch limit that suits the data: the one that built-in data come with, or 10,000.
    pub(super) fn suggested_epochs(&self) -> EpochLimit {
        let epochs = match &self.source {
            Source::Builtin { builtin, swapped: false } => builtin.epochs as f64,
            _ => 10_000.0,
        };
        epochs.try_into().unwrap_or_default()
    }
}
