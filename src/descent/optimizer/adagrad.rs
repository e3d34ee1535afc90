//! AdaGrad: Duchi, Hazan and Singer 2011, "Adaptive subgradient methods"; `torch.optim.Adagrad`.

use super::definition::{
    Definition, Domain, Memory, Pair, Remembers, RuleParameter, Stride, Update, eps, pair,
};

pub(super) static RULE: Definition = Definition {
    name: "adagrad",
    title: "AdaGrad",
    explains: "Each parameter has its own rate, which shrinks with all the gradients that it has seen.",
    parameters: &[
        RuleParameter {
            name: "lr_decay",
            default: 0.0,
            domain: Domain::NotNegative,
            explains: "Divides the rate by 1 + lr_decay × the updates before.",
        },
        RuleParameter {
            name: "initial_accumulator_value",
            default: 0.0,
            domain: Domain::NotNegative,
            explains: "What the sum of squared gradients starts from.",
        },
        eps(1e-10),
    ],
    // Its steps become ever shorter: from a hundredth of the way it would take the square of that.
    stride: Stride::Rate { steps: 20.0 },
    inertia: None,
    remembers: Remembers::SumOfSquares,
    step,
};

fn step(memory: &mut Memory, update: &Update<'_>) -> Pair {
    let &[lr_decay, initial, eps, _] = update.parameters;
    let Memory { begun, updates, squares: sum, .. } = memory;
    if !*begun {
        (*sum, *begun) = ([initial; 2], true);
    }
    let rate = update.rate / (1.0 + *updates as f64 * lr_decay);
    // Where nothing depends on it, a count would hide that a state has returned.
    if lr_decay > 0.0 {
        *updates += 1;
    }
    pair(|i| {
        let gradient = update.gradient[i];
        sum[i] += gradient * gradient;
        stepped(update.at[i], rate * gradient, sum[i].sqrt() + eps)
    })
}

/// One parameter after a step of `way`, divided by `by`. Where nothing pulls, nothing moves, even
/// if eps is 0.
pub(super) fn stepped(at: f64, way: f64, by: f64) -> f64 {
    if way == 0.0 { at } else { at - way / by }
}
