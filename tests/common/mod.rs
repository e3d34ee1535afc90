//! Helpers that several test modules share.

pub mod moves;
pub mod norris;
pub mod python;
pub mod round_bowl;
pub mod weather;
pub mod windows;

/// Whether `value` is `expected` to within `tolerance` of its size.
pub fn is_close(value: f64, expected: f64, tolerance: f64) -> bool {
    (value - expected).abs() <= tolerance * expected.abs()
}
