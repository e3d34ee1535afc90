//! A run as the figures show it.

use crate::line::Line;
use crate::trainer::Trainer;

/// A run at its present state, or on the way there from the epoch before or after.
#[derive(Clone, Copy, Debug)]
pub struct Actor<'a> {
    /// The run.
    pub run: &'a Trainer,
    /// Where its ball is shown, and its line.
    pub line: Line,
    /// Epochs before this one lie behind the ball.
    behind: u64,
}

impl<'a> Actor<'a> {
    /// The run as it stands.
    pub fn standing(run: &'a Trainer) -> Self {
        let state = run.state();
        Self { run, line: state.line, behind: state.epoch }
    }

    /// The run on its way: its ball at `line`, behind it the epochs before `behind`.
    pub fn moving(run: &'a Trainer, line: Line, behind: u64) -> Self {
        Self { run, line, behind }
    }

    /// J where the ball is shown.
    pub fn cost(&self) -> f64 {
        if self.line == self.run.state().line {
            self.run.state().cost
        } else {
            self.run.objective().value(self.line)
        }
    }

    /// The first steps of the path, few enough to be marked one by one.
    pub fn steps(&self) -> impl Iterator<Item = (Line, f64)> + '_ {
        const MARKED: usize = 60;
        self.path().take(MARKED)
    }

    /// Lines and their costs that the ball came by, where it is shown last.
    pub fn path(&self) -> impl Iterator<Item = (Line, f64)> + '_ {
        self.run
            .trace()
            .filter(|state| state.epoch < self.behind)
            .map(|state| (state.line, state.cost))
            .chain([(self.line, self.cost())])
    }
}
