//! The descent of a session as a Jupyter notebook: the program of [`super::python`] in cells, with what it
//! means between them, and pictures. nbformat 4.5, without outputs.

use super::python::{Data, Program, apart, array, label, one_line};
use crate::dataset::Dataset;
use crate::objective::{Cost, Held};
use crate::schedule::Schedule;
use crate::session::Session;
use crate::text::{count, rounded};

/// Points that are drawn where the program has only sums.
const DRAWN: usize = 300;

/// A cell, with its lines.
struct Cell {
    /// What the notebook calls it; the same every time.
    id: &'static str,
    is_code: bool,
    lines: Vec<String>,
}

/// The notebook of a program.
pub fn notebook(program: Program<'_>) -> String {
    let program = program.with_path();
    let cells: Vec<String> = cells(&program).iter().map(Cell::json).collect();
    let head = "{\n \"cells\": [\n";
    // Pygments and the versions of a kernel are left to the kernel.
    let tail = "\n ],\n \"metadata\": {\n  \"kernelspec\": {\n   \"display_name\": \"Python 3\",\n   \
        \"language\": \"python\",\n   \"name\": \"python3\"\n  },\n  \"language_info\": {\n   \
        \"name\": \"python\"\n  }\n },\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n";
    format!("{head}{}{tail}", cells.join(",\n"))
}

fn cells(program: &Program<'_>) -> Vec<Cell> {
    let session = program.session();
    let text = |id, paragraphs: Vec<String>| Cell {
        id,
        is_code: false,
        lines: paragraphs.join("\n\n").split('\n').map(str::to_owned).collect(),
    };
    let code = |id, lines: Vec<String>| Cell { id, is_code: true, lines };
    let mut data = program.data_code();
    data.extend(drawn(program));
    let mut functions = program.functions();
    let descend = functions.pop().unwrap_or_default();
    vec![
        text("title", title(program)),
        code("imports", program.imports(&["import matplotlib.pyplot as plt"])),
        text("about-the-data", about_data(program)),
        code("data", data),
        text("about-the-cost", about_cost(program)),
        code("settings", program.constants()),
        code("cost", trimmed(apart(&functions))),
        text("about-the-update", about_update(program)),
        code("descent", descend),
        text("about-the-run", vec![
                "## The run".to_owned(),
                "From the start, one epoch after the other; then the line over the points, and the cost by epoch."
                    .to_owned(),
            ]),
        code("run", run(program)),
        code("line", line_picture(session)),
        code("cost-by-epoch", cost_picture()),
        text("about-the-path", vec![
            "## The path over the cost".to_owned(),
            "Every place of this plane is a line: its slope is $a$, its intercept $b$. The contours join lines of \
             equal cost; the descent goes from the cross to the ball."
                .to_owned(),
        ]),
        code("path", path_picture(session.dataset())),
        text("about-the-check", vec![
            "## The same numbers".to_owned(),
            match program.is_magnified() {
                false => "They are those of the page, to $10^{-9}$ of each. If you change a setting above, they no longer are.",
                true => "The page's numbers are below. This descent magnifies the last digits of a sum, so that not all \
                         digits are the same.",
            }
            .to_owned(),
        ]),
        code("check", program.check()),
    ]
}

/// Without empty lines before it.
fn trimmed(mut lines: Vec<String>) -> Vec<String> {
    let empty = lines.iter().take_while(|line| line.is_empty()).count();
    lines.drain(..empty);
    lines
}

fn title(program: &Program<'_>) -> Vec<String> {
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
    if session.runs().len() > 1 {
        all.push(program.about().pop().unwrap_or_default());
    }
    all
}

