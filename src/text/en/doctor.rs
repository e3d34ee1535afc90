//! What the doctor says of a learning rate.

use crate::descent::batch::Batch;
use crate::descent::objective::Cost;
use crate::descent::optimizer::{Optimizer, Stride};
use crate::descent::scaling::Scaling;
use crate::descent::schedule::Schedule;
use crate::descent::settings::Settings;
use crate::descent::trainer::Trainer;
use crate::insight::diagnosis::{Explosion, Forecast, Mend, Sweep};
use crate::numeric::notation::{count, floor, rounded};
use crate::session::Session;

/// Why a run blew up, in its own numbers.
pub fn explosion(run: &Trainer, explosion: &Explosion) -> Vec<String> {
    if !run.objective().has_least() {
        return vec![
            "Positive errors and negative ones cancel, so a line far above all points has a very \
             negative cost. Downhill never ends: the cost is a tilted plane."
                .to_owned(),
        ];
    }
    let Explosion { rate, limit, curvature, factor, .. } = explosion;
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
    match (limit, curvature) {
        (Some(limit), Some(_)) => sentences.push(format!(
            "The factor lies between −1 and 1, and the steps come closer, as long as L is below 2/λ = {}.",
            rounded(floor(*limit, 5), 5)
        )),
        (Some(limit), None) => sentences.push(format!(
            "For this rule steps come closer as long as L is below {}.",
            rounded(floor(*limit, 5), 5)
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

/// A rate with so many digits, none of them too high.
fn told(rate: f64, digits: usize) -> String {
    rounded(floor(rate, digits), digits)
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

/// What scaling does to the valley.
#[cfg(feature = "more")]
pub fn condition(session: &Session) -> String {
    let dataset = session.dataset();
    let condition = |scaling: Scaling| {
        crate::descent::scaling::condition(scaling, dataset.summary())
            .map_or_else(|| "∞".to_owned(), |condition| rounded(condition, 3))
    };
    let scaling = session.problem().scaling;
    let raw = condition(Scaling::RAW);
    let meaning = "The condition number says how many times steeper the valley is across than along: 1 \
                   is a round bowl.";
    match scaling == Scaling::RAW {
        true => format!(
            "{meaning} It is {raw} for these data, and would be {} standardised.",
            condition(Scaling::STANDARDISED)
        ),
        false => format!(
            "{meaning} It was {raw} for the raw data and is {} now. The views of the cost show scaled \
             slope and intercept, on the map in their true shape with Equal axes; the line and the \
             numbers are in the data's units.",
            condition(scaling)
        ),
    }
}

/// The choices that are not the page's defaults, in few words; empty where there is none.
pub fn extras(session: &Session) -> String {
    let settings = session.run().settings();
    let mut parts = Vec::new();
    if session.runs().len() > 1 {
        parts.push(format!("a race of {}", session.runs().len()));
    }
    if settings.optimizer != Optimizer::default() {
        parts.push(settings.optimizer.rule().definition().title.to_owned());
    }
    parts.extend(pace(&settings));
    match settings.problem.cost {
        Cost::Squared => {}
        Cost::Huber(threshold) => {
            parts.push(format!("Huber cost, δ = {}", rounded(threshold.get(), 3)));
        }
        cost => parts.push(format!("{} cost", cost.name())),
    }
    let Scaling { x, y } = settings.problem.scaling;
    if settings.problem.scaling != Scaling::RAW {
        parts.push(match x == y {
            true => x.name().to_owned(),
            false => format!("x {}, y {}", x.name(), y.name()),
        });
    }
    if !settings.on_divergence.stops() {
        parts.push("goes on when it blows up".to_owned());
    }
    parts.join(" · ")
}

/// Batch and schedule, where they are not the defaults.
fn pace(settings: &Settings) -> impl Iterator<Item = String> {
    let batch = match settings.batch {
        Batch::Full => None,
        Batch::Rows { size, .. } if size.get() == 1 => Some("one row at a time".to_owned()),
        Batch::Rows { size, .. } => Some(format!("batches of {}", size.get())),
    };
    let schedule = match settings.schedule {
        Schedule::Constant => None,
        schedule => Some(format!("{} schedule", schedule.name())),
    };
    batch.into_iter().chain(schedule)
}

/// A run that has diverged, in the table of the race.
pub const DIVERGED: &str = "diverged";
/// A run that has converged, in the table of the race.
pub const CONVERGED: &str = "converged";

/// What a run of a race is called: its rule, its rate and what else it has of its own.
pub fn run_name(run: &Trainer) -> String {
    let settings = run.settings();
    let rule = settings.optimizer.rule().definition();
    let rates = run.rates();
    let rate = match (rule.stride, &rates[..]) {
        (Stride::Curvature, _) => None,
        // What the numbers came from, and what comes next.
        (_, [(_, first), .., (_, last)]) => {
            Some(format!("L = {} → {}", rounded(first.get(), 3), rounded(last.get(), 3)))
        }
        _ => Some(format!("L = {}", rounded(settings.learning_rate.get(), 3))),
    };
    let parts = [rule.title.to_owned()].into_iter().chain(rate).chain(pace(&settings));
    parts.collect::<Vec<_>>().join(", ")
}
