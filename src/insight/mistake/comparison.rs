//! A step of the reader's program beside the right one: the two arrows on the map, and their numbers.

use crate::descent::objective::{Objective, Problem};
use crate::numeric::line::Line;

/// A step of the reader's program beside the right one, in data units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// The epoch that the step belongs to, counted from 1.
    pub epoch: usize,
    /// The line before it.
    pub from: Line,
    /// The line after it.
    pub to: Line,
    /// The line after a step of −L times the gradient.
    pub right: Line,
    /// The angle between both steps, in degrees, where both have a direction.
    pub angle: Option<f64>,
    /// How many times as long as the right step it is.
    pub length: Option<f64>,
    /// How many times as far as it should it changed the slope; negative where the wrong way.
    pub slope: Option<f64>,
    /// How many times as far as it should it changed the intercept.
    pub intercept: Option<f64>,
}

impl Comparison {
    /// The step of a program from one line to the next, on a problem and at a learning rate.
    pub(super) fn new(
        objective: &Objective,
        rate: f64,
        epoch: usize,
        from: Line,
        to: Line,
    ) -> Self {
        let coordinates = objective.coordinates();
        let (at, then) = (coordinates.from_data(from), coordinates.from_data(to));
        let gradient = objective.gradient(at);
        let right = [-rate * gradient.slope, -rate * gradient.intercept];
        let step = [then.slope - at.slope, then.intercept - at.intercept];
        let [right_length, length] = [right, step].map(|[a, b]| f64::hypot(a, b));
        // Divided first: lengths of a run that diverges have no products.
        let cosine = (step[0] / length) * (right[0] / right_length)
            + (step[1] / length) * (right[1] / right_length);
        let number = |value: f64| value.is_finite().then_some(value);
        Self {
            epoch,
            from,
            to,
            right: coordinates.to_data(Line::new(at.slope + right[0], at.intercept + right[1])),
            angle: number(cosine.clamp(-1.0, 1.0).acos().to_degrees()),
            length: number(length / right_length),
            slope: number(step[0] / right[0]),
            intercept: number(step[1] / right[1]),
        }
    }

    /// The objective that steps are compared on.
    pub(super) fn objective(
        dataset: &crate::data::dataset::Dataset,
        asked: super::asked::Asked,
        scaling: crate::descent::scaling::Scaling,
    ) -> Objective {
        Objective::new(dataset, Problem { cost: asked.cost(), scaling, ..Problem::default() })
    }
}
