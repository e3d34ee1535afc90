//! Motion between two frames: the balls, the window, the camera, the axes, a change of coordinates.

mod flash_guard;
mod flight;
mod follow;
mod glide;

use flash_guard::FlashGuard;
use flight::Flight;
pub(super) use follow::Follow;
use glide::Glide;

use crate::data::summary::Summary;
use crate::descent::scaling::Coordinates;
use crate::edition::FullPackage;
use crate::figure::actor::Actor;
use crate::figure::window::{Window, turned};
use crate::numeric::line::Line;
use crate::session::Session;
use crate::session::view::CostView;

/// All that moves between two frames.
#[derive(Debug)]
pub(super) struct Motion {
    /// The balls, from epoch to epoch.
    glides: Vec<Glide>,
    /// Decides when the squares of errors may be filled.
    pub flashes: FlashGuard,
    /// The camera, between map (0) and surface (1).
    pub flight: Flight,
    /// The axes, from scales of their own (0) to equal ones (1).
    pub equal: Flight,
    /// The data and the coordinates that were shown last.
    seen: Option<(Summary, Coordinates)>,
    /// The change of coordinates that the views of the cost show.
    turning: Option<Turning>,
    /// Whether motion is reduced: everything is where it has to be at once.
    pub reduced: bool,
    /// The view of the cost that was shown last.
    view: CostView,
}

/// A change of coordinates, seen as it happens: the valley turns round.
#[derive(Debug)]
pub(super) struct Turning {
    from: Coordinates,
    window: Window,
    flight: Flight,
    /// The core package has one set of coordinates.
    _full: FullPackage,
}

impl Turning {
    /// The coordinates to show at `now` on the way to those of the session, `to`, the window over them, and
    /// how far it is.
    pub fn at(
        &self,
        (session, to): (&Session, &Coordinates),
        target: &Window,
        now: f64,
    ) -> (Coordinates, Window, f64) {
        let share = self.flight.at(now);
        let here = self.from.toward(to, share);
        let lines = session.runs().iter().flat_map(|run| {
            let own = run.objective().coordinates();
            let lines = run.minimum().into_iter().chain([run.start(), run.state().at]);
            lines.map(|at| own.to_data(at))
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
            flashes: FlashGuard::default(),
            flight: Flight::standing(1.0),
            equal: Flight::standing(0.0),
            seen: None,
            turning: None,
            reduced: false,
            view: CostView::Bowl,
        }
    }
}

impl Motion {
    /// Notes the data and the coordinates, `to`, of other data or another problem. Where the data are the
    /// same, the coordinates turn there from those that were shown over `window`.
    pub fn turn_coordinates(
        &mut self,
        (session, to): (&Session, Coordinates),
        window: Option<Window>,
        now: f64,
    ) {
        let data = session.dataset().summary();
        let before = self.seen.replace((*data, to));
        self.turning = match (before, window, FullPackage::get()) {
            (Some((same, from)), Some(window), Some(full))
                if same == *data && from != to && !self.reduced =>
            {
                let mut flight = Flight::standing(0.0);
                flight.head_for(1.0, now);
                Some(Turning { from, window, flight, _full: full })
            }
            _ => None,
        };
    }

    /// The change of coordinates that is under way at `now`.
    pub fn turning(&self, now: f64) -> Option<&Turning> {
        self.turning.as_ref().filter(|turning| turning.flight.is_on(now))
    }

    /// The runs as they are shown now, and whether one is still on its way.
    pub fn follow_runs<'a>(&mut self, session: &'a Session, now: f64) -> (Vec<Actor<'a>>, bool) {
        let runs = session.runs();
        self.glides.resize_with(runs.len(), Glide::default);
        let mut moves = false;
        let reduced = self.reduced;
        let actors = runs.iter().enumerate().zip(&mut self.glides).map(|(run, glide)| {
            let (actor, gliding) = glide.follow(run, now, reduced);
            moves |= gliding;
            match (session.hides(run.1), runs.len()) {
                (true, _) => actor.hidden(),
                (false, 1) => actor,
                (false, _) => actor.among_others(),
            }
        });
        (actors.collect(), moves)
    }

    /// Forgets where the balls were: they do not glide from one dataset to another.
    pub fn forget_glides(&mut self) {
        self.glides.clear();
    }

    /// Sends the camera to where the view has it, and the axes to their scales. Returns whether they
    /// are on their way.
    pub fn turn_to(&mut self, session: &Session, now: f64) -> bool {
        let view = session.view.cost;
        let there = |on: bool| f64::from(u8::from(on));
        let surface = there(view.has_camera());
        let equal = there(session.view.equal_axes);
        // Only from the map to the surface and back there is a way that can be seen.
        if self.reduced || self.view.shows_one_parameter() || view.shows_one_parameter() {
            self.flight = Flight::standing(surface);
        } else {
            self.flight.head_for(surface, now);
        }
        if self.reduced {
            self.equal = Flight::standing(equal);
        } else {
            self.equal.head_for(equal, now);
        }
        self.view = view;
        self.flight.is_on(now) || self.equal.is_on(now)
    }
}
