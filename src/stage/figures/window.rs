//! The window that the views of the cost show.

use super::initial_window::{InitialWindow, ShownSession};
use super::motion::Follow;
use crate::figure::actor::Actor;
use crate::figure::window::Window;
use crate::numeric::line::Line;
use crate::session::Session;
use crate::text::en::note::Zoom;

/// The window that the views of the cost show.
#[derive(Debug)]
pub(super) struct CostWindow {
    initial: InitialWindow,
    follow: Follow,
    /// The window in which the start was dragged to a line: it stays for as long as the run starts
    /// there.
    pinned: Option<(Line, Window)>,
    zoom: Zoom,
    /// The window that the one that is shown is on its way to.
    target: Option<Window>,
}

impl Default for CostWindow {
    fn default() -> Self {
        Self {
            initial: InitialWindow::default(),
            follow: Follow::default(),
            pinned: None,
            zoom: Zoom { times: 1.0, lost: false },
            target: None,
        }
    }
}

impl CostWindow {
    /// The window that is shown.
    pub fn shown(&self) -> Option<Window> {
        self.follow.shown()
    }

    /// The window that the one that is shown is on its way to.
    pub fn target(&self) -> Option<Window> {
        self.target
    }

    /// The zoom compared with the start.
    pub fn zoom(&self) -> Zoom {
        self.zoom
    }

    /// Pins the window that is shown for as long as the run starts where it does now.
    pub fn pin(&mut self, session: &Session) {
        self.pinned = self.follow.shown().map(|window| (session.run().start(), window));
    }

    /// The window that is pinned, and the start for which it is.
    pub fn pinned(&self) -> Option<(Line, Window)> {
        self.pinned
    }

    /// Pins a window for as long as the run starts at a line.
    pub fn set_pinned(&mut self, pinned: (Line, Window)) {
        self.pinned = Some(pinned);
    }

    /// Forgets the window of other data.
    pub fn forget(&mut self) {
        self.follow = Follow::default();
        self.pinned = None;
    }

    /// The window of the history: that of the runs, whatever the views of the cost show.
    pub fn of_history(&mut self, scene: ShownSession<'_>) -> Window {
        let (session, _, shown) = scene;
        Window::around(session.runs(), shown, &self.initial.of(scene))
    }

    /// The window to show at `now`, and whether it still moves. Under a ball that is being dragged
    /// it stays; with `reduced` motion it is where it has to be at once.
    pub fn show(
        &mut self,
        scene: ShownSession<'_>,
        actors: &[Actor<'_>],
        (dragging_ball, reduced): (bool, bool),
        now: f64,
    ) -> (Window, bool) {
        let (session, _, shown) = scene;
        let pinned = self.pinned.filter(|(start, _)| *start == session.run().start());
        let initial = pinned.map_or_else(|| self.initial.of(scene), |(_, window)| window);
        let target = Window::around(session.runs(), shown, &initial);
        if let (true, Some(shown)) = (dragging_ball, self.follow.shown()) {
            return (shown, false);
        }
        self.target = Some(target);
        let ball = actors.get(session.chosen()).map(|actor| (actor.at(), actor.cost()));
        let (window, moves) = match ball.filter(|_| !reduced) {
            Some(ball) => self.follow.toward(&target, ball, now),
            None => (self.follow.jump(&target, now), false),
        };
        let lost = ball.is_some_and(|(line, _)| {
            !(target.slope.contains(line.slope) && target.intercept.contains(line.intercept))
        });
        self.zoom = Zoom { times: window.times_wider(&initial), lost };
        (window, moves)
    }
}
