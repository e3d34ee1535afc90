//! The settings of a descent. Each is checked once, where it enters, into a type that holds no other value.

use crate::data::summary::Summary;
use crate::descent::batch::Batch;
use crate::descent::error::SettingError;
use crate::descent::objective::Problem;
use crate::descent::optimizer::Optimizer;
use crate::descent::schedule::Schedule;
use crate::edition::FullPackage;
use crate::numeric::line::Line;
use crate::numeric::notation;
use crate::numeric::random::Random;

/// The learning rate L: a positive, finite number, by default 0.0001.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct LearningRate(f64);

impl LearningRate {
    /// The rate as a number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl Default for LearningRate {
    fn default() -> Self {
        Self(1e-4)
    }
}

impl TryFrom<f64> for LearningRate {
    type Error = SettingError;

    fn try_from(rate: f64) -> Result<Self, SettingError> {
        if !rate.is_finite() {
            Err(SettingError::RateNotFinite)
        } else if rate <= 0.0 {
            Err(SettingError::RateNotPositive)
        } else {
            Ok(Self(rate))
        }
    }
}

/// The epoch to stop at, counted from the start: a whole number from 1 to 10,000,000, by default 1,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EpochLimit(u64);

impl EpochLimit {
    /// The greatest limit, which bounds the work that a link can ask for.
    pub const MOST: u64 = 10_000_000;

    /// The limit as a number.
    pub fn get(self) -> u64 {
        self.0
    }
}

impl Default for EpochLimit {
    fn default() -> Self {
        Self(1_000)
    }
}

impl TryFrom<f64> for EpochLimit {
    type Error = SettingError;

    fn try_from(epochs: f64) -> Result<Self, SettingError> {
        let whole = epochs.fract() == 0.0 && (1.0..=Self::MOST as f64).contains(&epochs);
        if whole { Ok(Self(epochs as u64)) } else { Err(SettingError::Epochs { most: Self::MOST }) }
    }
}

/// The cost below which a run has converged, in squared units of y: a finite number from 0, which is the default
/// and never reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Tolerance(f64);

impl Tolerance {
    /// The tolerance as a number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for Tolerance {
    type Error = SettingError;

    fn try_from(tolerance: f64) -> Result<Self, SettingError> {
        if tolerance.is_finite() && tolerance >= 0.0 {
            Ok(Self(tolerance))
        } else {
            Err(SettingError::Tolerance)
        }
    }
}

/// A line whose slope and intercept lie between −1e150 and 1e150, so that their squares are numbers too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypedLine(Line);

impl TypedLine {
    /// The line itself.
    pub fn get(self) -> Line {
        self.0
    }
}

/// Where a descent begins.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Start {
    /// a = b = 0.
    #[default]
    Zero,
    /// At a typed line.
    At(TypedLine),
    /// At a random line in sight of the data.
    Random {
        /// The seed that gives the same line again.
        seed: u64,
    },
}

impl Start {
    /// A typed start.
    ///
    /// # Errors
    /// When a number is not finite, or so large that its square is not.
    pub fn at(slope: f64, intercept: f64) -> Result<Self, SettingError> {
        let fits = |value: f64| value.abs() < 1e150;
        if fits(slope) && fits(intercept) {
            Ok(Self::At(TypedLine(Line::new(slope, intercept))))
        } else {
            Err(SettingError::Start)
        }
    }

    /// The line at epoch 0 on these data.
    pub fn line(self, summary: &Summary) -> Line {
        match self {
            Self::Zero => Line::ZERO,
            Self::At(line) => line.get(),
            Self::Random { seed } => random_line(summary, &mut Random::new(seed)),
        }
    }
}

