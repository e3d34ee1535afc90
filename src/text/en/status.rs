//! What a run has just done, and why it stopped.

use super::data::NO_SPREAD;
use super::number::apart;
use crate::descent::objective::Cost;
use crate::descent::optimizer::Stride;
use crate::descent::trainer::{Convergence, Status, Trainer};
use crate::numeric::line::Line;
use crate::numeric::notation::{count, joined, number, rounded};
use crate::session::Session;

/// Significant digits of a rate in a sentence: enough to tell it from its neighbours.
const RATE_DIGITS: usize = 8;

/// What just happened and what can be done next.
pub fn sentence(session: &Session, running: bool) -> String {
    let run = session.run();
    if running {
        return format!("Running from epoch {}.", count(run.state().epoch));
    }
    if let Some(reason) = reason(run) {
        return reason;
    }
    match run.status() {
        Status::Ready => ready(session),
        _ => paused(run),
    }
}

fn ready(session: &Session) -> String {
    let run = session.run();
    let Line { slope, intercept } = run.start_line();
    let (slope, intercept) = (rounded(slope, 4), rounded(intercept, 4));
    let mut sentence = format!(
        "The ball waits at a = {slope}, b = {intercept}. Press Step for one step downhill, or Run \
         to watch."
    );
    let rate = run.learning_rate().get();
    if let Some(limit) = run.largest_stable_rate()
        && session.rate_is_by_hand()
        && rate >= limit
    {
        sentence += &format!(
            " Your learning rate, {}, is beyond the largest stable rate for these data, {}.",
            rounded(rate, RATE_DIGITS),
            shown_limit(limit)
        );
    }
    let (tolerance, least) = (run.settings().tolerance.get(), run.least_cost());
    if tolerance > 0.0 && tolerance <= least {
        sentence += &format!(
            " The tolerance, {}, is below the least cost that a line can have, {}: it will not stop the run.",
            number(tolerance),
            number(least)
        );
    }
    if !session.dataset().summary().has_spread() {
        sentence += " ";
        sentence += NO_SPREAD;
    }
    sentence
}

fn paused(run: &Trainer) -> String {
    let state = run.state();
    let epoch = count(state.epoch);
    if crate::COMPLETE && !state.cost.is_finite() {
        return beyond_numbers(&epoch, state.cost);
    }
    match state.previous_cost {
        Some(before) => {
            let verb = if state.cost < before {
                "fell"
            } else if state.cost > before {
                "rose"
            } else {
                return format!(
                    "Epoch {epoch}: the last step left the cost at {}.",
                    number(before)
                );
            };
            let (before, after) = apart(before, state.cost);
            format!(
                "Epoch {epoch}: the last step took the cost from {before} to {after}; it {verb}."
            )
        }
        None => format!("Epoch {epoch}: the cost is {}.", number(state.cost)),
    }
}

/// Where a naive run has come to.
fn beyond_numbers(epoch: &str, cost: f64) -> String {
    if cost.is_nan() {
        format!(
            "Epoch {epoch}: the cost is not a number (NaN) any more: ∞ − ∞ has no value. And from NaN \
             nothing leads back."
        )
    } else {
        format!("Epoch {epoch}: the cost has outgrown every 64-bit number and counts as ∞.")
    }
}

/// What was made of a file that the reader brought: what was used of it, and what now.
pub fn imported(session: &Session, report: &[String]) -> String {
    let sentences = report.iter().cloned().chain([sentence(session, false)]);
    joined(sentences, " ")
}

