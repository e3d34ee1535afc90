//! The descent of a session as a Jupyter notebook: the program of [`super::python`] in cells, with explanations and
//! pictures between them. nbformat 4.5, without outputs.

mod cell;
mod pictures;
mod prose;

use super::python::{Program, apart};
use cell::Cell;
use pictures::{best_line, cost_picture, drawn, line_picture, path_picture};
use prose::{about_cost, about_data, about_update, title};

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
            format!(
                "Every place of this plane is a line: its slope is $a$, its intercept $b$. The contours join lines of \
                 equal cost; the descent goes from the cross to the ball.{}",
                if best_line(program).is_some() { " The star is the least-squares line." } else { "" }
            ),
        ]),
        code("path", path_picture(program)),
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

/// The lines without the empty ones before them.
fn trimmed(mut lines: Vec<String>) -> Vec<String> {
    let empty = lines.iter().take_while(|line| line.is_empty()).count();
    lines.drain(..empty);
    lines
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
