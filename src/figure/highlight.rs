//! Highlights in the figures for the symbols of the lesson.

use super::backend::{Anchor, Backend, Drawn};
use super::errors::{self, Squares};
use super::frame::{Frame, round_values};
use super::geometry::{Place, Rect, clip, lengthened};
use super::pen::Pen;
use crate::numeric::line::Line;
use crate::text::en::figure as words;

/// A symbol that can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// a
    Slope,
    /// b
    Intercept,
    /// ŷ
    Line,
    /// e
    Errors,
    /// x
    X,
    /// y
    Y,
    /// J
    Cost,
    /// L
    Step,
    /// ∂J/∂a
    SlopeGradient,
    /// ∂J/∂b
    InterceptGradient,
}

impl Symbol {
    /// The symbol of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "slope" => Self::Slope,
            "intercept" => Self::Intercept,
            "line" => Self::Line,
            "errors" => Self::Errors,
            "x" => Self::X,
            "y" => Self::Y,
            "cost" => Self::Cost,
            "step" => Self::Step,
            "slope-gradient" => Self::SlopeGradient,
            "intercept-gradient" => Self::InterceptGradient,
            _ => return None,
        })
    }
}

/// The thickness of highlights, in CSS pixels.
pub(super) const THICK: f64 = 4.0;

/// Highlights a symbol among points and line; `sample` are the points whose errors are drawn.
pub fn on_data<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    sample: &[(f64, f64)],
    line: Line,
    (symbol, squares): (Symbol, Squares),
) -> Drawn<B> {
    let theme = pen.theme;
    let at = |x: f64| frame.place(x, line.predict(x));
    match symbol {
        Symbol::Slope => draw_slope(pen, frame, line),
        Symbol::Intercept => draw_intercept(pen, frame, line),
        Symbol::Line if !is_in_sight(frame, line) => {
            draw_words(pen, frame, &words::line_out_of_sight(line))
        }
        Symbol::Line => {
            let range = frame.x.range();
            let ends = [at(range.min), at(range.max)];
            pen.path(ends.into_iter(), frame.plot, theme.line.alpha(0.35), 12.0)?;
            pen.path(ends.into_iter(), frame.plot, theme.line, THICK)
        }
        Symbol::Errors => {
            let bars = sample.iter().map(|&(x, y)| (frame.place(x, y), at(x)));
            pen.segments(bars, frame.plot, theme.errors, 2.5)
        }
        Symbol::Cost => errors::draw_squares(pen, frame, sample, line, squares),
        Symbol::X => draw_axis(pen, frame, false),
        Symbol::Y => draw_axis(pen, frame, true),
        Symbol::Step | Symbol::SlopeGradient | Symbol::InterceptGradient => Ok(()),
    }
}

/// Highlights a symbol among residuals, whose `sample` is drawn against a line at 0.
pub fn on_residuals<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    sample: &[(f64, f64)],
    (symbol, squares): (Symbol, Squares),
) -> Drawn<B> {
    match symbol {
        Symbol::Errors | Symbol::Cost | Symbol::X => {
            on_data(pen, frame, sample, Line::ZERO, (symbol, squares))
        }
        _ => Ok(()),
    }
}

/// Draws the slope as a triangle: a round step to the right, and slope times as much up.
fn draw_slope<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame, line: Line) -> Drawn<B> {
    if !is_in_sight(frame, line) {
        return draw_words(pen, frame, &words::slope_out_of_sight(line.slope));
    }
    let theme = pen.theme;
    let range = frame.x.range();
    // A round step of about a sixth of the plot, or one unit where that can be seen.
    let ticks = round_values(range, 6);
    let step = ticks.windows(2).map(|pair| pair[1].0 - pair[0].0).next().unwrap_or(range.span());
    let step = if (range.span() / 20.0..range.span() / 3.0).contains(&1.0) { 1.0 } else { step };
    let from = 0.5 * (range.min + range.max) - 0.5 * step;
    let to = from + step;
    let corner = frame.place(to, line.predict(from));
    let [start, end] = [from, to].map(|x| frame.place(x, line.predict(x)));
    pen.path([start, corner].into_iter(), frame.plot, theme.ink, 2.0)?;
    pen.path([corner, end].into_iter(), frame.plot, theme.line, THICK)?;
    let below = if line.slope >= 0.0 { 6.0 } else { -18.0 };
    let right = words::to_the_right(step);
    draw_text(pen, &right, (0.5 * (start.0 + corner.0), corner.1 + below), Anchor::Top)?;
    let up = words::up(step, step * line.slope);
    // Where hardly anything rises, above the other text.
    let rise = corner.1 - end.1;
    let middle = if rise.abs() < 24.0 { corner.1 - 12.0 } else { corner.1 - 0.5 * rise };
    draw_text(pen, &up, (corner.0 + 6.0, middle), Anchor::Left)
}

