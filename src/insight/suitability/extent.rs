//! How much a finding matters.

/// What chance brings about more rarely than once in a hundred times: three standard errors.
pub(super) const CHANCE: f64 = 3.0;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Worth knowing; the line is still of use.
    Slight,
    /// It changes what the line may be used for.
    Clear,
}
