//! The last step of a run: what it went by, and how far it led.

use crate::descent::batch::Batch;
use crate::descent::optimizer::Remembers;
use crate::descent::trainer::{State, Trainer};
use crate::edition::FullPackage;
use crate::numeric::line::Line;

/// The step that led to the current epoch, in the coordinates of the descent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LastStep {
    /// The state before it.
    pub before: State,
    /// The state after it.
    pub after: State,
    /// L of the step, as the schedule had it.
    pub rate: f64,
    /// Movement of the line.
    pub moved: Line,
    /// The updates that it consists of, and the rows of each. `None` if it is one, by all rows.
    pub updates: Option<(usize, usize)>,
    /// What the rule keeps from one update to the next.
    pub remembers: Remembers,
}

impl LastStep {
    /// The last step of a run. Returns `None` at the start, and for lines that a program of the reader's showed.
    pub fn of(run: &Trainer, _: FullPackage) -> Option<Self> {
        let after = *run.state();
        if after.epoch == 0 || run.recording().is_some() {
            return None;
        }
        let mut past = run.clone();
        past.step_back();
        let before = *past.state();
        let updates = match run.batch() {
            Batch::Full => None,
            Batch::Rows { size, .. } => {
                Some((run.objective().points().len().div_ceil(size.get()), size.get()))
            }
        };
        Some(Self {
            before,
            after,
            rate: past.rate_now(),
            moved: Line::new(
                after.at.slope - before.at.slope,
                after.at.intercept - before.at.intercept,
            ),
            updates,
            remembers: run.settings().optimizer.rule().definition().remembers,
        })
    }
}
