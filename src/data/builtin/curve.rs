//! A relation that no line describes.

use super::definition::{Builtin, BuiltinData};

pub(super) const CURVE: Builtin = Builtin {
    id: "curve",
    name: "A drug leaves the blood (a curve)",
    x: "time (h)",
    y: "concentration (µg/ml)",
    source: "Indometacin in six subjects after an injection; Kwan and others (1976), Indometh in R.",
    why: "A line is the wrong shape here: even the best one says that after seven hours less than nothing of the drug is left.",
    learning_rate: 0.02,
    epochs: 500,
    data: BuiltinData::Table(&SAMPLES),
};

/// Hours since the injection, and micrograms in a millilitre of plasma, in six subjects.
#[rustfmt::skip]
const SAMPLES: [(f64, f64); 66] = [
    (0.25, 1.5), (0.5, 0.94), (0.75, 0.78), (1.0, 0.48), (1.25, 0.37), (2.0, 0.19), (3.0, 0.12),
    (4.0, 0.11), (5.0, 0.08), (6.0, 0.07), (8.0, 0.05), (0.25, 2.03), (0.5, 1.63), (0.75, 0.71),
    (1.0, 0.7), (1.25, 0.64), (2.0, 0.36), (3.0, 0.32), (4.0, 0.2), (5.0, 0.25), (6.0, 0.12),
    (8.0, 0.08), (0.25, 2.72), (0.5, 1.49), (0.75, 1.16), (1.0, 0.8), (1.25, 0.8), (2.0, 0.39),
    (3.0, 0.22), (4.0, 0.12), (5.0, 0.11), (6.0, 0.08), (8.0, 0.08), (0.25, 1.85), (0.5, 1.39),
    (0.75, 1.02), (1.0, 0.89), (1.25, 0.59), (2.0, 0.4), (3.0, 0.16), (4.0, 0.11), (5.0, 0.1),
    (6.0, 0.07), (8.0, 0.07), (0.25, 2.05), (0.5, 1.04), (0.75, 0.81), (1.0, 0.39), (1.25, 0.3),
    (2.0, 0.23), (3.0, 0.13), (4.0, 0.11), (5.0, 0.08), (6.0, 0.1), (8.0, 0.06), (0.25, 2.31),
    (0.5, 1.44), (0.75, 1.03), (1.0, 0.84), (1.25, 0.64), (2.0, 0.42), (3.0, 0.24), (4.0, 0.17),
    (5.0, 0.13), (6.0, 0.1), (8.0, 0.09),
];
