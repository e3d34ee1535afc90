//! The names of what was chosen: costs, scaling, batches, schedules, speeds, and the runs of a race.

use super::number::{number, rounded};
use crate::descent::batch::Batch;
use crate::descent::objective::Cost;
use crate::descent::optimizer::{Optimizer, Stride};
use crate::descent::scaling::{Scaling, VariableScaling};
use crate::descent::schedule::Schedule;
use crate::descent::trainer::Trainer;
use crate::edition::FullPackage;
use crate::session::{Pace, Session, Speed};

/// A run that has diverged, in the table of the race.
pub const DIVERGED: &str = "diverged";
/// A run that has converged, in the table of the race.
pub const CONVERGED: &str = "converged";

/// A run that its tolerance has stopped, in the table of the race.
pub const BELOW_TOLERANCE: &str = "below the tolerance";
/// A run that has come to rest away from the bottom, in the table of the race.
pub const STOPPED: &str = "stopped";

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
    parts.extend(scaling(settings.problem.scaling));
    if !settings.on_divergence.stops() {
        parts.push("goes on when it blows up".to_owned());
    }
    parts.join(" · ")
}

/// A batch that is not all rows.
fn batch(batch: Batch) -> Option<String> {
    match batch {
        Batch::Full => None,
        Batch::Rows { size, .. } if size.get() == 1 => Some("one row at a time".to_owned()),
        Batch::Rows { size, .. } => Some(format!("batches of {}", size.get())),
    }
}

/// A schedule by which the rate changes.
fn schedule(schedule: Schedule) -> Option<&'static str> {
    match schedule {
        Schedule::Constant => None,
        Schedule::Step { .. } => Some("step schedule"),
        Schedule::Inverse { .. } => Some("inverse schedule"),
        Schedule::Cosine { .. } => Some("cosine schedule"),
    }
}

/// Coordinates other than those of the data.
fn scaling(scaling: Scaling) -> Option<String> {
    let name = |scale| match scale {
        VariableScaling::Raw => "raw",
        VariableScaling::Centered(_) => "centered",
        VariableScaling::Standardised(_) => "standardised",
        VariableScaling::MinMax(_) => "min-max",
    };
    let Scaling { x, y } = scaling;
    match (scaling == Scaling::RAW, x == y) {
        (true, _) => None,
        (false, true) => Some(name(x).to_owned()),
        (false, false) => Some(format!("x {}, y {}", name(x), name(y))),
    }
}

/// The name of a run in a race: its rule, its rate, and what else sets it apart.
pub fn run_name(run: &Trainer) -> String {
    if run.recording().is_some() {
        return "your program".to_owned();
    }
    let settings = run.settings();
    let rule = settings.optimizer.rule().definition();
    let rates = run.rates();
    let rate = match (rule.stride, &rates[..]) {
        (Stride::Curvature, _) => None,
        // The rate that the numbers came from, and the one of the next step.
        (_, [(_, first), .., (_, last)]) => {
            Some(format!("L = {} → {}", rounded(first.get(), 3), rounded(last.get(), 3)))
        }
        _ => Some(format!("L = {}", rounded(settings.learning_rate.get(), 3))),
    };
    let mut parts = vec![rule.title.to_owned()];
    parts.extend(rate);
    parts.extend(batch(settings.batch));
    parts.extend(schedule(settings.schedule).map(str::to_owned));
    parts.join(", ")
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
