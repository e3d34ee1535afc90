//! What kind of file this is, told by its first bytes.

use std::fmt;

use super::Foreign;
use super::rows::Rows;

/// How much of a file is looked at, in bytes.
const WINDOW: usize = 64 * 1024;

/// How many records are compared.
const RECORDS: usize = 100;

/// What separates the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`, as spreadsheets write where the comma is a decimal sign.
    Semicolon,
    /// A tab, as in a paste from a spreadsheet.
    Tab,
    /// `|`
    Pipe,
}

impl Delimiter {
    /// The likelier first where several would do: commas turn up in numbers and in texts.
    const ALL: [Self; 4] = [Self::Tab, Self::Semicolon, Self::Pipe, Self::Comma];

    /// The byte itself.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }
}

impl fmt::Display for Delimiter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Comma => "commas",
            Self::Semicolon => "semicolons",
            Self::Tab => "tabs",
            Self::Pipe => "vertical bars",
        })
    }
}

/// What a file is instead of CSV, as far as its first bytes tell.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    const MAGIC: [(&[u8], Foreign); 11] = [
        (b"PK\x03\x04", Foreign::Spreadsheet),
        (b"PK\x05\x06", Foreign::Spreadsheet),
        (b"\xd0\xcf\x11\xe0", Foreign::Spreadsheet),
        (b"\x1f\x8b", Foreign::Compressed),
        (b"%PDF", Foreign::Pdf),
        (b"\x89PNG", Foreign::Image),
        (b"\xff\xd8\xff", Foreign::Image),
        (b"GIF87a", Foreign::Image),
        (b"GIF89a", Foreign::Image),
        (b"\xff\xfe", Foreign::Binary),
        (b"\xfe\xff", Foreign::Binary),
    ];
    let magic = MAGIC.iter().find(|(start, _)| bytes.starts_with(start)).map(|&(_, kind)| kind);
    magic
        .or_else(|| window(bytes).contains(&0).then_some(Foreign::Binary))
        .or_else(|| markup(bytes))
}

/// JSON and XML may stand behind spaces. A heading such as `[m]` or `<5 km` is neither.
fn markup(bytes: &[u8]) -> Option<Foreign> {
    let (first, rest) = bytes.trim_ascii_start().split_first()?;
    let next = rest.trim_ascii_start().first();
    match (first, next?) {
        (b'{', b'"' | b'}') => Some(Foreign::Json),
        (b'[', b'{' | b'[' | b'"' | b']' | b'-' | b'0'..=b'9') => Some(Foreign::Json),
        (b'<', b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z') => Some(Foreign::Html),
        _ => None,
    }
}

/// The delimiter that Excel's first line `sep=;` declares, and how long that line is.
pub(super) fn declared(bytes: &[u8]) -> Option<(Delimiter, usize)> {
    let rest = bytes.strip_prefix(b"sep=")?;
    let (first, rest) = rest.split_first()?;
    let delimiter = Delimiter::ALL.into_iter().find(|delimiter| delimiter.byte() == *first)?;
    let ends = rest.iter().take_while(|&&byte| matches!(byte, b'\r' | b'\n')).count();
    (ends > 0).then_some((delimiter, bytes.len() - rest.len() + ends))
}

/// The delimiter that splits most of the first records into one and the same number of columns.
pub(super) fn delimiter(bytes: &[u8]) -> Delimiter {
    let mut best = (0, Delimiter::Comma);
    for delimiter in Delimiter::ALL {
        let agreement = agreement(delimiter, bytes);
        if agreement > best.0 {
            best = (agreement, delimiter);
        }
    }
    best.1
}

/// How many of the first records, in parts per thousand, share the most common number of columns
/// above one.
fn agreement(delimiter: Delimiter, bytes: &[u8]) -> usize {
    let window = window(bytes);
    let mut widths = Vec::with_capacity(RECORDS);
    let mut rows = Rows::new(window, 0, delimiter);
    while widths.len() < RECORDS && rows.advance() {
        widths.push(rows.record().len());
    }
    // The window may end amid a record.
    if window.len() < bytes.len() && widths.len() > 1 && widths.len() < RECORDS {
        widths.pop();
    }
    let total = widths.len();
    widths.retain(|&width| width > 1);
    let alike = |width: usize| widths.iter().filter(|&&other| other == width).count();
    let most = widths.iter().map(|&width| alike(width)).max();
    most.map_or(0, |most| most * 1000 / total)
}

fn window(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(WINDOW)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_that_all_rows_agree_on() {
        for (text, expected) in [
            ("a,b\n1,2\n", Delimiter::Comma),
            ("a;b\n1,5;2,5\n3,5;4,5\n", Delimiter::Semicolon),
            ("1,5;2,5\n3,5;4,5\n", Delimiter::Semicolon),
            ("a\tb, c\n1\t2\n", Delimiter::Tab),
            ("a|b\n1|2\n", Delimiter::Pipe),
            ("a,b\n\"1;2;3\",2\nx;y,3\n", Delimiter::Comma),
            ("a,b,c\n1,2\n1,2,3\n1,2,3,4\n", Delimiter::Comma),
            ("a\n1\n", Delimiter::Comma),
            ("", Delimiter::Comma),
        ] {
            assert_eq!(delimiter(text.as_bytes()), expected, "{text:?}");
        }
    }

    #[test]
    fn headings_in_brackets_are_no_json_and_no_xml() {
        for text in ["[m],[s]\n", "<5 km,>5 km\n", "{x},{y}\n", "[", ""] {
            assert_eq!(foreign(text.as_bytes()), None, "{text:?}");
        }
    }

    #[test]
    fn a_declared_delimiter_needs_a_line_of_its_own() {
        assert_eq!(declared(b"sep=;\r\na;b"), Some((Delimiter::Semicolon, 7)));
        assert_eq!(declared(b"sep=,\n"), Some((Delimiter::Comma, 6)));
        assert_eq!(declared(b"sep=;b"), None);
        assert_eq!(declared(b"sep=x\n"), None);
        assert_eq!(declared(b"sep="), None);
    }
}
