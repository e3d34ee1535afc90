//! The last step of a run, explained in its own numbers.

use std::cmp::Ordering;

use super::number::{apart, count, rounded};
use super::{sentences, status};
use crate::descent::objective::{Gradient, Held};
use crate::descent::optimizer::Remembers;
use crate::descent::trainer::Trainer;
use crate::edition::FullPackage;
use crate::insight::step::LastStep;

/// Digits of the numbers of a step.
const DIGITS: usize = 3;

fn text(value: f64) -> String {
    rounded(value, DIGITS)
}

/// The last step, and why the run stopped if it did. Returns `None` where no step has been taken.
pub fn sentence(run: &Trainer, full: FullPackage) -> Option<String> {
    let step = LastStep::of(run, full)?;
    let held = run.objective().held();
    let [a, b] = match run.objective().coordinates().are_raw() {
        true => ["a", "b"],
        false => ["a′", "b′"],
    };
    let Gradient { slope, intercept } = step.before.gradient;
    let along_a = (held != Held::Slope).then(|| along(a, slope, step.moved.slope, &step));
    let along_b =
        (held != Held::Intercept).then(|| along(b, intercept, step.moved.intercept, &step));
    let still = match held {
        Held::Neither => None,
        Held::Slope => Some(format!("The slope {a} is held.")),
        Held::Intercept => Some(format!("The intercept {b} is held.")),
    };
    let ended = status::reason(run);
    Some(sentences(
        &opening(&step),
        &[
            along_a.as_deref(),
            along_b.as_deref(),
            still.as_deref(),
            memory(run, &step, [a, b]).as_deref(),
            Some(&cost(run, &step)),
            ended.as_deref(),
        ],
    ))
}

/// The number of the step, and its rate.
fn opening(step: &LastStep) -> String {
    let (epoch, rate) = (count(step.after.epoch), text(step.rate));
    match (step.remembers, step.updates) {
        (Remembers::Curvature, _) => format!("Step {epoch}, for which Newton’s rule needs no L."),
        (_, None) => format!("Step {epoch}: L is {rate}."),
        (_, Some((1, _))) => format!("Step {epoch} is one update; L is {rate}."),
        (_, Some((updates, 1))) => format!(
            "Step {epoch} is {} updates, each by a single row; L is {rate}.",
            count(updates as u64)
        ),
        (_, Some((updates, rows))) => format!(
            "Step {epoch} is {} updates, each by {} rows alone; L is {rate}.",
            count(updates as u64),
            count(rows as u64)
        ),
    }
}

/// The slope of the cost along a parameter, and the movement of that.
fn along(name: &str, slope: f64, moved: f64, step: &LastStep) -> String {
    let (slope, by) = (text(slope), text(moved.abs()));
    let turns = moved.partial_cmp(&0.0);
    if step.updates.is_some_and(|(updates, _)| updates > 1) {
        return match turns {
            Some(Ordering::Less) => format!(
                "Over all rows the slope of the cost along {name} was {slope} before them; together they lower {name} by {by}."
            ),
            Some(Ordering::Greater) => format!(
                "Over all rows the slope of the cost along {name} was {slope} before them; together they raise {name} by {by}."
            ),
            Some(Ordering::Equal) | None => format!(
                "Over all rows the slope of the cost along {name} was {slope} before them; together they leave {name} where it was."
            ),
        };
    }
    match (step.remembers, turns) {
        (Remembers::Nothing, Some(Ordering::Less)) => {
            format!(
                "The slope of the cost along {name} is {slope} there, so {name} falls by L times that, {by}."
            )
        }
        (Remembers::Nothing, Some(Ordering::Greater)) => {
            format!(
                "The slope of the cost along {name} is {slope} there, so {name} grows by L times that, {by}."
            )
        }
        (_, Some(Ordering::Less)) => {
            format!(
                "The slope of the cost along {name} is {slope} there, and {name} falls by {by}."
            )
        }
        (_, Some(Ordering::Greater)) => {
            format!(
                "The slope of the cost along {name} is {slope} there, and {name} grows by {by}."
            )
        }
        (_, Some(Ordering::Equal) | None) => {
            format!(
                "The slope of the cost along {name} is {slope} there, and {name} stays where it is."
            )
        }
    }
}

/// Sentence about the memory of the rule after the step, and its use. Returns `None` for plain descent.
fn memory(run: &Trainer, step: &LastStep, [a, b]: [&str; 2]) -> Option<String> {
    let both = |of: Gradient| (text(of.slope), text(of.intercept));
    let velocity = step.after.velocity().unwrap_or_default();
    let velocity = (text(velocity.slope), text(velocity.intercept));
    let squares = both(step.after.squared_gradients());
    let optimizer = run.settings().optimizer;
    let parameter = |index: usize| optimizer.parameters().get(index).copied().unwrap_or(0.0);
    let kept = text(parameter(0));
    Some(match step.remembers {
        Remembers::Nothing => return None,
        Remembers::Curvature => {
            "The rule remembers nothing: it divides the slopes by how much they change from place to place.".to_owned()
        }
        Remembers::Velocity => {
            let (along_a, along_b) = velocity;
            format!(
                "The rule remembers a velocity, now {along_a} along {a} and {along_b} along {b}: {kept} of the one before, \
                 and the slope. A step is L times the velocity, downhill."
            )
        }
        Remembers::VelocityAhead => {
            let (along_a, along_b) = velocity;
            format!(
                "The rule remembers a velocity, now {along_a} along {a} and {along_b} along {b}: {kept} of the one before, \
                 and the slope. A step is L times the slope and {kept} of the velocity, downhill."
            )
        }
        Remembers::SumOfSquares => {
            let (along_a, along_b) = squares;
            format!(
                "The rule remembers the sum of the squared slopes, now {along_a} along {a} and {along_b} along {b}, and \
                 divides each slope by its root."
            )
        }
        Remembers::MeanOfSquares => {
            let (along_a, along_b) = squares;
            format!(
                "The rule remembers a mean of the squared slopes, now {along_a} along {a} and {along_b} along {b}, and \
                 divides each slope by about its root."
            )
        }
        Remembers::MeanAndSquares => {
            let (mean_a, mean_b) = both(step.after.mean_gradient());
            let (along_a, along_b) = squares;
            format!(
                "The rule remembers a mean slope, now {mean_a} along {a} and {mean_b} along {b}, and a mean of the squared \
                 slopes, {along_a} and {along_b}; it divides the one by the root of the other, both corrected for having \
                 begun at 0."
            )
        }
    })
}

/// Sentence about the change of the cost by the step.
fn cost(run: &Trainer, step: &LastStep) -> String {
    let of = |cost: f64| status::without_rounding(run, cost);
    let (before, after) = (of(step.before.cost), of(step.after.cost));
    let (then, now) = apart(before, after);
    match after.partial_cmp(&before) {
        Some(Ordering::Less) => format!("The cost falls from {then} to {now}."),
        Some(Ordering::Greater) => format!("The cost rises from {then} to {now}."),
        Some(Ordering::Equal) => format!("The cost stays at {then}."),
        None => "The cost is not a number any more.".to_owned(),
    }
}
