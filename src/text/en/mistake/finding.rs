//! Sentences on what the page sees in the lines of a program that makes no mistake with a name.

use super::name;
use super::seen::step;
use crate::descent::optimizer::{Optimizer, Stride};
use crate::descent::schedule::Schedule;
use crate::insight::mistake::{Asked, Comparison, Finding, FirstLine, Verdict};
use crate::text::en::number::{count, rounded};
use crate::text::en::plural;

/// Sentence for a finding that names no mistake.
pub fn finding(verdict: &Verdict) -> String {
    let l = rounded(verdict.rate, 4);
    match &verdict.finding {
        // Named one by one.
        Finding::Mistakes(_) => String::new(),
        Finding::TooFew => {
            "There is no step to look at yet. show(a, b) shows a line; call it once per epoch, after the update."
                .to_owned()
        }
        Finding::NoStep => {
            "The line does not move: a and b are the same after every epoch.".to_owned()
        }
        Finding::Right { rounding } => right(verdict, *rounding),
        Finding::Ambiguous(sets) => {
            let names: Vec<String> = sets
                .iter()
                .map(|mistakes| {
                    mistakes
                        .iter()
                        .map(|&one| name::mistake(one))
                        .collect::<Vec<_>>()
                        .join(" with ")
                })
                .collect();
            format!(
                "Not right yet, and on these points more than one thing would look just like \
                 this: {}. {}",
                names.join(", or "),
                step(verdict)
            )
        }
        Finding::Rule(optimizer, rate) => rule(optimizer, *rate, verdict),
        Finding::LeastSquares => {
            "The line lands on the least-squares line at once, as with the normal equations or Newton’s step. That is \
             the best answer; gradient descent finds it step by step."
                .to_owned()
        }
        Finding::FullBatch => {
            "Each step uses all rows at once. That is right for gradient descent; the task asks \
             for a few rows at a time."
                .to_owned()
        }
        Finding::Batches(1) => {
            "Each epoch goes through the rows one by one, in their order, with a step after each: \
             stochastic gradient descent without shuffling."
                .to_owned()
        }
        Finding::Batches(size) => format!(
            "Each epoch goes through the rows in their order, {} at a time, with a step after each \
             mini-batch.",
            plural::rows(*size as u64)
        ),
        Finding::SingleRows => {
            "Each line shown is one step of a single row: show(a, b) is called after every row, \
             and not once per epoch."
                .to_owned()
        }
        Finding::SomeRows => {
            "The line goes downhill, by steps of some of the rows. The lines do not show which rows came when, so the \
             page cannot check each step; look at how low the cost gets."
                .to_owned()
        }
        Finding::OtherRate(rate) if *rate < 0.0 => format!(
            "The steps go straight uphill, as if L were {} instead of {l}.",
            rounded(*rate, 4)
        ),
        Finding::OtherRate(rate) => format!(
            "The direction is right, but the length is that of another learning rate: as if L were {} instead of {l}.",
            rounded(*rate, 4)
        ),
        Finding::OtherRows { rows, rate } => format!(
            "Another number of rows: the direction is right, and every step is as long as if the \
             sums were divided by {}. There are {} rows here. A learning rate of {} in place of \
             {l} would look the same.",
            count(*rows),
            count(verdict.rows as u64),
            rounded(*rate, 4)
        ),
        Finding::ShownEvery(every) => format!(
            "Right, but shown only every {} epochs: there are that many steps between two of your lines, each −L \
             times the gradient.",
            count(*every as u64)
        ),
        Finding::Scheduled(schedule) => scheduled(schedule),
        Finding::ChangingRate { first, last } => format!(
            "The direction is right, and the learning rate changes from step to step: from {} to \
             {}. L is {l}.",
            rounded(*first, 4),
            rounded(*last, 4)
        ),
        Finding::Penalty { strength, of_both: false } => format!(
            "The gradient has a penalty on the slope: da has about {} · a added to it, as ridge \
             regression does.",
            rounded(*strength, 3)
        ),
        Finding::Penalty { strength, of_both: true } => format!(
            "The gradient has a penalty on both parameters: da has about {0} · a added to it, and \
             db {0} · b, as weight decay does.",
            rounded(*strength, 3)
        ),
        Finding::Scaled(scaling) if scaling.is_raw() => {
            "The descent is right, but x and y are as they were: the task asks for standardised \
             ones."
                .to_owned()
        }
        Finding::Scaled(_) => {
            "The descent is right, but not on the data as they are: x or y was standardised first."
                .to_owned()
        }
        Finding::NotCarriedBack(_) => {
            "The descent on standardised data is right, but the line that you show belongs to those data. To lie over \
             the points as they are, it has to be converted back first."
                .to_owned()
        }
        Finding::NotFinite { epoch: 0 | 1 } => {
            "After the very first update, a or b is nan or inf.".to_owned()
        }
        Finding::NotFinite { epoch } => format!(
            "Up to epoch {} a and b are finite; from epoch {} on, one of them is nan or inf. {}",
            count(epoch.saturating_sub(1) as u64),
            count(*epoch as u64),
            step(verdict)
        ),
        Finding::Unknown { right } => unknown(verdict, *right),
    }
}

