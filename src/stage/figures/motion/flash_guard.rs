//! The protection from flashing squares. Times are in milliseconds of any steady clock.

use crate::figure::errors::Squares;

/// Decides when squares of errors may be filled.
///
/// Near the largest stable rate the line jumps from one side of the points to the other at every epoch,
/// and filled squares with it: large red areas that flash, which can cause seizures from more than three
/// flashes a second on (WCAG 2.2, success criterion 2.3.1). A flash is two changes, so areas that change
/// at most every 300 ms flash 1.7 times a second.
#[derive(Clone, Copy, Debug)]
pub struct FlashGuard {
    /// The epoch that was drawn last.
    epoch: u64,
    /// When it was drawn first.
    since: f64,
    /// Whether the epoch before it had been shown long enough.
    slow: bool,
}

/// The time, in milliseconds, for which an epoch is shown before the next one may have filled squares.
const SLOW: f64 = 300.0;

impl Default for FlashGuard {
    fn default() -> Self {
        Self { epoch: 0, since: f64::NEG_INFINITY, slow: true }
    }
}

impl FlashGuard {
    /// The look of the squares at an epoch that is drawn at `now`. Outlined ones are filled once the
    /// epoch has been shown long enough.
    pub fn squares(&mut self, epoch: u64, now: f64) -> Squares {
        let shown_long = now - self.since >= SLOW;
        if epoch != self.epoch {
            *self = Self { epoch, since: now, slow: shown_long };
        }
        if self.slow || shown_long { Squares::Filled } else { Squares::Outlined }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_are_filled_while_epochs_follow_one_another_slowly() {
        let mut guard = FlashGuard::default();
        assert_eq!(guard.squares(0, 0.0), Squares::Filled);
        for epoch in 1..=9 {
            let began = 333.0 * epoch as f64;
            assert_eq!(guard.squares(epoch, began), Squares::Filled);
            assert_eq!(guard.squares(epoch, began + 100.0), Squares::Filled);
        }
    }

    #[test]
    fn squares_lose_their_fill_while_epochs_follow_one_another_fast_and_get_it_back() {
        let mut guard = FlashGuard::default();
        guard.squares(0, 0.0);
        guard.squares(1, 500.0);
        for epoch in 2..30 {
            let now = 500.0 + 100.0 * (epoch - 1) as f64;
            assert_eq!(guard.squares(epoch, now), Squares::Outlined, "epoch {epoch}");
        }
        assert_eq!(guard.squares(29, 3_300.0 + 299.0), Squares::Outlined);
        assert_eq!(guard.squares(29, 3_300.0 + 300.0), Squares::Filled);
        assert_eq!(guard.squares(30, 4_000.0), Squares::Filled, "a step of a paused run");
    }

    #[test]
    fn filled_squares_never_change_more_often_than_six_times_a_second_however_epochs_come() {
        // Any rhythm of epochs, drawn sixty times a second.
        for rhythm in [1_usize, 2, 5, 17, 18, 19, 20, 25, 60] {
            let mut guard = FlashGuard::default();
            let mut changes = Vec::new();
            let mut before = None;
            for frame in 0..600 {
                let (now, epoch) = (frame as f64 * 1_000.0 / 60.0, (frame / rhythm) as u64);
                let filled = (guard.squares(epoch, now) == Squares::Filled).then_some(epoch);
                if before.replace(filled).is_some_and(|before| before != filled) {
                    changes.push(now);
                }
            }
            let in_a_second = |&from: &f64| {
                changes.iter().filter(|&&at| (from..from + 1_000.0).contains(&at)).count()
            };
            let most = changes.iter().map(in_a_second).max().unwrap_or(0);
            assert!(most <= 6, "{most} changes in a second, an epoch every {rhythm} frames");
        }
    }
}
