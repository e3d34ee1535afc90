//! RMSProp: Tieleman and Hinton 2012, lecture 6.5 of "Neural networks for machine learning", centred as
//! in Graves 2013; `torch.optim.RMSprop`.

use super::adagrad::stepped;
use super::definition::{
    Definition, Domain, Memory, Pair, Remembers, RuleParameter, Stride, Update, eps, pair,
};

pub(super) static RULE: Definition = Definition {
    name: "rmsprop",
    title: "RMSProp",
    explains: "Divides each gradient by how large it has been lately, so that all parameters move at \
               about the rate L.",
    parameters: &[
        RuleParameter {
            name: "alpha",
            default: 0.99,
            domain: Domain::Share,
            explains: "How much of the mean of squared gradients is kept from step to step.",
        },
        eps(1e-8),
        RuleParameter {
            name: "momentum",
            default: 0.0,
            domain: Domain::Share,
            explains: "The share of the velocity that is kept from step to step.",
        },
        RuleParameter {
            name: "centered",
            default: 0.0,
            domain: Domain::Switch,
            explains: "1: divide by how much the gradients vary; 0: by how large they are.",
        },
    ],
    stride: Stride::Rate { steps: 100.0 },
    inertia: None,
    remembers: Remembers::MeanOfSquares,
    step,
};

fn step(memory: &mut Memory, update: &Update<'_>) -> Pair {
    let &[alpha, eps, momentum, centered] = update.parameters;
    let Memory { squares, mean, velocity, .. } = memory;
    pair(|i| {
        let gradient = update.gradient[i];
        squares[i] = alpha * squares[i] + (1.0 - alpha) * gradient * gradient;
        let mut about = squares[i];
        if centered == 1.0 {
            mean[i] += (gradient - mean[i]) * (1.0 - alpha);
            // On paper at least 0: rounding must not make it less.
            about = (about - mean[i] * mean[i]).max(0.0);
        }
        let by = about.sqrt() + eps;
        if momentum > 0.0 {
            velocity[i] = momentum * velocity[i] - stepped(0.0, gradient, by);
            update.at[i] - update.rate * velocity[i]
        } else {
            stepped(update.at[i], update.rate * gradient, by)
        }
    })
}
