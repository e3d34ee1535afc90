//! The runs of a race, for their table.

use serde::Serialize;

use super::name::Named;
use super::page::Page;
use super::readings::DIGITS;
use crate::descent::trainer::{Convergence, Status, Trainer};
use crate::insight::diagnosis::Nearness;
use crate::session::{Preset, Session};
use crate::text::en::number::{count, significant};
use crate::text::en::{self, race};

/// A run of the race: `Racer` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Racer {
    /// Name that tells it from the others.
    pub name: String,
    /// The epoch.
    pub epoch: String,
    /// The slope.
    pub slope: String,
    /// The intercept.
    pub intercept: String,
    /// The cost.
    pub cost: String,
    /// Distance of its line from the best one.
    pub distance: String,
    /// The first epoch that is within 1 % of the least cost; empty where there is none yet.
    pub arrived: String,
    /// Reason of its end; empty while it can go on.
    pub ended: &'static str,
}

impl Racer {
    /// All runs of a session.
    pub fn all(session: &Session) -> Vec<Self> {
        session.runs().iter().map(|run| Self::of(run, session)).collect()
    }

    fn of(run: &Trainer, session: &Session) -> Self {
        let state = run.state();
        let text = |value: f64| significant(value, DIGITS);
        Self {
            name: race::run_name(run, session.runs()),
            epoch: count(state.epoch),
            arrived: Nearness::arrival(run).map_or_else(String::new, count),
            slope: text(state.line.slope),
            intercept: text(state.line.intercept),
            cost: text(state.cost),
            distance: run.distance().map_or_else(|| en::NONE.to_owned(), |d| significant(d, 3)),
            ended: match run.status() {
                Status::Diverged => race::DIVERGED,
                Status::Converged(Convergence::Settled) => race::CONVERGED,
                Status::Converged(Convergence::BelowTolerance) => race::BELOW_TOLERANCE,
                Status::Converged(Convergence::Stuck | Convergence::Cycling) => race::STOPPED,
                Status::EpochLimit | Status::Ready | Status::Paused => "",
            },
        }
    }
}

impl Page {
    /// Changes which runs there are. Where the views of the cost show other coordinates then, they turn there.
    pub fn change_race(&mut self, change: impl FnOnce(&mut Session)) {
        let before = self.session().shown_scaling();
        change(self.session_mut());
        if self.session().shown_scaling() != before {
            self.renew();
        }
    }
}

impl Named for Preset {
    const KIND: &'static str = "race";

    fn find(name: &str) -> Option<Self> {
        Self::from_name(name)
    }
}
