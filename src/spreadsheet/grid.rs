//! The filled cells of a sheet, in memory as they are filled: a sheet with two cells in opposite corners is small.

use std::collections::BTreeMap;

use super::SpreadsheetError;

/// The most filled cells of a sheet.
pub(super) const MOST_CELLS: u64 = 1 << 24;

/// The value of a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// A number, be it formatted as a percentage, as money or in another way.
    Number(f64),
    /// A date: days since 1 January 1970.
    Date(f64),
    /// A time of the day, or how long something took: hours.
    Hours(f64),
    /// True or false.
    Truth(bool),
    /// A text.
    Text(Box<str>),
    /// An error of the spreadsheet's, such as `#N/A`.
    Error(&'static str),
}

/// The rows and the columns of merged cells, from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Merged {
    /// The first row.
    pub row: u32,
    /// The first column.
    pub column: u32,
    /// The last column.
    pub last_column: u32,
}

/// The filled cells of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Grid {
    /// The cells of each row that has any, by column, in their order. Rows and columns count from 0.
    rows: BTreeMap<u32, Vec<(u32, Value)>>,
    cells: u64,
}

impl Value {
    /// Whether the value counts as a number, or is a text that begins like one.
    pub(super) fn is_numeric(&self) -> bool {
        match self {
            Self::Number(_) | Self::Date(_) | Self::Hours(_) => true,
            Self::Text(text) => text
                .trim_start_matches(['-', '+', '('])
                .starts_with(|first: char| first.is_ascii_digit()),
            Self::Truth(_) | Self::Error(_) => false,
        }
    }
}

impl Grid {
    /// Fills a cell. One that is filled already keeps its value.
    ///
    /// # Errors
    /// When there are too many.
    pub(super) fn fill(
        &mut self,
        (row, column): (u32, u32),
        value: Value,
    ) -> Result<(), SpreadsheetError> {
        if self.cells >= MOST_CELLS {
            return Err(SpreadsheetError::Cells { most: MOST_CELLS });
        }
        let cells = self.rows.entry(row).or_default();
        // Nearly all cells come in their order.
        let place = match cells.last() {
            Some(&(last, _)) if last >= column => {
                cells.binary_search_by_key(&column, |&(column, _)| column)
            }
            _ => Err(cells.len()),
        };
        if let Err(place) = place {
            cells.insert(place, (column, value));
            self.cells += 1;
        }
        Ok(())
    }

    /// The rows that have any cells, from the first on.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, &[(u32, Value)])> + Clone {
        self.rows.iter().map(|(&row, cells)| (row, cells.as_slice()))
    }

    /// The value of a cell. Returns `None` where it is empty.
    pub(super) fn get(&self, row: u32, column: u32) -> Option<&Value> {
        let cells = self.rows.get(&row)?;
        let place = cells.binary_search_by_key(&column, |&(column, _)| column).ok()?;
        Some(&cells[place].1)
    }

    /// Writes the text of merged cells into each of their columns, so that each has its heading. Cells that are merged
    /// over all of these columns are a title, and so are those at the left with nothing beside them.
    ///
    /// # Errors
    /// When there are too many cells.
    pub(super) fn spread(
        &mut self,
        merged: &[Merged],
        columns: (u32, u32),
    ) -> Result<(), SpreadsheetError> {
        for &Merged { row, column, last_column } in merged {
            let is_alone = self.rows.get(&row).is_none_or(|cells| cells.len() < 2);
            let is_title = column <= columns.0 && (last_column >= columns.1 || is_alone);
            let Some(Value::Text(text)) = self.get(row, column).filter(|_| !is_title) else {
                continue;
            };
            let text = text.clone();
            for column in column + 1..=last_column.min(columns.1) {
                self.fill((row, column), Value::Text(text.clone()))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_are_headings_of_all_their_columns_unless_they_are_a_title() {
        let text = |text: &str| Value::Text(text.into());
        let mut grid = Grid::default();
        for (place, value) in [
            ((0, 1), text("title")),
            ((1, 1), text("also one")),
            ((2, 3), text("group")),
            ((3, 1), text("a")),
            ((3, 3), text("b")),
        ] {
            grid.fill(place, value).expect("few cells");
        }
        let merged = [(0, 1, 6), (1, 1, 3), (2, 3, 4), (3, 1, 2), (3, 3, 9)];
        let merged = merged.map(|(row, column, last_column)| Merged { row, column, last_column });
        grid.spread(&merged, (1, 6)).expect("few cells");
        let filled =
            |row| (0..10).filter(|&column| grid.get(row, column).is_some()).collect::<Vec<_>>();
        assert_eq!([filled(0), filled(1), filled(2)], [vec![1], vec![1], vec![3, 4]]);
        // No further than the table.
        assert_eq!(filled(3), [1, 2, 3, 4, 5, 6]);
        assert_eq!(grid.get(3, 2), Some(&text("a")));
    }

    #[test]
    fn cells_keep_their_order_and_their_first_value() {
        let mut grid = Grid::default();
        for (column, number) in [(3, 3.0), (1, 1.0), (2, 2.0), (1, 9.0)] {
            grid.fill((0, column), Value::Number(number)).expect("few cells");
        }
        let cells: Vec<_> = grid.rows().flat_map(|(_, cells)| cells.to_vec()).collect();
        assert_eq!(cells, [1.0, 2.0, 3.0].map(|number| (number as u32, Value::Number(number))));
    }
}
