//! What the figures show, for those who cannot see them.

use crate::data::dataset::Origin;
use crate::numeric::line::Line;
use crate::numeric::notation::{count, number, rounded};
use crate::session::Session;
use crate::session::view::{CostView, DataView, Parameter};

/// The figure of the data.
pub fn data(session: &Session) -> String {
    let (dataset, line) = (session.dataset(), session.run().state().line);
    let shown = match session.view.data {
        DataView::Points => dataset.y().label(),
        DataView::Residuals => "Error of each point".to_owned(),
        DataView::BestResiduals => "Error of each point at the best line".to_owned(),
    };
    let dots = match dataset.points().origin() {
        Origin::Rows => format!("{} points", count(dataset.points().len() as u64)),
        Origin::Sample if crate::COMPLETE && dataset.points().is_empty() => {
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

/// The figure of the cost.
pub fn cost(session: &Session) -> String {
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

/// The figure of the cost by epoch.
pub fn history(session: &Session) -> String {
    let run = session.run();
    format!(
        "The cost by epoch: {} at the start, {} at epoch {}.",
        number(run.start_cost()),
        number(run.state().cost),
        count(run.state().epoch)
    )
}

/// The right side of ŷ = a·x + b.
pub fn equation(line: Line) -> String {
    let sign = if line.intercept.is_sign_negative() { '−' } else { '+' };
    format!("{}·x {sign} {}", rounded(line.slope, 4), rounded(line.intercept.abs(), 4))
}
