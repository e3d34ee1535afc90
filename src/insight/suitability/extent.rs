//! Importance of a finding.

/// Standard errors that chance exceeds less than once in a hundred times.
pub(super) const CHANCE: f64 = 3.0;

/// Importance of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Worth knowing; the line is still of use.
    Slight,
    /// It changes what the line may be used for.
    Clear,
}
