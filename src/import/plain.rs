//! Records without quotes, cut many bytes at a time. Nearly all records of nearly all files are such.

use super::dialect::Delimiter;
use super::limits::LONGEST;
use super::marks::BLOCK;
use super::record::{Cut, Cutter, line_end};

impl Cutter {
    /// Two cells of the record that begins at `at`, and the place of the next record: what [`Cutter::cut`] finds, three
    /// times as fast. Returns `None` where the record has a quote or another width than the rest, begins with a
    /// delimiter or a space, as a blank one may, or is the last one of the text.
    #[inline]
    pub(super) fn two_plain_cells<'t>(
        &self,
        text: &'t [u8],
        at: usize,
        columns: [usize; 2],
    ) -> Option<([Option<&'t [u8]>; 2], usize)> {
        let first = *text.get(at)?;
        if self.delimiter == Delimiter::Spaces || self.is_blank(first) {
            return None;
        }
        // A cell begins behind the delimiter of its number, from 1, and ends before the next one.
        let mut begins = columns.map(|column| if column == 0 { at } else { 0 });
        let mut ends = [0; 2];
        let last = columns[0].max(columns[1]);
        let (mut passed, mut base) = (0, at);
        let end = loop {
            let block = self.marks.block(text.get(base..)?.first_chunk()?).line();
            if block.quotes != 0 {
                return None;
            }
            if passed <= last {
                let place = |number: usize| {
                    Some(base + nth_bit(block.delimiters, number.checked_sub(passed)?)?)
                };
                for cell in 0..2 {
                    begins[cell] = place(columns[cell]).map_or(begins[cell], |before| before + 1);
                    ends[cell] = place(columns[cell] + 1).unwrap_or(ends[cell]);
                }
            }
            passed += block.delimiters.count_ones() as usize;
            if block.breaks != 0 {
                break base + block.breaks.trailing_zeros() as usize;
            }
            base += BLOCK;
        };
        if end == at || self.width > 0 && passed + 1 != self.width {
            return None;
        }
        let cells = [0, 1].map(|cell| {
            let end = if passed > columns[cell] { ends[cell] } else { end };
            (passed >= columns[cell]).then(|| &text[begins[cell]..end])
        });
        match line_end(text, end, false) {
            Cut::Until(next) if next - at <= LONGEST => Some((cells, next)),
            _ => None,
        }
    }
}

/// The place of the `number`-th bit that is 1, from 1.
#[inline]
fn nth_bit(mut bits: u32, number: usize) -> Option<usize> {
    if number == 0 || number > bits.count_ones() as usize {
        return None;
    }
    for _ in 1..number {
        bits &= bits - 1;
    }
    Some(bits.trailing_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::prelude::*;

    use super::*;
    use crate::import::dialect::Dialect;
    use crate::import::record::Cells;

    proptest! {
        #[test]
        fn plain_cells_are_those_of_the_general_way(
            text in "[a1,;\n\r\"]{0,30}[a1,;\n]{0,60}",
            (x, y) in (0_usize..8, 0_usize..8),
        ) {
            let text = text.as_bytes();
            let (cutter, mut cells) = (Cutter::new(&Dialect::default(), 0), Cells::default());
            if let Some((plain, next)) = cutter.two_plain_cells(text, 0, [x, y]) {
                let cut = cutter.cut(text, 0, false, x.max(y) + 1, &mut cells);
                prop_assert_eq!(cut, Cut::Until(next));
                let general = [x, y].map(|column| cells.get(text, column, &cutter));
                prop_assert_eq!(plain.map(|cell| cell.map(Cow::Borrowed)), general);
            }
        }
    }

    #[test]
    fn rows_far_into_a_text_are_plain_too() {
        let at = LONGEST / 4 * 3;
        let text = ["x".repeat(at), "1,2\n".to_owned(), " ".repeat(64)].concat();
        let found =
            Cutter::new(&Dialect::default(), 0).two_plain_cells(text.as_bytes(), at, [0, 1]);
        assert_eq!(found, Some(([Some(&b"1"[..]), Some(b"2")], at + 4)));
    }

    #[test]
    fn a_long_row_without_quotes_is_plain() {
        let row = format!("{},2.5,{}\r\nnext{}", "1".repeat(40), "3,".repeat(30), " ".repeat(64));
        let cutter = Cutter::new(&Dialect::default(), 0);
        let (cells, next) = cutter.two_plain_cells(row.as_bytes(), 0, [1, 31]).expect("plain");
        assert_eq!(cells, [Some(&b"2.5"[..]), Some(b"3")]);
        assert!(row[next..].starts_with("next"));
        let (cells, _) = cutter.two_plain_cells(row.as_bytes(), 0, [32, 33]).expect("plain");
        assert_eq!(cells, [Some(&b""[..]), None], "one behind the last delimiter, and none beyond");
    }
}
