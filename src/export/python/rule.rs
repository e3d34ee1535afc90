//! The update rules in NumPy, with the operations of `src/descent/optimizer/` in the same order, so that the numbers are
//! the same.

use super::literal::{float, lines};
use crate::descent::objective::{Cost, Held};
use crate::descent::optimizer::{Optimizer, Rule};

/// The code of a rule. `p` is the pair of parameters, `g` the gradient there.
#[derive(Default)]
pub(super) struct RuleCode {
    /// The constants: name, value and meaning.
    pub(super) constants: Vec<(String, String, String)>,
    /// The code that sets its memory up, before the first update.
    pub(super) memory: Vec<String>,
    /// The code of an update.
    pub(super) update: Vec<String>,
    /// The update in symbols.
    pub(super) formula: &'static str,
    /// How updates are counted, where the rule needs it.
    pub(super) counts: Option<Counts>,
}

/// How updates are counted at an update.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    /// The updates before it.
    Before,
    /// The updates before it, and itself.
    Including,
}

impl RuleCode {
    /// The code of a rule where the learning rate of an update is called `rate`. Newton's rule depends on the cost:
    /// `newton` writes its code.
    pub(super) fn of(optimizer: &Optimizer, rate: &str, newton: impl FnOnce() -> Self) -> Self {
        let rule = optimizer.rule();
        let value = |index: usize| optimizer.parameters().get(index).copied().unwrap_or_default();
        let mut code = match rule {
            Rule::Momentum => momentum(rate, value(1)),
            Rule::Nesterov => nesterov(rate),
            Rule::AdaGrad => adagrad(rate, value(0), value(1), value(2)),
            Rule::RmsProp => rmsprop(rate, [value(1), value(2), value(3)]),
            Rule::Adam => adam(rate, value(2), value(3)),
            Rule::Newton => newton(),
            Rule::GradientDescent => plain(rate),
        };
        let parameters = rule.definition().parameters.iter().zip(optimizer.parameters());
        for (parameter, &value) in parameters {
            let name = constant(parameter.name);
            // A constant that no line uses is not in the program.
            if code.update.iter().chain(&code.memory).any(|line| line.contains(&name)) {
                code.constants.push((name, float(value), remark(parameter.explains)));
            }
        }
        code
    }
}

/// The name of a parameter in the program.
fn constant(name: &str) -> String {
    match name {
        "initial_accumulator_value" => "INITIAL".to_owned(),
        name => name.to_ascii_uppercase(),
    }
}

