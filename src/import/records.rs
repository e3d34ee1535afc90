//! The records of a text, one after the other, without blank lines and comments.

use memchr::memchr2;

use super::dialect::{Delimiter, Dialect};
use super::limits::LONGEST;
use super::record::{Cells, Cut, Cutter, line_end};
use super::report::Line;

/// The next record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A record with cells.
    Record(Found),
    /// There is no further record, or its end is not in the text yet.
    None,
    /// The record has no end: this is no table.
    TooLong,
}

/// The place of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The line that it begins on.
    pub line: Line,
    /// The place in the text.
    pub at: usize,
    /// Whether a blank line stands before it.
    pub gap: bool,
}

/// The records of a text whose end may follow later.
#[derive(Clone, Debug)]
pub(super) struct Records {
    pub(super) cutter: Cutter,
    comment: Option<u8>,
    /// The place of the next record, in bytes of the text.
    pub(super) at: usize,
    /// The line that it begins on.
    line: Line,
    /// Whether a blank line stands before it.
    gap: bool,
    /// Whether the next record is to be cut the slow way, so that more is known of it.
    pub(super) careful: bool,
}

impl Records {
    /// The records from a place on, which nearly all have this many cells; 0 where that is not known.
    pub(super) fn new(dialect: &Dialect, width: usize, at: usize, line: u64) -> Self {
        let (cutter, comment) = (Cutter::new(dialect, width), dialect.comment);
        let line = Line { number: line, of_sheet: dialect.delimiter == Delimiter::Cells };
        Self { cutter, comment, at, line, gap: false, careful: false }
    }

    /// Goes to the next record, and stores its first `wanted` cells.
    pub(super) fn advance(
        &mut self,
        text: &[u8],
        whole: bool,
        wanted: usize,
        cells: &mut Cells,
    ) -> Next {
        while self.at < text.len() {
            if self.is_at_comment(text) {
                match comment_end(text, self.at, whole) {
                    Cut::Until(end) => self.at = end,
                    _ if text.len() - self.at > LONGEST => return Next::TooLong,
                    _ => return Next::None,
                }
                self.line.number += 1;
                continue;
            }
            let (line, at) = (self.line, self.at);
            match self.cutter.cut(text, at, whole, wanted, cells) {
                Cut::Until(end) => {
                    self.at = end;
                    self.line.number += if cells.quotes { lines(&text[at..end]) } else { 1 };
                    if !self.is_blank(&text[at..end]) {
                        self.careful = false;
                        return Next::Record(Found {
                            line,
                            at,
                            gap: std::mem::take(&mut self.gap),
                        });
                    }
                    self.gap = true;
                }
                Cut::Unfinished => return Next::None,
                Cut::TooLong => return Next::TooLong,
            }
        }
        Next::None
    }

    /// Goes to the next record and returns its line and two of its cells, where the record has no quotes. Otherwise
    /// returns `None`, and stays.
    #[inline]
    pub(super) fn advance_plainly<'t>(
        &mut self,
        text: &'t [u8],
        columns: [usize; 2],
    ) -> Option<(Line, [Option<&'t [u8]>; 2])> {
        if self.careful || self.gap || self.is_at_comment(text) {
            return None;
        }
        let (cells, next) = self.cutter.two_plain_cells(text, self.at, columns)?;
        let line = self.line;
        (self.at, self.line.number) = (next, line.number + 1);
        Some((line, cells))
    }

    /// Whether a record has nothing but delimiters, quotes and spaces.
    fn is_blank(&self, record: &[u8]) -> bool {
        let mut bytes = record.iter();
        bytes.all(|&byte| self.cutter.is_blank_or_quote(byte) || matches!(byte, b'\n' | b'\r'))
    }

    /// Whether a line of comments begins here.
    #[inline]
    fn is_at_comment(&self, text: &[u8]) -> bool {
        self.comment.is_some_and(|sign| text.get(self.at) == Some(&sign))
    }

    /// Forgets the text before the next record, and returns its length.
    pub(super) fn forget(&mut self) -> usize {
        std::mem::take(&mut self.at)
    }
}

fn comment_end(text: &[u8], at: usize, whole: bool) -> Cut {
    let end = memchr2(b'\n', b'\r', &text[at..]).map_or(text.len(), |found| at + found);
    line_end(text, end, whole)
}

