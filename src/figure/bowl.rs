//! The cost as a curve of one parameter, exact for the data.

use super::actor::Actor;
use super::backend::{Anchor, Backend, Drawn};
use super::cost_layout::CostLayout;
use super::frame::{AxisSpec, Frame};
use super::geometry::{Place, Rect};
use super::highlight::{self, Symbol, THICK};
use super::legend::Corner;
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

/// The bowl: one parameter across, costs up.
#[derive(Clone, Debug, PartialEq)]
pub struct Bowl {
    /// The scales.
    pub frame: Frame,
    along: Parameter,
    scaling: Scaling,
    /// Title of the axis of costs.
    title: &'static str,
}

impl Bowl {
    /// Lays the bowl along a parameter out over the whole figure.
    pub fn lay_out<B: Backend>(
        pen: &Pen<'_, B>,
        window: &Window,
        along: Parameter,
        scaling: Scaling,
    ) -> Self {
        Self::lay_out_with(pen, window, along, scaling, words::COST)
    }

    /// Lays it out with another title of the axis of costs.
    pub(super) fn lay_out_with<B: Backend>(
        pen: &Pen<'_, B>,
        window: &Window,
        along: Parameter,
        scaling: Scaling,
        cost: &'static str,
    ) -> Self {
        let (range, title) = match along {
            Parameter::Slope => (window.slope, words::slope(scaling)),
            Parameter::Intercept => (window.intercept, words::intercept(scaling)),
        };
        let frame = Frame::lay_out(
            pen,
            &AxisSpec::linear(range, title),
            &AxisSpec::linear(window.cost, cost),
        );
        Self { frame, along, scaling, title: cost }
    }

    /// Draws the axes. The curve moves with the other parameter, and so belongs to the overlay.
    pub fn draw_base<B: Backend>(&self, pen: &mut Pen<'_, B>) -> Drawn<B> {
        self.frame.draw_empty(pen)
    }
}

impl CostLayout for Bowl {
    /// Draws the curve of the chosen run at its other parameter, with tangent and next step; and of all
    /// runs the steps taken and the balls, which in a race lie above or below the curve where their other
    /// parameter differs.
    fn draw_overlay<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        actors: &[Actor<'_>],
        chosen: usize,
    ) -> Drawn<B> {
        let Some(actor) = actors.get(chosen) else {
            return Ok(());
        };
        let (frame, along) = (&self.frame, self.along);
        draw_curve(pen, frame, actor, along)?;
        actors.iter().try_for_each(|actor| draw_steps(pen, frame, actor, along))?;
        draw_tangent(pen, frame, actor, along)?;
        draw_next_step(pen, frame, actor, along)?;
        for actor in actors {
            let ball = self.place(actor.at(), actor.cost());
            if frame.plot.contains(ball) && !actor.is_gone() {
                pen.ball(ball, pen.theme.look(actor.index))?;
            }
        }
        self.draw_caption(pen, actor)
    }

    fn highlight<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        actor: &Actor<'_>,
        symbol: Symbol,
    ) -> Drawn<B> {
        let (frame, plot) = (&self.frame, self.frame.plot);
        let ball = self.place(actor.at(), actor.cost());
        if !plot.contains(ball) || actor.is_gone() {
            return Ok(());
        }
        match (symbol, self.along) {
            (Symbol::Slope, Parameter::Slope) | (Symbol::Intercept, Parameter::Intercept) => {
                highlight::draw_drop(pen, frame, ball, (ball.0, plot.bottom))
            }
            (Symbol::Cost, _) => {
                pen.dashed(ball, (plot.left, ball.1), plot, pen.theme.ball, 2.5)?;
                highlight::draw_ring(pen, ball)
            }
            (Symbol::Step, along) => {
                let next = frame.x.pixel(along.of(actor.next()));
                highlight::draw_way(pen, frame, ball, (next, ball.1))
            }
            (Symbol::SlopeGradient, Parameter::Slope)
            | (Symbol::InterceptGradient, Parameter::Intercept) => {
                draw_steepness(pen, frame, actor, self.along, ball)
            }
            _ => Ok(()),
        }
    }

    fn place(&self, at: Line, cost: f64) -> Place {
        self.frame.place(self.along.of(at), cost)
    }

    fn line_at(&self, place: Place, now: Line) -> Option<Line> {
        let line = self.along.set(now, self.frame.x.neat_value(place.0));
        self.frame.plot.contains(place).then_some(line)
    }

    fn nearest(&self, place: Place) -> Place {
        self.frame.plot.nearest(place)
    }

    fn nudged(&self, now: Line, right: f64, _up: f64) -> Option<Line> {
        Some(self.along.set(now, self.frame.x.nudged(self.along.of(now), right)))
    }

    fn legend(&self) -> (Corner, Rect) {
        (Corner::Middle, self.frame.plot)
    }
}

