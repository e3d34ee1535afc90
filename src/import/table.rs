//! A file whose columns can be chosen again and again.

use csv::ByteRecord;

use super::cell::Cell;
use super::headings::Headings;
use super::rows::Rows;
use super::sniff::{self, Delimiter};
use super::{ImportError, Imported, guess, select};

const BOM: &[u8] = b"\xef\xbb\xbf";

/// The bytes of a CSV file, with its columns known by name.
#[derive(Clone, Debug)]
pub struct Table {
    bytes: Vec<u8>,
    /// Where the rows of data start, in bytes.
    start: usize,
    pub(super) delimiter: Delimiter,
    pub(super) headings: Headings,
    /// Whether the first row held the headings.
    pub(super) has_heading: bool,
}

impl Table {
    /// Finds out how a file is written and what its columns are called. Takes UTF-8 with or
    /// without a byte order mark; commas, semicolons, tabs or vertical bars between the columns;
    /// any line ends; quoted cells; rows of differing length. A first row of nothing but numbers
    /// is no heading.
    ///
    /// # Errors
    /// When the file is empty, has nothing below its heading, or is not CSV at all.
    pub fn read(bytes: Vec<u8>) -> Result<Self, ImportError> {
        let mut start = if bytes.starts_with(BOM) { BOM.len() } else { 0 };
        if bytes[start..].trim_ascii().is_empty() {
            return Err(ImportError::Empty);
        }
        if let Some(foreign) = sniff::foreign(&bytes[start..]) {
            return Err(foreign.into());
        }
        let delimiter = match sniff::declared(&bytes[start..]) {
            Some((delimiter, length)) => {
                start += length;
                delimiter
            }
            None => sniff::delimiter(&bytes[start..]),
        };

        let mut rows = Rows::new(&bytes, start, delimiter);
        if !rows.advance() {
            return Err(ImportError::Empty);
        }
        let has_heading = !is_data(rows.record());
        let headings = if has_heading {
            let headings = Headings::from_row(rows.record());
            start = rows.next_start();
            if !rows.advance() {
                return Err(ImportError::OnlyHeading);
            }
            headings
        } else {
            Headings::numbered(rows.record().len())
        };
        Ok(Self { bytes, start, delimiter, headings, has_heading })
    }

    /// The names of the columns, all of them different.
    pub fn headings(&self) -> &[String] {
        &self.headings.texts
    }

    /// A pair of columns (x, y) worth a first look, told from the first rows: those called x and
    /// y where there are such, else the first two that hold measurements.
    ///
    /// # Errors
    /// When fewer than two columns hold numbers.
    pub fn guess(&self) -> Result<(usize, usize), ImportError> {
        guess::guess(self)
    }

    /// Reads two columns, counted from 0.
    ///
    /// # Errors
    /// When there is no such column, when no row has a number in both, or when the numbers are
    /// so large that their squares leave the range of f64.
    pub fn select(&self, x: usize, y: usize) -> Result<Imported, ImportError> {
        select::select(self, x, y)
    }

    /// The rows of data.
    pub(super) fn rows(&self) -> Rows<'_> {
        Rows::new(&self.bytes, self.start, self.delimiter)
    }
}

/// Whether a row holds numbers and, empty cells aside, nothing else.
fn is_data(row: &ByteRecord) -> bool {
    let mut cells = row.iter().map(|cell| Cell::read(Some(cell)));
    cells.clone().any(|cell| cell.number().is_some()) && cells.all(|cell| cell != Cell::Other)
}
