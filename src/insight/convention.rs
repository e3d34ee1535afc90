//! Learning rates of courses whose cost is not the mean of the squared errors.
//!
//! A cost that is c·J has a gradient c times as large, so that a step with the rate α on it is a step with the rate
//! c·α on J.

use crate::descent::error::SettingError;
use crate::descent::settings::LearningRate;

/// The cost of a course, of which learning rates are copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Convention {
    /// (1/2n)·Σe².
    HalfMean,
    /// (1/n)·Σe², as on this page.
    Mean,
    /// ½·Σe².
    HalfSum,
    /// Σe².
    Sum,
}

impl Convention {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::HalfMean, Self::Mean, Self::HalfSum, Self::Sum];

    /// The name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::HalfMean => "half-mean",
            Self::Mean => "mean",
            Self::HalfSum => "half-sum",
            Self::Sum => "sum",
        }
    }

    /// The convention of this name, or `None` if there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|convention| convention.name() == name)
    }

    /// How many times this page's cost the course's is, on `n` rows.
    pub fn factor(self, n: u64) -> f64 {
        match self {
            Self::HalfMean => 0.5,
            Self::Mean => 1.0,
            Self::HalfSum => 0.5 * n as f64,
            Self::Sum => n as f64,
        }
    }

    /// The share of the slope that a penalty with λ = 1 takes away at each step of the course, at its rate, on `n` rows,
    /// if the cost has Σe² + λ·a² in the place of Σe².
    pub fn shrinkage(self, rate: f64, n: u64) -> f64 {
        2.0 * rate * self.factor(n) / n as f64
    }

    /// The rate whose steps on this page are those of the course's rate, on `n` rows.
    ///
    /// # Errors
    /// When the course's rate is no learning rate.
    ///
    /// ```
    /// use downhill::insight::convention::Convention;
    ///
    /// let here = Convention::HalfMean.rate_here(0.01, 97)?;
    /// assert_eq!(here.get(), 0.005);
    /// # Ok::<(), downhill::descent::error::SettingError>(())
    /// ```
    pub fn rate_here(self, rate: f64, n: u64) -> Result<LearningRate, SettingError> {
        LearningRate::try_from(rate)?;
        LearningRate::try_from(self.factor(n) * rate)
    }
}
