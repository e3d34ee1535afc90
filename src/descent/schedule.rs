//! How the learning rate changes from epoch to epoch.

use crate::descent::error::SettingError;
use crate::edition::FullPackage;
use crate::numeric::angle::sin_cos;

/// The factor by which the learning rate of an epoch differs from L.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Schedule {
    /// L at every epoch.
    #[default]
    Constant,
    /// L·γᵏ after k times `every` epochs (`torch.optim.lr_scheduler.StepLR`).
    Step {
        /// Epochs from one drop to the next.
        every: Period,
        /// γ, what a drop multiplies the rate by.
        gamma: Gamma,
    },
    /// L/(1 + decay·t) at epoch t, the 1/t of Robbins and Monro 1951.
    Inverse {
        /// How fast the rate falls.
        decay: Decay,
    },
    /// Half a wave from L to 0 (Loshchilov and Hutter 2017 without restarts;
    /// `torch.optim.lr_scheduler.CosineAnnealingLR` with `eta_min=0`), and 0 from there on.
    Cosine {
        /// T_max, epochs until the rate is 0.
        epochs: Period,
    },
}

/// Epochs that a schedule counts: a whole number from 1 to 10,000,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period(u64, FullPackage);

impl Period {
    /// The longest period.
    pub const MOST: u64 = 10_000_000;

    /// The number of epochs.
    pub fn get(self) -> u64 {
        self.0
    }
}

impl TryFrom<f64> for Period {
    type Error = SettingError;

    fn try_from(epochs: f64) -> Result<Self, SettingError> {
        let full = FullPackage::get().ok_or(SettingError::NoChoice)?;
        let fits = epochs.fract() == 0.0 && (1.0..=Self::MOST as f64).contains(&epochs);
        if fits {
            Ok(Self(epochs as u64, full))
        } else {
            Err(SettingError::Epochs { most: Self::MOST })
        }
    }
}

/// γ, what a drop multiplies the rate by: above 0 and at most 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gamma(f64, FullPackage);

impl Gamma {
    /// γ as a number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for Gamma {
    type Error = SettingError;

    fn try_from(gamma: f64) -> Result<Self, SettingError> {
        let full = FullPackage::get().ok_or(SettingError::NoChoice)?;
        let fits = gamma > 0.0 && gamma <= 1.0;
        if fits { Ok(Self(gamma, full)) } else { Err(SettingError::Gamma) }
    }
}

/// How fast a rate falls like 1/t: a positive, finite number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decay(f64, FullPackage);

impl Decay {
    /// The decay as a number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for Decay {
    type Error = SettingError;

    fn try_from(decay: f64) -> Result<Self, SettingError> {
        let full = FullPackage::get().ok_or(SettingError::NoChoice)?;
        let fits = decay > 0.0 && decay.is_finite();
        if fits { Ok(Self(decay, full)) } else { Err(SettingError::NotPositive) }
    }
}

impl Schedule {
    /// A schedule that falls by `gamma`, above 0 and at most 1, every so many epochs.
    ///
    /// # Errors
    /// When a number is out of range.
    pub fn step(every: u64, gamma: f64) -> Result<Self, SettingError> {
        Ok(Self::Step { every: Period::try_from(every as f64)?, gamma: gamma.try_into()? })
    }

    /// A schedule that falls like 1/(1 + decay·t), `decay` being positive.
    ///
    /// # Errors
    /// When the decay is not positive and finite.
    pub fn inverse(decay: f64) -> Result<Self, SettingError> {
        Ok(Self::Inverse { decay: decay.try_into()? })
    }

    /// A schedule that falls to 0 like half a wave, in so many epochs.
    ///
    /// # Errors
    /// When there are no epochs, or too many.
    pub fn cosine(epochs: u64) -> Result<Self, SettingError> {
        Ok(Self::Cosine { epochs: Period::try_from(epochs as f64)? })
    }

