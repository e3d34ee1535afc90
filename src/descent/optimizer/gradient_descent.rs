//! Plain gradient descent: Cauchy 1847; `torch.optim.SGD` without momentum.

use super::definition::{Definition, Memory, Pair, Remembers, Stride, Update, pair};

pub(super) static RULE: Definition = Definition {
    name: "gradient-descent",
    title: "Gradient descent",
    explains: "Each step goes straight downhill, L times the gradient.",
    parameters: &[],
    // 2/λmax: Nocedal and Wright 2006, section 3.3.
    stride: Stride::Gradient(|_| 2.0),
    inertia: None,
    remembers: Remembers::Nothing,
    step,
};

#[inline]
pub(super) fn step(_: &mut Memory, update: &Update<'_>) -> Pair {
    pair(|i| update.at[i] - update.rate * update.gradient[i])
}
