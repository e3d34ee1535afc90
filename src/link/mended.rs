//! Links as they come back from mail, chats and pages, mended.

use super::END;
use crate::edition::FullPackage;

/// Whether a link has only what this page writes, so that there is nothing to mend.
pub(super) fn is_as_written(link: &str) -> bool {
    let has_end = link.ends_with(END) || link.starts_with("v=1&");
    has_end && link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_~.-=&".contains(&byte))
}

/// A link without what programs that passed it on left in it: escapes such as `%7E` and `&amp;`, line breaks and marks
/// that nobody sees, and whatever stands behind its end, be it punctuation or a field of a network that counts clicks.
/// Nothing within a link is guessed at: what its fields do not know is refused as before.
pub(super) fn mended(link: &str, _full: FullPackage) -> String {
    // Two programs may have escaped it, one after the other.
    let bytes = unescaped(&unescaped(link.as_bytes()));
    let mut link = String::from_utf8(bytes).unwrap_or_default();
    cut_behind_end(&mut link);
    link.retain(|letter| !letter.is_ascii_whitespace() && !is_unseen(letter));
    // Its end may have been broken, too.
    if !cut_behind_end(&mut link) {
        // Links of the first release have none.
        link.truncate(link.trim_end_matches(is_punctuation).len());
    }
    link
}

/// Takes away what stands behind the end of a link. Returns whether there is an end.
fn cut_behind_end(link: &mut String) -> bool {
    let end = link.find(END).map(|start| start + END.len());
    let end =
        end.filter(|&end| !link[end..].starts_with(|next: char| next.is_ascii_alphanumeric()));
    if let Some(end) = end {
        link.truncate(end);
    }
    end.is_some()
}

/// The bytes that `%7E` and `&amp;` stand for.
fn unescaped(mut rest: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(rest.len());
    while let [first, tail @ ..] = rest {
        let (byte, tail) = match (first, tail) {
            (b'&', [b'a', b'm', b'p', b';', tail @ ..]) => (b'&', tail),
            (b'%', [high, low, tail @ ..]) => match (hexadecimal(*high), hexadecimal(*low)) {
                (Some(high), Some(low)) => (16 * high + low, tail),
                _ => (b'%', &rest[1..]),
            },
            _ => (*first, tail),
        };
        bytes.push(byte);
        rest = tail;
    }
    bytes
}

fn hexadecimal(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' | b'A'..=b'F' => Some((digit | 0x20) - b'a' + 10),
        _ => None,
    }
}

/// No-break spaces, soft hyphens, and marks without width.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Whether it may follow an address in a sentence.
fn is_punctuation(letter: char) -> bool {
    matches!(
        letter,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | ')'
            | ']'
            | '}'
            | '>'
            | '"'
            | '\''
            | '”'
            | '’'
            | '»'
            | '*'
    )
}
