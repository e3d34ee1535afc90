//! The value of a cell.

use super::dialect::Decimal;
use crate::numeric::notation;

/// The value of a cell that should be a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell {
    /// A finite number.
    Number(f64),
    /// Nothing, or only spaces, or the row is too short.
    Empty,
    /// A word for a missing value.
    Missing,
    /// Anything else.
    Other,
}

/// The words for a missing value, in small letters, with the errors of spreadsheets among them.
const MISSING: [&[u8]; 22] = [
    b"na", b"n/a", b"#n/a", b"nan", b"null", b"none", b"nil", b"-", b"--", b".", b"?", b"\\n",
    b"t", b"missing", b"nd", b"...", b"#div/0!", b"#value!", b"#ref!", b"#name?", b"#num!",
    b"#null!",
];

impl Cell {
    /// Reads a cell, which is `None` where the row is too short.
    pub(super) fn read(bytes: Option<&[u8]>, decimal: Decimal) -> Self {
        let Some(bytes) = bytes.map(trimmed).filter(|bytes| !bytes.is_empty()) else {
            return Self::Empty;
        };
        match number(bytes, decimal) {
            Some(value) if value.is_finite() => Self::Number(value),
            _ if is_missing(bytes) => Self::Missing,
            _ => Self::Other,
        }
    }

    /// The number, or `None` where the cell holds none.
    pub(super) fn number(self) -> Option<f64> {
        match self {
            Self::Number(value) => Some(value),
            Self::Empty | Self::Missing | Self::Other => None,
        }
    }
}

/// Whether a word stands for a missing value.
pub(super) fn is_missing(bytes: &[u8]) -> bool {
    MISSING.iter().any(|word| bytes.eq_ignore_ascii_case(word))
}

/// The bytes without white space at both ends, that of Unicode included.
pub(super) fn trimmed(bytes: &[u8]) -> &[u8] {
    let ascii = bytes.trim_ascii();
    match (ascii.first(), ascii.last()) {
        (Some(first), Some(last)) if first.is_ascii() && last.is_ascii() => ascii,
        _ => std::str::from_utf8(ascii).map_or(ascii, |text| text.trim().as_bytes()),
    }
}

/// The signs that people write for a minus besides the hyphen: hyphen, non-breaking hyphen, figure dash, en dash, minus,
/// small hyphen-minus and full-width hyphen-minus.
pub(super) const MINUSES: [char; 7] =
    ['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}', '\u{fe63}', '\u{ff0d}'];

/// Powers of ten that are exact.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// The f64 nearest to a decimal number. It may be infinite.
pub(super) fn number(bytes: &[u8], decimal: Decimal) -> Option<f64> {
    plain(bytes, decimal).or_else(|| long_way(bytes, decimal))
}

/// A number of at most 15 digits: a whole number divided by a power of ten. Both are exact, so that their quotient is
/// the nearest f64 (Clinger 1990). Returns `None` for all else.
// Called instead, it makes the import a tenth slower.
#[inline(always)]
pub(super) fn plain(bytes: &[u8], decimal: Decimal) -> Option<f64> {
    const FEW: usize = 16;
    let (negative, digits) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    if digits.len() > FEW {
        return None;
    }
    let (mut whole, mut places, mut seen) = (0_u64, None, false);
    let mut rest = digits;
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        match byte {
            b'0'..=b'9' => {
                whole = 10 * whole + u64::from(byte - b'0');
                places = places.map(|places: usize| places + 1);
                seen = true;
            }
            _ if byte == decimal.byte() && places.is_none() => {
                places = Some(0);
                // Where there are many digits, most are behind the point.
                if let Some((&first, behind)) = rest.split_first_chunk()
                    && let Some(eight) = eight_digits(first)
                {
                    (whole, places, seen) = (100_000_000 * whole + eight, Some(8), true);
                    rest = behind;
                }
            }
            _ => return None,
        }
    }
    // Sixteen bytes of digits alone may be too many for one exact number.
    if !seen || whole > 1 << 53 {
        return None;
    }
    let value = whole as f64 / POWERS[places.unwrap_or(0)];
    Some(if negative { -value } else { value })
}

