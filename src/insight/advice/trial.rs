//! Trials: a run with other settings, out of sight, where no formula tells what they lead to.

use std::borrow::Cow;

use super::first_run::FirstRun;
use super::progress::level;
use crate::data::dataset::Dataset;
use crate::descent::settings::{EpochLimit, LearningRate, OnDivergence, Settings, Tolerance};
use crate::descent::trainer::{Status, Trainer};
use crate::insight::diagnosis::{Nearness, is_rounding, sample};

/// The rows that a trial may pass over: about a millisecond. A run that goes on may take ten times as long.
const AFFORDABLE: u64 = 1_000_000;
/// The share of the distance that is to be left at the most, for a change to be offered.
pub(super) const WORTHWHILE: f64 = 0.5;

/// A run on its data, or on a sample of them, of which other settings are tried.
pub(super) struct Laboratory<'a> {
    run: Cow<'a, Trainer>,
    data: Cow<'a, Dataset>,
}

/// Outcome of a trial.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Trial {
    /// The rate that was tried.
    pub(super) rate: f64,
    /// The epochs that were tried.
    pub(super) epochs: u64,
    /// How many times farther from the least cost than what counts as near it ended, and was toward its end; ∞ if it
    /// diverged.
    pub(super) distance: f64,
    /// The first epoch at which it was near.
    pub(super) arrival: Option<u64>,
}

impl Trial {
    /// Whether it ended near the least cost.
    pub(super) fn is_near(&self) -> bool {
        self.distance <= 1.0
    }
}

impl<'a> Laboratory<'a> {
    /// Trials of other settings for a run on some data.
    pub(super) fn new(run: &'a Trainer, data: &'a Dataset) -> Self {
        match (run.effort() > 1).then(|| sample(data)).flatten() {
            Some(sample) => {
                let run = Trainer::new(&sample, run.settings());
                Self { run: Cow::Owned(run), data: Cow::Owned(sample) }
            }
            None => Self { run: Cow::Borrowed(run), data: Cow::Borrowed(data) },
        }
    }

    /// The trial of settings at a rate that suits them.
    pub(super) fn at_suggested_rate(&self, settings: Settings) -> Trial {
        let mut run = self.prepared(settings);
        let rate = FirstRun::of(&run).map_or_else(|| run.suggested_rate(), |first| first.rate);
        run.set_learning_rate(LearningRate::try_from(rate).unwrap_or_default());
        Self::of(run)
    }

    /// The trial of settings at their rate.
    pub(super) fn at_own_rate(&self, settings: Settings) -> Trial {
        Self::of(self.prepared(settings))
    }

    /// A run with these settings that takes no longer than it may.
    fn prepared(&self, settings: Settings) -> Trainer {
        let settings = Settings {
            tolerance: Tolerance::default(),
            on_divergence: OnDivergence::Stop,
            ..settings
        };
        let mut run = self.run.anew(&self.data, settings);
        let most = (AFFORDABLE / run.effort()).clamp(1, FirstRun::EPOCHS);
        let epochs = settings.epochs.get().min(most);
        run.set_epochs(EpochLimit::try_from(epochs as f64).unwrap_or_default());
        run
    }

    fn of(mut run: Trainer) -> Trial {
        let epochs = run.settings().epochs.get();
        run.step(epochs);
        Trial {
            rate: run.learning_rate().get(),
            epochs,
            distance: distances(&run).1,
            arrival: Nearness::arrival(&run),
        }
    }
}

/// Whether a run comes nearer the least cost if it goes on to an epoch, or for as many epochs of those as may be tried.
pub(super) fn comes_nearer(run: &Trainer, epoch: u64) -> bool {
    let more = epoch - run.state().epoch;
    let tried = more.min(10 * AFFORDABLE / run.effort()).max(1);
    let mut further = run.clone();
    let limit = run.state().epoch.saturating_add(tried);
    further.set_epochs(EpochLimit::try_from(limit as f64).unwrap_or_default());
    further.step(tried);
    // On part of the way that may be little; but what mini-batches differ by may look like it.
    let wanted = if tried < more && run.batch().is_full() { 1.0 } else { WORTHWHILE };
    distances(&further).1 < wanted * distances(run).0
}

/// How many times farther from the least cost than what counts as near a run is, and has been of late, the lesser first;
/// ∞ if it has diverged.
pub(super) fn distances(run: &Trainer) -> (f64, f64) {
    let times = |excess: f64| match run.status() {
        Status::Diverged => f64::INFINITY,
        _ if is_rounding(run, excess) => 0.0,
        _ => Nearness::of(run).times(excess),
    };
    let (here, of_late) = (run.excess(run.state().at), level(run, run.state().epoch));
    let (here, of_late) = (times(here), times(of_late));
    (here.min(of_late), here.max(of_late))
}