/// A line that crosses the middle of the data within two standard deviations of ȳ, no steeper
/// than four times the steepest that the spreads suggest.
fn random_line(summary: &Summary, random: &mut Random) -> Line {
    let spread = |variance: f64| if variance > 0.0 { variance.sqrt() } else { 1.0 };
    let (spread_x, spread_y) = (spread(summary.variance_x()), spread(summary.variance_y()));
    let slope = random.within(-4.0, 4.0) * spread_y / spread_x;
    let height = summary.mean_y() + random.within(-2.0, 2.0) * spread_y;
    Line::new(slope, height - slope * summary.mean_x())
}

/// Behaviour of a run that diverges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnDivergence {
    /// It stops.
    #[default]
    Stop,
    /// It goes on, as a program does that does not check its cost.
    GoOn(FullPackage),
}

impl OnDivergence {
    /// Whether the run stops.
    pub fn stops(self) -> bool {
        matches!(self, Self::Stop)
    }

    /// The name in the page and in links, where the check for divergence is on or off.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stop => "on",
            Self::GoOn(_) => "off",
        }
    }

    /// Returns what has this name; `None` if nothing has in this package.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "on" => Some(Self::Stop),
            "off" => FullPackage::get().map(Self::GoOn),
            _ => None,
        }
    }
}

#[cfg(feature = "more")]
impl OnDivergence {
    /// It goes on.
    pub const GO_ON: Self = Self::GoOn(FullPackage::PROOF);
}

/// Reads a typed number.
///
/// # Errors
/// When the text is no number.
pub fn typed(text: &str) -> Result<f64, SettingError> {
    notation::parse(text).ok_or(SettingError::NotANumber)
}

/// All that one run is set up with.
///
/// | field | default | range |
/// |---|---|---|
/// | `learning_rate` | 0.0001 | positive, finite |
/// | `epochs` | 1,000 | a whole number from 1 to 10,000,000 |
/// | `tolerance` | 0: never | 0 or greater, finite, in squared units of y |
/// | `start` | a = b = 0 | that, a line within ±1e150, or a seed of a random one |
/// | `problem` | squared error of raw data | see [`Problem`] |
/// | `optimizer` | plain gradient descent | a rule with parameters, each in its [`Domain`] |
/// | `batch` | full | full, or 1 to 4,294,967,295 rows |
/// | `schedule` | constant | see [`Schedule`] |
/// | `on_divergence` | stop | stop, go on |
///
/// [`Domain`]: crate::descent::optimizer::Domain
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Settings {
    /// L at epoch 0.
    pub learning_rate: LearningRate,
    /// The epoch to stop at.
    pub epochs: EpochLimit,
    /// The cost to stop below.
    pub tolerance: Tolerance,
    /// Where epoch 0 is.
    pub start: Start,
    /// The objective that is minimised.
    pub problem: Problem,
    /// The update rule.
    pub optimizer: Optimizer,
    /// How many rows an update looks at.
    pub batch: Batch,
    /// How the learning rate changes from epoch to epoch.
    pub schedule: Schedule,
    /// Behaviour when the run diverges.
    pub on_divergence: OnDivergence,
}

impl Settings {
    /// Whether the descent looks at points: sums alone do not tell it its cost, or its batches.
    pub fn needs_points(&self) -> bool {
        self.problem.cost.needs_points() || !self.batch.is_full()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_start_is_finite_and_so_is_its_square() {
        assert_eq!(
            Start::at(1.0, -2.0).map(|start| start.line(&Summary::EMPTY)),
            Ok(Line::new(1.0, -2.0))
        );
        for bad in [f64::NAN, f64::INFINITY, 1e150, -1e150] {
            assert_eq!(Start::at(bad, 0.0), Err(SettingError::Start), "{bad}");
            assert_eq!(Start::at(0.0, bad), Err(SettingError::Start), "{bad}");
        }
    }

    #[test]
    fn what_a_run_does_when_it_diverges_is_found_by_its_name() {
        for name in ["on", "off"] {
            assert_eq!(OnDivergence::from_name(name).map(OnDivergence::name), Some(name));
        }
        assert_eq!(OnDivergence::from_name("never"), None);
    }
}
