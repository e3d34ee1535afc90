//! Explanations of the lines that a program showed.

use super::definition::Mistake;
use crate::descent::optimizer::Optimizer;
use crate::descent::scaling::Scaling;
use crate::descent::schedule::Schedule;

/// Explanation of the lines that a program showed.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Too few lines to tell.
    TooFew,
    /// The line never moves.
    NoStep,
    /// Each move is the right one, to rounding.
    Right {
        /// By how much a sum may differ with the order of its terms, as a share of its terms' sizes.
        rounding: f64,
    },
    /// One mistake, or two at once.
    Mistakes(Vec<Mistake>),
    /// Each of these, of one mistake or two, explains the moves on these data equally.
    Ambiguous(Vec<Vec<Mistake>>),
    /// An update rule that was not asked for, at a learning rate.
    Rule(Optimizer, f64),
    /// The least-squares line at once, by Newton's step or the normal equations.
    LeastSquares,
    /// All rows at once, where a part of them was asked for.
    FullBatch,
    /// Mini-batches of so many rows, in their order, where all at once were asked for or not.
    Batches(usize),
    /// One row a move.
    SingleRows,
    /// Steps that lead downhill on the whole, where gradients of some rows at a time were asked for: in which order the
    /// rows came, lines do not tell.
    SomeRows,
    /// Another learning rate; negative where the steps go uphill.
    OtherRate(f64),
    /// Sums divided by another number of rows than there are; a learning rate would do the same.
    OtherRows {
        /// The number of rows.
        rows: u64,
        /// The learning rate.
        rate: f64,
    },
    /// Right steps, of which only every so many are shown.
    ShownEvery(usize),
    /// A learning rate that falls as a schedule of the page has it.
    Scheduled(Schedule),
    /// A learning rate that changes in some other way.
    ChangingRate {
        /// The rate of the first move.
        first: f64,
        /// The rate of the last one that tells.
        last: f64,
    },
    /// A penalty on the parameters.
    Penalty {
        /// How many times the slope is added to its derivative.
        strength: f64,
        /// Whether the intercept is penalised too.
        of_both: bool,
    },
    /// A right program in other coordinates than were asked for.
    Scaled(Scaling),
    /// A right program in scaled coordinates that shows its line in these.
    NotCarriedBack(Scaling),
    /// A parameter is no number at this epoch, and nothing before explains it.
    NotFinite {
        /// The epoch.
        epoch: usize,
    },
    /// Nothing that is known.
    Unknown {
        /// Moves that were right before the first that is not.
        right: usize,
    },
}

impl Finding {
    /// The name in the page and in its tests.
    pub fn name(&self) -> &'static str {
        match self {
            Self::TooFew => "too-few",
            Self::NoStep => "no-step",
            Self::Right { .. } => "right",
            Self::Mistakes(_) => "mistakes",
            Self::Ambiguous(_) => "ambiguous",
            Self::Rule(..) => "rule",
            Self::LeastSquares => "least-squares",
            Self::FullBatch => "full-batch",
            Self::Batches(_) => "batches",
            Self::SingleRows => "single-rows",
            Self::SomeRows => "some-rows",
            Self::OtherRate(_) => "other-rate",
            Self::OtherRows { .. } => "other-rows",
            Self::ShownEvery(_) => "shown-every",
            Self::Scheduled(_) => "scheduled",
            Self::ChangingRate { .. } => "changing-rate",
            Self::Penalty { .. } => "penalty",
            Self::Scaled(_) => "scaled",
            Self::NotCarriedBack(_) => "not-carried-back",
            Self::NotFinite { .. } => "not-finite",
            Self::Unknown { .. } => "unknown",
        }
    }

    /// Whether lines are told by nothing more than their numbers.
    pub(super) fn is_silent(&self) -> bool {
        matches!(self, Self::Unknown { .. } | Self::TooFew)
    }
}
