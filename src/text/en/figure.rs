//! Titles and labels inside the figures.

use crate::descent::objective::Held;
use crate::descent::scaling::Scaling;
use crate::numeric::line::Line;
use crate::numeric::notation::{number, rounded, significant};
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
/// Title of the axis of learning rates.
pub const RATE: &str = "learning rate L";
/// Title of the axis of epochs.
pub const EPOCH: &str = "epoch";

/// What the figure of the data is called, in a picture of its own.
pub const DATA_PICTURE: &str = "Data";
/// What the figure of the cost is called there.
pub const COST_PICTURE: &str = "Cost";
/// What the figure of the cost by epoch is called there.
pub const HISTORY_PICTURE: &str = "Cost by epoch";

/// The title of a picture, of data with this name.
pub fn picture_title(figure: &str, data: &str) -> String {
    format!("{figure}: {data}")
}

/// What the parameter that the bowl does not show is, and whether it moves.
pub fn other_parameter(at: Line, along: Parameter, held: Held, scaling: Scaling) -> String {
    let (name, value) = match along {
        Parameter::Slope => ("b", at.intercept),
        Parameter::Intercept => ("a", at.slope),
    };
    let how = if held == along.alone() { "held" } else { "follows the run" };
    if scaling.is_raw() {
        return format!("{name} = {}, {how}", significant(value, 4));
    }
    // Scaled values are about 1: what is left of one that has vanished is rounding.
    let value = if value.abs() < 1e-12 { 0.0 } else { value };
    format!("{name}′ = {}, {how}", significant(value, 4))
}

/// Title of the axis of residuals, in the unit of y.
pub fn residual(view: DataView, unit: Option<&str>) -> String {
    let of = if view == DataView::BestResiduals { " of the best line" } else { "" };
    match unit {
        Some(unit) => format!("error e{of} ({unit})"),
        None => format!("error e{of}"),
    }
}

/// So far to the right, as a symbol of the slope is lit.
pub fn to_the_right(step: f64) -> String {
    format!("{} to the right", number(step))
}

/// What the line does on that way.
pub fn up(step: f64, rise: f64) -> String {
    let times = if step == 1.0 { String::new() } else { format!("{}·", number(step)) };
    format!("{times}a = {}", significant(rise, 4))
}

/// The height of the line at x = 0.
pub fn at_zero(intercept: f64) -> String {
    format!("b = {} at x = 0", significant(intercept, 4))
}

/// The same, where x = 0 or that height is not in the plot.
pub fn out_of_sight(intercept: f64) -> String {
    format!("{}, out of sight", at_zero(intercept))
}

/// The line, where nothing of it is in the plot.
pub fn line_out_of_sight(line: Line) -> String {
    format!("ŷ = {}·x + ({}), out of sight", rounded(line.slope, 4), rounded(line.intercept, 4))
}

/// The slope of such a line.
pub fn slope_out_of_sight(slope: f64) -> String {
    format!("a = {}, out of sight", significant(slope, 4))
}
