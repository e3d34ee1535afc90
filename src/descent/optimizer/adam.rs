//! Adam: Kingma and Ba 2015, "Adam: a method for stochastic optimization"; AMSGrad: Reddi, Kale and
//! Kumar 2018; `torch.optim.Adam`.

use super::adagrad::stepped;
use super::definition::{
    Definition, Domain, Memory, Pair, Remembers, RuleParameter, Stride, Update, eps, pair,
};

pub(super) static RULE: Definition = Definition {
    name: "adam",
    title: "Adam",
    explains: "Momentum and RMSProp together. Both means begin at 0, and the first steps make up for that.",
    parameters: &[
        RuleParameter {
            name: "beta1",
            default: 0.9,
            domain: Domain::Share,
            explains: "How much of the mean gradient is kept from step to step (betas[0]).",
        },
        RuleParameter {
            name: "beta2",
            default: 0.999,
            domain: Domain::Share,
            explains: "How much of the mean squared gradient is kept from step to step (betas[1]).",
        },
        eps(1e-8),
        RuleParameter {
            name: "amsgrad",
            default: 0.0,
            domain: Domain::Switch,
            explains: "1: divide by the greatest mean squared gradient so far; 0: by the current one.",
        },
    ],
    stride: Stride::Rate { steps: 100.0 },
    inertia: None,
    remembers: Remembers::MeanAndSquares,
    step,
};

fn step(memory: &mut Memory, update: &Update<'_>) -> Pair {
    let &[beta1, beta2, eps, amsgrad] = update.parameters;
    let Memory { updates, mean, squares, greatest_squares, .. } = memory;
    let correction = |beta: f64, updates: u64| 1.0 - beta.powf(updates as f64);
    // Once both corrections are 1 to the last digit, counting on would only hide that a state has
    // returned.
    if correction(beta1, *updates) < 1.0 || correction(beta2, *updates) < 1.0 {
        *updates += 1;
    }
    let (correction1, correction2) = (correction(beta1, *updates), correction(beta2, *updates));
    pair(|i| {
        let gradient = update.gradient[i];
        mean[i] += (gradient - mean[i]) * (1.0 - beta1);
        squares[i] = beta2 * squares[i] + (1.0 - beta2) * gradient * gradient;
        greatest_squares[i] = greatest_squares[i].max(squares[i]);
        let about = if amsgrad == 1.0 { greatest_squares[i] } else { squares[i] };
        let by = about.sqrt() / correction2.sqrt() + eps;
        stepped(update.at[i], update.rate / correction1 * mean[i], by)
    })
}
