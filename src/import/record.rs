//! Records and their cells, in text that may go on in the next slice.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memchr3};

use super::dialect::{Delimiter, Dialect};

/// A record that is longer than this, in bytes, has a quote that was never closed.
pub(super) const LONGEST: usize = 4 << 20;

/// Where a cell is in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    start: usize,
    end: usize,
    /// Whether it holds quotes that are not part of what it says.
    quoted: bool,
}

/// Cuts text into records.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cutter {
    delimiter: Delimiter,
    byte: u8,
    quote: Option<u8>,
    backslash: bool,
}

/// The cells of one record, as far as they are wanted.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    spans: Vec<Span>,
    /// Whether its quotes are taken for characters, because one of them is never closed.
    pub literal: bool,
    /// Whether a cell of it was quoted, so that it may span lines.
    pub quotes: bool,
}

/// A record in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// It ends here: the next one begins there.
    Until(usize),
    /// Its end is not in the text yet.
    Unfinished,
    /// It has no end within [`LONGEST`] bytes: this is no table.
    TooLong,
}

impl Cutter {
    pub(super) fn new(dialect: &Dialect) -> Self {
        Self {
            delimiter: dialect.delimiter,
            byte: dialect.delimiter.byte(),
            quote: dialect.quote.byte(),
            backslash: dialect.backslash,
        }
    }

    /// Cuts the record that begins at `at`, and notes its first `wanted` cells. `whole` says that
    /// nothing follows the text. A quote that is never closed is a character.
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
            Some(Cut::Unfinished) if text.len() - at <= LONGEST => Cut::Unfinished,
            _ => Cut::TooLong,
        }
    }

    /// None where a quote is open at the end of the whole text.
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
        let unfinished = Some(Cut::Unfinished);
        let mut place = at;
        if self.delimiter == Delimiter::Spaces {
            place = skip_spaces(text, place);
        }
        loop {
            if cells.spans.len() >= wanted {
                return self.skip_record(text, place, whole, cells);
            }
            let start = place;
            let mut quoted = false;
            if self.quote.is_some() && text.get(place) == self.quote.as_ref() {
                match self.closing(text, place + 1) {
                    Some(close) if close + 1 < text.len() || whole => {
                        quoted = true;
                        cells.quotes = true;
                        place = close + 1;
                    }
                    Some(_) => return unfinished,
                    None if whole => return None,
                    None => return unfinished,
                }
            }
            while let Some(&byte) = text.get(place) {
                if byte == self.byte || byte == b'\n' || byte == b'\r' || self.parts(byte) {
                    break;
                }
                place += 1;
            }
            let Some(&byte) = text.get(place) else {
                if !whole {
                    return unfinished;
                }
                // Behind the last line break there is no record.
                if place > if self.delimiter == Delimiter::Spaces { start } else { at } {
                    cells.spans.push(Span { start, end: place, quoted });
                }
                return Some(Cut::Until(place));
            };
            let end = place;
            if self.parts(byte) {
                place = skip_spaces(text, place);
                match text.get(place) {
                    None if !whole => return unfinished,
                    None | Some(b'\n' | b'\r') => {}
                    Some(_) => {
                        cells.spans.push(Span { start, end, quoted });
                        continue;
                    }
                }
            } else if byte == self.byte && self.delimiter != Delimiter::Spaces {
                cells.spans.push(Span { start, end, quoted });
                place += 1;
                continue;
            }
            // A record without a character has no cells.
            if end > if self.delimiter == Delimiter::Spaces { start } else { at } {
                cells.spans.push(Span { start, end, quoted });
            }
            return line_end(text, place, whole);
        }
    }

    /// Whether this byte parts cells in a table whose columns are parted by runs.
    fn parts(&self, byte: u8) -> bool {
        self.delimiter == Delimiter::Spaces && (byte == b' ' || byte == b'\t')
    }

    /// Where the quote is that closes a cell whose inside begins at `place`.
    fn closing(&self, text: &[u8], mut place: usize) -> Option<usize> {
        let quote = self.quote?;
        loop {
            let rest = text.get(place..)?;
            let found =
                if self.backslash { memchr2(quote, b'\\', rest) } else { memchr(quote, rest) };
            place += found?;
            // A backslash takes the meaning from what follows it; two quotes are one.
            if text[place] != quote || text.get(place + 1) == Some(&quote) {
                place += 2;
            } else {
                return Some(place);
            }
        }
    }

    /// The end of a record none of whose further cells are wanted.
    fn skip_record(
        &self,
        text: &[u8],
        mut place: usize,
        whole: bool,
        cells: &mut Cells,
    ) -> Option<Cut> {
        let start = place;
        loop {
            let rest = &text[place.min(text.len())..];
            let found = match self.quote {
                Some(quote) => memchr3(b'\n', b'\r', quote, rest),
                None => memchr2(b'\n', b'\r', rest),
            };
            let Some(found) = found else {
                return Some(if whole { Cut::Until(text.len()) } else { Cut::Unfinished });
            };
            place += found;
            if Some(text[place]) != self.quote {
                return line_end(text, place, whole);
            }
            let before = if place == start { self.byte } else { text[place - 1] };
            if before != self.byte && !self.parts(before) {
                place += 1;
                continue;
            }
            match self.closing(text, place + 1) {
                Some(close) if close + 1 < text.len() || whole => {
                    cells.quotes = true;
                    place = close + 1;
                }
                None if whole => return None,
                _ => return Some(Cut::Unfinished),
            }
        }
    }
}

fn skip_spaces(text: &[u8], place: usize) -> usize {
    let rest = text.get(place..).unwrap_or_default();
    place + rest.iter().take_while(|&&byte| byte == b' ' || byte == b'\t').count()
}

/// LF, CR LF and a lone CR each end a record.
fn line_end(text: &[u8], place: usize, whole: bool) -> Option<Cut> {
    match (text.get(place), text.get(place + 1)) {
        (Some(b'\r'), None) if !whole => Some(Cut::Unfinished),
        (Some(b'\r'), Some(b'\n')) => Some(Cut::Until(place + 2)),
        (None, _) => Some(Cut::Until(place)),
        _ => Some(Cut::Until(place + 1)),
    }
}

impl Cells {
    /// How many there are, of those that are wanted.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// What a cell says; none where the record is shorter.
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

/// A quoted cell without its quotes, and with what follows the closing one.
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
