//! Descriptions of the figures for those who cannot see them.

use super::number::{count, number, rounded};
use super::plural;
use super::status::without_rounding as settled;
use crate::data::dataset::{Dataset, Origin};
use crate::insight::diagnosis::without_rounding;
use crate::numeric::line::Line;
use crate::session::Session;
use crate::session::view::{CostView, DataView, Parameter};

/// The figure of the data.
pub fn data(session: &Session) -> String {
    let dataset = session.dataset();
    let (x, y) = (dataset.x().label(), dataset.y().label());
    let line = match session.view.data {
        DataView::BestResiduals => dataset.least_squares(),
        DataView::Points | DataView::Residuals => None,
    };
    let line = without_rounding(line.unwrap_or(session.run().state().line), dataset.summary());
    let (points, line) = (points(dataset), equation(line));
    match session.view.data {
        DataView::Points => format!("{y} against {x}: {points}, and the line ŷ = {line}."),
        DataView::Residuals => {
            format!("Error of each point at the line ŷ = {line} against {x}: {points}.")
        }
        DataView::BestResiduals => {
            format!("Error of each point at the best line, ŷ = {line}, against {x}: {points}.")
        }
    }
}

/// Sentence about the rows that are drawn.
pub(super) fn points(dataset: &Dataset) -> String {
    let drawn = dataset.points().len();
    let rows = dataset.summary().n();
    match dataset.points().origin() {
        Origin::Rows => plural::points(drawn),
        Origin::Sample(_) if drawn == 0 => format!(
            "no points, but ellipses for the spread of {} whose sums are known",
            plural::rows(rows)
        ),
        Origin::Sample(_) => {
            format!("a sample of {} of {} points", count(drawn as u64), count(rows))
        }
        Origin::Counts => format!("{} points, spread from a table of counts", count(rows)),
    }
}

/// The right side of ŷ = a·x + b.
pub(super) fn equation(line: Line) -> String {
    let sign = if line.intercept.is_sign_negative() { '−' } else { '+' };
    format!("{}·x {sign} {}", rounded(line.slope, 4), rounded(line.intercept.abs(), 4))
}

/// The figure of the cost.
pub fn cost(session: &Session) -> String {
    let run = session.run();
    let state = run.state();
    let line = without_rounding(state.line, session.dataset().summary());
    let (a, b) = (rounded(line.slope, 4), rounded(line.intercept, 4));
    let (cost, picture) = (number(settled(run, state.cost)), cost_picture(session));
    match run.minimum() {
        Some(_) => format!(
            "{picture} The ball is at a = {a}, b = {b}, where the cost is {cost}; the least \
             possible is {}.",
            number(settled(run, run.least_cost()))
        ),
        None => format!("{picture} The ball is at a = {a}, b = {b}, where the cost is {cost}."),
    }
}

/// The view of the cost.
pub(super) fn cost_picture(session: &Session) -> String {
    let (run, shown) = (session.run(), session.shown_coordinates());
    let at = shown.converted(run.state().at, run.objective().coordinates());
    let is_raw = shown.are_raw();
    match (session.view.cost, session.view.along) {
        (CostView::Bowl, Parameter::Slope) => {
            let held = held(at.intercept, is_raw);
            match is_raw {
                true => format!("The cost as a curve of the slope, with the intercept at {held}."),
                false => format!(
                    "The cost as a curve of the scaled slope, with the scaled intercept at {held}."
                ),
            }
        }
        (CostView::Bowl, Parameter::Intercept) => {
            let held = held(at.slope, is_raw);
            match is_raw {
                true => format!("The cost as a curve of the intercept, with the slope at {held}."),
                false => format!(
                    "The cost as a curve of the scaled intercept, with the scaled slope at {held}."
                ),
            }
        }
        (CostView::Map, _) => match is_raw {
            true => "Contours of the cost over slope and intercept.",
            false => "Contours of the cost over scaled slope and intercept.",
        }
        .to_owned(),
        (CostView::Surface, _) => match is_raw {
            true => "The cost as a surface over slope and intercept.",
            false => "The cost as a surface over scaled slope and intercept.",
        }
        .to_owned(),
    }
}

/// The parameter that the bowl does not show. Scaled values are about 1: what is left of one that has vanished is
/// rounding.
fn held(value: f64, is_raw: bool) -> String {
    let is_rounding = !is_raw && value.abs() < 1e-12;
    rounded(if is_rounding { 0.0 } else { value }, 4)
}

/// The figure of the cost by epoch.
pub fn history(session: &Session) -> String {
    let run = session.run();
    format!(
        "The cost by epoch: {} at the start, {} at epoch {}.",
        number(run.start_cost()),
        number(settled(run, run.state().cost)),
        count(run.state().epoch)
    )
}
