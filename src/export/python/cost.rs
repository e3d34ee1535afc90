//! The cost and its gradient, over rows and from sums.

use super::Program;
use super::literal::lines;
use crate::descent::objective::Cost;

impl Program<'_> {
    /// The code of J.
    pub(super) fn cost_function(&self) -> Vec<String> {
        let mut code = lines(["def cost(a, b):"]);
        let what = match self.cost() {
            Cost::Squared => "the mean squared error",
            Cost::Absolute(_) => "the mean absolute error",
            Cost::Huber(_) => "the mean Huber cost: squared up to DELTA, straight beyond",
            Cost::Signed(_) => "the mean error, in which errors cancel",
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
            Cost::Signed(_) if self.cost_by_sums => {
                let (mean_x, mean_y) = self.means();
                vec![format!("    return {mean_y} - (a * {mean_x} + b)")]
            }
            Cost::Squared => lines(["    return np.mean((y - (a * x + b)) ** 2)"]),
            Cost::Absolute(_) => lines(["    return np.mean(np.abs(y - (a * x + b)))"]),
            Cost::Huber(_) => lines([
                "    errors = np.abs(y - (a * x + b))",
                "    return np.mean(np.where(errors <= DELTA, errors**2, DELTA * (2 * errors - DELTA)))",
            ]),
            Cost::Signed(_) => lines(["    return np.mean(y - (a * x + b))"]),
        });
        code
    }

    /// The code of the gradient, where it is a function.
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
            Cost::Signed(_) if self.sums => return by_sums("-MEAN_X, -1.0"),
            _ => {}
        }
        let mut code = lines([
            "def gradient(x, y, a, b):",
            "    \"\"\"The slopes of J along a and along b.\"\"\"",
        ]);
        let pull = match self.cost() {
            Cost::Signed(_) => {
                code.push("    return np.array([-np.mean(x), -1.0])".to_owned());
                return code;
            }
            Cost::Squared => "2 * (y - (a * x + b))".to_owned(),
            Cost::Absolute(_) => "np.sign(y - (a * x + b))".to_owned(),
            Cost::Huber(_) => {
                code.push(format!("    delta = {}", self.threshold()));
                "2 * np.clip(y - (a * x + b), -delta, delta)".to_owned()
            }
        };
        code.push(format!("    pull = {pull}"));
        code.push("    return np.array([-np.mean(x * pull), -np.mean(pull)])".to_owned());
        code
    }
}