fn about_data(program: &Program<'_>) -> Vec<String> {
    let dataset = program.session().dataset();
    let (x, y) = (markdown(&dataset.x().label()), markdown(&dataset.y().label()));
    let data = program.data().sentence("This notebook", dataset);
    vec![
        "## The data and the line".to_owned(),
        format!(
            "The explanatory variable $x$ is {x}, the dependent variable $y$ is {y}. {}",
            markdown(&data)
        ),
        "A line predicts $ŷ = a x + b$ at $x$. How far off it is at a point is the error $e = y - ŷ$.".to_owned(),
    ]
}

fn about_cost(program: &Program<'_>) -> Vec<String> {
    let problem = program.run().objective().problem();
    let what = match problem.cost {
        Cost::Squared => {
            r"$$J(a, b) = \frac1n \sum e^2, \qquad \frac{\partial J}{\partial a} = -\frac2n \sum x e, \qquad \frac{\partial J}{\partial b} = -\frac2n \sum e$$"
        }
        Cost::Absolute => {
            r"$$J(a, b) = \frac1n \sum |e|, \qquad \frac{\partial J}{\partial a} = -\frac1n \sum x \operatorname{sign} e, \qquad \frac{\partial J}{\partial b} = -\frac1n \sum \operatorname{sign} e$$"
        }
        Cost::Huber(_) => {
            r"$$J(a, b) = \frac1n \sum \rho(e), \qquad \rho(e) = \begin{cases} e^2 & |e| \le \delta \\ 2 \delta |e| - \delta^2 & |e| > \delta \end{cases}$$"
        }
        Cost::Signed => {
            r"$$J(a, b) = \frac1n \sum e,$$ in which errors cancel: it has no least value"
        }
    };
    let mut all = vec![
        "## The cost and its gradient".to_owned(),
        "The cost makes one number of all errors; the descent makes it smaller. Its gradient points uphill.".to_owned(),
        what.to_owned(),
    ];
    if problem.cost.is_squared() && matches!(program.data(), Data::Sums) {
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

fn about_update(program: &Program<'_>) -> Vec<String> {
    let run = program.run();
    let settings = run.settings();
    let rule = settings.optimizer.rule();
    let mut all = vec![
        format!("## The update: {}", rule.name),
        format!("{} With $p = (a, b)$ and the gradient $g$: {}.", rule.explains, program.formula()),
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

fn run(program: &Program<'_>) -> Vec<String> {
    vec![
        format!("path = {}", program.call()),
        "epochs, slopes, intercepts = path.T".to_owned(),
        "costs = np.array([cost(a, b) for a, b in path[:, 1:]])".to_owned(),
        "a, b, J = slopes[-1], intercepts[-1], costs[-1]".to_owned(),
        "print(f\"a = {a:.17g}, b = {b:.17g}, J = {J:.17g}\")".to_owned(),
    ]
}

/// What is drawn of the points.
fn drawn(program: &Program<'_>) -> Vec<String> {
    let points = program.session().dataset().points();
    if program.data().has_points() {
        return vec![String::new(), "drawn_x, drawn_y = x, y".to_owned()];
    }
    let every = points.len().div_ceil(DRAWN).max(1);
    let some = |values: &[f64]| values.iter().copied().step_by(every).collect::<Vec<_>>();
    let mut code = vec![String::new(), "# Some points, to be drawn.".to_owned()];
    code.extend(array("drawn_x", &some(points.xs())));
    code.extend(array("drawn_y", &some(points.ys())));
    code
}

fn line_picture(session: &Session) -> Vec<String> {
    let dataset = session.dataset();
    let range = dataset.summary().range_x();
    let mut code = vec![
        "fig, ax = plt.subplots(figsize=(7, 4.5))".to_owned(),
        "ax.scatter(drawn_x, drawn_y, s=12, color=\"#7a4fc0\", label=\"points\")".to_owned(),
    ];
    let ends = super::python::floats(&[range.min, range.max]);
    code.push(format!("ends = np.array([{ends}])"));
    code.push("if max(abs(a), abs(b)) < 1e100:".to_owned());
    code.push(
        "    ax.plot(ends, a * ends + b, color=\"#0b62c4\", label=f\"ŷ = {a:.4g} x {b:+.4g}\")"
            .to_owned(),
    );
    code.push(format!("ax.set(xlabel={}, ylabel={})", label(dataset.x()), label(dataset.y())));
    code.push("ax.legend()".to_owned());
    code.push("plt.show()".to_owned());
    code
}

fn cost_picture() -> Vec<String> {
    [
        "fig, ax = plt.subplots(figsize=(7, 3))",
        "near = np.abs(costs) < 1e100  # beyond, they cannot be drawn",
        "ax.plot(epochs[near], costs[near], color=\"#d96a00\")",
        "if (costs[near] > 0).all():",
        "    ax.set_yscale(\"log\")",
        "ax.set(xlabel=\"epoch\", ylabel=\"J\")",
        "plt.show()",
    ]
    .map(str::to_owned)
    .into()
}

fn path_picture(dataset: &Dataset) -> Vec<String> {
    // A pass over many rows takes its time.
    let side = if dataset.summary().n() > 10_000 { 30 } else { 60 };
    let mut code: Vec<String> = [
        "def window(values):",
        "    \"\"\"From where to where to look, with room at both ends.\"\"\"",
        "    room = 0.3 * np.ptp(values) or 0.3 * abs(values[0]) or 1.0",
        "    return values.min() - room, values.max() + room",
        "",
        "",
        "# Numbers beyond all bounds cannot be drawn.",
        "near = path[(np.abs(path) < 1e100).all(axis=1)]",
    ]
    .map(str::to_owned)
    .into();
    code.push(format!("slopes_seen = np.linspace(*window(near[:, 1]), {side})"));
    code.push(format!("intercepts_seen = np.linspace(*window(near[:, 2]), {side})"));
    code.extend(
        [
            "J_seen = np.array([[cost(a, b) for a in slopes_seen] for b in intercepts_seen])",
            "",
            "fig, ax = plt.subplots(figsize=(7, 5))",
            "levels = np.unique(np.quantile(J_seen, np.linspace(0, 1, 24)))",
            "if len(levels) > 1:",
            "    ax.contour(slopes_seen, intercepts_seen, J_seen, levels=levels, colors=\"#8a96a8\", linewidths=0.7)",
            "ax.plot(near[:, 1], near[:, 2], \".-\", color=\"#d96a00\", markersize=3, linewidth=1)",
            "ax.plot(near[0, 1], near[0, 2], \"x\", color=\"#1d1f24\", label=\"start\")",
            "ax.plot(near[-1, 1], near[-1, 2], \"o\", color=\"#d96a00\", label=f\"epoch {near[-1, 0]:,.0f}\")",
            "ax.set(xlabel=\"slope a\", ylabel=\"intercept b\")",
            "ax.legend()",
            "plt.show()",
        ]
        .map(str::to_owned),
    );
    code
}

/// A text that a person supplied, where Markdown is read: without its marks meaning anything.
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

impl Cell {
    fn json(&self) -> String {
        let kind = if self.is_code { "code" } else { "markdown" };
        let last = self.lines.len().saturating_sub(1);
        let line = |(index, line): (usize, &String)| {
            let end = if index < last { "\n" } else { "" };
            format!("    {}", json(&format!("{line}{end}")))
        };
        let lines: Vec<String> = self.lines.iter().enumerate().map(line).collect();
        let outputs = if self.is_code { "   \"execution_count\": null,\n" } else { "" };
        let none = if self.is_code { "   \"outputs\": [],\n" } else { "" };
        format!(
            "  {{\n   \"cell_type\": \"{kind}\",\n{outputs}   \"id\": \"{}\",\n   \"metadata\": {{}},\n{none}   \
             \"source\": [\n{}\n   ]\n  }}",
            self.id,
            lines.join(",\n")
        )
    }
}

/// A text as JSON writes it.
fn json(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\0'..='\u{1f}' => quoted.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
