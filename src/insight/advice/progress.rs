//! How a descent is getting on: how far it is from the least cost, and how fast it comes nearer.

use crate::descent::trainer::{State, Trainer};
use crate::edition::FullPackage;
use crate::insight::diagnosis::{Forecast, Nearness, TOO_MANY, is_rounding};

/// A cost within this share of the least is the least to six digits.
const SIX_DIGITS: f64 = 1e-6;

/// How a descent is getting on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The cost is the least to six digits.
    Done,
    /// It is near the least.
    Near,
    /// It will be near the least before long.
    Falling {
        /// After about so many epochs more.
        more: u64,
    },
    /// It falls, but so slowly that it takes more than [`TOO_MANY`] epochs.
    Crawling {
        /// About how many more; `None` where nobody will live to see it.
        more: Option<u64>,
    },
    /// The rate is at the largest stable one or beyond: more epochs lead away.
    Rising,
    /// Nothing can be told, as where steps go up and down.
    Unsteady,
}

impl Progress {
    /// The progress of a run where it stands.
    pub fn of(run: &Trainer) -> Self {
        let excess = run.excess(run.state().at);
        let near = Nearness::of(run);
        let beyond = |limit: f64| run.learning_rate().get() >= limit;
        if excess <= SIX_DIGITS * run.least() || is_rounding(run, excess) {
            Self::Done
        } else if run.largest_stable_rate().is_some_and(beyond) {
            Self::Rising
        } else if near.holds(excess) {
            Self::Near
        } else if !excess.is_finite() {
            Self::Unsteady
        } else if let Some(forecast) = Forecast::from_here(run) {
            Self::after(forecast.epochs(run.learning_rate().get()))
        } else {
            // The small package has a forecast for whatever has a best line.
            FullPackage::get().map_or(Self::Unsteady, |_| Self::measured(run, &near, excess))
        }
    }

    fn after(more: Option<u64>) -> Self {
        match more {
            Some(more) if more <= TOO_MANY => Self::Falling { more },
            more => Self::Crawling { more },
        }
    }

    /// The progress if the cost goes on to fall as it has fallen in the last doublings of the epochs. A path of
    /// mini-batches trembles, and promises nothing.
    fn measured(run: &Trainer, near: &Nearness, excess: f64) -> Self {
        let now = run.state().epoch;
        let [before, half, whole] = [now / 4, now / 2, now].map(|epoch| level(run, epoch));
        let (earlier, last) = ((half / before).ln(), (whole / half).ln());
        if now < 4 || !run.batch().is_full() || last.is_nan() || last >= 0.0 {
            return Self::Unsteady;
        }
        // The fall of each doubling beside that of the one before: 1 where costs fall like a power of the epoch, 2 where
        // each epoch takes away the same share.
        let growth = (last / earlier).clamp(1.0, 2.0);
        let growth = if earlier < 0.0 { growth } else { 1.0 };
        let (mut fall, mut left, mut epochs) = (last, near.times(excess).ln(), now as f64);
        while left > 0.0 && epochs < FARTHEST {
            fall *= growth;
            // Of the last doubling only a part is needed.
            epochs *= (1.0 + (left / -fall).min(1.0)).min(2.0);
            left += fall;
        }
        let more = epochs - now as f64;
        Self::after((epochs < FARTHEST).then_some(more.ceil() as u64))
    }
}

/// The most epochs that are foretold.
const FARTHEST: f64 = 1e12;

/// How far the cost was above the least around an epoch: the mean of the eighth before it, since steps may go up and
/// down.
pub(super) fn level(run: &Trainer, epoch: u64) -> f64 {
    let around = |state: &State| state.epoch <= epoch && state.epoch >= epoch - epoch / 8;
    let excess = |state: State| state.cost / run.objective().unit() - run.least();
    let (sum, count) = run
        .trace()
        .filter(around)
        .map(excess)
        .fold((0.0, 0.0), |(sum, count), excess| (sum + excess, count + 1.0));
    sum / count
}
