//! The names of the columns, where they are told by the headings, and the number of the columns.

use super::rows::{Row, Rows, common_width, is_label, lossy};
use super::text::Text;
use crate::import::ImportError;
use crate::import::dialect::{Delimiter, Dialect};
use crate::import::number::trimmed;
use crate::import::report::Occurrence;

/// The names of the columns.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Names {
    /// The rows of headings, with one text for each column.
    pub texts: Vec<Vec<String>>,
    /// The number of cells of nearly all rows.
    pub width: usize,
    /// Why it is not clear which name is whose, if it is not.
    pub misfit: Option<ImportError>,
}

/// The names of the columns of a table, and its width.
///
/// Where some rows are as wide as the headings, those are the rows of the table. Where all have another width, the
/// headings may lack the name of the first column, as those of R do; then its cells look like names. Otherwise a comma
/// may be a decimal comma, or a heading be missing, and it is asked for.
pub(super) fn names(text: &Text<'_>, dialect: &Dialect, above: Rows, data: &Rows) -> Names {
    let common = common_width(&data.rows);
    let texts = |row: &Row| row.iter().map(|cell| lossy(cell)).collect::<Vec<_>>();
    let mut names: Vec<Vec<String>> = above.rows.iter().map(texts).collect();
    if dialect.delimiter == Delimiter::Spaces && above.rows.len() == 1 {
        let has_label = names[0].len() == common + 1 && is_label(names[0][0].as_bytes());
        if has_label {
            names[0].remove(0);
        } else if names[0].len() > common
            && let Some(spaced) = spaced(text.text, above.found[0].at, common)
        {
            names[0] = spaced;
        }
    }
    let headings = names.iter().map(Vec::len).max().unwrap_or(common);
    if headings == common || data.rows.iter().any(|row| row.len() == headings) {
        return Names { texts: names, width: headings, misfit: None };
    }
    let rows: Vec<&Row> = data.rows.iter().filter(|row| row.len() == common).collect();
    let is_blank = |cell: &Vec<u8>| trimmed(cell).is_empty();
    let has_blank_ends =
        headings < common && rows.iter().all(|row| row[headings..].iter().all(is_blank));
    let width = common;
    if headings > common
        && names.iter().all(|row| row.iter().skip(common).all(|name| name.trim().is_empty()))
    {
        names.iter_mut().for_each(|row| row.truncate(common));
        return Names { texts: names, width, misfit: None };
    }
    if has_blank_ends {
        return Names { texts: names, width, misfit: None };
    }
    let is_shifted = names.len() == 1 && headings + 1 == common && data.rows.len() == rows.len();
    if is_shifted && are_names(&rows, dialect.delimiter) {
        names[0].insert(0, String::new());
        return Names { texts: names, width, misfit: None };
    }
    let found = data.rows.iter().position(|row| row.len() == common).unwrap_or(0);
    let line = data.found[found].line;
    let raw = &text.text[data.found[found].at..];
    let raw = raw.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    let first = Occurrence::ragged(line, common, headings, raw);
    let misfit = Some(ImportError::HeadingsDoNotFit { headings, first: Box::new(first) });
    Names { texts: names, width, misfit }
}

/// Whether the first cells of rows are names of the rows: words of which no two are the same, or numbers that ascend.
/// Between commas numbers are none: 1,5 may be one and a half.
fn are_names(rows: &[&Row], delimiter: Delimiter) -> bool {
    let first: Vec<&[u8]> = rows.iter().map(|row| trimmed(&row[0])).collect();
    let numbers: Vec<Option<u64>> =
        first.iter().map(|cell| std::str::from_utf8(cell).ok()?.parse().ok()).collect();
    if numbers.iter().all(Option::is_some) {
        return delimiter != Delimiter::Comma && numbers.is_sorted_by(|one, next| one < next);
    }
    let mut sorted = first.clone();
    sorted.sort_unstable();
    sorted.dedup();
    let has_digit = |cell: &&[u8]| cell.first().is_some_and(u8::is_ascii_digit);
    sorted.len() == first.len() && !first.iter().all(has_digit)
}

/// Headings with spaces in them, above columns that are separated by spaces: two spaces or more stand between them.
fn spaced(text: &[u8], at: usize, columns: usize) -> Option<Vec<String>> {
    let line = text[at..].split(|byte| matches!(byte, b'\n' | b'\r')).next()?;
    let line = lossy(line).replace('\t', "  ");
    let parts = line.split("  ").map(str::trim).filter(|part| !part.is_empty());
    let names: Vec<String> = parts.map(str::to_owned).collect();
    (names.len() == columns).then_some(names)
}
