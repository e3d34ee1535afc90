//! Why a run blew up, and what would mend it.

use super::number::limit;
use crate::descent::objective::Cost;
use crate::descent::trainer::Trainer;
use crate::insight::diagnosis::{Explosion, Mend};
use crate::numeric::notation::rounded;

/// Why a run blew up, in its own numbers.
pub fn explosion(run: &Trainer, explosion: &Explosion) -> Vec<String> {
    if run.objective().problem().cost == Cost::Signed {
        return vec![
            "Positive errors and negative ones cancel, so a line far above all points has a very \
             negative cost. Downhill never ends: the cost is a tilted plane."
                .to_owned(),
        ];
    }
    let Explosion { rate, curvature, factor, .. } = explosion;
    let rate = rounded(*rate, 4);
    let mut sentences = Vec::new();
    match (factor, curvature) {
        (Some(factor), Some(curvature)) => sentences.push(format!(
            "Along the steepest way, where the curvature is λ = {}, each step multiplies the distance \
             from the bottom by 1 − L·λ. At L = {rate} that is {}: every step jumps across the \
             bottom and lands {} times as far away on the other side.",
            rounded(*curvature, 4),
            rounded(*factor, 3),
            rounded(factor.abs(), 3)
        )),
        (Some(factor), None) => sentences.push(format!(
            "At L = {rate} the last step landed about {} times as far from the bottom as the one before.",
            rounded(*factor, 3)
        )),
        (None, _) => sentences.push(format!(
            "At L = {rate} each step landed farther from the bottom than the one before."
        )),
    }
    match (explosion.limit, curvature) {
        (Some(largest), Some(_)) => sentences.push(format!(
            "The factor lies between −1 and 1, and the steps come closer, as long as L is below 2/λ = {}.",
            limit(largest, 5)
        )),
        (Some(largest), None) => sentences.push(format!(
            "For this rule steps come closer as long as L is below {}.",
            limit(largest, 5)
        )),
        (None, _) => sentences.push(
            "For this rule, cost or batch no exact limit is known: a smaller rate is the way back."
                .to_owned(),
        ),
    }
    sentences
}

/// The button that mends it.
pub fn mend(mend: Mend) -> String {
    match mend {
        Mend::LargestSafeRate(rate) => format!("Use the largest safe rate, {}", rounded(rate, 4)),
        Mend::BestRate(rate) => format!("Use the best rate, {}", rounded(rate, 4)),
        Mend::SuggestedRate(rate) => format!("Use a rate that suits, {}", rounded(rate, 3)),
        Mend::Standardise => "Standardise x and y".to_owned(),
        Mend::SquaredCost => "Use squared errors".to_owned(),
    }
}
