//! Numbers as people write them: with a currency, a percent sign or another unit, with a factor such as k, or in the
//! brackets of an accountant.

use super::dialect::Decimal;
use super::number::{MINUSES, SPACES, number};

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Amount<'t> {
    /// The number, its factor included. It is finite.
    pub value: f64,
    /// The digits, with their signs.
    pub digits: &'t str,
    /// The unit; empty without one.
    pub unit: String,
}

/// Signs and abbreviations of currencies that stand before a number. Any sign of Unicode's block of them will do.
const CURRENCIES: [&str; 20] = [
    "USD", "EUR", "GBP", "CHF", "INR", "JPY", "CNY", "AUD", "CAD", "BRL", "US$", "R$", "A$", "C$",
    "Rs.", "Rs", "Fr.", "$", "£", "¥",
];

/// Words for a power of ten behind a number, and its exponent.
const FACTORS: [(&str, &str); 18] = [
    ("k", "e3"),
    ("K", "e3"),
    ("Tsd.", "e3"),
    ("Tsd", "e3"),
    ("thousand", "e3"),
    ("lakh", "e5"),
    ("lac", "e5"),
    ("M", "e6"),
    ("Mio.", "e6"),
    ("Mio", "e6"),
    ("mio", "e6"),
    ("mn", "e6"),
    ("million", "e6"),
    ("crore", "e7"),
    ("Mrd.", "e9"),
    ("Mrd", "e9"),
    ("bn", "e9"),
    ("billion", "e9"),
];

/// The longest unit, in characters.
const LONGEST_UNIT: usize = 12;

impl<'t> Amount<'t> {
    /// Reads a cell without space at its ends. Returns `None` where it is not one number with at most one unit.
    pub(super) fn read(cell: &'t str, decimal: Decimal) -> Option<Self> {
        let in_brackets = cell.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let (negative, rest) = signed(in_brackets.unwrap_or(cell).trim());
        let (currency, rest) = after_currency(rest);
        let (minus, rest) = signed(rest.trim_start());
        if in_brackets.is_some() && (negative || minus) || negative && minus {
            return None;
        }
        let (digits, rest) = rest.split_at(digits(rest));
        let (factor, unit) = factor(rest)?;
        let unit = currency.to_owned() + unit;
        if !is_unit(&unit) {
            return None;
        }
        let value = match factor {
            "" => number(digits.as_bytes(), decimal),
            _ if digits.contains(['e', 'E']) => None,
            factor => number((digits.to_owned() + factor).as_bytes(), decimal),
        };
        let value = value.filter(|value| value.is_finite())?;
        let negative = negative || minus || in_brackets.is_some();
        Some(Self { value: if negative { -value } else { value }, digits, unit })
    }
}

