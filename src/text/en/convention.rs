//! The rates and costs of a course in those of this page.

use super::number::{limit, number, significant};
use crate::descent::settings::LearningRate;
use crate::descent::trainer::Trainer;
use crate::insight::convention::Convention;
use crate::numeric::notation::exact;

/// A rate of a course as one here, costs as those there, and whether that rate is stable. `n` is the number of rows.
pub fn rate(
    run: &Trainer,
    convention: Convention,
    rate: f64,
    here: LearningRate,
    n: u64,
) -> String {
    let factor = convention.factor(n);
    let same = format!(
        "A learning rate of {} there is {} here, where the cost is the mean of e². A cost of {} here is {} there.",
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

/// Effect of ridge's penalty at a rate of a course, and that this page has none. `n` is the number of rows.
pub fn penalty(convention: Convention, rate: f64, n: u64) -> String {
    let (cost, derivative) = match convention {
        Convention::HalfMean => ("(1/2n)·(Σe² + λ·a²)", "(λ/n)·a"),
        Convention::Mean => ("(1/n)·(Σe² + λ·a²)", "(2λ/n)·a"),
        Convention::HalfSum => ("½·(Σe² + λ·a²)", "λ·a"),
        Convention::Sum => ("Σe² + λ·a²", "2λ·a"),
    };
    format!(
        "If your course has ridge's λ, its cost is {cost}. The penalty adds {derivative} to ∂J/∂a, so that at the rate {} \
         each step there also takes {} times λ of the slope away. This page has no penalty: its steps are those of λ = 0.",
        exact(rate),
        significant(convention.shrinkage(rate, n), 4)
    )
}

/// The button that takes the rate.
pub fn take(here: LearningRate) -> String {
    format!("Use {}", number(here.get()))
}
