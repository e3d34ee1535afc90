//! The loop of a descent.

use super::chance::{generator, order};
use super::literal::lines;
use super::rule::{Counts, RuleCode, divided, newton, newton_on_sums, newton_step};
use super::{Program, ProgramData};
use crate::descent::objective::{Cost, Held};

impl Program<'_> {
    /// The cost that is minimised, in words.
    pub(super) fn cost(&self) -> Cost {
        self.settings.problem.cost
    }

    /// Whether the descent runs in the coordinates of the data.
    pub(in crate::export) fn is_raw(&self) -> bool {
        self.settings.problem.scaling.is_raw()
    }

    /// δ in the coordinates of the descent.
    pub(super) fn threshold(&self) -> &'static str {
        if self.is_raw() { "DELTA" } else { "DELTA / UNIT_Y" }
    }

    /// Whether the loop is that of the lesson, with a and b instead of a vector.
    pub(super) fn is_lesson(&self) -> bool {
        self.settings.optimizer.is_plain() && self.cost().is_squared() && self.run.batch().is_full()
    }

    /// The code of the rule.
    pub(super) fn rule_code(&self) -> RuleCode {
        let held = self.settings.problem.held;
        let newton = || match self.sums && self.cost().is_squared() {
            true => newton_on_sums(held, self.session.dataset().summary().has_spread()),
            false => newton(self.cost()),
        };
        RuleCode::of(&self.settings.optimizer, self.rate_name(), newton)
    }

    /// The functions that the loop calls besides the gradient.
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
            if self.data != ProgramData::Counts {
                all.push(generator());
            }
            all.push(order());
        }
        all.retain(|code| !code.is_empty());
        all
    }

    /// The arguments of the loop.
    pub(in crate::export) fn call(&self) -> &'static str {
        match (self.sums, self.is_raw()) {
            (true, _) => "descend(EPOCHS)",
            (false, true) => "descend(x, y, EPOCHS)",
            (false, false) => "descend(x_scaled, y_scaled, EPOCHS)",
        }
    }

    /// The code of the descent.
    pub(super) fn loop_function(&self) -> Vec<String> {
        let lesson = self.is_lesson();
        let rule = self.rule_code();
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
        let epoch = if lesson { self.lesson_lines() } else { self.update_lines(&rule) };
        epoch.iter().for_each(|text| line(2, text));
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

    /// One epoch of any rule: one update, or one for each mini-batch.
    fn update_lines(&self, rule: &RuleCode) -> Vec<String> {
        let batches = !self.run.batch().is_full();
        let mut code = lines([match (self.sums, batches) {
            (true, _) => "g = gradient(*p)",
            (false, true) => "g = gradient(x[batch], y[batch], *p)",
            (false, false) => "g = gradient(x, y, *p)",
        }]);
        let mut line = |text: &str| code.push(text.to_owned());
        match self.settings.problem.held {
            Held::Neither => {}
            Held::Slope => line("g[0] = 0.0  # the slope is held"),
            Held::Intercept => line("g[1] = 0.0  # the intercept is held"),
        }
        if rule.counts == Some(Counts::Including) {
            line("t += 1");
        }
        rule.update.iter().for_each(|text| line(text));
        if rule.counts == Some(Counts::Before) {
            line("t += 1");
        }
        if !batches {
            return code;
        }
        let mut epoch = lines([
            "order = order_of(len(x), epoch)",
            "for first in range(0, len(x), BATCH):",
            "    batch = order[first : first + BATCH]",
        ]);
        epoch.extend(code.iter().map(|line| format!("    {line}")));
        epoch
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
