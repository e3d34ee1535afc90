//! One wild point among well-behaved ones.

use super::definition::{Builtin, BuiltinData};

pub(super) const OUTLIER: Builtin = Builtin {
    id: "outlier",
    name: "A line and one outlier",
    x: "x",
    y: "y",
    source: "Made up: y = 2 + x/2 ± 0.2 by turns for x = 1 to 19, and the point (20, 40).",
    why: "Squared errors let one wild point shout down nineteen others: see how far the best line leaves the row of points.",
    learning_rate: 0.003,
    epochs: 2_000,
    data: BuiltinData::Table(&POINTS),
};

/// y = 2 + x/2, and 0.2 more or less by turns, for x = 1 to 19; then the wild point.
#[rustfmt::skip]
const POINTS: [(f64, f64); 20] = [
    (1.0, 2.7), (2.0, 2.8), (3.0, 3.7), (4.0, 3.8), (5.0, 4.7), (6.0, 4.8), (7.0, 5.7),
    (8.0, 5.8), (9.0, 6.7), (10.0, 6.8), (11.0, 7.7), (12.0, 7.8), (13.0, 8.7), (14.0, 8.8),
    (15.0, 9.7), (16.0, 9.8), (17.0, 10.7), (18.0, 10.8), (19.0, 11.7), (20.0, 40.0),
];
