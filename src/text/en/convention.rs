//! The rates and costs of a course in those of this page.

use super::number::{limit, number, significant};
use crate::descent::settings::LearningRate;
use crate::descent::trainer::Trainer;
use crate::insight::convention::Convention;
use crate::numeric::notation::exact;

/// What a rate of a course is here, what costs are there, and whether that rate is stable. `n` is the number of rows.
pub fn rate(
    run: &Trainer,
    convention: Convention,
    rate: f64,
    here: LearningRate,
    n: u64,
) -> String {
    let factor = convention.factor(n);
    let same = format!(
        "A learning rate of {} there is {} here, where the cost is the mean of e². What costs {} here costs {} there.",
        exact(rate),
        exact(here.get()),
        significant(run.state().cost, 4),
        significant(factor * run.state().cost, 4)
    );
    match run.largest_stable_rate() {
        Some(largest) if here.get() >= largest => format!(
            "{same} That is too big for these data: it has to stay below {} there, {} here.",
            limit(largest / factor, 3),
            limit(largest, 3)
        ),
        Some(_) | None => same,
    }
}

/// The button that takes the rate.
pub fn take(here: LearningRate) -> String {
    format!("Use {}", number(here.get()))
}