/// Whether a minus sign stands before the text, and the text without its sign.
fn signed(text: &str) -> (bool, &str) {
    let minus = text.strip_prefix('-').or_else(|| text.strip_prefix(MINUSES));
    match minus {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// The currency before a number, and the rest.
fn after_currency(text: &str) -> (&str, &str) {
    let sign = text.chars().next().filter(|sign| ('\u{20a0}'..='\u{20cf}').contains(sign));
    let length = sign.map(char::len_utf8).or_else(|| {
        CURRENCIES.iter().find(|&&currency| text.starts_with(currency)).map(|name| name.len())
    });
    text.split_at(length.unwrap_or(0))
}

/// The length of the number that a text begins with: digits with their signs, and an exponent.
fn digits(text: &str) -> usize {
    let mut end = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((at, character)) = rest.next() {
        let before_digit =
            |next: Option<&(usize, char)>| next.is_some_and(|(_, next)| next.is_ascii_digit());
        let goes_on = match character {
            '0'..='9' => true,
            '.' | ',' => end > 0 || before_digit(rest.peek()),
            _ => end > 0 && SPACES.contains(&character) && before_digit(rest.peek()),
        };
        if !goes_on {
            break;
        }
        end = at + character.len_utf8();
    }
    let Some(behind) = text[end..].strip_prefix(['e', 'E']) else { return end };
    let power = behind.strip_prefix(['-', '+']).unwrap_or(behind);
    let length = power.bytes().take_while(u8::is_ascii_digit).count();
    if length == 0 { end } else { text.len() - power.len() + length }
}

/// The factor and the unit behind a number, without spaces. Returns `None` for what is neither.
fn factor(text: &str) -> Option<(&'static str, &str)> {
    let word = text.trim_start();
    let found = FACTORS.iter().find_map(|&(name, power)| {
        let rest = word.strip_prefix(name)?;
        // A kelvin or a metre stands behind a space; k and M do not.
        let attached = name.len() > 1 || word.len() == text.len();
        (attached && !rest.starts_with(char::is_alphanumeric)).then_some((power, rest))
    });
    let (power, unit) = found.unwrap_or(("", word));
    Some((power, unit.trim()))
}

/// Whether a text may be a unit, or none: letters and signs, with at most one space, and no name of a month.
fn is_unit(text: &str) -> bool {
    let is_part = |character: char| {
        character.is_alphabetic()
            || matches!(
                character,
                '°' | '%' | '‰' | '/' | '²' | '³' | '·' | '^' | ' ' | '$' | '£' | '¥' | '.'
            )
            || ('\u{20a0}'..='\u{20cf}').contains(&character)
    };
    text.chars().count() <= LONGEST_UNIT
        && text.chars().all(is_part)
        && text.matches(' ').count() <= 1
        && super::date_words::month(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expected: Option<(f64, &str)>) {
        let read = Amount::read(cell, Decimal::Point);
        let read = read.as_ref().map(|amount| (amount.value, amount.unit.as_str()));
        assert_eq!(read, expected, "{cell:?}");
    }

    #[test]
    fn currencies_and_units_stand_on_either_side() {
        for (cell, value, unit) in [
            ("$1,200.50", 1_200.5, "$"),
            ("-$5", -5.0, "$"),
            ("$-5", -5.0, "$"),
            ("₹3,60,000", 360_000.0, "₹"),
            ("EUR 12", 12.0, "EUR"),
            ("12 EUR", 12.0, "EUR"),
            ("12.5%", 12.5, "%"),
            ("12.5 %", 12.5, "%"),
            ("1248 CC", 1_248.0, "CC"),
            ("7 km/h", 7.0, "km/h"),
            ("150 sq ft", 150.0, "sq ft"),
            ("2e3 m", 2_000.0, "m"),
            ("3 eV", 3.0, "eV"),
            ("1\u{a0}105.5 °C", 1_105.5, "°C"),
            ("5", 5.0, ""),
        ] {
            check(cell, Some((value, unit)));
        }
    }

    #[test]
    fn brackets_are_a_minus_sign() {
        check("(₹45,000)", Some((-45_000.0, "₹")));
        check("(5)", Some((-5.0, "")));
        for cell in ["(-5)", "(5", "5)", "()", "--5"] {
            check(cell, None);
        }
    }

    #[test]
    fn factors_are_exact() {
        for (cell, value, unit) in [
            ("3.4k", 3_400.0, ""),
            ("1.05k", 1_050.0, ""),
            ("$1.2M", 1_200_000.0, "$"),
            ("2 Mio. €", 2_000_000.0, "€"),
            ("3 Mrd. EUR", 3_000_000_000.0, "EUR"),
            ("4 lakh", 400_000.0, ""),
            ("300 K", 300.0, "K"),
            ("5 km", 5.0, "km"),
            ("5 M", 5.0, "M"),
        ] {
            check(cell, Some((value, unit)));
        }
    }

    #[test]
    fn what_is_more_than_a_number_with_a_unit_is_none() {
        for cell in [
            "190Nm@ 2000rpm",
            "A12",
            "1-2",
            "5 May",
            "12 a b c",
            "1.2.3",
            "",
            "kg",
            "x5",
            "1 234 56 kg",
        ] {
            check(cell, None);
        }
    }
}
