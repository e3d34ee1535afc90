//! Plain gradient descent: Cauchy 1847; `torch.optim.SGD` without momentum.

use super::{Memory, Pair, Rule, Stride, Update, pair};

pub(super) static RULE: Rule = Rule {
    id: "gradient-descent",
    name: "Gradient descent",
    explains: "Each step goes straight downhill, L times the gradient.",
    parameters: &[],
    // 2/λmax: Nocedal and Wright 2006, section 3.3.
    stride: Stride::Gradient(|_| 2.0),
    step,
};

#[inline]
pub(super) fn step(_: &mut Memory, update: &Update<'_>) -> Pair {
    pair(|i| update.at[i] - update.rate * update.gradient[i])
}
