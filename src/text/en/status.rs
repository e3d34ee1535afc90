//! Sentences about the last act of a run, and why it stopped.

use std::cmp::Ordering;

use super::advice::{self, RATE_DIGITS};
use super::choice::scaling_name;
use super::data::NO_SPREAD;
use super::number::{apart, count, number, rounded, times};
use super::{plural, sentences};
use crate::descent::optimizer::Stride;
use crate::descent::settings::OnDivergence;
use crate::descent::trainer::{Convergence, Recording, Status, Trainer};
use crate::insight::advice::{Advice, Progress};
use crate::insight::diagnosis::{Forecast, Nearness, is_rounding};
use crate::numeric::line::Line;
use crate::numeric::notation::joined;
use crate::session::Session;

/// Sentence about the last event and the next thing to do.
pub fn sentence(session: &Session, running: bool) -> String {
    let run = session.run();
    if running {
        return format!("Running from epoch {}.", count(run.state().epoch));
    }
    let advice = session.advice();
    match (reason(run), run.status()) {
        // Why it has diverged, the reason says.
        (Some(reason), status) => {
            let says = |advice: &Advice| {
                status != Status::Diverged || !matches!(advice, Advice::TooBig { .. })
            };
            followed(&reason, &advised(run, advice.filter(says)))
        }
        (None, Status::Ready) => ready(session, advice),
        (None, _) => followed(&paused(run), &advised(run, advice)),
    }
}

/// Sentence about a run on its way: where it is, and how it gets on.
pub fn on_the_way(session: &Session) -> String {
    let run = session.run();
    let state = run.state();
    let (epoch, cost) = (count(state.epoch), number(without_rounding(run, state.cost)));
    let crosses = |forecast: Forecast| run.learning_rate().get() > forecast.largest_steady_rate();
    let way = match state.previous_cost.and_then(|before| state.cost.partial_cmp(&before)) {
        Some(Ordering::Less) if Forecast::of(run).is_some_and(crosses) => "falling in a zigzag",
        Some(Ordering::Less) => "falling",
        Some(Ordering::Greater) => "rising",
        Some(Ordering::Equal) | None => "neither falling nor rising",
    };
    format!("Epoch {epoch}: the cost is {cost}, {way}.")
}

/// The reason for an advice; empty if there is none.
fn advised(run: &Trainer, advice: Option<Advice>) -> String {
    // Of a cost beyond all numbers there is enough to be said.
    let advice = advice.filter(|_| beyond_numbers(run).is_none());
    advice.map_or_else(String::new, |advice| advice::reason(run, advice))
}

/// A sentence, and another one if there is one.
fn followed(first: &str, second: &str) -> String {
    sentences(first, &[Some(second).filter(|second| !second.is_empty())])
}

fn ready(session: &Session, advice: Option<Advice>) -> String {
    let run = session.run();
    if let Some(recording) = run.recording() {
        return format!(
            "Your program showed {}. Press Run to watch your ball beside the page's.",
            plural::lines(recording.epochs())
        );
    }
    let Line { slope, intercept } = run.start_line();
    let waits =
        format!("The ball waits at a = {}, b = {}.", rounded(slope, 4), rounded(intercept, 4));
    let advised = advised(run, advice);
    let first = match advice {
        // That is what matters now, and all that a small screen has room for.
        Some(Advice::TooNarrow { .. }) => advised,
        _ => followed(&(waits + " Press Step for one step downhill, or Run to watch."), &advised),
    };
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
    sentences(&first, &[coordinates(run).as_deref(), in_vain.as_deref(), no_spread])
}

/// Sentence about the coordinates of the descent. Returns `None` where they are those of the data.
fn coordinates(run: &Trainer) -> Option<String> {
    let scaling = run.settings().problem.scaling;
    (!scaling.is_raw()).then(|| {
        format!(
            "The descent runs on scaled values ({}); a, b and J are in data units.",
            scaling_name(scaling)
        )
    })
}

