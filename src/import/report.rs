//! The report of an import: the rows that were read, used and left out.

use std::fmt;

use super::dialect::{Decimal, Delimiter, Dialect};
use super::encoding::Encoding;
use super::number::Cell;
use crate::numeric::notation::count;

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

    /// The report in sentences.
    pub fn sentences(&self) -> Vec<String> {
        let rows = if self.read == 1 { "row" } else { "rows" };
        let mut sentences =
            vec![format!("{} {rows} read, {} used.", count(self.read), count(self.used))];
        sentences.extend(self.left_out());
        sentences.extend(self.sample.map(|sample| {
            format!(
                "On squared error the descent is exact over all of them, and the picture shows where all of them \
                 are; other costs and mini-batches work on a random sample of {}.",
                count(sample)
            )
        }));
        sentences.extend(self.detected());
        sentences.extend(self.unclosed.map(|line| {
            format!("A quote on line {} is never closed and counts as a character.", count(line))
        }));
        sentences
    }

    /// The sentence about how the table is written, where that is unusual.
    fn detected(&self) -> Vec<String> {
        let Dialect { encoding, delimiter, decimal, comment, skip, headings, .. } = self.dialect;
        let mut sentences = Vec::new();
        if delimiter != Delimiter::Comma {
            sentences.push(format!("The columns are separated by {delimiter}."));
        }
        if decimal == Decimal::Comma {
            sentences.push("Numbers are written with a decimal comma.".to_owned());
        }
        if encoding != Encoding::Utf8 {
            sentences.push(format!("The file is written in {encoding}."));
        }
        if skip > 0 {
            let lines = if skip == 1 { "line is" } else { "lines are" };
            sentences.push(format!("The first {skip} {lines} not part of the table."));
        }
        if let Some(sign) = comment {
            sentences.push(format!("Lines that begin with {} are comments.", char::from(sign)));
        }
        match headings {
            0 => sentences.push(
                "The first row holds numbers, so it counts as data and the columns are numbered."
                    .to_owned(),
            ),
            1 => {}
            more => sentences.push(format!("The first {more} rows are headings.")),
        }
        sentences
    }

    /// The first cell that could not be used.
    pub fn first_left_out(&self) -> Option<&Occurrence> {
        let firsts = [&self.empty, &self.missing, &self.not_numbers].map(|kind| kind.first.first());
        firsts.into_iter().flatten().min_by_key(|occurrence| occurrence.line)
    }

    fn left_out(&self) -> Option<String> {
        let first = self.first_left_out()?;
        let reasons: Vec<String> = [
            (&self.empty, "with an empty cell"),
            (&self.missing, "with a value marked as missing"),
            (&self.not_numbers, "with a cell that is no number"),
        ]
        .into_iter()
        .filter(|(left_out, _)| left_out.rows > 0)
        .map(|(left_out, reason)| format!("{} {reason}", count(left_out.rows)))
        .collect();
        let total = count(self.empty.rows + self.missing.rows + self.not_numbers.rows);
        Some(format!("{total} left out: {}; the first: {first}.", reasons.join(", ")))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sentences().join(" "))
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
        let mut report = Report::new(Dialect { headings: 1, ..Dialect::default() });
        report.read = 119_040;
        report.used = 119_040;
        assert_eq!(report.to_string(), "119,040 rows read, 119,040 used.");

        report.used = 119_028;
        report.empty.add(|| Occurrence::new(7_000, "Precip", b" "));
        report.empty.rows = 10;
        report.not_numbers.add(|| Occurrence::new(4_711, "Precip", b"T"));
        report.not_numbers.rows = 2;
        report.dialect.delimiter = Delimiter::Semicolon;
        report.dialect.headings = 0;
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
