//! Sentences about the last act of a run, and why it stopped.

use std::cmp::Ordering;

use super::data::NO_SPREAD;
use super::number::{apart, count, number, rounded};
use super::{plural, sentences};
use crate::descent::optimizer::Stride;
use crate::descent::settings::OnDivergence;
use crate::descent::trainer::{Convergence, Recording, Status, Trainer};
use crate::numeric::line::Line;
use crate::numeric::notation::joined;
use crate::session::Session;

/// Significant digits of a rate in a sentence: enough to tell it from its neighbours.
const RATE_DIGITS: usize = 8;

/// Sentence about the last event and the next thing to do.
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
    if let Some(recording) = run.recording() {
        return format!(
            "Your program showed {}. Press Run to watch your ball beside the page's.",
            plural::lines(recording.epochs())
        );
    }
    let Line { slope, intercept } = run.start_line();
    let waits = format!(
        "The ball waits at a = {}, b = {}. Press Step for one step downhill, or Run to watch.",
        rounded(slope, 4),
        rounded(intercept, 4)
    );
    let rate = run.learning_rate().get();
    let by_hand = run.largest_stable_rate().filter(|_| session.rate_is_by_hand());
    let too_big = by_hand.filter(|&limit| rate >= limit).map(|limit| {
        format!(
            "Your learning rate, {}, is beyond the largest stable rate for these data, {}.",
            rounded(rate, RATE_DIGITS),
            shown_limit(limit)
        )
    });
    let (tolerance, least) = (run.settings().tolerance.get(), run.least_cost());
    let in_vain = (tolerance > 0.0 && tolerance <= least).then(|| {
        format!(
            "The tolerance, {}, is below the least cost that a line can have, {}: it will not \
             stop the run.",
            number(tolerance),
            number(least)
        )
    });
    let has_spread = session.dataset().summary().has_spread();
    let no_spread = (!has_spread).then_some(NO_SPREAD);
    sentences(&waits, &[too_big.as_deref(), in_vain.as_deref(), no_spread])
}

fn paused(run: &Trainer) -> String {
    let state = run.state();
    let epoch = count(state.epoch);
    if let Some(beyond) = beyond_numbers(run) {
        return beyond;
    }
    let Some(before) = state.previous_cost else {
        return format!("Epoch {epoch}: the cost is {}.", number(state.cost));
    };
    let (then, now) = apart(before, state.cost);
    match state.cost.partial_cmp(&before) {
        Some(Ordering::Less) => {
            format!("Epoch {epoch}: the last step lowered the cost from {then} to {now}.")
        }
        Some(Ordering::Greater) => {
            format!("Epoch {epoch}: the last step raised the cost from {then} to {now}.")
        }
        Some(Ordering::Equal) | None => {
            format!("Epoch {epoch}: the last step left the cost at {}.", number(before))
        }
    }
}

/// Sentence about a cost that is not finite. Returns `None` for others; only a run that goes on when it diverges
/// comes to such a cost.
fn beyond_numbers(run: &Trainer) -> Option<String> {
    let OnDivergence::GoOn(_) = run.settings().on_divergence else { return None };
    let (epoch, cost) = (count(run.state().epoch), run.state().cost);
    match cost {
        finite if finite.is_finite() => None,
        nan if nan.is_nan() => Some(format!(
            "Epoch {epoch}: the cost is not a number (NaN) any more: ∞ − ∞ has no value. And \
             from NaN nothing leads back."
        )),
        _ => Some(format!(
            "Epoch {epoch}: the cost has outgrown every 64-bit number and counts as ∞."
        )),
    }
}

/// Sentence about the rows used of the reader's file and the next thing to do.
pub fn imported(session: &Session, report: &[String]) -> String {
    joined(report.iter().cloned().chain([sentence(session, false)]), " ")
}

