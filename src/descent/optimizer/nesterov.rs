//! Nesterov's accelerated gradient: Nesterov 1983, in the form of Sutskever, Martens, Dahl and Hinton
//! 2013 that takes the gradient where the ball is; `torch.optim.SGD` with `nesterov=True`.

use super::definition::{Definition, Memory, Pair, Remembers, Stride, Update, pair};
use super::inertia::Inertia;
use super::momentum::{MOMENTUM, velocity};

pub(super) static RULE: Definition = Definition {
    name: "nesterov",
    title: "Nesterov",
    explains: "Momentum that looks ahead: each step is made with the velocity it will have, so it \
               swings less.",
    parameters: &[MOMENTUM],
    stride: Stride::Gradient(|&[momentum, ..]| (2.0 + 2.0 * momentum) / (1.0 + 2.0 * momentum)),
    inertia: Some(|&[momentum, ..]| Inertia::looking_ahead(momentum)),
    remembers: Remembers::VelocityAhead,
    step,
};

fn step(memory: &mut Memory, update: &Update<'_>) -> Pair {
    let &[momentum, ..] = update.parameters;
    let velocity = velocity(memory, update, momentum, 0.0);
    pair(|i| update.at[i] - update.rate * (update.gradient[i] + momentum * velocity[i]))
}
