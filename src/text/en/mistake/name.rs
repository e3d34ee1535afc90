//! Names of the mistakes, as parts of a list.

use crate::insight::mistake::{Mistake, Place};

/// The mistake in a few words.
pub fn mistake(mistake: Mistake) -> &'static str {
    use Place::{Both, Intercept, Slope};
    match mistake {
        Mistake::WrongSign(Both) => "a wrong sign",
        Mistake::WrongSign(Slope) => "a wrong sign for the slope",
        Mistake::WrongSign(Intercept) => "a wrong sign for the intercept",
        Mistake::TwoMissing(Both) => "a missing 2",
        Mistake::TwoMissing(Slope) => "a missing 2 in da",
        Mistake::TwoMissing(Intercept) => "a missing 2 in db",
        Mistake::TwoTwice(Both) => "a 2 too many",
        Mistake::TwoTwice(Slope) => "a 2 too many in da",
        Mistake::TwoTwice(Intercept) => "a 2 too many in db",
        Mistake::SumForMean(Both) => "a sum in place of the mean",
        Mistake::SumForMean(Slope) => "a sum in place of the mean in da",
        Mistake::SumForMean(Intercept) => "a sum in place of the mean in db",
        Mistake::OneRowFewer => "n − 1 in place of n",
        Mistake::TwoRowsFewer => "n − 2 in place of n",
        Mistake::RateMissing(Both) => "a missing learning rate",
        Mistake::RateMissing(Slope) => "a missing learning rate for the slope",
        Mistake::RateMissing(Intercept) => "a missing learning rate for the intercept",
        Mistake::RateTwice(Both) => "a learning rate used twice",
        Mistake::RateTwice(Slope) => "a learning rate used twice for the slope",
        Mistake::RateTwice(Intercept) => "a learning rate used twice for the intercept",
        Mistake::XMissing => "a missing x in da",
        Mistake::XInIntercept => "an x in db",
        Mistake::Exchanged => "da and db exchanged",
        Mistake::CentredX => "x minus its mean in da",
        Mistake::ProductOfMeans => "a product of means in da",
        Mistake::NewSlopeForIntercept => "a db computed with the new a",
        Mistake::NewInterceptForSlope => "a da computed with the new b",
        Mistake::ErrorsFrozen => "errors computed only once",
        Mistake::SignsForErrors => "signs in place of the errors",
        Mistake::ErrorsForSigns => "errors in place of their signs",
        Mistake::SizesForErrors => "absolute values in place of the errors",
        Mistake::SquaresForErrors => "squares in place of the errors",
        Mistake::InterceptNotPredicted => "predictions without b",
        Mistake::SlopeNotPredicted => "predictions without a · x",
        Mistake::FirstRowOnly => "the first row alone",
        Mistake::LastRowOnly => "the last row alone",
        Mistake::LastRowInMean => "a sum that starts over at every row",
        Mistake::DataCut => "data cut to whole numbers",
        Mistake::ParametersCut => "a and b cut to whole numbers",
        Mistake::ParametersRounded => "a and b rounded to whole numbers",
        Mistake::SlopeOnly => "an intercept that is never updated",
        Mistake::InterceptOnly => "a slope that is never updated",
    }
}
