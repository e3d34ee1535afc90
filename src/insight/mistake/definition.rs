//! The mistakes that have a name.

/// Where a mistake was made, if it can be made in one derivative and not in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// For the slope and for the intercept.
    Both,
    /// For the slope alone.
    Slope,
    /// For the intercept alone.
    Intercept,
}

impl Place {
    /// The factors of the slope's and of the intercept's step, where the mistake multiplies a step by `factor`.
    pub(super) fn factors(self, factor: f64) -> [f64; 2] {
        match self {
            Self::Both => [factor; 2],
            Self::Slope => [factor, 1.0],
            Self::Intercept => [1.0, factor],
        }
    }

    /// Chooses among the names for both, for the slope and for the intercept.
    fn choose(self, names: [&'static str; 3]) -> &'static str {
        let [both, slope, intercept] = names;
        match self {
            Self::Both => both,
            Self::Slope => slope,
            Self::Intercept => intercept,
        }
    }
}

/// A mistake in a program for gradient descent. Different mistakes can have the same effect on some data; what is
/// recognised is the effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// The step goes uphill: a + where a − belongs, or errors taken as predictions − y under a −2.
    WrongSign(Place),
    /// The derivative lacks its 2, or the cost was halved.
    TwoMissing(Place),
    /// The derivative has its 2 twice.
    TwoTwice(Place),
    /// The sum over the rows stands in the place of the mean.
    SumForMean(Place),
    /// The mean divides by n − 1.
    OneRowFewer,
    /// The mean divides by n − 2.
    TwoRowsFewer,
    /// The learning rate is left out.
    RateMissing(Place),
    /// The learning rate is applied twice.
    RateTwice(Place),
    /// The derivative by a lacks its x, and is that by b.
    XMissing,
    /// The derivative by b has an x too many, and is that by a.
    XInIntercept,
    /// The slope moves by the intercept's derivative, and the intercept by the slope's.
    Exchanged,
    /// The derivative by a uses x − x̄ for x.
    CentredX,
    /// The derivative by a multiplies the mean of x by the mean of the errors, in the place of the mean of their products.
    ProductOfMeans,
    /// The derivative by b is taken after a was updated.
    NewSlopeForIntercept,
    /// The derivative by a is taken after b was updated.
    NewInterceptForSlope,
    /// The errors are those of the first line at every epoch.
    ErrorsFrozen,
    /// Signs of the errors stand in the place of the errors: the gradient of the absolute error.
    SignsForErrors,
    /// Errors stand in the place of their signs: the gradient of the squared error.
    ErrorsForSigns,
    /// Absolute values of the errors stand in the place of the errors.
    SizesForErrors,
    /// Squares of the errors stand in the place of the errors.
    SquaresForErrors,
    /// The predictions leave out the intercept.
    InterceptNotPredicted,
    /// The predictions leave out the slope.
    SlopeNotPredicted,
    /// The gradient is the first row's alone.
    FirstRowOnly,
    /// The gradient is the last row's alone.
    LastRowOnly,
    /// The gradient is the last row's alone, divided by n: a sum that starts over at every row.
    LastRowInMean,
    /// The data are cut to whole numbers.
    DataCut,
    /// Slope and intercept are cut to whole numbers.
    ParametersCut,
    /// Slope and intercept are rounded to whole numbers.
    ParametersRounded,
    /// The intercept is never updated.
    SlopeOnly,
    /// The slope is never updated.
    InterceptOnly,
}

/// The part of an epoch that a mistake changes. Two mistakes in one part cannot be made at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Sign,
    Two,
    Divisor,
    Rate,
    Inputs,
    Freshness,
    Source,
    Numbers,
    Moving,
}

use Place::{Both, Intercept, Slope};

