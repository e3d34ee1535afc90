//! Definition of a rule, and the parts of an update.

use super::inertia::Inertia;
use crate::descent::objective::Objective;

/// Something for the slope and for the intercept.
pub type Pair = [f64; 2];

/// The most parameters that a rule has.
pub(super) const PARAMETERS: usize = 4;

/// An update rule's definition: how the gradient becomes a step.
pub struct Definition {
    /// The name in links and in the package.
    pub name: &'static str,
    /// The name for people.
    pub title: &'static str,
    /// Explanation of the rule, in a sentence.
    pub explains: &'static str,
    /// The parameters beside the learning rate.
    pub parameters: &'static [RuleParameter],
    /// Quantity that decides the length of a step.
    pub stride: Stride,
    /// Inertia of the ball under the parameters. `None` for rules whose steps are no linear function of gradients, and
    /// for plain descent, whose ball has none.
    pub(super) inertia: Option<fn(&[f64; PARAMETERS]) -> Inertia>,
    /// Its memory from one update to the next.
    pub remembers: Remembers,
    pub(super) step: fn(&mut Memory, &Update<'_>) -> Pair,
}

/// Memory of a rule: the numbers that it keeps from one update to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remembers {
    /// Nothing: a step is L times the gradient.
    Nothing,
    /// Nothing: the curvature decides how far a step goes.
    Curvature,
    /// A velocity, with which it steps.
    Velocity,
    /// A velocity, a share of which is added to the gradient.
    VelocityAhead,
    /// The sum of the squared gradients.
    SumOfSquares,
    /// A mean of the squared gradients.
    MeanOfSquares,
    /// A mean of the gradients and one of their squares.
    MeanAndSquares,
}

/// A number that a rule has beside the learning rate.
#[derive(Debug)]
pub struct RuleParameter {
    /// PyTorch's name.
    pub name: &'static str,
    /// PyTorch's default, or where that switches the rule off, the usual value.
    pub default: f64,
    /// Values that it may have.
    pub domain: Domain,
    /// Explanation of its effect, in a sentence.
    pub explains: &'static str,
}

/// ε, of which each rule has another default.
#[cfg(feature = "more")]
pub(super) const fn eps(default: f64) -> RuleParameter {
    RuleParameter {
        name: "eps",
        default,
        domain: Domain::NotNegative,
        explains: "Keeps the rule from dividing by 0.",
    }
}

/// Which numbers a parameter of a rule may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Domain {
    /// At least 0 and below 1.
    Share,
    /// At least 0.
    NotNegative,
    /// 0 for no, 1 for yes.
    Switch,
}

impl Domain {
    pub(super) fn contains(self, value: f64) -> bool {
        match self {
            Self::Share => (0.0..1.0).contains(&value),
            Self::NotNegative => (0.0..f64::INFINITY).contains(&value),
            Self::Switch => value == 0.0 || value == 1.0,
        }
    }
}

/// Quantity that decides the length of a rule's steps.
#[derive(Clone, Copy)]
pub enum Stride {
    /// The gradient: the descent of a parabola of greatest curvature λmax converges below this
    /// number over λmax.
    Gradient(fn(&[f64; PARAMETERS]) -> f64),
    /// The rate alone: about L along each parameter, however steep it is.
    Rate {
        /// Steps of the length L in which a first run is to go the whole way.
        steps: f64,
    },
    /// The curvature: the rule has no rate.
    Curvature,
}

/// Input of an update.
pub struct Update<'a> {
    /// Slope and intercept.
    pub at: Pair,
    /// Their derivatives.
    pub gradient: Pair,
    /// L.
    pub rate: f64,
    /// The rule's parameters, in their order.
    pub parameters: &'a [f64; PARAMETERS],
    /// The objective that is minimised.
    pub objective: &'a Objective,
}

/// Memory of a rule from one update to the next. All rules share the fields, each using those that it
/// needs, so that a copy is all that a checkpoint needs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Memory {
    /// Whether an update was made, where the rule treats the first one otherwise.
    pub(super) begun: bool,
    /// Updates so far, where the rule counts them.
    pub(super) updates: u64,
    /// The velocity of the ball.
    pub(super) velocity: Pair,
    /// A mean of the gradients.
    pub(super) mean: Pair,
    /// A sum or a mean of the squared gradients.
    pub(super) squares: Pair,
    /// The greatest of those so far.
    pub(super) greatest_squares: Pair,
}

impl Memory {
    /// The velocity of the ball. Returns `None` before the first update.
    pub fn velocity(&self) -> Option<Pair> {
        self.begun.then_some(self.velocity)
    }

    /// The mean of the gradients, for rules that have one.
    pub fn mean(&self) -> Pair {
        self.mean
    }

    /// The sum or the mean of the squared gradients, for rules that have one.
    pub fn squares(&self) -> Pair {
        self.squares
    }
}

/// Both numbers of a pair, each made of its index.
pub(super) fn pair(of: impl FnMut(usize) -> f64) -> Pair {
    std::array::from_fn(of)
}