/// Why the run stopped; none while it can go on.
pub fn reason(run: &Trainer) -> Option<String> {
    let state = run.state();
    let epoch = count(state.epoch);
    let cost = number(state.cost);
    let reason = match run.status() {
        Status::Ready | Status::Paused => return None,
        Status::Converged(Convergence::BelowTolerance) => format!(
            "Converged at epoch {epoch}: the cost, {cost}, is below the tolerance, {}.",
            number(run.settings().tolerance.get())
        ),
        Status::Converged(Convergence::Settled) => format!(
            "Converged at epoch {epoch}: the cost no longer changes. Steps have become smaller \
             than the last digit of a and b, so more epochs would bring nothing."
        ),
        Status::Converged(Convergence::Cycling) => format!(
            "Stopped at epoch {epoch}: the steps lead back and forth between the same lines, at a cost \
             of {cost}{}. They do not shrink: choose a smaller learning rate, or a schedule that \
             lets it fall.",
            above_the_least(run)
        ),
        Status::Converged(Convergence::Stuck)
            if run.objective().curvature(state.at).is_none()
                && matches!(run.settings().optimizer.rule().stride, Stride::Curvature) =>
        {
            format!(
                "Stopped at epoch {epoch}: Newton's step goes by the curvature, and this cost has none \
                 here. Choose another rule, or the squared cost."
            )
        }
        Status::Converged(Convergence::Stuck) if run.rate_now() == 0.0 => format!(
            "Stopped at epoch {epoch}, at a cost of {cost}{}: the schedule has brought the learning \
             rate down to 0.",
            above_the_least(run)
        ),
        Status::Converged(Convergence::Stuck) => format!(
            "Stopped at epoch {epoch}: the cost no longer changes, though it is not the least. At \
             this learning rate a step is smaller than the last digit of a and b, so more epochs \
             would bring nothing: choose a larger rate."
        ),
        Status::EpochLimit if crate::COMPLETE && !state.cost.is_finite() => format!(
            "Stopped at the limit. {} Choose a smaller learning rate and Run again.",
            beyond_numbers(&epoch, state.cost)
        ),
        Status::EpochLimit => format!(
            "Stopped at epoch {epoch}, the limit, at a cost of {cost}{}. Raise Epochs to go on, or \
             Run again from the start.",
            above_the_least(run)
        ),
        Status::Diverged => diverged(run),
    };
    Some(reason)
}

/// How far the run still is from the least cost, where that can be said as a share.
fn above_the_least(run: &Trainer) -> String {
    let share = run.excess(run.state().at) / run.least();
    if !share.is_finite() || share < 0.0 {
        String::new()
    } else if share < 1e-6 {
        ", the least possible to six digits".to_owned()
    } else {
        format!(", {} % above the least possible", rounded(100.0 * share, 2))
    }
}

/// `limit` to enough digits, none of them too high.
fn shown_limit(limit: f64) -> String {
    super::number::limit(limit, RATE_DIGITS)
}

fn diverged(run: &Trainer) -> String {
    let state = run.state();
    let epoch = count(state.epoch);
    if run.objective().problem().cost == Cost::Signed {
        return format!(
            "Stopped at epoch {epoch}: the line has left the plot. Signed errors cancel, so that this \
             cost has no least: it falls for as long as the line rises."
        );
    }
    let what = if state.cost.is_finite() {
        "The cost has grown to more than 10¹² times what it was at the start"
    } else {
        "The cost has outgrown every 64-bit number"
    };
    let rate = run.learning_rate().get();
    let shown = rounded(rate, RATE_DIGITS);
    match run.largest_stable_rate() {
        Some(limit) if rate >= limit => format!(
            "Diverged at epoch {epoch}: the learning rate, {shown}, is too big for these data. The \
             largest stable rate is {}: choose a smaller one and Run again. {what}.",
            shown_limit(limit)
        ),
        Some(limit) => format!(
            "Diverged at epoch {epoch}: the learning rate was too big then. {shown} is below the \
             largest stable rate, {}: press Run to start again with it. {what}.",
            shown_limit(limit)
        ),
        None => format!(
            "Diverged at epoch {epoch}: each step led farther away than the one before. Choose a smaller \
             learning rate than {shown} and Run again. {what}."
        ),
    }
}
