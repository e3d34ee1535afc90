//! Tables in HTML, XML and LaTeX, and as a statement that inserts them.

use super::table::{PrintedTable, cell};

/// The table in a text of one of these languages. Returns `None` where the text is something else.
pub(super) fn table(text: &str) -> Option<PrintedTable> {
    html(text).or_else(|| latex(text)).or_else(|| insert(text))
}

/// A table of `<tr>`, `<th>` and `<td>`; or of `<field name="n">`, as MySQL writes XML.
fn html(text: &str) -> Option<PrintedTable> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut headings = None;
    // The text of the cell that is open.
    let mut open: Option<String> = None;
    let mut is_heading = true;
    for part in text.split('<').skip(1) {
        let (tag, behind) = part.split_once('>')?;
        let name = tag.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
        // HTML may leave out the end of a cell, and of a row.
        let ends = ["td", "th", "/td", "/th", "field", "/field", "tr", "/tr", "row", "/table"];
        if ends.contains(&name.as_str()) {
            rows.last_mut()
                .into_iter()
                .for_each(|row| row.extend(open.take().as_deref().map(plain)));
        }
        match name.as_str() {
            "tr" | "row" => {
                rows.push(Vec::new());
                is_heading = true;
            }
            "/tr" if is_heading && headings.is_none() => {
                headings = rows.pop().filter(|row| !row.is_empty());
            }
            "td" | "th" => {
                rows.last()?;
                open = Some(behind.to_owned());
                is_heading &= name == "th";
            }
            "field" => {
                rows.push(vec![attribute(tag, "name").unwrap_or_default()]);
                open = Some(behind.to_owned());
            }
            _ => open.iter_mut().for_each(|text| text.push_str(behind)),
        }
    }
    rows.retain(|row| !row.is_empty());
    (!rows.is_empty()).then_some(PrintedTable { headings, rows })
}

/// The value of an attribute in a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, behind) = tag.split_once(&format!("{name}=\""))?;
    Some(plain(behind.split_once('"')?.0))
}

/// A text of HTML with its character references replaced.
fn plain(text: &str) -> String {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(';').and_then(|(name, rest)| Some((character(name)?, rest))) {
            Some((character, rest)) => {
                plain.push(character);
                plain.push_str(rest);
            }
            None => {
                plain.push('&');
                plain.push_str(part);
            }
        }
    }
    cell(&plain)
}

/// The character of a reference such as `&minus;` or `&#8722;`.
fn character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" | "thinsp" | "emsp" => ' ',
        "minus" => '−',
        "macr" => '\u{304}',
        _ => {
            let code = name.strip_prefix('#')?;
            let code = match code.strip_prefix(['x', 'X']) {
                Some(code) => u32::from_str_radix(code, 16),
                None => code.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    })
}

/// Rows of cells between `&`, each ended by `\\`.
fn latex(text: &str) -> Option<PrintedTable> {
    if !text.contains("\\\\") || !text.contains('&') {
        return None;
    }
    let cells = |row: &str| {
        // A sign behind a backslash is itself.
        let row = row.replace("\\&", "\u{0}");
        row.split('&').map(|text| cell(&without_commands(text).replace('\u{0}', "&"))).collect()
    };
    let rows: Vec<Vec<String>> =
        text.split("\\\\").filter(|row| row.contains('&')).map(cells).collect();
    (!rows.is_empty()).then_some(PrintedTable { headings: None, rows })
}

/// The text of a cell of LaTeX, without commands, groups and the signs of mathematics.
fn without_commands(text: &str) -> String {
    let mut plain = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                let mut name = String::new();
                while let Some(letter) = letters.next_if(char::is_ascii_alphabetic) {
                    name.push(letter);
                }
                match name.as_str() {
                    "" => plain.extend(letters.next()),
                    // The arguments of these are no text.
                    "begin" | "end" | "cline" | "cmidrule" | "label" | "caption" => {
                        while let Some(open) = letters.next_if(|&next| next == '{' || next == '[') {
                            let close = if open == '{' { '}' } else { ']' };
                            letters.by_ref().find(|&letter| letter == close);
                        }
                    }
                    _ => {}
                }
            }
            '{' | '}' | '$' => {}
            '~' => plain.push(' '),
            other => plain.push(other),
        }
    }
    plain
}

/// The one row of `INSERT INTO t(n, sxx) VALUES (3, 5);`, as SQLite and DuckDB print it.
fn insert(text: &str) -> Option<PrintedTable> {
    let lower = text.to_ascii_lowercase();
    let at = lower.find("values").filter(|_| lower.trim_start().starts_with("insert into"))?;
    let row = |text: &str| -> Option<Vec<String>> {
        let (_, behind) = text.split_once('(')?;
        Some(behind.split_once(')')?.0.split(',').map(cell).collect())
    };
    let (names, values) = (text.get(..at)?, text.get(at..)?);
    Some(PrintedTable { headings: row(names), rows: vec![row(values)?] })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, headings: &[&str], rows: &[&[&str]]) {
        let owned = |row: &[&str]| row.iter().map(ToString::to_string).collect::<Vec<_>>();
        let headings = (!headings.is_empty()).then(|| owned(headings));
        let rows = rows.iter().map(|row| owned(row)).collect();
        assert_eq!(table(text), Some(PrintedTable { headings, rows }), "{text}");
    }

    #[test]
    fn html_has_rows_of_cells_whether_or_not_they_are_closed() {
        check(
            "<table border=\"1\"><TR><TH>n</TH><TH>mean&nbsp;x</TH></TR>\n<tr><td align=right>3</td><td>&minus;2.5 </td></tr></table>",
            &["n", "mean x"],
            &[&["3", "−2.5"]],
        );
        check("<tr><td>1<td>2\n<tr><td>3<td>4</table>", &[], &[&["1", "2"], &["3", "4"]]);
        check("<tr><th>n</th><td><b>3</b> rows</td></tr>", &[], &[&["n", "3 rows"]]);
    }

    #[test]
    fn fields_of_xml_have_their_names() {
        check(
            "<?xml version=\"1.0\"?>\n<resultset><row>\n<field name=\"n\">3</field>\n<field name=\"sxx\">5</field></row></resultset>",
            &[],
            &[&["n", "3"], &["sxx", "5"]],
        );
    }

    #[test]
    fn latex_has_cells_between_ampersands() {
        check(
            "\\begin{tabular}{lrr}\n\\toprule\n & mean\\_x & \\textbf{sxx} \\\\\n\\midrule\n0 & $-2.5$ & 8{,}269 \\\\\n\\bottomrule\n\\end{tabular}",
            &[],
            &[&["", "mean_x", "sxx"], &["0", "-2.5", "8,269"]],
        );
    }

    #[test]
    fn a_statement_that_inserts_has_its_row() {
        check("INSERT INTO \"table\" VALUES(3,2.5);", &[], &[&["3", "2.5"]]);
        check("insert into t(n,\"sxx\") values (3, 2.5);", &["n", "sxx"], &[&["3", "2.5"]]);
    }

    #[test]
    fn other_texts_are_none_of_these() {
        for text in
            ["n,x\n3,1", "a < b", "<", "a & b", "\\\\server\\a", "INSERT INTO t", "x > y & z"]
        {
            assert_eq!(table(text), None, "{text}");
        }
    }
}
