//! The names of what was chosen: costs, scaling, batches, schedules, and the runs of a race.

use crate::descent::batch::{Batch, BatchSize};
use crate::descent::objective::Cost;
use crate::descent::optimizer::{Optimizer, Stride};
use crate::descent::scaling::Scaling;
use crate::descent::schedule::Schedule;
use crate::descent::settings::Settings;
use crate::descent::trainer::Trainer;
use crate::numeric::notation::{number, rounded};
use crate::session::{Pace, Session, Speed};

/// The choices that are not the page's defaults, in few words; empty where there is none.
pub fn extras(session: &Session) -> String {
    let settings = session.run().settings();
    let mut parts = Vec::new();
    if session.runs().len() > 1 {
        parts.push(format!("a race of {}", session.runs().len()));
    }
    if settings.optimizer != Optimizer::default() {
        parts.push(settings.optimizer.rule().name.to_owned());
    }
    parts.extend(pace(&settings));
    match settings.problem.cost {
        Cost::Squared => {}
        Cost::Huber(threshold) => {
            parts.push(format!("Huber cost, δ = {}", rounded(threshold.get(), 3)));
        }
        cost => parts.push(format!("{} cost", cost.name())),
    }
    let Scaling { x, y } = settings.problem.scaling;
    if settings.problem.scaling != Scaling::RAW {
        parts.push(match x == y {
            true => x.name().to_owned(),
            false => format!("x {}, y {}", x.name(), y.name()),
        });
    }
    if settings.naive {
        parts.push("goes on when it blows up".to_owned());
    }
    parts.join(" · ")
}

/// Batch and schedule, where they are not the defaults.
fn pace(settings: &Settings) -> impl Iterator<Item = String> {
    let batch = match settings.batch {
        Batch::Full => None,
        Batch::Rows { size, .. } if size == BatchSize::ONE => Some("one row at a time".to_owned()),
        Batch::Rows { size, .. } => Some(format!("batches of {}", size.get())),
    };
    let schedule = match settings.schedule {
        Schedule::Constant => None,
        schedule => Some(format!("{} schedule", schedule.name())),
    };
    batch.into_iter().chain(schedule)
}

/// A run that has diverged, in the table of the race.
pub const DIVERGED: &str = "diverged";

/// A run that has converged, in the table of the race.
pub const CONVERGED: &str = "converged";

/// What a run of a race is called: its rule, its rate and what else it has of its own.
pub fn run_name(run: &Trainer) -> String {
    let settings = run.settings();
    let rule = settings.optimizer.rule();
    let rates = run.rates();
    let rate = match (rule.stride, &rates[..]) {
        (Stride::Curvature, _) => None,
        // What the numbers came from, and what comes next.
        (_, [(_, first), .., (_, last)]) => {
            Some(format!("L = {} → {}", rounded(first.get(), 3), rounded(last.get(), 3)))
        }
        _ => Some(format!("L = {}", rounded(settings.learning_rate.get(), 3))),
    };
    let parts = [rule.name.to_owned()].into_iter().chain(rate).chain(pace(&settings));
    parts.collect::<Vec<_>>().join(", ")
}

/// What a speed means.
pub fn speed(speed: Speed) -> String {
    match speed.pace() {
        Pace::Steady(1.0) => "1 epoch a second".to_owned(),
        Pace::Steady(rate) => format!("{} epochs a second", number(rate)),
        Pace::Gathering => "slow first, then ever faster".to_owned(),
        Pace::Unlimited => "as fast as it can".to_owned(),
    }
}
