//! The question that a descent answers: which cost, in which coordinates, with what held.

use super::cost::Cost;
use crate::descent::scaling::Scaling;

/// The parameter that the descent leaves alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Held {
    /// Both move.
    #[default]
    Neither,
    /// The slope stays where it is.
    Slope,
    /// The intercept stays where it is.
    Intercept,
}

impl Held {
    /// All choices.
    pub const ALL: [Self; 3] = [Self::Neither, Self::Slope, Self::Intercept];

    /// The choice of this name, or `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|held| held.name() == name)
    }

    /// The name in links. It never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Neither => "neither",
            Self::Slope => "slope",
            Self::Intercept => "intercept",
        }
    }
}

/// The problem to minimise and its coordinates: the same for all runs that share one surface.
///
/// | field | default | range |
/// |---|---|---|
/// | `cost` | squared | squared, absolute, Huber with a threshold, signed |
/// | `scaling` | raw | x and y each raw, standardised or min-max |
/// | `held` | neither | neither, slope, intercept |
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Problem {
    /// How errors become one number.
    pub cost: Cost,
    /// The coordinates that the descent runs in.
    pub scaling: Scaling,
    /// The parameter that the descent leaves alone.
    pub held: Held,
}
