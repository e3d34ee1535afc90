//! Why a setting is refused. At the bottom of the descent, so that every part of it can refuse its own.

/// Why a setting was refused. The old one stays in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// The text is not a number.
    NotANumber,
    /// The learning rate is 0 or less.
    RateNotPositive,
    /// The learning rate is infinite or NaN.
    RateNotFinite,
    /// The number of epochs is not whole, or out of range.
    Epochs {
        /// The greatest number allowed.
        most: u64,
    },
    /// The tolerance is below 0.
    Tolerance,
    /// The start is not two finite numbers, or its cost is not finite.
    Start,
    /// The threshold of the Huber cost is not positive, or astronomically small or large.
    Threshold,
    /// The parameter is a share, and the value is not.
    Share,
    /// The parameter is below 0.
    NotNegative,
    /// The parameter is 0 or less.
    NotPositive,
    /// The parameter is a switch, and the value neither on nor off.
    Switch,
    /// The factor of a schedule's drops is out of range.
    Gamma,
    /// The rule or schedule has no such parameter.
    NoParameter,
    /// There is no rule, cost, scaling, batch or schedule of this name in this package.
    NoChoice,
    /// The cost or the batch needs points, and there are none.
    NoPoints,
    /// The seed is not a whole number.
    Seed,
    /// The size of a mini-batch is not a whole number of rows.
    BatchSize,
}
