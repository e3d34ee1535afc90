//! How a descent is getting on: how far it is from the least cost, and how fast it comes nearer.

use crate::descent::trainer::Trainer;
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

    /// The progress if each step goes on to take away the share that the last one has taken away.
    fn measured(run: &Trainer, near: &Nearness, excess: f64) -> Self {
        let before = run.state().previous_cost.unwrap_or(f64::NAN);
        let factor = excess / (before / run.objective().unit() - run.least());
        if factor > 0.0 && factor < 1.0 {
            Self::after(near.epochs_until(excess, factor))
        } else {
            Self::Unsteady
        }
    }
}
