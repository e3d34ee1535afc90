//! The cost as a surface over slope and intercept, seen from a camera.

mod labels;
mod scene;

use labels::draw_labels;
pub use scene::Scene;
use scene::{Spot, TALL, corners};

use super::map::Height;
use super::pen::{Backend, Drawn, Pen};
use super::raster::Ramp;
use super::theme::Color;
use crate::trainer::Trainer;

/// Every so many quads a line of the net is drawn.
const NET: usize = 5;

/// The surface and its axes.
pub fn draw_base<B: Backend>(pen: &mut Pen<'_, B>, scene: &Scene) -> Drawn<B> {
    pen.clear(pen.theme.panel)?;
    draw_floor(pen, scene)?;
    let (low, high) = pen.theme.cost;
    let ramp = Ramp::between(low, high);
    let height = Height::of(&scene.objective, &scene.window);
    let net = pen.theme.muted.alpha(0.5);
    for quad in scene.quads() {
        let line = scene.line(quad.middle.0, quad.middle.1);
        let [red, green, blue] = ramp.at(height.at(&scene.objective, line));
        let color = Color { rgb: (red, green, blue), alpha: 1.0 };
        pen.polygon(&quad.overlapping(1.0 / pen.ratio()), color)?;
        let [a, b, c, d] = quad.corners;
        // Both neighbours draw their common edge: the later one would cover the earlier's.
        let edges = [
            (quad.row.is_multiple_of(NET), (a, b)),
            (quad.column.is_multiple_of(NET), (a, d)),
            ((quad.row + 1).is_multiple_of(NET), (c, d)),
            ((quad.column + 1).is_multiple_of(NET), (b, c)),
        ];
        for (_, (from, to)) in edges.into_iter().filter(|(drawn, _)| *drawn) {
            pen.line(from, to, net, 1.0)?;
        }
    }
    draw_labels(pen, scene)
}

fn draw_floor<B: Backend>(pen: &mut Pen<'_, B>, scene: &Scene) -> Drawn<B> {
    let color = pen.theme.muted.alpha(0.55);
    let floor = corners().map(|(u, v)| scene.project(Spot { u, v, w: 0.0 }));
    for side in 0..4 {
        pen.line(floor[side], floor[(side + 1) % 4], color, 1.0)?;
    }
    let (u, v) = left_corner(scene);
    let foot = scene.project(Spot { u, v, w: 0.0 });
    let top = scene.project(Spot { u, v, w: TALL });
    pen.line(foot, top, color, 1.0)
}

/// The corner of the floor that is farthest left on the screen: the axis of costs stands there.
fn left_corner(scene: &Scene) -> (f64, f64) {
    let left = |&(u, v): &(f64, f64)| scene.project(Spot { u, v, w: 0.0 }).0;
    corners().into_iter().min_by(|a, b| left(a).total_cmp(&left(b))).unwrap_or((-1.0, -1.0))
}

/// The path, start, minimum and ball of each run; what the surface hides is faint.
pub fn draw_overlay<B: Backend>(pen: &mut Pen<'_, B>, scene: &Scene, runs: &[Trainer]) -> Drawn<B> {
    let theme = pen.theme;
    let plot = scene.plot;
    for run in runs {
        let spots = scene.path(run);
        for (hidden, alpha) in [(true, 0.3), (false, 1.0)] {
            // A piece of the path belongs to the layer of its later end.
            let mut before = None;
            let places = spots.iter().flat_map(|&spot| {
                let place = scene.project(spot);
                let gap = (scene.is_hidden(spot) != hidden).then_some((f64::NAN, f64::NAN));
                let from = before.replace(place).filter(|_| gap.is_none());
                from.into_iter().chain(gap.or(Some(place)))
            });
            pen.path(places, plot, theme.ball.alpha(alpha), 2.0)?;
        }
        for (line, is_start) in run
            .objective()
            .minimum()
            .map(|best| (best, false))
            .into_iter()
            .chain([(run.start(), true)])
        {
            let spot = scene.spot(line, run.objective().value(line));
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
        let state = run.state();
        let spot = scene.spot(state.line, state.cost);
        let place = scene.project(spot);
        if plot.contains(place) {
            match scene.is_hidden(spot) {
                true => pen.disc(place, 7.0, theme.ball.alpha(0.45))?,
                false => pen.ball(place)?,
            }
        }
    }
    Ok(())
}
