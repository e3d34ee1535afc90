//! The answer of another cost than squared error.

use super::choice::cost_name;
use super::number::rounded;
use crate::descent::trainer::Trainer;
use crate::numeric::line::Line;

/// The best line of another cost than squared error, whose answer the page shows; empty for squared error.
pub fn best_of_other_cost(run: &Trainer) -> String {
    let objective = run.objective();
    let cost = objective.problem().cost;
    if cost.is_squared() {
        return String::new();
    }
    let cost = cost_name(cost);
    match objective.best_line() {
        Some(Line { slope, intercept }) => format!(
            "That is the least-squares answer. The smallest {cost}, {}, is at slope {} and \
             intercept {}.",
            rounded(objective.unit() * objective.least(), 5),
            rounded(slope, 5),
            rounded(intercept, 5)
        ),
        None => format!("That is the least-squares answer. The {cost} has no best line."),
    }
}
