//! Tooltips of points and lines.

use super::number::{count, rounded};
use super::program_cost;
use crate::descent::objective::{Cost, Objective};
use crate::descent::trainer::Trainer;
use crate::numeric::line::Line;
use crate::session::Session;

/// Contents of a tooltip.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TipText {
    /// Lines of text.
    pub lines: Vec<String>,
    /// Rows of cells, headings first.
    pub table: Vec<[String; 3]>,
}

/// The tip of a line, in data units, that is pointed at in a view of the cost; first of all what it costs by the reader's
/// program, where that is shown.
pub fn line(run: &Trainer, line: Line, of_program: Option<f64>) -> TipText {
    let objective = run.objective();
    let cost = objective.cost(objective.coordinates().from_data(line));
    let mut lines =
        vec![format!("a = {}, b = {}", rounded(line.slope, 4), rounded(line.intercept, 4))];
    lines.extend(of_program.map(program_cost::tip));
    lines.push(format!("J = {}", rounded(cost, 5)));
    TipText { lines, table: Vec::new() }
}

/// The tip of a point: its error, and its contribution to the next step.
pub fn point(session: &Session, (x, y): (f64, f64)) -> TipText {
    let run = session.run();
    let (objective, at) = (run.objective(), run.state().at);
    let of = objective.contribution((x, y), at);
    let mean = objective.full_gradient(at);
    let next = run.step_from(at);
    let text = |value: f64| rounded(value, 4);
    let row =
        |name: &str, slope: f64, intercept: f64| [name.to_owned(), text(slope), text(intercept)];
    TipText {
        lines: vec![
            format!("x = {}, y = {}, ŷ = {}", text(x), text(y), text(of.prediction)),
            error_and_cost(objective.problem().cost, &text(of.error), &text(of.cost)),
        ],
        table: vec![
            headings(objective),
            row(adds(objective), of.gradient.slope, of.gradient.intercept),
            row(&mean_of_all(session.dataset().summary().n()), mean.slope, mean.intercept),
            row(
                if run.is_plain() { "the step, −L × mean" } else { "the step" },
                next.slope - at.slope,
                next.intercept - at.intercept,
            ),
        ],
    }
}

/// One point's error and its cost.
fn error_and_cost(cost: Cost, error: &str, value: &str) -> String {
    match cost {
        Cost::Squared => format!("error e = y − ŷ = {error}, e² = {value}"),
        Cost::Absolute(_) => format!("error e = y − ŷ = {error}, |e| = {value}"),
        Cost::Huber(_) => format!("error e = y − ŷ = {error}, Huber cost = {value}"),
        Cost::Signed(_) => format!("error e = y − ŷ = {error}, which is its cost"),
    }
}

/// The name of the mean over all rows.
fn mean_of_all(rows: u64) -> String {
    match rows {
        1 => "mean of one point".to_owned(),
        rows => format!("mean of all {}", count(rows)),
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

/// The name of one point's share of the derivatives.
fn adds(objective: &Objective) -> &'static str {
    match (objective.problem().cost, objective.coordinates().are_raw()) {
        (Cost::Squared, true) => "this point adds −2xe, −2e",
        _ => "this point adds",
    }
}
