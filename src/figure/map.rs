//! The cost as a map: contours over slope and intercept, the path, the ball, the minimum.

use super::actor::Actor;
use super::backend::{Backend, Drawn};
use super::cost_layout::CostLayout;
use super::frame::{AxisSpec, Frame};
use super::geometry::{Place, Rect, lengthened};
use super::highlight::{self, Symbol};
use super::landscape::Landscape;
use super::legend::Corner;
use super::pen::Pen;
use super::raster::{Ramp, Raster};
use super::theme::Theme;
use super::window::Window;
use crate::descent::scaling::Scaling;
use crate::numeric::line::Line;
use crate::session::view::Parameter;
use crate::text::en::figure as words;

/// Bands of colour between the least cost and the greatest.
pub const BANDS: f64 = 14.0;

/// The map: slopes across, intercepts up.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// The scales.
    pub frame: Frame,
}

impl Map {
    /// Lays the map of a window out over the whole figure.
    pub fn lay_out<B: Backend>(pen: &Pen<'_, B>, window: &Window, scaling: Scaling) -> Self {
        let slope = AxisSpec::linear(window.slope, words::slope(scaling));
        let intercept = AxisSpec::linear(window.intercept, words::intercept(scaling));
        Self { frame: Frame::lay_out(pen, &slope, &intercept) }
    }

    /// The ratio of width to height of the plot once its axes are equal.
    pub fn shape<B: Backend>(pen: &Pen<'_, B>, window: &Window, scaling: Scaling) -> f64 {
        // The room that labels take depends a little on what they say.
        let shape = |window: &Window| {
            let plot = Self::lay_out(pen, window, scaling).frame.plot;
            plot.width() / plot.height()
        };
        shape(&window.with_equal_axes(shape(window)))
    }

    /// Draws contours and axes.
    pub fn draw_base<B: Backend>(&self, pen: &mut Pen<'_, B>, landscape: &Landscape) -> Drawn<B> {
        pen.clear(pen.theme.panel)?;
        draw_contours(pen, &self.frame, landscape)?;
        self.frame.draw_axes(pen)
    }
}

impl CostLayout for Map {
    /// Draws path, start, minimum and ball of each run, and its next step.
    fn draw_overlay<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        actors: &[Actor<'_>],
        _chosen: usize,
    ) -> Drawn<B> {
        actors.iter().try_for_each(|actor| draw_actor(pen, &self.frame, actor))
    }

    fn highlight<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        actor: &Actor<'_>,
        symbol: Symbol,
    ) -> Drawn<B> {
        let (frame, plot) = (&self.frame, self.frame.plot);
        let place = |line: Line| frame.place(line.slope, line.intercept);
        let ball = place(actor.at());
        if !plot.contains(ball) || actor.is_gone() {
            return Ok(());
        }
        // The part of the step that is due to one of the two derivatives.
        let part = |along: Parameter| place(along.set(actor.at(), along.of(actor.next())));
        match symbol {
            Symbol::Slope => highlight::draw_drop(pen, frame, ball, (ball.0, plot.bottom)),
            Symbol::Intercept => highlight::draw_drop(pen, frame, ball, (plot.left, ball.1)),
            Symbol::Cost => highlight::draw_ring(pen, ball),
            Symbol::Step => highlight::draw_way(pen, frame, ball, place(actor.next())),
            Symbol::SlopeGradient => highlight::draw_way(pen, frame, ball, part(Parameter::Slope)),
            Symbol::InterceptGradient => {
                highlight::draw_way(pen, frame, ball, part(Parameter::Intercept))
            }
            Symbol::Line | Symbol::Errors | Symbol::X | Symbol::Y => Ok(()),
        }
    }

    fn place(&self, at: Line, _cost: f64) -> Place {
        self.frame.place(at.slope, at.intercept)
    }

    fn line_at(&self, place: Place, _now: Line) -> Option<Line> {
        let line = Line::new(self.frame.x.neat_value(place.0), self.frame.y.neat_value(place.1));
        self.frame.plot.contains(place).then_some(line)
    }

    fn nearest(&self, place: Place) -> Place {
        self.frame.plot.nearest(place)
    }

    fn nudged(&self, now: Line, right: f64, up: f64) -> Option<Line> {
        let Frame { x, y, .. } = &self.frame;
        Some(Line::new(x.nudged(now.slope, right), y.nudged(now.intercept, up)))
    }

    fn legend(&self) -> (Corner, Rect) {
        (Corner::Right, self.frame.plot)
    }
}

