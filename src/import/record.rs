//! Records and cells, in a text that may go on in the next slice.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr2, memchr3};

use super::dialect::{Delimiter, Dialect};
use super::limits::LONGEST;
use super::marks::Marks;

mod stray;

/// The place of a cell in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    start: usize,
    end: usize,
    /// Whether the cell has quotes that are not part of its value.
    quoted: bool,
}

/// Cuts a text into records.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cutter {
    pub(super) delimiter: Delimiter,
    byte: u8,
    quote: Option<u8>,
    backslash: bool,
    /// The number of cells that nearly all records have, once it is known; 0 before.
    pub(super) width: usize,
    /// Whether a quote that is not closed counts as a character.
    lenient: bool,
    pub(super) marks: Marks,
}

/// The first cells of a record, as many as are wanted.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    spans: Vec<Span>,
    /// The number of cells of the record, those that are not wanted included.
    pub width: usize,
    /// Whether the record has a quote that is not closed, or is closed before the end of its cell. Such a quote is a
    /// character.
    pub stray: bool,
    /// Whether a cell was quoted, so that the record may span lines.
    pub quotes: bool,
}

/// A record in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// The record ends, and the next one begins here.
    Until(usize),
    /// The end of the record is not in the text yet.
    Unfinished,
    /// The record has no end within [`LONGEST`] bytes: this is no table.
    TooLong,
}

/// The end of a quoted cell.
enum Close {
    /// The closing quote is before this place.
    Before(usize),
    /// The closing quote is not in the text yet.
    Unfinished,
    /// There is no closing quote in the whole text.
    Never,
}

/// The beginning of a cell.
struct Begun {
    /// The place of its first character, which may be behind spaces and is a quote where the cell is quoted.
    start: usize,
    /// The place from which to search its end.
    from: usize,
    quoted: bool,
}

impl Cutter {
    pub(super) fn new(dialect: &Dialect, width: usize) -> Self {
        Self {
            delimiter: dialect.delimiter,
            byte: dialect.delimiter.byte(),
            quote: dialect.quote.byte(),
            backslash: dialect.backslash,
            width,
            lenient: false,
            marks: Marks::new(dialect.delimiter.byte(), dialect.quote.byte()),
        }
    }

    /// Cuts the record that begins at `at`, and stores its first `wanted` cells. `whole` says that nothing follows the
    /// text. A quote that is never closed counts as a character, and so does one that only swallows further rows.
    pub(super) fn cut(
        &self,
        text: &[u8],
        at: usize,
        whole: bool,
        wanted: usize,
        cells: &mut Cells,
    ) -> Cut {
        match self.cut_as_quoted(text, at, whole, wanted, cells) {
            Some(Cut::Until(end))
                if end - at <= LONGEST && !self.swallows_rows(&text[at..end], cells) =>
            {
                return Cut::Until(end);
            }
            Some(Cut::Unfinished) if text.len() - at <= LONGEST => return Cut::Unfinished,
            _ => {}
        }
        self.cut_line(text, at, whole, wanted, cells)
    }

    /// Cuts a record. Returns `None` where a quote is open at the end of the whole text.
    fn cut_as_quoted(
        &self,
        text: &[u8],
        at: usize,
        whole: bool,
        wanted: usize,
        cells: &mut Cells,
    ) -> Option<Cut> {
        cells.spans.clear();
        (cells.stray, cells.quotes) = (false, false);
        if self.delimiter == Delimiter::Spaces {
            return self.cut_at_runs(text, skip_spaces(text, at), whole, cells);
        }
        let mut place = at;
        while cells.spans.len() < wanted {
            let Begun { start, from, mut quoted } = match self.begin(text, place, whole, cells) {
                Ok(begun) => begun,
                Err(cut) => return cut,
            };
            let is_end = |&byte: &u8| byte == self.byte || byte == b'\n' || byte == b'\r';
            let end = from + text[from..].iter().position(is_end).unwrap_or(text.len() - from);
            if quoted && !text[from..end].iter().all(|&byte| is_space(byte)) {
                // What is not quoted to its end is not quoted.
                (quoted, cells.stray) = (false, true);
            }
            let cell = Span { start, end, quoted };
            if text.get(end) != Some(&self.byte) {
                return Some(cells.close(cell, at, line_end(text, end, whole)));
            }
            cells.spans.push(cell);
            place = end + 1;
        }
        self.skip_record(text, place, whole, cells)
    }

