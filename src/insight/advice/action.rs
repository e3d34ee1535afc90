//! Changes that the page can make for the reader at a press.

/// A change of the settings that the page offers to make.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Take a rate just below the largest stable one.
    LargestSafeRate(f64),
    /// Take the rate that converges soonest from this start.
    BestRate(f64),
    /// Take a rate that suits.
    SuggestedRate(f64),
    /// Stop at a later epoch.
    RaiseEpochs(u64),
    /// Measure x from its mean.
    CenterX,
    /// Scale both variables to mean 0 and standard deviation 1.
    Standardise,
    /// Take a cost that has a least.
    SquaredCost,
}
