//! How the learning rate changes from epoch to epoch.

use crate::descent::settings::SettingError;
use crate::numeric::angle::sin_cos;

/// By how much the learning rate of an epoch differs from L.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Schedule {
    /// L at every epoch.
    #[default]
    Constant,
    /// L·γᵏ after k times `every` epochs (`torch.optim.lr_scheduler.StepLR`).
    Step {
        /// Epochs from one drop to the next.
        every: u64,
        /// γ, what the rate is multiplied by, between 0 and 1.
        gamma: f64,
    },
    /// L/(1 + decay·t) at epoch t, the 1/t of Robbins and Monro 1951.
    Inverse {
        /// How fast it falls, positive.
        decay: f64,
    },
    /// Half a wave from L to 0 (Loshchilov and Hutter 2017 without restarts;
    /// `torch.optim.lr_scheduler.CosineAnnealingLR` with `eta_min=0`), and 0 from there on.
    Cosine {
        /// T_max, epochs until the rate is 0.
        epochs: u64,
    },
}

/// The most epochs that a schedule can be about.
const MOST: f64 = 10_000_000.0;

impl Schedule {
    /// The kinds with the names that the page and links give them, each with its defaults.
    pub const KINDS: [(&'static str, Self); 4] = [
        ("constant", Self::Constant),
        ("step", Self::Step { every: 30, gamma: 0.1 }),
        ("inverse", Self::Inverse { decay: 0.01 }),
        ("cosine", Self::Cosine { epochs: 1_000 }),
    ];

    /// What the page and links call its kind.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Constant => "constant",
            Self::Step { .. } => "step",
            Self::Inverse { .. } => "inverse",
            Self::Cosine { .. } => "cosine",
        }
    }

    /// The schedule of a kind with its defaults.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::KINDS.iter().find(|(known, _)| *known == name).map(|&(_, schedule)| schedule)
    }

    /// Its parameters by their names, none, one or two.
    pub fn parameters(&self) -> Vec<(&'static str, f64)> {
        match *self {
            Self::Constant => vec![],
            Self::Step { every, gamma } => vec![("step_size", every as f64), ("gamma", gamma)],
            Self::Inverse { decay } => vec![("decay", decay)],
            Self::Cosine { epochs } => vec![("T_max", epochs as f64)],
        }
    }

    /// The same kind with another value of one parameter.
    ///
    /// # Errors
    /// When the kind has no such parameter, or it cannot have this value.
    pub fn with(self, index: usize, value: f64) -> Result<Self, SettingError> {
        let whole = || {
            let fits = value.fract() == 0.0 && (1.0..=MOST).contains(&value);
            if fits { Ok(value as u64) } else { Err(SettingError::Epochs) }
        };
        match (self, index) {
            (Self::Step { gamma, .. }, 0) => Ok(Self::Step { every: whole()?, gamma }),
            (Self::Step { every, .. }, 1) if value > 0.0 && value <= 1.0 => {
                Ok(Self::Step { every, gamma: value })
            }
            (Self::Step { .. }, 1) => Err(SettingError::Gamma),
            (Self::Inverse { .. }, 0) if value > 0.0 && value.is_finite() => {
                Ok(Self::Inverse { decay: value })
            }
            (Self::Inverse { .. }, 0) => Err(SettingError::NotPositive),
            (Self::Cosine { .. }, 0) => Ok(Self::Cosine { epochs: whole()? }),
            _ => Err(SettingError::NoParameter),
        }
    }

    /// Whether the rate stays as it is.
    pub fn is_constant(&self) -> bool {
        !crate::COMPLETE || *self == Self::Constant
    }

    /// What L is multiplied by for the update that follows `epoch`.
    pub fn factor(&self, epoch: u64) -> f64 {
        match *self {
            _ if self.is_constant() => 1.0,
            Self::Constant => 1.0,
            Self::Step { every, gamma } => gamma.powf((epoch / every) as f64),
            Self::Inverse { decay } => 1.0 / (1.0 + decay * epoch as f64),
            Self::Cosine { epochs } if epoch >= epochs => 0.0,
            Self::Cosine { epochs } => {
                0.5 * (1.0 + sin_cos(std::f64::consts::PI * epoch as f64 / epochs as f64).1)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_fall_by_gamma_every_so_many_epochs() {
        let schedule = Schedule::Step { every: 30, gamma: 0.1 };
        let factors: Vec<f64> = [0, 29, 30, 59, 60].map(|epoch| schedule.factor(epoch)).into();
        assert_eq!(factors, [1.0, 1.0, 0.1, 0.1, 0.1_f64.powf(2.0)]);
    }

    #[test]
    fn a_cosine_falls_from_one_to_nothing_and_stays_there() {
        let schedule = Schedule::Cosine { epochs: 10 };
        assert_eq!(schedule.factor(0), 1.0);
        assert!((schedule.factor(5) - 0.5).abs() < 1e-15);
        assert_eq!(schedule.factor(10), 0.0);
        assert_eq!(schedule.factor(11), 0.0);
    }

    #[test]
    fn one_over_t_halves_the_rate_when_its_product_is_one() {
        assert_eq!(Schedule::Inverse { decay: 0.01 }.factor(100), 0.5);
    }

    #[test]
    fn only_sensible_parameters_are_taken() {
        let step = Schedule::Step { every: 30, gamma: 0.1 };
        assert_eq!(step.with(0, 7.0), Ok(Schedule::Step { every: 7, gamma: 0.1 }));
        assert!(step.with(0, 0.0).is_err() && step.with(0, 1.5).is_err());
        assert!(step.with(1, 0.0).is_err() && step.with(1, 1.1).is_err());
        assert!(step.with(2, 1.0).is_err());
        assert!(Schedule::Inverse { decay: 1.0 }.with(0, f64::NAN).is_err());
    }
}
