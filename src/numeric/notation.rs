//! Numbers as people read and type them.

use lexical_parse_float::FromLexical;

/// A whole number with commas between its thousands: 119,040.
///
/// ```
/// assert_eq!(downhill::numeric::notation::count(119_040), "119,040");
/// ```
pub fn count(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `value` to `digits` significant digits, trailing zeros kept so that a running readout does not
/// jump: 0.9200, 1024.0, −3.1×10⁻⁷.
///
/// ```
/// use downhill::numeric::notation::significant;
/// assert_eq!(significant(0.92, 4), "0.9200");
/// assert_eq!(significant(-3.14e-7, 2), "−3.1×10⁻⁷");
/// ```
pub fn significant(value: f64, digits: usize) -> String {
    if value.is_nan() {
        return "not a number".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "∞" } else { "−∞" }.to_owned();
    }
    if value == 0.0 {
        return "0".to_owned();
    }
    let precision = digits.max(1) - 1;
    // The exponent after rounding: 9.9996 to four digits is 10.00.
    let scientific = format!("{:.precision$e}", value.abs());
    let (mantissa, exponent) = cut(&scientific, b'e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let sign = if value < 0.0 { "−" } else { "" };
    if (-5..7).contains(&exponent) {
        let decimals = usize::try_from(precision as i32 - exponent).unwrap_or(0);
        format!("{sign}{}", grouped(&format!("{:.decimals$}", value.abs())))
    } else {
        format!("{sign}{mantissa}×10{}", superscript(exponent))
    }
}

/// `value` to at most six significant digits, without trailing zeros, for sentences and ticks.
///
/// ```
/// assert_eq!(downhill::numeric::notation::number(0.0025), "0.0025");
/// ```
pub fn number(value: f64) -> String {
    rounded(value, 6)
}

/// `value` to at most `digits` significant digits, without trailing zeros.
pub fn rounded(value: f64, digits: usize) -> String {
    let text = significant(value, digits);
    let (mantissa, power) = match text.split_once('×') {
        Some((mantissa, power)) => (mantissa, Some(power)),
        None => (text.as_str(), None),
    };
    let mantissa = match mantissa.contains('.') {
        true => mantissa.trim_end_matches('0').trim_end_matches('.'),
        false => mantissa,
    };
    match power {
        Some(power) => format!("{mantissa}×{power}"),
        None => mantissa.to_owned(),
    }
}

/// The greatest number of `digits` significant digits that is no greater than `value`, which is
/// positive: a limit that is still a limit when it is rounded.
///
/// ```
/// assert_eq!(downhill::numeric::notation::floor(0.002_585_6, 3), 0.00258);
/// ```
pub fn floor(value: f64, digits: usize) -> f64 {
    let precision = digits.max(1) - 1;
    let rounded = |value: f64| float(&format!("{value:.precision$e}")).unwrap_or(value);
    let nearest: f64 = rounded(value);
    if nearest <= value {
        return nearest;
    }
    // Half a unit of the last digit less rounds to the number below.
    let unit = 10_f64.powi(value.log10().floor() as i32 - precision as i32);
    rounded(nearest - 0.9 * unit)
}

/// `value` with no more digits than tell it from its neighbours `step` away, as for a place pointed at on a
/// screen.
///
/// ```
/// assert_eq!(downhill::numeric::notation::neat(0.123_456, 0.002), 0.123);
/// ```
pub fn neat(value: f64, step: f64) -> f64 {
    let places = -step.abs().log10().floor();
    if !(value.is_finite() && places.is_finite()) {
        return value;
    }
    if places > 0.0 {
        let places = places as usize;
        float(&format!("{value:.places$}")).unwrap_or(value)
    } else {
        let unit = 10_f64.powf(-places);
        (value / unit).round() * unit
    }
}

/// `value` as one would type it, with all its digits: reading it gives the same bits.
///
/// ```
/// assert_eq!(downhill::numeric::notation::exact(0.0001), "0.0001");
/// assert_eq!(downhill::numeric::notation::exact(1.5e-9), "1.5e-9");
/// ```
pub fn exact(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-6..1e15).contains(&size) {
        format!("{value:e}")
    } else {
        value.to_string()
    }
}

