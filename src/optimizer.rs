//! The update rules, each with its own state.

use crate::line::Line;
use crate::objective::Objective;
use crate::settings::LearningRate;

/// A rule that takes one line to the next. A rule with memory keeps it here, so that a clone of
/// the optimizer is all that a checkpoint needs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Optimizer {
    /// Plain full-batch gradient descent (Cauchy 1847): a ← a − L·∂J/∂a, b ← b − L·∂J/∂b.
    #[default]
    GradientDescent,
}

impl Optimizer {
    /// One update from `at`.
    pub fn step(&mut self, objective: &Objective, at: Line, rate: LearningRate) -> Line {
        match self {
            Self::GradientDescent => {
                let gradient = objective.gradient(at);
                Line::new(
                    at.slope - rate.get() * gradient.slope,
                    at.intercept - rate.get() * gradient.intercept,
                )
            }
        }
    }

    /// The learning rate below which the descent converges and from which on it does not: 2/λmax
    /// for plain descent on squared error (Nocedal and Wright 2006, section 3.3).
    pub fn largest_stable_rate(&self, objective: &Objective) -> f64 {
        match self {
            Self::GradientDescent => 2.0 / objective.max_curvature(),
        }
    }
}
