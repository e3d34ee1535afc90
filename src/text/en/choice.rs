//! The names of what was chosen: costs, scaling, batches, schedules and speeds.

use super::number::{number, rounded};
use crate::descent::batch::Batch;
use crate::descent::objective::{Cost, Problem};
use crate::descent::optimizer::Optimizer;
use crate::descent::scaling::{Scaling, VariableScaling};
use crate::descent::schedule::Schedule;
use crate::edition::FullPackage;
use crate::session::{Pace, Session, Speed};

/// The name of a cost.
pub fn cost_name(cost: Cost) -> &'static str {
    match cost {
        Cost::Squared => "squared cost",
        Cost::Absolute(_) => "absolute cost",
        Cost::Huber(_) => "Huber cost",
        Cost::Signed(_) => "signed cost",
    }
}

/// The choices of the full package that are not the page's defaults, in a few words; empty where there is none.
pub fn extras(session: &Session, _: FullPackage) -> String {
    let settings = session.ruled_run().settings();
    let mut parts = Vec::new();
    if session.ruled_runs().len() > 1 {
        parts.push(format!("a race of {}", session.ruled_runs().len()));
    }
    if settings.optimizer != Optimizer::default() {
        parts.push(settings.optimizer.rule().definition().title.to_owned());
    }
    parts.extend(batch(settings.batch));
    parts.extend(schedule(settings.schedule).map(str::to_owned));
    match settings.problem.cost {
        Cost::Squared => {}
        Cost::Huber(threshold) => {
            parts.push(format!("Huber cost, δ = {}", rounded(threshold.get(), 3)));
        }
        cost => parts.push(cost_name(cost).to_owned()),
    }
    let Problem { scaling, .. } = settings.problem;
    parts.extend((!scaling.is_raw()).then(|| scaling_name(scaling)));
    if !settings.on_divergence.stops() {
        parts.push("goes on when it blows up".to_owned());
    }
    parts.join(" · ")
}

/// A batch that is not all rows.
pub(super) fn batch(batch: Batch) -> Option<String> {
    match batch {
        Batch::Full => None,
        Batch::Rows { size, .. } if size.get() == 1 => Some("one row at a time".to_owned()),
        Batch::Rows { size, .. } => Some(format!("batches of {}", size.get())),
    }
}

/// A schedule by which the rate changes.
pub(super) fn schedule(schedule: Schedule) -> Option<&'static str> {
    match schedule {
        Schedule::Constant => None,
        Schedule::Step { .. } => Some("step schedule"),
        Schedule::Inverse { .. } => Some("inverse schedule"),
        Schedule::Cosine { .. } => Some("cosine schedule"),
    }
}

/// The name of the coordinates.
pub(super) fn scaling_name(scaling: Scaling) -> String {
    let name = |scale| match scale {
        VariableScaling::Raw => "raw",
        VariableScaling::Centered(_) => "centered",
        VariableScaling::Standardised(_) => "standardised",
        VariableScaling::MinMax(_) => "min-max",
    };
    let Scaling { x, y } = scaling;
    if x == y { name(x).to_owned() } else { format!("x {}, y {}", name(x), name(y)) }
}

/// The meaning of a speed.
pub fn speed(speed: Speed) -> String {
    match speed.pace() {
        Pace::Steady(1.0) => "1 epoch a second".to_owned(),
        Pace::Steady(rate) => format!("{} epochs a second", number(rate)),
        Pace::Gathering => "slow, then faster and faster".to_owned(),
        Pace::Unlimited => "as fast as possible".to_owned(),
    }
}
