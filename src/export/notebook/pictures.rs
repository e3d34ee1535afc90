//! The cells that draw.

use crate::descent::objective::Held;
use crate::export::python::{Program, array, floats, label};
use crate::numeric::line::Line;
use crate::session::Session;

/// The points that are drawn where the program has only sums.
const DRAWN: usize = 300;

/// The code that draws the points.
pub(super) fn drawn(program: &Program<'_>) -> Vec<String> {
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

pub(super) fn line_picture(session: &Session) -> Vec<String> {
    let dataset = session.dataset();
    let range = dataset.summary().range_x();
    let mut code = vec![
        "fig, ax = plt.subplots(figsize=(7, 4.5))".to_owned(),
        "ax.scatter(drawn_x, drawn_y, s=12, color=\"#7a4fc0\", label=\"points\")".to_owned(),
    ];
    let ends = floats(&[range.min, range.max]);
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

pub(super) fn cost_picture() -> Vec<String> {
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

/// The line that the descent leads to, where that is the least-squares line.
pub(super) fn best_line(program: &Program<'_>) -> Option<Line> {
    let problem = program.run().objective().problem();
    let free = problem.cost.is_squared() && problem.held == Held::Neither;
    program.session().dataset().least_squares().filter(|_| free)
}

pub(super) fn path_picture(program: &Program<'_>) -> Vec<String> {
    let (dataset, best) = (program.session().dataset(), best_line(program));
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
    let seen = |column: usize| match best {
        Some(_) => format!("np.append(near[:, {column}], BEST[{}])", column - 1),
        None => format!("near[:, {column}]"),
    };
    if let Some(Line { slope, intercept }) = best {
        code.push(format!("BEST = [{}]  # the least-squares line", floats(&[slope, intercept])));
    }
    code.push(format!("slopes_seen = np.linspace(*window({}), {side})", seen(1)));
    code.push(format!("intercepts_seen = np.linspace(*window({}), {side})", seen(2)));
    code.extend(
        [
            "J_seen = np.array([[cost(a, b) for a in slopes_seen] for b in intercepts_seen])",
            "",
            "fig, ax = plt.subplots(figsize=(7, 5))",
            "levels = np.unique(np.quantile(J_seen, np.linspace(0, 1, 24)))",
            "if len(levels) > 1:",
            "    contours = ax.contour(slopes_seen, intercepts_seen, J_seen, levels=levels, colors=\"#8a96a8\", linewidths=0.7)",
            "    ax.clabel(contours, contours.levels[::4], fontsize=7, fmt=\"%.3g\")",
            "ax.plot(near[:, 1], near[:, 2], \".-\", color=\"#d96a00\", markersize=3, linewidth=1)",
            "ax.plot(near[0, 1], near[0, 2], \"x\", color=\"#1d1f24\", label=\"start\")",
            "ax.plot(near[-1, 1], near[-1, 2], \"o\", color=\"#d96a00\", label=f\"epoch {near[-1, 0]:,.0f}\")",
        ]
        .map(str::to_owned),
    );
    if best.is_some() {
        code.push(
            "ax.plot(*BEST, \"*\", color=\"#1c7f4a\", markersize=10, label=\"least squares\")"
                .to_owned(),
        );
    }
    code.extend(
        ["ax.set(xlabel=\"slope a\", ylabel=\"intercept b\")", "ax.legend()", "plt.show()"]
            .map(str::to_owned),
    );
    code
}
