//! A learning rate and an epoch limit with which the first run is worth watching, and ends near the best.

use crate::descent::settings::EpochLimit;
use crate::descent::trainer::Trainer;
use crate::insight::diagnosis::{Forecast, TOO_MANY};
use crate::numeric::notation::floor;

/// Shares of the largest stable rate, in the order in which they are preferred. Up to a half no step goes across the
/// bottom; less makes the descent longer where half of it would be over in a few steps.
const SHARES: [f64; 6] = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01];
/// A descent of fewer epochs is over before it is seen.
const FEWEST: u64 = 15;

/// Settings of a first run of plain descent on squared error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FirstRun {
    /// The learning rate.
    pub rate: f64,
    /// The epoch to stop at.
    pub epochs: u64,
}

impl FirstRun {
    /// The epoch limit, unless the descent takes longer. At the speed that the page opens with these are eight
    /// seconds, and ten times as many are ten.
    pub const EPOCHS: u64 = 10_000;

    /// The first run from the start of a run, in its coordinates. Returns `None` where nothing is forecast.
    pub fn of(run: &Trainer) -> Option<Self> {
        Forecast::of(run).as_ref().map(Self::by)
    }

    /// The first run that a forecast leads to: half as long again as it takes to come near the best.
    pub(super) fn by(forecast: &Forecast) -> Self {
        let limit = forecast.largest_stable_rate();
        let rates = SHARES.map(|share| round(share * limit));
        let lasts = |rate: &f64| forecast.epochs(*rate).is_none_or(|epochs| epochs >= FEWEST);
        let [.., slowest] = rates;
        let preferred = rates.into_iter().find(lasts).unwrap_or(slowest);
        let quick = |epochs: u64| epochs <= TOO_MANY;
        let rate = match forecast.fewest_epochs() {
            // Steps that go across the bottom are better than none that come near it.
            Some((soonest, fewest))
                if quick(fewest) && !forecast.epochs(preferred).is_some_and(quick) =>
            {
                floor(soonest, 3)
            }
            _ => preferred,
        };
        let near = forecast.epochs(rate).filter(|&epochs| quick(epochs));
        let wanted = near.map_or(0, |near| round_up(near + near / 2));
        Self { rate, epochs: wanted.clamp(Self::EPOCHS, TOO_MANY) }
    }
}

/// The rate to one digit, or to two where one would take much of it away; rounded down.
fn round(rate: f64) -> f64 {
    let short = floor(rate, 1);
    if short >= 0.75 * rate { short } else { floor(rate, 2) }
}

/// Epochs to two digits, rounded up.
fn round_up(epochs: u64) -> u64 {
    let unit = 10_u64.pow(epochs.max(1).ilog10().saturating_sub(1));
    epochs.div_ceil(unit) * unit
}

/// A round epoch limit that leaves at least so many epochs more. Returns `None` if that is more than can be asked for.
pub(super) fn limit_after(run: &Trainer, more: u64) -> Option<u64> {
    let epochs = round_up(run.state().epoch + more);
    (epochs <= EpochLimit::MOST).then_some(epochs)
}
