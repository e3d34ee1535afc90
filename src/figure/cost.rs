//! The cost in whichever view is chosen: the one place that tells the views apart. What a view does is in
//! its own file, as a [`CostLayout`].

use std::sync::Arc;

use plotters_backend::DrawingErrorKind;

use super::actor::Actor;
use super::backend::{Backend, Drawn};
use super::bowl::Bowl;
use super::cost_layout::CostLayout;
use super::geometry::{Place, Rect};
use super::highlight::Symbol;
use super::landscape::Landscape;
use super::legend::{self, Corner};
use super::map::Map;
use super::pen::Pen;
use super::program_cost::ProgramCost;
use super::raster::Raster;
use super::surface::{self, Scene};
use super::window::Window;
use crate::descent::objective::Objective;
use crate::descent::scaling::{Coordinates, Scaling};
use crate::edition::{FullPackage, ProgramPackage};
use crate::numeric::line::Line;
use crate::numeric::power::power;
use crate::numeric::range::Range;
use crate::session::view::{Camera, CostView, Parameter, View};
use crate::text::en::figure as words;

/// The base of a view of the cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Base {
    /// View that it shows.
    pub picture: Picture,
    /// The slopes, intercepts and costs that it shows.
    pub window: Window,
    /// Scaling of the data, for the titles of the axes.
    pub scaling: Scaling,
}

/// The cost that a picture is of.
#[derive(Clone, Copy, Debug)]
pub enum CostSource<'a> {
    /// The page's.
    Page(&'a Objective),
    /// The one that the reader's program defines, seen in these coordinates.
    Program(&'a Arc<ProgramCost>, &'a Coordinates, ProgramPackage),
}

impl<'a> From<&'a Objective> for CostSource<'a> {
    fn from(objective: &'a Objective) -> Self {
        Self::Page(objective)
    }
}

/// The costs that a view of a program's cost shows: those on the paths of these runs, which are on it.
pub fn heights(cost: &ProgramCost, actors: &[Actor<'_>]) -> Range {
    /// The least height, as a share of all costs that are known.
    const LEAST: f64 = 1e-6;
    let met = |actor: &Actor<'_>| {
        let start = actor.start_cost();
        actor.path().map(|(_, cost)| cost).chain([start]).fold(Range::EMPTY, Range::including)
    };
    let met = actors.iter().filter(|actor| !actor.is_hidden()).map(met);
    let (met, known, low) = (met.fold(Range::EMPTY, Range::union), cost.known(), cost.low());
    let all = known.max - low;
    let height = if met.max - low > LEAST * all { met.max - low } else { all };
    let height = if height > 0.0 { height } else { 1.0 };
    let below = if low == 0.0 { 0.0 } else { 0.05 * height };
    Range::new(low - below, low + 1.08 * height)
}

impl CostSource<'_> {
    fn landscape(self, window: &Window) -> Landscape {
        match self {
            Self::Page(objective) => Landscape::new(objective, window),
            Self::Program(cost, seen, full) => Landscape::of_program(cost, seen, window, full),
        }
    }
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
        /// Share of the way from above the map that the camera has covered, up to 1.
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
    /// The relief of a cost over a window; the one that is kept where it has this window.
    fn of<'a>(kept: &'a mut Option<Self>, cost: CostSource<'_>, window: &Window) -> &'a mut Self {
        let fits = |relief: &Self| relief.landscape.window() == window;
        if !kept.as_ref().is_some_and(fits) {
            *kept = None;
        }
        kept.get_or_insert_with(|| Self {
            landscape: Arc::new(cost.landscape(window)),
            texture: None,
        })
    }

    /// Forgets the map, whose colours are others in another theme.
    pub fn forget_texture(&mut self) {
        self.texture = None;
    }
}

impl Picture {
    /// The picture of a view, with the camera so far on its way from above the map (0) to where the view
    /// has it (1).
    pub fn of(view: &View, flight: f64) -> Self {
        match view.cost {
            CostView::Bowl => Self::Bowl { along: view.along },
            CostView::Map | CostView::Surface if flight == 0.0 => Self::Map,
            CostView::Map | CostView::Surface => Self::Surface { camera: view.camera, flight },
        }
    }

    /// The picture of a view with the camera at rest.
    pub fn at_rest(view: &View) -> Self {
        Self::of(view, if view.cost.has_camera() { 1.0 } else { 0.0 })
    }

    /// The ratio of width to height of the part of the picture in which equal axes are equal. Returns
    /// `None` if its axes are not those of the two parameters.
    fn shape<B: Backend>(
        &self,
        pen: &Pen<'_, B>,
        window: &Window,
        scaling: Scaling,
    ) -> Option<f64> {
        let map = || Map::shape(pen, window, scaling);
        match *self {
            Self::Bowl { .. } => None,
            Self::Map => Some(map()),
            // On the floor of the surface a square is a square.
            Self::Surface { flight: 1.0, .. } => Some(1.0),
            Self::Surface { flight, .. } => {
                let map = map();
                Some(map * power(1.0 / map, flight))
            }
        }
    }
}

