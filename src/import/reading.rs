//! The rows of a file on their way into the dataset.

use super::collect::{Collected, Collector};
use super::column::Column;
use super::dialect::Decimal;
use super::number::Cell;
use super::record::Cells;
use super::records::{Next, Records};
use super::report::{LeftOut, Occurrence, Report};
use super::sniff::Outline;
use super::{Finished, ImportError};
use crate::data::dataset::DatasetError;

/// Rows on their way into the dataset.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    decimal: Decimal,
    records: Records,
    cells: Cells,
    /// The records that are left to skip: those before the table, and its headings.
    skip: usize,
    x: Column,
    y: Column,
    pub collector: Collector,
    pub report: Report,
}

impl Reading {
    /// Begins to read two columns.
    pub fn new(outline: &Outline, (x, y): (usize, usize)) -> Result<Self, ImportError> {
        let count = outline.headings().len();
        if let Some(beyond) = [x, y].into_iter().find(|&column| column >= count) {
            return Err(ImportError::NoSuchColumn { column: beyond + 1, columns: count });
        }
        let dialect = outline.dialect;
        Ok(Self {
            records: Records::new(&dialect, outline.start, outline.line),
            cells: Cells::default(),
            skip: dialect.skip + dialect.headings,
            x: Column::of(outline, x),
            y: Column::of(outline, y),
            collector: Collector::default(),
            report: Report::new(dialect),
            decimal: dialect.decimal,
        })
    }

    /// Reads the records of a text, `whole` where nothing follows it.
    pub fn read(&mut self, text: &[u8], whole: bool) -> Result<(), ImportError> {
        let columns = [self.x.index, self.y.index];
        let wanted = columns[0].max(columns[1]) + 1;
        let mut cells = std::mem::take(&mut self.cells);
        loop {
            if let Some((line, pair)) = self.records.advance_plainly(text, columns) {
                self.row(line, pair);
                continue;
            }
            match self.records.advance(text, whole, wanted, &mut cells) {
                Next::Record { line } => {
                    if cells.literal && self.skip == 0 {
                        self.report.unclosed.get_or_insert(line);
                    }
                    let cutter = self.records.cutter;
                    let [x, y] = columns.map(|column| cells.get(text, column, &cutter));
                    self.row(line, [x.as_deref(), y.as_deref()]);
                }
                Next::None => break,
                Next::TooLong => return Err(ImportError::NoTable),
            }
        }
        self.cells = cells;
        Ok(())
    }

    /// Reads the two cells of a record on this line.
    #[inline]
    fn row(&mut self, line: u64, [x, y]: [Option<&[u8]>; 2]) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        self.report.read += 1;
        match (self.x.read_plainly(x, self.decimal), self.y.read_plainly(y, self.decimal)) {
            (Some(x), Some(y)) => self.collector.push(x, y),
            _ => self.row_with_more(line, [x, y]),
        }
    }

    /// Reads the two cells of a record that are not both plain digits.
    #[cold]
    fn row_with_more(&mut self, line: u64, [x, y]: [Option<&[u8]>; 2]) {
        let decimal = self.decimal;
        let (column, fault, bytes) = match (self.x.read(x, decimal), self.y.read(y, decimal)) {
            (Cell::Number(x), Cell::Number(y)) => return self.collector.push(x, y),
            (Cell::Number(_), fault) => (&self.y, fault, y),
            (fault, _) => (&self.x, fault, x),
        };
        let left_out: &mut LeftOut = self.report.left_out_for(fault);
        left_out.add(|| Occurrence::new(line, &column.heading, bytes.unwrap_or_default()));
    }

    /// Ends the reading.
    pub fn finish(mut self, outline: Outline) -> Result<Finished, ImportError> {
        self.report.used = self.collector.seen();
        if self.report.used == 0 {
            return Err(ImportError::NothingUsable {
                rows: self.report.read,
                x: self.x.heading,
                y: self.y.heading,
                first: self.report.first_left_out().cloned(),
            });
        }
        let Collected { summary, parts, grid } = self.collector.finish();
        summary.check().map_err(DatasetError::from)?;
        if grid.is_some() {
            self.report.sample = Some(parts.iter().map(|part| part.len() as u64).sum());
        }
        Ok(Finished {
            summary,
            parts,
            grid,
            x: self.x.variable,
            y: self.y.variable,
            report: self.report,
            columns: (self.x.index, self.y.index),
            outline,
        })
    }

    /// Forgets the part of the text that was read, and returns its length.
    pub fn forget(&mut self) -> usize {
        self.records.forget()
    }
}
