//! Numbers in sentences.

use crate::numeric::notation::{floor, rounded};

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
