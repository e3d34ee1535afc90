//! How the errors of all points become one number.

use crate::descent::error::SettingError;
use crate::edition::FullPackage;

/// Where the Huber cost turns from a parabola into a straight line, in units of y: from 1e-150 to 1e150, by
/// default 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Threshold(f64, FullPackage);

impl Threshold {
    /// δ as a number.
    pub fn get(self) -> f64 {
        self.0
    }
}

#[cfg(feature = "more")]
impl Default for Threshold {
    fn default() -> Self {
        Self(1.0, FullPackage::PROOF)
    }
}

impl TryFrom<f64> for Threshold {
    type Error = SettingError;

    fn try_from(threshold: f64) -> Result<Self, SettingError> {
        let full = FullPackage::get().ok_or(SettingError::NoChoice)?;
        // Its square has to be a number too.
        let fits = (1e-150..1e150).contains(&threshold);
        if fits { Ok(Self(threshold, full)) } else { Err(SettingError::Threshold) }
    }
}

/// How the errors of all points become one number, J.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Cost {
    /// Mean squared error, (1/n)·Σe². No ½.
    #[default]
    Squared,
    /// Mean absolute error, (1/n)·Σ|e|. As a value, [`Cost::ABSOLUTE`].
    Absolute(FullPackage),
    /// e² where |e| ≤ δ, and 2δ|e| − δ² beyond (Huber 1964, here without his ½).
    Huber(Threshold),
    /// The mean error itself, (1/n)·Σe: errors cancel, and there is no least cost. As a value,
    /// [`Cost::SIGNED`].
    Signed(FullPackage),
}

#[cfg(feature = "more")]
impl Cost {
    /// Mean absolute error.
    pub const ABSOLUTE: Self = Self::Absolute(FullPackage::PROOF);
    /// The mean error itself.
    pub const SIGNED: Self = Self::Signed(FullPackage::PROOF);
}

impl Cost {
    /// The name in the page, in links and in the package.
    pub fn name(self) -> &'static str {
        match self {
            Self::Squared => "squared",
            Self::Absolute(_) => "absolute",
            Self::Huber(_) => "huber",
            Self::Signed(_) => "signed",
        }
    }

    /// Returns the cost of a name; `None` if there is none in this package. The Huber cost comes with the
    /// threshold that `threshold` gives, and only if it gives one.
    pub fn from_name(name: &str, threshold: impl FnOnce() -> Option<Threshold>) -> Option<Self> {
        match name {
            "squared" => Some(Self::Squared),
            "absolute" => FullPackage::get().map(Self::Absolute),
            "huber" => threshold().map(Self::Huber),
            "signed" => FullPackage::get().map(Self::Signed),
            _ => None,
        }
    }

    /// Whether it is mean squared error.
    pub fn is_squared(self) -> bool {
        matches!(self, Self::Squared)
    }

    /// Whether it is a mean over the points that no sums tell.
    pub fn needs_points(self) -> bool {
        match self {
            Self::Squared | Self::Signed(_) => false,
            Self::Absolute(_) | Self::Huber(_) => true,
        }
    }

    /// How many units of the cost in data units one in scaled coordinates is, where 1 of the scaled
    /// y is `unit` units of y.
    pub(super) fn unit(self, unit: f64) -> f64 {
        match self {
            Self::Squared | Self::Huber(_) => unit * unit,
            Self::Absolute(_) | Self::Signed(_) => unit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cost_is_found_by_its_name_and_hubers_needs_a_threshold() {
        for name in ["squared", "absolute", "huber", "signed"] {
            let threshold = || Some(Threshold::default());
            assert_eq!(Cost::from_name(name, threshold).map(Cost::name), Some(name));
        }
        assert_eq!(Cost::from_name("huber", || None), None);
        assert_eq!(Cost::from_name("cubed", || None), None);
    }
}
