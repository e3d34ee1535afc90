//! Programs as readers write them: loops over all rows, in the plainest way.

use downhill::insight::mistake::{Mistake, Place};
use downhill::numeric::line::Line;

use super::Set;

/// A program for gradient descent with mistakes.
pub struct Program<'a> {
    set: &'a Set,
    mistakes: &'a [Mistake],
    absolute: bool,
}

impl<'a> Program<'a> {
    /// A program for squared error.
    pub fn new(set: &'a Set, mistakes: &'a [Mistake]) -> Self {
        Self { set, mistakes, absolute: false }
    }

    /// A program for absolute error.
    pub fn absolute(set: &'a Set, mistakes: &'a [Mistake]) -> Self {
        Self { set, mistakes, absolute: true }
    }

    fn has(&self, mistake: Mistake) -> bool {
        self.mistakes.contains(&mistake)
    }

    fn is_in(&self, mistake: impl Fn(Place) -> Mistake, place: Place) -> bool {
        self.has(mistake(Place::Both)) || self.has(mistake(place))
    }

    fn errors(&self, a: f64, b: f64) -> Vec<f64> {
        let number = |value: f64| if self.has(Mistake::DataCut) { value.trunc() } else { value };
        let rows = self.set.xs.iter().zip(&self.set.ys);
        rows.map(|(&x, &y)| {
            let (x, y) = (number(x), number(y));
            let predicted = match () {
                () if self.has(Mistake::InterceptNotPredicted) => a * x,
                () if self.has(Mistake::SlopeNotPredicted) => b,
                () => a * x + b,
            };
            y - predicted
        })
        .collect()
    }

    /// A derivative from errors and from what they are multiplied with.
    fn derivative(&self, errors: &[f64], inputs: &[f64], place: Place) -> f64 {
        let signs = self.absolute != self.has(Mistake::SignsForErrors)
            && !self.has(Mistake::ErrorsForSigns);
        let term = |(&e, &x): (&f64, &f64)| match () {
            () if signs && e == 0.0 => 0.0,
            () if signs => x * e.signum(),
            () if self.has(Mistake::SizesForErrors) => x * e.abs(),
            () if self.has(Mistake::SquaresForErrors) => x * e * e,
            () => x * e,
        };
        let n = errors.len() as f64;
        let terms: Vec<f64> = errors.iter().zip(inputs).map(term).collect();
        let (sum, by) = match () {
            () if self.has(Mistake::FirstRowOnly) => (terms[0], 1.0),
            () if self.has(Mistake::LastRowOnly) => (terms[terms.len() - 1], 1.0),
            () if self.has(Mistake::LastRowInMean) => (terms[terms.len() - 1], n),
            () if self.has(Mistake::OneRowFewer) => (terms.iter().sum(), n - 1.0),
            () if self.has(Mistake::TwoRowsFewer) => (terms.iter().sum(), n - 2.0),
            () if self.is_in(Mistake::SumForMean, place) => (terms.iter().sum(), 1.0),
            () => (terms.iter().sum(), n),
        };
        let two = match () {
            () if self.is_in(Mistake::TwoMissing, place) => 1.0,
            () if self.is_in(Mistake::TwoTwice, place) => 4.0,
            () => 2.0,
        };
        let two = if signs { two / 2.0 } else { two };
        let sign = if self.is_in(Mistake::WrongSign, place) { 1.0 } else { -1.0 };
        sign * two * sum / by
    }

    fn updated(&self, parameter: f64, derivative: f64, place: Place) -> f64 {
        let rate = match () {
            () if self.is_in(Mistake::RateMissing, place) => 1.0,
            () if self.is_in(Mistake::RateTwice, place) => self.set.rate * self.set.rate,
            () => self.set.rate,
        };
        let updated = parameter - rate * derivative;
        match () {
            () if self.has(Mistake::ParametersCut) => updated.trunc(),
            () if self.has(Mistake::ParametersRounded) => updated.round_ties_even(),
            () => updated,
        }
    }

