//! The passing of time: how many epochs a frame of the page, or a hand on the scrubber, is worth.

use super::Page;
use crate::session::Due;

/// The longest tick at full speed, in milliseconds: the rest of a frame is for drawing.
const TICK: f64 = 8.0;
/// The longest seek, in milliseconds: a hand on the scrubber waits no longer.
const SEEK: f64 = 60.0;
/// Epochs between two looks at the clock; fewer where each of them looks at rows.
const BATCH: u64 = 5_000;

impl Page {
    /// Advances the runs by what `elapsed` milliseconds are worth, or as far as they come until
    /// `clock`, in milliseconds, says that the tick has taken too long. Returns whether they can
    /// go on.
    pub fn advance(&mut self, elapsed: f64, clock: impl Fn() -> f64) -> bool {
        let mut left = match self.session_mut().due(elapsed / 1_000.0) {
            Due::Epochs(epochs) => epochs,
            Due::AsManyAsFit => u64::MAX,
        };
        let end = clock() + TICK;
        let batch = self.batch();
        loop {
            let epochs = left.min(batch);
            if !self.session.advance(epochs) {
                return false;
            }
            left -= epochs;
            if left == 0 || clock() >= end {
                return true;
            }
        }
    }

    /// Takes the runs to an epoch; where they were never there and epochs take long, as near as
    /// they come until `clock`, in milliseconds, says that it has taken too long.
    pub fn seek(&mut self, epoch: u64, clock: impl Fn() -> f64) {
        let end = clock() + SEEK;
        self.has_news = false;
        let batch = self.batch();
        loop {
            let next = self.session.furthest_epoch() + batch;
            self.session.seek(next.min(epoch));
            if next >= epoch || self.session.has_ended() || clock() >= end {
                return;
            }
        }
    }

    /// Epochs between two looks at the clock.
    fn batch(&self) -> u64 {
        (BATCH / self.session.effort()).max(1)
    }
}
