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