/// The number of lines that a record spans: LF, CR LF and a lone CR each end one.
fn lines(record: &[u8]) -> u64 {
    let ends = record.iter().enumerate().filter(|&(place, &byte)| match byte {
        b'\n' => true,
        b'\r' => record.get(place + 1) != Some(&b'\n'),
        _ => false,
    });
    (ends.count() as u64).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::dialect::{Delimiter, Quote};

    fn all(text: &str, dialect: &Dialect) -> Vec<(u64, Vec<String>)> {
        let (mut records, mut cells) = (Records::new(dialect, 0, 0, 1), Cells::default());
        let mut found = Vec::new();
        let text = text.as_bytes();
        while let Next::Record(Found { line, .. }) =
            records.advance(text, true, usize::MAX, &mut cells)
        {
            let row = (0..cells.len()).filter_map(|cell| cells.get(text, cell, &records.cutter));
            found.push((
                line.number,
                row.map(|cell| String::from_utf8_lossy(&cell).into_owned()).collect(),
            ));
        }
        found
    }

    fn check(text: &str, dialect: &Dialect, expected: &[(u64, &[&str])]) {
        let expected: Vec<(u64, Vec<String>)> = expected
            .iter()
            .map(|&(line, row)| (line, row.iter().map(ToString::to_string).collect()))
            .collect();
        assert_eq!(all(text, dialect), expected, "{text:?}");
    }

    #[test]
    fn cells_are_what_was_written() {
        let plain = Dialect::default();
        check("a,b\n1,2\n", &plain, &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("a,\n,b", &plain, &[(1, &["a", ""]), (2, &["", "b"])]);
        check("\n\r\na\r\rb\n", &plain, &[(3, &["a"]), (5, &["b"])]);
        check("\"a,\nb\",c\nd\n", &plain, &[(1, &["a,\nb", "c"]), (3, &["d"])]);
        check("\"a\"\"b\"\"\",\"\"\n", &plain, &[(1, &["a\"b\"", ""])]);
        check("\"a\" b,5\" pipe,c\"d\n", &plain, &[(1, &["\"a\" b", "5\" pipe", "c\"d"])]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_a_character() {
        check("a,\"b\n1,2\n", &Dialect::default(), &[(1, &["a", "\"b"]), (2, &["1", "2"])]);
    }

    #[test]
    fn every_line_end_is_counted_in_records_and_comments() {
        let plain = Dialect::default();
        check("\"a\rb\",c\rd\r", &plain, &[(1, &["a\rb", "c"]), (3, &["d"])]);
        check("\"a\r\nb\"\r\nd", &plain, &[(1, &["a\r\nb"]), (3, &["d"])]);
        check("\"a\nb\"\nd", &plain, &[(1, &["a\nb"]), (3, &["d"])]);
        let comment = Dialect { comment: Some(b'#'), ..plain };
        for end in ["\n", "\r\n", "\r"] {
            let text = "#x\n\na\n#y\n#z\nb\n#".replace('\n', end);
            check(&text, &comment, &[(3, &["a"]), (6, &["b"])]);
            check(&(text + end), &comment, &[(3, &["a"]), (6, &["b"])]);
        }
    }

    #[test]
    fn a_comment_is_waited_for_as_long_as_a_record() {
        let comment = Dialect { comment: Some(b'#'), ..Dialect::default() };
        let next = |text: &str, at: usize, whole: bool| {
            let (mut records, mut cells) = (Records::new(&comment, 0, at, 1), Cells::default());
            (records.advance(text.as_bytes(), whole, 2, &mut cells), records.at - at)
        };
        let long = format!("#{}", "x".repeat(LONGEST - 1));
        let before = "1\n".repeat(LONGEST / 8 * 3);
        assert_eq!(next("# note", 0, false), (Next::None, 0));
        assert_eq!(next("# note\r", 0, false), (Next::None, 0));
        assert_eq!(next("# note\r\n", 0, false), (Next::None, 8));
        assert_eq!(next("# note", 0, true), (Next::None, 6));
        assert_eq!(next(&long, 0, false), (Next::None, 0));
        assert_eq!(next(&format!("{long}x"), 0, false), (Next::TooLong, 0));
        assert_eq!(
            next(&format!("{before}{}", &long[..LONGEST / 2]), before.len(), false).0,
            Next::None
        );
    }

    #[test]
    fn records_are_cut_plainly_where_the_text_goes_on_and_comments_are_not() {
        let comment = Dialect { comment: Some(b'#'), ..Dialect::default() };
        let text = ["1,2\n#3,4\n5,6\n", &" ".repeat(64)].concat();
        let (text, mut records) = (text.as_bytes(), Records::new(&comment, 0, 0, 7));
        let cells = |x: &'static [u8], y: &'static [u8]| [Some(x), Some(y)];
        let line = |number: u64| Line { number, of_sheet: false };
        assert_eq!(records.advance_plainly(text, [0, 1]), Some((line(7), cells(b"1", b"2"))));
        assert_eq!(records.advance_plainly(text, [0, 1]), None);
        assert_eq!(records.at, 4);
        let next = records.advance(text, false, 2, &mut Cells::default());
        let found = Found { line: line(9), at: 9, gap: false };
        assert_eq!((next, records.at), (Next::Record(found), 13));
        assert_eq!((records.forget(), records.at), (13, 0));
        let mut plain = Records::new(&Dialect::default(), 0, 4, 8);
        assert_eq!(plain.advance_plainly(text, [0, 1]), Some((line(8), cells(b"#3", b"4"))));
    }

    #[test]
    fn other_dialects_are_cut_as_they_are_written() {
        let single = Dialect { quote: Quote::Single, ..Dialect::default() };
        check("'a,b','c''d'\n", &single, &[(1, &["a,b", "c'd"])]);
        let backslash = Dialect { backslash: true, ..Dialect::default() };
        check(r#""a\",b","c\\d\n""#, &backslash, &[(1, &["a\",b", "c\\d\\n"])]);
        let spaces = Dialect { delimiter: Delimiter::Spaces, ..Dialect::default() };
        check("  a   b\t\"c d\" \n \n1 2", &spaces, &[(1, &["a", "b", "c d"]), (3, &["1", "2"])]);
        let comment = Dialect { comment: Some(b'#'), ..Dialect::default() };
        check("# \"note\na,b\n#x\r\nc\n", &comment, &[(2, &["a", "b"]), (4, &["c"])]);
    }
}
