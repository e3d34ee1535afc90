//! The figure of the cost on its layers.

use crate::descent::scaling::Scaling;
use crate::figure::actor::Actor;
use crate::figure::backend::Drawn;
use crate::figure::cost::{Base, Layout, Picture, Relief};
use crate::figure::cost_layout::CostLayout;
use crate::figure::highlight::Symbol;
use crate::figure::legend;
use crate::figure::theme::Theme;
use crate::figure::window::Window;
use crate::session::Session;
use crate::stage::layers::{CachedFigure, Layers, ResizableBackend};

use super::motion::Motion;

/// The figure of the cost.
#[derive(Debug)]
pub(super) struct CostFigure<B> {
    /// The figure without what is computed for its base.
    pub cached: CachedFigure<B, Key, Layout>,
    /// The cost over the window that was shown last, and what it is the cost of.
    relief: Option<Relief>,
    relief_of: Option<(u32, f64, Scaling)>,
}

/// All that the base follows from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Key {
    version: u32,
    base: Base,
    /// Share of a change of coordinates that is done, up to 1.
    turned: f64,
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

    /// Draws the base where it has changed, and the overlay.
    pub fn draw(
        &mut self,
        theme: &Theme,
        (session, version): (&Session, u32),
        (window, actors): (Window, &[Actor<'_>]),
        (motion, now): (&Motion, f64),
        highlighted: Option<Symbol>,
    ) -> Drawn<B> {
        let view = &session.view;
        let picture = Picture::of(view, motion.flight.at(now));
        let base = Base { picture, window, scaling: session.shown_scaling() };
        let base = base.with_equal_axes(&self.cached.measure(theme), motion.equal.at(now));
        let turning = motion.turning(now).filter(|_| !view.cost.shows_one_parameter());
        let turning = turning.map(|turning| turning.at(session, &base.window, now));
        let (shown, window, turned) = match &turning {
            Some((shown, window, share)) => (Some(shown), *window, *share),
            None => (None, base.window, 1.0),
        };
        let key = Key { version, base: Base { window, ..base }, turned };
        let objective = session.run().objective();
        let at_rest = session.shown_coordinates();
        let Self { cached, relief, relief_of } = self;
        let (layout, mut overlay) = cached.draw_base(theme, key, |pen| {
            let of = Some((version, turned, base.scaling));
            if *relief_of != of {
                *relief = None;
                *relief_of = of;
            }
            key.base.draw(pen, &objective.shown_in(shown.unwrap_or(&at_rest)), relief)
        })?;
        let actors: Vec<Actor<'_>> =
            actors.iter().map(|&actor| shown.map_or(actor, |shown| actor.seen_in(shown))).collect();
        layout.draw_overlay_with(&mut overlay, &actors, session.chosen(), highlighted)?;
        legend::draw(&mut overlay, &actors, layout.legend())
    }
}
