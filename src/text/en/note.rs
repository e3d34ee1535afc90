//! The notes beside the figures.

use crate::data::dataset::Origin;
use crate::descent::objective::Cost;
use crate::descent::trainer::Trainer;
use crate::numeric::notation::{count, floor, rounded};
use crate::session::Session;
use crate::session::view::{CostView, Parameter};

/// How far the views of the cost have zoomed out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    /// How many times wider the window is than at the start.
    pub times: f64,
    /// Whether the ball is out of sight nevertheless.
    pub lost: bool,
}

const MAP_NOTE: &str = "The arrow is the next step, drawn longer where it is too short to be seen.";

const SURFACE_NOTE: &str = "Drag to turn, turn the wheel to come closer, click to start there.";

const BALL_LOST: &str =
    "The ball has left the view, which zooms out no further than a hundred million times.";

/// The note beside the figure of the cost.
pub fn cost(session: &Session, zoom: Zoom) -> String {
    let run = session.run();
    let mut note = match session.view.cost {
        CostView::Bowl => bowl_note(run, session.view.along),
        CostView::Map => MAP_NOTE.to_owned(),
        CostView::Surface => SURFACE_NOTE.to_owned(),
    };
    let mut add = |sentence: &str| {
        if !note.is_empty() {
            note.push(' ');
        }
        note.push_str(sentence);
    };
    if zoom.lost {
        add(BALL_LOST);
    } else if zoom.times > 1.05 {
        add(&format!("Zoomed out {} times to keep the ball in sight.", rounded(zoom.times, 2)));
    }
    note
}

fn bowl_note(run: &Trainer, along: Parameter) -> String {
    let names = if run.objective().coordinates().are_raw() { ["a", "b"] } else { ["a′", "b′"] };
    let (name, other) = match along {
        Parameter::Slope => (names[0], names[1]),
        Parameter::Intercept => (names[1], names[0]),
    };
    let at = run.state().at;
    let step = along.of(run.step_from(at)) - along.of(at);
    let made_of = if run.is_plain() { "−L × steepness = " } else { "" };
    let step = format!("Next step in {name}: {made_of}{}.", rounded(step, 3));
    let limit = run.largest_stable_rate().map(|limit| rounded(floor(limit, 3), 3));
    match limit {
        Some(limit) if run.objective().held() == along.alone() => {
            let because = stable_formula(run, along);
            format!("{step} {other} is held: stable up to L = {because}{limit}.")
        }
        _ => format!("{step} Faint: earlier steps, each at its own {other}."),
    }
}

/// What the largest stable rate of one parameter alone is, in plain descent.
fn stable_formula(run: &Trainer, along: Parameter) -> &'static str {
    match along {
        Parameter::Slope if run.is_plain() => "1/mean(x²) = ",
        _ => "",
    }
}

/// The note beside the figure of the data: the sum of all errors, and how many of them are drawn.
pub fn data(session: &Session, drawn: usize) -> String {
    let (run, dataset) = (session.run(), session.dataset());
    let n = dataset.summary().n();
    let cost = run.state().cost;
    let sample = match drawn {
        0 => ", none of them drawn".to_owned(),
        few if (few as u64) < n => format!(", {few} of them drawn"),
        _ => String::new(),
    };
    let what = match run.objective().problem().cost {
        Cost::Squared => "squared errors",
        Cost::Absolute => "absolute errors",
        Cost::Huber(_) => "Huber costs",
        Cost::Signed => "errors",
    };
    if crate::COMPLETE
        && run.objective().needs_points()
        && dataset.points().origin() != Origin::Rows
    {
        let points = count(dataset.points().len() as u64);
        let sum = rounded(cost * n as f64, 3);
        return format!("Sum of {what}: about {sum}, worked out on a sample of {points}{sample}.");
    }
    let few = crate::COMPLETE
        && dataset.points().origin() == Origin::Sample
        && dataset.grid().is_none()
        && !dataset.points().is_empty();
    let shown = match few {
        true => format!("The picture has {} of them. ", count(dataset.points().len() as u64)),
        false => String::new(),
    };
    format!("{shown}Sum of {what}: {}{sample}.", rounded(cost * n as f64, 5))
}
