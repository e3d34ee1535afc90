//! The notes beside the figures.

use super::number::{limit, rounded};
use super::plural;
use super::sentences;
use crate::data::dataset::{Dataset, Origin};
use crate::descent::objective::Cost;
use crate::session::Session;
use crate::session::view::{CostView, Parameter};

/// State of the zoom of the cost views.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    /// Width of the window in widths at the start.
    pub times: f64,
    /// Whether the ball is out of sight nevertheless.
    pub lost: bool,
}

/// The note beside the figure of the cost.
pub fn cost(session: &Session, zoom: Zoom) -> String {
    let view = match session.view.cost {
        CostView::Bowl => bowl(session),
        CostView::Map => MAP.to_owned(),
        CostView::Surface => SURFACE.to_owned(),
    };
    let zoomed = if zoom.lost {
        Some(BALL_LOST.to_owned())
    } else if zoom.times > 1.05 {
        let times = rounded(zoom.times, 2);
        Some(format!("Zoomed out {times} times to keep the ball in sight."))
    } else {
        None
    };
    sentences(&view, &[zoomed.as_deref()])
}

const MAP: &str = "The arrow is the next step, drawn longer where it is too short to be seen.";
const SURFACE: &str = "Drag to turn, turn the wheel to come closer, click to start there.";
const BALL_LOST: &str =
    "The ball has left the view, which zooms out no further than a hundred million times.";

/// The note beside the bowl: the next step, and the state of the other parameter.
fn bowl(session: &Session) -> String {
    let (run, along, shown) = (session.run(), session.view.along, session.shown_coordinates());
    let names = if shown.are_raw() { ["a", "b"] } else { ["a′", "b′"] };
    let (name, other) = match along {
        Parameter::Slope => (names[0], names[1]),
        Parameter::Intercept => (names[1], names[0]),
    };
    let own = run.objective().coordinates();
    let (at, to) = (run.state().at, run.step_from(run.state().at));
    let step = along.of(shown.converted(to, own)) - along.of(shown.converted(at, own));
    let step = rounded(step, 3);
    let next = match run.is_plain() && *own == shown {
        true => format!("Next step in {name}: −L × steepness = {step}."),
        false => format!("Next step in {name}: {step}."),
    };
    let is_alone = run.objective().held() == along.alone();
    let is_alone = is_alone && *own == shown;
    let rest = match (run.largest_stable_rate().filter(|_| is_alone), along) {
        (Some(largest), Parameter::Slope) if run.is_plain() => {
            format!("{other} is held: stable up to L = 1/mean(x²) = {}.", limit(largest, 3))
        }
        (Some(largest), _) => format!("{other} is held: stable up to L = {}.", limit(largest, 3)),
        (None, _) => format!("Faint: earlier steps, each at its own {other}."),
    };
    format!("{next} {rest}")
}

/// The note beside the figure of the data: the sum of all errors, and how many of them are drawn.
pub fn data(session: &Session, drawn: usize) -> String {
    let (run, dataset) = (session.run(), session.dataset());
    let n = dataset.summary().n();
    let is_estimate = run.objective().needs_points() && dataset.points().origin() != Origin::Rows;
    let sum = rounded(run.state().cost * n as f64, if is_estimate { 3 } else { 5 });
    let sum = match run.objective().problem().cost {
        Cost::Squared => format!("Sum of squared errors: {sum}."),
        Cost::Absolute(_) => format!("Sum of absolute errors: {sum}."),
        Cost::Huber(_) => format!("Sum of Huber costs: {sum}."),
        Cost::Signed(_) => format!("Sum of errors: {sum}."),
    };
    let points = dataset.points().len();
    let source = match is_estimate {
        true => Some(format!("It is an estimate from a sample of {}.", plural::points(points))),
        false if is_sampled(dataset) => {
            Some(format!("The figure shows a sample of {}.", plural::points(points)))
        }
        false => None,
    };
    // Short, so that the note takes no more than two lines beside the buttons.
    let errors = match drawn {
        0 => Some("No errors drawn.".to_owned()),
        1 if n > 1 => Some("One error drawn.".to_owned()),
        few if (few as u64) < n => Some(format!("{few} errors drawn.")),
        _ => None,
    };
    sentences(&sum, &[source.as_deref(), errors.as_deref()])
}

/// Whether the figure shows some of the rows, and nothing of the others.
fn is_sampled(dataset: &Dataset) -> bool {
    matches!(dataset.points().origin(), Origin::Sample(_))
        && dataset.grid().is_none()
        && !dataset.points().is_empty()
}
