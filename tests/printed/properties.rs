//! Properties of all sums, and of all texts.

use downhill::data::summary::Summary;
use downhill::data::summary_column::SummaryColumn;
use downhill::import::pairs;
use downhill::import::sums::sums;
use downhill::numeric::notation::exact;
use proptest::prelude::*;

/// A way to print names above one row of cells.
type Form = fn(&[&str], &[String]) -> String;

const FORMS: [(&str, Form); 12] = [
    ("csv", |names, cells| format!("{}\n{}\n", names.join(","), cells.join(","))),
    ("tabs", |names, cells| format!("{}\r\n{}\r\n", names.join("\t"), cells.join("\t"))),
    ("semicolons", |names, cells| format!("{}\n{}", names.join(";"), cells.join(";"))),
    ("csv without names", |_, cells| cells.join(",")),
    ("sqlite3", |_, cells| cells.join("|")),
    ("psql", |names, cells| {
        let rule = vec!["---"; names.len()].join("+");
        format!(" {} \n{rule}\n {}\n(1 row)\n\n", names.join(" | "), cells.join(" | "))
    }),
    ("psql -x", |names, cells| {
        let lines = names.iter().zip(cells).map(|(name, cell)| format!("{name:6} | {cell}\n"));
        format!("-[ RECORD 1 ]---\n{}", lines.collect::<String>())
    }),
    ("duckdb", |names, cells| {
        let row = |cells: &[&str]| format!("│ {} │\n", cells.join(" │ "));
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let types = vec!["double"; names.len()];
        format!("┌──┬──┐\n{}{}├──┼──┤\n{}└──┴──┘\n", row(names), row(&types), row(&cells))
    }),
    ("column", |names, cells| {
        let column = |of: &dyn Fn(usize) -> String| {
            (0..names.len()).map(|at| format!("{:<26}", of(at))).collect::<String>()
        };
        let rules = column(&|_| "-".repeat(25));
        format!(
            "{}\n{rules}\n{}\n",
            column(&|at| names[at].into()),
            column(&|at| cells[at].clone())
        )
    }),
    ("line", |names, cells| {
        names.iter().zip(cells).map(|(name, cell)| format!("{name:>6} = {cell}\n")).collect()
    }),
    ("json", |names, cells| {
        let pairs = names.iter().zip(cells).map(|(name, cell)| format!("\"{name}\":{cell}"));
        format!("[{{{}}}]", pairs.collect::<Vec<_>>().join(","))
    }),
    ("Row", |names, cells| {
        let pairs = names.iter().zip(cells).map(|(name, cell)| format!("{name}={cell}"));
        format!("[Row({})]", pairs.collect::<Vec<_>>().join(", "))
    }),
];

fn points() -> impl Strategy<Value = Vec<(f64, f64)>> {
    let scale = (-6..7, -6..7).prop_map(|(x, y)| (10_f64.powi(x), 10_f64.powi(y)));
    let points = prop::collection::vec((-1e3..1e3, -1e3..1e3), 3..30);
    (points, scale)
        .prop_map(|(points, (x, y))| points.into_iter().map(|(u, v)| (u * x, v * y)).collect())
}

proptest! {
    #[test]
    fn what_is_printed_of_sums_is_read_to_the_last_bit(points in points(), six in any::<bool>()) {
        let (xs, ys): (Vec<_>, Vec<_>) = points.into_iter().unzip();
        let numbers = Summary::of_columns(&xs, &ys).numbers();
        let count = if six { 6 } else { 10 };
        let cells: Vec<String> = numbers[..count].iter().map(|&number| exact(number)).collect();
        for (form, print) in FORMS {
            let text = print(&SummaryColumn::names()[..count], &cells);
            let found = sums(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
            prop_assert_eq!(&found.summary.numbers()[..count], &numbers[..count], "{}", form);
            prop_assert_eq!(found.ranges_known, !six, "{}", form);
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,60}") {
        let _ = (sums(&text), pairs(&text));
    }

    #[test]
    fn no_text_of_the_signs_that_matter_panics(
        text in "([|│+─┼ \\n\\r\\t,;:=.…·]|-|\\[|\\]|[{}()\"'\\\\]|[0-9]|n|sxx|mean_x|RECORD|None|e|−| row){0,60}"
    ) {
        let _ = (sums(&text), pairs(&text));
    }
}
