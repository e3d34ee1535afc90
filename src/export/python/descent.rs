//! Cost, gradient and the loop of a descent.

use super::chance::{generator, order};
use super::literal::float;
use super::rule::{Counts, RuleCode, divided, newton, newton_on_sums, newton_step};
use super::{Data, Program};
use crate::objective::{Cost, Held};
use crate::scaling::Scale;

fn lines<const N: usize>(lines: [&str; N]) -> Vec<String> {
    lines.map(str::to_owned).into()
}

impl Program<'_> {
    /// What is minimised.
    pub(super) fn cost(&self) -> Cost {
        self.settings.problem.cost
    }

    /// Whether the descent runs in the data's own coordinates.
    pub(in crate::export) fn is_raw(&self) -> bool {
        self.settings.problem.scaling.is_raw()
    }

    /// δ in the coordinates of the descent.
    fn threshold(&self) -> &'static str {
        if self.is_raw() { "DELTA" } else { "DELTA / UNIT_Y" }
    }

    /// Whether the loop is that of the lesson, with a and b by themselves.
    fn is_lesson(&self) -> bool {
        self.settings.optimizer.is_plain() && self.cost().is_squared() && self.run.batch().is_full()
    }

    /// The rule's part of the program.
    pub(super) fn rule_code(&self) -> RuleCode {
        let held = self.settings.problem.held;
        match self.settings.optimizer.rule().id {
            "newton" if self.sums && self.cost().is_squared() => {
                newton_on_sums(held, self.session.dataset().summary().has_spread())
            }
            "newton" => newton(self.cost()),
            _ => RuleCode::of(&self.settings.optimizer, self.rate_name()),
        }
    }

    /// The coordinates of the descent, where they are not the data's.
    pub(super) fn scaling(&self) -> Vec<String> {
        if self.is_raw() {
            return Vec::new();
        }
        let scaling = self.settings.problem.scaling;
        let coordinates = self.run.objective().coordinates();
        let (origin, unit) = (coordinates.origin(), coordinates.unit());
        // Of rows at hand they can be worked out; else they are the page's, of all rows.
        let work_out = self.data.has_rows() && !self.sums;
        let axis = |scale: Scale, values: &str, origin: f64, unit: f64, spread: bool| match scale {
            Scale::Raw => "0.0, 1.0  # as it is".to_owned(),
            Scale::Standardised if work_out && spread => {
                format!("{values}.mean(), {values}.std()  # standardised")
            }
            Scale::Standardised => {
                format!("{}, {}  # mean, standard deviation", float(origin), float(unit))
            }
            Scale::MinMax if work_out && spread => {
                format!("{values}.min(), {values}.max() - {values}.min()  # from 0 to 1")
            }
            Scale::MinMax => {
                format!("{}, {}  # the least, and the range", float(origin), float(unit))
            }
        };
        let summary = self.session.dataset().summary();
        let x = axis(scaling.x, "x", origin.0, unit.0, summary.range_x().span() > 0.0);
        let y = axis(scaling.y, "y", origin.1, unit.1, summary.range_y().span() > 0.0);
        let mut code = lines(["# The coordinates of the descent: where 0 is, and how long 1 is."]);
        code.push(format!("X0, UNIT_X = {x}"));
        code.push(format!("Y0, UNIT_Y = {y}"));
        if !self.sums {
            code.push("u, v = (x - X0) / UNIT_X, (y - Y0) / UNIT_Y".to_owned());
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

    /// What the means of the data are called.
    pub(super) fn means(&self) -> (&'static str, &'static str) {
        if self.is_raw() { ("MEAN_X", "MEAN_Y") } else { ("X_BAR", "Y_BAR") }
    }

    /// What the gradient takes of the sums.
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

    /// J.
    pub(super) fn cost_function(&self) -> Vec<String> {
        let mut code = lines(["def cost(a, b):"]);
        let what = match self.cost() {
            Cost::Squared => "the mean squared error",
            Cost::Absolute => "the mean absolute error",
            Cost::Huber(_) => "the mean Huber cost: squared up to DELTA, straight beyond",
            Cost::Signed => "the mean error, in which errors cancel",
        };
        code.push(format!("    \"\"\"J of the line y = a * x + b: {what}.\"\"\""));
        code.extend(match self.cost() {
            Cost::Squared if self.cost_by_sums => {
                let (mean_x, mean_y) = self.means();
                let height = format!("a * {mean_x} + b - {mean_y}");
                match self.session.dataset().summary().has_spread() {
                    true => vec![
                        format!("    tilt, height = a - SXY / SXX, {height}"),
                        "    return RSS / N + (SXX / N * tilt * tilt + height * height)".to_owned(),
                    ],
                    false => vec![
                        format!("    height = {height}"),
                        "    return RSS / N + height * height".to_owned(),
                    ],
                }
            }
            Cost::Signed if self.cost_by_sums => {
                let (mean_x, mean_y) = self.means();
                vec![format!("    return {mean_y} - (a * {mean_x} + b)")]
            }
            Cost::Squared => lines(["    return np.mean((y - (a * x + b)) ** 2)"]),
            Cost::Absolute => lines(["    return np.mean(np.abs(y - (a * x + b)))"]),
            Cost::Huber(_) => lines([
                "    errors = np.abs(y - (a * x + b))",
                "    return np.mean(np.where(errors <= DELTA, errors**2, DELTA * (2 * errors - DELTA)))",
            ]),
            Cost::Signed => lines(["    return np.mean(y - (a * x + b))"]),
        });
        code
    }

    /// The gradient, where it is a function of its own.
    pub(super) fn gradient_function(&self) -> Vec<String> {
        if self.is_lesson() {
            return Vec::new();
        }
        let by_sums = |code: &str| {
            let mut all = lines([
                "def gradient(a, b):",
                "    \"\"\"The slopes of J along a and along b.\"\"\"",
            ]);
            if self.cost().is_squared() {
                all.push("    height = a * MEAN_X + b - MEAN_Y".to_owned());
            }
            all.push(format!("    return np.array([{code}])"));
            all
        };
        match self.cost() {
            Cost::Squared if self.sums => {
                return by_sums(
                    "2 * (VARIANCE_X * (a - BEST_SLOPE) + height * MEAN_X), 2 * height",
                );
            }
            Cost::Signed if self.sums => return by_sums("-MEAN_X, -1.0"),
            _ => {}
        }
        let mut code = lines([
            "def gradient(x, y, a, b):",
            "    \"\"\"The slopes of J along a and along b.\"\"\"",
        ]);
        let pull = match self.cost() {
            Cost::Signed => {
                code.push("    return np.array([-np.mean(x), -1.0])".to_owned());
                return code;
            }
            Cost::Squared => "2 * (y - (a * x + b))".to_owned(),
            Cost::Absolute => "np.sign(y - (a * x + b))".to_owned(),
            Cost::Huber(_) => {
                code.push(format!("    delta = {}", self.threshold()));
                "2 * np.clip(y - (a * x + b), -delta, delta)".to_owned()
            }
        };
        code.push(format!("    pull = {pull}"));
        code.push("    return np.array([-np.mean(x * pull), -np.mean(pull)])".to_owned());
        code
    }

    /// The functions that the loop calls beside the gradient.
    pub(super) fn helpers(&self) -> Vec<Vec<String>> {
        let rule = self.rule_code();
        let mut all = vec![self.schedule()];
        if rule.update.iter().any(|line| line.contains("divided(")) {
            all.push(divided());
        }
        if rule.update.iter().any(|line| line.contains("newton_step(")) {
            all.push(newton_step(self.settings.problem.held, self.threshold()));
        }
        if !self.run.batch().is_full() {
            if self.data != Data::Counts {
                all.push(generator());
            }
            all.push(order());
        }
        all.retain(|code| !code.is_empty());
        all
    }

    /// What the loop is called with.
    pub(in crate::export) fn call(&self) -> &'static str {
        match (self.sums, self.is_raw()) {
            (true, _) => "descend(EPOCHS)",
            (false, true) => "descend(x, y, EPOCHS)",
            (false, false) => "descend(u, v, EPOCHS)",
        }
    }

    /// The descent.
    pub(super) fn loop_function(&self) -> Vec<String> {
        let lesson = self.is_lesson();
        let rule = self.rule_code();
        let batches = !self.run.batch().is_full();
        let mut code = Vec::new();
        let mut line =
            |depth: usize, text: &str| code.push(format!("{}{text}", "    ".repeat(depth)));
        line(0, if self.sums { "def descend(epochs):" } else { "def descend(x, y, epochs):" });
        line(
            1,
            match self.keeps_path {
                true => "\"\"\"The path of a descent: epoch, a and b of each place on it.\"\"\"",
                false => "\"\"\"a and b after so many epochs.\"\"\"",
            },
        );
        let start = if self.is_raw() { "START" } else { "scaled(*START)" };
        if lesson {
            line(1, &format!("a, b = {start}"));
        } else {
            line(1, &format!("p = np.array({start})  # slope and intercept"));
            rule.memory.iter().for_each(|memory| line(1, memory));
        }
        if rule.counts.is_some() {
            line(1, "t = 0  # updates");
        }
        if self.has_rates() {
            line(1, "L = RATES[0]");
        }
        if self.keeps_path {
            line(1, "path = [(0, *START)]");
        }
        line(1, "for epoch in range(epochs):");
        if self.has_rates() {
            line(2, "L = RATES.get(epoch, L)");
        }
        if self.has_schedule() {
            line(2, "rate = L * schedule(epoch)");
        }
        if lesson {
            self.lesson_lines().iter().for_each(|text| line(2, text));
        } else {
            let depth = if batches { 3 } else { 2 };
            if batches {
                line(2, "order = order_of(len(x), epoch)");
                line(2, "for first in range(0, len(x), BATCH):");
                line(3, "batch = order[first : first + BATCH]");
            }
            line(
                depth,
                match (self.sums, batches) {
                    (true, _) => "g = gradient(*p)",
                    (false, true) => "g = gradient(x[batch], y[batch], *p)",
                    (false, false) => "g = gradient(x, y, *p)",
                },
            );
            match self.settings.problem.held {
                Held::Neither => {}
                Held::Slope => line(depth, "g[0] = 0.0  # the slope is held"),
                Held::Intercept => line(depth, "g[1] = 0.0  # the intercept is held"),
            }
            if rule.counts == Some(Counts::Including) {
                line(depth, "t += 1");
            }
            rule.update.iter().for_each(|text| line(depth, text));
            if rule.counts == Some(Counts::Before) {
                line(depth, "t += 1");
            }
        }
        let here = match (lesson, self.is_raw()) {
            (true, true) => "a, b",
            (true, false) => "*unscaled(a, b)",
            (false, true) => "*p",
            (false, false) => "*unscaled(*p)",
        };
        if self.keeps_path {
            let place = format!("path.append((epoch + 1, {here}))");
            if self.every() > 1 {
                line(2, "if (epoch + 1) % EVERY == 0 or epoch + 1 == epochs:");
                line(3, &place);
            } else {
                line(2, &place);
            }
        }
        if self.tests_tolerance() {
            line(2, &format!("if cost({here}) < TOLERANCE:"));
            line(3, "break");
        }
        line(
            1,
            match (self.keeps_path, lesson, self.is_raw()) {
                (true, ..) => "return np.array(path)",
                (false, true, true) => "return a, b",
                (false, true, false) => "return unscaled(a, b)",
                (false, false, true) => "return p",
                (false, false, false) => "return unscaled(*p)",
            },
        );
        code
    }

    /// One epoch of plain descent on squared error, as the lesson builds it.
    fn lesson_lines(&self) -> Vec<String> {
        let held = self.settings.problem.held;
        let rate = self.rate_name();
        let (errors, da, db) = match self.sums {
            true => (
                "height = a * MEAN_X + b - MEAN_Y",
                "da = 2 * (VARIANCE_X * (a - BEST_SLOPE) + height * MEAN_X)",
                "db = 2 * height",
            ),
            false => (
                "errors = y - (a * x + b)",
                "da = -2 * np.mean(x * errors)",
                "db = -2 * np.mean(errors)",
            ),
        };
        let mut code = lines([errors]);
        if held != Held::Slope {
            code.push(da.to_owned());
        }
        if held != Held::Intercept {
            code.push(db.to_owned());
        }
        code.push(match held {
            Held::Slope => "# The slope is held.".to_owned(),
            _ => format!("a = a - {rate} * da"),
        });
        code.push(match held {
            Held::Intercept => "# The intercept is held.".to_owned(),
            _ => format!("b = b - {rate} * db"),
        });
        code
    }
}
