//! What moves on the page's canvases between two frames.

use crate::figure::actor::Actor;
use crate::figure::motion::{Flight, Follow, Glide};
use crate::session::Session;
use crate::view::CostView;

/// What moves between two frames.
pub(super) struct Motion {
    /// Of each run.
    pub glides: Vec<Glide>,
    pub window: Follow,
    /// Of the camera, between map and surface.
    pub flight: Flight,
    /// From one scale of the axes (0) to equal ones (1).
    pub equal: Flight,
    /// Whether motion is to be reduced.
    pub still: bool,
    /// The data that all this is about.
    pub version: u32,
    pub view: CostView,
}

impl Default for Motion {
    fn default() -> Self {
        Self {
            glides: Vec::new(),
            window: Follow::default(),
            flight: Flight::standing(1.0),
            equal: Flight::standing(0.0),
            still: false,
            version: u32::MAX,
            view: CostView::Bowl,
        }
    }
}

impl Motion {
    /// The runs as they are shown now, and whether one is still on its way.
    pub fn follow_runs<'a>(&mut self, session: &'a Session, now: f64) -> (Vec<Actor<'a>>, bool) {
        let runs = session.runs();
        self.glides.resize_with(runs.len(), Glide::default);
        let mut moves = false;
        let still = self.still;
        let actors = runs.iter().enumerate().zip(&mut self.glides).map(|(run, glide)| {
            let (actor, gliding) = glide.follow(run, now, still);
            moves |= gliding;
            actor
        });
        (actors.collect(), moves)
    }

    /// Sends the camera to where the view has it; whether it is on its way.
    pub fn turn_to(&mut self, session: &Session, now: f64) -> bool {
        let view = session.view.cost;
        let there = |on: bool| if on { 1.0 } else { 0.0 };
        let surface = there(view == CostView::Surface);
        let equal = there(session.view.equal_axes);
        // Only from the map to the surface and back there is a way that can be seen.
        if self.still || self.view == CostView::Bowl || view == CostView::Bowl {
            self.flight = Flight::standing(surface);
        } else {
            self.flight.head_for(surface, now);
        }
        if self.still {
            self.equal = Flight::standing(equal);
        } else {
            self.equal.head_for(equal, now);
        }
        self.view = view;
        self.flight.is_on(now) || self.equal.is_on(now)
    }
}
