//! The first table of a sheet: its columns.
//!
//! Tables that stand beside each other have a column between them that is empty, or nearly so. A column that only
//! spaces the columns of one table is told by what stands on both sides of it: the same rows. What stands above and
//! below a table, the import tells.

use std::collections::BTreeMap;

use super::grid::{Grid, Value};

/// The columns of a table, from the left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    /// Those with any cells in them.
    pub columns: Vec<u32>,
    /// The number of those with mostly numbers.
    pub numeric: usize,
}

/// Columns with no empty one between them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Block {
    columns: Vec<u32>,
    /// The first and the last row in which two of them are filled, or the only one.
    rows: Option<(u32, u32)>,
}

/// Numbers of the cells of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Content {
    filled: u64,
    numeric: u64,
    /// The filled cells that have another one in their row.
    accompanied: u64,
}

impl Table {
    /// The first table of a sheet: the first with two columns of numbers, or else the one with the most columns.
    pub(super) fn first(grid: &Grid) -> Self {
        let contents = contents(grid);
        let blocks = joined(blocks(grid, &contents));
        let tables: Vec<Self> = blocks
            .into_iter()
            .map(|Block { columns, .. }| Self {
                numeric: columns.iter().filter(|column| is_numeric(contents[column])).count(),
                columns,
            })
            .collect();
        let first = tables.iter().find(|table| table.numeric > 1);
        // The last of equals counts: the first one.
        let widest =
            || tables.iter().rev().max_by_key(|table| (table.numeric, table.columns.len()));
        first.or_else(widest).cloned().unwrap_or_default()
    }
}

/// Numbers of cells of the columns that have any.
fn contents(grid: &Grid) -> BTreeMap<u32, Content> {
    let mut contents: BTreeMap<u32, Content> = BTreeMap::new();
    for (_, cells) in grid.rows() {
        for (column, value) in cells {
            let content = contents.entry(*column).or_default();
            content.filled += 1;
            content.numeric += u64::from(value.is_numeric());
            content.accompanied += u64::from(cells.len() > 1);
        }
    }
    contents
}

/// Whether a column has mostly numbers below its headings.
fn is_numeric(content: Content) -> bool {
    content.numeric > 1 && 2 * content.numeric >= content.filled.saturating_sub(1)
}

/// The blocks of a sheet, from the left. A column of which one cell alone is filled beside others, such as the end of a
/// title, parts blocks as an empty one does, unless the sheet is hardly higher.
fn blocks(grid: &Grid, contents: &BTreeMap<u32, Content>) -> Vec<Block> {
    const LOW: usize = 3;
    let high = grid.rows().filter(|(_, cells)| cells.len() > 1).take(LOW + 1).count() > LOW;
    let least = if high { 2 } else { 1 };
    let parts = |content: &Content| content.accompanied < least;
    let is_alone = contents.values().all(parts);
    let mut blocks: Vec<Vec<u32>> = Vec::new();
    for (&column, content) in contents {
        if !is_alone && parts(content) {
            continue;
        }
        match blocks.last_mut() {
            Some(block) if block.last().is_some_and(|last| last + 1 == column) => {
                block.push(column)
            }
            _ => blocks.push(vec![column]),
        }
    }
    let with_rows = |columns: Vec<u32>| Block { rows: rows(grid, &columns), columns };
    blocks.into_iter().map(with_rows).collect()
}

/// The first and the last row in which two of these columns are filled, or the only one.
fn rows(grid: &Grid, columns: &[u32]) -> Option<(u32, u32)> {
    let (first, last) = (columns.first()?, columns.last()?);
    let least = columns.len().min(2);
    let filled = |cells: &[(u32, Value)]| {
        cells.iter().filter(|(column, _)| (first..=last).contains(&column)).take(least).count()
    };
    let mut rows = grid.rows().filter(|(_, cells)| filled(cells) == least).map(|(row, _)| row);
    let first = rows.next()?;
    Some((first, rows.last().unwrap_or(first)))
}

/// Joins the blocks beside each other that have the same rows.
fn joined(blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::new();
    for block in blocks {
        match joined.last_mut() {
            Some(last) if last.rows == block.rows => last.columns.extend(block.columns),
            _ => joined.push(block),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sheet of rows with cells between bars.
    fn grid(rows: &[&str]) -> Grid {
        let mut grid = Grid::default();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells.split('|').map(str::trim)) {
                let value = match cell.parse() {
                    Ok(number) => Value::Number(number),
                    Err(_) if cell.is_empty() => continue,
                    Err(_) => Value::Text(cell.into()),
                };
                grid.fill((row, column), value).expect("few cells");
            }
        }
        grid
    }

    fn check(rows: &[&str], columns: &[u32], numeric: usize) {
        let expected = Table { columns: columns.to_vec(), numeric };
        assert_eq!(Table::first(&grid(rows)), expected, "{rows:?}");
    }

    #[test]
    fn empty_columns_at_the_left_are_none_of_the_table() {
        check(&["", "||x|y", "||1|2", "||3|4"], &[2, 3], 2);
        check(&["Weather of 2024", "||x|y", "||1|2", "||3|4", "||5|6"], &[2, 3], 2);
    }

    #[test]
    fn the_first_of_two_tables_beside_each_other_is_read() {
        check(&["x|y||u|v", "1|2||5|6", "3|4||7|8", "|||9|1", "|||2|2"], &[0, 1], 2);
        check(&["a|b||u|v", "m|n||5|6", "o|p||7|8", "|||9|1", "|||2|2"], &[3, 4], 2);
    }

    #[test]
    fn an_empty_column_within_a_table_does_not_end_it() {
        check(&["x||y", "1||2", "3||4", "5||6"], &[0, 2], 2);
        check(&["x|note|y", "1||2", "3||4", "5||6", "7||8"], &[0, 2], 2);
    }

    #[test]
    fn a_sheet_without_numbers_has_a_table_all_the_same() {
        check(&["read me", "by Ann"], &[0], 0);
        check(&[], &[], 0);
    }
}
