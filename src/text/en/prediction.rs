//! The predictions of a line, and how far off they may be.

use super::number::{number, rounded, significant};
use super::sentences;
use crate::data::dataset::{Dataset, Origin, Variable};
use crate::descent::trainer::Trainer;
use crate::insight::prediction::{Interval, SHARE};

/// The prediction of a run's line at `x`, with the units of the data.
pub fn at(dataset: &Dataset, run: &Trainer, x: f64) -> String {
    let predicted = format!(
        "ŷ = {} at x = {}",
        with_unit(significant(run.state().line.predict(x), 5), dataset.y()),
        with_unit(number(x), dataset.x())
    );
    let range = dataset.summary().range_x();
    let beyond = (!range.contains(x)).then(|| {
        format!(
            "That is beyond the data, whose x go from {} to {}.",
            number(range.min),
            number(range.max)
        )
    });
    let scaled = (!run.objective().coordinates().are_raw())
        .then_some("Both are in the units of the data, not scaled.");
    match (&beyond, scaled) {
        (None, None) => predicted,
        _ => sentences(&(predicted + "."), &[beyond.as_deref(), scaled]),
    }
}

/// A number with the unit of its variable.
fn with_unit(text: String, variable: &Variable) -> String {
    match &variable.unit {
        // Some units are numbers themselves: 3 × 1,000 lb.
        Some(unit) if unit.starts_with(|first: char| first.is_ascii_digit()) => {
            format!("{text} × {unit}")
        }
        Some(unit) => format!("{text} {unit}"),
        None => text,
    }
}

/// A prediction of the best line, and how far off it may be.
pub fn with_interval(dataset: &Dataset, interval: &Interval) -> String {
    let Interval { x, prediction, reach, .. } = *interval;
    let predicted = format!(
        "At {} the best line predicts {}. {} % of new points should lie within {} of that: \
         between {} and {}.",
        with_unit(number(x), dataset.x()),
        with_unit(significant(prediction, 4), dataset.y()),
        number(100.0 * SHARE),
        with_unit(significant(reach, 3), dataset.y()),
        significant(prediction - reach, 4),
        with_unit(significant(prediction + reach, 4), dataset.y()),
    );
    let range = dataset.summary().range_x();
    let beyond = (!range.contains(x)).then(|| {
        format!(
            "But no row has such an x: they go from {} to {}. Out there, nobody knows whether \
             the line goes on.",
            number(range.min),
            with_unit(number(range.max), dataset.x())
        )
    });
    let share = || rounded(100.0 * interval.covered(dataset), 3);
    let covered = match dataset.points().origin() {
        _ if dataset.points().is_empty() => None,
        Origin::Rows => Some(format!("Of all rows, {} % lie within their limits.", share())),
        Origin::Sample(_) | Origin::Counts => {
            Some(format!("Of the points drawn, {} % lie within their limits.", share()))
        }
    };
    sentences(&predicted, &[beyond.as_deref(), covered.as_deref()])
}

/// The reason that there is no such prediction.
pub fn no_interval(dataset: &Dataset) -> &'static str {
    if dataset.summary().n() < 3 || !dataset.summary().has_spread() {
        "That takes at least three points, and x that are not all equal: choose other data."
    } else {
        "That x is too large to compute with. Choose one nearer to those of the data."
    }
}
