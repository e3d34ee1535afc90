//! What the lesson says of numbers that it works out.

use crate::data::dataset::{Dataset, Origin, Variable};
use crate::descent::trainer::{Convergence, Status, Trainer};
use crate::insight::prediction::{Interval, SHARE};
use crate::insight::program::{Statement, Value, Walk};
use crate::numeric::notation::{count, number, rounded, significant};

/// Digits of values beside the program.
const DIGITS: usize = 5;

/// What a line of the program has made, rounded for reading.
pub fn value(value: &Value) -> String {
    let join = |numbers: &[f64], digits| {
        numbers.iter().map(|&number| rounded(number, digits)).collect::<Vec<_>>().join(", ")
    };
    match value {
        Value::Epoch(epoch) => count(*epoch),
        Value::Number(number) => significant(*number, DIGITS),
        Value::Column(first, true) => format!("[{}, …]", join(first, 4)),
        Value::Column(all, false) => format!("[{}]", join(all, 4)),
        Value::Truth(true) => "True".to_owned(),
        Value::Truth(false) => "False".to_owned(),
        Value::Numbers(numbers) => join(numbers, DIGITS),
    }
}

/// What there is to be said of the walk; nothing where it can simply go on.
pub fn walk_note(walk: &Walk<'_>, run: &Trainer) -> String {
    if !Walk::agrees(run) {
        return "The figures do something else than this program: plain descent on the squared cost of \
                the whole data, from a = b = 0. “Show this” sets that up."
            .to_owned();
    }
    let blocked = walk.next().is_none();
    match (walk.done(), run.status()) {
        (Statement::Return, Status::EpochLimit) => {
            "All rounds are done. “Start over” goes back to the top.".to_owned()
        }
        (Statement::Return, _) => {
            "The cost is below the tolerance. “Start over” goes back to the top.".to_owned()
        }
        (_, Status::Diverged) if blocked => {
            "The page stops here: the cost has blown up. The program has no such check and would go on."
                .to_owned()
        }
        (_, Status::Converged(Convergence::BelowTolerance)) if blocked => {
            "The cost is below the tolerance before the first round.".to_owned()
        }
        _ if blocked => {
            "The page stops here: nothing changes any more. The program would go on, in vain, until all \
             rounds are done."
                .to_owned()
        }
        _ => String::new(),
    }
}

/// A prediction of the best line and how far off it may be.
pub fn predicted(dataset: &Dataset, interval: &Interval) -> String {
    let Interval { x, prediction, reach, .. } = *interval;
    let with_unit = |text: String, variable: &Variable| match &variable.unit {
        // Some units are numbers themselves: 3 × 1,000 lb.
        Some(unit) if unit.starts_with(|first: char| first.is_ascii_digit()) => {
            format!("{text} × {unit}")
        }
        Some(unit) => format!("{text} {unit}"),
        None => text,
    };
    let y = |value: f64| with_unit(significant(value, 4), dataset.y());
    let mut text = format!(
        "At {} the best line predicts {}. {} % of new points are to be expected within {} of that: \
         between {} and {}.",
        with_unit(number(x), dataset.x()),
        y(prediction),
        number(100.0 * SHARE),
        with_unit(significant(reach, 3), dataset.y()),
        significant(prediction - reach, 4),
        y(prediction + reach),
    );
    let range = dataset.summary().range_x();
    if !range.contains(x) {
        text += &format!(
            " But no row has such an x: they go from {} to {}. Out there, nobody knows that the line \
             goes on.",
            number(range.min),
            with_unit(number(range.max), dataset.x())
        );
    }
    if dataset.points().is_empty() {
        return text;
    }
    let all =
        if dataset.points().origin() == Origin::Rows { "all rows" } else { "the points drawn" };
    let covered = rounded(100.0 * interval.covered(dataset), 3);
    text + &format!(" Of {all}, {covered} % lie within their limits.")
}

/// Why there is no such prediction.
pub fn no_interval(dataset: &Dataset) -> &'static str {
    if dataset.summary().n() < 3 || !dataset.summary().has_spread() {
        "That takes at least three points, and x that are not all equal: choose other data."
    } else {
        "That x is too large to reckon with. Choose one nearer to those of the data."
    }
}
