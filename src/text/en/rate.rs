//! Sentences about the effect of a learning rate, and the best rates.

use super::number::{count, limit, rounded, times};
use super::plural;
use crate::descent::batch::Batch;
use crate::descent::objective::Cost;
use crate::descent::optimizer::Stride;
use crate::descent::trainer::Trainer;
use crate::insight::diagnosis::{Forecast, Sweep, TOO_MANY, Zone};
use crate::numeric::notation::floor;

const TOO_BIG: &str = "Too big: each step lands farther from the bottom.";

/// Effect of the learning rate on these data, and the epochs that it takes; empty if no line is better than all
/// others.
pub fn forecast(run: &Trainer) -> String {
    let rate = run.learning_rate().get();
    let Some(forecast) = Forecast::of(run) else {
        return without_forecast(run, rate).to_owned();
    };
    let goal = match forecast.is_to_share_of_least() {
        true => "within 1 % of the least cost",
        false => "errors within 1 % of the spread of y",
    };
    let after = match forecast.epochs(rate) {
        Some(epochs) if epochs <= TOO_MANY => format!("after {}", plural::epochs(epochs)),
        _ => format!("after more than {} epochs", count(TOO_MANY)),
    };
    match forecast.zone(rate) {
        Zone::TooNarrow => format!(
            "Too narrow a valley: no rate gets near the least cost in {} epochs.",
            count(TOO_MANY)
        ),
        Zone::TooSmall => {
            format!("Too small: more than {} epochs to the least cost.", count(TOO_MANY))
        }
        Zone::Steady => format!("Steady: {goal} {after}."),
        Zone::Zigzag => format!("Zigzag: {goal} {after}."),
        Zone::Diverging => TOO_BIG.to_owned(),
    }
}

/// Sentence about a rate without a forecast.
fn without_forecast(run: &Trainer, rate: f64) -> &'static str {
    if matches!(run.settings().optimizer.stride(), Stride::Curvature) {
        return "Newton's step needs no learning rate.";
    }
    let limit = run.largest_stable_rate();
    if limit.is_some_and(|limit| rate >= limit) {
        return TOO_BIG;
    }
    let Some(unforeseen) = Unforeseen::in_run(run) else { return "" };
    match (limit, unforeseen) {
        (Some(_), Unforeseen::Cost) => {
            "Stable. How long it takes cannot be predicted for this cost."
        }
        (Some(_), Unforeseen::MiniBatches) => {
            "Stable. How long it takes cannot be predicted for mini-batches."
        }
        (Some(_), Unforeseen::OwnPace) => {
            "Stable. How long it takes cannot be predicted for a rule that sets its own pace."
        }
        (Some(_), Unforeseen::Schedule) => {
            "Stable. How long it takes cannot be predicted for a rate that changes."
        }
        (None, Unforeseen::Cost) => "No limit is known for this cost.",
        (None, Unforeseen::MiniBatches) => "No limit is known for mini-batches.",
        (None, Unforeseen::OwnPace) => "No limit is known for rules that set their own pace.",
        (None, Unforeseen::Schedule) => "No limit is known for a rate that changes.",
    }
}

/// Setting of a run that leaves it without a forecast.
#[derive(Clone, Copy)]
enum Unforeseen {
    Cost,
    MiniBatches,
    OwnPace,
    Schedule,
}

impl Unforeseen {
    /// `None` where the epochs can be predicted.
    fn in_run(run: &Trainer) -> Option<Self> {
        let settings = run.settings();
        match (settings.problem.cost, settings.batch, settings.optimizer.stride()) {
            (Cost::Absolute(_) | Cost::Huber(_) | Cost::Signed(_), ..) => Some(Self::Cost),
            (_, Batch::Rows { .. }, _) => Some(Self::MiniBatches),
            (.., Stride::Rate { .. }) => Some(Self::OwnPace),
            _ if !settings.schedule.is_constant() => Some(Self::Schedule),
            _ => None,
        }
    }
}

/// The rate that is best for any start, and the one that is best for this one.
pub fn best_rates(forecast: &Forecast) -> String {
    let worst_case = forecast.best_worst_case_rate();
    let here = forecast.fewest_epochs();
    let rates = [forecast.largest_stable_rate(), worst_case];
    let rates: Vec<f64> = rates.into_iter().chain(here.map(|(rate, _)| rate)).collect();
    // As many digits as tell them apart.
    let are_apart = |&digits: &usize| {
        let mut texts: Vec<String> = rates.iter().map(|&rate| limit(rate, digits)).collect();
        texts.sort_unstable();
        texts.windows(2).all(|pair| pair[0] != pair[1])
    };
    let digits = (3..8).find(are_apart).unwrap_or(3);
    let best = format!("▲ Best for any start: {}.", limit(worst_case, digits));
    match here {
        Some((rate, epochs)) => format!(
            "{best} ◆ Soonest {} from this start: {}, after {} epochs.",
            match forecast.is_to_share_of_least() {
                true => "within 1 % of the least cost",
                false => "with errors within 1 % of the spread of y",
            },
            limit(rate, digits),
            times(epochs as f64)
        ),
        None => best,
    }
}

/// Description of the cost by learning rate, for screen readers and beside the figure.
pub fn sweep(sweep: &Sweep, run: &Trainer) -> String {
    let epochs = plural::epochs(sweep.epochs);
    let Some((rate, cost)) = sweep.best() else {
        return "Every rate diverges.".to_owned();
    };
    let cost = rounded(cost, 4);
    if sweep.is_flat() {
        return format!("After {epochs} from this start the cost is {cost} at every rate.");
    }
    let (best, yours) = (rounded(floor(rate, 3), 3), rounded(run.learning_rate().get(), 3));
    match sweep.sampled {
        Some(rows) => format!(
            "After {epochs} from this start, on a sample of {}, the lowest cost, {cost}, is at about L = {best}. \
             Yours is {yours}.",
            plural::rows(rows as u64)
        ),
        None => format!(
            "After {epochs} from this start, the lowest cost, {cost}, is at about L = {best}. Yours is {yours}."
        ),
    }
}
