//! Why a setting is refused. At the bottom of the descent, so that every part of it can refuse its own.

use crate::numeric::notation;

/// Why a setting was refused. The old one stays in force.
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
    /// A number of epochs that is not whole, or out of range.
    #[error("Epochs must be a whole number from 1 to {}.", notation::count(*most))]
    Epochs {
        /// The greatest number allowed.
        most: u64,
    },
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
