//! The cost as a surface over slope and intercept, seen from a camera.

mod labels;
mod mesh;
mod scene;

use labels::draw_labels;
pub use scene::{Quad, SIDE, Scene};

use super::actor::Actor;
use super::backend::{Backend, Drawn};
use super::cost_layout::CostLayout;
use super::frame::hand_step;
use super::geometry::{Place, Rect};
use super::highlight::Symbol;
use super::landscape::Landscape;
use super::legend::Corner;
use super::map;
use super::pen::Pen;
use super::raster::Raster;
use super::theme::Theme;
use crate::numeric::line::Line;
use crate::numeric::notation::neat;

/// Pixels along each side of the picture that is draped over the surface: about as fine as the figure's own.
pub fn texture_side((width, height): (usize, usize)) -> usize {
    width.min(height).clamp(200, 900)
}

/// The picture that is draped over the surface: the map over the same window, `side` pixels along each side.
pub fn texture(theme: &Theme, landscape: &Landscape, side: usize) -> Raster {
    map::paint(theme, landscape, (side, side), side as f64 / 450.0)
}

/// Draws the surface and its axes; the texture is that of the scene's window.
pub fn draw_base<B: Backend>(pen: &mut Pen<'_, B>, scene: &Scene, texture: &Raster) -> Drawn<B> {
    let (width, height) = pen.device_size();
    let raster = mesh::render(scene, texture, (width, height), pen.ratio(), pen.theme);
    pen.raster(&raster, (0.0, 0.0))?;
    // On its way from the map the surface has no texts: they would only flit by.
    if scene.flight < 1.0 {
        return Ok(());
    }
    draw_labels(pen, scene)
}

impl CostLayout for Scene {
    /// Draws the path, start, minimum and ball of each run, and the path's shadow on the floor; what the
    /// surface hides is faint.
    fn draw_overlay<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        actors: &[Actor<'_>],
        _chosen: usize,
    ) -> Drawn<B> {
        actors.iter().try_for_each(|actor| draw_actor(pen, self, actor))
    }

    fn highlight<B: Backend>(&self, _: &mut Pen<'_, B>, _: &Actor<'_>, _: Symbol) -> Drawn<B> {
        Ok(())
    }

    fn place(&self, at: Line, cost: f64) -> Place {
        self.project(self.spot(at, cost))
    }

    fn line_at(&self, place: Place, _now: Line) -> Option<Line> {
        let (line, window) = (self.seen_at(place)?, self.window());
        Some(Line::new(
            neat(line.slope, hand_step(window.slope)),
            neat(line.intercept, hand_step(window.intercept)),
        ))
    }

    fn nearest(&self, place: Place) -> Place {
        place
    }

    /// Returns `None`: the arrow keys turn the surface.
    fn nudged(&self, _now: Line, _right: f64, _up: f64) -> Option<Line> {
        None
    }

    fn legend(&self) -> (Corner, Rect) {
        (Corner::Left, self.plot)
    }
}

fn draw_actor<B: Backend>(pen: &mut Pen<'_, B>, scene: &Scene, actor: &Actor<'_>) -> Drawn<B> {
    let (theme, plot, look) = (pen.theme, scene.plot, pen.theme.look(actor.index));
    let spots = scene.path(actor);
    // Over the map the path is its own shadow.
    let shade = theme.ink.alpha(0.3 * scene.flight);
    let shadow = || spots.iter().map(|spot| scene.project(spot.shadow()));
    pen.path(shadow(), plot, shade, 2.0)?;
    let ball = scene.spot(actor.at(), actor.cost());
    let place = scene.project(ball);
    let seen = plot.contains(place) && !actor.is_gone();
    if seen {
        pen.dashed(scene.project(ball.shadow()), place, plot, shade, 1.0)?;
        pen.disc(scene.project(ball.shadow()), 3.0, shade)?;
    }
    for (hidden, alpha) in [(true, 0.3), (false, 1.0)] {
        // A piece of the path belongs to the layer of its later end.
        let mut before = None;
        let places = spots.iter().flat_map(|&spot| {
            let place = scene.project(spot);
            let gap = (scene.is_hidden(spot) != hidden).then_some((f64::NAN, f64::NAN));
            let from = before.replace(place).filter(|_| gap.is_none());
            from.into_iter().chain(gap.or(Some(place)))
        });
        pen.path(places, plot, look.color.alpha(alpha), 2.0)?;
    }
    for (line, cost) in actor.steps() {
        let spot = scene.spot(line, cost);
        let alpha = if scene.is_hidden(spot) { 0.3 } else { 1.0 };
        let step = scene.project(spot);
        if plot.contains(step) {
            pen.disc(step, 2.5, look.color.alpha(alpha))?;
        }
    }
    let best = actor.minimum().map(|(best, least)| (best, least, false));
    let start = (actor.start(), actor.start_cost(), true);
    for (line, cost, is_start) in best.into_iter().chain([start]) {
        let spot = scene.spot(line, cost);
        let fade = if scene.is_hidden(spot) { 0.4 } else { 1.0 };
        let place = scene.project(spot);
        if !plot.contains(place) {
            continue;
        }
        if is_start {
            pen.ring(place, theme.ink.alpha(fade))?;
        } else {
            pen.cross(place, theme.best.alpha(fade))?;
        }
    }
    if seen {
        match scene.is_hidden(ball) {
            true => pen.marker(place, look.marker, 7.0, look.color.alpha(0.45))?,
            false => pen.ball(place, look)?,
        }
    }
    Ok(())
}
