//! The next thing to do: one advice at a time, in the order of what matters, each with its reason.
//!
//! It looks at data, settings and where the run stands, and remembers nothing. The sentence in the status, the button
//! beside it and the one beside the learning rate are all made of it.

mod action;
mod first_run;
mod progress;

pub use action::Action;
pub use first_run::FirstRun;
pub use progress::Progress;

use crate::data::summary::Summary;
use crate::descent::settings::EpochLimit;
use crate::descent::trainer::{Convergence, Status, Trainer};
use crate::insight::diagnosis::{Forecast, Zone};

/// A descent with x centered that takes no more epochs than this needs no other scaling.
const FEW: u64 = 2_000;

/// The next thing to do, and the reason for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Advice {
    /// The cost has no least: take one that has.
    HasNoLeast,
    /// The valley is so narrow that no rate comes near the least cost within a sensible number of epochs: take other
    /// coordinates.
    TooNarrow {
        /// How many times steeper it is across than along.
        condition: f64,
        /// Whether measuring x from its mean is enough; both variables are to be standardised otherwise.
        center: bool,
    },
    /// The rate is too big: take one that suits.
    TooBig {
        /// The one that suits.
        rate: f64,
    },
    /// The rate is too small: take one that suits.
    TooSmall {
        /// The one that suits.
        rate: f64,
    },
    /// The run has come to its epoch limit on the way: go on.
    OnTheWay {
        /// The limit that leads near the least cost.
        epochs: u64,
    },
}

impl Advice {
    /// The advice for a run on some data. A rate that the reader did not set is left to show what it does.
    pub fn of(run: &Trainer, data: &Summary, rate_is_by_hand: bool) -> Option<Self> {
        let status = run.status();
        if run.recording().is_some() {
            return None;
        }
        if !run.objective().has_least() {
            return (status == Status::Diverged).then_some(Self::HasNoLeast);
        }
        if let Status::Converged(Convergence::BelowTolerance | Convergence::Settled) = status {
            return None;
        }
        let (progress, forecast) = (Progress::of(run), Forecast::of(run));
        if let Progress::Done | Progress::Near = progress {
            return None;
        }
        let narrow = forecast.as_ref().and_then(|forecast| too_narrow(run, data, forecast));
        narrow.or_else(|| {
            let rate = forecast
                .as_ref()
                .map_or_else(|| run.suggested_rate(), |forecast| FirstRun::by(forecast).rate);
            let now = run.learning_rate().get();
            let zone = forecast.as_ref().map(|forecast| forecast.zone(now));
            match (status, progress, zone) {
                (Status::Ready, Progress::Rising, _) if !rate_is_by_hand => None,
                (_, Progress::Rising, _) => Some(Self::TooBig { rate }),
                (Status::Diverged, ..) if run.largest_stable_rate().is_none() => {
                    Some(Self::TooBig { rate })
                }
                (.., Some(Zone::TooSmall)) => Some(Self::TooSmall { rate }),
                (Status::Converged(_), ..) if rate > now => Some(Self::TooSmall { rate }),
                (Status::EpochLimit, Progress::Falling { more }, _) => on_the_way(run, more),
                _ => None,
            }
        })
    }

    /// What the page offers to do.
    pub fn action(self) -> Action {
        match self {
            Self::HasNoLeast => Action::SquaredCost,
            Self::TooNarrow { center: true, .. } => Action::CenterX,
            Self::TooNarrow { center: false, .. } => Action::Standardise,
            Self::TooBig { rate } | Self::TooSmall { rate } => Action::SuggestedRate(rate),
            Self::OnTheWay { epochs } => Action::RaiseEpochs(epochs),
        }
    }
}

/// The advice to take other coordinates. Returns `None` where some rate comes near the least cost in these.
fn too_narrow(run: &Trainer, data: &Summary, forecast: &Forecast) -> Option<Advice> {
    if !forecast.is_too_narrow() {
        return None;
    }
    let centered = || {
        let centered = Forecast::with_x_centered(run, data)?;
        centered.epochs(FirstRun::by(&centered).rate)
    };
    let is_raw = run.objective().problem().scaling.is_raw();
    let center = is_raw && centered().is_some_and(|epochs| epochs <= FEW);
    Some(Advice::TooNarrow { condition: forecast.condition(), center })
}

/// The advice to go on until a descent is near the least cost. Returns `None` if nobody can.
fn on_the_way(run: &Trainer, more: u64) -> Option<Advice> {
    let epochs = first_run::round_up(run.state().epoch + more);
    (epochs <= EpochLimit::MOST).then_some(Advice::OnTheWay { epochs })
}