/// The number of eight digits, computed at once: pairs of digits, then pairs of pairs, in one word (Lemire, "Number
/// parsing at a gigabyte per second", 2021).
fn eight_digits(bytes: [u8; 8]) -> Option<u64> {
    const EVERY: u64 = 0x0101_0101_0101_0101;
    let digits = u64::from_le_bytes(bytes) ^ (0x30 * EVERY);
    // The highest bit of a byte tells that it is 10 or more, with or without 0x76 added to it.
    if (digits.wrapping_add(0x76 * EVERY) | digits) & (0x80 * EVERY) != 0 {
        return None;
    }
    let pairs = 10 * digits + (digits >> 8);
    let odd = (pairs & 0x0000_00ff_0000_00ff).wrapping_mul(0x000f_4240_0000_0064);
    let even = (pairs >> 16 & 0x0000_00ff_0000_00ff).wrapping_mul(0x0000_2710_0000_0001);
    Some(odd.wrapping_add(even) >> 32)
}

/// Reads any other number: with an exponent, many digits, separated thousands or a true minus sign.
fn long_way(bytes: &[u8], decimal: Decimal) -> Option<f64> {
    /// The bytes of the longest number.
    const LONGEST: usize = 800;
    if bytes.len() > LONGEST || !bytes.iter().any(u8::is_ascii_digit) {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let text = match text.strip_prefix(MINUSES) {
        Some(rest) => format!("-{rest}"),
        None => text.to_owned(),
    };
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => text.split_at(at),
        None => (text.as_str(), ""),
    };
    let point = char::from(decimal.byte());
    let (whole, fraction) = match mantissa.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let whole = without_groups(whole, decimal)?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if fraction.is_some_and(|fraction| !digits(fraction)) {
        return None;
    }
    let plain = format!("{whole}.{}{exponent}", fraction.unwrap_or(""));
    let plain = plain.replacen(".e", "e", 1).replacen(".E", "e", 1);
    notation::float(plain.trim_end_matches('.'))
}

/// The signs between thousands that are no decimal signs.
pub(super) const SPACES: [char; 6] = [' ', '\u{a0}', '\u{2009}', '\u{202f}', '\'', '’'];

