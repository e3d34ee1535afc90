//! The report of an import: the rows that were read, used and left out.

use super::dialect::{Decimal, Dialect};
use super::number::Cell;
use super::number_format::NumberFormat;

/// The cells that are shown of each reason to leave rows out.
const EXAMPLES: usize = 5;

/// The characters of a cell that are shown.
const SHOWN: usize = 40;

/// The report of an import.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The rows below the headings, without blank lines and comments.
    pub read: u64,
    /// The rows with a number in both columns.
    pub used: u64,
    /// The rows left out because a cell is empty, or the row too short.
    pub empty: LeftOut,
    /// The rows left out because a cell says that its value is missing, such as NA.
    pub missing: LeftOut,
    /// The rows left out because a cell is not a number.
    pub not_numbers: LeftOut,
    /// The rows left out because they have more or fewer cells than the table has columns.
    pub ragged: LeftOut,
    /// The rows left out because they stand beside a piece of a row, and may lack it.
    pub torn: LeftOut,
    /// The rows with more or fewer cells that were used, because their x and y are in their places all the same.
    pub kept: LeftOut,
    /// The rows with a quote that is not closed, or is closed too early, and counts as a character.
    pub quotes: LeftOut,
    /// What stands below the table, and was not read.
    pub below: Option<Below>,
    /// The first number that might be read otherwise.
    pub open: Option<OpenReading>,
    /// How the table is written.
    pub dialect: Dialect,
    /// The number of points in the sample, where the points are one.
    pub sample: Option<u64>,
}

/// Place of a record: the line of a text, or the row of a sheet, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The number of the line or the row.
    pub number: u64,
    /// Whether it is the row of a sheet.
    pub of_sheet: bool,
}

/// Text below a table that is no part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Below {
    /// The line that it begins on.
    pub line: Line,
    /// The text of that line, cut to 40 characters.
    pub text: String,
    /// Whether it is another table, as its headings tell; otherwise it is a note.
    pub table: bool,
}

/// A number with a sign that may be the decimal sign or one between thousands, and nothing in the file to tell.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenReading {
    /// The cell.
    pub first: Occurrence,
    /// The value that it was read as.
    pub value: f64,
    /// The value that it would have otherwise.
    pub otherwise: f64,
    /// The choice of decimal sign with which it would.
    pub decimal: Decimal,
}

/// Why a row was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A cell is empty.
    Empty,
    /// A value is marked as missing.
    Missing,
    /// A cell is no number.
    NotNumber,
    /// The row has more or fewer cells than the table has columns.
    Ragged,
    /// The row stands beside a piece of a row.
    Torn,
}

/// The rows left out for one reason. A row counts once, for the first cell at fault, x before y.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// The number of rows.
    pub rows: u64,
    /// The first few cells.
    pub first: Vec<Occurrence>,
}

/// A cell or a row that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The line that its row begins on.
    pub line: Line,
    /// Its part of the row.
    pub part: RowPart,
    /// Its text, cut to 40 characters.
    pub cell: String,
}

/// A part of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowPart {
    /// The cell of a column.
    Cell {
        /// The heading of the column.
        heading: String,
    },
    /// All of the row, where the number of its cells is at fault.
    Cells {
        /// The number of its cells.
        cells: usize,
        /// The number of columns.
        columns: usize,
    },
    /// All of the row.
    Row,
}

impl Line {
    /// The line before.
    pub(super) fn before(self) -> Self {
        Self { number: self.number.saturating_sub(1), ..self }
    }
}

impl PartialEq<u64> for Line {
    fn eq(&self, number: &u64) -> bool {
        self.number == *number
    }
}

impl Report {
    /// Before the first row.
    pub(super) fn new(dialect: Dialect) -> Self {
        Self {
            read: 0,
            used: 0,
            empty: LeftOut::default(),
            missing: LeftOut::default(),
            not_numbers: LeftOut::default(),
            ragged: LeftOut::default(),
            torn: LeftOut::default(),
            kept: LeftOut::default(),
            quotes: LeftOut::default(),
            below: None,
            open: None,
            dialect,
            sample: None,
        }
    }

