//! The cost after so many epochs at every learning rate: where the best rates are, and how sharply
//! they end.

use super::forecast::Forecast;
use crate::data::dataset::Dataset;
use crate::descent::settings::{EpochLimit, LearningRate, OnDivergence, Settings, Tolerance};
use crate::descent::trainer::{Status, Trainer};

/// The number of rates, where a formula tells the costs.
const FORETOLD: usize = 400;
/// The number of rates, where runs find the costs.
const TRIED: usize = 100;
/// The updates or rows that all runs together may take: a few tenths of a second.
const AFFORDABLE: u64 = 12_000_000;
/// The most rows used, where every epoch is a pass over them.
const SAMPLED: usize = 500;
/// Powers of ten below and above the landmark: those of the slider.
const REACH: (f64, f64) = (-4.0, 1.0);

/// The cost after `epochs` epochs at each of many rates.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    /// The number of epochs; fewer than asked for, if those would take too long.
    pub epochs: u64,
    /// Rates and costs, J in data units, rates rising evenly by their logarithm. A cost that is not
    /// finite is that of a run that has diverged.
    pub costs: Vec<(f64, f64)>,
    /// The size of the sample, if not all rows are used.
    pub sampled: Option<usize>,
}

impl Sweep {
    /// The sweep for a run's data, rule and start, whatever its rate.
    pub fn of(run: &Trainer, dataset: &Dataset, epochs: u64) -> Self {
        match Forecast::of(run).filter(|_| run.is_plain()) {
            Some(forecast) => {
                let unit = run.objective().unit();
                let cost = |rate| unit * (run.least() + forecast.excess(rate, epochs));
                let costs = rates(run, FORETOLD).map(|rate| (rate, cost(rate))).collect();
                Self { epochs, costs, sampled: None }
            }
            None => Self::by_runs(run, dataset, epochs),
        }
    }

    fn by_runs(run: &Trainer, dataset: &Dataset, epochs: u64) -> Self {
        let sample = (run.effort() > 1).then(|| sample(dataset)).flatten();
        let data = sample.as_ref().unwrap_or(dataset);
        let settings = Settings {
            epochs: EpochLimit::try_from(EpochLimit::MOST as f64).unwrap_or_default(),
            tolerance: Tolerance::default(),
            on_divergence: OnDivergence::Stop,
            ..run.settings()
        };
        // One objective for all.
        let model = Trainer::new(data, settings);
        let affordable = AFFORDABLE / (TRIED as u64 * model.effort());
        let epochs = epochs.min(affordable.max(1));
        let cost = |rate| {
            let learning_rate = LearningRate::try_from(rate).unwrap_or_default();
            let mut run = model.anew(data, Settings { learning_rate, ..settings });
            let cost = run.step(epochs).cost;
            if run.status() == Status::Diverged { f64::INFINITY } else { cost }
        };
        Self {
            epochs,
            costs: rates(run, TRIED).map(|rate| (rate, cost(rate))).collect(),
            sampled: sample.as_ref().map(|sample| sample.points().len()),
        }
    }

    /// The rate of the least cost; of several that come as low, the middle one.
    pub fn best(&self) -> Option<(f64, f64)> {
        let finite = || self.costs.iter().copied().filter(|(_, cost)| cost.is_finite());
        let (_, least) = finite().min_by(|a, b| a.1.total_cmp(&b.1))?;
        let as_low = |&(_, cost): &(f64, f64)| cost <= least + 1e-9 * least.abs();
        let ties: Vec<_> = finite().filter(as_low).collect();
        ties.get(ties.len() / 2).copied()
    }

    /// Whether all rates lead to the same cost.
    pub fn is_flat(&self) -> bool {
        let first = self.costs.first().map(|&(_, cost)| cost);
        self.costs.iter().all(|&(_, cost)| Some(cost) == first)
    }
}

/// Rates around the landmark, evenly by their logarithm.
fn rates(run: &Trainer, count: usize) -> impl Iterator<Item = f64> {
    let landmark = run.landmark_rate();
    let (below, above) = REACH;
    (0..=count).map(move |step| {
        let power = below + (above - below) * step as f64 / count as f64;
        landmark * 10_f64.powf(power)
    })
}

/// Every k-th point, if there are too many to pass over again and again.
pub fn sample(dataset: &Dataset) -> Option<Dataset> {
    let points = dataset.points();
    if points.len() <= SAMPLED {
        return None;
    }
    let every = points.len().div_ceil(SAMPLED);
    let (xs, ys): (Vec<f64>, Vec<f64>) = points.iter().step_by(every).unzip();
    Dataset::from_columns(&xs, &ys).ok()
}
