//! Kinds of change that mend a program: said beside its own line, which the reader changes.

use crate::insight::mistake::{Asked, Finding, Mistake};

/// The change that mends a mistake.
pub fn mistake(mistake: Mistake) -> &'static str {
    match mistake {
        Mistake::WrongSign(_) => "A sign has to change here.",
        Mistake::TwoMissing(_) => "A factor is missing.",
        Mistake::TwoTwice(_) => "A factor of 2 has to go.",
        Mistake::SumForMean(_) => "The sum has to become a mean.",
        Mistake::OneRowFewer | Mistake::TwoRowsFewer => {
            "The number to divide by has to be the number of rows."
        }
        Mistake::RateMissing(_) => "The learning rate is missing here.",
        Mistake::RateTwice(_) => "One L has to go.",
        Mistake::XMissing => {
            "The errors have to be multiplied by something before their mean is taken."
        }
        Mistake::XInIntercept => "The factor before the errors has to go.",
        Mistake::Exchanged => "The two derivatives have to change places.",
        Mistake::CentredX => "x has to stay as it is given.",
        Mistake::ProductOfMeans => "The mean has to be taken once, after the multiplication.",
        Mistake::NewSlopeForIntercept => {
            "This update has to wait until both derivatives are computed."
        }
        Mistake::NewInterceptForSlope => {
            "This update has to wait until both derivatives are computed, the slope’s too."
        }
        Mistake::ErrorsFrozen => "This has to be done again in each round, inside the loop.",
        Mistake::SignsForErrors => "The errors themselves have to stand here, not their signs.",
        Mistake::ErrorsForSigns => "The signs of the errors have to stand here, not the errors.",
        Mistake::SizesForErrors => "The absolute value has to go.",
        Mistake::SquaresForErrors => "The square has to go.",
        Mistake::InterceptNotPredicted => "The intercept has to be part of the prediction.",
        Mistake::SlopeNotPredicted => "The slope has to be part of the prediction.",
        Mistake::FirstRowOnly | Mistake::LastRowOnly => "All rows have to take part in this.",
        Mistake::LastRowInMean => "Each row has to be added to the ones before it.",
        Mistake::DataCut => "Whatever turns x and y into whole numbers has to go.",
        Mistake::ParametersCut => "Whatever turns a and b into whole numbers has to go.",
        Mistake::ParametersRounded => "The rounding has to go.",
        Mistake::SlopeOnly => "Such an update of b is missing, or comes after show(a, b).",
        Mistake::InterceptOnly => "Such an update of a is missing, or comes after show(a, b).",
    }
}

/// The change that mends what is no mistake with a name. Returns `None` where none would.
pub fn finding(finding: &Finding, asked: Asked) -> Option<&'static str> {
    let what = match finding {
        Finding::NoStep => "a and b have to be set again in each round, from da and db.",
        Finding::Rule(optimizer, _) if optimizer.is_plain() => {
            "The step has to use a velocity that remembers earlier gradients."
        }
        Finding::Rule(..) if asked == Asked::Momentum => {
            "The velocity has to be 0.9 times the old one, plus the whole gradient."
        }
        Finding::Rule(..) => "The step has to be L times the derivative, and nothing else.",
        Finding::OtherRate(_) | Finding::Scheduled(_) | Finding::ChangingRate { .. } => {
            "The same L has to be the only factor between derivative and step."
        }
        Finding::OtherRows { .. } => {
            "The number to divide by has to come from the data: how many rows are there?"
        }
        Finding::Penalty { .. } => "Only what comes from the errors belongs here.",
        Finding::Scaled(scaling) if scaling.is_raw() => {
            "Standardised columns have to stand here instead of x and y."
        }
        Finding::Scaled(_) => "x and y have to stand here as they were given.",
        Finding::FullBatch => "Slices of x and y have to stand here instead of whole columns.",
        Finding::TooFew
        | Finding::Right { .. }
        | Finding::Mistakes(_)
        | Finding::Ambiguous(_)
        | Finding::LeastSquares
        | Finding::Batches(_)
        | Finding::SingleRows
        | Finding::SomeRows
        | Finding::ShownEvery(_)
        | Finding::NotCarriedBack(_)
        | Finding::NotFinite { .. }
        | Finding::Unknown { .. } => return None,
    };
    Some(what)
}
