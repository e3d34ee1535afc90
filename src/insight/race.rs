//! Standings of the runs of a race.

use crate::descent::trainer::{Status, Trainer};

/// Standing of a run among others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// It is in the pictures, at this cost.
    InSight {
        /// J, in data units.
        cost: f64,
    },
    /// It has flown off: its cost is so much above that of the start that the pictures of the race leave it out.
    FlownOff {
        /// The first epoch that is known to lie beyond.
        since: u64,
    },
    /// It has diverged.
    Diverged {
        /// The epoch at which it stopped.
        at: u64,
    },
}

impl Standing {
    /// The standing of a run.
    pub fn of(run: &Trainer) -> Self {
        let (state, most) = (run.state(), flown_off(run));
        if run.status() == Status::Diverged {
            Self::Diverged { at: state.epoch }
        } else if state.cost <= most {
            Self::InSight { cost: state.cost }
        } else {
            let beyond = run.trace().find(|state| state.cost.is_nan() || state.cost > most);
            Self::FlownOff { since: beyond.map_or(state.epoch, |state| state.epoch) }
        }
    }
}

/// The cost above which a run of a race has flown off.
pub fn flown_off(run: &Trainer) -> f64 {
    10.0 * run.start_cost().abs()
}
