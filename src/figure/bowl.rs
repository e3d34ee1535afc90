//! The cost as a curve of the slope: the textbook's picture, exact for these data.

use super::frame::{Axis, Frame};
use super::pen::{Anchor, Backend, Drawn, Pen, Place};
use super::window::Window;
use crate::line::Line;
use crate::messages::figure as words;
use crate::summary::Range;
use crate::text;
use crate::trainer::Trainer;

/// Pieces that the curve is made of.
const PIECES: usize = 160;
/// Steps of the past that are marked.
const STEPS: usize = 60;

/// The figure's frame.
pub fn frame<B: Backend>(pen: &Pen<'_, B>, window: &Window) -> Frame {
    Frame::lay_out(
        pen,
        &Axis::linear(window.slope, words::SLOPE),
        &Axis::linear(window.cost, words::COST),
    )
}

/// Axes.
pub fn draw_base<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame) -> Drawn<B> {
    pen.clear(pen.theme.panel)?;
    frame.draw_grid(pen)?;
    frame.draw_axes(pen)
}

/// The curve at the present intercept, the steps taken, the tangent and the ball.
pub fn draw_overlay<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame, run: &Trainer) -> Drawn<B> {
    let theme = pen.theme;
    let Line { slope, intercept } = run.state().line;
    let objective = run.objective();
    let place = |slope: f64| frame.place(slope, objective.value(Line::new(slope, intercept)));

    let Range { min, .. } = frame.x.range();
    let step = frame.x.range().span() / PIECES as f64;
    let curve = (0..=PIECES).map(|piece| place(min + step * piece as f64));
    pen.path(curve, frame.plot, theme.muted, 2.5)?;

    draw_steps(pen, frame, run)?;
    draw_tangent(pen, frame, run)?;
    let ball = place(slope);
    if frame.plot.contains(ball) {
        pen.ball(ball)?;
    }
    let held = format!("{} = {}", words::INTERCEPT, text::significant(intercept, 4));
    pen.text(&held, (frame.plot.right, 6.0), Anchor::TopRight, theme.muted)
}

/// Where the ball has been: each at the cost that it had there, with the intercept of that time.
fn draw_steps<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame, run: &Trainer) -> Drawn<B> {
    let color = pen.theme.ball;
    let places: Vec<Place> =
        run.trace().map(|state| frame.place(state.line.slope, state.cost)).collect();
    pen.path(places.iter().copied(), frame.plot, color.alpha(0.55), 1.5)?;
    for &place in places.iter().take(STEPS).filter(|place| frame.plot.contains(**place)) {
        pen.disc(place, 2.5, color.alpha(0.8))?;
    }
    Ok(())
}

/// The tangent at the ball: its steepness is ∂J/∂a.
fn draw_tangent<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame, run: &Trainer) -> Drawn<B> {
    const HALF: f64 = 62.0;
    let state = run.state();
    let steepness = run.objective().gradient(state.line).slope;
    let (x, y) = frame.place(state.line.slope, state.cost);
    // A unit to the right and its rise, in pixels.
    let right = frame.x.pixel(state.line.slope + frame.x.range().span()) - x;
    let rise = frame.y.pixel(state.cost + steepness * frame.x.range().span()) - y;
    let length = right.hypot(rise);
    let (dx, dy) = (HALF * right / length, HALF * rise / length);
    pen.dashed((x - dx, y - dy), (x + dx, y + dy), frame.plot, pen.theme.ink, 1.5)
}
