//! The rows of a file, one after the other.

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::cell::Cell;
use super::lines::Lines;
use super::sniff::Delimiter;

/// Goes through the rows and holds the one it stands at. Blank lines are no rows.
pub(super) struct Rows<'a> {
    start: usize,
    reader: Reader<&'a [u8]>,
    record: ByteRecord,
    lines: Lines<'a>,
}

impl<'a> Rows<'a> {
    /// Stands before the first row of `bytes` at or after `start`.
    pub(super) fn new(bytes: &'a [u8], start: usize, delimiter: Delimiter) -> Self {
        let reader = ReaderBuilder::new()
            .delimiter(delimiter.byte())
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(64 * 1024)
            .from_reader(bytes.get(start..).unwrap_or_default());
        Self { start, reader, record: ByteRecord::new(), lines: Lines::new(bytes) }
    }

    /// Goes to the next row; says whether there is one.
    pub(super) fn advance(&mut self) -> bool {
        // Bytes in memory can be read, and with rows of any length all bytes are some CSV.
        matches!(self.reader.read_byte_record(&mut self.record), Ok(true))
    }

    /// The cells of this row.
    pub(super) fn record(&self) -> &ByteRecord {
        &self.record
    }

    /// What one cell of this row holds; a short row is empty at its end.
    pub(super) fn cell(&self, column: usize) -> Cell {
        Cell::read(self.record.get(column))
    }

    /// The line of the file on which this row starts, counted from 1.
    pub(super) fn line(&mut self) -> u64 {
        let offset = self.record.position().map_or(0, csv::Position::byte);
        self.lines.of(self.start + offset as usize)
    }

    /// Where the next row, or a line end in front of it, starts in the file, in bytes.
    pub(super) fn next_start(&self) -> usize {
        self.start + self.reader.position().byte() as usize
    }
}
