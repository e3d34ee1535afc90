//! Tasks, as far as the lines of a program tell.

use crate::descent::objective::Cost;
use crate::descent::optimizer::{Optimizer, Rule};

/// Request of a task: how the lines of a program are supposed to move.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Asked {
    /// Plain descent on the squared error, in the coordinates of the data.
    #[default]
    GradientDescent,
    /// The same with x and y standardised, the line being carried back to data units.
    Standardised,
    /// The same with a gradient of some rows at a time.
    MiniBatches,
    /// The same with a heavy ball.
    Momentum,
    /// Plain descent on the mean absolute error.
    AbsoluteError,
}

impl Asked {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::GradientDescent,
        Self::Standardised,
        Self::MiniBatches,
        Self::Momentum,
        Self::AbsoluteError,
    ];

    /// The name in the page's tasks.
    pub fn name(self) -> &'static str {
        match self {
            Self::GradientDescent => "gradient-descent",
            Self::Standardised => "standardised",
            Self::MiniBatches => "mini-batches",
            Self::Momentum => "momentum",
            Self::AbsoluteError => "absolute-error",
        }
    }

    /// Returns what has this name; `None` if nothing has.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|asked| asked.name() == name)
    }

    /// The update rule, with its default parameters.
    pub fn optimizer(self) -> Optimizer {
        match self {
            Self::Momentum => Optimizer::new(Rule::Momentum),
            Self::GradientDescent
            | Self::Standardised
            | Self::MiniBatches
            | Self::AbsoluteError => Optimizer::default(),
        }
    }

    /// The cost.
    pub fn cost(self) -> Cost {
        match self {
            Self::AbsoluteError => Cost::ABSOLUTE,
            Self::GradientDescent | Self::Standardised | Self::MiniBatches | Self::Momentum => {
                Cost::Squared
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_is_found_by_its_name() {
        for asked in Asked::ALL {
            assert_eq!(Asked::from_name(asked.name()), Some(asked));
        }
        assert_eq!(Asked::from_name("guess"), None);
    }
}
