//! The cost as a curve of one parameter, exact for the data.

use super::actor::Actor;
use super::backend::{Anchor, Backend, Drawn};
use super::frame::{AxisSpec, Frame};
use super::pen::{self, Pen};
use super::window::Window;
use crate::descent::objective::Held;
use crate::descent::scaling::Scaling;
use crate::numeric::line::Line;
use crate::numeric::range::Range;
use crate::session::view::Parameter;
use crate::text::en::figure as words;

/// The segments that the curve is drawn with.
const PIECES: usize = 160;

/// The frame of the bowl: one parameter across, costs up.
pub fn frame<B: Backend>(
    pen: &Pen<'_, B>,
    window: &Window,
    along: Parameter,
    scaling: Scaling,
) -> Frame {
    let (range, title) = match along {
        Parameter::Slope => (window.slope, words::slope(scaling)),
        Parameter::Intercept => (window.intercept, words::intercept(scaling)),
    };
    Frame::lay_out(
        pen,
        &AxisSpec::linear(range, title),
        &AxisSpec::linear(window.cost, words::COST),
    )
}

/// Draws the curve of the chosen run at its other parameter, with tangent and next step; and of all
/// runs the steps taken and the balls, which in a race lie above or below the curve where their other
/// parameter differs.
pub fn draw_overlay<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    actors: &[Actor<'_>],
    chosen: usize,
    along: Parameter,
) -> Drawn<B> {
    let Some(actor) = actors.get(chosen) else {
        return Ok(());
    };
    let theme = pen.theme;
    let objective = actor.objective();
    let at = actor.at();
    let cost = |value: f64| objective.unit() * objective.approximate_value(along.set(at, value));
    let place = |value: f64| frame.place(value, cost(value));

    let Range { min, .. } = frame.x.range();
    let piece = frame.x.range().span() / PIECES as f64;
    let curve = (0..=PIECES).map(|index| place(min + piece * index as f64));
    pen.path(curve, frame.plot, theme.muted, 2.5)?;

    actors.iter().try_for_each(|actor| draw_steps(pen, frame, actor, along))?;
    draw_tangent(pen, frame, actor, along)?;
    draw_next_step(pen, frame, actor, along)?;
    for actor in actors {
        let ball = frame.place(along.of(actor.at()), actor.cost());
        if frame.plot.contains(ball) && !actor.is_gone() {
            pen.ball(ball, pen.theme.look(actor.index))?;
        }
    }
    let caption = words::other_parameter(at, along, objective.held(), objective.problem().scaling);
    // Beside the title of the axis, as much of it as there is room for.
    let room = frame.plot.right - pen.text_width(words::COST) - 2.0 * pen::TEXT;
    let short = caption.split(',').next().unwrap_or_default();
    let caption = if pen.text_width(&caption) < room { &caption } else { short };
    pen.text(caption, (frame.plot.right, 6.0), Anchor::TopRight, theme.muted)
}

/// Draws where the ball has been, at the cost that it had there. Unless the other parameter is held,
/// these lie on other slices of the surface than the curve, and are faint.
fn draw_steps<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    actor: &Actor<'_>,
    along: Parameter,
) -> Drawn<B> {
    let color = pen.theme.look(actor.index).color;
    let alpha = if is_alone(actor, along) { 0.8 } else { 0.45 };
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

/// ∂J in the direction of the curve, in data units of J, also where that parameter is held.
pub(super) fn steepness(actor: &Actor<'_>, along: Parameter) -> f64 {
    let gradient = actor.full_gradient();
    let unit = actor.objective().unit();
    match along {
        Parameter::Slope => unit * gradient.slope,
        Parameter::Intercept => unit * gradient.intercept,
    }
}

/// Draws the tangent at the ball, whose slope is the derivative.
fn draw_tangent<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    actor: &Actor<'_>,
    along: Parameter,
) -> Drawn<B> {
    const HALF: f64 = 62.0;
    let steepness = steepness(actor, along);
    let (value, cost) = (along.of(actor.at()), actor.cost());
    let (x, y) = frame.place(value, cost);
    // Across the plot and the rise over that, in pixels.
    let right = frame.x.pixel(value + frame.x.range().span()) - x;
    let rise = frame.y.pixel(cost + steepness * frame.x.range().span()) - y;
    let length = right.hypot(rise);
    let (dx, dy) = (HALF * right / length, HALF * rise / length);
    pen.dashed((x - dx, y - dy), (x + dx, y + dy), frame.plot, pen.theme.ink, 1.5)
}

/// Draws the next step: sideways as far as the rule goes (L × derivative in plain descent), then down to
/// the curve, or up to it where L is large.
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
    let (value, next) = (along.of(actor.at()), along.of(actor.next()));
    let (from, to) = (frame.place(value, actor.cost()), frame.place(next, actor.cost()));
    let landing = along.set(actor.at(), next);
    let foot = frame.place(next, actor.objective().cost(landing));
    let color = pen.theme.look(actor.index).color;
    pen.dashed(to, foot, frame.plot, color, 1.5)?;
    pen.arrow(from, to, frame.plot, color, 2.5)
}
