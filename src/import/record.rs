//! Records and cells, in a text that may go on in the next slice.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memchr3};

use super::dialect::{Delimiter, Dialect};
use super::limits::LONGEST;
use super::marks::Marks;

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
    pub(super) marks: Marks,
}

/// The first cells of a record, as many as are wanted.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    spans: Vec<Span>,
    /// Whether the quotes of the record count as characters, because one of them is never closed.
    pub literal: bool,
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

impl Cutter {
    pub(super) fn new(dialect: &Dialect) -> Self {
        Self {
            delimiter: dialect.delimiter,
            byte: dialect.delimiter.byte(),
            quote: dialect.quote.byte(),
            backslash: dialect.backslash,
            marks: Marks::new(dialect.delimiter.byte(), dialect.quote.byte()),
        }
    }

    /// Cuts the record that begins at `at`, and stores its first `wanted` cells. `whole` says that nothing follows the
    /// text. A quote that is never closed counts as a character.
    pub(super) fn cut(
        &self,
        text: &[u8],
        at: usize,
        whole: bool,
        wanted: usize,
        cells: &mut Cells,
    ) -> Cut {
        cells.literal = false;
        match self.cut_as_quoted(text, at, whole, wanted, cells) {
            Some(Cut::Until(end)) if end - at <= LONGEST => return Cut::Until(end),
            Some(Cut::Unfinished) if text.len() - at <= LONGEST => return Cut::Unfinished,
            _ => {}
        }
        cells.literal = true;
        let literal = Self { quote: None, ..*self };
        match literal.cut_as_quoted(text, at, whole, wanted, cells) {
            Some(Cut::Until(end)) if end - at <= LONGEST => Cut::Until(end),
            // Where the end may still follow within that length, the quotes were not given up.
            _ => Cut::TooLong,
        }
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
        cells.quotes = false;
        if self.delimiter == Delimiter::Spaces {
            return self.cut_at_runs(text, skip_spaces(text, at), whole, wanted, cells);
        }
        let mut start = at;
        while cells.spans.len() < wanted {
            let (quoted, mut end) = match self.begin(text, start, whole, cells) {
                Ok(begun) => begun,
                Err(cut) => return cut,
            };
            let is_end = |&byte: &u8| byte == self.byte || byte == b'\n' || byte == b'\r';
            end += text[end..].iter().position(is_end).unwrap_or(text.len() - end);
            let cell = Span { start, end, quoted };
            if text.get(end) != Some(&self.byte) {
                return Some(cells.close(cell, at, line_end(text, end, whole)));
            }
            cells.spans.push(cell);
            start = end + 1;
        }
        self.skip_record(text, start, whole, cells)
    }

    /// Cuts a record whose columns are separated by runs of spaces.
    fn cut_at_runs(
        &self,
        text: &[u8],
        mut start: usize,
        whole: bool,
        wanted: usize,
        cells: &mut Cells,
    ) -> Option<Cut> {
        while cells.spans.len() < wanted {
            let (quoted, mut end) = match self.begin(text, start, whole, cells) {
                Ok(begun) => begun,
                Err(cut) => return cut,
            };
            let rest = text[end..].iter();
            end += rest.take_while(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
            let cell = Span { start, end, quoted };
            let next = skip_spaces(text, end);
            if matches!(text.get(next), None | Some(b'\n' | b'\r')) {
                return Some(cells.close(cell, start, line_end(text, next, whole)));
            }
            cells.spans.push(cell);
            start = next;
        }
        self.skip_record(text, start, whole, cells)
    }

    /// Whether the cell that begins here is quoted, and the place from which to search its end; or what the record is
    /// then.
    fn begin(
        &self,
        text: &[u8],
        start: usize,
        whole: bool,
        cells: &mut Cells,
    ) -> Result<(bool, usize), Option<Cut>> {
        if self.quote.is_none() || text.get(start) != self.quote.as_ref() {
            return Ok((false, start));
        }
        cells.quotes = true;
        match self.close(text, start, whole) {
            Close::Before(place) => Ok((true, place)),
            Close::Unfinished => Err(Some(Cut::Unfinished)),
            Close::Never => Err(None),
        }
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

    /// The end of a record whose further cells are not wanted.
    fn skip_record(
        &self,
        text: &[u8],
        mut place: usize,
        whole: bool,
        cells: &mut Cells,
    ) -> Option<Cut> {
        loop {
            let rest = &text[place.min(text.len())..];
            let found = match self.quote {
                Some(quote) => memchr3(b'\n', b'\r', quote, rest),
                None => memchr2(b'\n', b'\r', rest),
            };
            let Some(found) = found else {
                return Some(line_end(text, text.len(), whole));
            };
            place += found;
            if Some(text[place]) != self.quote {
                return Some(line_end(text, place, whole));
            }
            let begins_cell = text[..place].last().is_some_and(|&before| {
                before == self.byte || self.delimiter == Delimiter::Spaces && before == b'\t'
            });
            if !begins_cell {
                place += 1;
                continue;
            }
            cells.quotes = true;
            match self.close(text, place, whole) {
                Close::Before(after) => place = after,
                Close::Unfinished => return Some(Cut::Unfinished),
                Close::Never => return None,
            }
        }
    }
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
            Some(quote) if quoted && !self.literal => unquoted(raw, quote, cutter.backslash),
            _ => Cow::Borrowed(raw),
        })
    }
}

/// The value of a quoted cell: without its quotes, with what follows the closing one.
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
