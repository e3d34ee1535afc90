//! The advice where no formula foretells a run: for rules that set their own pace, mini-batches, schedules, and costs other
//! than squared error. What helps is found by trial.

use super::first_run::limit_after;
use super::kind::{Advice, Evidence, FEW};
use super::progress::Progress;
use super::trial::{Laboratory, Trial, WORTHWHILE, comes_nearer, distances};
use crate::data::dataset::Dataset;
use crate::descent::objective::Problem;
use crate::descent::optimizer::Stride;
use crate::descent::scaling::{Scaling, condition};
use crate::descent::settings::{LearningRate, Settings};
use crate::descent::trainer::{Status, Trainer};
use crate::edition::FullPackage;
use crate::numeric::notation::floor;

/// The condition number from which on a valley counts as narrow, and how many times less it has to be in coordinates
/// that are offered for it.
const NARROW: f64 = 100.0;
const WIDER: f64 = 10.0;
/// Rates that are tried beside the one that suits, as shares of the present one.
const RATES: [f64; 6] = [0.1, 0.01, 0.001, 10.0, 100.0, 1_000.0];

/// The advice for a run without a forecast. Returns `None` on the way, and where nothing that was tried helps.
pub(super) fn advice(
    run: &Trainer,
    data: &Dataset,
    progress: Progress,
    full: FullPackage,
) -> Option<Advice> {
    let status = run.status();
    if status == Status::Paused {
        return None;
    }
    let by_curvature = matches!(run.settings().optimizer.stride(), Stride::Curvature);
    if by_curvature && run.objective().curvature(run.state().at).is_none() {
        return (status != Status::Ready).then_some(Advice::HasNoCurvature(full));
    }
    let laboratory = Laboratory::new(run, data);
    if status == Status::Ready {
        return before(run, data, &laboratory, full);
    }
    let limit = match (status, progress) {
        (Status::EpochLimit, Progress::Falling { more }) => limit_after(run, more),
        _ => None,
    };
    let limit = limit.filter(|&epochs| comes_nearer(run, epochs));
    let on_the_way = |epochs: u64| Advice::OnTheWay { epochs };
    // At most as long again: the reader has seen how long that is.
    let soon = limit.filter(|&epochs| epochs <= 2 * run.state().epoch);
    soon.map(on_the_way).or_else(|| {
        // Steps may go up and down: a change has to end lower than any luck of this run.
        let (now, _) = distances(run);
        let scaled = wider(run, data, &laboratory, full);
        let narrow = |found: Option<(Trial, Scaling)>| {
            let (_, scaling) = found?;
            too_narrow(run, data, scaling, Evidence::Trial(run.state().epoch, full))
        };
        narrow(scaled.filter(|(trial, _)| trial.is_near()))
            .or_else(|| limit.map(on_the_way))
            .or_else(|| {
                let other = another_rate(run, &laboratory);
                let nearest = other.map_or(now, |other| other.distance).min(WORTHWHILE * now);
                narrow(scaled.filter(|(trial, _)| trial.distance <= nearest)).or_else(|| {
                    Some(at_rate(run, other.filter(|other| other.distance <= nearest)?, full))
                })
            })
    })
}

/// The advice before a run: other coordinates, where a trial comes near the least cost in those alone.
fn before(
    run: &Trainer,
    data: &Dataset,
    laboratory: &Laboratory<'_>,
    full: FullPackage,
) -> Option<Advice> {
    let trial = laboratory.at_own_rate(run.settings());
    if trial.is_near() {
        return None;
    }
    let (_, scaling) = wider(run, data, laboratory, full).filter(|(found, _)| found.is_near())?;
    too_narrow(run, data, scaling, Evidence::Trial(trial.epochs, full))
}

/// The coordinates in which a trial ends nearest the least cost, among those whose valley is much wider; x centered where
/// that comes near soon. Returns `None` if the valley is wide enough.
fn wider(
    run: &Trainer,
    data: &Dataset,
    laboratory: &Laboratory<'_>,
    full: FullPackage,
) -> Option<(Trial, Scaling)> {
    let problem = *run.objective().problem();
    let in_these = condition(problem.scaling, data.summary()).unwrap_or(f64::INFINITY);
    let try_in = |scaling: Scaling| {
        let in_those = condition(scaling, data.summary())?;
        let is_wider = in_these >= NARROW && in_those * WIDER <= in_these;
        let settings = Settings { problem: Problem { scaling, ..problem }, ..run.settings() };
        is_wider.then(|| (laboratory.at_suggested_rate(settings), scaling))
    };
    let centered = problem.scaling.is_raw().then(|| try_in(Scaling::centered_x(full))).flatten();
    let soon = |(trial, _): &(Trial, Scaling)| {
        trial.is_near() && trial.arrival.is_some_and(|epochs| epochs <= FEW)
    };
    if let Some(found) = centered.filter(soon) {
        return Some(found);
    }
    let standardised = try_in(Scaling::standardised(full));
    let found = [standardised, centered].into_iter().flatten();
    found.min_by(|(a, _), (b, _)| a.distance.total_cmp(&b.distance))
}

fn too_narrow(
    run: &Trainer,
    data: &Dataset,
    scaling: Scaling,
    evidence: Evidence,
) -> Option<Advice> {
    let condition = condition(run.objective().problem().scaling, data.summary())?;
    Some(Advice::TooNarrow { condition, center: !scaling.is_standardised(), evidence })
}

/// The trial at another rate, of those that end near the least cost the first, or else the one that ends nearest it.
fn another_rate(run: &Trainer, laboratory: &Laboratory<'_>) -> Option<Trial> {
    let settings = run.settings();
    if matches!(settings.optimizer.stride(), Stride::Curvature) {
        return None;
    }
    let present = run.learning_rate().get();
    let at_share = |share: f64| {
        let learning_rate = LearningRate::try_from(floor(share * present, 2)).ok()?;
        Some(laboratory.at_own_rate(Settings { learning_rate, ..settings }))
    };
    let suitable = laboratory.at_suggested_rate(settings);
    let tried = std::iter::once(suitable).chain(RATES.into_iter().filter_map(at_share));
    let (mut best, mut near) = (None::<Trial>, None);
    for trial in tried {
        near = near.or_else(|| trial.is_near().then_some(trial));
        let nearer = best.is_none_or(|best| trial.distance < best.distance);
        best = if nearer { Some(trial) } else { best };
    }
    near.or(best).filter(|found| found.rate != present)
}

/// The advice to take the rate of a trial.
fn at_rate(run: &Trainer, Trial { rate, .. }: Trial, full: FullPackage) -> Advice {
    match (run.status(), rate > run.learning_rate().get()) {
        (_, true) => Advice::TooSmall { rate },
        (Status::Diverged, false) => Advice::TooBig { rate },
        (_, false) => Advice::BackAndForth { rate, full },
    }
}
