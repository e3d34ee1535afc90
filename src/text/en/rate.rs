//! What a learning rate does with the data, and which rates are best.

use crate::descent::batch::Batch;
use crate::descent::objective::Cost;
use crate::descent::optimizer::Stride;
use crate::descent::schedule::Schedule;
use crate::descent::trainer::Trainer;
use crate::insight::diagnosis::{Forecast, Sweep, TOO_MANY, Zone};
use crate::numeric::notation::{count, floor, rounded};

const TOO_BIG: &str = "Too big: each step ends farther from the bottom.";

/// What the learning rate does with these data, and how long it takes; nothing where no line is
/// better than all others.
pub fn forecast(run: &Trainer) -> String {
    let rate = run.learning_rate().get();
    let Some(forecast) = Forecast::of(run) else {
        return match run.largest_stable_rate() {
            _ if matches!(run.settings().optimizer.rule().stride, Stride::Curvature) => {
                "Newton's step needs no learning rate.".to_owned()
            }
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

/// What it is that keeps the doctor from a claim.
fn not_foretold(run: &Trainer) -> &'static str {
    let settings = run.settings();
    match (settings.problem.cost, settings.batch, settings.optimizer.rule().stride) {
        (Cost::Absolute | Cost::Huber(_) | Cost::Signed, ..) => "this cost",
        (_, Batch::Rows { .. }, _) => "mini-batches",
        (.., Stride::Rate) => "rules that set their own pace",
        _ if settings.schedule != Schedule::Constant => "a rate that changes",
        _ => "momentum",
    }
}

/// The two rates that are best, each in its sense.
pub fn best_rates(forecast: &Forecast) -> String {
    let worst_case = forecast.best_worst_case_rate();
    let here = forecast.fewest_epochs();
    let rates = [forecast.largest_stable_rate(), worst_case];
    let rates = rates.into_iter().chain(here.map(|(rate, _)| rate));
    let rates: Vec<f64> = rates.collect();
    // As many digits as it takes to tell them apart.
    let apart = |&digits: &usize| {
        let mut texts: Vec<String> = rates.iter().map(|&rate| told(rate, digits)).collect();
        texts.sort_unstable();
        texts.windows(2).all(|pair| pair[0] != pair[1])
    };
    let digits = (3..8).find(apart).unwrap_or(3);
    let mut text = format!("▲ Best for any start: {}.", told(worst_case, digits));
    if let Some((rate, epochs)) = here {
        text += &format!(
            " ◆ Soonest within 1 % of the least cost from this start: {}, after {} epoch{}.",
            told(rate, digits),
            count(epochs),
            if epochs == 1 { "" } else { "s" }
        );
    }
    text
}

/// A rate with so many digits, none of them too high.
fn told(rate: f64, digits: usize) -> String {
    rounded(floor(rate, digits), digits)
}

/// What the sweep shows, for those who cannot see it and beside it.
pub fn sweep(sweep: &Sweep, run: &Trainer) -> String {
    let epochs = count(sweep.epochs);
    let plural = if sweep.epochs == 1 { "" } else { "s" };
    let sample = match sweep.sampled {
        Some(rows) => format!(", on a sample of {} rows", count(rows as u64)),
        None => String::new(),
    };
    match sweep.best() {
        Some((_, cost)) if sweep.is_flat() => format!(
            "After {epochs} epoch{plural} from this start the cost is {} at every rate.",
            rounded(cost, 4)
        ),
        Some((rate, cost)) => format!(
            "After {epochs} epoch{plural} from this start{sample}, the least cost, {}, comes at about \
             L = {}. Yours is {}.",
            rounded(cost, 4),
            rounded(floor(rate, 3), 3),
            rounded(run.learning_rate().get(), 3)
        ),
        None => "Every rate diverges.".to_owned(),
    }
}
