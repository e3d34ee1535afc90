//! Why a setting is refused. At the bottom of the descent, so that every part of it can refuse its own.

use crate::numeric::notation;

/// Why a setting was refused. The old one stays in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// The text is not a number.
    #[error("This is not a number. Type one such as 0.001 or 1e-3.")]
    NotANumber,
    /// The learning rate is 0 or less.
    #[error(
        "The learning rate must be greater than 0: at 0 nothing moves, below 0 the ball climbs."
    )]
    RateNotPositive,
    /// The learning rate is infinite or NaN.
    #[error("The learning rate must be a finite number.")]
    RateNotFinite,
    /// The number of epochs is not whole, or out of range.
    #[error("Epochs must be a whole number from 1 to {}.", notation::count(*most))]
    Epochs {
        /// The greatest number allowed.
        most: u64,
    },
    /// The tolerance is below 0.
    #[error("The tolerance must be 0 (never stop early) or greater.")]
    Tolerance,
    /// The start is not two finite numbers, or its cost is not finite.
    #[error("The start must be a slope and an intercept that are not astronomically large.")]
    Start,
    /// The threshold of the Huber cost is not positive, or astronomically small or large.
    #[error("The threshold δ must be greater than 0 and not astronomically large.")]
    Threshold,
    /// The parameter is a share, and the value is not.
    #[error("This must be at least 0 and less than 1.")]
    Share,
    /// The parameter is below 0.
    #[error("This must be 0 or greater.")]
    NotNegative,
    /// The parameter is 0 or less.
    #[error("This must be greater than 0.")]
    NotPositive,
    /// The parameter is a switch, and the value neither on nor off.
    #[error("This must be 1 (on) or 0 (off).")]
    Switch,
    /// The factor of a schedule's drops is out of range.
    #[error("Gamma must be greater than 0 and at most 1: the rate falls, it does not grow.")]
    Gamma,
    /// The rule or schedule has no such parameter.
    #[error("There is no such parameter.")]
    NoParameter,
    /// There is no rule, cost, scaling, batch or schedule of this name in this package.
    #[error("There is no choice of this name.")]
    NoChoice,
    /// The cost or the batch needs points, and there are none.
    #[error(
        "Only the sums of these data are at hand, and this needs points. Paste a sample of the rows too, or \
         keep the squared or signed cost and full batches."
    )]
    NoPoints,
    /// The seed is not a whole number.
    #[error("A seed is a whole number, such as 7.")]
    Seed,
    /// The size of a mini-batch is not a whole number of rows.
    #[error("A batch must be a whole number of rows, at least 1.")]
    BatchSize,
}
