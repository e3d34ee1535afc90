//! The coordinates of the runs, and those that the views of the cost show.

use super::Session;
use crate::descent::objective::Problem;
use crate::descent::scaling::{Coordinates, Scaling};
use crate::descent::trainer::Trainer;

impl Session {
    /// The scaling that the views of the cost show: that of all runs, or where they differ that of the data.
    pub fn shown_scaling(&self) -> Scaling {
        let scaling = |run: &Trainer| run.objective().problem().scaling;
        let first = scaling(&self.runs[0]);
        if self.runs.iter().all(|run| scaling(run) == first) { first } else { Scaling::RAW }
    }

    /// The coordinates that the views of the cost show.
    pub fn shown_coordinates(&self) -> Coordinates {
        Coordinates::of(self.shown_scaling(), self.dataset.summary())
    }

    /// The problem that a run gets with a new problem of the chosen run. All runs share cost and held parameter; the
    /// scaling is each run's own in a race.
    pub(super) fn problem_of(&self, index: usize, problem: Problem) -> Problem {
        let keeps_scaling = self.ruled_runs().len() > 1 && index != self.ruled();
        let scaling = match keeps_scaling {
            true => self.runs[index].objective().problem().scaling,
            false => problem.scaling,
        };
        Problem { scaling, ..problem }
    }
}
