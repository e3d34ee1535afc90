//! Why a run diverged, in its own numbers, and its remedies.

use super::forecast::Forecast;
use crate::descent::trainer::{Status, Trainer};
use crate::insight::advice::Action;
use crate::numeric::notation;

/// Why a run has diverged.
#[derive(Clone, Debug, PartialEq)]
pub struct Divergence {
    /// L.
    pub rate: f64,
    /// The largest stable rate, where it is known.
    pub limit: Option<f64>,
    /// λmax, where the run is plain descent on squared error.
    pub curvature: Option<f64>,
    /// The factor by which each step multiplies the distance from the bottom: computed from λmax, or else
    /// measured at the last step.
    pub factor: Option<f64>,
    /// Remedies, the surest first.
    pub remedies: Vec<Action>,
}

impl Divergence {
    /// The divergence of a run. Returns `None` if it has not diverged, and for a program's lines, which follow no rule.
    pub fn of(run: &Trainer) -> Option<Self> {
        if run.status() != Status::Diverged || run.recording().is_some() {
            return None;
        }
        let rate = run.learning_rate().get();
        let limit = run.largest_stable_rate();
        let curvature = run.is_plain().then(|| run.objective().max_curvature());
        let factor = match curvature {
            Some(curvature) => Some(1.0 - rate * curvature),
            None => measured(run),
        };
        Some(Self { rate, limit, curvature, factor, remedies: remedies(run, limit) })
    }
}

/// The largest rate of four digits that is less than the limit.
fn below(limit: f64) -> f64 {
    let round = notation::floor(limit, 4);
    if round < limit { round } else { notation::floor(limit * (1.0 - 1e-4), 4) }
}

/// The factor by which the last step multiplied the distance: the root of the cost's.
fn measured(run: &Trainer) -> Option<f64> {
    let state = run.state();
    let factor = (state.cost / state.previous_cost?).sqrt();
    factor.is_finite().then_some(factor)
}

fn remedies(run: &Trainer, limit: Option<f64>) -> Vec<Action> {
    if !run.objective().has_least() {
        return vec![Action::SquaredCost];
    }

    let mut remedies = Vec::new();
    match limit {
        Some(limit) => remedies.push(Action::LargestSafeRate(below(limit))),
        None => remedies.push(Action::SuggestedRate(run.suggested_rate())),
    }
    let fewest = Forecast::of(run).and_then(|forecast| forecast.fewest_epochs());
    if let Some((rate, _)) = fewest {
        remedies.push(Action::BestRate(notation::floor(rate, 4)));
    }
    if !run.objective().problem().scaling.is_standardised() {
        remedies.push(Action::Standardise);
    }
    remedies
}
