//! The rows of a file on their way into the dataset.

use super::below;
use super::collect::{Collected, Collector};
use super::column::Column;
use super::limits::NOTES;
use super::number::{Cell, trimmed};
use super::record::Cells;
use super::records::{Found, Next, Records};
use super::report::{Below, LeftOut, Line, Occurrence, Report, shown};
use super::sniff::Outline;
use super::width::Widths;
use super::{Finished, ImportError};
use crate::data::dataset::DatasetError;

/// Rows on their way into the dataset.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    records: Records,
    cells: Cells,
    /// The records that are left to skip: those before the table, and its headings.
    skip: usize,
    x: Column,
    y: Column,
    headings: Vec<String>,
    widths: Widths,
    /// Whether the row to come may lack a piece.
    torn: bool,
    /// The width of the row of another width that was last used, and the number of rows that had been read by then.
    kept: Option<(usize, u64)>,
    /// The number of rows that had been read when one was last left out.
    last_left_out: u64,
    /// The notes behind the last point, which stand below the table if no point follows.
    notes: Option<Notes>,
    /// Whether the table has ended, and the rest of the file is no part of it.
    ended: bool,
    pub collector: Collector,
    pub report: Report,
}

/// Notes with no point behind them so far.
#[derive(Clone, Debug)]
struct Notes {
    first: Below,
    rows: Vec<Occurrence>,
    more: u64,
    /// The number of points before them.
    points: u64,
}

impl Reading {
    /// Begins to read two columns.
    pub fn new(outline: &Outline, (x, y): (usize, usize)) -> Result<Self, ImportError> {
        if let Some(misfit) = &outline.misfit {
            return Err(misfit.clone());
        }
        let count = outline.headings().len();
        if let Some(beyond) = [x, y].into_iter().find(|&column| column >= count) {
            return Err(ImportError::NoSuchColumn { column: beyond + 1, columns: count });
        }
        let dialect = outline.dialect;
        let mut report = Report::new(dialect);
        report.open = [x, y].into_iter().find_map(|column| outline.open(column));
        Ok(Self {
            records: Records::new(&dialect, outline.width, outline.start, outline.line),
            cells: Cells::default(),
            skip: dialect.skip + dialect.headings,
            x: Column::of(outline, x),
            y: Column::of(outline, y),
            headings: outline.headings().to_vec(),
            widths: Widths::of(outline, (x, y)),
            torn: false,
            kept: None,
            last_left_out: 0,
            notes: None,
            ended: false,
            collector: Collector::default(),
            report,
        })
    }

    /// Reads the records of a text, `whole` where nothing follows it.
    pub fn read(&mut self, text: &[u8], whole: bool) -> Result<(), ImportError> {
        let columns = [self.x.index, self.y.index];
        let wanted = columns[0].max(columns[1]) + 1;
        let mut cells = std::mem::take(&mut self.cells);
        while !self.ended {
            if let Some((line, pair)) = self.records.advance_plainly(text, columns) {
                self.row(line, pair);
                continue;
            }
            match self.records.advance(text, whole, wanted, &mut cells) {
                Next::Record(found) => {
                    if cells.stray && self.skip == 0 {
                        let row = &text[found.at..self.records.at];
                        self.report.quotes.add(|| Occurrence::row(found.line, row));
                    }
                    if !self.is_odd(found, &cells) || self.odd_row(text, whole, found, &mut cells) {
                        let cutter = self.records.cutter;
                        let [x, y] = columns.map(|column| cells.get(text, column, &cutter));
                        self.row(found.line, [x.as_deref(), y.as_deref()]);
                    }
                    // Wherever the text was cut into slices, a row behind a note is looked at as a whole.
                    self.records.careful = self.torn || self.has_notes();
                }
                Next::None => break,
                Next::TooLong => return Err(ImportError::NoTable),
            }
        }
        if self.ended {
            self.records.at = text.len();
        }
        self.cells = cells;
        Ok(())
    }