impl Base {
    /// The base with its axes so far on the way from scales of their own (0) to equal ones (1).
    pub fn with_equal_axes<B: Backend>(self, pen: &Pen<'_, B>, share: f64) -> Self {
        if share == 0.0 {
            return self;
        }
        let Some(shape) = self.picture.shape(pen, &self.window, self.scaling) else { return self };
        let equal = self.window.with_equal_axes(shape);
        let window = if share == 1.0 { equal } else { self.window.toward(&equal, share) };
        Self { window, ..self }
    }

    /// Draws the base. `kept` is what is kept of the same cost from one drawing to the next.
    pub fn draw<'a, B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        cost: impl Into<CostSource<'a>>,
        kept: &mut Option<Relief>,
    ) -> Result<Layout, DrawingErrorKind<B::ErrorType>> {
        let (window, scaling, cost) = (&self.window, self.scaling, cost.into());
        match self.picture {
            Picture::Bowl { along } => {
                let title = words::cost(matches!(cost, CostSource::Program(..)));
                let bowl = Bowl::lay_out_with(pen, window, along, scaling, title);
                bowl.draw_base(pen)?;
                Ok(Layout::Bowl(Box::new(bowl)))
            }
            Picture::Map => {
                let map = Map::lay_out(pen, window, scaling);
                map.draw_base(pen, &Relief::of(kept, cost, window).landscape)?;
                Ok(Layout::Map(Box::new(map)))
            }
            Picture::Surface { camera, flight } => {
                let Relief { landscape, texture } = Relief::of(kept, cost, window);
                let scene = Scene::new(pen.size(), landscape.clone(), scaling, camera);
                let scene = match flight < 1.0 {
                    true => scene.on_the_way(Map::lay_out(pen, window, scaling).frame.plot, flight),
                    false => scene,
                };
                let side = surface::texture_side(pen.device_size());
                *texture = texture.take().filter(|texture| texture.width() == side);
                let texture =
                    texture.get_or_insert_with(|| surface::texture(pen.theme, landscape, side));
                surface::draw_base(pen, &scene, texture)?;
                Ok(Layout::Surface(Box::new(scene)))
            }
        }
    }
}

/// The view whose base was drawn, with its scales: for the overlay and for pointing. Lines are in the
/// coordinates that it shows.
#[derive(Debug)]
pub enum Layout {
    /// The cost along one parameter.
    Bowl(Box<Bowl>),
    /// Contours over slope and intercept.
    Map(Box<Map>),
    /// A surface over slope and intercept.
    Surface(Box<Scene>),
}

/// Asks the view that a layout is.
macro_rules! ask {
    ($layout:ident.$method:ident($($argument:expr),*)) => {
        match $layout {
            Self::Bowl(view) => view.$method($($argument),*),
            Self::Map(view) => view.$method($($argument),*),
            Self::Surface(view) => view.$method($($argument),*),
        }
    };
}

impl Layout {
    /// Draws the overlay, and on it the symbol that is highlighted.
    pub fn draw_overlay_with<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        actors: &[Actor<'_>],
        chosen: usize,
        highlighted: Option<Symbol>,
    ) -> Drawn<B> {
        self.draw_overlay(pen, actors, chosen)?;
        match (actors.get(chosen), highlighted) {
            (Some(actor), Some(symbol)) => self.highlight(pen, actor, symbol),
            _ => Ok(()),
        }
    }
}

impl Layout {
    /// Draws the legend of a race where it covers neither a start nor a minimum, if there is such a corner.
    pub fn draw_legend<B: Backend>(&self, pen: &mut Pen<'_, B>, actors: &[Actor<'_>]) -> Drawn<B> {
        if actors.len() < 2 || FullPackage::get().is_none() {
            return Ok(());
        }
        let marked = actors.iter().flat_map(|actor| {
            let best = actor.minimum().map(|(best, cost)| self.place(best, cost));
            best.into_iter().chain([self.place(actor.start(), actor.run.start_cost())])
        });
        legend::draw(pen, actors, self.legend(), &marked.collect::<Vec<_>>())
    }
}

impl CostLayout for Layout {
    fn draw_overlay<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        actors: &[Actor<'_>],
        chosen: usize,
    ) -> Drawn<B> {
        ask!(self.draw_overlay(pen, actors, chosen))
    }

    fn highlight<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        actor: &Actor<'_>,
        symbol: Symbol,
    ) -> Drawn<B> {
        ask!(self.highlight(pen, actor, symbol))
    }

    fn place(&self, at: Line, cost: f64) -> Place {
        ask!(self.place(at, cost))
    }

    fn line_at(&self, place: Place, now: Line) -> Option<Line> {
        ask!(self.line_at(place, now))
    }

    fn nearest(&self, place: Place) -> Place {
        ask!(self.nearest(place))
    }

    fn nudged(&self, now: Line, right: f64, up: f64) -> Option<Line> {
        ask!(self.nudged(now, right, up))
    }

    fn legend(&self) -> (Corner, Rect) {
        ask!(self.legend())
    }
}