/// A sentence as a remark behind a constant.
fn remark(sentence: &str) -> String {
    let sentence = sentence.trim_end_matches('.');
    let mut letters = sentence.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn plain(rate: &str) -> RuleCode {
    RuleCode {
        update: vec![format!("p = p - {rate} * g")],
        formula: r"$p \leftarrow p - L\,g$",
        ..RuleCode::default()
    }
}

fn momentum(rate: &str, dampening: f64) -> RuleCode {
    let dampened = dampening > 0.0;
    let (memory, velocity) = match dampened {
        // The first velocity is the first gradient, undampened.
        true => (
            "velocity = None",
            "velocity = g if velocity is None else MOMENTUM * velocity + (1 - DAMPENING) * g",
        ),
        false => ("velocity = np.zeros(2)", "velocity = MOMENTUM * velocity + g"),
    };
    RuleCode {
        memory: lines([memory]),
        update: vec![velocity.to_owned(), format!("p = p - {rate} * velocity")],
        formula: match dampened {
            true => r"$v \leftarrow \beta v + (1 - \tau)\,g$, then $p \leftarrow p - L\,v$",
            false => r"$v \leftarrow \beta v + g$, then $p \leftarrow p - L\,v$",
        },
        ..RuleCode::default()
    }
}

fn nesterov(rate: &str) -> RuleCode {
    RuleCode {
        memory: lines(["velocity = np.zeros(2)"]),
        update: vec![
            "velocity = MOMENTUM * velocity + g".to_owned(),
            format!("p = p - {rate} * (g + MOMENTUM * velocity)"),
        ],
        formula: r"$v \leftarrow \beta v + g$, then $p \leftarrow p - L\,(g + \beta v)$",
        ..RuleCode::default()
    }
}

/// `way` divided by `by`. Where eps is 0, a gradient of 0 moves nothing.
fn step(way: &str, by: &str, eps: f64) -> String {
    if eps > 0.0 { format!("{way} / ({by} + EPS)") } else { format!("divided({way}, {by})") }
}

fn adagrad(rate: &str, decay: f64, initial: f64, eps: f64) -> RuleCode {
    let memory = if initial > 0.0 { "np.full(2, INITIAL)" } else { "np.zeros(2)" };
    let (rate, counts) = match decay > 0.0 {
        true => (format!("{rate} / (1 + t * LR_DECAY)"), Some(Counts::Before)),
        false => (rate.to_owned(), None),
    };
    RuleCode {
        memory: vec![format!("squares = {memory}")],
        update: vec![
            "squares = squares + g * g".to_owned(),
            format!("p = p - {}", step(&format!("{rate} * g"), "np.sqrt(squares)", eps)),
        ],
        formula: r"$s \leftarrow s + g^2$, then $p \leftarrow p - L\,g / (\sqrt{s} + \varepsilon)$",
        counts,
        ..RuleCode::default()
    }
}

fn rmsprop(rate: &str, [eps, momentum, centered]: [f64; 3]) -> RuleCode {
    let mut memory = lines(["square = np.zeros(2)"]);
    let mut update = lines(["square = ALPHA * square + (1 - ALPHA) * g * g"]);
    let mut about = "square";
    if centered == 1.0 {
        memory.push("mean = np.zeros(2)".to_owned());
        update.push("mean = mean + (g - mean) * (1 - ALPHA)".to_owned());
        update.push("variance = np.maximum(square - mean * mean, 0.0)".to_owned());
        about = "variance";
    }
    let by = format!("np.sqrt({about})");
    if momentum > 0.0 {
        memory.push("velocity = np.zeros(2)".to_owned());
        update.push(format!("velocity = MOMENTUM * velocity + {}", step("g", &by, eps)));
        update.push(format!("p = p - {rate} * velocity"));
    } else {
        update.push(format!("p = p - {}", step(&format!("{rate} * g"), &by, eps)));
    }
    RuleCode {
        memory,
        update,
        formula: r"$s \leftarrow \alpha s + (1 - \alpha)\,g^2$, then $p \leftarrow p - L\,g / (\sqrt{s} + \varepsilon)$",
        ..RuleCode::default()
    }
}

fn adam(rate: &str, eps: f64, amsgrad: f64) -> RuleCode {
    let mut memory = lines(["m = np.zeros(2)", "v = np.zeros(2)"]);
    let mut update =
        lines(["m = m + (g - m) * (1 - BETA1)", "v = BETA2 * v + (1 - BETA2) * g * g"]);
    let mut about = "v";
    if amsgrad == 1.0 {
        memory.push("greatest = np.zeros(2)".to_owned());
        update.push("greatest = np.maximum(greatest, v)".to_owned());
        about = "greatest";
    }
    let by = format!("np.sqrt({about}) / math.sqrt(1 - BETA2**t)");
    update.push(format!("p = p - {}", step(&format!("{rate} / (1 - BETA1**t) * m"), &by, eps)));
    RuleCode {
        memory,
        update,
        formula: r"$m \leftarrow \beta_1 m + (1 - \beta_1)\,g$ and $v \leftarrow \beta_2 v + (1 - \beta_2)\,g^2$, then $p \leftarrow p - L\,\hat m / (\sqrt{\hat v} + \varepsilon)$ with $\hat m = m / (1 - \beta_1^t)$ and $\hat v = v / (1 - \beta_2^t)$",
        counts: Some(Counts::Including),
        ..RuleCode::default()
    }
}

/// Newton's rule on squared error: the curvature is the same at every line. `spread` is whether x has any.
pub(super) fn newton_on_sums(held: Held, spread: bool) -> RuleCode {
    let update = match held {
        Held::Slope => lines(["p = p - np.array([0.0, g[1] / 2])"]),
        Held::Intercept => {
            lines(["p = p - np.array([g[0] / (2 * (VARIANCE_X + MEAN_X * MEAN_X)), 0.0])"])
        }
        Held::Neither if spread => lines([
            "da = (g[0] - MEAN_X * g[1]) / (2 * VARIANCE_X)",
            "db = g[1] / 2 - MEAN_X * da",
            "p = p - np.array([da, db])",
        ]),
        // All x are equal: J is curved in one direction only.
        Held::Neither => lines(["p = p - g / (2 * (1 + MEAN_X * MEAN_X))"]),
    };
    RuleCode { update, formula: NEWTON, ..RuleCode::default() }
}

/// Newton's rule on a cost whose curvature depends on the line.
pub(super) fn newton(cost: Cost) -> RuleCode {
    let update = match cost {
        Cost::Huber(_) => lines(["p = p - newton_step(x, y, p, g)"]),
        Cost::Squared | Cost::Absolute(_) | Cost::Signed(_) => lines([
            "pass  # J is made of planes: without curvature there is no Newton step, and the ball stays",
        ]),
    };
    RuleCode { update, formula: NEWTON, ..RuleCode::default() }
}

const NEWTON: &str = r"$p \leftarrow p - H^{-1} g$, where $H$ are the second derivatives of $J$";

/// The function that [`newton`] calls on the Huber cost with this threshold.
pub(super) fn newton_step(held: Held, threshold: &str) -> Vec<String> {
    let mut code = lines([
        "def newton_step(x, y, p, g):",
        "    \"\"\"The step to the bottom of the parabola that J is near the line p.\"\"\"",
    ]);
    code.push(format!(
        "    curved = x[np.abs(y - (p[0] * x + p[1])) <= {threshold}]  # elsewhere J is straight"
    ));
    code.extend(lines([
        "    if len(curved) == 0:",
        "        return np.zeros(2)",
        "    share, mean, variance = len(curved) / len(x), np.mean(curved), np.var(curved)",
    ]));
    code.extend(match held {
        Held::Slope => lines(["    return np.array([0.0, g[1] / (2 * share)])"]),
        Held::Intercept => {
            lines(["    return np.array([g[0] / (2 * share * (variance + mean * mean)), 0.0])"])
        }
        Held::Neither => lines([
            "    if variance == 0:",
            "        return g / (2 * share * (1 + mean * mean))",
            "    da = (g[0] - mean * g[1]) / (2 * share * variance)",
            "    return np.array([da, g[1] / (2 * share) - mean * da])",
        ]),
    });
    code
}

/// The function that [`step`] calls.
pub(super) fn divided() -> Vec<String> {
    lines([
        "def divided(way, by):",
        "    \"\"\"way / by; where nothing pulls, nothing moves, even if nothing ever pulled.\"\"\"",
        "    return np.divide(way, by, out=np.zeros(2), where=way != 0)",
    ])
}