    /// Cuts a record whose columns are separated by runs of spaces.
    fn cut_at_runs(
        &self,
        text: &[u8],
        mut place: usize,
        whole: bool,
        cells: &mut Cells,
    ) -> Option<Cut> {
        loop {
            let Begun { start, from, mut quoted } = match self.begin(text, place, whole, cells) {
                Ok(begun) => begun,
                Err(cut) => return cut,
            };
            let rest = text[from..].iter();
            let end = from
                + rest.take_while(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
            if quoted && end > from {
                (quoted, cells.stray) = (false, true);
            }
            let cell = Span { start, end, quoted };
            let next = skip_spaces(text, end);
            if matches!(text.get(next), None | Some(b'\n' | b'\r')) {
                return Some(cells.close(cell, start, line_end(text, next, whole)));
            }
            cells.spans.push(cell);
            place = next;
        }
    }

    /// The beginning of a cell, of which spaces before a quote are no part; or what the record is if its quote is not
    /// closed.
    fn begin(
        &self,
        text: &[u8],
        place: usize,
        whole: bool,
        cells: &mut Cells,
    ) -> Result<Begun, Option<Cut>> {
        let plain = Begun { start: place, from: place, quoted: false };
        if self.quote.is_none() {
            return Ok(plain);
        }
        let start =
            place + text[place.min(text.len())..].iter().take_while(|&&b| self.is_space(b)).count();
        if text.get(start) != self.quote.as_ref() {
            return Ok(plain);
        }
        cells.quotes = true;
        match self.close(text, start, whole) {
            Close::Before(from) => Ok(Begun { start, from, quoted: true }),
            Close::Unfinished => Err(Some(Cut::Unfinished)),
            Close::Never if self.lenient => Ok(plain),
            Close::Never => Err(None),
        }
    }

    /// Whether a byte is one of those that alone make a blank record.
    #[inline]
    pub(super) fn is_blank(&self, byte: u8) -> bool {
        byte == self.byte || byte == b' ' || byte == b'\t'
    }

    /// The same, or a quote.
    pub(super) fn is_blank_or_quote(&self, byte: u8) -> bool {
        self.is_blank(byte) || Some(byte) == self.quote
    }

    /// Whether a byte is a space that may stand between a delimiter and a quote.
    fn is_space(&self, byte: u8) -> bool {
        is_space(byte) && byte != self.byte
    }

    /// The end of the quoted cell that begins here.
    fn close(&self, text: &[u8], place: usize, whole: bool) -> Close {
        match self.closing(text, place + 1) {
            // A quote at the end of the text may be doubled in the next slice; the record is unfinished anyway.
            Some(close) => Close::Before(close + 1),
            None if whole => Close::Never,
            None => Close::Unfinished,
        }
    }

    /// The place of the quote that closes a cell whose value begins at `place`.
    fn closing(&self, text: &[u8], mut place: usize) -> Option<usize> {
        let quote = self.quote?;
        loop {
            let rest = text.get(place..)?;
            let found =
                if self.backslash { memchr2(quote, b'\\', rest) } else { memchr(quote, rest) };
            place += found?;
            // A backslash escapes what follows it; two quotes are one.
            if text[place] != quote || text.get(place + 1) == Some(&quote) {
                place += 2;
            } else {
                return Some(place);
            }
        }
    }

    /// The end of a record whose further cells are not wanted. They are counted all the same.
    fn skip_record(
        &self,
        text: &[u8],
        mut place: usize,
        whole: bool,
        cells: &mut Cells,
    ) -> Option<Cut> {
        cells.width = cells.spans.len() + 1;
        loop {
            let begin = place.min(text.len());
            let found = match self.quote {
                Some(quote) => memchr3(b'\n', b'\r', quote, &text[begin..]),
                None => memchr2(b'\n', b'\r', &text[begin..]),
            };
            place = found.map_or(text.len(), |found| begin + found);
            cells.width += memchr_iter(self.byte, &text[begin..place]).count();
            if place == text.len() || Some(text[place]) != self.quote {
                return Some(line_end(text, place, whole));
            }
            let before = text[..place].iter().rev().find(|&&byte| !self.is_space(byte));
            if before != Some(&self.byte) {
                place += 1;
                continue;
            }
            cells.quotes = true;
            match self.close(text, place, whole) {
                Close::Before(after) => place = after,
                Close::Unfinished => return Some(Cut::Unfinished),
                Close::Never if self.lenient => {
                    place += 1;
                    continue;
                }
                Close::Never => return None,
            }
            let rest = text[place..].iter().find(|&&byte| !self.is_space(byte));
            let ends = |&byte: &u8| byte == self.byte || byte == b'\n' || byte == b'\r';
            cells.stray |= !rest.is_none_or(ends);
        }
    }
}

fn is_space(byte: u8) -> bool {
    byte == b' ' || byte == b'\t'
}

fn skip_spaces(text: &[u8], place: usize) -> usize {
    let rest = text.get(place..).unwrap_or_default();
    place + rest.iter().take_while(|&&byte| byte == b' ' || byte == b'\t').count()
}

/// LF, CR LF and a lone CR each end a record, and so does the end of the whole text.
pub(super) fn line_end(text: &[u8], place: usize, whole: bool) -> Cut {
    match (text.get(place), text.get(place + 1)) {
        (None, _) | (Some(b'\r'), None) if !whole => Cut::Unfinished,
        (None, _) => Cut::Until(place),
        (Some(b'\r'), Some(b'\n')) => Cut::Until(place + 2),
        _ => Cut::Until(place + 1),
    }
}

impl Cells {
    /// Stores the last cell of a record that began at `begin`. A record without a character has no cells.
    fn close(&mut self, last: Span, begin: usize, end: Cut) -> Cut {
        if last.end > begin {
            self.spans.push(last);
        }
        self.width = self.spans.len();
        end
    }

