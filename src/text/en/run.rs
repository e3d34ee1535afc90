//! What a run does, and why.

use super::NO_SPREAD;
use crate::descent::batch::Batch;
use crate::descent::objective::Cost;
use crate::descent::optimizer::Stride;
use crate::descent::schedule::Schedule;
use crate::descent::trainer::{Convergence, Status, Trainer};
use crate::insight::diagnosis::{Forecast, TOO_MANY, Zone};
use crate::numeric::line::Line;
use crate::numeric::notation::{count, floor, joined, number, rounded};
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
            stable(limit)
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
    if crate::edition::IS_FULL && !state.cost.is_finite() {
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

/// Both numbers with as many digits as it takes to tell them apart.
pub(super) fn apart(a: f64, b: f64) -> (String, String) {
    (5..=16)
        .map(|digits| (rounded(a, digits), rounded(b, digits)))
        .find(|(a, b)| a != b)
        .unwrap_or_else(|| (rounded(a, 17), rounded(b, 17)))
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
            if run.objective().curvature(state.at).is_none() && needs_curvature(run) =>
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
        Status::EpochLimit if crate::edition::IS_FULL && !state.cost.is_finite() => format!(
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

/// Whether the rule goes by the curvature.
fn needs_curvature(run: &Trainer) -> bool {
    matches!(run.settings().optimizer.stride(), Stride::Curvature)
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

/// The largest stable rate with enough digits, none of them too high.
fn stable(limit: f64) -> String {
    rounded(floor(limit, RATE_DIGITS), RATE_DIGITS)
}

fn diverged(run: &Trainer) -> String {
    let state = run.state();
    let epoch = count(state.epoch);
    if !run.objective().has_least() {
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
            stable(limit)
        ),
        Some(limit) => format!(
            "Diverged at epoch {epoch}: the learning rate was too big then. {shown} is below the \
             largest stable rate, {}: press Run to start again with it. {what}.",
            stable(limit)
        ),
        None => format!(
            "Diverged at epoch {epoch}: each step led farther away than the one before. Choose a smaller \
             learning rate than {shown} and Run again. {what}."
        ),
    }
}

/// The best line of another cost than squared error, whose answer is shown otherwise.
pub fn best_of_other_cost(run: &Trainer) -> String {
    let objective = run.objective();
    let cost = objective.problem().cost;
    if cost.is_squared() {
        return String::new();
    }
    match objective.best_line() {
        Some(Line { slope, intercept }) => format!(
            "That is the least-squares answer. The least {} cost, {}, is at slope {} and intercept {}.",
            cost.name(),
            rounded(objective.unit() * objective.least(), 5),
            rounded(slope, 5),
            rounded(intercept, 5)
        ),
        None => {
            format!("That is the least-squares answer. The {} cost has no best line.", cost.name())
        }
    }
}

/// What the learning rate does with these data, and how long it takes; nothing where no line is
/// better than all others.
pub fn forecast(run: &Trainer) -> String {
    let rate = run.learning_rate().get();
    let Some(forecast) = Forecast::of(run) else {
        return match run.largest_stable_rate() {
            _ if needs_curvature(run) => "Newton's step needs no learning rate.".to_owned(),
            Some(limit) if rate >= limit => TOO_BIG.to_owned(),
            Some(_) if run.is_plain() => String::new(),
            Some(_) => format!("Stable. Epochs are not foretold for {}.", not_foretold(run)),
            None => format!("No limit is known for {}.", not_foretold(run)),
        };
    };
    let goal = || {
        let epochs = forecast.epochs(rate).unwrap_or_default();
        let goal =
            if run.least() > 0.0 { "within 1 % of the least cost" } else { "1 % of the way left" };
        let plural = if epochs == 1 { "" } else { "s" };
        format!("{goal} after {} epoch{plural}.", count(epochs))
    };
    match forecast.zone(rate) {
        Zone::TooSmall => {
            format!("Too small: more than {} epochs to the least cost.", count(TOO_MANY))
        }
        Zone::Steady => format!("Steady: {}", goal()),
        Zone::Zigzag => format!("Zigzag: {}", goal()),
        Zone::Diverging => TOO_BIG.to_owned(),
    }
}

const TOO_BIG: &str = "Too big: each step ends farther from the bottom.";

/// What it is that keeps the doctor from a claim.
fn not_foretold(run: &Trainer) -> &'static str {
    let settings = run.settings();
    match (settings.problem.cost, settings.batch, settings.optimizer.stride()) {
        (Cost::Absolute(_) | Cost::Huber(_) | Cost::Signed(_), ..) => "this cost",
        (_, Batch::Rows { .. }, _) => "mini-batches",
        (.., Stride::Rate) => "rules that set their own pace",
        _ if settings.schedule != Schedule::Constant => "a rate that changes",
        _ => "momentum",
    }
}
