//! The coordinates of a descent, and the sums in them.

use super::Program;
use super::literal::{float, lines};
use crate::descent::scaling::VariableScaling;

impl Program<'_> {
    /// The coordinates of the descent, where they are not the data's.
    pub(super) fn scaling(&self) -> Vec<String> {
        if self.is_raw() {
            return Vec::new();
        }
        let scaling = self.settings.problem.scaling;
        let coordinates = self.run.objective().coordinates();
        let (origin, unit) = (coordinates.origin(), coordinates.unit());
        // Where the rows are at hand the program computes them; otherwise they are the page's, of all rows.
        let work_out = self.data.has_rows() && !self.sums;
        let axis = |scale: VariableScaling, values: &str, origin: f64, unit: f64, spread: bool| {
            match scale {
                VariableScaling::Raw => "0.0, 1.0  # as it is".to_owned(),
                VariableScaling::Centered(_) if work_out => {
                    format!("{values}.mean(), 1.0  # centered")
                }
                VariableScaling::Centered(_) => format!("{}, 1.0  # mean", float(origin)),
                VariableScaling::Standardised(_) if work_out && spread => {
                    format!("{values}.mean(), {values}.std()  # standardised")
                }
                VariableScaling::Standardised(_) => {
                    format!("{}, {}  # mean, standard deviation", float(origin), float(unit))
                }
                VariableScaling::MinMax(_) if work_out && spread => {
                    format!("{values}.min(), {values}.max() - {values}.min()  # from 0 to 1")
                }
                VariableScaling::MinMax(_) => {
                    format!("{}, {}  # the least, and the range", float(origin), float(unit))
                }
            }
        };
        let summary = self.session.dataset().summary();
        let x = axis(scaling.x, "x", origin.0, unit.0, summary.range_x().span() > 0.0);
        let y = axis(scaling.y, "y", origin.1, unit.1, summary.range_y().span() > 0.0);
        let mut code = lines(["# The coordinates of the descent: where 0 is, and how long 1 is."]);
        code.push(format!("X0, UNIT_X = {x}"));
        code.push(format!("Y0, UNIT_Y = {y}"));
        if !self.sums {
            code.push("x_scaled, y_scaled = (x - X0) / UNIT_X, (y - Y0) / UNIT_Y".to_owned());
        }
        code.extend(lines([
            "",
            "",
            "def scaled(a, b):",
            "    \"\"\"The line y = a * x + b in these coordinates.\"\"\"",
            "    return a * (UNIT_X / UNIT_Y), (a * X0 + b - Y0) / UNIT_Y",
            "",
            "",
            "def unscaled(slope, intercept):",
            "    \"\"\"A line of these coordinates as a and b.\"\"\"",
            "    a = slope * (UNIT_Y / UNIT_X)",
            "    return a, Y0 + UNIT_Y * intercept - a * X0",
        ]));
        code
    }

    /// The names of the means of the data.
    pub(super) fn means(&self) -> (&'static str, &'static str) {
        if self.is_raw() { ("MEAN_X", "MEAN_Y") } else { ("X_BAR", "Y_BAR") }
    }

    /// The sums that the gradient uses.
    pub(super) fn moments(&self) -> Vec<String> {
        let spread = self.session.dataset().summary().has_spread();
        let mut code = Vec::new();
        let raw = self.is_raw();
        if !raw {
            code.extend(lines(["# The sums in the coordinates of the descent."]));
        }
        if !raw {
            code.push("MEAN_X, MEAN_Y = (X_BAR - X0) / UNIT_X, (Y_BAR - Y0) / UNIT_Y".to_owned());
        }
        if self.cost().is_squared() {
            code.push(match raw {
                true => "VARIANCE_X = SXX / N".to_owned(),
                false => "VARIANCE_X = SXX / N / (UNIT_X * UNIT_X)".to_owned(),
            });
            code.push(match (spread, raw) {
                (false, _) => {
                    "BEST_SLOPE = 0.0  # all x are equal: no slope is better than another"
                        .to_owned()
                }
                (true, true) => "BEST_SLOPE = SXY / SXX".to_owned(),
                (true, false) => "BEST_SLOPE = SXY / SXX * (UNIT_X / UNIT_Y)".to_owned(),
            });
        }
        code
    }
}
