//! Numbers as people type them and as programs write them, and rounded to few digits.

use lexical_parse_float::FromLexical;

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
    // A little less than a unit of the last digit: what is left rounds to the number below.
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
        let unit = 10_f64.powi(-places as i32);
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

#[cfg(test)]
mod tests {
    use super::*;

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
