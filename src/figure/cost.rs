//! The cost in whichever view is chosen, once its base is laid out.

use super::actor::Actor;
use super::frame::Frame;
use super::light::{self, Symbol};
use super::pen::{Backend, Drawn, Pen};
use super::surface::{self, Scene};
use super::{bowl, map};
use crate::session::view::{CostView, Parameter};

/// What an overlay over the cost needs of its base.
pub enum Layout {
    /// Of the bowl and the map.
    Flat(Box<Frame>),
    /// Of the surface.
    Surface(Box<Scene>),
}

impl Layout {
    /// The path and the ball of each run; of the chosen one what else the view shows, and the symbol that
    /// is lit.
    pub fn draw_overlay<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        (view, along): (CostView, Parameter),
        actors: &[Actor<'_>],
        chosen: usize,
        lit: Option<Symbol>,
    ) -> Drawn<B> {
        match self {
            Self::Flat(frame) if view == CostView::Bowl => {
                bowl::draw_overlay(pen, frame, actors, chosen, along)?;
            }
            Self::Flat(frame) => map::draw_overlay(pen, frame, actors)?,
            Self::Surface(scene) => surface::draw_overlay(pen, scene, actors)?,
        }
        match (self, actors.get(chosen), lit) {
            (Self::Flat(frame), Some(actor), Some(symbol)) => {
                light::on_cost(pen, frame, actor, (view, along), symbol)
            }
            _ => Ok(()),
        }
    }
}
