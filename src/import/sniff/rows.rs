//! Records as they were cut, and their widths.

use crate::import::below;
use crate::import::records::Found;

/// A record as it was cut.
pub(super) type Row = Vec<Vec<u8>>;

/// A cell as text.
pub(super) fn lossy(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).into_owned()
}

/// Some records, with their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rows {
    pub rows: Vec<Row>,
    pub found: Vec<Found>,
    /// The number of records with a quote that is not closed, or closed too early.
    pub stray: usize,
}

impl Rows {
    /// The rows of the table alone: without notes, rows of another width, and what stands below the table. Where none
    /// are left, all are.
    pub(super) fn table(self, width: usize) -> Self {
        let mut table = Self::default();
        let mut apart = false;
        for (row, found) in self.rows.iter().zip(&self.found) {
            let cells: Vec<&[u8]> = row.iter().map(Vec::as_slice).collect();
            apart |= found.gap;
            let numeric = |row: &Row| row.iter().any(|cell| below::is_numeric(cell));
            if apart && below::begins_another(&cells) && table.rows.iter().any(numeric) {
                break;
            }
            if width > 1 && (apart || row.len() != width) && below::is_note(&cells) {
                apart = true;
                continue;
            }
            if row.len() == width {
                apart = false;
                table.rows.push(row.clone());
                table.found.push(*found);
            }
        }
        if table.rows.is_empty() { self } else { table }
    }
}

/// Whether a cell says what follows it, as in `Data: y x`.
pub(super) fn is_label(cell: &[u8]) -> bool {
    cell.last() == Some(&b':')
}

/// The number of columns that most rows have; of two that are as common, the first.
pub(super) fn common_width(rows: &[Row]) -> usize {
    let mut widths: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match widths.iter_mut().find(|(width, _)| *width == row.len()) {
            Some((_, count)) => *count += 1,
            None => widths.push((row.len(), 1)),
        }
    }
    // The last of equals counts.
    let common = widths.into_iter().rev().max_by_key(|&(width, count)| (width > 1, count));
    common.map_or(0, |(width, _)| width)
}

/// The number of columns that most rows with a number have; of all rows where none has one.
pub(super) fn table_width(rows: &[Row]) -> usize {
    let has_number = |row: &&Row| row.iter().any(|cell| below::is_numeric(cell));
    let numeric: Vec<Row> = rows.iter().filter(has_number).cloned().collect();
    match common_width(&numeric) {
        0 | 1 => common_width(rows),
        width => width,
    }
}
