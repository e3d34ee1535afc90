//! The predictions of a line, and how far off they may be.

use crate::data::dataset::{Dataset, Origin, Variable};
use crate::insight::prediction::{Interval, SHARE};
use crate::numeric::line::Line;
use crate::numeric::notation::{number, rounded, significant};

/// The prediction of a line at `x`, with the units of the data.
pub fn at(dataset: &Dataset, line: Line, x: f64) -> String {
    let unit =
        |unit: &Option<String>| unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
    format!(
        "ŷ = {}{} at x = {}{}",
        significant(line.predict(x), 5),
        unit(&dataset.y().unit),
        number(x),
        unit(&dataset.x().unit)
    )
}

/// A prediction of the best line, and how far off it may be.
pub fn with_interval(dataset: &Dataset, interval: &Interval) -> String {
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

/// The reason that there is no such prediction.
pub fn no_interval(dataset: &Dataset) -> &'static str {
    if dataset.summary().n() < 3 || !dataset.summary().has_spread() {
        "That takes at least three points, and x that are not all equal: choose other data."
    } else {
        "That x is too large to reckon with. Choose one nearer to those of the data."
    }
}
