//! Sine and cosine of small angles.

use std::f64::consts::FRAC_PI_2;

/// π/2 in two parts, the first of which has so few bits that its small multiples are exact.
const QUARTER: (f64, f64) = (1.570_796_326_734_125_6, 6.077_100_506_506_192e-11);

/// Sine and cosine of an angle of a few turns, to 15 digits.
///
/// The standard library's functions are exact for angles of any size, which costs the page 2 KiB.
///
/// ```
/// use downhill::numeric::angle::sin_cos;
///
/// let (sin, cos) = sin_cos(std::f64::consts::PI / 6.0);
/// assert!((sin - 0.5).abs() < 1e-15 && (cos - 0.75_f64.sqrt()).abs() < 1e-15);
/// ```
pub fn sin_cos(angle: f64) -> (f64, f64) {
    let quarters = (angle / FRAC_PI_2).round();
    let rest = (angle - quarters * QUARTER.0) - quarters * QUARTER.1;
    // The power series of both; at an eighth of a turn no later term counts.
    let (mut sin, mut cos, mut term) = (0.0, 0.0, 1.0);
    for power in 0..20 {
        match power % 4 {
            0 => cos += term,
            1 => sin += term,
            2 => cos -= term,
            _ => sin -= term,
        }
        term *= rest / f64::from(power + 1);
    }
    match quarters as i64 % 4 {
        0 => (sin, cos),
        1 | -3 => (cos, -sin),
        2 | -2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sine_and_cosine_are_those_of_the_standard_library() {
        for step in -20_000..=20_000 {
            let angle = f64::from(step) * 1e-3;
            let ((sin, cos), expected) = (sin_cos(angle), angle.sin_cos());
            assert!((sin - expected.0).abs() < 1e-15, "sin {angle}: {sin}");
            assert!((cos - expected.1).abs() < 1e-15, "cos {angle}: {cos}");
        }
        assert_eq!(sin_cos(0.0), (0.0, 1.0));
        assert_eq!(sin_cos(FRAC_PI_2).0, 1.0);
    }
}
