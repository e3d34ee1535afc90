//! The figure of the cost on its canvases.

use std::sync::Arc;

use plotters_backend::DrawingErrorKind;

use super::canvas::CanvasError;
use super::figures::{Drawing, Figures};
use super::sheet::Paper;
use crate::descent::scaling::{Coordinates, Scaling};
use crate::figure::actor::Actor;
use crate::figure::cost::Layout;
use crate::figure::landscape::Landscape;
use crate::figure::pen::Drawn;
use crate::figure::surface::Scene;
use crate::figure::window::Window;
use crate::figure::{bowl, map, surface};
use crate::session::Session;
use crate::session::view::{Camera, CostView, Parameter};

/// What the base of the cost shows.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct CostKey {
    version: u32,
    view: CostView,
    along: Parameter,
    camera: Option<Camera>,
    flight: f64,
    window: Window,
    /// How far a change of coordinates is, up to 1.
    turned: f64,
}

impl Figures {
    /// Draws it as it is at `now`.
    pub(super) fn draw_cost(
        &mut self,
        session: &Session,
        version: u32,
        window: Window,
        actors: &[Actor<'_>],
        now: f64,
    ) -> Drawn<Paper> {
        let view = session.view.cost;
        let flight = match view {
            CostView::Bowl => 1.0,
            _ => self.motion.flight.at(now),
        };
        let window = match view {
            CostView::Bowl => window,
            _ => self.with_axes(window, session.problem().scaling, flight, now),
        };
        let turning = match view {
            CostView::Bowl => None,
            _ => self.motion.turning(now).map(|turning| turning.at(session, &window, now)),
        };
        let window = turning.map_or(window, |(_, window, _)| window);
        let shown = turning.map(|(coordinates, ..)| coordinates);
        let actors: Vec<Actor<'_>> = actors
            .iter()
            .map(|&actor| shown.as_ref().map_or(actor, |shown| actor.seen_in(shown)))
            .collect();
        let actors = actors.as_slice();
        let camera = (flight > 0.0 && view != CostView::Bowl).then_some(session.view.camera);
        let along = session.view.along;
        let turned = turning.map_or(1.0, |(.., share)| share);
        let key = CostKey { version, view, along, camera, flight, window, turned };
        if self.cost_drawing.as_ref().is_none_or(|drawing| drawing.key != key) {
            let layout = self.draw_cost_base(session, shown, &key)?;
            self.cost_drawing = Some(Drawing { key, layout });
        }
        let Some(Drawing { layout, .. }) = &self.cost_drawing else {
            return Ok(());
        };
        let lit = self.lit();
        let mut pen = self.cost.overlay(&self.theme);
        layout.draw_overlay(&mut pen, (view, along), actors, session.chosen(), lit)
    }

    /// The window with its axes as equal as they are now. On the floor of the surface a square is
    /// a square; on the map it has the plot's shape.
    fn with_axes(&mut self, window: Window, scaling: Scaling, flight: f64, now: f64) -> Window {
        let equal = self.motion.equal.at(now);
        if equal == 0.0 {
            return window;
        }
        let map = map::shape(&self.cost.base(&self.theme), &window, scaling);
        let shape = map * (1.0 / map).powf(flight);
        window.toward(&window.with_equal_axes(shape), equal)
    }

    fn draw_cost_base(
        &mut self,
        session: &Session,
        shown: Option<Coordinates>,
        key: &CostKey,
    ) -> Result<Layout, DrawingErrorKind<CanvasError>> {
        let scaling = session.problem().scaling;
        let window = &key.window;
        if key.view == CostView::Bowl {
            let mut pen = self.cost.base(&self.theme);
            let frame = bowl::frame(&pen, window, key.along, scaling);
            frame.draw_empty(&mut pen)?;
            return Ok(Layout::Flat(Box::new(frame)));
        }
        let wanted = (key.version, *window);
        let landscape = match self.landscape.take() {
            Some((of, landscape)) if of == wanted => landscape,
            _ => {
                let objective = session.run().objective();
                Arc::new(match shown {
                    Some(shown) => Landscape::new(&objective.seen_in(&shown), window),
                    None => Landscape::new(objective, window),
                })
            }
        };
        self.landscape = Some((wanted, landscape.clone()));
        let mut pen = self.cost.base(&self.theme);
        let frame = map::frame(&pen, window, scaling);
        if key.flight == 0.0 {
            map::draw_base(&mut pen, &frame, &landscape)?;
            return Ok(Layout::Flat(Box::new(frame)));
        }
        let scene = Scene::new(pen.size(), landscape.clone(), scaling, session.view.camera);
        let scene = match key.flight < 1.0 {
            true => scene.on_the_way(frame.plot, key.flight),
            false => scene,
        };
        let texture = match self.texture.take() {
            Some((drawn, texture)) if drawn == wanted => texture,
            _ => surface::texture(&self.theme, &landscape),
        };
        surface::draw_base(&mut pen, &scene, &texture)?;
        self.texture = Some((wanted, texture));
        Ok(Layout::Surface(Box::new(scene)))
    }
}
