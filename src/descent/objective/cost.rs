//! How the errors of all points become one number.

use crate::descent::settings::SettingError;

/// Where the Huber cost turns from a parabola into a straight line, in units of y: a positive, finite
/// number.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Threshold(f64);

impl Threshold {
    /// δ as a number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl Default for Threshold {
    fn default() -> Self {
        Self(1.0)
    }
}

impl TryFrom<f64> for Threshold {
    type Error = SettingError;

    fn try_from(threshold: f64) -> Result<Self, SettingError> {
        // Its square has to be a number too.
        let fits = (1e-150..1e150).contains(&threshold);
        if fits { Ok(Self(threshold)) } else { Err(SettingError::Threshold) }
    }
}

/// How the errors of all points become one number, J.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Cost {
    /// Mean squared error, (1/n)·Σe². No ½.
    #[default]
    Squared,
    /// Mean absolute error, (1/n)·Σ|e|.
    Absolute,
    /// e² where |e| ≤ δ, and 2δ|e| − δ² beyond (Huber 1964, here without his ½).
    Huber(Threshold),
    /// The mean error itself, (1/n)·Σe: errors cancel, and there is no least cost.
    Signed,
}

impl Cost {
    /// The name that the page and links give it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Squared => "squared",
            Self::Absolute => "absolute",
            Self::Huber(_) => "huber",
            Self::Signed => "signed",
        }
    }

    /// Whether it is mean squared error.
    pub fn is_squared(self) -> bool {
        !crate::COMPLETE || self == Self::Squared
    }

    /// Whether it is the mean error itself, without a least.
    pub fn is_signed(self) -> bool {
        crate::COMPLETE && self == Self::Signed
    }

    /// Whether it needs the points themselves: sums tell all that the others need.
    pub fn needs_points(self) -> bool {
        !self.is_squared() && !self.is_signed()
    }

    /// How many units of the cost in data units one in scaled coordinates is, where 1 of the scaled
    /// y is `unit` units of y.
    pub(super) fn unit(self, unit: f64) -> f64 {
        match self {
            Self::Absolute | Self::Signed if crate::COMPLETE => unit,
            _ => unit * unit,
        }
    }
}
