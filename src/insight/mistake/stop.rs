//! Whether a program whose steps are right stops when it is to.

use super::path::finite;
use crate::data::dataset::{Dataset, DatasetError};
use crate::descent::objective::{Objective, Problem};
use crate::numeric::line::Line;

/// The moment at which a program is to stop, if its epochs are not over before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stop {
    /// When its epochs are over.
    #[default]
    EpochLimit,
    /// After the first epoch whose cost is below the tolerance.
    BelowTolerance,
    /// After the first epoch whose cost is above that of the start.
    AboveStart,
}

impl Stop {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::EpochLimit, Self::BelowTolerance, Self::AboveStart];

    /// The name in the page's tasks.
    pub fn name(self) -> &'static str {
        match self {
            Self::EpochLimit => "epoch-limit",
            Self::BelowTolerance => "below-tolerance",
            Self::AboveStart => "above-start",
        }
    }

    /// Returns what has this name; `None` if nothing has.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stop| stop.name() == name)
    }
}

/// A program that has ended, and what it was given.
///
/// | field | range |
/// |---|---|
/// | `xs`, `ys` | the points that it had, in data units: columns of one length, finite |
/// | `lines` | the first lines shown, one an epoch, in data units, none left out |
/// | `shown` | how many lines it showed in all |
/// | `epochs`, `tolerance` | the settings that it was given |
/// | `stop` | when it is to stop |
#[derive(Clone, Copy, Debug)]
pub struct Stopped<'a> {
    /// The explanatory variable.
    pub xs: &'a [f64],
    /// The dependent variable.
    pub ys: &'a [f64],
    /// The first lines shown.
    pub lines: &'a [Line],
    /// How many lines it showed.
    pub shown: u64,
    /// The most epochs.
    pub epochs: u64,
    /// The tolerance.
    pub tolerance: f64,
    /// When it is to stop.
    pub stop: Stop,
}

/// How the end of a program compares with the right one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StopFinding {
    /// It stopped when it is to.
    Right,
    /// It stopped although the epochs were not over and its cost was no reason to.
    TooEarly {
        /// Its cost at the end.
        cost: f64,
    },
    /// It went on after the epoch at which it is to stop.
    TooLate {
        /// That epoch.
        right: u64,
    },
    /// It showed more lines than there are epochs.
    BeyondLimit,
}

impl Stopped<'_> {
    /// Compares the end with the right one.
    ///
    /// # Errors
    /// When the points are not finite columns of one length, or none.
    pub fn finding(&self) -> Result<StopFinding, DatasetError> {
        let dataset = Dataset::from_columns(self.xs, self.ys)?;
        let objective = Objective::new(&dataset, Problem::default());
        let cost = |line: Line| objective.cost(line);
        let is_reason = |line: Line| match self.stop {
            Stop::EpochLimit => false,
            Stop::BelowTolerance => cost(line) < self.tolerance,
            Stop::AboveStart => cost(line) > cost(Line::ZERO),
        };
        let first = self.lines.iter().position(|line| is_reason(*line));
        let reached = first.map(|index| index as u64 + 1).filter(|epoch| *epoch <= self.epochs);
        Ok(match (reached, self.shown) {
            (Some(right), shown) if shown > right => StopFinding::TooLate { right },
            (None, shown) if shown > self.epochs => StopFinding::BeyondLimit,
            (None, shown) if shown < self.epochs => {
                let last = finite(self.lines).last().copied().unwrap_or(Line::ZERO);
                StopFinding::TooEarly { cost: cost(last) }
            }
            (Some(_) | None, _) => StopFinding::Right,
        })
    }
}
