//! Powers of positive numbers.

/// `base` to a power, for places and sizes in pictures: to a few units in the last digit. The library's own function is
/// exact to one, and takes two kilobytes of the page's first view.
///
/// ```
/// assert_eq!(downhill::numeric::power::power(10.0, 0.0), 1.0);
/// assert!((downhill::numeric::power::power(4.0, 0.5) - 2.0).abs() < 1e-15);
/// ```
pub fn power(base: f64, exponent: f64) -> f64 {
    (exponent * base.ln()).exp()
}
