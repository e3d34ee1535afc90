//! Four sets that share their best line, and hardly anything else.

use super::definition::{Builtin, BuiltinData};

const SOURCE: &str =
    "F. J. Anscombe, Graphs in Statistical Analysis, The American Statistician 27 (1973).";

pub(super) const FIRST: Builtin = Builtin {
    id: "anscombe-1",
    name: "Anscombe I",
    x: "x",
    y: "y",
    source: SOURCE,
    why: "The line suits these points; the next three sets have the same best line, and it suits none of them.",
    learning_rate: 0.005,
    epochs: 3_000,
    data: BuiltinData::Table(&FIRST_POINTS),
};

pub(super) const SECOND: Builtin = Builtin {
    id: "anscombe-2",
    name: "Anscombe II",
    x: "x",
    y: "y",
    source: SOURCE,
    why: "A curve with the same best line as Anscombe I: you only notice the misfit when you look at the errors.",
    learning_rate: 0.005,
    epochs: 3_000,
    data: BuiltinData::Table(&SECOND_POINTS),
};

pub(super) const THIRD: Builtin = Builtin {
    id: "anscombe-3",
    name: "Anscombe III",
    x: "x",
    y: "y",
    source: SOURCE,
    why: "Ten points on a line and one off it: watch how far that one point turns the answer.",
    learning_rate: 0.005,
    epochs: 3_000,
    data: BuiltinData::Table(&THIRD_POINTS),
};

pub(super) const FOURTH: Builtin = Builtin {
    id: "anscombe-4",
    name: "Anscombe IV",
    x: "x",
    y: "y",
    source: SOURCE,
    why: "One point alone decides the slope here: take it away and every slope would be as good.",
    learning_rate: 0.005,
    epochs: 3_000,
    data: BuiltinData::Table(&FOURTH_POINTS),
};

/// Scatter about a line.
#[rustfmt::skip]
const FIRST_POINTS: [(f64, f64); 11] = [
    (10.0, 8.04), (8.0, 6.95), (13.0, 7.58), (9.0, 8.81), (11.0, 8.33), (14.0, 9.96), (6.0, 7.24),
    (4.0, 4.26), (12.0, 10.84), (7.0, 4.82), (5.0, 5.68),
];

/// A parabola.
#[rustfmt::skip]
const SECOND_POINTS: [(f64, f64); 11] = [
    (10.0, 9.14), (8.0, 8.14), (13.0, 8.74), (9.0, 8.77), (11.0, 9.26), (14.0, 8.1), (6.0, 6.13),
    (4.0, 3.1), (12.0, 9.13), (7.0, 7.26), (5.0, 4.74),
];

/// A line and an outlier in y.
#[rustfmt::skip]
const THIRD_POINTS: [(f64, f64); 11] = [
    (10.0, 7.46), (8.0, 6.77), (13.0, 12.74), (9.0, 7.11), (11.0, 7.81), (14.0, 8.84),
    (6.0, 6.08), (4.0, 5.39), (12.0, 8.15), (7.0, 6.42), (5.0, 5.73),
];

/// One point far out in x.
#[rustfmt::skip]
const FOURTH_POINTS: [(f64, f64); 11] = [
    (8.0, 6.58), (8.0, 5.76), (8.0, 7.71), (8.0, 8.84), (8.0, 8.47), (8.0, 7.04), (8.0, 5.25),
    (19.0, 12.5), (8.0, 5.56), (8.0, 7.91), (8.0, 6.89),
];