/// Draws the cost of the line with other values of the parameter.
fn draw_curve<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    actor: &Actor<'_>,
    along: Parameter,
) -> Drawn<B> {
    let at = actor.at();
    let cost = |value: f64| actor.approximate_cost_of(along.set(at, value));
    let place = |value: f64| frame.place(value, cost(value));
    let Range { min, .. } = frame.x.range();
    let piece = frame.x.range().span() / PIECES as f64;
    let curve = (0..=PIECES).map(|index| place(min + piece * index as f64));
    pen.path(curve, frame.plot, pen.theme.muted, 2.5)
}

impl Bowl {
    /// Writes what the other parameter is, beside the title of the axis, as much of it as there is room for.
    fn draw_caption<B: Backend>(&self, pen: &mut Pen<'_, B>, actor: &Actor<'_>) -> Drawn<B> {
        let (held, right) = (actor.objective().held(), self.frame.plot.right);
        let caption = words::other_parameter(actor.at(), self.along, held, self.scaling);
        let room = right - pen.text_width(self.title) - 2.0 * pen::TEXT;
        let short = caption.split(',').next().unwrap_or_default();
        let caption = if pen.text_width(&caption) < room { &caption } else { short };
        pen.text(caption, (right, 6.0), Anchor::TopRight, pen.theme.muted)
    }
}

/// Draws where the ball has been, at the cost that it had there. Unless the other parameter is held,
/// these lie on other slices of the surface than the curve, and are hollow.
fn draw_steps<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    actor: &Actor<'_>,
    along: Parameter,
) -> Drawn<B> {
    let color = pen.theme.look(actor.index).color;
    let lie_on_the_curve = is_alone(actor, along);
    let width = if lie_on_the_curve { 2.0 } else { 1.0 };
    let place = |(line, cost): (Line, f64)| frame.place(along.of(line), cost);
    pen.path(actor.path().map(place), frame.plot, color, width)?;
    for place in actor.steps().map(place).filter(|place| frame.plot.contains(*place)) {
        if lie_on_the_curve {
            pen.disc(place, 2.5, color)?;
        } else {
            pen.ring_of(place, 2.5, color)?;
        }
    }
    Ok(())
}

/// Whether only this parameter moves, so that all steps lie on the curve.
fn is_alone(actor: &Actor<'_>, along: Parameter) -> bool {
    actor.run.objective().held() == along.alone()
}

/// ∂J in the direction of the curve, in data units of J, also where that parameter is held.
fn steepness(frame: &Frame, actor: &Actor<'_>, along: Parameter) -> f64 {
    // What a piece of the curve rises, where its derivative is not known.
    let gradient = actor.steepness(along);
    gradient.unwrap_or_else(|| {
        let piece = frame.x.range().span() / PIECES as f64;
        let cost =
            |by: f64| actor.approximate_cost_of(along.set(actor.at(), along.of(actor.at()) + by));
        (cost(piece) - cost(-piece)) / (2.0 * piece)
    })
}

/// Draws the tangent at the ball, whose slope is the derivative.
fn draw_tangent<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    actor: &Actor<'_>,
    along: Parameter,
) -> Drawn<B> {
    const HALF: f64 = 62.0;
    let steepness = steepness(frame, actor, along);
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
    let foot = frame.place(next, actor.cost_of(landing));
    let color = pen.theme.look(actor.index).color;
    pen.dashed(to, foot, frame.plot, color, 1.5)?;
    pen.arrow(from, to, frame.plot, color, 2.5)
}

/// Draws the tangent across the whole plot.
fn draw_steepness<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    actor: &Actor<'_>,
    along: Parameter,
    ball: Place,
) -> Drawn<B> {
    let steepness = steepness(frame, actor, along);
    let (value, span) = (along.of(actor.at()), frame.x.range().span());
    let end = |by: f64| (frame.x.pixel(value + by), frame.y.pixel(actor.cost() + steepness * by));
    pen.path([end(-span), ball, end(span)].into_iter(), frame.plot, pen.theme.ink, THICK)
}
