//! Numbers as people read them in English: with a decimal point, and commas between thousands.

use crate::numeric::notation::{cut, float, floor};

/// A whole number with commas between its thousands: 119,040.
///
/// ```
/// assert_eq!(downhill::text::en::number::count(119_040), "119,040");
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
/// use downhill::text::en::number::significant;
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
    // Numbers below the least normal one have lost their digits.
    if value.abs() < f64::MIN_POSITIVE {
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

/// `value` with so many decimals, for a column of numbers: 0.50, −16,384.00.
pub fn with_decimals(value: f64, decimals: usize) -> String {
    if !value.is_finite() || value.abs() >= 1e15 {
        return significant(value, 6);
    }
    let text = grouped(&format!("{:.decimals$}", value.abs()));
    let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if value < 0.0 && !is_zero { format!("−{text}") } else { text }
}

/// `value` to at most six significant digits, without trailing zeros, for sentences and ticks.
///
/// ```
/// assert_eq!(downhill::text::en::number::number(0.0025), "0.0025");
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

/// Both numbers to as many digits as tell them apart.
pub(super) fn apart(a: f64, b: f64) -> (String, String) {
    (5..=16)
        .map(|digits| (rounded(a, digits), rounded(b, digits)))
        .find(|(a, b)| a != b)
        .unwrap_or_else(|| (rounded(a, 17), rounded(b, 17)))
}

/// `limit` to so many digits, rounded down: a limit is still a limit when it is read.
pub(super) fn limit(limit: f64, digits: usize) -> String {
    rounded(floor(limit, digits), digits)
}

/// How many times, to three digits, with a word for what is large: 845, 127 million.
pub(super) fn times(value: f64) -> String {
    let (unit, word) = match value {
        small if small < 1e6 => (1.0, ""),
        millions if millions < 1e9 => (1e6, " million"),
        billions if billions < 1e12 => (1e9, " billion"),
        trillions if trillions < 1e15 => (1e12, " trillion"),
        quadrillions if quadrillions < 1e18 => (1e15, " quadrillion"),
        _ => return "more than a billion billion".to_owned(),
    };
    let shown = value / unit;
    format!("{}{word}", number(float(&format!("{shown:.2e}")).unwrap_or(shown)))
}

/// A share, in percent.
pub(super) fn percent(share: f64) -> String {
    match 100.0 * share {
        tiny if tiny > 0.0 && tiny < 0.01 => "less than 0.01 %".to_owned(),
        hundredths => format!("{} %", below(hundredths, 100.0)),
    }
}

/// `value` to three digits, or to as many as it takes to tell it from `limit`.
pub(super) fn below(value: f64, limit: f64) -> String {
    let reaches = |text: &String| *text == rounded(limit.copysign(value), 3);
    let digits = if value.abs() < limit { 3..=12 } else { 3..=3 };
    digits
        .map(|digits| rounded(value, digits))
        .find(|text| !reaches(text))
        .unwrap_or_else(|| rounded(value, 3))
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
}
