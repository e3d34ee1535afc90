//! The table that printed text becomes.

use crate::import::dialect::Decimal;
use crate::import::number::Cell;
use crate::import::sniff;

/// The cells of a table, trimmed and without quotes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::import) struct PrintedTable {
    /// The headings, where the table has them.
    pub(in crate::import) headings: Option<Vec<String>>,
    pub(in crate::import) rows: Vec<Vec<String>>,
}

impl PrintedTable {
    /// The same table, with its first row as headings where it can be nothing else.
    pub(super) fn with_headings(mut self) -> Self {
        let words = |row: &Vec<String>| {
            row.iter().any(|cell| reads(cell, Decimal::Point) == Cell::Other)
                && row.iter().all(|cell| {
                    Decimal::ALL.into_iter().all(|decimal| reads(cell, decimal).number().is_none())
                })
        };
        if self.headings.is_none() && self.rows.len() > 1 && self.rows.first().is_some_and(words) {
            self.headings = Some(self.rows.remove(0));
        }
        self
    }

    /// The decimal sign of the numbers.
    pub(in crate::import) fn decimal(&self) -> Decimal {
        sniff::decimal(self.rows.iter().flatten().map(|cell| cell.as_bytes()), None)
    }

    /// The first cell of which the tool left out a part, as Spark and DuckDB do where they lack space.
    pub(in crate::import) fn cut_off(&self) -> Option<&str> {
        let cells = self.headings.iter().chain(&self.rows).flatten();
        cells.map(String::as_str).find(|cell| cell.ends_with("...") || cell.contains('…'))
    }
}

/// Reads what a cell holds. NULL may stand in brackets.
pub(in crate::import) fn reads(cell: &str, decimal: Decimal) -> Cell {
    let brackets = [('[', ']'), ('(', ')'), ('<', '>'), ('{', '}')];
    let inside = brackets.iter().find_map(|&(open, close)| {
        cell.trim().strip_prefix(open)?.strip_suffix(close).map(|inside| inside.trim())
    });
    match Cell::read(Some(cell.as_bytes()), decimal) {
        Cell::Other if inside.is_some_and(|word| word.eq_ignore_ascii_case("null")) => {
            Cell::Missing
        }
        read => read,
    }
}

/// A cell without the space and the quotes around it.
pub(super) fn cell(text: &str) -> String {
    let text = text.trim();
    let inside = ['"', '\''].iter().find_map(|&quote| {
        let inside = text.strip_prefix(quote)?.strip_suffix(quote)?;
        (!inside.contains(quote)).then_some(inside)
    });
    inside.unwrap_or(text).trim().to_owned()
}
