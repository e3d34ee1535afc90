//! The names of the runs of a race, and how each stands.

use super::choice;
use super::number::{count, rounded, significant};
use crate::descent::optimizer::Stride;
use crate::descent::scaling::Scaling;
use crate::descent::trainer::Trainer;
use crate::insight::race::Standing;

/// A run that has diverged, in the table of the race.
pub const DIVERGED: &str = "diverged";
/// A run that has converged, in the table of the race.
pub const CONVERGED: &str = "converged";
/// A run that its tolerance has stopped, in the table of the race.
pub const BELOW_TOLERANCE: &str = "below the tolerance";
/// A run that has come to rest away from the bottom, in the table of the race.
pub const STOPPED: &str = "stopped";
/// The run of the reader's program.
const YOUR_PROGRAM: &str = "your program";
/// The run of the page's rule beside it.
const THE_PAGE: &str = "the page’s own";
/// A cost as wide as most of them, for the width of the legend.
pub const USUAL_STANDING: &str = "J = 88.888";

/// Names of a run in a legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunName {
    /// All that tells it from the others.
    pub full: String,
    /// The first thing that tells it from the others, where there is little room.
    pub short: String,
}

impl RunName {
    fn only(name: &str) -> Self {
        Self { full: name.to_owned(), short: name.to_owned() }
    }
}

/// The name of a run in the table of a race: its rule, its rate, and what else sets it apart.
pub fn run_name(run: &Trainer, among: &[Trainer]) -> String {
    if run.recording().is_some() {
        return YOUR_PROGRAM.to_owned();
    }
    let shares_scaling = among.iter().all(|other| scaling(other) == scaling(run));
    let settings = run.settings();
    let mut parts = vec![rule(run)];
    parts.extend(rate(run));
    parts.extend(choice::batch(settings.batch));
    parts.extend(choice::schedule(settings.schedule).map(str::to_owned));
    parts.extend((!shares_scaling).then(|| choice::scaling_name(scaling(run))));
    parts.join(", ")
}

/// The names of runs in a legend: only what tells them apart.
pub fn names(runs: &[&Trainer]) -> Vec<RunName> {
    let ruled: Vec<&Trainer> =
        runs.iter().copied().filter(|run| run.recording().is_none()).collect();
    let differ = |part: fn(&Trainer) -> String| {
        let first = ruled.first().map(|run| part(run));
        ruled.iter().any(|run| Some(part(run)) != first)
    };
    let parts: [fn(&Trainer) -> String; 6] = [
        |run| choice::scaling_name(scaling(run)),
        rule,
        |run| rate(run).unwrap_or_default(),
        |run| choice::batch(run.settings().batch).unwrap_or_else(|| "all rows".to_owned()),
        |run| choice::schedule(run.settings().schedule).unwrap_or("constant rate").to_owned(),
        start,
    ];
    let apart: Vec<_> = parts.into_iter().filter(|&part| differ(part)).collect();
    let name = |run: &&Trainer| match (run.recording(), &apart[..]) {
        (Some(_), _) => RunName::only(YOUR_PROGRAM),
        (None, []) if ruled.len() < runs.len() => RunName::only(THE_PAGE),
        (None, []) => RunName::only(&rule(run)),
        (None, [first, ..]) => {
            let all = apart.iter().map(|part| part(run)).filter(|text| !text.is_empty());
            let full = all.collect::<Vec<_>>().join(", ");
            RunName { full, short: first(run) }
        }
    };
    runs.iter().map(name).collect()
}

fn scaling(run: &Trainer) -> Scaling {
    run.settings().problem.scaling
}

fn rule(run: &Trainer) -> String {
    run.settings().optimizer.rule().definition().title.to_owned()
}

/// The rate of a run, and where it was changed the one that its numbers came from. Returns `None` for a rule that has
/// no use for one.
fn rate(run: &Trainer) -> Option<String> {
    match (run.settings().optimizer.rule().definition().stride, &run.rates()[..]) {
        (Stride::Curvature, _) => None,
        (_, [(_, first), .., (_, last)]) => {
            Some(format!("L = {} → {}", rounded(first.get(), 3), rounded(last.get(), 3)))
        }
        _ => Some(format!("L = {}", rounded(run.learning_rate().get(), 3))),
    }
}

fn start(run: &Trainer) -> String {
    let line = run.start_line();
    format!("from a = {}, b = {}", rounded(line.slope, 3), rounded(line.intercept, 3))
}

/// The standing of a run in a legend.
pub fn standing(standing: Standing) -> String {
    match standing {
        Standing::InSight { cost } => format!("J = {}", significant(cost, 5)),
        Standing::FlownOff { since } => format!("flew off at epoch {}", count(since)),
        Standing::Diverged { at } => format!("diverged at epoch {}", count(at)),
    }
}

/// The standing of a run in a legend with little room.
pub fn brief_standing(standing: Standing) -> String {
    match standing {
        Standing::InSight { cost } => significant(cost, 5),
        Standing::FlownOff { .. } => "flew off".to_owned(),
        Standing::Diverged { .. } => "diverged".to_owned(),
    }
}