/// Height of a cost among those of the window, from 0 at the least to 1 at the greatest. The
/// fourth root keeps contours readable at the bottom of a long thin valley.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Height {
    greatest_excess: f64,
    /// Whether the cost is a plane, which is equally steep everywhere: its bands are even.
    even: bool,
}

impl Height {
    /// The heights of a landscape.
    pub fn of(landscape: &Landscape) -> Self {
        Self { greatest_excess: landscape.greatest_excess(), even: landscape.is_plane() }
    }

    /// The height at a line.
    pub fn at(self, landscape: &Landscape, line: Line) -> f64 {
        self.share(landscape.excess(line))
    }

    /// The height of an excess over the least cost.
    pub fn share(self, excess: f64) -> f64 {
        let share = excess / self.greatest_excess;
        if self.even { share } else { share.sqrt().sqrt() }
    }

    /// The bands between a pixel and the next one, where the excess grows by `growth`.
    fn bands(self, excess: f64, growth: f64) -> f64 {
        // d(E^¼) = ¼·E^(−¾)·dE.
        let slope = if self.even { 1.0 } else { 0.25 };
        slope * self.share(excess) * BANDS * growth / excess.max(f64::MIN_POSITIVE)
    }
}

fn draw_contours<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    landscape: &Landscape,
) -> Drawn<B> {
    let (ratio, plot) = (pen.ratio(), frame.plot);
    let device = |length: f64| (length * ratio).round().max(1.0) as usize;
    let size = (device(plot.width()), device(plot.height()));
    let raster = paint(pen.theme, landscape, size, ratio);
    pen.raster(&raster, (plot.left, plot.top))
}

/// Paints the contours of a landscape in a raster of `size` pixels, with lines `width` pixels wide.
pub fn paint(theme: &Theme, landscape: &Landscape, size: (usize, usize), width: f64) -> Raster {
    let (ramp, lines) = ramps(theme);
    let window = landscape.window();
    let painter = Painter {
        landscape,
        height: Height::of(landscape),
        per_pixel: (window.slope.span() / size.0 as f64, window.intercept.span() / size.1 as f64),
        width,
        ramp,
        lines,
        blank: [theme.panel, theme.panel.toward(theme.muted, 0.5)].map(|color| color.rgb),
    };
    Raster::from_rows(size.0, size.1, |row, pixels| painter.paint_row(row, pixels))
}

/// The colours of the bands, from the least cost to the greatest, and of the contours between them.
fn ramps(theme: &Theme) -> (Ramp, Ramp) {
    let (low, high) = theme.cost;
    let lines = Ramp::between(low.toward(theme.muted, 0.8), low.toward(theme.ink, 0.9));
    (Ramp::between(low, high), lines)
}

/// Everything that the colour of a pixel follows from.
struct Painter<'a> {
    landscape: &'a Landscape,
    height: Height,
    /// Slope and intercept from one pixel to the next.
    per_pixel: (f64, f64),
    /// Of a contour, in pixels.
    width: f64,
    ramp: Ramp,
    lines: Ramp,
    /// Where there is no cost: the ground, and the stripes on it.
    blank: [(u8, u8, u8); 2],
}

impl Painter<'_> {
    /// Paints one row of pixels.
    // A function of its own: a browser runs optimized code of it from one of its next calls on, but never
    // in the middle of one long call. In the first picture of a page, that is half of the time.
    #[inline(never)]
    fn paint_row(&self, row: usize, pixels: &mut [[u8; 4]]) {
        let (landscape, window) = (self.landscape, self.landscape.window());
        let intercept = window.intercept.max - (row as f64 + 0.5) * self.per_pixel.1;
        for (column, pixel) in pixels.iter_mut().enumerate() {
            let slope = window.slope.min + (column as f64 + 0.5) * self.per_pixel.0;
            let line = Line::new(slope, intercept);
            let excess = landscape.excess(line);
            if excess.is_nan() {
                *pixel = self.stripes(column, row);
                continue;
            }
            let gradient = landscape.gradient(line);
            let (x, y) = (gradient.slope * self.per_pixel.0, gradient.intercept * self.per_pixel.1);
            // `hypot`, which guards against overflow, takes as long as all the rest.
            let steepness = (x * x + y * y).sqrt();
            let bands_a_pixel = self.height.bands(excess, steepness);
            let band = self.height.share(excess) * BANDS;
            let [red, green, blue] =
                shade(band, bands_a_pixel, self.width, &self.ramp, &self.lines);
            *pixel = [red, green, blue, 255];
        }
    }

    /// The pixel of a place that has no cost.
    fn stripes(&self, column: usize, row: usize) -> [u8; 4] {
        const APART: f64 = 7.0;
        let across = ((column + row) as f64 / self.width.max(0.5)) % APART;
        let (red, green, blue) = self.blank[usize::from(across < 1.0)];
        [red, green, blue, 255]
    }
}

