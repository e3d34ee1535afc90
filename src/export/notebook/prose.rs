//! The explanations between the cells of code.

use crate::descent::objective::{Cost, Held};
use crate::descent::schedule::Schedule;
use crate::export::python::{Program, ProgramData, one_line};
use crate::text::en::number::{count, rounded};

pub(super) fn title(program: &Program<'_>) -> Vec<String> {
    let session = program.session();
    let state = program.run().state();
    let what = markdown(session.source().name());
    let (a, b) = (rounded(state.line.slope, 6), rounded(state.line.intercept, 6));
    let mut all = vec![
        format!("# A line learns: {what}"),
        format!(
            "This notebook repeats a descent that [Downhill] showed, with its data and its settings. At epoch {} the \
             line was $ŷ = a x + b$ with a = {a} and b = {b}, and the cost was J = {}. Run all cells from the top: \
             the last one has the page's numbers beside these.",
            count(state.epoch),
            rounded(state.cost, 6)
        )
        .replace("[Downhill]", "*Downhill*"),
        "It needs NumPy and matplotlib.".to_owned(),
    ];
    if session.ruled_runs().len() > 1 {
        all.push(program.about().pop().unwrap_or_default());
    }
    all
}

pub(super) fn about_data(program: &Program<'_>) -> Vec<String> {
    let dataset = program.session().dataset();
    let (x, y) = (markdown(&dataset.x().label()), markdown(&dataset.y().label()));
    let data = program.data().sentence(dataset);
    vec![
        "## The data and the line".to_owned(),
        format!(
            "{} {}",
            match (x.as_str(), y.as_str()) {
                ("x", "y") => "$x$ is the explanatory variable, $y$ the dependent variable.".to_owned(),
                _ => format!("The explanatory variable $x$ is {x}, the dependent variable $y$ is {y}."),
            },
            markdown(&data)
        ),
        "A line predicts $ŷ = a x + b$ at $x$. How far off it is at a point is the error $e = y - ŷ$.".to_owned(),
    ]
}

pub(super) fn about_cost(program: &Program<'_>) -> Vec<String> {
    let problem = program.run().objective().problem();
    let what = match problem.cost {
        Cost::Squared => {
            r"$$J(a, b) = \frac1n \sum e^2, \qquad \frac{\partial J}{\partial a} = -\frac2n \sum x e, \qquad \frac{\partial J}{\partial b} = -\frac2n \sum e$$"
        }
        Cost::Absolute(_) => {
            r"$$J(a, b) = \frac1n \sum |e|, \qquad \frac{\partial J}{\partial a} = -\frac1n \sum x \operatorname{sign} e, \qquad \frac{\partial J}{\partial b} = -\frac1n \sum \operatorname{sign} e$$"
        }
        Cost::Huber(_) => {
            r"$$J(a, b) = \frac1n \sum \rho(e), \qquad \rho(e) = \begin{cases} e^2 & |e| \le \delta \\ 2 \delta |e| - \delta^2 & |e| > \delta \end{cases}$$"
        }
        Cost::Signed(_) => {
            r"$$J(a, b) = \frac1n \sum e,$$ in which errors cancel: it has no least value"
        }
    };
    let mut all = vec![
        "## The cost and its gradient".to_owned(),
        "The cost makes one number of all errors; the descent makes it smaller. Its gradient points uphill.".to_owned(),
        what.to_owned(),
    ];
    if problem.cost.is_squared() && matches!(program.data(), ProgramData::Sums) {
        all.push(
            "The mean squared error depends on the rows only through a few sums: with them, an epoch costs the same \
             for a billion rows as for ten."
                .to_owned(),
        );
    }
    if !program.is_raw() {
        all.push(
            "The descent runs in scaled coordinates, in which $x$ and $y$ have other zeros and units; `unscaled` \
             brings its line back to the units of the data. There the valley of the cost is rounder, and larger \
             steps are safe."
                .to_owned(),
        );
    }
    match problem.held {
        Held::Neither => {}
        Held::Slope => all.push("The slope is held: only the intercept learns.".to_owned()),
        Held::Intercept => all.push("The intercept is held: only the slope learns.".to_owned()),
    }
    all
}

pub(super) fn about_update(program: &Program<'_>) -> Vec<String> {
    let run = program.run();
    let settings = run.settings();
    let rule = settings.optimizer.rule().definition();
    let mut all = vec![
        format!("## The update: {}", rule.title),
        format!(
            "{} With $p = (a, b)${} and the gradient $g$: {}.",
            rule.explains,
            if program.is_raw() { "" } else { " in the scaled coordinates" },
            program.formula()
        ),
    ];
    if program.has_schedule() {
        all.push(
            match settings.schedule {
                Schedule::Step { .. } => "The rate falls in steps, every so many epochs.",
                Schedule::Inverse { .. } => "The rate falls like $1/t$.",
                Schedule::Cosine { .. } | Schedule::Constant => {
                    "The rate falls to 0 along half a cosine wave."
                }
            }
            .to_owned(),
        );
    }
    if program.has_rates() {
        all.push("The learning rate was changed by hand on the way; the program changes it at the same epochs.".to_owned());
    }
    if !run.batch().is_full() {
        all.push(
            "An epoch uses all rows once, some at a time, in an order that follows from a seed and the epoch. The \
             generator is the page's, so that the batches are the same ones."
                .to_owned(),
        );
    }
    all
}

/// A text that a person supplied, escaped for Markdown.
fn markdown(text: &str) -> String {
    let mut plain = String::new();
    for letter in one_line(text).chars() {
        match letter {
            '<' => plain.push_str("&lt;"),
            '&' => plain.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '$' | '#' | '|' | '~' | '!' => {
                plain.extend(['\\', letter])
            }
            _ => plain.push(letter),
        }
    }
    plain
}