    /// The number of cells that were stored.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// The value of a cell, or `None` where the record is too short.
    pub(super) fn get<'t>(
        &self,
        text: &'t [u8],
        index: usize,
        cutter: &Cutter,
    ) -> Option<Cow<'t, [u8]>> {
        let &Span { start, end, quoted } = self.spans.get(index)?;
        let raw = &text[start..end];
        Some(match cutter.quote {
            Some(quote) if quoted => unquoted(raw, quote, cutter.backslash),
            _ => Cow::Borrowed(raw),
        })
    }
}

/// The value of a quoted cell: without its quotes, with the spaces behind the closing one.
fn unquoted(raw: &[u8], quote: u8, backslash: bool) -> Cow<'_, [u8]> {
    let inside = &raw[1..];
    let plain = inside.strip_suffix(&[quote]).unwrap_or(inside);
    if memchr2(quote, if backslash { b'\\' } else { quote }, plain).is_none() {
        return Cow::Borrowed(plain);
    }
    let mut said = Vec::with_capacity(inside.len());
    let mut bytes = inside.iter().copied().peekable();
    let mut open = true;
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' if open && backslash => match bytes.next() {
                Some(escaped) if escaped == quote || escaped == b'\\' => said.push(escaped),
                other => said.extend([b'\\'].into_iter().chain(other)),
            },
            _ if byte == quote && open => {
                if bytes.next_if_eq(&quote).is_some() {
                    said.push(quote);
                } else {
                    open = false;
                }
            }
            _ => said.push(byte),
        }
    }
    Cow::Owned(said)
}

#[cfg(test)]
mod tests;
