//! The cost as a curve of one parameter: the textbook's picture, exact for these data.

use super::actor::Actor;
use super::frame::{Axis, Frame};
use super::pen::{Anchor, Backend, Drawn, Pen};
use super::window::Window;
use crate::line::Line;
use crate::messages::figure as words;
use crate::objective::Held;
use crate::summary::Range;
use crate::view::Parameter;

/// Pieces that the curve is made of.
const PIECES: usize = 160;

/// The figure's frame: one parameter across, costs up.
pub fn frame<B: Backend>(pen: &Pen<'_, B>, window: &Window, along: Parameter) -> Frame {
    let (range, title) = match along {
        Parameter::Slope => (window.slope, words::SLOPE),
        Parameter::Intercept => (window.intercept, words::INTERCEPT),
    };
    Frame::lay_out(pen, &Axis::linear(range, title), &Axis::linear(window.cost, words::COST))
}

/// Axes.
pub fn draw_base<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame) -> Drawn<B> {
    pen.clear(pen.theme.panel)?;
    frame.draw_grid(pen)?;
    frame.draw_axes(pen)
}

/// The curve with the other parameter as it is now, the steps taken, the tangent, the next step
/// and the ball.
pub fn draw_overlay<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    actor: &Actor<'_>,
    along: Parameter,
) -> Drawn<B> {
    let theme = pen.theme;
    let objective = actor.run.objective();
    let place = |value: f64| frame.place(value, objective.value(along.set(actor.line, value)));

    let Range { min, .. } = frame.x.range();
    let piece = frame.x.range().span() / PIECES as f64;
    let curve = (0..=PIECES).map(|index| place(min + piece * index as f64));
    pen.path(curve, frame.plot, theme.muted, 2.5)?;

    draw_steps(pen, frame, actor, along)?;
    draw_tangent(pen, frame, actor, along)?;
    draw_next_step(pen, frame, actor, along)?;
    let ball = place(along.of(actor.line));
    if frame.plot.contains(ball) {
        pen.ball(ball)?;
    }
    let caption = words::other_parameter(actor.line, along, objective.held());
    pen.text(&caption, (frame.plot.right, 6.0), Anchor::TopRight, theme.muted)
}

/// Where the ball has been: each at the cost that it had there. Unless the other parameter is
/// held, they lie on other slices of the surface than the curve, and are faint.
fn draw_steps<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    actor: &Actor<'_>,
    along: Parameter,
) -> Drawn<B> {
    let (color, alpha) = (pen.theme.ball, if is_alone(actor, along) { 0.8 } else { 0.45 });
    let place = |(line, cost): (Line, f64)| frame.place(along.of(line), cost);
    pen.path(actor.path().map(place), frame.plot, color.alpha(alpha), 1.5)?;
    for place in actor.steps().map(place).filter(|place| frame.plot.contains(*place)) {
        pen.disc(place, 2.5, color.alpha(alpha))?;
    }
    Ok(())
}

/// Whether only this parameter moves, so that all steps lie on the curve.
fn is_alone(actor: &Actor<'_>, along: Parameter) -> bool {
    actor.run.objective().held() == along.alone()
}

/// ∂J in the direction of the curve, also where that parameter is held.
fn steepness(actor: &Actor<'_>, along: Parameter) -> f64 {
    let gradient = actor.run.objective().full_gradient(actor.line);
    match along {
        Parameter::Slope => gradient.slope,
        Parameter::Intercept => gradient.intercept,
    }
}

/// The tangent at the ball: its steepness is the gradient.
fn draw_tangent<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    actor: &Actor<'_>,
    along: Parameter,
) -> Drawn<B> {
    const HALF: f64 = 62.0;
    let steepness = steepness(actor, along);
    let (value, cost) = (along.of(actor.line), actor.cost());
    let (x, y) = frame.place(value, cost);
    // Across the plot and the rise over that, in pixels.
    let right = frame.x.pixel(value + frame.x.range().span()) - x;
    let rise = frame.y.pixel(cost + steepness * frame.x.range().span()) - y;
    let length = right.hypot(rise);
    let (dx, dy) = (HALF * right / length, HALF * rise / length);
    pen.dashed((x - dx, y - dy), (x + dx, y + dy), frame.plot, pen.theme.ink, 1.5)
}

/// The next step: sideways by L × steepness, then down to the curve, or up to it where L is large.
fn draw_next_step<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    actor: &Actor<'_>,
    along: Parameter,
) -> Drawn<B> {
    let run = actor.run;
    let held = run.objective().held();
    let moves = match along {
        Parameter::Slope => held != Held::Slope,
        Parameter::Intercept => held != Held::Intercept,
    };
    if !moves || run.status().is_end() {
        return Ok(());
    }
    let value = along.of(actor.line);
    let next = value - run.learning_rate().get() * steepness(actor, along);
    let (from, to) = (frame.place(value, actor.cost()), frame.place(next, actor.cost()));
    let landing: Line = along.set(actor.line, next);
    let foot = frame.place(next, run.objective().value(landing));
    pen.dashed(to, foot, frame.plot, pen.theme.ball, 1.5)?;
    pen.arrow(from, to, frame.plot, pen.theme.ball, 2.5)
}
