//! The next thing to do: its reason, and the name of its button.

use super::number::{count, limit, rounded, times};
use super::plural;
use crate::descent::trainer::{Status, Trainer};
use crate::insight::advice::{Advice, Evidence};
use crate::insight::diagnosis::TOO_MANY;

/// Significant digits of a rate in a sentence: enough to tell it from its neighbours.
pub(super) const RATE_DIGITS: usize = 8;

/// The reason for an advice, and what it comes to. Empty where the sentence about the run's end says it.
pub fn reason(run: &Trainer, advice: Advice) -> String {
    let rate = || rounded(run.learning_rate().get(), RATE_DIGITS);
    match (advice, run.largest_stable_rate()) {
        (Advice::TooNarrow { condition, evidence: Evidence::Trial(epochs, _), .. }, _) => {
            by_trial(run, advice, condition, epochs)
        }
        (Advice::TooNarrow { condition, evidence: Evidence::Forecast, .. }, _) => format!(
            "Press {} first, then Run: no learning rate gets near the least cost within {} epochs, because the valley of \
             the cost is so narrow that it is {} times steeper across than along.",
            name(advice),
            count(TOO_MANY),
            times(condition)
        ),
        (Advice::TooBig { rate: suits }, Some(largest)) => format!(
            "The learning rate, {}, is above the largest stable rate for these data, {}: each step lands farther from \
             the bottom. {} suits them.",
            rate(),
            limit(largest, RATE_DIGITS),
            rounded(suits, 3)
        ),
        (Advice::TooSmall { rate: suits }, _) => format!(
            "The learning rate, {}, is too small for these data. {} suits them.",
            rate(),
            rounded(suits, 3)
        ),
        (Advice::BackAndForth { rate: nearer, .. }, _) => format!(
            "At this learning rate, {}, the steps come no nearer. A trial with {} did.",
            rate(),
            rounded(nearer, 3)
        ),
        (Advice::OnTheWay { .. }, _) => {
            "Raise Epochs to go on, or Run again from the start.".to_owned()
        }
        (Advice::TooBig { .. }, None) | (Advice::HasNoLeast | Advice::HasNoCurvature(_), _) => {
            String::new()
        }
    }
}

/// The reason to take other coordinates that a trial has given.
fn by_trial(run: &Trainer, advice: Advice, condition: f64, epochs: u64) -> String {
    let tried = match run.status() {
        Status::Ready => format!(
            "A trial of {} from here does not come near the least cost, and one with other coordinates does",
            plural::epochs(epochs)
        ),
        _ => "A trial with other coordinates comes nearer the least cost".to_owned(),
    };
    let (condition, name) = (times(condition), name(advice));
    match run.objective().problem().cost.is_squared() {
        true => format!(
            "Press {name} first, then Run. {tried}: the valley of the cost is so narrow that it is {condition} times \
             steeper across than along."
        ),
        false => format!(
            "Press {name} first, then Run. {tried}: its valley is narrow, as that of squared errors is, which is \
             {condition} times steeper across than along."
        ),
    }
}

/// The button that follows an advice.
pub fn name(advice: Advice) -> String {
    match advice {
        Advice::TooNarrow { center: true, .. } => CENTER_X.to_owned(),
        Advice::TooNarrow { center: false, .. } => "Standardise".to_owned(),
        Advice::TooBig { rate } | Advice::TooSmall { rate } => suitable_rate(rate),
        Advice::BackAndForth { rate, .. } => smaller_rate(rate),
        Advice::OnTheWay { epochs } => go_on(epochs),
        Advice::HasNoLeast | Advice::HasNoCurvature(_) => SQUARED_COST.to_owned(),
    }
}

/// The button that takes a rate which suits.
pub(super) fn suitable_rate(rate: f64) -> String {
    format!("Use a suitable rate, {}", rounded(rate, 3))
}

/// The button that takes a smaller rate.
fn smaller_rate(rate: f64) -> String {
    format!("Use a smaller rate, {}", rounded(rate, 3))
}

/// The button that lets a run go on.
pub(super) fn go_on(epochs: u64) -> String {
    format!("Go on to {}", plural::epochs(epochs))
}

/// The button that measures x from its mean.
pub(super) const CENTER_X: &str = "Center x";
/// The button that takes a cost which has a least.
pub(super) const SQUARED_COST: &str = "Use squared errors";
