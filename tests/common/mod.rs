//! What several test files share.

pub mod norris;
pub mod weather;

/// Whether `value` is `expected` to within `tolerance` of its size.
pub fn is_close(value: f64, expected: f64, tolerance: f64) -> bool {
    (value - expected).abs() <= tolerance * expected.abs()
}