/// Flat bands with a thin line between them; where bands are finer than pixels, their average.
fn shade(band: f64, bands_a_pixel: f64, width: f64, ramp: &Ramp, lines: &Ramp) -> [u8; 3] {
    let flat = (band.floor() + 0.5) / BANDS;
    let blur = (2.0 * bands_a_pixel - 0.5).clamp(0.0, 1.0);
    let fill = ramp.at(flat + (band / BANDS - flat) * blur);
    let distance = (band - band.round()).abs() / bands_a_pixel.max(1e-12);
    let cover = (0.5 * width + 0.5 - distance).clamp(0.0, 1.0) * (1.0 - blur);
    if cover == 0.0 || band < 0.5 {
        return fill;
    }
    let edge = lines.at(band / BANDS);
    std::array::from_fn(|part| {
        let (fill, edge) = (f64::from(fill[part]), f64::from(edge[part]));
        (fill + (edge - fill) * cover) as u8
    })
}

fn draw_actor<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame, actor: &Actor<'_>) -> Drawn<B> {
    let (theme, look) = (pen.theme, pen.theme.look(actor.index));
    let place = |line: Line| frame.place(line.slope, line.intercept);
    let inside = |place: Place| frame.plot.contains(place);
    let path = || actor.path().map(|(line, _)| place(line));
    pen.path(path(), frame.plot, theme.panel.alpha(0.8), 4.0)?;
    pen.path(path(), frame.plot, look.color, 2.0)?;
    for step in actor.steps().map(|(line, _)| place(line)).filter(|&step| inside(step)) {
        pen.disc(step, 2.5, look.color)?;
    }
    let start = place(actor.start());
    if inside(start) {
        pen.ring(start, theme.ink)?;
    }
    let best = actor.minimum().map(|(best, _)| place(best));
    if let Some(best) = best.filter(|&best| inside(best)) {
        pen.cross(best, theme.best)?;
    }
    let ball = place(actor.at());
    if inside(ball) && !actor.is_gone() {
        draw_next_step(pen, frame, actor)?;
        pen.ball(ball, look)?;
    }
    Ok(())
}

/// Draws the next step, lengthened where it would be too short to be seen.
fn draw_next_step<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame, actor: &Actor<'_>) -> Drawn<B> {
    if actor.run.status().is_end() {
        return Ok(());
    }
    let place = |line: Line| frame.place(line.slope, line.intercept);
    let from = place(actor.at());
    // A program's step stands beside the one that the rule would take from there.
    let right = actor.right_step().map(|right| (right, pen.theme.look(0).color));
    for (next, color) in right.into_iter().chain([(actor.next(), pen.theme.ink)]) {
        if let Some(to) = lengthened(from, place(next)) {
            for (color, width) in [(pen.theme.panel.alpha(0.8), 5.0), (color, 2.0)] {
                pen.arrow(from, to, frame.plot, color, width)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::theme::Color;

    #[test]
    fn every_contour_stands_out_from_the_bands_beside_it() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            let (fills, lines) = ramps(&theme);
            let color = |band: f64| {
                let [red, green, blue] = shade(band, 0.01, 1.0, &fills, &lines);
                Color { rgb: (red, green, blue), alpha: 1.0 }
            };
            for contour in 1..BANDS as u32 {
                let contour = f64::from(contour);
                for beside in [contour - 0.4, contour + 0.4] {
                    let contrast = color(contour).contrast(color(beside));
                    assert!(contrast >= 3.0, "contour {contour}: {contrast}");
                }
            }
        }
    }
}
