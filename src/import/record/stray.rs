//! Quotes that are none: what they would hide is cut into rows.

use memchr::{memchr_iter, memchr2};

use super::{Cells, Cut, Cutter, line_end};
use crate::import::dialect::Delimiter;
use crate::import::limits::LONGEST;

impl Cutter {
    /// Cuts a record that ends with its line, whatever its quotes say.
    pub(super) fn cut_line(
        &self,
        text: &[u8],
        at: usize,
        whole: bool,
        wanted: usize,
        cells: &mut Cells,
    ) -> Cut {
        let end = memchr2(b'\n', b'\r', &text[at..]).map_or(text.len(), |found| at + found);
        let lenient = Self { lenient: true, ..*self };
        lenient.cut_as_quoted(&text[..end], at, true, wanted, cells);
        cells.stray = true;
        match line_end(text, end, whole) {
            Cut::Until(end) if end - at <= LONGEST => Cut::Until(end),
            Cut::Unfinished if end - at < LONGEST => Cut::Unfinished,
            _ => Cut::TooLong,
        }
    }

    /// Whether a record of several lines is rather several rows, of which one has a quote too many or too few: the
    /// quote closes amid a cell, or the record has another width than the rest, or each of its lines has just the
    /// delimiters of a row.
    pub(super) fn swallows_rows(&self, record: &[u8], cells: &Cells) -> bool {
        if !cells.quotes {
            return false;
        }
        let mut lines = record.split(|&byte| byte == b'\n' || byte == b'\r');
        let Some(first) = lines.next() else { return false };
        let mut inner: Vec<&[u8]> = lines.filter(|line| !line.is_empty()).collect();
        if inner.is_empty() {
            return false;
        }
        // The last line may have further quoted cells, unless there are but two.
        if inner.len() > 1 {
            inner.pop();
        }
        let is_row = |line: &[u8]| memchr_iter(self.byte, line).count() + 1 == self.width;
        let known = self.width > 1 && self.delimiter != Delimiter::Spaces;
        cells.stray
            || self.width > 0 && cells.width != self.width
            || known && is_row(first) && inner.iter().all(|line| is_row(line))
    }
}
