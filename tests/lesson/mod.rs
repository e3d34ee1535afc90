//! The numbers that the lesson shows, compared with textbook formulas computed from the rows.

mod chapters;
mod prediction_interval;
mod prediction_text;
mod workings;

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use proptest::prelude::*;

fn built_in(id: &str) -> Dataset {
    builtin::find(id).expect("built in").dataset()
}

fn columns(xs: &[f64], ys: &[f64]) -> Dataset {
    Dataset::from_columns(xs, ys).expect("sound data")
}

/// Two to 39 rows, around 0 or far from it.
fn rows() -> impl Strategy<Value = Dataset> {
    let rows = prop::collection::vec((-10.0..10.0_f64, -10.0..10.0_f64), 2..40);
    (rows, prop_oneof![Just(0.0), -1e4..1e4_f64], prop_oneof![Just(0.0), -1e4..1e4_f64]).prop_map(
        |(rows, right, up)| {
            let (xs, ys): (Vec<_>, Vec<_>) =
                rows.into_iter().map(|(x, y)| (x + right, y + up)).unzip();
            columns(&xs, &ys)
        },
    )
}