/// Whether any of the line is in the plot.
fn is_in_sight(frame: &Frame, line: Line) -> bool {
    let range = frame.x.range();
    let ends = [range.min, range.max].map(|x| frame.place(x, line.predict(x)));
    line.is_finite() && clip(ends[0], ends[1], frame.plot).is_some()
}

/// Writes a note in place of what cannot be seen.
fn draw_words<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame, text: &str) -> Drawn<B> {
    let middle = 0.5 * (frame.plot.left + frame.plot.right);
    draw_text(pen, text, (middle, frame.plot.top + 6.0), Anchor::Top)
}

/// Marks where the line meets x = 0, or says so in words where that is out of sight.
fn draw_intercept<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame, line: Line) -> Drawn<B> {
    let theme = pen.theme;
    let plot = frame.plot;
    let place = frame.place(0.0, line.intercept);
    if plot.contains(place) {
        pen.dashed((place.0, plot.bottom), place, plot, theme.ink, 1.5)?;
        pen.disc(place, 6.0, theme.line)?;
        pen.ring_of(place, 10.0, theme.line)?;
        return draw_text(
            pen,
            &words::at_zero(line.intercept),
            (place.0 + 14.0, place.1),
            Anchor::Left,
        );
    }
    draw_words(pen, frame, &words::out_of_sight(line.intercept))
}

fn draw_axis<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame, vertical: bool) -> Drawn<B> {
    let (plot, color) = (frame.plot, pen.theme.points);
    let corner = (plot.left, plot.bottom);
    let end = if vertical { (plot.left, plot.top) } else { (plot.right, plot.bottom) };
    pen.line(corner, end, color, THICK)
}

/// Writes a text that is legible over whatever is below it, and stays in the picture.
fn draw_text<B: Backend>(pen: &mut Pen<'_, B>, text: &str, at: Place, anchor: Anchor) -> Drawn<B> {
    const HIGH: f64 = 17.0;
    let (theme, size) = (pen.theme, pen.size());
    let mut text = text.to_owned();
    while pen.text_width(&text) > size.0 - 12.0 && text.pop().is_some() {}
    let width = pen.text_width(&text);
    let (left, top) = match anchor {
        Anchor::Left => (at.0, at.1 - 8.0),
        _ => (at.0 - 0.5 * width, at.1 - 2.0),
    };
    let within = |at: f64, room: f64| at.min(room).max(4.0);
    let (left, top) = (within(left, size.0 - width - 4.0), within(top, size.1 - HIGH));
    let (at, anchor) = ((left, top + 2.0), Anchor::TopLeft);
    let back = Rect { left: left - 3.0, top, right: left + width + 3.0, bottom: top + HIGH };
    pen.rect(back, theme.panel.alpha(0.85))?;
    pen.text(&text, at, anchor, theme.ink)
}

/// Draws a dashed line from the ball to a place on an axis, and a dot there.
pub(super) fn draw_drop<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    ball: Place,
    to: Place,
) -> Drawn<B> {
    pen.dashed(ball, to, frame.plot, pen.theme.line, 2.5)?;
    pen.disc(to, 5.0, pen.theme.line)
}

/// Draws a ring around the ball.
pub(super) fn draw_ring<B: Backend>(pen: &mut Pen<'_, B>, ball: Place) -> Drawn<B> {
    pen.ring_of(ball, 12.0, pen.theme.ball)
}

/// Draws an arrow from place to place, lengthened where it would be too short to be seen.
pub(super) fn draw_way<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    from: Place,
    to: Place,
) -> Drawn<B> {
    match lengthened(from, to) {
        Some(to) => pen.arrow(from, to, frame.plot, pen.theme.ball, THICK),
        None => Ok(()),
    }
}
