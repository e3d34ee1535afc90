//! What moves between two frames: the ball from epoch to epoch, the window when it follows, and
//! the camera from map to surface. Times are in milliseconds of any steady clock.

use super::actor::Actor;
use super::errors::Squares;
use super::window::Window;
use crate::descent::trainer::Trainer;
use crate::numeric::line::Line;

/// Slow at both ends.
fn eased(share: f64) -> f64 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

fn between(from: Line, to: Line, share: f64) -> Line {
    Line::new(
        from.slope + (to.slope - from.slope) * share,
        from.intercept + (to.intercept - from.intercept) * share,
    )
}

/// The ball on its way from one epoch to the next. Where epochs follow one another too fast to be
/// seen one by one, it is where they are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Glide(Option<Leg>);

#[derive(Clone, Copy, Debug)]
struct Leg {
    /// Where the run started: another start is another run.
    start: Line,
    epoch: u64,
    from: Line,
    to: Line,
    /// Epochs before this one lie behind the ball.
    behind: u64,
    began: f64,
    lasts: f64,
}

/// The longest that a ball takes from one epoch to the next.
const LONGEST: f64 = 420.0;
/// Epochs that follow one another faster than this are not shown one by one.
const SHORTEST: f64 = 45.0;

impl Glide {
    /// The run as it is shown at `now`, and whether it is still on its way.
    pub fn follow<'a>(
        &mut self,
        (index, run): (usize, &'a Trainer),
        now: f64,
        still: bool,
    ) -> (Actor<'a>, bool) {
        let (state, start) = (run.state(), run.start());
        let standing = Leg {
            start,
            epoch: state.epoch,
            from: state.at,
            to: state.at,
            behind: state.epoch,
            began: now,
            lasts: 0.0,
        };
        let leg = match self.0 {
            Some(leg) if leg.start == start && leg.epoch == state.epoch && leg.to == state.at => {
                leg
            }
            // One epoch on or back: from where the ball is shown.
            Some(leg) if leg.start == start && leg.epoch.abs_diff(state.epoch) == 1 && !still => {
                let lasts = (0.9 * (now - leg.began)).min(LONGEST);
                if lasts < SHORTEST || !state.at.is_finite() {
                    standing
                } else {
                    let behind = state.epoch.max(leg.epoch);
                    Leg { from: leg.at(now), behind, lasts, ..standing }
                }
            }
            _ => standing,
        };
        self.0 = Some(leg);
        let moves = now < leg.began + leg.lasts;
        if moves {
            (Actor::moving(run, index, leg.at(now), leg.behind), true)
        } else {
            (Actor::standing(run, index), false)
        }
    }
}

impl Leg {
    fn at(&self, now: f64) -> Line {
        if self.lasts > 0.0 && now < self.began + self.lasts {
            between(self.from, self.to, eased((now - self.began) / self.lasts))
        } else {
            self.to
        }
    }
}

/// The window on its way to where it has to be.
#[derive(Clone, Copy, Debug, Default)]
pub struct Follow(Option<(Window, f64)>);

/// How long it takes the window to come most of the way.
const PULL: f64 = 90.0;

impl Follow {
    /// The window to show at `now`, and whether it still moves. It never loses the ball.
    pub fn toward(&mut self, target: &Window, ball: (Line, f64), now: f64) -> (Window, bool) {
        let Some((shown, before)) = self.0 else {
            return (self.jump(target, now), false);
        };
        let pull = 1.0 - (-(now - before).clamp(0.0, 100.0) / PULL).exp();
        let next = shown.toward(target, pull).reaching(ball.0, ball.1, target);
        if next.is_about(target) {
            return (self.jump(target, now), false);
        }
        self.0 = Some((next, now));
        (next, true)
    }

    /// Shows the target at once.
    pub fn jump(&mut self, target: &Window, now: f64) -> Window {
        self.0 = Some((*target, now));
        *target
    }

    /// The window that is shown.
    pub fn shown(&self) -> Option<Window> {
        self.0.map(|(window, _)| window)
    }
}

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

/// The camera's way from the map up to the surface's view (1), or down again (0).
#[derive(Clone, Copy, Debug)]
pub struct Flight {
    from: f64,
    to: f64,
    began: f64,
}

/// How long the camera takes.
const FLIGHT: f64 = 700.0;

impl Flight {
    /// A camera that stands over the map (0) or at the surface (1).
    pub fn standing(at: f64) -> Self {
        Self { from: at, to: at, began: f64::NEG_INFINITY }
    }

    /// Where the camera is at `now`, from 0 to 1.
    pub fn at(&self, now: f64) -> f64 {
        self.from + (self.to - self.from) * eased((now - self.began) / FLIGHT)
    }

    /// Sends the camera off, unless it is on its way there.
    pub fn head_for(&mut self, to: f64, now: f64) {
        if self.to != to {
            *self = Self { from: self.at(now), to, began: now };
        }
    }

    /// Whether the camera is on its way at `now`.
    pub fn is_on(&self, now: f64) -> bool {
        self.from != self.to && now < self.began + FLIGHT
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::dataset::Dataset;
    use crate::descent::settings::Settings;

    fn run() -> Trainer {
        let data = Dataset::from_columns(&[1.0, 2.0, 3.0], &[2.0, 4.0, 5.0]).expect("sound data");
        Trainer::new(&data, Settings::default())
    }

    #[test]
    fn a_single_step_is_seen_and_ends_where_the_run_is() {
        let (mut run, mut glide) = (run(), Glide::default());
        assert!(!glide.follow((0, &run), 0.0, false).1);
        run.step(1);
        let (start, end) = (run.start(), run.state().line);
        assert_eq!(glide.follow((0, &run), 1_000.0, false).0.at(), start);
        let (half, moves) = glide.follow((0, &run), 1_000.0 + 0.5 * LONGEST, false);
        assert!(moves && half.at().slope > 0.0 && half.at().slope < end.slope);
        let (there, moves) = glide.follow((0, &run), 1_000.0 + LONGEST, false);
        assert!(!moves && there.at() == end);
    }

    #[test]
    fn many_steps_at_once_and_reduced_motion_are_shown_at_once() {
        let (mut run, mut glide) = (run(), Glide::default());
        glide.follow((0, &run), 0.0, false);
        run.step(3);
        assert!(!glide.follow((0, &run), 1_000.0, false).1);
        run.step(1);
        assert!(!glide.follow((0, &run), 2_000.0, true).1);
        run.step(1);
        assert!(!glide.follow((0, &run), 2_010.0, false).1, "too fast to be seen");
    }

    #[test]
    fn the_way_back_keeps_the_path_up_to_where_the_ball_goes() {
        let (mut run, mut glide) = (run(), Glide::default());
        run.step(5);
        glide.follow((0, &run), 0.0, false);
        run.step_back();
        let (actor, moves) = glide.follow((0, &run), 500.0, false);
        assert!(moves);
        assert_eq!(actor.path().count(), 6, "epochs 0 to 4, and the ball");
    }

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

    #[test]
    fn the_camera_turns_round_where_it_is() {
        let mut flight = Flight::standing(0.0);
        flight.head_for(1.0, 0.0);
        let half = flight.at(0.5 * FLIGHT);
        flight.head_for(0.0, 0.5 * FLIGHT);
        assert!((flight.at(0.5 * FLIGHT) - half).abs() < 1e-12);
        assert_eq!(flight.at(2.0 * FLIGHT), 0.0);
        assert!(!flight.is_on(2.0 * FLIGHT));
    }
}
