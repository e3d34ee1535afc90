//! The page's update rules, recognised by the steps that they take.

use super::follow::{Agreement, pair};
use super::rates;
use super::trail::Trail;
use crate::descent::optimizer::{Optimizer, Rule};
use crate::numeric::line::Line;

/// Fewer moves than these are no rule.
const FEWEST_MOVES: usize = 3;

/// Usual values of the share that a velocity or a mean keeps.
const SHARES: [f64; 10] = [0.9, 0.99, 0.95, 0.8, 0.5, 0.7, 0.6, 0.85, 0.98, 0.999];

/// The relative error of a fitted number.
const OF_A_FIT: f64 = 1e-9;

/// A rule and its learning rate.
pub(super) type Recognised = (Optimizer, f64);

/// The rule that explains all moves, if one does that was not asked for.
pub(super) fn recognise(trail: &Trail<'_>) -> Option<Recognised> {
    if trail.moves.len() < FEWEST_MOVES {
        return None;
    }
    let exact = candidates(trail.rate)
        .filter(|(optimizer, _)| *optimizer != trail.asked.optimizer())
        .find(|&(optimizer, rate)| trail.follows(optimizer, rate, 0.0));
    exact.or_else(|| fitted_momentum(trail)).or_else(|| looks_ahead(trail))
}

/// Rules with the numbers that they usually have.
fn candidates(rate: f64) -> impl Iterator<Item = Recognised> {
    let with = |rule, parameters: &[f64]| {
        let start = Optimizer::new(rule);
        parameters
            .iter()
            .enumerate()
            .try_fold(start, |optimizer, (index, &value)| optimizer.with(index, value))
    };
    let plain = [(Optimizer::default(), rate)];
    // A velocity that is a mean of the gradients, βv + (1 − β)g, is momentum at the rate L(1 − β).
    let momentum = SHARES.into_iter().flat_map(move |share| {
        [(Rule::Momentum, rate), (Rule::Momentum, rate * (1.0 - share)), (Rule::Nesterov, rate)]
            .map(|(rule, rate)| (with(rule, &[share]), rate))
    });
    let divided = [(Rule::AdaGrad, &[][..]), (Rule::Adam, &[])]
        .into_iter()
        .chain(SHARES.iter().map(|share| (Rule::RmsProp, std::slice::from_ref(share))))
        .chain([
            (Rule::Adam, &[0.9, 0.99][..]),
            (Rule::Adam, &[0.9, 0.9]),
            (Rule::Adam, &[0.9, 0.95]),
            (Rule::Adam, &[0.8, 0.999]),
            (Rule::Adam, &[0.95, 0.999]),
            (Rule::Adam, &[0.99, 0.999]),
            (Rule::Adam, &[0.5, 0.999]),
        ])
        .map(move |(rule, parameters)| (with(rule, parameters), rate));
    let others = momentum
        .chain(divided)
        .filter_map(|(optimizer, rate)| optimizer.ok().map(|optimizer| (optimizer, rate)));
    plain.into_iter().chain(others)
}

/// Momentum with a share and a rate that the first two moves tell.
fn fitted_momentum(trail: &Trail<'_>) -> Option<Recognised> {
    let [(first, _), (second, reading)] = trail.moves.get(..2)? else { return None };
    let rate = rates::factor(&trail.moves[0], trail.rate)?.value * trail.rate;
    let step = [0, 1].map(|i| pair(first.to)[i] - pair(first.from)[i]);
    let next = [0, 1].map(|i| pair(second.to)[i] - pair(second.from)[i]);
    // The parameter whose step stands out of the rounding more.
    let i = usize::from(step[1].abs() * first.rounding[0] > step[0].abs() * first.rounding[1]);
    let share = (next[i] + rate * reading.gradient[i]) / step[i];
    let neat = (share * 1e3).round() / 1e3;
    let is_neat = (share - neat).abs() < 1e-6 && neat > 0.0;
    let optimizer = Optimizer::new(Rule::Momentum).with(0, neat).ok().filter(|_| is_neat)?;
    (optimizer != trail.asked.optimizer() || (rate / trail.rate - 1.0).abs() > OF_A_FIT)
        .then_some(())?;
    trail.follows(optimizer, rate, OF_A_FIT).then_some((optimizer, rate))
}

/// Nesterov's rule as he wrote it: the gradient is taken where the velocity would lead. Its line is not the one of the
/// page's rule, which takes the gradient where the ball is, but it is the same idea.
fn looks_ahead(trail: &Trail<'_>) -> Option<Recognised> {
    let (variant, rate) = (super::variant::Variant::right(trail.asked), trail.rate);
    let leads = |share: f64| {
        let (mut velocity, mut evidence) = ([0.0; 2], Agreement::default());
        let agree = trail.moves.iter().all(|(way, _)| {
            let ahead = Line::new(
                way.from.slope + share * velocity[0],
                way.from.intercept + share * velocity[1],
            );
            let reading = variant
                .gradient(trail.rows.mean_x(), |_, source| trail.rows.reading(source, ahead));
            let from = pair(way.from);
            let to = [0, 1].map(|i| from[i] + share * velocity[i] - rate * reading.gradient[i]);
            velocity = [0, 1].map(|i| pair(way.to)[i] - from[i]);
            let tolerance =
                [0, 1].map(|i| 4.0 * rate * reading.tolerance[i] + 4.0 * way.rounding[i]);
            evidence.take(way, &variant.predict(way, to, tolerance), false)
        });
        agree && evidence.is_enough(false, 1)
    };
    let share = SHARES.into_iter().find(|&share| leads(share))?;
    Some((Optimizer::new(Rule::Nesterov).with(0, share).ok()?, rate))
}