/// The reason that the run stopped, or `None` while it can go on.
pub fn reason(run: &Trainer) -> Option<String> {
    if run.recording().is_some() {
        return program_reason(run);
    }
    let state = run.state();
    let epoch = count(state.epoch);
    let reason = match run.status() {
        Status::Ready | Status::Paused => return None,
        Status::Converged(Convergence::BelowTolerance) => format!(
            "Converged at epoch {epoch}: the cost, {}, is below the tolerance, {}.",
            number(state.cost),
            number(run.settings().tolerance.get())
        ),
        Status::Converged(Convergence::Settled) => format!(
            "Converged at epoch {epoch}: the cost no longer changes. Steps have become smaller \
             than the last digit of a and b, so more epochs would change nothing."
        ),
        Status::Converged(Convergence::Cycling) => format!(
            "Stopped at epoch {epoch}: the steps lead back and forth between the same lines. {} \
             They do not shrink: choose a smaller learning rate, or a schedule that lets it \
             fall.",
            cost_sentence(run)
        ),
        Status::Converged(Convergence::Stuck)
            if run.objective().curvature(state.at).is_none()
                && matches!(run.settings().optimizer.stride(), Stride::Curvature) =>
        {
            format!(
                "Stopped at epoch {epoch}: Newton's step goes by the curvature, and this cost \
                 has none here. Choose another rule, or the squared cost."
            )
        }
        Status::Converged(Convergence::Stuck) if run.rate_now() == 0.0 => format!(
            "Stopped at epoch {epoch}: the schedule has brought the learning rate down to 0. {}",
            cost_sentence(run)
        ),
        Status::Converged(Convergence::Stuck) => format!(
            "Stopped at epoch {epoch}: the cost no longer changes, though it is not the least. At \
             this learning rate a step is smaller than the last digit of a and b, so more epochs \
             would bring nothing: choose a larger rate."
        ),
        Status::EpochLimit => at_limit(run),
        Status::Diverged => diverged(run),
    };
    Some(reason)
}

fn at_limit(run: &Trainer) -> String {
    match beyond_numbers(run) {
        Some(beyond) => {
            format!("Stopped at the limit. {beyond} Choose a smaller learning rate and Run again.")
        }
        None => format!(
            "Stopped at epoch {}, the limit. {} Raise Epochs to go on, or Run again from the \
             start.",
            count(run.state().epoch),
            cost_sentence(run)
        ),
    }
}

/// Why the run of the reader's program stopped. Returns `None` while it can go on.
fn program_reason(run: &Trainer) -> Option<String> {
    let epoch = count(run.state().epoch);
    match run.status() {
        Status::Ready | Status::Paused => None,
        Status::EpochLimit | Status::Converged(_) => Some(format!(
            "Your program showed its last line at epoch {epoch}. {}",
            cost_sentence(run)
        )),
        Status::Diverged => {
            let last = run.recording().map_or(0, Recording::epochs);
            let went_on = match last > run.state().epoch {
                true => format!(
                    " Your program went on to epoch {}; the figures stop here.",
                    count(last)
                ),
                false => String::new(),
            };
            Some(format!(
                "Your program's line runs away: at epoch {epoch} its cost is more than 10¹² times what it was at \
                 the start, or no longer a number.{went_on}"
            ))
        }
    }
}

/// The cost, and its distance from the least if that is a meaningful share.
fn cost_sentence(run: &Trainer) -> String {
    let cost = number(run.state().cost);
    match run.excess(run.state().at) / run.least() {
        share if !share.is_finite() || share < 0.0 => format!("The cost is {cost}."),
        share if share < 1e-6 => format!("The cost is {cost}, the least possible to six digits."),
        share => {
            format!("The cost is {cost}, {} % above the least possible.", rounded(100.0 * share, 2))
        }
    }
}

/// `limit` to as many digits as rates have, rounded down.
fn shown_limit(limit: f64) -> String {
    super::number::limit(limit, RATE_DIGITS)
}

fn diverged(run: &Trainer) -> String {
    let state = run.state();
    let epoch = count(state.epoch);
    if !run.objective().has_least() {
        return format!(
            "Stopped at epoch {epoch}: the line has left the plot. Signed errors cancel, so \
             that this cost has no least: it falls for as long as the line rises."
        );
    }
    let what = if state.cost.is_finite() {
        "The cost has grown to more than 10¹² times what it was at the start."
    } else {
        "The cost has outgrown every 64-bit number."
    };
    let rate = run.learning_rate().get();
    let shown = rounded(rate, RATE_DIGITS);
    match run.largest_stable_rate() {
        Some(limit) if rate >= limit => format!(
            "Diverged at epoch {epoch}: the learning rate, {shown}, is too big for these data. \
             The largest stable rate is {}: choose a smaller one and Run again. {what}",
            shown_limit(limit)
        ),
        Some(limit) => format!(
            "Diverged at epoch {epoch}: the learning rate was too big then. {shown} is below the \
             largest stable rate, {}: press Run to start again with it. {what}",
            shown_limit(limit)
        ),
        None => format!(
            "Diverged at epoch {epoch}: each step led farther away than the one before. Choose \
             a smaller learning rate than {shown} and Run again. {what}"
        ),
    }
}
