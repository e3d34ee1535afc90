//! The cost at a line, and which way it falls.

use super::problem::Held;
/// The gradient of the cost, (∂J/∂a, ∂J/∂b). It points uphill; a step goes the other way.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Gradient {
    /// ∂J/∂a, in units of the cost per unit of a; 0 when the slope is held.
    pub slope: f64,
    /// ∂J/∂b, in units of the cost per unit of b; 0 when the intercept is held.
    pub intercept: f64,
}

impl Gradient {
    /// The same gradient, but 0 along the parameter that is held.
    pub fn with(self, held: Held) -> Self {
        match held {
            Held::Neither => self,
            Held::Slope => Self { slope: 0.0, ..self },
            Held::Intercept => Self { intercept: 0.0, ..self },
        }
    }
}

/// A cost and its gradient at one line, in the coordinates of the descent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evaluation {
    /// The cost.
    pub value: f64,
    /// Its gradient, as if nothing was held.
    pub gradient: Gradient,
}

/// One point's contribution to the cost: the means over all points are the cost and its gradient.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// ŷ, in data units.
    pub prediction: f64,
    /// e = y − ŷ, in data units.
    pub error: f64,
    /// Contribution to the cost, in data units.
    pub cost: f64,
    /// Contribution to ∂J/∂a and ∂J/∂b.
    pub gradient: Gradient,
}
