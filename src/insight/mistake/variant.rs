//! Variants of an epoch: the right one, and those that mistakes make of it.

use super::asked::Asked;
use super::definition::Mistake;
use super::path::Move;
use super::rows::{GradientReading, GradientSource, Pair};
use crate::numeric::line::Line;

/// When a derivative is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GradientTiming {
    /// At the line before the update.
    Before,
    /// After a was updated.
    NewSlope,
    /// After b was updated.
    NewIntercept,
    /// At the first line of all.
    Start,
}

impl GradientTiming {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Before, Self::NewSlope, Self::NewIntercept, Self::Start];

    /// The line then, in a move on a path that began at `start`.
    pub fn line(self, way: &Move, start: Line) -> Line {
        match self {
            Self::Before => way.from,
            Self::NewSlope => Line { slope: way.to.slope, ..way.from },
            Self::NewIntercept => Line { intercept: way.to.intercept, ..way.from },
            Self::Start => start,
        }
    }
}

/// Factor of the errors in a derivative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Input {
    One,
    X,
    CentredX,
    /// x̄ for every row.
    MeanX,
}

/// Treatment of a parameter after its update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbers {
    Real,
    Cut,
    Rounded,
}

/// An epoch of plain descent, right or with mistakes. What does not concern the gradient is left to an update rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Variant {
    source: GradientSource,
    moments: [GradientTiming; 2],
    inputs: [Input; 2],
    /// Factor of the steps.
    pub factors: Pair,
    moving: [bool; 2],
    numbers: Numbers,
}

/// A parameter after an epoch, between two bounds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prediction {
    pub low: f64,
    pub high: f64,
    /// Where it would be if it were not made a whole number.
    pub aim: f64,
}

impl Prediction {
    /// Half the distance of the bounds.
    pub fn tolerance(&self) -> f64 {
        0.5 * (self.high - self.low)
    }

    /// The middle of the bounds.
    pub fn value(&self) -> f64 {
        0.5 * (self.low + self.high)
    }

