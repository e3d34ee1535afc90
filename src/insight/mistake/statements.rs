//! The statements of a program that a mistake can stand in, the likeliest first.

use super::definition::{Mistake, Place};
use super::finding::Finding;
use crate::insight::program::Statement;

use Statement::{Errors, Intercept, InterceptGradient, Slope, SlopeGradient};

/// Both derivatives, or one.
fn gradients(place: Place) -> Vec<Statement> {
    of(place, SlopeGradient, InterceptGradient)
}

/// Both updates, or one.
fn updates(place: Place) -> Vec<Statement> {
    of(place, Slope, Intercept)
}

fn of(place: Place, slope: Statement, intercept: Statement) -> Vec<Statement> {
    match place {
        Place::Both => vec![slope, intercept],
        Place::Slope => vec![slope],
        Place::Intercept => vec![intercept],
    }
}

impl Mistake {
    /// The statements that it can stand in.
    pub fn statements(self) -> Vec<Statement> {
        match self {
            Self::WrongSign(Place::Both) => {
                [vec![Errors], gradients(Place::Both), updates(Place::Both)].concat()
            }
            Self::WrongSign(place)
            | Self::TwoMissing(place)
            | Self::TwoTwice(place)
            | Self::RateTwice(place) => [gradients(place), updates(place)].concat(),
            Self::SumForMean(place) => gradients(place),
            Self::RateMissing(place) => updates(place),
            Self::XMissing | Self::CentredX | Self::ProductOfMeans => vec![SlopeGradient],
            Self::XInIntercept => vec![InterceptGradient],
            Self::Exchanged => vec![Slope, Intercept],
            Self::NewSlopeForIntercept | Self::SlopeOnly => updates(Place::Slope),
            Self::NewInterceptForSlope | Self::InterceptOnly => updates(Place::Intercept),
            Self::ErrorsFrozen
            | Self::InterceptNotPredicted
            | Self::SlopeNotPredicted
            | Self::DataCut => vec![Errors],
            Self::SignsForErrors
            | Self::ErrorsForSigns
            | Self::SizesForErrors
            | Self::SquaresForErrors
            | Self::FirstRowOnly
            | Self::LastRowOnly
            | Self::LastRowInMean => [vec![Errors], gradients(Place::Both)].concat(),
            Self::OneRowFewer | Self::TwoRowsFewer => gradients(Place::Both),
            Self::ParametersCut | Self::ParametersRounded => updates(Place::Both),
        }
    }
}

impl Finding {
    /// The statements that lead to it, where it names no mistake; none where no statement does.
    pub fn statements(&self) -> Vec<Statement> {
        match self {
            Self::NoStep | Self::Rule(..) => updates(Place::Both),
            Self::OtherRate(_) | Self::Scheduled(_) | Self::ChangingRate { .. } => {
                [gradients(Place::Both), updates(Place::Both)].concat()
            }
            Self::OtherRows { .. } | Self::Penalty { .. } => gradients(Place::Both),
            Self::Scaled(_) | Self::FullBatch => vec![Errors],
            Self::TooFew
            | Self::Right { .. }
            | Self::Mistakes(_)
            | Self::Ambiguous(_)
            | Self::LeastSquares
            | Self::Batches(_)
            | Self::SingleRows
            | Self::SomeRows
            | Self::ShownEvery(_)
            | Self::NotCarriedBack(_)
            | Self::NotFinite { .. }
            | Self::Unknown { .. } => Vec::new(),
        }
    }
}
