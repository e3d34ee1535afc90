//! Newton's step, H⁻¹ times the gradient: Nocedal and Wright 2006, section 3.3. On squared error one
//! step is all that there is to go. PyTorch has no such rule.

use super::definition::{Definition, Memory, Pair, Remembers, Stride, Update, pair};
use crate::descent::objective::Held;

pub(super) static RULE: Definition = Definition {
    name: "newton",
    title: "Newton",
    explains: "It knows the curvature, so it needs no learning rate, and only one step to the bottom of \
               a parabola.",
    parameters: &[],
    stride: Stride::Curvature,
    inertia: None,
    remembers: Remembers::Curvature,
    step,
};

fn step(_: &mut Memory, update: &Update<'_>) -> Pair {
    let Update { at, gradient: [slope, intercept], objective, .. } = *update;
    let line = crate::numeric::line::Line::new(at[0], at[1]);
    // Where the cost is made of planes there is no curvature to go by, and the ball stays.
    let Some(hessian) = objective.curvature(line) else { return at };
    let (slope, intercept) = match objective.held() {
        Held::Neither => hessian.solve((slope, intercept)),
        Held::Slope => (0.0, intercept / hessian.intercept),
        Held::Intercept => (slope / hessian.slope, 0.0),
    };
    let way = [slope, intercept];
    // What only rounding asks for is no step: the ball comes to rest.
    let rounding = |i: usize| way[i].abs() <= 8.0 * f64::EPSILON * (at[0].abs() + at[1].abs());
    if rounding(0) && rounding(1) { at } else { pair(|i| at[i] - way[i]) }
}
