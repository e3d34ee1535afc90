//! Kinds of advice, and the action of each.

use super::action::Action;
use crate::edition::FullPackage;

/// A descent with x centered that takes no more epochs than this needs no other scaling.
pub(super) const FEW: u64 = 2_000;

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
        /// Evidence of it.
        evidence: Evidence,
    },
    /// The rule goes by the curvature, and the cost has none: take one that has.
    HasNoCurvature(FullPackage),
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
    /// The steps go back and forth and come no nearer: take a smaller rate.
    BackAndForth {
        /// A rate that comes nearer.
        rate: f64,
        /// Only a trial tells.
        full: FullPackage,
    },
    /// The run has come to its epoch limit on the way: go on.
    OnTheWay {
        /// The limit that leads near the least cost.
        epochs: u64,
    },
}

/// Evidence that a valley is too narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The forecast: no rate comes near the least cost within [`TOO_MANY`](crate::insight::diagnosis::TOO_MANY) epochs.
    Forecast,
    /// A trial of so many epochs: these settings do not come near the least cost, and with other coordinates they do.
    Trial(u64, FullPackage),
}

impl Advice {
    /// Action that the page offers.
    pub fn action(self) -> Action {
        match self {
            Self::HasNoLeast | Self::HasNoCurvature(_) => Action::SquaredCost,
            Self::TooNarrow { center: true, .. } => Action::CenterX,
            Self::TooNarrow { center: false, .. } => Action::Standardise,
            Self::TooBig { rate } | Self::TooSmall { rate } | Self::BackAndForth { rate, .. } => {
                Action::SuggestedRate(rate)
            }
            Self::OnTheWay { epochs } => Action::RaiseEpochs(epochs),
        }
    }
}