fn paused(run: &Trainer) -> String {
    let state = run.state();
    let epoch = count(state.epoch);
    if let Some(beyond) = beyond_numbers(run) {
        return beyond;
    }
    let Some(before) = state.previous_cost.map(|before| without_rounding(run, before)) else {
        return format!("Epoch {epoch}: the cost is {}.", number(state.cost));
    };
    let cost = without_rounding(run, state.cost);
    let (then, now) = apart(before, cost);
    match cost.partial_cmp(&before) {
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

/// A cost in data units, or 0 if it comes from the rounding of errors alone.
pub fn without_rounding(run: &Trainer, cost: f64) -> f64 {
    if is_rounding(run, cost / run.objective().unit()) { 0.0 } else { cost }
}

/// Sentence about a cost that is not finite. Returns `None` for others; only a run that goes on when it diverges
/// comes to such a cost.
fn beyond_numbers(run: &Trainer) -> Option<String> {
    let OnDivergence::GoOn(_) = run.settings().on_divergence else { return None };
    let (epoch, cost) = (count(run.state().epoch), run.state().cost);
    match cost {
        finite if finite.is_finite() => None,
        nan if nan.is_nan() => Some(format!(
            "Epoch {epoch}: the cost is not a number (NaN) any more: ∞ − ∞ has no value. And nothing leads back from \
             NaN."
        )),
        _ => Some(format!(
            "Epoch {epoch}: the cost has outgrown every 64-bit number and counts as ∞."
        )),
    }
}

/// Sentence about the rows used of the reader's file and the next thing to do. An advice comes first: the report stands
/// above the figures too.
pub fn imported(session: &Session, report: &[String]) -> String {
    let (next, report) = ([sentence(session, false)], report.iter().cloned());
    match session.advice() {
        Some(_) => joined(next.into_iter().chain(report), " "),
        None => joined(report.chain(next), " "),
    }
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
            "Stopped at epoch {epoch}: below the tolerance, {}. {}",
            number(run.settings().tolerance.get()),
            cost_sentence(run)
        ),
        Status::Converged(Convergence::Settled) => format!(
            "Converged at epoch {epoch}: the cost no longer changes, since steps have become smaller than the last digit \
             of a and b. {}",
            cost_sentence(run)
        ),
        Status::Converged(Convergence::Cycling) => format!(
            "Stopped at epoch {epoch}: the steps go back and forth between the same lines. {} They do not shrink: \
             choose a smaller learning rate, or a schedule that lets it fall.",
            cost_sentence(run)
        ),
        Status::Converged(Convergence::Stuck)
            if run.objective().curvature(state.at).is_none()
                && matches!(run.settings().optimizer.stride(), Stride::Curvature) =>
        {
            format!(
                "Stopped at epoch {epoch}: Newton's step needs the curvature, and this cost has none here. Choose \
                 another rule, or the squared cost."
            )
        }
        Status::Converged(Convergence::Stuck) if run.rate_now() == 0.0 => format!(
            "Stopped at epoch {epoch}: the schedule has brought the learning rate down to 0. {}",
            cost_sentence(run)
        ),
        Status::Converged(Convergence::Stuck) => format!(
            "Stopped at epoch {epoch}: the cost no longer changes, though it is not the least. At this learning rate \
             a step is smaller than the last digit of a and b, so more epochs would not help: choose a larger rate."
        ),
        Status::EpochLimit => at_limit(run),
        Status::Diverged => diverged(run),
    };
    Some(reason)
}

fn at_limit(run: &Trainer) -> String {
    if let Some(beyond) = beyond_numbers(run) {
        return format!(
            "Stopped at the limit. {beyond} Choose a smaller learning rate and Run again."
        );
    }
    let (epoch, cost) = (count(run.state().epoch), cost_sentence(run));
    match Progress::of(run) {
        Progress::Done => {
            format!("Stopped at epoch {epoch}, the limit, with nothing left to gain. {cost}")
        }
        Progress::Near => {
            format!("Stopped at epoch {epoch}, the limit, close to the bottom. {cost}")
        }
        Progress::Falling { more } => format!(
            "Stopped at epoch {epoch}, the limit, while the cost was still falling. {cost} {} it {}.",
            plural::more_epochs_bring(more),
            near(run)
        ),
        Progress::Crawling { more } => format!(
            "Stopped at epoch {epoch}, the limit, where the cost hardly falls any more. {cost} At this learning rate it \
             takes {} more epochs to bring it {}.",
            times(more.map_or(f64::INFINITY, |more| more as f64)),
            near(run)
        ),
        Progress::Rising => {
            format!("Stopped at epoch {epoch}, the limit, on the way up. {cost}")
        }
        Progress::Unsteady => format!("Stopped at epoch {epoch}, the limit. {cost}"),
    }
}

/// Where a cost is once it is near the least.
fn near(run: &Trainer) -> &'static str {
    match Nearness::of(run).is_share_of_least {
        true => "within 1 % of the least",
        false => "down to errors within 1 % of the spread of y",
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

/// The cost, and its distance from the least.
fn cost_sentence(run: &Trainer) -> String {
    let (excess, least) = (run.excess(run.state().at), run.least());
    let cost = number(without_rounding(run, run.state().cost));
    match excess / least {
        _ if !excess.is_finite() => format!("The cost is {cost}."),
        _ if is_rounding(run, excess) => format!("The cost is {cost}, the least possible."),
        _ if is_rounding(run, least) => format!("The cost is {cost}; the least possible is 0."),
        share if share < 1e-6 => format!("The cost is {cost}, the least possible to six digits."),
        share if share < 2.0 => {
            format!("The cost is {cost}, {} % above the least possible.", rounded(100.0 * share, 2))
        }
        share => format!("The cost is {cost}, {} times the least possible.", times(share + 1.0)),
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
            "Stopped at epoch {epoch}: the line has left the plot. Signed errors cancel, so this cost has no minimum: \
             it falls for as long as the line rises."
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
            "Diverged at epoch {epoch}: each step landed farther away than the one before. Choose a smaller learning \
             rate than {shown} and Run again. {what}"
        ),
    }
}
