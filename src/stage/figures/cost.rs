//! The figure of the cost on its layers.

use crate::figure::actor::Actor;
use crate::figure::backend::Drawn;
use crate::figure::cost::{Base, Layout, Picture, Relief};
use crate::figure::highlight::Symbol;
use crate::figure::theme::Theme;
use crate::figure::window::Window;
use crate::session::Session;
use crate::stage::layers::{Layers, ResizableBackend};

use super::motion::Motion;

/// The figure of the cost.
#[derive(Debug)]
pub(super) struct CostFigure<B> {
    layers: Layers<B>,
    base: Option<(Key, Layout)>,
    /// The cost over the window that was shown last, and what it is the cost of.
    relief: Option<Relief>,
    relief_of: (u32, f64),
}

/// What the base shows: while it is the same, the base is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    version: u32,
    base: Base,
    /// How far a change of coordinates is, up to 1.
    turned: f64,
}

impl<B: ResizableBackend> CostFigure<B> {
    pub fn new(layers: Layers<B>) -> Self {
        Self { layers, base: None, relief: None, relief_of: (u32::MAX, 1.0) }
    }

    /// The layers.
    pub fn layers(&self) -> &Layers<B> {
        &self.layers
    }

    /// Sets the size, in CSS pixels at a device pixel ratio.
    pub fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        self.layers.resize(width, height, ratio);
        self.base = None;
    }

    /// Has the base drawn anew next time, in other colours.
    pub fn forget(&mut self) {
        self.base = None;
        if let Some(relief) = &mut self.relief {
            relief.forget_texture();
        }
    }

    /// The scales as they were last drawn.
    pub fn layout(&self) -> Option<&Layout> {
        self.base.as_ref().map(|(_, layout)| layout)
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
        let base = Base { picture, window, scaling: session.problem().scaling };
        let base = base.with_equal_axes(&self.layers.base(theme), motion.equal.at(now));
        let turning = motion.turning(now).filter(|_| !view.cost.shows_one_parameter());
        let turning = turning.map(|turning| turning.at(session, &base.window, now));
        let (shown, window, turned) = match &turning {
            Some((shown, window, share)) => (Some(shown), *window, *share),
            None => (None, base.window, 1.0),
        };
        let key = Key { version, base: Base { window, ..base }, turned };
        let layout = match self.base.take() {
            Some((drawn, layout)) if drawn == key => layout,
            _ => {
                let objective = session.run().objective();
                if self.relief_of != (version, turned) {
                    self.relief = None;
                    self.relief_of = (version, turned);
                }
                let (mut pen, relief) = (self.layers.base(theme), &mut self.relief);
                match shown {
                    Some(shown) => key.base.draw(&mut pen, &objective.seen_in(shown), relief)?,
                    None => key.base.draw(&mut pen, objective, relief)?,
                }
            }
        };
        let (_, layout) = self.base.insert((key, layout));
        let actors: Vec<Actor<'_>> =
            actors.iter().map(|&actor| shown.map_or(actor, |shown| actor.seen_in(shown))).collect();
        let mut pen = self.layers.overlay(theme);
        layout.draw_overlay_with(&mut pen, &actors, session.chosen(), highlighted)
    }
}
