//! The figure of the cost on its layers.

use crate::descent::scaling::{Coordinates, Scaling};
use crate::edition::ProgramPackage;
use crate::figure::actor::Actor;
use crate::figure::backend::Drawn;
use crate::figure::cost::{self, Base, CostSource, Layout, Picture, Relief};
use crate::figure::highlight::Symbol;
use crate::figure::program_cost::CostArea;
use crate::figure::theme::Theme;
use crate::figure::window::Window;
use crate::session::Session;
use crate::stage::layers::{CachedFigure, Layers, ResizableBackend};

use super::initial_window::ShownSession;
use super::motion::Motion;
use super::program::ShownCost;

/// The figure of the cost.
#[derive(Debug)]
pub(super) struct CostFigure<B> {
    /// The figure without what is computed for its base.
    pub cached: CachedFigure<B, Key, Layout>,
    /// The cost over the window that was shown last, and what it is the cost of.
    relief: Option<Relief>,
    relief_of: Option<ReliefOf>,
}

/// Version of the data, share of a change of coordinates that is done, coordinates, and version of a program's cost.
type ReliefOf = (u32, f64, Scaling, Option<(u32, usize)>);

/// All that the base follows from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Key {
    version: u32,
    base: Base,
    /// Share of a change of coordinates that is done, up to 1.
    turned: f64,
    /// The version of the program's cost, where that is shown.
    program: Option<(u32, usize)>,
}

impl<B: ResizableBackend> CostFigure<B> {
    pub fn new(layers: Layers<B>) -> Self {
        Self { cached: CachedFigure::new(layers), relief: None, relief_of: None }
    }

    /// Forgets the base, which is drawn in other colours next time.
    pub fn forget(&mut self) {
        self.cached.forget();
        if let Some(relief) = &mut self.relief {
            relief.forget_texture();
        }
    }

    /// The slopes and intercepts that are looked at once all is at rest, over this window.
    pub fn area_at_rest(
        &mut self,
        theme: &Theme,
        (session, coordinates): (&Session, Coordinates),
        target: Window,
    ) -> CostArea {
        let view = &session.view;
        let scaling = session.shown_scaling();
        let base = Base { picture: Picture::at_rest(view), window: target, scaling };
        let equal = if view.equal_axes { 1.0 } else { 0.0 };
        let Base { window, .. } = base.with_equal_axes(&self.cached.measure(theme), equal);
        let Window { slope, intercept, .. } = window;
        CostArea { slope, intercept, coordinates }
    }

    /// Draws the base where it has changed, and the overlay.
    pub fn draw(
        &mut self,
        theme: &Theme,
        (session, version, at_rest): ShownSession<'_>,
        (window, actors): (Window, &[Actor<'_>]),
        (motion, now): (&Motion, f64),
        (highlighted, program): (Option<Symbol>, Option<(&ShownCost, ProgramPackage)>),
    ) -> Drawn<B> {
        let view = &session.view;
        let picture = Picture::of(view, motion.flight.at(now));
        let base = Base { picture, window, scaling: session.shown_scaling() };
        let base = base.with_equal_axes(&self.cached.measure(theme), motion.equal.at(now));
        let turning = motion.turning(now).filter(|_| !view.cost.shows_one_parameter());
        let turning = turning.map(|turning| turning.at((session, at_rest), &base.window, now));
        let (shown, window, turned) = match &turning {
            Some((shown, window, share)) => (Some(shown), *window, *share),
            None => (None, base.window, 1.0),
        };
        let actors: Vec<Actor<'_>> = actors
            .iter()
            .map(|&actor| {
                let actor = shown.map_or(actor, |shown| actor.seen_in(shown));
                program.map_or(actor, |(shown, full)| actor.on_program_cost(&shown.cost, full))
            })
            .collect();
        let window = match program {
            Some((shown, _)) if view.cost.shows_one_parameter() => {
                Window { cost: cost::heights(&shown.cost, &actors), ..window }
            }
            _ => window,
        };
        let base = Base { window, ..base };
        let key = Key { version, base, turned, program: program.map(|(shown, _)| shown.version) };
        let objective = session.run().objective();
        let Self { cached, relief, relief_of } = self;
        let (layout, mut overlay) = cached.draw_base(theme, key, |pen| {
            let of = Some((version, turned, base.scaling, key.program));
            if *relief_of != of {
                *relief = None;
                *relief_of = of;
            }
            let seen = shown.unwrap_or(at_rest);
            match program {
                Some((program, full)) => {
                    key.base.draw(pen, CostSource::Program(&program.cost, seen, full), relief)
                }
                None => key.base.draw(pen, &*objective.shown_in(seen), relief),
            }
        })?;
        layout.draw_overlay_with(&mut overlay, &actors, session.chosen(), highlighted)?;
        layout.draw_legend(&mut overlay, &actors)
    }
}
