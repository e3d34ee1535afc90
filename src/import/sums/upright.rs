//! Printed tables brought into one form: the names of the sums above one row of their values.

use super::headings::column_of;
use crate::data::summary_column::SummaryColumn;
use crate::import::dialect::Decimal;
use crate::import::number::Cell;
use crate::import::printed::{PrintedTable, reads};

/// A text from the line with the names of the sums on, and only lines with as many cells: what a tool says above and
/// below is left out. The whole text where no line has all names between commas, semicolons, tabs or spaces.
pub(super) fn without_chatter(text: &str) -> String {
    let cells = |line: &str, sign: char| -> Vec<String> {
        let cells = line.split(sign).map(|cell| cell.trim().to_owned());
        // Spaces align columns, and several stand for one.
        cells.filter(|cell| sign != ' ' || !cell.is_empty()).collect()
    };
    let names = |line: &str, sign: char| {
        // Spaces align what stands between lines, too.
        if sign == ' ' && line.contains(['|', '│', '┃', '║', '┆']) {
            return false;
        }
        let known = cells(line, sign).iter().filter(|cell| column_of(cell).is_some()).count();
        known >= SummaryColumn::REQUIRED
    };
    let lines: Vec<&str> = text.lines().collect();
    let found = lines.iter().enumerate().find_map(|(at, line)| {
        [',', ';', '\t', ' '].into_iter().find(|&sign| names(line, sign)).map(|sign| (at, sign))
    });
    let Some((at, sign)) = found else { return text.to_owned() };
    let width = cells(lines[at], sign).len();
    // pandas prints the number of the row before it.
    let fits = |line: &&&str| (width..=width + 1).contains(&cells(line, sign).len());
    let table: Vec<&str> = lines[at..].iter().filter(fits).copied().collect();
    // Signs within the names are no separators.
    if table.len() > 1 { table.join("\n") } else { text.to_owned() }
}

/// A table with its sums in rows, where it has a name and a value, or one number, on a line.
pub(super) fn upright(table: PrintedTable) -> PrintedTable {
    let rows: Vec<&Vec<String>> = table.headings.iter().chain(&table.rows).collect();
    let is_named = |row: &&&Vec<String>| row.len() > 1 && column_of(&row[0]).is_some();
    let named: Vec<&Vec<String>> = rows.iter().filter(is_named).copied().collect();
    // A row of sums has a name and a number too, but one that is no name.
    let is_pivot = named.len() > 1 && !named.iter().any(|row| column_of(&row[1]).is_some());
    if is_pivot {
        return pivoted(&named);
    }
    let column = table.headings.is_none()
        && [SummaryColumn::REQUIRED, SummaryColumn::ALL.len()].contains(&table.rows.len())
        && table.rows.iter().all(|row| row.len() == 1);
    if column {
        return PrintedTable { headings: None, rows: vec![table.rows.concat()] };
    }
    table
}

/// Rows that begin with a name, as columns. A column without any number, as of types, is left out; a record that
/// follows another one begins with the same name.
fn pivoted(named: &[&Vec<String>]) -> PrintedTable {
    let is_value = |cell: &String| {
        let read = |decimal| matches!(reads(cell, decimal), Cell::Number(_) | Cell::Missing);
        Decimal::ALL.into_iter().any(read)
    };
    let width = named.iter().map(|row| row.len()).min().unwrap_or(0);
    let has_values = |&place: &usize| named.iter().any(|row| is_value(&row[place]));
    let values: Vec<usize> = (1..width).filter(has_values).collect();
    // Where there are none, the last column says what is there instead.
    let values = if values.is_empty() { vec![width - 1] } else { values };
    let first = &named[0][0];
    let records = named.iter().filter(|row| row[0] == *first).count();
    let length = named.len() / records;
    let headings = named.iter().take(length).map(|row| row[0].clone()).collect();
    let record = |rows: &[&Vec<String>], place: usize| {
        rows.iter().map(|row| row[place].clone()).collect::<Vec<_>>()
    };
    let rows = named.chunks(length).flat_map(|rows| values.iter().map(move |&at| record(rows, at)));
    PrintedTable { headings: Some(headings), rows: rows.collect() }
}