    /// The derivative that it computes at a line, where it began at a = b = 0.
    pub fn derivative_at(&self, at: Line, place: Place) -> f64 {
        let number = |value: &f64| if self.has(Mistake::DataCut) { value.trunc() } else { *value };
        let xs: Vec<f64> = self.set.xs.iter().map(number).collect();
        let (ones, mean) = (vec![1.0; xs.len()], xs.iter().sum::<f64>() / xs.len() as f64);
        let centred: Vec<f64> = xs.iter().map(|x| x - mean).collect();
        let means = vec![mean; xs.len()];
        let exchanged = self.has(Mistake::Exchanged);
        let inputs = match place {
            Place::Intercept if exchanged || self.has(Mistake::XInIntercept) => &xs,
            Place::Intercept => &ones,
            _ if exchanged || self.has(Mistake::XMissing) => &ones,
            _ if self.has(Mistake::CentredX) => &centred,
            _ if self.has(Mistake::ProductOfMeans) => &means,
            _ => &xs,
        };
        let errors = match self.has(Mistake::ErrorsFrozen) {
            true => self.errors(0.0, 0.0),
            false => self.errors(at.slope, at.intercept),
        };
        self.derivative(&errors, inputs, place)
    }

    /// The line after an epoch.
    pub fn epoch(&self, from: Line) -> Line {
        let slope = |at: Line| match self.has(Mistake::InterceptOnly) {
            true => at.slope,
            false => {
                let da = self.derivative_at(at, Place::Slope);
                self.updated(at.slope, da, Place::Slope)
            }
        };
        let intercept = |at: Line| match self.has(Mistake::SlopeOnly) {
            true => at.intercept,
            false => {
                let db = self.derivative_at(at, Place::Intercept);
                self.updated(at.intercept, db, Place::Intercept)
            }
        };
        if self.has(Mistake::NewSlopeForIntercept) {
            let at = Line { slope: slope(from), ..from };
            Line { intercept: intercept(at), ..at }
        } else if self.has(Mistake::NewInterceptForSlope) {
            let at = Line { intercept: intercept(from), ..from };
            Line { slope: slope(at), ..at }
        } else {
            Line::new(slope(from), intercept(from))
        }
    }

    /// The lines that it shows, one after each epoch, from a = b = 0.
    pub fn lines(&self, epochs: usize) -> Vec<Line> {
        let mut at = Line::ZERO;
        (0..epochs)
            .map(|_| {
                at = self.epoch(at);
                at
            })
            .collect()
    }
}

/// Mistakes in a program for squared error.
pub fn of_squares() -> impl Iterator<Item = Mistake> {
    Mistake::ALL.into_iter().filter(|mistake| *mistake != Mistake::ErrorsForSigns)
}

/// Whether a program with these mistakes goes from each line to the next, to nine digits or to 1e-13.
pub fn explains(set: &Set, mistakes: &[Mistake], lines: &[Line]) -> bool {
    if !mistakes.iter().all(|mistake| can_be_made(*mistake, set)) {
        return false;
    }
    let program = Program::new(set, mistakes);
    let is_close = |one: f64, other: f64, from: f64| {
        (one - other).abs() <= 1e-9 * (one.abs() + other.abs() + from.abs()) + 1e-13
    };
    let finite = lines.iter().take_while(|line| line.slope.abs().max(line.intercept.abs()) < 1e90);
    let lines: Vec<Line> = [Line::ZERO].into_iter().chain(finite.copied()).collect();
    lines.windows(2).all(|step| {
        let to = program.epoch(step[0]);
        to.is_finite()
            && is_close(to.slope, step[1].slope, step[0].slope)
            && is_close(to.intercept, step[1].intercept, step[0].intercept)
    })
}

/// Nobody divides by no rows, or by −1.
pub fn can_be_made(mistake: Mistake, set: &Set) -> bool {
    match mistake {
        Mistake::OneRowFewer => set.xs.len() > 1,
        Mistake::TwoRowsFewer => set.xs.len() > 2,
        _ => true,
    }
}
