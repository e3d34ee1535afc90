//! The slider of the learning rate: five powers of ten around what the data bear.

use crate::numeric::power::power;

/// Length of the slider, in steps.
pub const STEPS: f64 = 1_000.0;
/// Powers of ten below the largest stable rate.
const BELOW: f64 = 4.0;
/// Powers of ten above it.
const ABOVE: f64 = 1.0;

/// A logarithmic scale on which the largest stable rate always has the same place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateSlider {
    limit: f64,
}

impl RateSlider {
    /// The slider for data with this largest stable rate.
    pub fn for_limit(limit: f64) -> Self {
        Self { limit }
    }

    /// The position of a rate, from 0 to [`STEPS`]; rates beyond stand at the end.
    pub fn position(self, rate: f64) -> f64 {
        let share = ((rate / self.limit).log10() + BELOW) / (BELOW + ABOVE);
        (share * STEPS).round().clamp(0.0, STEPS)
    }

    /// The rate at a position, to three digits: no more can be set by hand.
    pub fn rate(self, position: f64) -> f64 {
        let share = position.clamp(0.0, STEPS) / STEPS;
        let rate = self.limit * power(10.0, share * (BELOW + ABOVE) - BELOW);
        crate::numeric::notation::float(&format!("{rate:.2e}")).unwrap_or(rate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_and_its_rate_agree() {
        let slider = RateSlider::for_limit(0.002_585_6);
        for position in [0.0, 1.0, 400.0, 799.0, 800.0, 1_000.0] {
            let back = slider.position(slider.rate(position));
            assert!((back - position).abs() <= 1.0, "{position} became {back}");
        }
    }

    #[test]
    fn the_largest_stable_rate_stands_at_four_fifths() {
        assert_eq!(RateSlider::for_limit(3e-7).position(3e-7), 800.0);
    }
}
