//! A moment of a run.

use crate::descent::objective::Gradient;
use crate::descent::optimizer::Memory;
use crate::numeric::line::Line;

/// A moment of a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// Epochs since the start.
    pub epoch: u64,
    /// The line in the coordinates of the descent.
    pub at: Line,
    /// The line, in data units.
    pub line: Line,
    /// J at the line, in data units.
    pub cost: f64,
    /// J one epoch before; `None` at the start.
    pub previous_cost: Option<f64>,
    /// The gradient here, in the coordinates of the descent and in the parameters that are not held.
    pub gradient: Gradient,
    /// Memory of the rule.
    pub(super) memory: Memory,
    /// Whether this line and memory have come back, so that nothing new can follow.
    pub(super) settled: bool,
}

impl State {
    /// Velocity of the ball, of which the next step keeps a share, as slope and intercept. Returns `None` before the first
    /// update.
    pub fn velocity(&self) -> Option<Line> {
        self.memory.velocity().map(|[slope, intercept]| Line::new(slope, intercept))
    }

    /// The mean of the gradients that the rule remembers, where it does.
    pub fn mean_gradient(&self) -> Gradient {
        let [slope, intercept] = self.memory.mean();
        Gradient { slope, intercept }
    }

    /// The squared gradients that the rule remembers, where it does, as their sum or their mean.
    pub fn squared_gradients(&self) -> Gradient {
        let [slope, intercept] = self.memory.squares();
        Gradient { slope, intercept }
    }
}
