//! Steps that go the right way at another rate, at one that changes, or with a penalty on the parameters.

use super::follow::pair;
use super::path::Move;
use super::rows::GradientReading;
use super::trail::Trail;
use crate::descent::schedule::Schedule;

/// The factor between a step and the right one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Factor {
    pub value: f64,
    /// How far off it may be.
    pub tolerance: f64,
}

/// Explanation of the steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Rates {
    /// Another learning rate.
    Other(f64),
    /// A rate that changes as a schedule of the page has it.
    Scheduled(Schedule),
    /// A rate that changes from this one to this one.
    Changing(f64, f64),
    /// A penalty that adds `strength` times the slope to the slope's derivative, and if `of_both`, likewise for the
    /// intercept.
    Penalty { strength: f64, of_both: bool },
}

/// Largest share of a gradient that may be rounding, if a step is to tell the rate.
const SHARP: f64 = 1e-6;

/// The factor between a step and minus `rate` times the gradient. Returns `None` if the step has another direction,
/// or too few digits.
pub(super) fn factor((way, reading): &(Move, GradientReading), rate: f64) -> Option<Factor> {
    let GradientReading { gradient, tolerance } = reading;
    let step = [0, 1].map(|i| pair(way.to)[i] - pair(way.from)[i]);
    let of = |i: usize| {
        let right = -rate * gradient[i];
        let value = step[i] / right;
        let doubt = tolerance[i] / gradient[i].abs() + 8.0 * f64::EPSILON;
        Factor { value, tolerance: doubt * value.abs() + way.rounding[i] / right.abs() }
    };
    let both = [of(0), of(1)];
    let is_sharp = |factor: &Factor| {
        factor.tolerance <= SHARP * factor.value.abs() && factor.value.is_finite()
    };
    let agree = (both[0].value - both[1].value).abs() <= both[0].tolerance + both[1].tolerance;
    let sharper = if both[0].tolerance < both[1].tolerance { both[0] } else { both[1] };
    (both.iter().all(is_sharp) && agree).then_some(sharper)
}

/// Explanation of all steps, if they go straight down at whatever rate, or a penalty turns them.
pub(super) fn recognise(trail: &Trail<'_>) -> Option<Rates> {
    if !trail.asked.optimizer().is_plain() || trail.moves.len() < 2 {
        return None;
    }
    let factors: Vec<(usize, Option<Factor>)> =
        trail.moves.iter().enumerate().map(|(k, one)| (k, factor(one, trail.rate))).collect();
    // Near the end of a descent rounding is all that there is; before, every step has to tell.
    let end = trail.moves.iter().position(is_lost_in_rounding).unwrap_or(factors.len());
    let factors: Option<Vec<(usize, Factor)>> =
        factors[..end].iter().map(|&(k, factor)| Some((k, factor?))).collect();
    match factors {
        Some(factors) if factors.len() >= 2 => straight(&factors, trail.rate),
        _ => penalty(trail),
    }
}

/// Whether a gradient is so small that rounding is a part of it that could be seen.
fn is_lost_in_rounding(
    (way, GradientReading { gradient, tolerance }): &(Move, GradientReading),
) -> bool {
    let step = [0, 1].map(|i| (pair(way.to)[i] - pair(way.from)[i]).abs());
    (0..2).any(|i| tolerance[i] > SHARP * gradient[i].abs() || way.rounding[i] > SHARP * step[i])
}

fn straight(factors: &[(usize, Factor)], rate: f64) -> Option<Rates> {
    let (first, last) = (factors[0].1, factors[factors.len() - 1].1);
    let agrees = |value: f64, factor: &Factor, slack: f64| {
        (factor.value - value).abs() <= factor.tolerance + slack
    };
    let all = |value: &dyn Fn(usize) -> f64, slack: f64| {
        factors.iter().all(|(k, factor)| agrees(value(*k), factor, slack))
    };
    if all(&|_| first.value, first.tolerance) {
        return Some(Rates::Other(first.value * rate));
    }
    let schedule = schedules(factors)
        .into_iter()
        .flatten()
        .find(|schedule| all(&|k| schedule.factor(k as u64), 1e-9));
    if let Some(schedule) = schedule {
        return Some(Rates::Scheduled(schedule));
    }
    let downhill = factors.iter().all(|(_, factor)| factor.value > 0.0);
    (factors.len() >= 3 && downhill)
        .then_some(Rates::Changing(first.value * rate, last.value * rate))
}

/// The page's schedules with the numbers that the first change tells.
fn schedules(factors: &[(usize, Factor)]) -> [Option<Schedule>; 3] {
    let changed = factors.iter().find(|(_, factor)| (factor.value - 1.0).abs() > 1e-9);
    let Some(&(k, Factor { value, .. })) = changed.filter(|(k, _)| *k > 0) else {
        return [None; 3];
    };
    let neat = |value: f64| (value * 1e6).round() / 1e6;
    let epochs = std::f64::consts::PI * k as f64 / (2.0 * value - 1.0).acos();
    [
        Schedule::step(k as u64, neat(value)).ok(),
        Schedule::inverse(neat((1.0 / value - 1.0) / k as f64)).ok(),
        Schedule::cosine(epochs.round() as u64).ok(),
    ]
}

/// A penalty on the slope, or on both parameters, of a strength that one move tells.
fn penalty(trail: &Trail<'_>) -> Option<Rates> {
    if trail.moves.len() < 3 {
        return None;
    }
    // By how much more than the right step each parameter has moved, and how exactly that is known.
    let beside = |(way, reading): &(Move, GradientReading), i: usize| {
        let step = pair(way.to)[i] - pair(way.from)[i];
        let size = trail.rate * reading.gradient[i].abs();
        let tolerance = trail.rate * reading.tolerance[i] + way.rounding[i];
        (step + trail.rate * reading.gradient[i], tolerance + 8.0 * f64::EPSILON * size)
    };
    let strengths = trail.moves.iter().filter_map(|one| {
        let ((more, tolerance), a) = (beside(one, 0), one.0.from.slope);
        let pull = -trail.rate * a;
        (more.abs() > 1e4 * tolerance).then(|| (more / pull, tolerance / pull.abs()))
    });
    let (strength, doubt) = strengths.min_by(|one, other| one.1.total_cmp(&other.1))?;
    let explains = |of: [bool; 2]| {
        trail.moves.iter().all(|one| {
            (0..2).all(|i| {
                let ((more, tolerance), value) = (beside(one, i), pair(one.0.from)[i]);
                let pull = if of[i] { trail.rate * value } else { 0.0 };
                (more + strength * pull).abs() <= tolerance + doubt * pull.abs()
            })
        })
    };
    let is_sound = strength.is_finite() && strength > 0.0;
    let of_both = [false, true].into_iter().find(|&both| is_sound && explains([true, both]))?;
    Some(Rates::Penalty { strength, of_both })
}
