//! The point that moves the best line most.

use super::number::{apart, rounded};
use super::sentences;
use crate::data::dataset::{Dataset, Origin};
use crate::insight::suitability::{Extent, FAR, Influence};

/// The note on the point that moves the line most.
pub(super) fn influence(most: &Influence, dataset: &Dataset) -> String {
    let point = point(most);
    let which = match dataset.points().origin() {
        Origin::Rows => format!("Most influential point: {point}."),
        Origin::Sample(_) | Origin::Counts => {
            format!("Most influential of the points drawn: {point}.")
        }
    };
    let without = without_it(most, dataset);
    if most.is_alone() {
        let alone = "Its leverage is 1: the line goes through it wherever it is.";
        return sentences(&which, &[Some(alone), Some(&without)]);
    }
    let measured = format!(
        "Its Cook's distance is {} (more than {FAR} is far), its leverage {}.",
        distance(most.distance),
        rounded(most.leverage, 2)
    );
    let meaning = match most.extent() {
        Some(Extent::Clear) => "The line goes where this point says.",
        Some(Extent::Slight) => "The line leans on this point: check whether it is right.",
        None => "No single point decides the line.",
    };
    sentences(&which, &[Some(&measured), Some(&without), Some(meaning)])
}

/// A distance, as far as its size matters.
fn distance(distance: f64) -> String {
    if distance < 1_000.0 { rounded(distance, 3) } else { "more than 1000".to_owned() }
}

/// Sentence about the best line without a point.
enum Without {
    /// All x are equal then.
    NoSlope,
    /// The line passes the mean of x at another height: x, and y with and without the point.
    Height { x: String, with: String, without: String },
    /// The slope is another one, with and without the point.
    Slope { with: String, without: String },
}

impl Without {
    /// The line turned, or raised or lowered, whichever moves it more.
    fn of(influence: &Influence, dataset: &Dataset) -> Self {
        let summary = dataset.summary();
        let slope = dataset.least_squares().map_or(0.0, |line| line.slope);
        match influence.turn {
            None => Self::NoSlope,
            Some(turn) if turn.abs() * summary.variance_x().sqrt() < influence.lift.abs() => {
                let (with, without) = apart(summary.mean_y(), summary.mean_y() + influence.lift);
                Self::Height { x: rounded(summary.mean_x(), 4), with, without }
            }
            Some(turn) => {
                let (with, without) = apart(slope, slope + turn);
                Self::Slope { with, without }
            }
        }
    }
}

/// The answer where one point decides the line.
pub(super) fn one_point_decides(most: &Influence, dataset: &Dataset) -> String {
    let point = point(most);
    match Without::of(most, dataset) {
        Without::NoSlope => format!(
            "One point decides the line: without {point} all x would be equal, and no slope would be best."
        ),
        Without::Height { x, with, without } => format!(
            "One point decides the line: without {point} the line would pass x = {x} at \
             {without} instead of {with}."
        ),
        Without::Slope { with, without } => format!(
            "One point decides the line: without {point} the slope would be {without} instead \
             of {with}."
        ),
    }
}

fn without_it(most: &Influence, dataset: &Dataset) -> String {
    match Without::of(most, dataset) {
        Without::NoSlope => {
            "Without it all x would be equal, and no slope would be best.".to_owned()
        }
        Without::Height { x, with, without } => {
            format!("Without it the line would pass x = {x} at {without} instead of {with}.")
        }
        Without::Slope { with, without } => {
            format!("Without it the slope would be {without} instead of {with}.")
        }
    }
}

fn point(influence: &Influence) -> String {
    format!("({}, {})", rounded(influence.x, 4), rounded(influence.y, 4))
}
