//! Obstacles that keep a column from being one of numbers.

use super::Occurrence;

/// Kind of obstacle that keeps a column from being one of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ObstacleKind {
    /// Most cells are words.
    Words,
    /// The cells are dates, and none tells whether the day or the month comes first.
    DayOrMonth,
    /// Some dates have the day first, others the month.
    TwoOrders,
    /// The numbers have different units.
    Units {
        /// The unit that comes first.
        one: String,
        /// The unit that comes next.
        other: String,
    },
}

/// Obstacle that keeps a column from being one of numbers, with the first cell in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// Its kind.
    pub kind: ObstacleKind,
    /// The cell.
    pub first: Occurrence,
}

impl ObstacleKind {
    /// How near the column is to one of numbers; the nearer, the greater.
    pub(super) fn nearness(&self) -> u8 {
        match self {
            Self::Words => 0,
            Self::TwoOrders => 1,
            Self::DayOrMonth => 2,
            Self::Units { .. } => 3,
        }
    }
}
