//! The coordinates of the runs, and those that the views of the cost show.

use super::Session;
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
}