impl Mistake {
    /// All of them, the commonest first.
    pub const ALL: [Self; 42] = [
        Self::WrongSign(Both),
        Self::WrongSign(Slope),
        Self::WrongSign(Intercept),
        Self::TwoMissing(Both),
        Self::TwoMissing(Slope),
        Self::TwoMissing(Intercept),
        Self::TwoTwice(Both),
        Self::TwoTwice(Slope),
        Self::TwoTwice(Intercept),
        Self::SumForMean(Both),
        Self::SumForMean(Slope),
        Self::SumForMean(Intercept),
        Self::OneRowFewer,
        Self::TwoRowsFewer,
        Self::RateMissing(Both),
        Self::RateMissing(Slope),
        Self::RateMissing(Intercept),
        Self::RateTwice(Both),
        Self::RateTwice(Slope),
        Self::RateTwice(Intercept),
        Self::XMissing,
        Self::XInIntercept,
        Self::Exchanged,
        Self::CentredX,
        Self::ProductOfMeans,
        Self::NewSlopeForIntercept,
        Self::NewInterceptForSlope,
        Self::ErrorsFrozen,
        Self::SignsForErrors,
        Self::ErrorsForSigns,
        Self::SizesForErrors,
        Self::SquaresForErrors,
        Self::InterceptNotPredicted,
        Self::SlopeNotPredicted,
        Self::FirstRowOnly,
        Self::LastRowOnly,
        Self::LastRowInMean,
        Self::DataCut,
        Self::ParametersCut,
        Self::ParametersRounded,
        Self::SlopeOnly,
        Self::InterceptOnly,
    ];