/// Removes the signs between thousands, as in 1,234,567: groups of three behind one to three digits, all separated by
/// the same sign. In India the last group alone has three digits, and those before it have two: 12,34,567. A number of
/// thousands does not begin with 0.
fn without_groups(whole: &str, decimal: Decimal) -> Option<String> {
    let (sign, digits) = match whole.strip_prefix(['-', '+']) {
        Some(rest) => (&whole[..1], rest),
        None => ("", whole),
    };
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(whole.to_owned());
    }
    let group = digits.chars().find(|character| !character.is_ascii_digit())?;
    let other = match decimal {
        Decimal::Point => ',',
        Decimal::Comma => '.',
    };
    if group != other && !SPACES.contains(&group) {
        return None;
    }
    let groups: Vec<&str> = digits.split(group).collect();
    let (first, [inner @ .., last]) = groups.split_first()? else { return None };
    let is_digits = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
    let have = |digits: usize| inner.iter().all(|group| group.len() == digits);
    let fits = (1..=3).contains(&first.len()) && have(3)
        || (1..=2).contains(&first.len()) && have(2) && group == ',';
    let fits = fits && last.len() == 3 && !first.starts_with('0') && groups.iter().all(is_digits);
    fits.then(|| sign.to_owned() + &digits.replace(group, ""))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_decimal_is_the_nearest_float(
            text in "[-+]?[0-9]{0,12}[.]?[0-9]{1,12}(e[-+]?[0-9]{1,2})?",
        ) {
            let expected: f64 = text.parse().expect("a number");
            let read = number(text.as_bytes(), Decimal::Point);
            prop_assert_eq!(read.map(f64::to_bits), Some(expected.to_bits()));
            let comma = text.replace('.', ",");
            let read = number(comma.as_bytes(), Decimal::Comma);
            prop_assert_eq!(read.map(f64::to_bits), Some(expected.to_bits()));
        }

        #[test]
        fn what_is_nearly_a_number_is_none(text in "[-+]?[0-9]{0,8}[.,:/e ][0-9]{0,8}[.:/x ][0-9]{0,8}") {
            let expected = text.parse::<f64>().ok();
            prop_assert_eq!(plain(text.as_bytes(), Decimal::Point), expected);
        }
    }

    #[test]
    fn only_finite_numbers_are_numbers() {
        for (text, expected) in [
            ("1.5", Cell::Number(1.5)),
            (" -2e3\t", Cell::Number(-2000.0)),
            ("\u{a0}7", Cell::Number(7.0)),
            (".5", Cell::Number(0.5)),
            ("+5.", Cell::Number(5.0)),
            ("-.5e1", Cell::Number(-5.0)),
            ("5.e1", Cell::Number(50.0)),
            ("0.1", Cell::Number(0.1)),
            ("−3.25", Cell::Number(-3.25)),
            ("1,234.5", Cell::Number(1234.5)),
            ("12 345 678", Cell::Number(12_345_678.0)),
            ("1'000", Cell::Number(1000.0)),
            ("9007199254740993", Cell::Number(9_007_199_254_740_992.0)),
            ("", Cell::Empty),
            ("  ", Cell::Empty),
            ("\u{a0}", Cell::Empty),
            ("T", Cell::Missing),
            ("nan", Cell::Missing),
            ("-", Cell::Missing),
            ("N/A", Cell::Missing),
            ("#DIV/0!", Cell::Missing),
            ("#VALUE!", Cell::Missing),
            ("1,5", Cell::Other),
            ("1,2345", Cell::Other),
            ("12,34,567", Cell::Number(1_234_567.0)),
            ("–3.25", Cell::Number(-3.25)),
            ("－3", Cell::Number(-3.0)),
            ("-Inf", Cell::Other),
            ("infinity", Cell::Other),
            ("1e999", Cell::Other),
            ("0x10", Cell::Other),
            ("1.2.3", Cell::Other),
            ("e5", Cell::Other),
            ("+", Cell::Other),
        ] {
            assert_eq!(Cell::read(Some(text.as_bytes()), Decimal::Point), expected, "{text:?}");
        }
        assert_eq!(Cell::read(None, Decimal::Point), Cell::Empty);
        assert_eq!(Cell::read(Some(b"\xff"), Decimal::Point), Cell::Other);
    }

    #[test]
    fn groups_of_thousands_are_whole() {
        for text in [
            "1234,567",
            ",567",
            "1,23",
            "1,2345",
            "1,,234",
            "1,234 567",
            "1,234,56",
            "0,567",
            "123,45,678",
        ] {
            assert_eq!(Cell::read(Some(text.as_bytes()), Decimal::Point), Cell::Other, "{text}");
        }
    }

    #[test]
    fn no_number_is_longer_than_eight_hundred_characters() {
        let one = |length: usize| format!("1.{}", "0".repeat(length - 2));
        let read = |text: &str| Cell::read(Some(text.as_bytes()), Decimal::Point);
        assert_eq!(read(&one(800)), Cell::Number(1.0));
        assert_eq!(read(&one(801)), Cell::Other);
    }

    #[test]
    fn most_numbers_are_read_the_short_way() {
        for (text, expected) in [
            ("0", Some(0.0)),
            ("-12.5", Some(-12.5)),
            ("+.5", Some(0.5)),
            ("1.23456789", Some(1.234_567_89)),
            ("1234567890.12345", Some(1_234_567_890.123_45)),
            // As long as the digits are one exact number.
            ("9007199254740992", Some(9_007_199_254_740_992.0)),
            ("9007199254740993", None),
            ("12345678901234567", None),
            ("1e5", None),
            ("", None),
            (".", None),
        ] {
            assert_eq!(plain(text.as_bytes(), Decimal::Point), expected, "{text}");
        }
        assert_eq!(plain(b"1,5", Decimal::Comma), Some(1.5));
    }

    #[test]
    fn eight_digits_are_one_number_and_anything_else_is_none() {
        assert_eq!(eight_digits(*b"12345678"), Some(12_345_678));
        assert_eq!(eight_digits(*b"90000009"), Some(90_000_009));
        assert_eq!(eight_digits(*b"00000000"), Some(0));
        for place in 0..8 {
            for other in (0..=u8::MAX).filter(|byte| !byte.is_ascii_digit()) {
                let mut bytes = *b"12345678";
                bytes[place] = other;
                assert_eq!(eight_digits(bytes), None, "{bytes:?}");
            }
        }
    }

    #[test]
    fn a_decimal_comma_is_read_where_the_table_has_one() {
        for (text, expected) in [
            ("1,5", Cell::Number(1.5)),
            ("-0,25", Cell::Number(-0.25)),
            ("1.234,5", Cell::Number(1234.5)),
            ("1.234", Cell::Number(1234.0)),
            ("1,5e-3", Cell::Number(0.0015)),
            ("1.5", Cell::Other),
        ] {
            assert_eq!(Cell::read(Some(text.as_bytes()), Decimal::Comma), expected, "{text:?}");
        }
    }
}
