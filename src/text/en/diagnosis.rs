//! The reason that a run diverged, and its remedies.

use super::advice;
use super::number::{limit, rounded};
use crate::descent::trainer::Trainer;
use crate::insight::advice::Action;
use crate::insight::diagnosis::Divergence;

/// The reason that a run diverged, in its own numbers.
pub fn divergence(run: &Trainer, divergence: &Divergence) -> Vec<String> {
    match run.objective().has_least() {
        true => vec![growth(divergence), remedy(divergence)],
        false => vec![
            "Positive and negative errors cancel, so a line far above all points has a very \
             negative cost. Downhill never ends: the cost is a tilted plane."
                .to_owned(),
        ],
    }
}

/// Sentence about the last steps.
fn growth(divergence: &Divergence) -> String {
    let rate = rounded(divergence.rate, 4);
    match (divergence.factor, divergence.curvature) {
        (Some(factor), Some(curvature)) => format!(
            "In the steepest direction, where the curvature is λ = {}, each step multiplies the \
             distance from the bottom by 1 − L·λ. At L = {rate} that is {}: every step jumps \
             across the bottom and lands {} times as far away on the other side.",
            rounded(curvature, 4),
            rounded(factor, 3),
            rounded(factor.abs(), 3)
        ),
        (Some(factor), None) => format!(
            "At L = {rate} the last step landed about {} times as far from the bottom as the \
             one before.",
            rounded(factor, 3)
        ),
        (None, _) => {
            format!("At L = {rate} each step landed farther from the bottom than the one before.")
        }
    }
}

/// The rates that lead down.
fn remedy(divergence: &Divergence) -> String {
    match (divergence.limit, divergence.curvature) {
        (Some(largest), Some(_)) => format!(
            "As long as L is below 2/λ = {}, the factor lies between −1 and 1, and each step \
             lands closer.",
            limit(largest, 5)
        ),
        (Some(largest), None) => format!(
            "With this rule each step lands closer as long as L is below {}.",
            limit(largest, 5)
        ),
        (None, _) => {
            "For this rule, cost or batch no exact limit is known: try a smaller rate.".to_owned()
        }
    }
}

/// The button that applies a remedy.
pub fn remedy_name(remedy: Action) -> String {
    match remedy {
        Action::LargestSafeRate(rate) => format!("Use the largest safe rate, {}", rounded(rate, 4)),
        Action::BestRate(rate) => format!("Use the best rate, {}", rounded(rate, 4)),
        Action::SuggestedRate(rate) => advice::suitable_rate(rate),
        Action::RaiseEpochs(epochs) => advice::go_on(epochs),
        Action::CenterX => advice::CENTER_X.to_owned(),
        Action::Standardise => "Standardise x and y".to_owned(),
        Action::SquaredCost => advice::SQUARED_COST.to_owned(),
    }
}
