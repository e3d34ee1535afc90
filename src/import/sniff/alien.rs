//! Files that are no table in text, and Excel's first line.

use crate::import::Foreign;
use crate::import::dialect::Delimiter;

/// The kind of a file that is not text, from its first bytes.
pub(in crate::import) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    const MAGIC: [(&[u8], Foreign); 12] = [
        (b"PK\x03\x04", Foreign::Spreadsheet),
        (b"PK\x05\x06", Foreign::Spreadsheet),
        (b"\xd0\xcf\x11\xe0", Foreign::Spreadsheet),
        // PAR1 may be a heading, but not before what both have next.
        (b"PAR1\x15", Foreign::Parquet),
        (b"ARROW1\0", Foreign::Arrow),
        (b"FEA1\0", Foreign::Arrow),
        (b"\x1f\x8b", Foreign::Compressed),
        (b"%PDF", Foreign::Pdf),
        (b"\x89PNG", Foreign::Image),
        (b"\xff\xd8\xff", Foreign::Image),
        (b"GIF87a", Foreign::Image),
        (b"GIF89a", Foreign::Image),
    ];
    MAGIC.iter().find(|(start, _)| bytes.starts_with(start)).map(|&(_, kind)| kind)
}

/// Whether bytes are binary: text has hardly any control characters. Stray zeros do not count.
pub(super) fn binary(bytes: &[u8]) -> Option<Foreign> {
    let control =
        |&&byte: &&u8| byte < 32 && !matches!(byte, 0 | b'\t' | b'\n' | b'\r' | 0x0c | 0x1a);
    let controls = bytes.iter().filter(control).count();
    (20 * controls > bytes.len()).then_some(Foreign::Binary)
}

/// JSON, XML or a list of a program's, which may begin with spaces. A heading such as `[m]`, `f(1)` or `<5 km` is none.
pub(super) fn markup(bytes: &[u8]) -> Option<Foreign> {
    if is_list(bytes) {
        return Some(Foreign::Program);
    }
    let (first, rest) = bytes.trim_ascii_start().split_first()?;
    let next = rest.trim_ascii_start().first();
    match (first, next?) {
        (b'{', b'"' | b'}') => Some(Foreign::Json),
        (b'[', b'{' | b'[' | b'"' | b']' | b'-' | b'0'..=b'9') => Some(Foreign::Json),
        (b'<', b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z') => Some(Foreign::Html),
        _ => None,
    }
}

/// The delimiter that Excel's first line `sep=;` declares, and the length of that line.
pub(super) fn declared(bytes: &[u8]) -> Option<(Delimiter, usize)> {
    let rest = bytes.strip_prefix(b"sep=")?;
    let (first, rest) = rest.split_first()?;
    let delimiter = Delimiter::ALL.into_iter().find(|delimiter| delimiter.byte() == *first)?;
    // Blank lines behind it are left, so that they are counted.
    let behind = match rest {
        [b'\r', b'\n', behind @ ..] | [b'\r' | b'\n', behind @ ..] => behind,
        _ => return None,
    };
    Some((delimiter, bytes.len() - behind.len()))
}

/// Whether a text begins with a list as programs have it: `x = [1, 2, 3]`, `x <- c(1, 2)`, `np.array([1, 2])`.
fn is_list(bytes: &[u8]) -> bool {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
    let behind_name = |text: &[u8]| text.iter().take_while(|byte| is_name(byte)).count();
    let text = bytes.trim_ascii_start();
    if !text.first().is_some_and(|first| first.is_ascii_alphabetic() || *first == b'_') {
        return false;
    }
    let rest = &text[behind_name(text)..];
    let assigned = rest.trim_ascii_start();
    let assigned = assigned
        .strip_prefix(b"<-")
        .or_else(|| assigned.strip_prefix(b"=").filter(|rest| !rest.starts_with(b"=")));
    let (value, is_assigned) = match assigned {
        Some(value) => (value.trim_ascii_start(), true),
        None => (rest, false),
    };
    // The name of a function may stand before the brackets.
    let value = if is_assigned { &value[behind_name(value)..] } else { value };
    let is_open = |byte: &u8| matches!(byte, b'[' | b'(' | b'{');
    let opened = value.iter().take_while(|byte| is_open(byte)).count();
    let line = value[opened..].split(|byte| matches!(byte, b'\n' | b')' | b']' | b'}')).next();
    let inside = line.unwrap_or_default().trim_ascii_start();
    let is_value = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'.' | b'"' | b'\'');
    let is_list = opened > 0 && inside.first().is_some_and(is_value) && inside.contains(&b',');
    is_list || is_assigned && opened > 0 && inside.is_empty()
}
