//! What became of the rows, as data and in plain English.

use std::fmt;

use super::cell::Cell;
use super::sniff::Delimiter;
use crate::text::count;

/// How many cells at most are kept of each kind that was left out.
const EXAMPLES: usize = 5;

/// The longest text of a cell that is shown, in characters.
const SHOWN: usize = 40;

/// What became of the rows of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Rows below the heading, blank lines aside.
    pub read: u64,
    /// Rows with a number in both columns.
    pub used: u64,
    /// Rows left out because a cell is empty or missing.
    pub empty: LeftOut,
    /// Rows left out because a cell holds something that is not a number.
    pub not_numbers: LeftOut,
    /// What separates the columns.
    pub delimiter: Delimiter,
    /// Whether the first row held names; else it counts as data.
    pub has_heading: bool,
}

/// The rows left out for one reason. A row counts once, for the first cell at fault, x before y.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// How many rows.
    pub rows: u64,
    /// The first few.
    pub first: Vec<Occurrence>,
}

/// A cell that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The line of the file on which its row starts, counted from 1.
    pub line: u64,
    /// The heading of its column.
    pub heading: String,
    /// What it holds, cut to 40 characters.
    pub cell: String,
}

impl Report {
    /// Before the first row.
    pub(super) fn new(delimiter: Delimiter, has_heading: bool) -> Self {
        let (empty, not_numbers) = (LeftOut::default(), LeftOut::default());
        Self { read: 0, used: 0, empty, not_numbers, delimiter, has_heading }
    }

    /// The rows that are left out for what such a cell holds.
    pub(super) fn left_out_for(&mut self, fault: Cell) -> &mut LeftOut {
        if fault == Cell::Empty { &mut self.empty } else { &mut self.not_numbers }
    }

    /// What there is to say, one sentence each.
    pub fn sentences(&self) -> Vec<String> {
        let rows = if self.read == 1 { "row" } else { "rows" };
        let mut sentences =
            vec![format!("{} {rows} read, {} used.", count(self.read), count(self.used))];
        sentences.extend(self.left_out());
        if self.delimiter != Delimiter::Comma {
            sentences.push(format!("The columns are separated by {}.", self.delimiter));
        }
        if !self.has_heading {
            sentences.push(
                "The first row holds numbers, so it counts as data and the columns are numbered."
                    .to_owned(),
            );
        }
        sentences
    }

    /// The first cell that could not be used.
    pub fn first_left_out(&self) -> Option<&Occurrence> {
        let firsts = [self.empty.first.first(), self.not_numbers.first.first()];
        firsts.into_iter().flatten().min_by_key(|occurrence| occurrence.line)
    }

    fn left_out(&self) -> Option<String> {
        let first = self.first_left_out()?;
        let reasons: Vec<String> = [
            (&self.empty, "with an empty cell"),
            (&self.not_numbers, "with a cell that is no number"),
        ]
        .into_iter()
        .filter(|(left_out, _)| left_out.rows > 0)
        .map(|(left_out, reason)| format!("{} {reason}", count(left_out.rows)))
        .collect();
        let total = count(self.empty.rows + self.not_numbers.rows);
        Some(format!("{total} left out: {}; the first: {first}.", reasons.join(", ")))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sentences().join(" "))
    }
}

impl LeftOut {
    /// Counts one more row; looks closer at the first few only.
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

impl fmt::Display for Occurrence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { heading, cell, .. } = self;
        write!(formatter, "line {}: ", count(self.line))?;
        match cell.as_str() {
            "" => write!(formatter, "nothing in {heading}"),
            cell => write!(formatter, "'{cell}' in {heading}"),
        }
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

    #[test]
    fn a_report_reads_as_english() {
        let mut report = Report::new(Delimiter::Comma, true);
        report.read = 119_040;
        report.used = 119_040;
        assert_eq!(report.to_string(), "119,040 rows read, 119,040 used.");

        report.used = 119_028;
        report.empty.add(|| Occurrence::new(7_000, "Precip", b" "));
        report.empty.rows = 10;
        report.not_numbers.add(|| Occurrence::new(4_711, "Precip", b"T"));
        report.not_numbers.rows = 2;
        report.delimiter = Delimiter::Semicolon;
        report.has_heading = false;
        assert_eq!(
            report.sentences()[1..],
            [
                "12 left out: 10 with an empty cell, 2 with a cell that is no number; \
                 the first: line 4,711: 'T' in Precip.",
                "The columns are separated by semicolons.",
                "The first row holds numbers, so it counts as data and the columns are numbered.",
            ]
        );
    }
}