    /// The name in the page and in its tests.
    pub fn name(self) -> &'static str {
        match self {
            Self::WrongSign(place) => {
                place.choose(["wrong-sign", "wrong-sign-slope", "wrong-sign-intercept"])
            }
            Self::TwoMissing(place) => {
                place.choose(["two-missing", "two-missing-slope", "two-missing-intercept"])
            }
            Self::TwoTwice(place) => {
                place.choose(["two-twice", "two-twice-slope", "two-twice-intercept"])
            }
            Self::SumForMean(place) => {
                place.choose(["sum-for-mean", "sum-for-mean-slope", "sum-for-mean-intercept"])
            }
            Self::OneRowFewer => "one-row-fewer",
            Self::TwoRowsFewer => "two-rows-fewer",
            Self::RateMissing(place) => {
                place.choose(["rate-missing", "rate-missing-slope", "rate-missing-intercept"])
            }
            Self::RateTwice(place) => {
                place.choose(["rate-twice", "rate-twice-slope", "rate-twice-intercept"])
            }
            Self::XMissing => "x-missing",
            Self::XInIntercept => "x-in-intercept",
            Self::Exchanged => "exchanged",
            Self::CentredX => "centred-x",
            Self::ProductOfMeans => "product-of-means",
            Self::NewSlopeForIntercept => "new-slope-for-intercept",
            Self::NewInterceptForSlope => "new-intercept-for-slope",
            Self::ErrorsFrozen => "errors-frozen",
            Self::SignsForErrors => "signs-for-errors",
            Self::ErrorsForSigns => "errors-for-signs",
            Self::SizesForErrors => "sizes-for-errors",
            Self::SquaresForErrors => "squares-for-errors",
            Self::InterceptNotPredicted => "intercept-not-predicted",
            Self::SlopeNotPredicted => "slope-not-predicted",
            Self::FirstRowOnly => "first-row-only",
            Self::LastRowOnly => "last-row-only",
            Self::LastRowInMean => "last-row-in-mean",
            Self::DataCut => "data-cut",
            Self::ParametersCut => "parameters-cut",
            Self::ParametersRounded => "parameters-rounded",
            Self::SlopeOnly => "slope-only",
            Self::InterceptOnly => "intercept-only",
        }
    }

    /// Returns the mistake of a name; `None` if there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mistake| mistake.name() == name)
    }

    /// The part of an epoch that it changes.
    pub(super) fn part(self) -> Part {
        match self {
            Self::WrongSign(_) => Part::Sign,
            Self::TwoMissing(_) | Self::TwoTwice(_) => Part::Two,
            Self::SumForMean(_) | Self::OneRowFewer | Self::TwoRowsFewer => Part::Divisor,
            Self::RateMissing(_) | Self::RateTwice(_) => Part::Rate,
            Self::XMissing
            | Self::XInIntercept
            | Self::Exchanged
            | Self::CentredX
            | Self::ProductOfMeans => Part::Inputs,
            Self::NewSlopeForIntercept | Self::NewInterceptForSlope | Self::ErrorsFrozen => {
                Part::Freshness
            }
            Self::SignsForErrors
            | Self::ErrorsForSigns
            | Self::SizesForErrors
            | Self::SquaresForErrors
            | Self::InterceptNotPredicted
            | Self::SlopeNotPredicted
            | Self::FirstRowOnly
            | Self::LastRowOnly
            | Self::LastRowInMean
            | Self::DataCut => Part::Source,
            Self::ParametersCut | Self::ParametersRounded => Part::Numbers,
            Self::SlopeOnly | Self::InterceptOnly => Part::Moving,
        }
    }

    /// Whether it multiplies steps by a number that does not depend on the line.
    pub(super) fn is_factor(self) -> bool {
        matches!(self.part(), Part::Sign | Part::Two | Part::Divisor | Part::Rate)
    }

    /// Where it was made, if it can be made in one place alone.
    pub(super) fn place(self) -> Option<Place> {
        match self {
            Self::WrongSign(place)
            | Self::TwoMissing(place)
            | Self::TwoTwice(place)
            | Self::SumForMean(place)
            | Self::RateMissing(place)
            | Self::RateTwice(place) => Some(place),
            _ => None,
        }
    }

    /// Whether both can be made at once, to an effect that neither has alone or with less.
    pub fn goes_with(self, other: Self) -> bool {
        self.part() != other.part() && self.leaves(other) && other.leaves(self)
    }

    /// Whether `other` still has an effect of its own beside this mistake.
    fn leaves(self, other: Self) -> bool {
        let elsewhere = !matches!(other.place(), None | Some(Both));
        match self {
            // What is wrong with the parameter that never moves cannot be seen, nor that the other
            // parameter's mistake is not in both.
            Self::SlopeOnly => {
                let unseen = matches!(
                    other,
                    Self::XInIntercept | Self::Exchanged | Self::NewSlopeForIntercept
                );
                !elsewhere && !unseen
            }
            Self::InterceptOnly => {
                let unseen = matches!(
                    other,
                    Self::XMissing
                        | Self::Exchanged
                        | Self::CentredX
                        | Self::ProductOfMeans
                        | Self::NewInterceptForSlope
                );
                !elsewhere && !unseen
            }
            // The mean of one row is its sum.
            Self::FirstRowOnly | Self::LastRowOnly | Self::LastRowInMean => {
                other.part() != Part::Divisor
            }
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_found_by_its_name_and_no_two_share_one() {
        for (index, mistake) in Mistake::ALL.into_iter().enumerate() {
            assert_eq!(Mistake::from_name(mistake.name()), Some(mistake));
            assert!(!Mistake::ALL[..index].contains(&mistake), "{mistake:?} is there twice");
        }
        assert_eq!(Mistake::from_name("typo"), None);
    }

    #[test]
    fn what_a_parameter_does_that_never_moves_is_no_second_mistake() {
        assert!(Mistake::SlopeOnly.goes_with(Mistake::WrongSign(Both)));
        assert!(!Mistake::SlopeOnly.goes_with(Mistake::WrongSign(Slope)));
        assert!(!Mistake::InterceptOnly.goes_with(Mistake::Exchanged));
        assert!(!Mistake::TwoMissing(Slope).goes_with(Mistake::TwoTwice(Intercept)));
    }
}
