//! Momentum, the heavy ball: Polyak 1964, "Some methods of speeding up the convergence of iteration
//! methods"; `torch.optim.SGD` with `momentum`, whose velocity is not scaled by the rate.

use super::definition::{
    Definition, Domain, Memory, Pair, Remembers, RuleParameter, Stride, Update, pair,
};
use super::inertia::Inertia;

pub(super) static RULE: Definition = Definition {
    name: "momentum",
    title: "Momentum",
    explains: "The ball is heavy: a share of the last step is added to each, so that it gathers speed \
               along the valley.",
    parameters: &[
        MOMENTUM,
        RuleParameter {
            name: "dampening",
            default: 0.0,
            domain: Domain::Share,
            explains: "How much of each new gradient is left out.",
        },
    ],
    // v ← βv + (1 − τ)g has the heavy ball's limit, 2(1 + β)/λmax, at the rate L(1 − τ).
    stride: Stride::Gradient(|&[momentum, dampening, ..]| {
        2.0 * (1.0 + momentum) / (1.0 - dampening)
    }),
    inertia: Some(|&[momentum, dampening, ..]| Inertia::heavy_ball(momentum, dampening)),
    remembers: Remembers::Velocity,
    step,
};

/// β. PyTorch's default, 0, is plain descent; 0.9 is what is used.
pub(super) const MOMENTUM: RuleParameter = RuleParameter {
    name: "momentum",
    default: 0.9,
    domain: Domain::Share,
    explains: "The share of the velocity that is kept from step to step; 0 is plain descent.",
};

fn step(memory: &mut Memory, update: &Update<'_>) -> Pair {
    let &[momentum, dampening, ..] = update.parameters;
    let velocity = velocity(memory, update, momentum, dampening);
    pair(|i| update.at[i] - update.rate * velocity[i])
}

/// v ← βv + (1 − τ)g; the first velocity is the first gradient.
pub(super) fn velocity(
    memory: &mut Memory,
    update: &Update<'_>,
    momentum: f64,
    dampening: f64,
) -> Pair {
    let Memory { begun, velocity, .. } = memory;
    let first = !std::mem::replace(begun, true);
    *velocity = pair(|i| match first {
        true => update.gradient[i],
        false => momentum * velocity[i] + (1.0 - dampening) * update.gradient[i],
    });
    *velocity
}
