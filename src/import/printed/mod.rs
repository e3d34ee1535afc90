//! A table as the tools of databases print it, back to its cells.
//!
//! Boxes of lines, columns under a ruler, one value a line, JSON, HTML, LaTeX and what Python prints, besides CSV and
//! its relatives. What the tools print around the table, such as `(1 row)`, is left out.

mod boxed;
mod literal;
mod markup;
mod remark;
mod separated;
mod table;

use remark::is_remark;
pub(super) use table::{PrintedTable, reads};

/// A table that a tool printed in a box, under a ruler, in HTML or LaTeX, as cells between tabs. Returns `None` where the text is no
/// such table.
///
/// ```
/// use downhill::import::unboxed;
///
/// let printed = " x | y\n---+---\n 1 | 2\n(1 row)\n";
/// assert_eq!(unboxed(printed).as_deref(), Some("x\ty\n1\t2\n"));
/// assert_eq!(unboxed("x,y\n1,2\n"), None);
/// ```
pub fn unboxed(text: &str) -> Option<String> {
    let lines: Vec<String> = text.lines().map(boxed::plain_lines).collect();
    let lines: Vec<&str> =
        lines.iter().map(|line| line.trim_end()).filter(|line| !is_remark(line)).collect();
    let table = markup::table(text)
        .or_else(|| boxed::table(&lines))
        .or_else(|| boxed::under_rulers(&lines))?;
    let PrintedTable { headings, rows } = table.with_headings();
    let rows = headings.iter().chain(&rows).map(|row| row.join("\t") + "\n");
    Some(rows.collect())
}

/// The table in a text. It is empty where there is none.
pub(super) fn read(text: &str) -> PrintedTable {
    let text = text.trim_start_matches('\u{feff}').trim_matches(['\r', '\n']);
    if let Some(table) = literal::table(text) {
        return table;
    }
    if let Some(table) = markup::table(text) {
        return table.with_headings();
    }
    let lines: Vec<String> = text.lines().map(boxed::plain_lines).collect();
    let lines: Vec<&str> =
        lines.iter().map(|line| line.trim_end()).filter(|line| !is_remark(line)).collect();
    let table = boxed::table(&lines)
        .or_else(|| boxed::under_rulers(&lines))
        .unwrap_or_else(|| separated::table(&lines));
    // PostgreSQL's row_to_json prints an object in a box.
    match &table.rows[..] {
        [only] if only.len() == 1 => literal::table(&only[0]).unwrap_or(table),
        _ => table.with_headings(),
    }
}

#[cfg(test)]
mod tests {
    use super::table::cell;
    use super::*;

    #[test]
    fn boxes_and_rulers_become_cells_between_tabs() {
        for (text, expected) in [
            (" x | y\n---+---\n 1 | 2\n(1 row)\n", Some("x\ty\n1\t2\n")),
            ("x  y\n-- --\n1  2\n\n(1 row affected)\n", Some("x\ty\n1\t2\n")),
            ("│ 1 │ 2 │\n│ 3 │ 4 │\n", Some("1\t2\n3\t4\n")),
            ("x,y\n1,2\n", None),
            // A ruler without headings above it is none.
            ("-- --\n1  2\n", None),
        ] {
            assert_eq!(unboxed(text).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn the_first_row_is_one_of_headings_where_it_has_words_and_no_number() {
        for (text, headings, rows) in [
            ("a,b\n1,2\n", Some(vec!["a", "b"]), vec![vec!["1", "2"]]),
            ("a,5\nb,6\n", None, vec![vec!["a", "5"], vec!["b", "6"]]),
            ("1,5\n2,6\n", None, vec![vec!["1", "5"], vec!["2", "6"]]),
            ("a,b\n", None, vec![vec!["a", "b"]]),
            // One cell of several is no table of its own.
            ("| (1) | 2 |\n", None, vec![vec!["(1)", "2"]]),
            ("| (1, 2) |\n", None, vec![vec!["1", "2"]]),
        ] {
            let owned = |row: Vec<&str>| row.into_iter().map(str::to_owned).collect::<Vec<_>>();
            let rows = rows.into_iter().map(owned).collect();
            assert_eq!(
                read(text),
                PrintedTable { headings: headings.map(owned), rows },
                "{text:?}"
            );
        }
    }

    #[test]
    fn only_the_quotes_around_a_whole_cell_are_taken_off() {
        for (text, expected) in [
            (" \"a\" ", "a"),
            ("'a'", "a"),
            ("'a\"", "'a\""),
            ("\"a\" or \"b\"", "\"a\" or \"b\""),
            ("\"", "\""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