    /// Whether a number lies within the bounds.
    pub fn allows(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

impl Variant {
    /// The program that is asked for, without a mistake.
    pub fn right(asked: Asked) -> Self {
        let source =
            if asked.cost().is_squared() { GradientSource::Errors } else { GradientSource::Signs };
        Self {
            source,
            moments: [GradientTiming::Before; 2],
            inputs: [Input::X, Input::One],
            factors: [1.0; 2],
            moving: [true; 2],
            numbers: Numbers::Real,
        }
    }

    /// The program that is asked for, with mistakes, on so many rows and at a learning rate. Returns `None` if a mistake cannot be
    /// made there.
    pub fn with(asked: Asked, mistakes: &[Mistake], n: f64, rate: f64) -> Option<Self> {
        let right = Self::right(asked);
        let asks_for_signs = right.source == GradientSource::Signs;
        let and = |variant: Self, mistake: &Mistake| variant.and(*mistake, asks_for_signs, n, rate);
        mistakes.iter().try_fold(right, and)
    }

    fn and(self, mistake: Mistake, asks_for_signs: bool, n: f64, rate: f64) -> Option<Self> {
        use Mistake as M;
        let times = |factors: Pair| {
            Some(Self { factors: [0, 1].map(|i| self.factors[i] * factors[i]), ..self })
        };
        let from = |source| Some(Self { source, ..self });
        let inputs = |slope, intercept| Some(Self { inputs: [slope, intercept], ..self });
        let moments = |slope, intercept| Some(Self { moments: [slope, intercept], ..self });
        match mistake {
            M::WrongSign(place) => times(place.factors(-1.0)),
            // The gradient of the absolute error has no 2.
            M::TwoMissing(_) | M::TwoTwice(_) if asks_for_signs => None,
            M::TwoMissing(place) => times(place.factors(0.5)),
            M::TwoTwice(place) => times(place.factors(2.0)),
            M::SumForMean(place) => times(place.factors(n)),
            M::OneRowFewer => (n > 1.0).then(|| n / (n - 1.0)).and_then(|by| times([by; 2])),
            M::TwoRowsFewer => (n > 2.0).then(|| n / (n - 2.0)).and_then(|by| times([by; 2])),
            M::RateMissing(place) => times(place.factors(1.0 / rate)),
            M::RateTwice(place) => times(place.factors(rate)),
            M::XMissing => inputs(Input::One, Input::One),
            M::XInIntercept => inputs(Input::X, Input::X),
            M::Exchanged => inputs(Input::One, Input::X),
            M::CentredX => inputs(Input::CentredX, Input::One),
            M::ProductOfMeans => inputs(Input::MeanX, Input::One),
            M::NewSlopeForIntercept => moments(GradientTiming::Before, GradientTiming::NewSlope),
            M::NewInterceptForSlope => {
                moments(GradientTiming::NewIntercept, GradientTiming::Before)
            }
            M::ErrorsFrozen => moments(GradientTiming::Start, GradientTiming::Start),
            M::SignsForErrors => (self.source == GradientSource::Errors)
                .then_some(GradientSource::Signs)
                .and_then(from),
            M::ErrorsForSigns => (self.source == GradientSource::Signs)
                .then_some(GradientSource::Errors)
                .and_then(from),
            M::SizesForErrors => from(GradientSource::Sizes),
            M::SquaresForErrors => from(GradientSource::Squares),
            M::InterceptNotPredicted => from(GradientSource::WithoutIntercept),
            M::SlopeNotPredicted => from(GradientSource::WithoutSlope),
            M::FirstRowOnly => from(GradientSource::FirstRow),
            M::LastRowOnly => from(GradientSource::LastRow),
            M::LastRowInMean => from(GradientSource::LastRowInMean),
            M::DataCut => from(GradientSource::CutData),
            M::ParametersCut => Some(Self { numbers: Numbers::Cut, ..self }),
            M::ParametersRounded => Some(Self { numbers: Numbers::Rounded, ..self }),
            M::SlopeOnly => Some(Self { moving: [true, false], ..self }),
            M::InterceptOnly => Some(Self { moving: [false, true], ..self }),
        }
    }

    /// The gradient that it computes, given what `read` reads at a moment from a source.
    pub fn gradient(
        &self,
        mean_x: f64,
        read: impl Fn(GradientTiming, GradientSource) -> GradientReading,
    ) -> GradientReading {
        let parts = [0, 1].map(|i| {
            let GradientReading {
                gradient: [slope, intercept],
                tolerance: [of_slope, of_intercept],
            } = read(self.moments[i], self.source);
            match self.inputs[i] {
                Input::One => (intercept, of_intercept),
                Input::X => (slope, of_slope),
                Input::CentredX => {
                    (slope - mean_x * intercept, of_slope + 4.0 * mean_x.abs() * of_intercept)
                }
                Input::MeanX => (mean_x * intercept, 4.0 * mean_x.abs() * of_intercept),
            }
        });
        let reading = GradientReading {
            gradient: parts.map(|(value, _)| value),
            tolerance: parts.map(|(_, tolerance)| tolerance),
        };
        reading.times(self.factors)
    }

    /// The line after an epoch, given where its rule goes to, and by how much rounding may move that.
    pub fn predict(&self, way: &Move, to: Pair, tolerance: Pair) -> [Prediction; 2] {
        let from = [way.from.slope, way.from.intercept];
        [0, 1].map(|i| {
            let (to, tolerance) = if self.moving[i] {
                (to[i], tolerance[i] + way.rounding[i])
            } else {
                (from[i], 0.0)
            };
            let stored = |value: f64| match self.numbers {
                Numbers::Real => value,
                Numbers::Cut => value.trunc(),
                Numbers::Rounded => value.round_ties_even(),
            };
            Prediction { low: stored(to - tolerance), high: stored(to + tolerance), aim: to }
        })
    }

    /// Whether an epoch ends at whole numbers.
    pub fn is_whole(&self) -> bool {
        self.numbers != Numbers::Real
    }
}
