//! Sentences on a program whose steps are right, and which does not stop when it is to.

use crate::insight::mistake::{Stop, StopFinding, Stopped};
use crate::text::en::number::{count, number};
use crate::text::en::plural;

/// Sentence about the end of a program, and a hint. Returns `None` if it stopped when it is to. `elsewhere` says that it ran
/// on data that its reader does not see.
pub fn messages(
    stopped: &Stopped<'_>,
    finding: StopFinding,
    elsewhere: bool,
) -> Option<(String, &'static str)> {
    let Stopped { shown, epochs, tolerance, stop, .. } = *stopped;
    let given = match stop {
        Stop::BelowTolerance => {
            format!("epochs = {} and tolerance = {}", count(epochs), number(tolerance))
        }
        Stop::EpochLimit | Stop::AboveStart => format!("epochs = {}", count(epochs)),
    };
    let showed = match elsewhere {
        true => format!("On other data, with {given}, your program showed"),
        false => format!("The steps are right, but with {given} your program showed"),
    };
    let lines = plural::lines(shown);
    let seen = match (finding, stop) {
        (StopFinding::Right, _) => return None,
        (StopFinding::TooLate { right }, _) => {
            format!("{showed} {lines}; it should stop after {}.", plural::epochs(right))
        }
        (StopFinding::TooEarly { cost }, Stop::BelowTolerance | Stop::AboveStart) => format!(
            "{showed} {lines} and stopped, though the cost was {} and there were epochs left.",
            number(cost)
        ),
        (StopFinding::TooEarly { .. }, Stop::EpochLimit) | (StopFinding::BeyondLimit, _) => {
            format!("{showed} {lines}; it should stop after {}.", plural::epochs(epochs))
        }
    };
    Some((seen, hint(stop, shown, finding)))
}

/// A hint at what is wrong with the end of a program.
fn hint(stop: Stop, shown: u64, finding: StopFinding) -> &'static str {
    match (finding, stop) {
        (StopFinding::TooLate { right }, _) if shown == right + 1 => {
            "That is one epoch too late. Which line does your cost belong to? Errors that were \
             computed before the update are those of the old a and b."
        }
        (StopFinding::TooLate { .. }, _) => {
            "Print the cost after each update. Is it the one that your condition looks at, and is the condition \
             checked in every epoch?"
        }
        (StopFinding::TooEarly { .. }, Stop::BelowTolerance) => {
            "Print the cost after each update, and the tolerance next to it. Does your program compare the cost at \
             the new a and b with it, by a <?"
        }
        (StopFinding::TooEarly { .. }, Stop::AboveStart) => {
            "Print the cost after each update, and the one of a = b = 0 next to it. Are both taken from these data, \
             and compared by a >?"
        }
        (StopFinding::TooEarly { .. }, Stop::EpochLimit) | (StopFinding::BeyondLimit, _) => {
            "The number of rounds is given, as epochs: it changes with the data."
        }
        (StopFinding::Right, _) => "",
    }
}
