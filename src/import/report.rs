//! The report of an import: the rows that were read, used and left out.

use super::dialect::Dialect;
use super::number::Cell;

/// The cells that are shown of each reason to leave rows out.
const EXAMPLES: usize = 5;

/// The characters of a cell that are shown.
const SHOWN: usize = 40;

/// The report of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// How the table is written.
    pub dialect: Dialect,
    /// The line of the first row with a quote that is never closed, and counts as a character.
    pub unclosed: Option<u64>,
    /// The number of points in the sample, where the points are one.
    pub sample: Option<u64>,
}

/// The rows left out for one reason. A row counts once, for the first cell at fault, x before y.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// The number of rows.
    pub rows: u64,
    /// The first few cells.
    pub first: Vec<Occurrence>,
}

/// A cell that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The line that its row begins on, from 1.
    pub line: u64,
    /// The heading of its column.
    pub heading: String,
    /// Its text, cut to 40 characters.
    pub cell: String,
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
            dialect,
            unclosed: None,
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

    /// The first cell that could not be used.
    pub fn first_left_out(&self) -> Option<&Occurrence> {
        let firsts = [&self.empty, &self.missing, &self.not_numbers].map(|kind| kind.first.first());
        firsts.into_iter().flatten().min_by_key(|occurrence| occurrence.line)
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

impl Occurrence {
    pub(super) fn new(line: u64, heading: &str, cell: &[u8]) -> Self {
        let cell = cell.trim_ascii();
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
        Self { line, heading: heading.to_owned(), cell }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_cell_is_cut_to_forty_characters() {
        let cell = |text: &str| Occurrence::new(1, "a", text.as_bytes()).cell;
        assert_eq!(cell(" T "), "T");
        assert_eq!(cell(&"é".repeat(40)), "é".repeat(40));
        assert_eq!(cell(&"é".repeat(41)), format!("{}…", "é".repeat(39)));
        assert_eq!(cell("two\nlines"), "two lines");
    }
}
