//! The next thing to do: its reason, and the name of its button.

use super::number::{count, limit, rounded, times};
use super::plural;
use crate::descent::trainer::Trainer;
use crate::insight::advice::Advice;
use crate::insight::diagnosis::TOO_MANY;

/// Significant digits of a rate in a sentence: enough to tell it from its neighbours.
pub(super) const RATE_DIGITS: usize = 8;

/// The reason for an advice, and what it comes to. Empty where the sentence about the run's end says it.
pub fn reason(run: &Trainer, advice: Advice) -> String {
    let rate = || rounded(run.learning_rate().get(), RATE_DIGITS);
    match (advice, run.largest_stable_rate()) {
        (Advice::TooNarrow { condition, .. }, _) => format!(
            "No learning rate gets near the least cost within {} epochs: the valley of the cost is so narrow that across \
             it is {} times steeper than along it. Press {} first, then Run.",
            count(TOO_MANY),
            times(condition),
            name(advice)
        ),
        (Advice::TooBig { rate: suits }, Some(largest)) => format!(
            "The learning rate, {}, is beyond the largest stable rate for these data, {}: each step ends farther from \
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
        (Advice::TooBig { .. }, None) | (Advice::HasNoLeast | Advice::OnTheWay { .. }, _) => {
            String::new()
        }
    }
}

/// The button that follows an advice.
pub fn name(advice: Advice) -> String {
    match advice {
        Advice::TooNarrow { center: true, .. } => CENTER_X.to_owned(),
        Advice::TooNarrow { center: false, .. } => "Standardise".to_owned(),
        Advice::TooBig { rate } | Advice::TooSmall { rate } => suitable_rate(rate),
        Advice::OnTheWay { epochs } => go_on(epochs),
        Advice::HasNoLeast => SQUARED_COST.to_owned(),
    }
}

/// The button that takes a rate which suits.
pub(super) fn suitable_rate(rate: f64) -> String {
    format!("Use a suitable rate, {}", rounded(rate, 3))
}

/// The button that lets a run go on.
pub(super) fn go_on(epochs: u64) -> String {
    format!("Go on to {}", plural::epochs(epochs))
}

/// The button that measures x from its mean.
pub(super) const CENTER_X: &str = "Center x";
/// The button that takes a cost which has a least.
pub(super) const SQUARED_COST: &str = "Use squared errors";
