//! What the figures show: descriptions for those who cannot see them, notes beside them, and what is
//! pointed at.

use crate::data::dataset::Origin;
use crate::descent::objective::{Cost, Objective};
use crate::descent::trainer::Trainer;
use crate::numeric::line::Line;
use crate::numeric::notation::{count, floor, number, rounded};
use crate::session::Session;
use crate::session::view::{CostView, DataView, Parameter};

/// What the figure of the data shows, for those who cannot see it.
pub fn describe_data(session: &Session) -> String {
    let (dataset, line) = (session.dataset(), session.run().state().line);
    let shown = match session.view.data {
        DataView::Points => dataset.y().label(),
        DataView::Residuals => "Error of each point".to_owned(),
        DataView::BestResiduals => "Error of each point at the best line".to_owned(),
    };
    let dots = match dataset.points().origin() {
        Origin::Rows => format!("{} points", count(dataset.points().len() as u64)),
        Origin::Sample if crate::edition::IS_FULL && dataset.points().is_empty() => {
            let rows = count(dataset.summary().n());
            format!("no points, but ellipses for the spread of {rows} rows whose sums are known")
        }
        Origin::Sample => format!(
            "a sample of {} of {} points",
            count(dataset.points().len() as u64),
            count(dataset.summary().n())
        ),
        Origin::Counts => {
            format!("{} points, spread from a table of counts", count(dataset.summary().n()))
        }
    };
    format!("{shown} against {}: {dots}, and the line ŷ = {}.", dataset.x().label(), equation(line))
}

/// The right side of ŷ = a·x + b.
pub fn equation(line: Line) -> String {
    let sign = if line.intercept.is_sign_negative() { '−' } else { '+' };
    format!("{}·x {sign} {}", rounded(line.slope, 4), rounded(line.intercept.abs(), 4))
}

/// What the figure of the cost shows, for those who cannot see it.
pub fn describe_cost(session: &Session) -> String {
    let run = session.run();
    let state = run.state();
    let scaled = if session.problem().scaling.is_raw() { "" } else { "scaled " };
    let picture = match session.view.cost {
        CostView::Bowl => {
            let (along, other, value) = match session.view.along {
                Parameter::Slope => ("slope", "intercept", state.at.intercept),
                Parameter::Intercept => ("intercept", "slope", state.at.slope),
            };
            format!(
                "The cost as a curve of the {scaled}{along}, with the {other} at {}",
                rounded(value, 4)
            )
        }
        CostView::Map => format!("Contours of the cost over {scaled}slope and intercept"),
        CostView::Surface => format!("The cost as a surface over {scaled}slope and intercept"),
    };
    let least = match run.minimum() {
        Some(_) => format!("; the least possible is {}", number(run.least_cost())),
        None => String::new(),
    };
    format!(
        "{picture}. The ball is at a = {}, b = {}, where the cost is {}{least}.",
        rounded(state.line.slope, 4),
        rounded(state.line.intercept, 4),
        number(state.cost)
    )
}

/// What the figure of the history shows, for those who cannot see it.
pub fn describe_history(session: &Session) -> String {
    let run = session.run();
    format!(
        "The cost by epoch: {} at the start, {} at epoch {}.",
        number(run.start_cost()),
        number(run.state().cost),
        count(run.state().epoch)
    )
}

/// What stands beside the figure of the cost: what is to be read from it now.
pub fn cost_note(session: &Session, zoom: Zoom) -> String {
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

/// What stands beside the figure of the data: the errors all together, so many of them drawn.
pub fn errors_note(session: &Session, drawn: usize) -> String {
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
        Cost::Absolute(_) => "absolute errors",
        Cost::Huber(_) => "Huber costs",
        Cost::Signed(_) => "errors",
    };
    if crate::edition::IS_FULL
        && run.objective().needs_points()
        && dataset.points().origin() != Origin::Rows
    {
        let points = count(dataset.points().len() as u64);
        let sum = rounded(cost * n as f64, 3);
        return format!("Sum of {what}: about {sum}, worked out on a sample of {points}{sample}.");
    }
    let few = crate::edition::IS_FULL
        && dataset.points().origin() == Origin::Sample
        && dataset.grid().is_none()
        && !dataset.points().is_empty();
    let shown = match few {
        true => format!("The picture has {} of them. ", count(dataset.points().len() as u64)),
        false => String::new(),
    };
    format!("{shown}Sum of {what}: {}{sample}.", rounded(cost * n as f64, 5))
}

/// The texts of what is pointed at, for its own small table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tip {
    /// Lines of text.
    pub lines: Vec<String>,
    /// Rows of cells, headings first.
    pub table: Vec<[String; 3]>,
}

/// A line, in data units, that is pointed at in a view of the cost.
pub fn ghost_tip(run: &Trainer, line: Line) -> Tip {
    let objective = run.objective();
    let cost = objective.cost(objective.coordinates().from_data(line));
    let lines = vec![
        format!("a = {}, b = {}", rounded(line.slope, 4), rounded(line.intercept, 4)),
        format!("J = {}", rounded(cost, 5)),
    ];
    Tip { lines, table: Vec::new() }
}

/// A point that is pointed at: its error, and what it adds to the next step.
pub fn point_tip(session: &Session, point: (f64, f64)) -> Tip {
    let run = session.run();
    let (objective, at) = (run.objective(), run.state().at);
    let of = objective.contribution(point, at);
    let mean = objective.full_gradient(at);
    let next = run.step_from(at);
    let text = |value: f64| rounded(value, 4);
    let row =
        |name: &str, slope: f64, intercept: f64| [name.to_owned(), text(slope), text(intercept)];
    Tip {
        lines: vec![
            format!("x = {}, y = {}, ŷ = {}", text(point.0), text(point.1), text(of.prediction)),
            format!("error e = y − ŷ = {}, {}", text(of.error), cost_of_error(objective, of.cost)),
        ],
        table: vec![
            headings(objective),
            row(adds(objective), of.gradient.slope, of.gradient.intercept),
            row(
                &format!("mean of all {}", count(session.dataset().summary().n())),
                mean.slope,
                mean.intercept,
            ),
            row(
                if run.is_plain() { "the step, −L × mean" } else { "the step" },
                next.slope - at.slope,
                next.intercept - at.intercept,
            ),
        ],
    }
}

/// What the error of one point costs.
fn cost_of_error(objective: &Objective, cost: f64) -> String {
    let what = match objective.problem().cost {
        Cost::Squared => "e²",
        Cost::Absolute(_) => "|e|",
        Cost::Huber(_) => "Huber cost",
        Cost::Signed(_) => "which is its cost",
    };
    match objective.problem().cost {
        Cost::Signed(_) => what.to_owned(),
        _ => format!("{what} = {}", rounded(cost, 4)),
    }
}

/// Titles of the derivatives, in the coordinates of the descent.
fn headings(objective: &Objective) -> [String; 3] {
    let [a, b] = match objective.coordinates().are_raw() {
        true => ["∂J/∂a", "∂J/∂b"],
        false => ["∂J′/∂a′", "∂J′/∂b′"],
    };
    [String::new(), a.to_owned(), b.to_owned()]
}

/// What a point adds to the derivatives.
fn adds(objective: &Objective) -> &'static str {
    match (objective.problem().cost, objective.coordinates().are_raw()) {
        (Cost::Squared, true) => "this point adds −2xe, −2e",
        _ => "this point adds",
    }
}
