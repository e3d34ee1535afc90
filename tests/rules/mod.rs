//! Update rules, costs, batches and schedules, compared with plain implementations of their published definitions.

mod batches_and_schedules;
mod costs;
mod definitions;
mod rates;

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Threshold};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::settings::{EpochLimit, LearningRate, Settings, Start};
use downhill::descent::trainer::Trainer;
use downhill::numeric::line::Line;

/// Two datasets: one far from 0, one of few rows.
fn sets() -> [Dataset; 2] {
    ["faithful", "anscombe-3"].map(|id| builtin::find(id).expect("built in").dataset())
}

fn rule(id: &str) -> Optimizer {
    Optimizer::new(Rule::from_name(id).expect("a known rule"))
}

fn settings(rate: f64, epochs: f64) -> Settings {
    Settings {
        learning_rate: LearningRate::try_from(rate).expect("a good rate"),
        epochs: EpochLimit::try_from(epochs).expect("a good limit"),
        start: Start::at(0.3, -0.2).expect("a good start"),
        ..Settings::default()
    }
}

fn huber(threshold: f64) -> Cost {
    Cost::Huber(Threshold::try_from(threshold).expect("a good threshold"))
}

fn batches(size: f64, seed: u64) -> Batch {
    Batch::Rows { size: BatchSize::try_from(size).expect("a good size"), seed }
}

/// The derivatives of the mean squared error over these rows, by the textbook formula.
fn gradient(rows: &[(f64, f64)], [a, b]: [f64; 2]) -> [f64; 2] {
    let mut sums = [0.0, 0.0];
    for &(x, y) in rows {
        let e = y - (a * x + b);
        sums[0] += -2.0 * x * e;
        sums[1] += -2.0 * e;
    }
    sums.map(|sum| sum / rows.len() as f64)
}

fn rows(data: &Dataset) -> Vec<(f64, f64)> {
    data.points().iter().collect()
}

/// The lines of 100 epochs. `step` computes each from the epoch (counted from 1), the line before and its gradient.
fn plain(data: &Dataset, mut step: impl FnMut(i32, [f64; 2], [f64; 2]) -> [f64; 2]) -> Vec<Line> {
    let rows = rows(data);
    let mut at = [0.3, -0.2];
    (1..=100)
        .map(|epoch| {
            at = step(epoch, at, gradient(&rows, at));
            Line::new(at[0], at[1])
        })
        .collect()
}

/// Checks that 100 epochs of a run are these lines, to 1e-12 of the largest parameter among them.
fn assert_follows(data: &Dataset, settings: Settings, lines: &[Line], what: &str) {
    let mut run = Trainer::new(data, settings);
    let largest = |line: &Line| line.slope.abs().max(line.intercept.abs());
    let scale = lines.iter().map(largest).fold(0.3, f64::max);
    for expected in lines {
        let line = run.step(1).line;
        let away = Line::new(line.slope - expected.slope, line.intercept - expected.intercept);
        assert!(
            largest(&away) <= 1e-12 * scale,
            "{what}, epoch {}: {line:?} instead of {expected:?}",
            run.state().epoch
        );
    }
    assert_eq!(run.state().epoch, 100);
}

fn with(mut optimizer: Optimizer, parameters: &[(usize, f64)]) -> Optimizer {
    for &(index, value) in parameters {
        optimizer = optimizer.with(index, value).expect("a good value");
    }
    optimizer
}
