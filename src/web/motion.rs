//! What moves on the page's canvases between two frames.

use crate::data::summary::Summary;
use crate::descent::scaling::Coordinates;
use crate::figure::actor::Actor;
use crate::figure::motion::{FlashGuard, Flight, Follow, Glide};
use crate::figure::window::{Window, turned};
use crate::numeric::line::Line;
use crate::session::Session;
use crate::session::view::CostView;

/// What moves between two frames.
pub(super) struct Motion {
    /// Of each run.
    pub glides: Vec<Glide>,
    pub window: Follow,
    /// Decides when the squares of errors may be filled.
    pub flashes: FlashGuard,
    /// Of the camera, between map and surface.
    pub flight: Flight,
    /// From one scale of the axes (0) to equal ones (1).
    pub equal: Flight,
    /// The data and the coordinates that were shown last.
    pub seen: Option<(Summary, Coordinates)>,
    /// Where the coordinates come from that the views of the cost are turning away from.
    pub turning: Option<Turning>,
    /// Whether motion is to be reduced.
    pub still: bool,
    /// The data that all this is about.
    pub version: u32,
    pub view: CostView,
}

/// A change of coordinates, seen as it happens: the valley turns round.
pub(super) struct Turning {
    from: Coordinates,
    window: Window,
    flight: Flight,
}

impl Turning {
    /// The coordinates to show at `now` on the way to those of the session, the window over them, and
    /// how far it is.
    pub fn at(&self, session: &Session, target: &Window, now: f64) -> (Coordinates, Window, f64) {
        let share = self.flight.at(now);
        let to = session.run().objective().coordinates();
        let here = self.from.toward(to, share);
        let lines = session.runs().iter().flat_map(|run| {
            run.minimum().into_iter().chain([run.start(), run.state().at]).map(|at| to.to_data(at))
        });
        let lines: Vec<Line> = lines.collect();
        let seen = |coordinates: &Coordinates| -> Vec<Line> {
            lines.iter().map(|&line| coordinates.from_data(line)).collect()
        };
        let window =
            turned((&self.window, &seen(&self.from)), &seen(&here), (target, &seen(to)), share);
        (here, window, share)
    }
}

impl Default for Motion {
    fn default() -> Self {
        Self {
            glides: Vec::new(),
            window: Follow::default(),
            flashes: FlashGuard::default(),
            flight: Flight::standing(1.0),
            equal: Flight::standing(0.0),
            seen: None,
            turning: None,
            still: false,
            version: u32::MAX,
            view: CostView::Bowl,
        }
    }
}

impl Motion {
    /// Takes note of the coordinates, which may turn away from those that were shown over `window`.
    pub fn turn_coordinates(&mut self, session: &Session, window: Option<Window>, now: f64) {
        let data = session.dataset().summary();
        let to = session.run().objective().coordinates();
        let before = self.seen.replace((*data, *to));
        self.turning = match (before, window) {
            (Some((same, from)), Some(window))
                if crate::edition::IS_FULL && same == *data && from != *to && !self.still =>
            {
                let mut flight = Flight::standing(0.0);
                flight.head_for(1.0, now);
                Some(Turning { from, window, flight })
            }
            _ => None,
        };
    }

    /// The change of coordinates that is on at `now`.
    pub fn turning(&self, now: f64) -> Option<&Turning> {
        self.turning.as_ref().filter(|turning| crate::edition::IS_FULL && turning.flight.is_on(now))
    }

    /// The runs as they are shown now, and whether one is still on its way.
    pub fn follow_runs<'a>(&mut self, session: &'a Session, now: f64) -> (Vec<Actor<'a>>, bool) {
        let runs = session.runs();
        self.glides.resize_with(runs.len(), Glide::default);
        let mut moves = false;
        let still = self.still;
        let actors = runs.iter().enumerate().zip(&mut self.glides).map(|(run, glide)| {
            let (actor, gliding) = glide.follow(run, now, still);
            moves |= gliding;
            if runs.len() > 1 { actor.among_others() } else { actor }
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
