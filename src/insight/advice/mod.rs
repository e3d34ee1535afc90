//! The next thing to do: one advice at a time, in the order of what matters, each with its reason.
//!
//! It looks at data, settings and where the run stands, and remembers nothing. Where a formula tells what settings lead
//! to, it goes by that; elsewhere it tries them out of sight, and advises nothing that has not helped there. The sentence
//! in the status, the button beside it and the one beside the learning rate are all made of it.

mod action;
mod first_run;
mod kind;
mod progress;
mod trial;
mod unforeseen;

pub use action::Action;
pub use first_run::FirstRun;
pub use kind::{Advice, Evidence};
pub use progress::Progress;

use crate::data::dataset::Dataset;
use crate::data::summary::Summary;
use crate::descent::trainer::{Convergence, Status, Trainer};
use crate::edition::FullPackage;
use crate::insight::diagnosis::{Forecast, Zone};
use first_run::limit_after;
use kind::FEW;

impl Advice {
    /// The advice for a run on some data. A rate that the reader did not set is left to show what it does.
    pub fn of(run: &Trainer, data: &Dataset, rate_is_by_hand: bool) -> Option<Self> {
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
        let Some(forecast) = forecast else {
            // The small package has a forecast for whatever has a best line.
            return FullPackage::get()
                .and_then(|full| unforeseen::advice(run, data, progress, full));
        };
        too_narrow(run, data.summary(), &forecast).or_else(|| {
            let rate = FirstRun::by(&forecast).rate;
            let now = run.learning_rate().get();
            match (status, progress, forecast.zone(now)) {
                (Status::Ready, Progress::Rising, _) if !rate_is_by_hand => None,
                (_, Progress::Rising, _) => Some(Self::TooBig { rate }),
                (.., Zone::TooSmall) => Some(Self::TooSmall { rate }),
                (Status::Converged(_), ..) if rate > now => Some(Self::TooSmall { rate }),
                (Status::EpochLimit, Progress::Falling { more }, _) => {
                    limit_after(run, more).map(|epochs| Self::OnTheWay { epochs })
                }
                _ => None,
            }
        })
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
    let (condition, evidence) = (forecast.condition(), Evidence::Forecast);
    Some(Advice::TooNarrow { condition, center, evidence })
}
