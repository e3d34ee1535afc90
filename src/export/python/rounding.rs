//! Whether a program can compute the same digits.
//!
//! A program sums rows in another order than the page, so that its gradient differs in the last digit. Most descents
//! forget that. Some do not: rules that set their own pace wander around the minimum, and make a whole step of a gradient
//! that is 0 but for rounding; steps of fixed length end on either side of a corner.

use crate::data::dataset::{Dataset, DatasetError};
use crate::descent::settings::{EpochLimit, OnDivergence, Settings, Tolerance};
use crate::descent::trainer::Trainer;
use crate::numeric::random::Random;
use crate::numeric::range::Range;

/// The shift of a twin's points, in standard deviations: more than rounding.
const APART: f64 = 1e-14;
/// The relative difference that the ends of the two may have.
const NEAR: f64 = 1e-10;
/// The difference that numbers near 0 may have, as a share of the others.
const NOTHING: f64 = 1e-12;

/// Whether runs on nearly the same points end elsewhere. There are two such twins, with points shifted in opposite
/// directions, so that a number that rounding makes a little more than 0 is less than 0 in one of them.
pub(super) fn is_magnified(run: &Trainer, dataset: &Dataset) -> bool {
    [APART, -APART].into_iter().any(|apart| {
        let twin = beside(dataset, apart).map(|beside| twin(run, &beside));
        twin.is_ok_and(|twin| !ends_alike(run, &twin, dataset))
    })
}

/// The data with points that are shifted by at most `apart` standard deviations, in the same order.
fn beside(dataset: &Dataset, apart: f64) -> Result<Dataset, DatasetError> {
    let mut random = Random::new(1);
    let (points, summary) = (dataset.points(), dataset.summary());
    let mut moved = |values: &[f64], variance: f64, range: Range| {
        // At least some last digits.
        let digits = 8.0 * f64::EPSILON * range.min.abs().max(range.max.abs());
        let step = apart.signum() * (apart.abs() * variance.sqrt()).max(digits);
        values.iter().map(|value| value + step * random.within(-1.0, 1.0)).collect::<Vec<f64>>()
    };
    let xs = moved(points.xs(), summary.variance_x(), summary.range_x());
    let ys = moved(points.ys(), summary.variance_y(), summary.range_y());
    Dataset::from_sums(*summary, dataset.rss(), xs, ys, points.origin())
}

/// The same run on other data, up to the same epoch.
fn twin(run: &Trainer, dataset: &Dataset) -> Trainer {
    let epoch = run.state().epoch;
    let epochs = EpochLimit::try_from(epoch.max(1) as f64).unwrap_or_default();
    let tolerance = Tolerance::default();
    let mut twin = Trainer::new(
        dataset,
        Settings { epochs, tolerance, on_divergence: OnDivergence::GO_ON, ..run.settings() },
    );
    for (since, rate) in run.rates() {
        twin.seek(since);
        twin.set_learning_rate(rate);
    }
    twin.seek(epoch);
    twin
}

fn ends_alike(run: &Trainer, twin: &Trainer, dataset: &Dataset) -> bool {
    let summary = dataset.summary();
    let height = summary.second_moment_y().sqrt();
    let slope = height / summary.variance_x().sqrt().max(summary.mean_x().abs());
    let (here, there) = (run.state(), twin.state());
    let near = |a: f64, b: f64, size: f64| (a - b).abs() <= NEAR * b.abs() + NOTHING * size;
    near(there.line.slope, here.line.slope, slope)
        && near(there.line.intercept, here.line.intercept, height)
        && near(there.cost, here.cost, height * height)
}
