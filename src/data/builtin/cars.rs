//! Cars: miles a gallon by weight.

use super::definition::{Builtin, BuiltinData};

pub(super) const CARS: Builtin = Builtin {
    id: "cars",
    name: "Cars of 1974",
    x: "weight (1,000 lb)",
    y: "fuel economy (mpg)",
    source: "32 cars tested by Motor Trend (1974); Henderson and Velleman (1981), mtcars in R.",
    why: "Heavier cars go less far on a gallon: here the slope you are looking for is negative.",
    learning_rate: 0.04,
    epochs: 1_000,
    data: BuiltinData::Table(&MODELS),
};

/// Weight in thousands of pounds, and miles per US gallon.
#[rustfmt::skip]
const MODELS: [(f64, f64); 32] = [
    (2.62, 21.0), (2.875, 21.0), (2.32, 22.8), (3.215, 21.4), (3.44, 18.7), (3.46, 18.1),
    (3.57, 14.3), (3.19, 24.4), (3.15, 22.8), (3.44, 19.2), (3.44, 17.8), (4.07, 16.4),
    (3.73, 17.3), (3.78, 15.2), (5.25, 10.4), (5.424, 10.4), (5.345, 14.7), (2.2, 32.4),
    (1.615, 30.4), (1.835, 33.9), (2.465, 21.5), (3.52, 15.5), (3.435, 15.2), (3.84, 13.3),
    (3.845, 19.2), (1.935, 27.3), (2.14, 26.0), (1.513, 30.4), (3.17, 15.8), (2.77, 19.7),
    (3.57, 15.0), (2.78, 21.4),
];