    /// Reads the two cells of a record on this line.
    #[inline]
    fn row(&mut self, line: Line, [x, y]: [Option<&[u8]>; 2]) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        self.report.read += 1;
        match (self.x.read_plainly(x), self.y.read_plainly(y)) {
            (Some(x), Some(y)) => self.collector.push(x, y),
            _ => self.row_with_more(line, [x, y]),
        }
    }

    /// Reads the two cells of a record that are not both plain digits.
    #[cold]
    fn row_with_more(&mut self, line: Line, [x, y]: [Option<&[u8]>; 2]) {
        let (column, fault, bytes) = match (self.x.read(x), self.y.read(y)) {
            (Cell::Number(x), Cell::Number(y)) => return self.collector.push(x, y),
            (Cell::Number(_), fault) => (&self.y, fault, y),
            (fault, _) => (&self.x, fault, x),
        };
        self.last_left_out = self.report.read;
        let left_out: &mut LeftOut = self.report.left_out_for(fault);
        left_out.add(|| Occurrence::new(line, &column.heading, bytes.unwrap_or_default()));
    }

    /// Whether a record is to be looked at as a whole.
    fn is_odd(&self, found: Found, cells: &Cells) -> bool {
        let has_width = cells.width == self.widths.columns;
        self.skip == 0 && (!has_width || found.gap || self.torn || self.has_notes())
    }

    /// Looks at a record as a whole, and tells whether it is a row to read.
    #[cold]
    fn odd_row(&mut self, text: &[u8], whole: bool, found: Found, cells: &mut Cells) -> bool {
        let cutter = self.records.cutter;
        cutter.cut(text, found.at, whole, usize::MAX, cells);
        let values: Vec<_> =
            (0..cells.len()).filter_map(|column| cells.get(text, column, &cutter)).collect();
        let row: Vec<&[u8]> = values.iter().map(|cell| &**cell).collect();
        let raw = &text[found.at..self.records.at];
        let has_width = row.len() == self.widths.columns;
        let apart = found.gap || self.has_notes();
        let torn = std::mem::take(&mut self.torn) && !found.gap;
        if apart
            && self.collector.seen() > 0
            && below::begins_another(&row)
            && !self.is_heading(&row)
        {
            self.end(Below { line: found.line, text: shown(raw), table: true });
            return false;
        }
        if (apart || !has_width) && self.widths.columns > 1 && below::is_note(&row) {
            self.note(Occurrence::ragged(found.line, row.len(), self.widths.columns, raw));
            return false;
        }
        if has_width {
            if torn {
                self.leave_out(|report| &mut report.torn, Occurrence::row(found.line, raw));
            }
            return !torn;
        }
        let occurrence = Occurrence::ragged(found.line, row.len(), self.widths.columns, raw);
        self.tear_kept(row.len(), found);
        if self.widths.keeps(&row) {
            self.report.kept.add(|| occurrence);
            self.kept = Some((row.len(), self.report.read + 1));
            return true;
        }
        if below::is_piece(&row) {
            self.tear(found, trimmed(row[0]).len());
        }
        self.leave_out(|report| &mut report.ragged, occurrence);
        false
    }

    /// Leaves out the rows that a piece of a number may belong to: the row before it may lack its end, and the row
    /// behind it its beginning.
    fn tear(&mut self, found: Found, length: usize) {
        let was_point = self.report.read > 0 && self.last_left_out != self.report.read;
        if self.widths.may_lack_end(length) && was_point && !found.gap && self.collector.undo() {
            // It was counted as read.
            self.last_left_out = self.report.read;
            self.report.torn.add(|| Occurrence::row(found.line.before(), b""));
        }
        self.torn = self.widths.may_lack_beginning(length);
    }

    /// Leaves out the row before, where it was used although it is short, and this one is just as long as its rest.
    fn tear_kept(&mut self, width: usize, Found { line, gap, .. }: Found) {
        let Some((before, read)) = self.kept.take() else { return };
        let is_rest = read == self.report.read && before + width == self.widths.columns + 1;
        let was_point = self.last_left_out != self.report.read;
        if is_rest && !gap && was_point && self.collector.undo() {
            self.last_left_out = self.report.read;
            let row = self.report.kept.take_last();
            self.report.torn.add(|| row.unwrap_or_else(|| Occurrence::row(line.before(), b"")));
        }
    }

    fn leave_out(
        &mut self,
        reason: impl FnOnce(&mut Report) -> &mut LeftOut,
        occurrence: Occurrence,
    ) {
        self.report.read += 1;
        self.last_left_out = self.report.read;
        reason(&mut self.report).add(|| occurrence);
    }

    /// Whether a row has the headings once more.
    fn is_heading(&self, row: &[&[u8]]) -> bool {
        row.iter().zip(&self.headings).all(|(cell, heading)| trimmed(cell) == heading.as_bytes())
    }

    /// Whether notes stand behind the last point.
    fn has_notes(&self) -> bool {
        self.notes.as_ref().is_some_and(|notes| notes.points == self.collector.seen())
    }

    /// Puts a note aside until it is known whether rows follow it.
    fn note(&mut self, note: Occurrence) {
        if !self.has_notes() {
            self.count_notes();
        }
        let points = self.collector.seen();
        let notes = self.notes.get_or_insert_with(|| Notes {
            first: Below { line: note.line, text: note.cell.clone(), table: false },
            rows: Vec::new(),
            more: 0,
            points,
        });
        if notes.rows.len() < NOTES {
            notes.rows.push(note);
        } else {
            notes.more += 1;
        }
    }

    /// Counts notes as rows of another width, because rows follow them.
    fn count_notes(&mut self) {
        let Some(notes) = self.notes.take() else { return };
        for note in notes.rows {
            self.report.read += 1;
            self.report.ragged.add(|| note);
        }
        self.report.read += notes.more;
        self.report.ragged.rows += notes.more;
    }

    /// Ends the table before another one.
    fn end(&mut self, below: Below) {
        let before = self.notes.take().filter(|notes| notes.points == self.collector.seen());
        let below = match before {
            Some(notes) => Below { table: below.table, ..notes.first },
            None => below,
        };
        self.report.below = Some(below);
        self.ended = true;
    }

    /// Ends the reading.
    pub fn finish(mut self, outline: Outline) -> Result<Finished, ImportError> {
        if self.has_notes() && self.collector.seen() > 0 {
            self.report.below = self.notes.take().map(|notes| notes.first);
        } else {
            self.count_notes();
        }
        self.report.used = self.collector.seen();
        if self.report.used == 0 {
            let obstacle = [self.x.index, self.y.index]
                .into_iter()
                .find_map(|column| outline.obstacle(column));
            return Err(ImportError::NothingUsable {
                rows: self.report.read,
                x: self.x.heading,
                y: self.y.heading,
                first: self.report.first_left_out().cloned().map(Box::new),
                obstacle: obstacle.map(Box::new),
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
