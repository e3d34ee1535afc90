//! The walk through the lesson's program beside a run.

mod interpreter;
mod notes;
mod walk;

use downhill::data::dataset::Dataset;
use downhill::descent::settings::{EpochLimit, LearningRate, Settings, Tolerance};

fn columns(xs: &[f64], ys: &[f64]) -> Dataset {
    Dataset::from_columns(xs, ys).expect("sound data")
}

fn small() -> Dataset {
    columns(&[1.0, 2.0, 3.0, 4.0], &[2.0, 2.5, 4.5, 5.0])
}

fn settings(rate: f64, epochs: u64) -> Settings {
    Settings {
        learning_rate: LearningRate::try_from(rate).expect("a good rate"),
        epochs: EpochLimit::try_from(epochs as f64).expect("a good limit"),
        ..Settings::default()
    }
}

fn tolerance(cost: f64) -> Tolerance {
    Tolerance::try_from(cost).expect("a good tolerance")
}
