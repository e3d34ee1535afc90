//! The descent of a mean squared error: its steps, its stops and its past.

mod history;
mod recording;
mod steps;
mod stops;

use downhill::data::dataset::Dataset;
use downhill::descent::objective::{Held, Problem};
use downhill::descent::settings::{EpochLimit, LearningRate, Settings};

fn holding(held: Held) -> Problem {
    Problem { held, ..Problem::default() }
}

fn settings(rate: f64, epochs: f64) -> Settings {
    Settings {
        learning_rate: LearningRate::try_from(rate).expect("a good rate"),
        epochs: EpochLimit::try_from(epochs).expect("a good limit"),
        ..Settings::default()
    }
}

fn rate(rate: f64) -> LearningRate {
    LearningRate::try_from(rate).expect("a good rate")
}

fn small() -> Dataset {
    Dataset::from_columns(&[1.0, 2.0, 3.0, 4.0], &[2.0, 2.5, 4.5, 5.0]).expect("sound data")
}
