//! The update rules. Each is one file with its definition, its parameters and its source; [`Rule::ALL`]
//! lists them. Names, parameters and defaults are those of PyTorch 2, without weight decay, which
//! would change the cost.

#[cfg(feature = "more")]
mod adagrad;
#[cfg(feature = "more")]
mod adam;
mod gradient_descent;
#[cfg(feature = "more")]
mod momentum;
#[cfg(feature = "more")]
mod nesterov;
#[cfg(feature = "more")]
mod newton;
#[cfg(feature = "more")]
mod rmsprop;

use crate::descent::objective::{Gradient, Objective};
use crate::descent::settings::SettingError;
use crate::numeric::line::Line;

/// Something for the slope and for the intercept.
pub type Pair = [f64; 2];

/// The most parameters that a rule has.
const PARAMETERS: usize = 4;

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
    fn contains(self, value: f64) -> bool {
        match self {
            Self::Share => (0.0..1.0).contains(&value),
            Self::NotNegative => (0.0..f64::INFINITY).contains(&value),
            Self::Switch => value == 0.0 || value == 1.0,
        }
    }
}

/// A number that a rule has beside the learning rate.
#[derive(Debug)]
pub struct Parameter {
    /// PyTorch's name.
    pub name: &'static str,
    /// PyTorch's default, or where that switches the rule off, the usual value.
    pub default: f64,
    /// What it may be.
    pub domain: Domain,
    /// What it does, in a sentence.
    pub explains: &'static str,
}

/// ε, of which each rule has another default.
#[cfg(feature = "more")]
const fn eps(default: f64) -> Parameter {
    Parameter {
        name: "eps",
        default,
        domain: Domain::NotNegative,
        explains: "Keeps the division from being one by 0.",
    }
}

/// An update rule: how the gradient becomes a step.
pub struct Rule {
    /// What links and the package call it.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub explains: &'static str,
    /// Its parameters beside the learning rate.
    pub parameters: &'static [Parameter],
    /// How long its steps are.
    pub stride: Stride,
    step: fn(&mut Memory, &Update<'_>) -> Pair,
}

/// What decides how long a rule's steps are.
#[derive(Clone, Copy)]
pub enum Stride {
    /// The gradient: the descent of a parabola of greatest curvature λmax converges below this
    /// number over λmax.
    Gradient(fn(&[f64; PARAMETERS]) -> f64),
    /// The rate alone: about L along each parameter, however steep it is.
    Rate,
    /// The curvature: it has no rate.
    Curvature,
}

/// What an update is made of.
pub struct Update<'a> {
    /// Slope and intercept.
    pub at: Pair,
    /// Their derivatives.
    pub gradient: Pair,
    /// L.
    pub rate: f64,
    /// The rule's parameters, in their order.
    pub parameters: &'a [f64; PARAMETERS],
    /// What is minimised.
    pub objective: &'a Objective,
}

/// What a rule remembers from one update to the next. All rules have the same slots, so that a
/// copy is all that a checkpoint needs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Memory {
    /// Updates so far, where the rule counts them.
    count: u64,
    slots: [Pair; 3],
}

impl Rule {
    /// All rules, the simplest first.
    #[cfg(not(feature = "more"))]
    pub const ALL: [&'static Self; 1] = [&gradient_descent::RULE];

    /// All rules, the simplest first.
    #[cfg(feature = "more")]
    pub const ALL: [&'static Self; 7] = [
        &gradient_descent::RULE,
        &momentum::RULE,
        &nesterov::RULE,
        &adagrad::RULE,
        &rmsprop::RULE,
        &adam::RULE,
        &newton::RULE,
    ];

    /// The rule that links call so.
    pub fn find(id: &str) -> Option<&'static Self> {
        Self::ALL.into_iter().find(|rule| rule.id == id)
    }
}

/// A rule with its parameters.
#[derive(Clone, Copy)]
pub struct Optimizer {
    rule: &'static Rule,
    parameters: [f64; PARAMETERS],
}

impl Optimizer {
    /// A rule with its defaults.
    pub fn new(rule: &'static Rule) -> Self {
        let mut parameters = [0.0; PARAMETERS];
        for (value, parameter) in parameters.iter_mut().zip(rule.parameters) {
            *value = parameter.default;
        }
        Self { rule, parameters }
    }

    /// Whether it is plain gradient descent.
    pub fn is_plain(&self) -> bool {
        !crate::COMPLETE || std::ptr::eq(self.rule, &gradient_descent::RULE)
    }

    /// The rule.
    pub fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// The values of the rule's parameters, in their order.
    pub fn parameters(&self) -> &[f64] {
        &self.parameters[..self.rule.parameters.len()]
    }

    /// The same rule with another value of one parameter.
    ///
    /// # Errors
    /// When the rule has no such parameter, or it cannot have this value.
    pub fn with(mut self, index: usize, value: f64) -> Result<Self, SettingError> {
        let parameter = self.rule.parameters.get(index).ok_or(SettingError::NoParameter)?;
        if !parameter.domain.contains(value) {
            return Err(match parameter.domain {
                Domain::Share => SettingError::Share,
                Domain::NotNegative => SettingError::NotNegative,
                Domain::Switch => SettingError::Switch,
            });
        }
        self.parameters[index] = value;
        Ok(self)
    }

    /// One update from `at`, where the gradient is `gradient`.
    pub fn step(
        &self,
        memory: &mut Memory,
        objective: &Objective,
        at: Line,
        gradient: Gradient,
        rate: f64,
    ) -> Line {
        let update = Update {
            at: [at.slope, at.intercept],
            gradient: [gradient.slope, gradient.intercept],
            rate,
            parameters: &self.parameters,
            objective,
        };
        // Plain descent needs so little time that a call through the table would be felt.
        let [slope, intercept] = match self.is_plain() {
            true => gradient_descent::step(memory, &update),
            false => (self.rule.step)(memory, &update),
        };
        Line::new(slope, intercept)
    }

    /// The learning rate below which the rule converges on a parabola whose greatest curvature is
    /// λmax, and from which on it does not; none where no such rate is known.
    pub fn largest_stable_rate(&self, max_curvature: f64) -> Option<f64> {
        match self.rule.stride {
            Stride::Gradient(limit) => Some(limit(&self.parameters) / max_curvature),
            Stride::Rate | Stride::Curvature => None,
        }
    }
}

impl Default for Optimizer {
    fn default() -> Self {
        Self::new(&gradient_descent::RULE)
    }
}

impl PartialEq for Optimizer {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.rule, other.rule) && self.parameters == other.parameters
    }
}

impl std::fmt::Debug for Optimizer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {:?}", self.rule.id, self.parameters())
    }
}

/// Both numbers of a pair, each made of its index.
fn pair(of: impl FnMut(usize) -> f64) -> Pair {
    std::array::from_fn(of)
}
