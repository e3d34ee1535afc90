//! The window on its way to where it has to be. Times are in milliseconds of any steady clock.

use crate::figure::window::Window;
use crate::numeric::line::Line;

/// The window on its way to where it has to be.
#[derive(Clone, Copy, Debug, Default)]
pub struct Follow(Option<(Window, f64)>);

/// Time constant of the window, in milliseconds.
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
