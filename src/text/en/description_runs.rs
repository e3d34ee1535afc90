//! Where every run of a race is, and how the cost went, for those who cannot see the figures.

use super::description::equation;
use super::number::{count, number, rounded};
use super::race::names;
use super::status::without_rounding as settled;
use crate::descent::trainer::{State, Status, Trainer};
use crate::insight::diagnosis::without_rounding;
use crate::session::Session;

/// The lines of a race. Empty where there is one run, whose line is the figure's name.
pub fn lines(session: &Session) -> String {
    each(session, |run| {
        let line = without_rounding(run.state().line, session.dataset().summary());
        format!("ŷ = {}", equation(line))
    })
}

/// The balls of a race. Empty where there is one run.
pub fn balls(session: &Session) -> String {
    each(session, |run| {
        let state = run.state();
        let line = without_rounding(state.line, session.dataset().summary());
        format!(
            "a = {}, b = {}, cost {} at epoch {}{}",
            rounded(line.slope, 4),
            rounded(line.intercept, 4),
            number(settled(run, state.cost)),
            count(state.epoch),
            if run.status() == Status::Diverged { ", diverged" } else { "" }
        )
    })
}

/// How the cost went, of every run.
pub fn costs(session: &Session) -> String {
    match session.runs() {
        [run] => format!("It {}.", course(run)),
        _ => each(session, |run| format!("the cost {}", course(run))),
    }
}

/// A sentence with all runs of a race, each by its name.
fn each(session: &Session, tell: impl Fn(&Trainer) -> String) -> String {
    let runs: Vec<&Trainer> = session.runs().iter().collect();
    if runs.len() < 2 {
        return String::new();
    }
    let told: Vec<String> = names(&runs)
        .iter()
        .zip(&runs)
        .map(|(name, run)| format!("{}: {}", name.full, tell(run)))
        .collect();
    format!("{} runs. {}.", runs.len(), told.join("; "))
}

/// How the cost of a run went, up to now.
fn course(run: &Trainer) -> String {
    let states: Vec<State> = run.trace().collect();
    let cost = |state: &State| settled(run, state.cost);
    let start = number(settled(run, run.start_cost()));
    let (Some(last), Some(lowest)) =
        (states.last(), states.iter().min_by(|a, b| a.cost.total_cmp(&b.cost)))
    else {
        return format!("is {start}");
    };
    let (now, epoch) = (number(cost(last)), count(last.epoch));
    let changes = || states.windows(2).map(|pair| cost(&pair[1]).total_cmp(&cost(&pair[0])));
    match (changes().any(|change| change.is_lt()), changes().any(|change| change.is_gt())) {
        _ if last.epoch == 0 => format!("is {start} at the start"),
        (false, false) => format!("stays at {now} up to epoch {epoch}"),
        (true, false) => format!(
            "falls from {start} to {now} at epoch {epoch}, half of that by epoch {}",
            count(half_way(&states))
        ),
        (false, true) => format!("rises from {start} to {now} at epoch {epoch}"),
        (true, true) => format!(
            "goes down and up, from {start} to {now} at epoch {epoch}; it was lowest, {}, at epoch {}",
            number(cost(lowest)),
            count(lowest.epoch)
        ),
    }
}

/// The first known epoch with half of the fall behind it.
fn half_way(states: &[State]) -> u64 {
    let [first, last] =
        [states.first(), states.last()].map(|state| state.map_or(0.0, |state| state.cost));
    let half = 0.5 * first + 0.5 * last;
    states.iter().find(|state| state.cost <= half).map_or(0, |state| state.epoch)
}