    /// The rows that are left out because of such a cell.
    pub(super) fn left_out_for(&mut self, fault: Cell) -> &mut LeftOut {
        match fault {
            Cell::Empty => &mut self.empty,
            Cell::Missing => &mut self.missing,
            Cell::Other | Cell::Number(_) => &mut self.not_numbers,
        }
    }

    /// The rows that were left out, by reason.
    pub fn left_out(&self) -> [(Reason, &LeftOut); 5] {
        [
            (Reason::Empty, &self.empty),
            (Reason::Missing, &self.missing),
            (Reason::NotNumber, &self.not_numbers),
            (Reason::Ragged, &self.ragged),
            (Reason::Torn, &self.torn),
        ]
    }

    /// The first cell or row that could not be used.
    pub fn first_left_out(&self) -> Option<&Occurrence> {
        let firsts = self.left_out().map(|(_, left_out)| left_out.first.first());
        firsts.into_iter().flatten().min_by_key(|occurrence| occurrence.line)
    }
}

impl OpenReading {
    /// A cell that is read in one way, and may be read in the other. Returns `None` where it may not.
    pub(super) fn of(
        format: &NumberFormat,
        cell: &[u8],
        first: impl FnOnce() -> Occurrence,
    ) -> Option<Self> {
        let decimal = match format.decimal {
            Decimal::Point => Decimal::Comma,
            Decimal::Comma => Decimal::Point,
        };
        let other = NumberFormat { decimal, ..format.clone() };
        let [value, otherwise] = [format, &other].map(|format| format.read(Some(cell)).number());
        let (value, otherwise) = value.zip(otherwise).filter(|(one, other)| one != other)?;
        Some(Self { first: first(), value, otherwise, decimal })
    }
}

impl LeftOut {
    /// Counts one more row, and stores the cell of the first few.
    pub(super) fn add(&mut self, occurrence: impl FnOnce() -> Occurrence) {
        self.rows += 1;
        if self.first.len() < EXAMPLES {
            self.first.push(occurrence());
        }
    }
}

impl LeftOut {
    /// Takes the last row back, and returns it; of rows that are not shown, one without its text.
    pub(super) fn take_last(&mut self) -> Option<Occurrence> {
        let all_shown = self.rows == self.first.len() as u64;
        self.rows = self.rows.checked_sub(1)?;
        if all_shown { self.first.pop() } else { None }
    }
}

impl Occurrence {
    /// The cell of the column with this heading.
    pub(super) fn new(line: Line, heading: &str, cell: &[u8]) -> Self {
        let part = RowPart::Cell { heading: heading.to_owned() };
        Self { line, part, cell: shown(cell) }
    }

    /// The row with this text, which has so many cells.
    pub(super) fn ragged(line: Line, cells: usize, columns: usize, row: &[u8]) -> Self {
        Self { line, part: RowPart::Cells { cells, columns }, cell: shown(row) }
    }

    /// The row with this text.
    pub(super) fn row(line: Line, row: &[u8]) -> Self {
        Self { line, part: RowPart::Row, cell: shown(row) }
    }
}

/// The beginning of a text, on one line.
pub(super) fn shown(text: &[u8]) -> String {
    let cell = text.trim_ascii();
    // A character takes at most four bytes.
    let start = &cell[..cell.len().min(4 * (SHOWN + 1))];
    let text = String::from_utf8_lossy(start);
    let plain = |character: char| if character.is_control() { ' ' } else { character };
    let mut cell: String = text.trim().chars().take(SHOWN + 1).map(plain).collect();
    if let Some((cut, _)) = cell.char_indices().nth(SHOWN) {
        cell.truncate(cut);
        cell.pop();
        cell.push('…');
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_cell_is_cut_to_forty_characters() {
        let cell = |text: &str| {
            Occurrence::new(Line { number: 1, of_sheet: false }, "a", text.as_bytes()).cell
        };
        assert_eq!(cell(" T "), "T");
        assert_eq!(cell(&"é".repeat(40)), "é".repeat(40));
        assert_eq!(cell(&"é".repeat(41)), format!("{}…", "é".repeat(39)));
        assert_eq!(cell("two\nlines"), "two lines");
    }
}
