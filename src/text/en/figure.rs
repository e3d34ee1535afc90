//! Titles and labels inside the figures.

use super::number::{number, rounded, significant};
use crate::descent::objective::Held;
use crate::descent::scaling::Scaling;
use crate::numeric::line::Line;
use crate::session::view::{DataView, Parameter};

/// Title of the axis of slopes: in the data's units, or in scaled coordinates.
pub fn slope(scaling: Scaling) -> &'static str {
    if scaling == Scaling::RAW { "slope a" } else { "scaled slope a′" }
}

/// Title of the axis of intercepts: in the data's units, or in scaled coordinates.
pub fn intercept(scaling: Scaling) -> &'static str {
    if scaling == Scaling::RAW { "intercept b" } else { "scaled intercept b′" }
}

/// Title of the axis of costs.
pub const COST: &str = "cost J";

/// Title of the axis of costs: of the page's, or of those that the reader's program defines.
pub fn cost(is_of_program: bool) -> &'static str {
    if is_of_program { "your cost" } else { COST }
}

/// Title of the axis of learning rates.
pub const RATE: &str = "learning rate L";
/// Title of the axis of epochs.
pub const EPOCH: &str = "epoch";

/// Name of the figure of the data, in a picture of its own.
pub const DATA_PICTURE: &str = "Data";
/// Name of the figure of the cost there.
pub const COST_PICTURE: &str = "Cost";
/// Name of the figure of the cost by epoch there.
pub const HISTORY_PICTURE: &str = "Cost by epoch";

/// The title of a picture, of data with this name.
pub fn picture_title(figure: &str, data: &str) -> String {
    format!("{figure}: {data}")
}

/// The parameter that the bowl does not show, and whether it moves.
pub fn other_parameter(at: Line, along: Parameter, held: Held, scaling: Scaling) -> String {
    let (name, value) = match along {
        Parameter::Slope => ("b", at.intercept),
        Parameter::Intercept => ("a", at.slope),
    };
    let mark = if scaling.is_raw() { "" } else { "′" };
    // Scaled values are about 1: what is left of one that has vanished is rounding.
    let is_rounding = !scaling.is_raw() && value.abs() < 1e-12;
    let value = significant(if is_rounding { 0.0 } else { value }, 4);
    match held == along.alone() {
        true => format!("{name}{mark} = {value}, held"),
        false => format!("{name}{mark} = {value}, follows the run"),
    }
}

/// Title of the axis of residuals, in the unit of y.
pub fn residual(view: DataView, unit: Option<&str>) -> String {
    match (view == DataView::BestResiduals, unit) {
        (true, Some(unit)) => format!("error e of the best line ({unit})"),
        (true, None) => "error e of the best line".to_owned(),
        (false, Some(unit)) => format!("error e ({unit})"),
        (false, None) => "error e".to_owned(),
    }
}

/// The way to the right, as a symbol of the slope is highlighted.
pub fn to_the_right(step: f64) -> String {
    format!("{} to the right", number(step))
}

/// The rise of the line on that way.
pub fn up(step: f64, rise: f64) -> String {
    let rise = significant(rise, 4);
    match step {
        1.0 => format!("a = {rise}"),
        step => format!("{}·a = {rise}", number(step)),
    }
}

/// The height of the line at x = 0.
pub fn at_zero(intercept: f64) -> String {
    format!("b = {} at x = 0", significant(intercept, 4))
}

/// The same, where x = 0 or that height is not in the plot.
pub fn out_of_sight(intercept: f64) -> String {
    format!("b = {} at x = 0, out of sight", significant(intercept, 4))
}

/// The line, where nothing of it is in the plot.
pub fn line_out_of_sight(line: Line) -> String {
    format!("ŷ = {}·x + ({}), out of sight", rounded(line.slope, 4), rounded(line.intercept, 4))
}

/// The slope of such a line.
pub fn slope_out_of_sight(slope: f64) -> String {
    format!("a = {}, out of sight", significant(slope, 4))
}
