//! Where a run stands and why it stopped.

/// Where a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// At epoch 0.
    Ready,
    /// At a later epoch, from which it can go on.
    Paused,
    /// At an end: it need not, or cannot, come closer to the bottom.
    Converged(Convergence),
    /// At the epoch limit.
    EpochLimit,
    /// The cost is not finite, or more than 10¹² times what it was at the start; or it has no least, and
    /// the line has left the plot. A run that goes on when it diverges does not look at that.
    Diverged,
}

/// In which sense a run has converged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Convergence {
    /// The cost is below the tolerance.
    BelowTolerance,
    /// Further updates lead to lines that were there before, at the bottom: nothing changes any more.
    Settled,
    /// Nothing changes any more, but it is not the bottom: the rate is too small for the digits
    /// of a and b.
    Stuck,
    /// Updates lead from line to line and back again, away from the bottom: the steps do not shrink.
    Cycling,
}

impl Status {
    /// Whether another step is refused.
    pub fn is_end(self) -> bool {
        !matches!(self, Self::Ready | Self::Paused)
    }

    /// The name in the page and in the package.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Paused => "paused",
            Self::Converged(Convergence::BelowTolerance) => "below-tolerance",
            Self::Converged(Convergence::Settled | Convergence::Stuck | Convergence::Cycling) => {
                "converged"
            }
            Self::EpochLimit => "epoch-limit",
            Self::Diverged => "diverged",
        }
    }
}
