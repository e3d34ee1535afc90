//! What a person may choose for a descent, checked once, where it enters.

use crate::data::summary::Summary;
use crate::descent::batch::Batch;
use crate::descent::objective::Problem;
use crate::descent::optimizer::Optimizer;
use crate::descent::schedule::Schedule;
use crate::numeric::line::Line;
use crate::numeric::notation;
use crate::numeric::random::Random;

/// Why a setting was not taken. The old one stays in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// The text is no number.
    #[error("This is not a number. Type one such as 0.001 or 1e-3.")]
    NotANumber,
    /// A learning rate of 0 or less.
    #[error(
        "The learning rate must be greater than 0: at 0 nothing moves, below 0 the ball climbs."
    )]
    RateNotPositive,
    /// A learning rate without bound.
    #[error("The learning rate must be a finite number.")]
    RateNotFinite,
    /// An epoch limit that is no whole number in range.
    #[error("Epochs must be a whole number from 1 to {}.", notation::count(EpochLimit::MOST))]
    Epochs,
    /// A tolerance below 0.
    #[error("The tolerance must be 0 (never stop early) or greater.")]
    Tolerance,
    /// A start that is not two finite numbers, or at which the cost is not finite.
    #[error("The start must be a slope and an intercept that are not astronomically large.")]
    Start,
    /// A threshold of the Huber cost that is not positive, or astronomically small or large.
    #[error("The threshold δ must be greater than 0 and not astronomically large.")]
    Threshold,
    /// A parameter that is a share.
    #[error("This must be at least 0 and less than 1.")]
    Share,
    /// A parameter below 0.
    #[error("This must be 0 or greater.")]
    NotNegative,
    /// A parameter of 0 or less.
    #[error("This must be greater than 0.")]
    NotPositive,
    /// A parameter that is on or off.
    #[error("This must be 1 (on) or 0 (off).")]
    Switch,
    /// What a step of the rate multiplies it by.
    #[error("Gamma must be greater than 0 and at most 1: the rate falls, it does not grow.")]
    Gamma,
    /// A parameter that a rule or schedule does not have.
    #[error("There is no such parameter.")]
    NoParameter,
    /// A rule, cost, scale or schedule that is not known.
    #[error("There is no choice of this name.")]
    NoChoice,
    /// A cost or a batch that looks at the points, and there are none.
    #[error(
        "Only the sums of these data are at hand, and this needs points. Paste a sample of the rows too, or \
         keep the squared or signed cost and full batches."
    )]
    NoPoints,
    /// A seed that is no whole number.
    #[error("A seed is a whole number, such as 7.")]
    Seed,
    /// A size of mini-batches that is no whole number of rows.
    #[error("A batch must be a whole number of rows, at least 1.")]
    BatchSize,
}

/// L: a positive, finite number.
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

/// The epoch to stop at, counted from the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EpochLimit(u64);

impl EpochLimit {
    /// The greatest limit: it bounds what a link can ask of the page.
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
        if whole { Ok(Self(epochs as u64)) } else { Err(SettingError::Epochs) }
    }
}

/// The cost below which a run has converged, in squared units of y; 0 is never.
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

/// Where a descent begins.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Start {
    /// a = b = 0.
    #[default]
    Zero,
    /// At this line.
    At(Line),
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
            Ok(Self::At(Line::new(slope, intercept)))
        } else {
            Err(SettingError::Start)
        }
    }

    /// The line at epoch 0 on these data.
    pub fn line(self, summary: &Summary) -> Line {
        match self {
            Self::Zero => Line::ZERO,
            Self::At(line) => line,
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

/// Reads a typed number.
///
/// # Errors
/// When the text is no number.
pub fn typed(text: &str) -> Result<f64, SettingError> {
    notation::parse(text).ok_or(SettingError::NotANumber)
}

/// All that one run is set up with.
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
    /// What is minimised.
    pub problem: Problem,
    /// The update rule.
    pub optimizer: Optimizer,
    /// How many rows an update looks at.
    pub batch: Batch,
    /// How the learning rate changes from epoch to epoch.
    pub schedule: Schedule,
    /// Whether the run goes on however its cost grows, as a program does that does not check it.
    pub naive: bool,
}
