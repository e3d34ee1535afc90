//! The cost in whichever view is chosen.

use std::sync::Arc;

use plotters_backend::DrawingErrorKind;

use super::actor::Actor;
use super::backend::{Backend, Drawn};
use super::frame::Frame;
use super::highlight::{self, Symbol};
use super::landscape::Landscape;
use super::pen::Pen;
use super::raster::Raster;
use super::surface::{self, Scene};
use super::window::Window;
use super::{bowl, map};
use crate::descent::objective::Objective;
use crate::descent::scaling::Scaling;
use crate::session::view::{Camera, CostView, Parameter};

/// The base of a view of the cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Base {
    /// View that it shows.
    pub picture: Picture,
    /// The slopes, intercepts and costs that it shows.
    pub window: Window,
    /// How the data are scaled, for the titles of the axes.
    pub scaling: Scaling,
}

/// A picture of the cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Picture {
    /// The cost along one parameter.
    Bowl {
        /// The parameter.
        along: Parameter,
    },
    /// Contours over slope and intercept.
    Map,
    /// A surface over slope and intercept.
    Surface {
        /// From where it is seen.
        camera: Camera,
        /// How far the camera is on its way there from above the map, up to 1.
        flight: f64,
    },
}

/// The cost over a window, and its map that is draped over the surface: computed once for as long
/// as the window is the same.
#[derive(Clone, Debug)]
pub struct Relief {
    landscape: Arc<Landscape>,
    texture: Option<Raster>,
}

impl Relief {
    /// The relief of an objective over a window; the one that is kept where it has this window.
    fn of<'a>(kept: &'a mut Option<Self>, objective: &Objective, window: &Window) -> &'a mut Self {
        let fits = |relief: &Self| relief.landscape.window() == window;
        if !kept.as_ref().is_some_and(fits) {
            *kept = None;
        }
        kept.get_or_insert_with(|| Self {
            landscape: Arc::new(Landscape::new(objective, window)),
            texture: None,
        })
    }

    /// Forgets the map, whose colours are others in another theme.
    pub fn forget_texture(&mut self) {
        self.texture = None;
    }
}

impl Base {
    /// Draws the base. `kept` is what is kept of the same objective from one drawing to the next.
    pub fn draw<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        objective: &Objective,
        kept: &mut Option<Relief>,
    ) -> Result<Layout, DrawingErrorKind<B::ErrorType>> {
        let Self { window, scaling, .. } = self;
        let (camera, flight) = match self.picture {
            Picture::Bowl { along } => {
                let frame = bowl::frame(pen, window, along, *scaling);
                frame.draw_empty(pen)?;
                return Ok(Layout::Flat(Box::new(frame)));
            }
            Picture::Map => {
                let relief = Relief::of(kept, objective, window);
                let frame = map::frame(pen, window, *scaling);
                map::draw_base(pen, &frame, &relief.landscape)?;
                return Ok(Layout::Flat(Box::new(frame)));
            }
            Picture::Surface { camera, flight } => (camera, flight),
        };
        let Relief { landscape, texture } = Relief::of(kept, objective, window);
        let scene = Scene::new(pen.size(), landscape.clone(), *scaling, camera);
        let scene = match flight < 1.0 {
            true => scene.on_the_way(map::frame(pen, window, *scaling).plot, flight),
            false => scene,
        };
        let side = surface::texture_side(pen.device_size());
        *texture = texture.take().filter(|texture| texture.width() == side);
        let texture = texture.get_or_insert_with(|| surface::texture(pen.theme, landscape, side));
        surface::draw_base(pen, &scene, texture)?;
        Ok(Layout::Surface(Box::new(scene)))
    }
}

/// The scales of a base that was drawn, for the overlay and for pointing.
#[derive(Debug)]
pub enum Layout {
    /// The scales of the bowl or the map.
    Flat(Box<Frame>),
    /// The scales of the surface.
    Surface(Box<Scene>),
}

impl Layout {
    /// Draws the path and the ball of each run; of the chosen one also what else the view shows, and
    /// the symbol that is highlighted.
    pub fn draw_overlay<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        (view, along): (CostView, Parameter),
        actors: &[Actor<'_>],
        chosen: usize,
        highlighted: Option<Symbol>,
    ) -> Drawn<B> {
        match self {
            Self::Flat(frame) if view == CostView::Bowl => {
                bowl::draw_overlay(pen, frame, actors, chosen, along)?;
            }
            Self::Flat(frame) => map::draw_overlay(pen, frame, actors)?,
            Self::Surface(scene) => surface::draw_overlay(pen, scene, actors)?,
        }
        match (self, actors.get(chosen), highlighted) {
            (Self::Flat(frame), Some(actor), Some(symbol)) => {
                highlight::on_cost(pen, frame, actor, (view, along), symbol)
            }
            _ => Ok(()),
        }
    }
}
