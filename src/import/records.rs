//! The records of a text, one after the other, without blank lines and comments.

use memchr::memchr2;

use super::dialect::Dialect;
use super::limits::LONGEST;
use super::record::{Cells, Cut, Cutter};

/// Where the next record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A record with cells, on this line, counted from 1.
    Record {
        /// The line on which it begins.
        line: u64,
    },
    /// There is none, or its end is not in the text yet.
    None,
    /// What follows has no end: this is no table.
    TooLong,
}

/// Goes through a text whose end may follow later.
#[derive(Clone, Debug)]
pub(super) struct Records {
    pub(super) cutter: Cutter,
    comment: Option<u8>,
    /// Where the next record begins, in bytes of the text.
    pub(super) at: usize,
    /// The line on which it begins.
    line: u64,
}

impl Records {
    pub(super) fn new(dialect: &Dialect, at: usize, line: u64) -> Self {
        Self { cutter: Cutter::new(dialect), comment: dialect.comment, at, line }
    }

    /// Goes to the next record, and notes its first `wanted` cells.
    pub(super) fn advance(
        &mut self,
        text: &[u8],
        whole: bool,
        wanted: usize,
        cells: &mut Cells,
    ) -> Next {
        while self.at < text.len() {
            if self.comment.is_some() && text.get(self.at) == self.comment.as_ref() {
                match comment_end(text, self.at, whole) {
                    Some(end) => self.at = end,
                    None if text.len() - self.at > LONGEST => return Next::TooLong,
                    None => return Next::None,
                }
                self.line += 1;
                continue;
            }
            let (line, at) = (self.line, self.at);
            match self.cutter.cut(text, at, whole, wanted, cells) {
                Cut::Until(end) => {
                    self.at = end;
                    self.line += if cells.quotes { lines(&text[at..end]) } else { 1 };
                    if cells.len() > 0 {
                        return Next::Record { line };
                    }
                }
                Cut::Unfinished => return Next::None,
                Cut::TooLong => return Next::TooLong,
            }
        }
        Next::None
    }

    /// Goes to the next record where it is a plain one, and gives its line and two of its cells; else stays
    /// where it is.
    #[inline]
    pub(super) fn advance_plainly<'t>(
        &mut self,
        text: &'t [u8],
        columns: [usize; 2],
    ) -> Option<(u64, [Option<&'t [u8]>; 2])> {
        if self.comment.is_some() && text.get(self.at) == self.comment.as_ref() {
            return None;
        }
        let (cells, next) = self.cutter.two_plain_cells(text, self.at, columns)?;
        let line = self.line;
        (self.at, self.line) = (next, line + 1);
        Some((line, cells))
    }

    /// Takes note that the text before the next record is gone.
    pub(super) fn forget(&mut self) -> usize {
        std::mem::take(&mut self.at)
    }
}

fn comment_end(text: &[u8], at: usize, whole: bool) -> Option<usize> {
    match memchr2(b'\n', b'\r', &text[at..]).map(|found| at + found) {
        Some(end) if text[end] == b'\n' => Some(end + 1),
        Some(end) => match text.get(end + 1) {
            Some(b'\n') => Some(end + 2),
            Some(_) => Some(end + 1),
            None => whole.then_some(end + 1),
        },
        None => whole.then_some(text.len()),
    }
}

/// How many lines a record spans: LF, CR LF and a lone CR each end one.
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
        let (mut records, mut cells) = (Records::new(dialect, 0, 1), Cells::default());
        let mut found = Vec::new();
        let text = text.as_bytes();
        while let Next::Record { line } = records.advance(text, true, usize::MAX, &mut cells) {
            let row = (0..cells.len()).filter_map(|cell| cells.get(text, cell, &records.cutter));
            found.push((
                line,
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
        check("\"a\" b,5\" pipe,c\"d\n", &plain, &[(1, &["a b", "5\" pipe", "c\"d"])]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_a_character() {
        check("a,\"b\n1,2\n", &Dialect::default(), &[(1, &["a", "\"b"]), (2, &["1", "2"])]);
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
