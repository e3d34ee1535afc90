//! Sentences about the values of the program's lines and the end of its walk.

use super::number::{count, rounded, significant};
use crate::data::summary::Summary;
use crate::descent::trainer::{Convergence, Status, Trainer};
use crate::insight::program::{Statement, StatementValue, Walk};
use crate::numeric::line::Line;

/// Digits of values beside the program.
const DIGITS: usize = 5;

/// The value that a line of the program has made, rounded for reading.
pub fn value(value: &StatementValue) -> String {
    let join = |numbers: &[f64], digits| {
        numbers.iter().map(|&number| rounded(number, digits)).collect::<Vec<_>>().join(", ")
    };
    match value {
        StatementValue::Epoch(epoch) => count(*epoch),
        StatementValue::Number(number) => significant(*number, DIGITS),
        StatementValue::Column(first, true) => format!("[{}, …]", join(first, 4)),
        StatementValue::Column(all, false) => format!("[{}]", join(all, 4)),
        StatementValue::Truth(true) => "True".to_owned(),
        StatementValue::Truth(false) => "False".to_owned(),
        StatementValue::Numbers(numbers) => join(numbers, DIGITS),
    }
}

/// Sentence on a program's line that is outside the picture of the points.
pub fn line_outside(line: Line, summary: &Summary) -> String {
    let x = summary.mean_x();
    let y = line.predict(x);
    match y.is_finite() {
        true => format!(
            "Your line is outside the picture: at x = {} it is at y = {}.",
            rounded(x, 3),
            rounded(y, 3)
        ),
        false => "Your line is outside the picture: its a or b is not a finite number.".to_owned(),
    }
}

/// The reason that the walk cannot go on; empty where it can.
pub fn walk_note(walk: &Walk<'_>, run: &Trainer) -> String {
    if !Walk::agrees(run) {
        return "The figures are not doing what this program does: plain descent on the squared cost of all the data, \
             from a = b = 0. “Show this” sets that up."
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
            "The page stops here: the cost has blown up. The program has no such check and \
             would go on."
                .to_owned()
        }
        (_, Status::Converged(Convergence::BelowTolerance)) if blocked => {
            "The cost is below the tolerance before the first round.".to_owned()
        }
        _ if blocked => {
            "The page stops here: nothing changes any more. The program would go on until all \
             rounds are done, to no effect."
                .to_owned()
        }
        _ => String::new(),
    }
}