/// Joins texts with a separator. The standard library's function weighs more.
pub fn joined(texts: impl Iterator<Item = String>, between: &str) -> String {
    let mut all = String::new();
    for text in texts {
        if !all.is_empty() {
            all.push_str(between);
        }
        all.push_str(&text);
    }
    all
}

/// Splits a text at the first separator. The standard library's function weighs more.
pub fn cut(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The pieces of a text between separators.
pub fn pieces(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let (piece, behind) = match cut(rest?, mark) {
            Some((piece, behind)) => (piece, Some(behind)),
            None => (rest?, None),
        };
        rest = behind;
        Some(piece)
    })
}

/// Reads a typed number, with spaces around it, a decimal comma or a true minus sign, if there are any.
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim();
    let comma = if text.contains('.') { ',' } else { '.' };
    let plain = |letter| match letter {
        '−' => '-',
        ',' => comma,
        other => other,
    };
    let text: String = text.chars().map(plain).collect();
    // Not `inf` or `nan`.
    let plausible = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    float(&text).filter(|_| plausible)
}

/// The f64 nearest to a decimal number that is written as programs write it.
///
/// ```
/// assert_eq!(downhill::numeric::notation::float("-2.5e-3"), Some(-0.0025));
/// assert_eq!(downhill::numeric::notation::float("two"), None);
/// ```
pub fn float(text: &str) -> Option<f64> {
    f64::from_lexical(text.as_bytes()).ok()
}

/// Thousands are set apart from five digits on, so that a year stays a year.
fn grouped(decimal: &str) -> String {
    let (whole, fraction) = cut(decimal, b'.').unwrap_or((decimal, ""));
    let whole = match whole.parse() {
        Ok(large @ 10_000..) => count(large),
        _ => whole.to_owned(),
    };
    if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") }
}

fn superscript(exponent: i32) -> String {
    let raised = |character| match character {
        '-' => '⁻',
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        _ => '⁹',
    };
    exponent.to_string().chars().map(raised).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        for (value, expected) in [
            (0.0, "0"),
            (1.0, "1"),
            (-0.5, "−0.5"),
            (1024.0, "1024"),
            (-16_384.0, "−16,384"),
            (17.361_499_126, "17.3615"),
            (999_999.96, "1,000,000"),
            (12_345_678.0, "1.23457×10⁷"),
            (1e-7, "1×10⁻⁷"),
            (f64::INFINITY, "∞"),
            (f64::NAN, "not a number"),
        ] {
            assert_eq!(number(value), expected, "{value:e}");
        }
    }

    #[test]
    fn rounding_up_to_the_next_power_keeps_the_digits() {
        assert_eq!(significant(9.9996, 4), "10.00");
        assert_eq!(significant(99.996, 4), "100.0");
    }

    #[test]
    fn a_floor_is_never_above_the_number() {
        for (value, digits, expected) in [
            (0.002_585_639, 3, 0.002_58),
            (0.002_585_639, 1, 0.002),
            (2.0, 3, 2.0),
            (9.999, 2, 9.9),
            (1.0004, 3, 1.0),
            (0.999_6, 3, 0.999),
            (2.555_8e-7, 3, 2.55e-7),
        ] {
            assert_eq!(floor(value, digits), expected, "{value} to {digits}");
        }
    }

    #[test]
    fn typed_numbers_are_understood() {
        for (text, expected) in [
            (" 0.01 ", Some(0.01)),
            ("0,01", Some(0.01)),
            ("1e-4", Some(1e-4)),
            ("−3", Some(-3.0)),
            (".5", Some(0.5)),
            ("", None),
            ("fast", None),
            ("nan", None),
            ("inf", None),
            ("-infinity", None),
            ("1,000.5", None),
        ] {
            assert_eq!(parse(text), expected, "{text:?}");
        }
    }
}
