//! A dataset whose cost is so simple that descents on it can be worked out by hand.

use downhill::data::dataset::Dataset;
use downhill::descent::settings::{EpochLimit, LearningRate, Settings};

/// Returns four points with x̄ = 0 and a variance of x of 1, ±1 off the line y = x + 1. The cost is
/// 1 + (a − 1)² + (b − 1)², the largest stable rate is 1, and each epoch multiplies both distances by 1 − 2L.
pub fn round_bowl() -> Dataset {
    Dataset::from_columns(&[-1.0, -1.0, 1.0, 1.0], &[-1.0, 1.0, 1.0, 3.0]).expect("sound data")
}

/// Returns the default settings with this learning rate and 100,000 epochs.
pub fn settings(rate: f64) -> Settings {
    Settings {
        learning_rate: LearningRate::try_from(rate).expect("a good rate"),
        epochs: EpochLimit::try_from(100_000.0).expect("a good limit"),
        ..Settings::default()
    }
}