    /// The name of its kind in the page and in links.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Constant => "constant",
            Self::Step { .. } => "step",
            Self::Inverse { .. } => "inverse",
            Self::Cosine { .. } => "cosine",
        }
    }

    /// Returns the schedule of a kind with its defaults; `None` if there is no such kind in this package.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "constant" => Some(Self::Constant),
            "step" => Self::step(30, 0.1).ok(),
            "inverse" => Self::inverse(0.01).ok(),
            "cosine" => Self::cosine(1_000).ok(),
            _ => None,
        }
    }

    /// Its parameters by their names, none, one or two.
    pub fn parameters(&self) -> Vec<(&'static str, f64)> {
        match *self {
            Self::Constant => vec![],
            Self::Step { every, gamma } => {
                vec![("step_size", every.get() as f64), ("gamma", gamma.get())]
            }
            Self::Inverse { decay } => vec![("decay", decay.get())],
            Self::Cosine { epochs } => vec![("T_max", epochs.get() as f64)],
        }
    }

    /// The same kind with another value of one parameter.
    ///
    /// # Errors
    /// When the kind has no such parameter, or it cannot have this value.
    pub fn with(self, index: usize, value: f64) -> Result<Self, SettingError> {
        match (self, index) {
            (Self::Step { gamma, .. }, 0) => Ok(Self::Step { every: value.try_into()?, gamma }),
            (Self::Step { every, .. }, 1) => Ok(Self::Step { every, gamma: value.try_into()? }),
            (Self::Inverse { .. }, 0) => Ok(Self::Inverse { decay: value.try_into()? }),
            (Self::Cosine { .. }, 0) => Ok(Self::Cosine { epochs: value.try_into()? }),
            _ => Err(SettingError::NoParameter),
        }
    }

    /// Whether the rate stays as it is.
    pub fn is_constant(&self) -> bool {
        matches!(self, Self::Constant)
    }

    /// Factor of L for the update that follows `epoch`.
    pub fn factor(&self, epoch: u64) -> f64 {
        match *self {
            Self::Constant => 1.0,
            Self::Step { every, gamma } => gamma.get().powf((epoch / every.get()) as f64),
            Self::Inverse { decay } => 1.0 / (1.0 + decay.get() * epoch as f64),
            Self::Cosine { epochs } if epoch >= epochs.get() => 0.0,
            Self::Cosine { epochs } => {
                let share = std::f64::consts::PI * epoch as f64 / epochs.get() as f64;
                0.5 * (1.0 + sin_cos(share).1)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_fall_by_gamma_every_so_many_epochs() {
        let schedule = Schedule::step(30, 0.1).expect("a good schedule");
        let factors: Vec<f64> = [0, 29, 30, 59, 60].map(|epoch| schedule.factor(epoch)).into();
        assert_eq!(factors, [1.0, 1.0, 0.1, 0.1, 0.1_f64.powf(2.0)]);
    }

    #[test]
    fn a_cosine_falls_from_one_to_nothing_and_stays_there() {
        let schedule = Schedule::cosine(10).expect("a good schedule");
        assert_eq!(schedule.factor(0), 1.0);
        assert!((schedule.factor(5) - 0.5).abs() < 1e-15);
        assert_eq!(schedule.factor(10), 0.0);
        assert_eq!(schedule.factor(11), 0.0);
    }

    #[test]
    fn one_over_t_halves_the_rate_when_its_product_is_one() {
        assert_eq!(Schedule::inverse(0.01).expect("a good schedule").factor(100), 0.5);
    }

    #[test]
    fn a_schedule_is_found_by_its_name() {
        for name in ["constant", "step", "inverse", "cosine"] {
            assert_eq!(Schedule::from_name(name).map(|schedule| schedule.name()), Some(name));
        }
        assert_eq!(Schedule::from_name("linear"), None);
    }

    #[test]
    fn no_period_is_0_and_no_parameter_is_out_of_range() {
        assert_eq!(Schedule::step(0, 0.1), Err(SettingError::Epochs { most: Period::MOST }));
        assert!(Schedule::cosine(0).is_err() && Schedule::cosine(Period::MOST + 1).is_err());
        assert!(Schedule::inverse(0.0).is_err() && Schedule::inverse(f64::INFINITY).is_err());
        let step = Schedule::step(30, 0.1).expect("a good schedule");
        assert_eq!(step.with(0, 7.0), Schedule::step(7, 0.1));
        assert!(step.with(0, 0.0).is_err() && step.with(0, 1.5).is_err());
        assert!(step.with(1, 0.0).is_err() && step.with(1, 1.1).is_err());
        assert!(step.with(1, f64::NAN).is_err() && step.with(2, 1.0).is_err());
        let inverse = Schedule::inverse(1.0).expect("a good schedule");
        assert!(inverse.with(0, f64::NAN).is_err());
    }
}
