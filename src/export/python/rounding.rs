//! Whether a program can come to the same digits.
//!
//! A program sums rows in another order than the page, so that its gradient differs in the last digit. Most
//! descents forget that. Some do not: rules that set their own pace hunt about the bottom, and make a whole step of
//! what is 0 but for rounding; steps of fixed length fall to one side of a corner or to the other.

use crate::data::dataset::{Dataset, DatasetError};
use crate::descent::settings::{EpochLimit, OnDivergence, Settings, Tolerance};
use crate::descent::trainer::Trainer;
use crate::numeric::random::Random;
use crate::numeric::range::Range;

/// How far the points of a twin are from those of the run, in standard deviations: more than rounding.
const APART: f64 = 1e-14;
/// How far apart the two may end, as a share.
const NEAR: f64 = 1e-10;
/// What may be between numbers that are next to nothing, as a share of those that are not.
const NOTHING: f64 = 1e-12;

/// Whether runs on nearly the same points end elsewhere. There are two of them: what is between the one's points and
/// the run's is between the run's and the other's, so that what rounding makes a little more than 0 is less than 0
/// in one of them.
pub(super) fn is_magnified(run: &Trainer, dataset: &Dataset) -> bool {
    [APART, -APART].into_iter().any(|apart| {
        let twin = beside(dataset, apart).map(|beside| twin(run, &beside));
        twin.is_ok_and(|twin| !ends_alike(run, &twin, dataset))
    })
}

/// The data with points that are moved by some standard deviations at the most, in the same order.
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

/// The same run on other data; it goes as far, whatever comes of it.
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