/// A program that is right.
fn right(verdict: &Verdict, rounding: f64) -> String {
    // Digits that rounding leaves.
    let digits = (-rounding.log10()).floor().clamp(1.0, 15.0);
    let moves = count(verdict.moves as u64);
    let steps = match (verdict.asked, verdict.moves) {
        (_, 0 | 1) => format!(
            "Right so far: the first step is the right one, to {digits} digits. The next ones will say more."
        ),
        (Asked::GradientDescent | Asked::MiniBatches, _) => format!(
            "Right: all {moves} steps are −L times the gradient, to {digits} digits, all that rounding leaves."
        ),
        (Asked::Standardised, _) => format!(
            "Right: all {moves} steps are those of the standardised data, carried back, to \
             {digits} digits, all that rounding leaves."
        ),
        (Asked::Momentum, _) => format!(
            "Right: all {moves} steps are those of momentum, to {digits} digits, all that rounding leaves."
        ),
        (Asked::AbsoluteError, _) => format!(
            "Right: all {moves} steps are −L times the gradient of the absolute error, to {digits} \
             digits, all that rounding leaves."
        ),
    };
    match verdict.first {
        FirstLine::Start if verdict.moves > 0 => format!(
            "{steps} Your first line is the start, before any step. If show(a, b) stands at the \
             beginning of the loop, the last step is never shown: it belongs after the update."
        ),
        FirstLine::Start | FirstLine::AfterOneUpdate | FirstLine::Unexplained => steps,
    }
}

/// A rule of the page that was not asked for.
fn rule(optimizer: &Optimizer, rate: f64, verdict: &Verdict) -> String {
    let definition = optimizer.rule().definition();
    if optimizer.is_plain() {
        return "These are the steps of plain gradient descent: nothing from one step is kept for the next."
            .to_owned();
    }
    let parameters: Vec<String> = definition
        .parameters
        .iter()
        .zip(optimizer.parameters())
        .filter(|(parameter, _)| !matches!(parameter.name, "eps" | "amsgrad" | "centered"))
        .filter(|(_, value)| **value != 0.0)
        .map(|(parameter, value)| format!("{} = {}", parameter.name, rounded(*value, 4)))
        .collect();
    let with = match parameters.is_empty() {
        true => String::new(),
        false => format!(" with {}", parameters.join(" and ")),
    };
    let title = definition.title;
    let sets_own_pace = matches!(optimizer.stride(), Stride::Rate { .. });
    let differs = (rate / verdict.rate - 1.0).abs() > 1e-9 && !sets_own_pace;
    let l = rounded(rate, 4);
    match (verdict.asked, differs) {
        (Asked::Momentum, true) => format!("This is {title}{with}, as if L were {l}."),
        (Asked::Momentum, false) => format!("This is {title}{with}."),
        (_, true) => {
            format!("These are not plain steps: this is {title}{with}, as if L were {l}.")
        }
        (_, false) => format!("These are not plain steps: this is {title}{with}."),
    }
}

/// A schedule of the page.
fn scheduled(schedule: &Schedule) -> String {
    match schedule {
        Schedule::Constant => "The learning rate stays as it is.".to_owned(),
        Schedule::Step { every, gamma } if every.get() == 1 => format!(
            "The direction is right, and the learning rate falls: it is multiplied by {} after \
             every epoch.",
            rounded(gamma.get(), 4)
        ),
        Schedule::Step { every, gamma } => format!(
            "The direction is right, and the learning rate falls: it is multiplied by {} after \
             every {} epochs.",
            rounded(gamma.get(), 4),
            count(every.get())
        ),
        Schedule::Inverse { decay } => format!(
            "The direction is right, and the learning rate falls: after t epochs it is L / (1 + \
             {} · t).",
            rounded(decay.get(), 4)
        ),
        Schedule::Cosine { epochs } => format!(
            "The direction is right, and the learning rate falls like a cosine, to 0 after {} \
             epochs.",
            count(epochs.get())
        ),
    }
}

/// Numbers of a step that nothing explains.
fn unknown(verdict: &Verdict, right: usize) -> String {
    let before = match right {
        0 => "Not right yet, and not a mistake that this page knows.".to_owned(),
        1 => "The first step is right, the second is not.".to_owned(),
        right => format!("The first {} steps are right, the next one is not.", count(right as u64)),
    };
    let Some(Comparison { epoch, angle, length, slope, intercept, .. }) = verdict.comparison else {
        return before;
    };
    let epoch = count(epoch as u64);
    let whole = match (angle, length) {
        (Some(angle), Some(length)) => format!(
            " In epoch {epoch} your step points {}° away from minus the gradient, and is {} times \
             as long as L times the gradient.",
            rounded(angle, 3),
            rounded(length, 4)
        ),
        _ => format!(" Epoch {epoch} is the first that differs."),
    };
    let parts = match (slope, intercept) {
        (Some(slope), Some(intercept)) => format!(
            " Taken apart: a moves {} times as far as it should, b {} times.",
            rounded(slope, 4),
            rounded(intercept, 4)
        ),
        _ => String::new(),
    };
    before + &whole + &parts
}
