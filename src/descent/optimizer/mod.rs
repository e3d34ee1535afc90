//! The update rules. A rule is a file with its definition, its parameters and its source, its `mod`, and a line
//! in the table below. Names, parameters and defaults are those of PyTorch 2, without weight decay, which would
//! change the cost.
//!
//! ```
//! use downhill::descent::optimizer::{Optimizer, Rule};
//!
//! let adam = Optimizer::new(Rule::from_name("adam").expect("a rule of the full package"));
//! assert_eq!(adam.parameters(), [0.9, 0.999, 1e-8, 0.0]);
//! assert!(adam.with(0, 1.0).is_err(), "beta1 is below 1");
//! ```

mod definition;

// Outside the table, because neither rustfmt nor cargo-mutants looks for modules in macros.
#[cfg(feature = "more")]
mod adagrad;
#[cfg(feature = "more")]
mod adam;
mod gradient_descent;
mod inertia;
#[cfg(feature = "more")]
mod momentum;
#[cfg(feature = "more")]
mod nesterov;
#[cfg(feature = "more")]
mod newton;
#[cfg(feature = "more")]
mod rmsprop;

use definition::PARAMETERS;
pub use definition::{Definition, Domain, Memory, Remembers, RuleParameter, Stride, Update};
pub use inertia::{Inertia, Motion};

use crate::descent::error::SettingError;
use crate::descent::objective::{Gradient, Objective};
use crate::numeric::line::Line;

/// Makes of the rules' modules the enum [`Rule`].
macro_rules! rules {
    ($($(#[$attribute:meta])* $rule:ident in $module:ident,)+) => {
        /// An update rule: how the gradient becomes a step.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Rule {
            $(
                $(#[$attribute])*
                #[doc = concat!("The rule of `", stringify!($module), ".rs`.")]
                $rule,
            )+
        }

        impl Rule {
            /// All rules, in the order of the table.
            pub const ALL: &'static [Self] = &[$($(#[$attribute])* Self::$rule,)+];

            /// Definition of the rule.
            pub fn definition(self) -> &'static Definition {
                match self {
                    $($(#[$attribute])* Self::$rule => &$module::RULE,)+
                }
            }
        }
    };
}

// The simplest first.
rules! {
    GradientDescent in gradient_descent,
    #[cfg(feature = "more")]
    Momentum in momentum,
    #[cfg(feature = "more")]
    Nesterov in nesterov,
    #[cfg(feature = "more")]
    AdaGrad in adagrad,
    #[cfg(feature = "more")]
    RmsProp in rmsprop,
    #[cfg(feature = "more")]
    Adam in adam,
    #[cfg(feature = "more")]
    Newton in newton,
}

impl Rule {
    /// The name in links and in the package.
    pub fn name(self) -> &'static str {
        self.definition().name
    }

    /// Returns the rule of a name; `None` if there is none in this package.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name)
    }
}

/// A rule with its parameters.
#[derive(Clone, Copy, PartialEq)]
pub struct Optimizer {
    rule: Rule,
    parameters: [f64; PARAMETERS],
}

impl Optimizer {
    /// A rule with its defaults.
    pub fn new(rule: Rule) -> Self {
        let mut parameters = [0.0; PARAMETERS];
        for (value, parameter) in parameters.iter_mut().zip(rule.definition().parameters) {
            *value = parameter.default;
        }
        Self { rule, parameters }
    }

    /// Whether it is plain gradient descent.
    pub fn is_plain(&self) -> bool {
        matches!(self.rule, Rule::GradientDescent)
    }

    /// The rule.
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// Quantity that decides the length of its steps.
    pub fn stride(&self) -> Stride {
        self.rule.definition().stride
    }

    /// The values of the rule's parameters, in their order.
    pub fn parameters(&self) -> &[f64] {
        &self.parameters[..self.rule.definition().parameters.len()]
    }

    /// The same rule with another value of one parameter.
    ///
    /// # Errors
    /// When the rule has no such parameter, or it cannot have this value.
    pub fn with(mut self, index: usize, value: f64) -> Result<Self, SettingError> {
        let parameters = self.rule.definition().parameters;
        let parameter = parameters.get(index).ok_or(SettingError::NoParameter)?;
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
            false => (self.rule.definition().step)(memory, &update),
        };
        Line::new(slope, intercept)
    }

    /// The learning rate below which the rule converges on a parabola whose greatest curvature is
    /// λmax, and from which on it does not. Returns `None` if no such rate is known.
    pub fn largest_stable_rate(&self, max_curvature: f64) -> Option<f64> {
        match self.stride() {
            Stride::Gradient(limit) => Some(limit(&self.parameters) / max_curvature),
            Stride::Rate { .. } | Stride::Curvature => None,
        }
    }

    /// Inertia of the ball. Returns `None` where it has none, and for rules that set their own pace.
    pub fn inertia(&self) -> Option<Inertia> {
        // In core this is known while it is compiled.
        let inertia = if self.is_plain() { None } else { self.rule.definition().inertia };
        inertia.map(|of| of(&self.parameters))
    }
}

impl Default for Optimizer {
    fn default() -> Self {
        Self::new(Rule::GradientDescent)
    }
}

impl std::fmt::Debug for Optimizer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {:?}", self.rule.name(), self.parameters())
    }
}
